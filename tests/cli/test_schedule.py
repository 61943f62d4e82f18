"""Personal schedules: `pick`, `drop`, `--attend` and `--mine`."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.formats.schedule import HEAD

Agenda = Callable[..., Result]

ME = """\
title: My own
zone: America/New_York
days:
  2017-09-27:
    - 15:30-16:00: Dentist
"""


@pytest.fixture
def own(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where one's own schedule is; nothing is picked yet."""
    del agenda  # whose own schedule this replaces
    file = tmp_path / "schedule.txt"
    monkeypatch.setenv("AGENDA_SCHEDULE", str(file))
    return file


def test_pick_writes_the_ids_out_in_full(agenda: Agenda, own: Path) -> None:
    result = agenda("pick", "Vienna-Session/panel-3", "high-level-meeting")
    assert (result.exit_code, result.stdout) == (0, "vienna-session/panel-3\nhigh-level-meeting\n")
    assert result.stderr == f"agenda: 2 ids added to {own}\n"
    assert own.read_text() == f"{HEAD}vienna-session/panel-3\nhigh-level-meeting\n"


def test_pick_of_what_is_picked_changes_nothing(agenda: Agenda, own: Path) -> None:
    own.write_text("high-level-meeting # all\nvienna-session/panel-3")
    result = agenda("pick", "vienna-session/panel-3", "high-level-meeting/panel-1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"agenda: no ids added to {own}, 2 had been picked before\n"
    assert own.read_text() == "high-level-meeting # all\nvienna-session/panel-3"


def test_pick_of_a_wrong_id_writes_nothing(agenda: Agenda, own: Path) -> None:
    result = agenda("pick", "vienna-session/panel-3", "vienna-session/openning")
    assert (result.exit_code, result.stdout, own.exists()) == (2, "", False)
    assert result.stderr == "agenda: `vienna-session` has no session `openning`; did you mean `opening`?\n"


@pytest.mark.parametrize(
    ("id_", "message"),
    [
        ("vienna/panel-3", "`vienna/panel-3` is not a whole id; did you mean `vienna-session/panel-3`?"),
        ("harnessing", "`harnessing` is not a whole id; did you mean `vienna-session/side-event`?"),
        ("crime", "`crime` is not a whole id; did you mean `crime-commission`?"),
    ],
)
@pytest.mark.parametrize("command", ["pick", "drop"])
def test_part_of_an_id_is_named_whole_in_a_pipe(
    agenda: Agenda, own: Path, command: str, id_: str, message: str
) -> None:
    own.write_text("high-level-meeting\n")
    result = agenda(command, id_)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {message}\n")
    assert own.read_text() == "high-level-meeting\n"


def test_pick_takes_what_another_command_prints(agenda: Agenda, own: Path) -> None:
    lines = agenda("timetable", "--person", "ezeilo", "-f", "plain").stdout
    result = agenda("pick", "-", "-q", stdin=lines)
    assert (result.exit_code, result.stderr) == (0, "")
    assert own.read_text() == f"{HEAD}vienna-session/summary-panel\nhigh-level-meeting/panel-2\n"


def test_pick_into_another_file(agenda: Agenda, own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    assert agenda("pick", "crime-commission", "--schedule", str(other)).exit_code == 0
    assert (other.read_text(), own.exists()) == (f"{HEAD}crime-commission\n", False)


def test_pick_makes_the_users_own_folder(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AGENDA_SCHEDULE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert agenda("pick", "crime-commission").exit_code == 0
    assert [each.name for each in tmp_path.rglob("agendacli/*")] == ["schedule.txt"]
    assert agenda("list", "--mine", "--fields", "id").stdout == "crime-commission\n"


def test_pick_into_a_folder_that_is_not_there(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "s.txt"
    result = agenda("pick", "crime-commission", "--schedule", str(file))
    assert (result.exit_code, result.stderr) == (2, f"agenda: {file}: no such file or directory\n")


def test_drop_takes_an_event_with_its_sessions(agenda: Agenda, own: Path) -> None:
    own.write_text("# mine\nvienna-session/panel-1\n\ncrime-commission # may\nvienna-session/panel-2\n")
    result = agenda("drop", "vienna-session")
    assert (result.exit_code, result.stdout) == (0, "vienna-session/panel-1\nvienna-session/panel-2\n")
    assert result.stderr == f"agenda: 2 ids taken out of {own}\n"
    assert own.read_text() == "# mine\n\ncrime-commission # may\n"


def test_drop_of_what_no_event_has_any_more(agenda: Agenda, own: Path) -> None:
    own.write_text("gone/session\ncrime-commission\n")
    assert (agenda("drop", "gone", "-q").exit_code, own.read_text()) == (0, "crime-commission\n")


PART = "`high-level-meeting/panel-1` is picked as a part of `high-level-meeting`; drop that, and pick what is to stay"


@pytest.mark.parametrize(
    ("id_", "code", "message"),
    [
        ("vienna-session/panel-1", 1, "`vienna-session/panel-1` is not in {}; did you mean `vienna-session/panel-3`?"),
        ("high-level-meeting/panel-1", 1, PART),
        ("vienna-session/openning", 2, "`vienna-session` has no session `openning`; did you mean `opening`?"),
    ],
)
def test_drop_of_what_is_not_there(agenda: Agenda, own: Path, id_: str, code: int, message: str) -> None:
    text = "vienna-session/panel-3\nhigh-level-meeting\n"
    own.write_text(text)
    result = agenda("drop", "vienna-session/panel-3", id_)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", f"agenda: {message.format(own)}\n")
    assert own.read_text() == text


def test_mine_keeps_what_is_picked(agenda: Agenda, own: Path) -> None:
    own.write_text("high-level-meeting/panel-1\ncrime-commission\nvienna-session/panel-3\n")
    assert agenda("timetable", "--mine", "--fields", "id").stdout.split() == [
        "crime-commission/meeting",
        "vienna-session/panel-3",
        "high-level-meeting/panel-1",
    ]
    assert agenda("list", "--mine", "--fields", "id").stdout.split() == [
        "crime-commission",
        "vienna-session",
        "high-level-meeting",
    ]


def test_mine_and_other_filters_combine(agenda: Agenda, own: Path) -> None:
    own.write_text("high-level-meeting/panel-1\nvienna-session/panel-3\n")
    assert agenda("timetable", "--mine", "--city", "vienna", "--fields", "id").stdout == "vienna-session/panel-3\n"


def test_mine_before_anything_is_picked(agenda: Agenda, own: Path) -> None:
    result = agenda("timetable", "crime", "--mine")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"agenda: nothing is picked yet: there is no {own}; begin with `agenda pick ID`\n"
        "agenda: nothing is left: of 1 session none is in the schedule; it names others, or none\n"
    )


def test_plain_lines_are_a_schedule(agenda: Agenda, tmp_path: Path) -> None:
    lines = agenda("timetable", "--person", "ezeilo", "-f", "plain").stdout
    (tmp_path / "hers.txt").write_text(lines)
    wanted = "vienna-session/summary-panel\nhigh-level-meeting/panel-2\n"
    assert agenda("timetable", "--attend", str(tmp_path / "hers.txt"), "--fields", "id").stdout == wanted
    assert agenda("timetable", "--attend", "-", "--fields", "id", stdin=lines).stdout == wanted


def test_several_schedules_are_one(agenda: Agenda, own: Path, tmp_path: Path) -> None:
    own.write_text("crime-commission\n")
    (tmp_path / "hers.txt").write_text("high-level-meeting/panel-2\n")
    result = agenda("timetable", "--mine", "--attend", str(tmp_path / "hers.txt"), "--fields", "id")
    assert result.stdout == "crime-commission/meeting\nhigh-level-meeting/panel-2\n"


def test_schedule_is_read_as_ids_too(agenda: Agenda) -> None:
    result = agenda("timetable", "-", "--fields", "id", stdin="# hers\ncrime # may\n")
    assert result.stdout == "crime-commission/meeting\n"


def test_ids_that_mean_nothing_any_more_are_told(agenda: Agenda, own: Path) -> None:
    own.write_text("# mine\nvienna-session/openning\ncrime-comission\nhigh-level-meeting/panel-1\n")
    result = agenda("timetable", "--mine", "--fields", "id")
    assert (result.exit_code, result.stdout) == (0, "high-level-meeting/panel-1\n")
    assert result.stderr == (
        f"agenda: {own}:2:1: `vienna-session` has no session `openning`; did you mean `opening`?\n"
        f"agenda: {own}:3:1: no event is called `crime-comission`; did you mean `crime-commission`?\n"
    )
    assert agenda("timetable", "--mine", "-q").stderr == ""


def test_only_a_few_lost_ids_are_told(agenda: Agenda, own: Path) -> None:
    own.write_text("".join(f"crime/lost-{number}\n" for number in range(9)) + "crime\n")
    lines = agenda("list", "--mine").stderr.splitlines()
    assert (len(lines), lines[-1]) == (6, "agenda: 4 more ids of the schedule mean nothing here")


def test_schedule_that_is_not_there(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "none.txt"
    result = agenda("timetable", "--attend", str(file))
    assert (result.exit_code, result.stderr) == (2, f"agenda: {file}: no such file or directory\n")


def test_schedule_that_is_no_text(agenda: Agenda, own: Path) -> None:
    own.write_bytes(b"crime\xff\n")
    for arguments in (["list", "--mine"], ["pick", "crime-commission"], ["drop", "crime"]):
        result = agenda(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"{own}:1:6: error[not-utf8]: ")
    assert own.read_bytes() == b"crime\xff\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["timetable", "-", "--attend", "-"], "`-` cannot be both the ids and a schedule; give one of them a file"),
        (["list", "-e", "-", "--attend", "-"], "`-` cannot be both the events and a schedule; give one of them a file"),
        (["-e", "-", "pick", "-"], "`-` cannot be both the events and the ids; give one of them a file"),
        (["pick", "-"], "no ids on standard input; give them one a line"),
    ],
)
def test_standard_input_is_one_thing(agenda: Agenda, arguments: list[str], message: str) -> None:
    result = agenda(*arguments, stdin="")
    assert (result.exit_code, result.stderr) == (2, f"agenda: {message}\n")


def test_conflicts_of_ones_own_schedule(agenda: Agenda, own: Path) -> None:
    own.write_text("high-level-meeting/plenary-27-pm\nhigh-level-meeting/panel-2\n")
    result = agenda("conflicts", "--mine", "--fields", "kind,sessions.0,sessions.1")
    assert (result.exit_code, result.stdout) == (
        1,
        "overlap\thigh-level-meeting/plenary-27-pm\thigh-level-meeting/panel-2\n",
    )


def test_event_called_me_is_ones_own(agenda: Agenda, own: Path, tmp_path: Path) -> None:
    own.write_text("high-level-meeting/panel-1\n")
    (tmp_path / "me.yaml").write_text(ME)
    file = str(tmp_path / "me.yaml")
    result = agenda("-e", file, "-e", "bundled", "conflicts", "--mine", "--only", "overlap", "--fields", "sessions")
    assert (result.exit_code, result.stdout) == (1, "high-level-meeting/panel-1; me/dentist\n")


def test_event_called_me_needs_no_schedule(agenda: Agenda, own: Path, tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text(ME)
    result = agenda("-e", str(tmp_path / "me.yaml"), "timetable", "--mine", "--fields", "title")
    assert (result.stdout, result.stderr, own.exists()) == ("Dentist\n", "", False)


def test_pick_writes_where_the_environment_says(agenda: Agenda) -> None:
    agenda("pick", "crime-commission")
    assert Path(os.environ["AGENDA_SCHEDULE"]).read_text() == f"{HEAD}crime-commission\n"
