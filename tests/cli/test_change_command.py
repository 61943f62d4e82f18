"""`agenda change`: what becomes of the file, what is told of it, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
Write = Callable[[str, str], Path]

SCHOOL = """\
# A school of wells.
title: Spring school   # as printed
place: {city: Lisbon, zone: Europe/Lisbon}
days:
  2026-03-09:
    # Welcome words are short.
    - 09:00-10:00: Opening   # sharp
      room: Blue room
      # who else?
      chair: Ms. Ada Prado

    - 10:00-11:00: Reading
      id: reading
      room: Hall
      speakers:
        - Mr. Ben Costa
        - Ms. Eva Luz, Director

  every Tuesday from 2026-03-10 to 2026-03-31:
    - 14:00-15:00: Seminar
"""


@pytest.fixture
def school(write: Write) -> Path:
    return write("school.yaml", SCHOOL)


@pytest.fixture
def change(agenda: Agenda, school: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    """`change(…)` in a folder with the school and nothing else."""
    monkeypatch.setenv("AGENDA_EVENTS", "school.yaml")
    monkeypatch.setenv("AGENDA_SCHEDULE", str(school.parent / "picks.txt"))
    return lambda *arguments: agenda("change", *arguments)


CHANGES = [
    (("school/opening", "--time", "09:30-10:30"), (("09:00-10:00", "09:30-10:30"),)),
    (("school/opening", "--room", "Room 2: east"), (("room: Blue room", 'room: "Room 2: east"'),)),
    (("school/opening", "--no-room"), (("      room: Blue room\n", ""),)),
    (
        ("school/opening", "--title", "Words of welcome"),
        ((": Opening ", ": Words of welcome "), ("Ada Prado\n", "Ada Prado\n      id: opening\n")),
    ),
    (("school/reading", "--title", "Reading aloud"), ((": Reading", ": Reading aloud"),)),
    (("school/reading", "--status", "cancelled"), (("Director\n", "Director\n      status: cancelled\n"),)),
    (
        ("school/opening", "--person", "chair: Mr. Ben Costa"),
        (("      chair: Ms. Ada Prado", "      chairs:\n        - Ms. Ada Prado\n        - Mr. Ben Costa"),),
    ),
    (
        ("school/reading", "--no-person", "luz"),
        (("speakers:\n        - Mr. Ben Costa\n        - Ms. Eva Luz, Director", "speaker: Mr. Ben Costa"),),
    ),
    (("school/seminar", "--time", "15:00-16:00"), (("14:00-15:00", "15:00-16:00"),)),
    (
        ("school/seminar/20260317T140000Z", "--status", "cancelled"),
        (("Seminar\n", "Seminar\n      except: {2026-03-17: cancelled}\n"),),
    ),
    (
        ("school/seminar/20260317T140000Z", "--on", "2026-03-18", "--time", "10:00-11:00"),
        (("Seminar\n", "Seminar\n      except: {2026-03-17: 2026-03-18 10:00-11:00}\n"),),
    ),
    (
        ("school/seminar/20260317T140000Z", "--remove"),
        (("Seminar\n", "Seminar\n      except: {2026-03-17: none}\n"),),
    ),
    (
        ("school/opening", "school/reading", "--room", "Cellar"),
        (("Blue room", "Cellar"), ("room: Hall", "room: Cellar")),
    ),
    (
        ("--swap", "school/opening", "school/reading"),
        (("09:00-10:00", "x"), ("10:00-11:00", "09:00-10:00"), ("x", "10:00-11:00")),
    ),
]


@pytest.mark.parametrize(("arguments", "edits"), CHANGES, ids=[" ".join(each) for each, _ in CHANGES])
def test_only_what_is_asked_for_is_different_in_the_file(
    change: Agenda, school: Path, arguments: tuple[str, ...], edits: tuple[tuple[str, str], ...]
) -> None:
    wanted = SCHOOL
    for old, new in edits:
        wanted = wanted.replace(old, new, 1)
    result = change("-q", *arguments)
    assert (result.stderr, result.exit_code, school.read_text()) == ("", 0, wanted)
    assert result.stdout.split() == [each for each in arguments if each.startswith("school/")]


def test_an_item_goes_under_another_day_with_its_comments(change: Agenda, school: Path) -> None:
    change("school/opening", "--on", "2026-03-12")
    days = school.read_text().partition("days:\n")[2]
    assert days.startswith("  2026-03-09:\n    # Welcome words are short.\n    - 10:00-11:00: Reading\n")
    assert (
        "  2026-03-12:\n    - 09:00-10:00: Opening   # sharp\n      room: Blue room\n      # who else?\n"
        "      chair: Ms. Ada Prado\n"
    ) in days


def test_a_day_without_items_goes_with_the_last_one(change: Agenda, school: Path) -> None:
    change("school/seminar", "--remove")
    assert "Tuesday" not in school.read_text()


def test_what_it_amounts_to_is_told_with_new_conflicts(change: Agenda) -> None:
    assert change("school/opening", "--time", "09:30-10:30", "--room", "Hall").stderr == (
        "agenda: school/opening: moved from 09:00–10:00 to 09:30–10:30 (30 min later)\n"
        "agenda: school/opening: now in Hall, not in Blue room\n"
        "agenda: new conflict, certain: “Opening” and “Reading” are both in Hall and overlap by 30 min on "
        "Mon 9 March 2026, 10:00–10:30\n"
    )


def test_a_dry_run_prints_the_lines_and_writes_nothing(change: Agenda, school: Path) -> None:
    result = change("school/opening", "--room", "Hall", "--dry-run")
    changed = [line for line in result.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert (changed, school.read_text()) == (["-      room: Blue room", "+      room: Hall"], SCHOOL)


def test_picks_and_waivers_follow_a_new_id(change: Agenda, agenda: Agenda, write: Write, tmp_path: Path) -> None:
    write("picks.txt", "school/reading\nschool/reading-2\n# school/reading\n")
    agenda("waive", "school/opening", "school/reading", "--reason", "agreed", "--waivers", "waivers.yaml")
    assert change("-q", "school/reading", "--id", "aloud").stdout == "school/aloud\n"
    assert (tmp_path / "picks.txt").read_text().splitlines()[:2] == ["school/aloud", "school/reading-2"]
    assert '"school/aloud": ' in (tmp_path / "waivers.yaml").read_text()


def test_a_waiver_that_lapses_is_named(change: Agenda, agenda: Agenda) -> None:
    agenda("waive", "school/opening", "school/reading", "--reason", "agreed", "--waivers", "waivers.yaml")
    told = change("school/reading", "--time", "10:30-11:00").stderr.splitlines()
    assert told[-1] == "agenda: waivers.yaml:2:3: this waiver lapses, as school/reading changes"


REFUSED = [
    ((), "which session? write `agenda change EVENT/SESSION`"),
    (
        ("school/opening",),
        "what is to be different? write `--time`, `--on`, `--room`, `--title`, `--status` …, or `--remove`",
    ),
    (
        ("school", "--room", "Hall"),
        "`school` is an event; name one of its sessions, or `--revision` for a new version of it",
    ),
    (("school/none", "--remove"), "`school` has no session `none`; there are `opening`, `reading` and `seminar`"),
    (("school/opening", "--remove", "--room", "x"), "--remove takes it out; leave out the rest"),
    (("school/opening", "--room", "x", "--no-room"), "--room and --no-room say two things; leave out one of them"),
    (("school/opening", "--id", "reading"), "--id: `reading` is taken; choose another"),
    (("school/opening", "school/reading", "--id", "x"), "--id is for one session; two cannot have one id"),
    (("school/opening", "--person", "Jo"), "--person: `Jo` says no role; write `ROLE: Name, Position`"),
    (
        ("school/seminar/20260317T140000Z", "--room", "Hall"),
        (
            "nothing is written to school.yaml: one time of `seminar` can be cancelled or moved; "
            "else write an item of its own"
        ),
    ),
    (("school", "--revision", "2026-02"), "--revision: `2026-02` is not a single day; write one like `2026-02-01`"),
    (("school", "--symbol", "A/1"), "of which day is it? write `--revision DATE` as well"),
    (
        ("school", "--revision", "2026-02-01", "--room", "x"),
        "a revision is begun alone; change its sessions afterwards",
    ),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=[" ".join(each) for each, _ in REFUSED])
def test_what_cannot_be_is_refused_with_what_to_do(
    change: Agenda, school: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = change(*arguments)
    assert (result.stdout, result.stderr, result.exit_code) == ("", f"agenda: {told}\n", 2)
    assert school.read_text() == SCHOOL


def test_with_an_error_in_one_of_several_nothing_is_written(change: Agenda, school: Path) -> None:
    result = change("school/opening", "school/reading", "--status", "off")
    assert (result.exit_code, school.read_text()) == (2, SCHOOL)


def test_sessions_of_calendars_and_of_bundled_events_are_refused(agenda: Agenda, school: Path) -> None:
    agenda("export", "-e", str(school), "-o", "school.ics")
    told = agenda("change", "school/opening.school@agendacli", "--room", "x", "-e", "school.ics").stderr
    assert told == "agenda: `school` is an iCalendar file, school.ics; only definitions in YAML are changed\n"
    assert "comes with the tool" in agenda("change", "vienna-session/panel-1", "--room", "x").stderr


def test_a_revision_keeps_the_file_under_the_day_that_it_had(change: Agenda, school: Path) -> None:
    assert change("school", "--revision", "2026-01-05").stderr == "agenda: school.yaml is the revision of 2026-01-05\n"
    first = school.read_text()
    assert change("school", "--revision", "2026-02-01", "--issue", "Rev.1").stderr == (
        "agenda: school.yaml is the revision of 2026-02-01; kept as school@2026-01-05.yaml\n"
    )
    assert (school.parent / "school@2026-01-05.yaml").read_text() == first
    assert "\nissue: Rev.1\nrevision: 2026-02-01\n" in school.read_text()


def test_a_revision_that_is_not_later_or_would_write_over_a_file_is_refused(
    change: Agenda, school: Path, write: Write
) -> None:
    change("school", "--revision", "2026-01-05")
    before = school.read_text()
    assert change("school", "--revision", "2026-01-05").stderr == (
        "agenda: --revision: 2026-01-05 is not later than 2026-01-05, the revision that it has\n"
    )
    write("school@2026-01-05.yaml", SCHOOL)
    told = change("school", "--revision", "2026-02-01").stderr
    assert told == "agenda: school@2026-01-05.yaml is there already; the file has been kept under that day\n"
    assert school.read_text() == before


CONFERENCE = """\
title: Conference
place: {city: Lisbon, zone: Europe/Lisbon}
room: Hall
days:
  2 weeks before opening:
    - 10:00-11:00: Preparation
  2026-03-09:
    - 09:00-09:30: Opening
    - 10:00-12:00: First session
      id: first
      room: Room B
      # the talks
      items:
        - 10:00-10:30: Talk A
        - 10:30-: Talk B   # long
          id: b
        - hours unknown: Talk C
    - 12:15-13:30: Lunch
      room: Foyer
  2026-03-10:
    - 12:15-13:30: Lunch
      room: Foyer
    - 22:00-24:00: Night
      items:
        - 23:00-24:00: Stars
  2 days after b:
    - 10:00-11:00: Review
  every Monday from 2026-03-16 to 2026-04-06:
    - 09:00-10:00: Follow-up
"""

ITEMS = [
    (
        ("conference/b", "--id", "talk-b"),
        (("id: b", "id: talk-b"), ("after b", "after talk-b")),
    ),
    (
        ("conference/opening", "--id", "welcome"),
        (("Opening\n", "Opening\n      id: welcome\n"), ("opening:", "welcome:")),
    ),
    (
        ("conference/first", "--time", "14:00-16:00"),
        (("10:00-12:00", "14:00-16:00"), ("10:00-10:30: T", "14:00-14:30: T"), ("10:30-:", "14:30-:")),
    ),
    (("conference/first", "--time", "09:45-12:00"), (("10:00-12:00", "09:45-12:00"),)),
    (("conference/first", "--time", "10:00-13:00"), (("10:00-12:00", "10:00-13:00"),)),
    (
        ("conference/night", "--time", "23:30-01:30 +1"),
        (("22:00-24:00", "23:30-01:30 +1"), ("23:00-24:00", "00:30-01:30")),
    ),
    (("conference/b", "--title", "Talk on B"), (("Talk B", "Talk on B"),)),
    (("conference/talk-a", "--status", "cancelled"), (("Talk A\n", "Talk A\n          status: cancelled\n"),)),
    (("conference/talk-a", "--remove"), (("        - 10:00-10:30: Talk A\n", ""),)),
    (("conference/stars", "--remove"), (("      items:\n        - 23:00-24:00: Stars\n", ""),)),
    (
        ("conference/b", "--on", "2026-03-10"),
        (
            ("        - 10:30-: Talk B   # long\n          id: b\n", ""),
            ("2026-03-10:\n", "2026-03-10:\n    - 10:30-: Talk B   # long\n      id: b\n"),
        ),
    ),
    (
        ("conference/talk-a", "conference/first", "--room", "Cellar"),
        (("Talk A\n", "Talk A\n          room: Cellar\n"), ("Room B", "Cellar")),
    ),
    (
        ("conference/lunch-2", "--room", "Garden"),
        (
            (
                "2026-03-10:\n    - 12:15-13:30: Lunch\n      room: Foyer",
                "2026-03-10:\n    - 12:15-13:30: Lunch\n      room: Garden",
            ),
        ),
    ),
    (
        ("conference/follow-up/20260316T090000Z", "conference/follow-up/20260323T090000Z", "--status", "cancelled"),
        (("Follow-up\n", "Follow-up\n      except: {2026-03-16: cancelled, 2026-03-23: cancelled}\n"),),
    ),
]


@pytest.mark.parametrize(("arguments", "edits"), ITEMS, ids=[" ".join(each) for each, _ in ITEMS])
def test_blocks_their_items_and_what_hangs_on_them_go_together(
    agenda: Agenda,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    edits: tuple[tuple[str, str], ...],
) -> None:
    file = write("conference.yaml", CONFERENCE)
    monkeypatch.setenv("AGENDA_EVENTS", "conference.yaml")
    wanted = CONFERENCE
    for old, new in edits:
        wanted = wanted.replace(old, new, 1)
    result = agenda("change", "-q", *arguments)
    assert (result.stderr, result.exit_code, file.read_text()) == ("", 0, wanted)


def test_whatever_else_changes_with_it_picks_follow_a_new_id(change: Agenda, write: Write, tmp_path: Path) -> None:
    write("picks.txt", "school/opening\n")
    result = change(
        "school/opening", "--id", "words", "--title", "Bus to the coast", "--on", "2026-03-12", "--time", "18:00-"
    )
    assert result.stdout == "school/words\n"
    assert (tmp_path / "picks.txt").read_text() == "school/words\n"
    assert "removed" not in result.stderr


def test_blocks_that_are_swapped_take_their_items_along(
    agenda: Agenda, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("conference.yaml", CONFERENCE)
    monkeypatch.setenv("AGENDA_EVENTS", "conference.yaml")
    assert agenda("change", "-q", "--swap", "conference/first", "conference/night").exit_code == 0
    first, second = file.read_text().split("  2026-03-09:\n")[1].split("  2 days")[0].split("  2026-03-10:\n")
    assert first.split("    - ", 1)[1] == (
        "09:00-09:30: Opening\n"
        "    - 10:00-12:00: Night\n      items:\n        - 11:00-12:00: Stars\n"
        "    - 12:15-13:30: Lunch\n      room: Foyer\n"
    )
    assert second == (
        "    - 12:15-13:30: Lunch\n      room: Foyer\n"
        "    - 22:00-24:00: First session\n      id: first\n      room: Room B\n      # the talks\n      items:\n"
        "        - 22:00-22:30: Talk A\n        - 22:30-: Talk B   # long\n          id: b\n"
        "        - hours unknown: Talk C\n"
    )


def test_an_item_that_leaves_its_block_is_told(agenda: Agenda, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("conference.yaml", CONFERENCE)
    monkeypatch.setenv("AGENDA_EVENTS", "conference.yaml")
    assert agenda("change", "conference/talk-a", "--on", "2026-03-10").stderr == (
        "agenda: conference/talk-a: moved from Mon 9 March 2026, 10:00–10:30 to Tue 10 March 2026, 10:00–10:30 "
        "(1 day later)\n"
        "agenda: conference/talk-a: now in Hall, not in Room B\n"
        "agenda: `conference/talk-a` is out of its block, `conference/first`\n"
    )


def test_one_time_that_was_cancelled_takes_place_after_all(change: Agenda, school: Path) -> None:
    first, second = "school/seminar/20260317T140000Z", "school/seminar/20260324T140000Z"
    change(first, second, "--status", "cancelled")
    result = change(first, "--status", "confirmed")
    assert result.stderr == f"agenda: {first}: takes place after all: Tue 17 March 2026, 14:00–15:00\n"
    assert "except: {2026-03-24: cancelled}\n" in school.read_text()
    change(second, "--status", "confirmed")
    assert school.read_text() == SCHOOL


def test_an_id_that_is_none_is_refused_at_once(change: Agenda, school: Path) -> None:
    told = "agenda: --id: `Talk B` is not an id; use small letters, digits and hyphens\n"
    assert (change("school/opening", "--id", "Talk B").stderr, school.read_text()) == (told, SCHOOL)


def test_comments_beside_people_stay_when_another_one_goes(change: Agenda, school: Path) -> None:
    lines = "        - Mr. Ben Costa   # by train\n        # with a guest\n        - Ms. Eva Luz, Director # late\n"
    text = SCHOOL.replace("        - Mr. Ben Costa\n        - Ms. Eva Luz, Director\n", lines + "        - Ida Vaz\n")
    school.write_text(text)
    assert change("-q", "school/reading", "--no-person", "Vaz").exit_code == 0
    assert school.read_text() == text.replace("        - Ida Vaz\n", "")
    assert change("-q", "school/reading", "--person", "speaker: Rui Sá").exit_code == 0
    assert school.read_text() == text.replace("Ida Vaz", "Rui Sá")
