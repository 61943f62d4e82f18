"""`agenda cover` as a delegation uses it: numbers, plans, what is missed, files, wishes that cannot be kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

Agenda = Callable[..., Result]

COAST = Path(__file__).parents[2] / "docs" / "examples" / "coast.yaml"
SEPTEMBER = ["--from", "2017-09-04", "--to", "2017-09-28"]
DECEMBER = ["--from", "2017-12-01", "--to", "2017-12-31"]
PANELS = ["--must", "high-level-meeting/panel-1", "--must", "high-level-meeting/panel-2"]
PLENARY = "high-level-meeting/plenary-27-pm"

FAIR = """\
title: Fair
zone: Europe/Lisbon
place: Lisbon
days:
  2026-03-09:
    - 09:00-10:00: One
      room: Blue
      speaker: Ms. Ada Prado
    - 09:30-10:30: Two
      room: Red
      priority: 5
    - 10:00-11:00: Three
      room: Red
      speakers: [Ms. Ada Prado, Mr. Rui Sá]
    - 11:00-13:00: Block
      room: Blue
      items:
        - 11:00-12:00: First talk
        - 12:00-13:00: Second talk
    - 11:30-12:00: Four
      room: Red
      status: tentative
    - 13:00-14:00: Lunch
    - 14:00-15:00: Gone
      status: cancelled
"""


@pytest.fixture
def fair(agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fair.yaml").write_text(FAIR)
    monkeypatch.setenv("AGENDA_EVENTS", "fair.yaml")
    return agenda


def records(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def who(result: Result) -> dict[str, str]:
    return {str(each["id"]).partition("/")[2]: str(each["delegate"]) for each in records(result)}


def test_two_cover_september(agenda: Agenda) -> None:
    result = agenda("cover", *SEPTEMBER, "--json")
    assert ({each["delegate"] for each in records(result)}, result.exit_code) == ({"1", "2"}, 0)
    assert result.stderr == "agenda: 2 delegates cover everything\n"


def test_second_delegate_is_needed_on_one_afternoon(agenda: Agenda) -> None:
    assert records(agenda("cover", *SEPTEMBER, "--needed", "--json")) == [
        {
            "start": "2017-09-27T15:00:00-04:00",
            "end": "2017-09-27T18:00:00-04:00",
            "delegates": 2,
            "certainty": "certain",
            "depends_on": [],
        }
    ]


def test_what_takes_nobodys_time_may_count(agenda: Agenda) -> None:
    found = records(agenda("cover", *SEPTEMBER, "--needed", "--include-transparent", "--json"))
    certain = [(each["start"], each["end"], each["delegates"]) for each in found if each["certainty"] == "certain"]
    assert certain == [
        ("2017-09-05T13:15:00+02:00", "2017-09-05T14:45:00+02:00", 2),
        ("2017-09-27T15:00:00-04:00", "2017-09-27T18:00:00-04:00", 2),
    ]


def test_one_who_attends_both_panels_misses_the_plenary(agenda: Agenda) -> None:
    result = agenda("cover", "high-level-meeting", "-n", "1", *PANELS, "--missed", "--json")
    [missed] = records(result)
    assert (missed["id"], missed["start"], missed["end"], result.exit_code) == (
        PLENARY,
        "2017-09-27T15:00:00-04:00",
        "2017-09-27T18:00:00-04:00",
        1,
    )
    assert missed["because"] == "delegate 1 goes to “Panel Discussion 1” and “Panel Discussion 2”"


def test_one_attends_seven_of_eight(agenda: Agenda) -> None:
    found = who(agenda("cover", "high-level-meeting", "-n", "1", "--json"))
    assert (len(found), "plenary-27-pm" in found) == (7, False)


def test_two_miss_nothing(agenda: Agenda) -> None:
    result = agenda("cover", "high-level-meeting", "-n", "2", "--missed")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_a_window_leaves_the_number_open(agenda: Agenda) -> None:
    result = agenda("cover", *DECEMBER, "--needed", "--json")
    assert records(result) == [
        {
            "start": "2017-12-03",
            "end": "2017-12-08",
            "delegates": 2,
            "certainty": "possible",
            "depends_on": ["security-council/meeting: some day in December 2017"],
        }
    ]
    assert agenda("cover", *DECEMBER).stderr.splitlines() == [
        "agenda: 1 delegate at least, 2 to be sure, cover everything",
        "agenda: it depends on security-council/meeting: some day in December 2017",
    ]


def test_one_keeps_what_may_be_kept_and_says_on_what_it_rests(agenda: Agenda) -> None:
    result = agenda("cover", *DECEMBER, "-n", "1", "--json")
    assert set(who(result)) == {"meeting"}
    assert (len(records(result)), result.exit_code) == (2, 0)
    assert result.stderr == "agenda: the plan rests on security-council/meeting: some day in December 2017\n"


def test_a_block_is_covered_as_one(fair: Agenda) -> None:
    assert who(fair("cover", "-n", "2", "--json", "-q")) == {
        "one": "1",
        "two": "2",
        "three": "1",
        "block": "2",
        "four": "1",
    }


def test_what_is_tentative_takes_nobody_for_certain(fair: Agenda) -> None:
    found = records(fair("cover", "--needed", "--json"))
    assert [(each["start"], each["certainty"], each["depends_on"]) for each in found] == [
        ("2026-03-09T09:30:00+00:00", "certain", []),
        ("2026-03-09T11:30:00+00:00", "possible", ["fair/four: it is tentative"]),
    ]


def test_priority_decides_what_one_keeps(fair: Agenda) -> None:
    assert set(who(fair("cover", "-n", "1", "--json", "-q"))) >= {"one", "three"}
    assert "two" in who(fair("cover", "-n", "1", "--by", "priority", "--json", "-q"))


def test_a_person_keeps_the_own_seats(fair: Agenda) -> None:
    found = records(fair("cover", "--person", "prado", "--person", "rui", "--json", "-q"))
    own = {str(each["id"]) for each in found if each["delegate"] == "Ada Prado"}
    assert {"fair/one", "fair/three"} <= own
    assert [each["delegate"] for each in found if each["id"] == "fair/three"] == ["Ada Prado", "Rui Sá"]


def test_rest_and_buffer_take_more_people(fair: Agenda) -> None:
    numbers = [fair("cover", *each).stderr for each in ((), ("--rest", "10m"), ("--buffer", "10m"))]
    assert [each.partition(" delegate")[0] for each in numbers] == ["agenda: 2", "agenda: 3", "agenda: 3"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["high-level-meeting", "-n", "1", "--must", PLENARY, "--must", "high-level-meeting/panel-1"],
            (
                f"--must: `{PLENARY}` and `high-level-meeting/panel-1` cannot all be attended; "
                "leave one out, or send more than 1"
            ),
        ),
        (
            ["vienna-session", "--must", "vienna-session/lunch-4"],
            (
                "--must vienna-session/lunch-4: it takes no time, so nobody can miss it; "
                "leave it out, or add --include-transparent"
            ),
        ),
        (
            ["vienna-session", "--must", PLENARY],
            (
                f"--must {PLENARY}: it is none of the sessions that are asked for; "
                "name it among the ids, or widen the dates"
            ),
        ),
        (["-n", "0"], "--delegates: 0 is not in the range x>=1"),
        (
            ["-n", "1", "--person", "lauber", "--person", "ezeilo"],
            "-n: 1 is less than the 2 that --person names; leave one out, or send more",
        ),
        (["--needed", "--missed"], "--needed and --missed are two questions; ask them in two runs"),
        (["--split", "delegate"], "--split writes several files; name the folder for them with `-o`"),
        (["-f", "ics"], "-f ics: a calendar holds what one delegate attends; add `--split delegate` and `-o FOLDER`"),
        (
            ["--split", "delegate", "-o", "x", "-f", "json"],
            "--split delegate: write calendars with `-f ics`, or schedules with `-f plain`",
        ),
        (
            ["--split", "delegate", "-o", "x", "--needed"],
            "--split writes what each delegate attends; leave out --needed and --missed",
        ),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_wishes_that_cannot_be_kept(agenda: Agenda, arguments: list[str], told: str) -> None:
    result = agenda("cover", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"agenda: {told}\n")


def test_musts_that_take_no_time_are_all_told(fair: Agenda) -> None:
    result = fair("cover", "--must", "fair/lunch", "--must", "fair/gone")
    assert (result.exit_code, result.stderr.splitlines()) == (
        2,
        [
            (
                "agenda: --must fair/lunch: it takes no time, so nobody can miss it; "
                "leave it out, or add --include-transparent"
            ),
            "agenda: --must fair/gone: it is cancelled; leave it out",
        ],
    )


def test_an_item_as_a_must_means_its_block(fair: Agenda) -> None:
    result = fair("cover", "-n", "1", "--must", "fair/first-talk", "--must", "fair/four", "--json", "-q")
    assert {"block", "four"} <= set(who(result))


def test_seats_at_once_are_refused(agenda: Agenda, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FAIR.replace("09:30-10:30: Two", "09:30-10:30: Two\n      speaker: Ada Prado"))
    result = agenda("cover", "-e", str(tmp_path / "a.yaml"), "--person", "prado")
    assert (result.exit_code, result.stderr.splitlines()) == (
        2,
        [
            "agenda: --person: Ada Prado has a seat in `a/one` and `a/two`, which clash; see `agenda conflicts`",
            "agenda: --person: Ada Prado has a seat in `a/two` and `a/three`, which clash; see `agenda conflicts`",
        ],
    )


def test_a_calendar_for_each_delegate(fair: Agenda, tmp_path: Path) -> None:
    written = fair("cover", "--split", "delegate", "-f", "ics", "-o", "plans", "--person", "prado", "-q")
    files = {each.name: each.read_text() for each in (tmp_path / "plans").iterdir()}
    assert (written.exit_code, written.output, sorted(files)) == (0, "", ["ada-prado.ics", "delegate-2.ics"])
    assert {name: text.count("BEGIN:VEVENT") for name, text in files.items()} == {
        "ada-prado.ics": 3,
        "delegate-2.ics": 2,
    }


def test_a_schedule_for_each_delegate_is_one_for_attend(fair: Agenda, tmp_path: Path) -> None:
    for _ in range(2):  # what this tool wrote is written over
        assert fair("cover", "--split", "delegate", "-f", "plain", "-o", "plans", "-q").exit_code == 0
    assert sorted(each.name for each in (tmp_path / "plans").iterdir()) == ["delegate-1.txt", "delegate-2.txt"]
    attended = fair("timetable", "--attend", "plans/delegate-1.txt", "--fields", "id").stdout.split()
    assert {"fair/one", "fair/three"} <= set(attended)


def test_files_of_others_are_not_written_over(fair: Agenda, tmp_path: Path) -> None:
    (tmp_path / "delegate-1.txt").write_text("mine\n")
    result = fair("cover", "--split", "delegate", "-f", "plain", "-o", ".")
    assert (result.exit_code, (tmp_path / "delegate-1.txt").read_text()) == (2, "mine\n")


def test_nothing_to_cover_needs_nobody(fair: Agenda) -> None:
    result = fair("cover", "--on", "2026-03-10")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "agenda: there is nothing to cover" in result.stderr


def test_a_list_of_calendars_counts_a_session_once(fair: Agenda) -> None:
    assert fair("export", "fair", "-o", "fair.ics").exit_code == 0
    once, twice = (fair("cover", *each, "--json", "-q") for each in ((), ("-e", "fair.yaml", "-e", "fair.ics")))
    assert [each["id"] for each in records(once)] == [each["id"] for each in records(twice)]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize(
    "arguments",
    [
        ["high-level-meeting"],
        ["high-level-meeting", "-n", "1"],
        ["-e", str(COAST), "-n", "4", "--buffer", "10m"],
        DECEMBER,
    ],
    ids=["meeting", "one at the meeting", "five rooms and four delegates", "a window"],
)
def test_a_plan_is_drawn(agenda: Agenda, arguments: list[str], columns: int, snapshot: SnapshotAssertion) -> None:
    drawn = agenda("cover", *arguments, "-f", "table", columns=columns).stdout
    assert max(map(len, drawn.splitlines())) <= columns
    assert drawn == snapshot


def test_more_delegates_than_sessions_have_nothing_to_do(fair: Agenda) -> None:
    result = fair("cover", "-n", "1000000000", "--json")
    assert (len({each["delegate"] for each in records(result)}), result.exit_code) == (5, 0)


def test_what_names_no_city_is_no_way_to_another(agenda: Agenda, tmp_path: Path) -> None:
    day = "days:\n  2026-03-09:\n    - {hours}: {title}\n"
    parts = (("Vienna", "10:00-11:00"), ("", "12:00-13:00"), ("New York", "10:00-11:00"))
    for number, (city, hours) in enumerate(parts):
        place = f"place: {city}\n" if city else "zone: Europe/Vienna\n"
        (tmp_path / f"e{number}.yaml").write_text(
            f"title: E\n{place}{day.format(hours=hours, title='Call')}", encoding="utf-8"
        )
    result = agenda("cover", "-e", str(tmp_path), "--json")
    delegates = {each["id"]: each["delegate"] for each in records(result)}
    assert delegates["e0/call"] != delegates["e2/call"]
    assert result.stderr == "agenda: 2 delegates cover everything\n"
    assert agenda("cover", "-e", str(tmp_path), "-n", "1", "--missed").exit_code == 1


def test_repeats_without_an_end_are_planned_for_a_year(agenda: Agenda, tmp_path: Path) -> None:
    daily = (
        "title: R\nzone: Europe/Vienna\nplace: Vienna\ndays:\n  every day from 2020-03-10:\n    - 10:00-11:00: Daily\n"
    )
    (tmp_path / "r.yaml").write_text(daily)
    result = agenda("cover", "-e", str(tmp_path / "r.yaml"), "--at", "2026-03-10T08:00")
    assert len(result.stdout.splitlines()) == 365
    assert "agenda: endless repeats are looked at for a year from now" in result.stderr
