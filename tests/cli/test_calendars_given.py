"""Calendars given to any command: the zone of floating times, folders that are one calendar, exports left out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from agendacli.files.paths import bundled_folder

Agenda = Callable[..., Result]
FLOATING = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTART:20240601T100000\nDTEND:20240601T110000\nSUMMARY:Tea\n"
    "END:VEVENT\nEND:VCALENDAR\n"
)
TOLD = "as here; `--zone` says another"


@pytest.fixture
def floating(tmp_path: Path) -> str:
    file = tmp_path / "tea.ics"
    file.write_text(FLOATING)
    return str(file)


@pytest.mark.parametrize("option", ["--zone", "--floating"])
def test_zone_of_floating_times_has_two_names(agenda: Agenda, floating: str, option: str) -> None:
    result = agenda("timetable", "-e", floating, option, "Asia/Kolkata", "--fields", "start")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "2024-06-01T10:00:00+05:30\n", "")
    imported = agenda("import", floating, option, "Asia/Kolkata", "-q")
    assert "zone: Asia/Kolkata\n" in imported.stdout
    assert TOLD not in imported.stderr


@pytest.mark.parametrize("command", ["timetable", "import", "export"])
def test_only_the_newer_name_is_in_the_help(agenda: Agenda, command: str) -> None:
    text = agenda(command, "--help").stdout
    assert ("--zone" in text, "--floating" in text) == (True, False)


@pytest.mark.parametrize("option", ["--zone", "--floating"])
def test_zone_that_is_none_is_refused_by_the_name_that_was_typed(agenda: Agenda, floating: str, option: str) -> None:
    result = agenda("timetable", "-e", floating, option, "Moon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"agenda: {option}: `Moon` is not an IANA time zone; write one like `Europe/Vienna`\n"


def test_floating_times_are_told_by_every_run(agenda: Agenda, floating: str) -> None:
    for _ in range(2):
        assert agenda("list", "-e", floating).stderr.endswith(f"{TOLD}\n")
        assert agenda("timetable", "-e", floating).stderr.count(TOLD) == 1
    assert agenda("timetable", "-e", floating, "-q").stderr == ""


def test_export_beside_its_source_is_told_by_every_run(agenda: Agenda, tmp_path: Path) -> None:
    for name in ("vienna-session", "people", "places"):
        (tmp_path / f"{name}.yaml").write_bytes((bundled_folder() / f"{name}.yaml").read_bytes())
    folder, source = str(tmp_path), str(tmp_path / "vienna-session.yaml")
    beside = tmp_path / "vienna-session.ics"
    assert agenda("export", "-e", source, "-o", str(beside), "-q").exit_code == 0
    note = f"agenda: {beside} is an export of {source}, which counts; left out\n"
    for _ in range(2):
        listed = agenda("list", "-e", folder, "--fields", "id,file")
        assert (listed.stdout, listed.stderr) == (f"vienna-session\t{source}\n", note)
    assert note in agenda("check", folder).stderr
    assert agenda("timetable", "-e", folder).stdout == agenda("timetable", "-e", source).stdout


def test_vdir_is_one_line_and_one_heading(agenda: Agenda, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "displayname").write_text("My work")
    for n in range(3):
        text = FLOATING.replace("UID:a", f"UID:{n}").replace("20240601T", f"2024060{n + 1}T")
        (folder / f"{n}.ics").write_text(text)
    listed = agenda("list", "-e", str(folder), "--zone", "Europe/Vienna")
    assert listed.stdout == "work\t2024-06-01\t2024-06-04\t\tMy work\n"
    drawn = agenda("timetable", "-e", str(folder), "--zone", "Europe/Vienna", "-f", "table").stdout
    assert drawn.count("My work") == 1


TEAMS = "".join(FLOATING.replace("VERSION:2.0", f"VERSION:2.0\nX-WR-CALNAME:Team {each}") for each in "AB")


def test_calendars_of_one_stream_stand_each_under_its_own_name(agenda: Agenda) -> None:
    result = agenda("list", "-e", "-", "--zone", "UTC", stdin=TEAMS)
    assert [(each.split("\t")[0], each.split("\t")[-1]) for each in result.stdout.splitlines()] == [
        ("team-a", "Team A"),
        ("team-b", "Team B"),
    ]
    items = agenda("timetable", "-e", "-", "--zone", "UTC", stdin=TEAMS).stdout.splitlines()
    assert [each.split("\t")[0] for each in items] == ["team-a/a", "team-b/a"]


def test_export_of_one_calendar_of_a_stream_is_what_import_takes(agenda: Agenda) -> None:
    exported = agenda("export", "team-b", "-e", "-", "--zone", "UTC", stdin=TEAMS)
    assert agenda("import", "-", stdin=exported.stdout).stdout.startswith("format: 1\ntitle: Team B\n")


def test_import_of_several_calendars_names_them(agenda: Agenda) -> None:
    result = agenda("import", "-", stdin=TEAMS)
    way = "`agenda -e - export team-a | agenda import -`"
    message = f"agenda: stdin holds several calendars, `Team A`, `Team B`; import one of them, as with {way}\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_event_of_a_file_of_calendars_is_chosen_by_its_id(agenda: Agenda, tmp_path: Path) -> None:
    file = tmp_path / "teams.ics"
    file.write_text(TEAMS)
    assert agenda("list", "team-b", "-e", str(file), "--zone", "UTC").stdout.startswith("team-b\t")
