"""Calendars as definitions: `import`."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.analysis.occurrences import expand
from agendacli.load.loaded import Loaded, Unsaid
from agendacli.load.programmes import load
from agendacli.model.diagnostic import has_errors
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Days, DayWindow, When
from agendacli.model.zones import instant

Agenda = Callable[..., Result]

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
CALENDARS = sorted(path for folder in ("valid", "repeats", "invalid") for path in (CORPUS / folder).glob("*.ics"))
NO_CALENDARS = {"icalendar--fuzz_testcase_invalid_month.ics"}
MINUTE = timedelta(minutes=1)

TEA = """\
BEGIN:VCALENDAR
X-WR-CALNAME:Tea times
X-WR-TIMEZONE:Europe/Lisbon
BEGIN:VEVENT
UID:First_tea/1@example.org
DTSTART:20260105T160000Z
DTEND:20260105T170000Z
SUMMARY:First: tea
LOCATION:Kitchen
DESCRIPTION:One\\n\\nTwo
ATTENDEE;CN=Jo Doe;PARTSTAT=ACCEPTED:mailto:jo@example.org
END:VEVENT
BEGIN:VEVENT
UID:first-tea-1
DTSTART;TZID=Asia/Tokyo:20260106T090000
DTEND;TZID=Asia/Tokyo:20260106T100000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Asia/Tokyo:20260113T090000
SUMMARY:Green tea
END:VEVENT
BEGIN:VEVENT
UID:first-tea-1
RECURRENCE-ID;TZID=Asia/Tokyo:20260120T090000
DTSTART;TZID=Asia/Tokyo:20260120T110000
DTEND;TZID=Asia/Tokyo:20260120T120000
SUMMARY:Green tea
END:VEVENT
BEGIN:VEVENT
UID:first-tea-1
RECURRENCE-ID;TZID=Asia/Tokyo:20260127T090000
DTSTART;TZID=Asia/Tokyo:20260127T090000
DTEND;TZID=Asia/Tokyo:20260127T100000
SUMMARY:Black tea
END:VEVENT
BEGIN:VEVENT
UID:floating
DTSTART:20260107T180000
SUMMARY:Open end
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:days
DTSTART;VALUE=DATE:20260108
DTEND;VALUE=DATE:20260110
SUMMARY:Fair
END:VEVENT
END:VCALENDAR
"""

DEFINITION = """\
format: 1
title: Tea times
kind: calendar
zone: Europe/Lisbon

days:
  2026-01-05:
    - 16:00-17:00: "First: tea"
      id: first-tea-1
      room: Kitchen
      participant: Jo Doe
      uid: First_tea/1@example.org
      description: |-
        One

        Two

  every Tuesday from 2026-01-06 to 2026-01-27:
    - 09:00-10:00: Green tea
      id: first-tea-1-2
      zone: Asia/Tokyo
      except: {2026-01-13: none, 2026-01-20: 11:00-12:00, 2026-01-27: none}
      uid: first-tea-1

  2026-01-07:
    - 18:00-: Open end
      id: floating
      status: cancelled
      uid: floating

  2026-01-08 to 2026-01-09:
    - all day: Fair
      id: days
      uid: days

  2026-01-27:
    - 09:00-10:00: Black tea
      id: first-tea-1-2-2026-01-27
      zone: Asia/Tokyo
"""
DIFFERS = (
    "agenda: tea.ics: `first-tea-1-2`: once it differs in more than its time; written as an item of its own\n"
    "agenda: tea.ics: `floating`: it ends when it begins; the end is written as not known\n"
)
UNKEPT = "agenda: tea.ics: left out, as a definition has no key for it: 1 address of a person\n"

BROKEN = TEA.replace("20260107T180000", "soon")
LOST = "tea.ics:37:1: error[ics-lost]: DTSTART `soon` is not a time; this VEVENT was left out (UID floating)\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with `tea.ics` in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.ics").write_text(TEA)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_import_prints_a_definition(agenda: Agenda) -> None:
    result = agenda("import", "tea.ics")
    assert (result.exit_code, result.stdout, result.stderr) == (0, DEFINITION, DIFFERS + UNKEPT)


def test_import_writes_into_a_file(agenda: Agenda, folder: Path) -> None:
    result = agenda("import", "tea.ics", "-o", "times.yaml")
    told = f"{DIFFERS}{UNKEPT}agenda: times.yaml: 5 items; see `agenda check times.yaml`\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", told)
    assert (folder / "times.yaml").read_text() == DEFINITION
    assert agenda("check", "times.yaml").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_import_reads_standard_input_and_may_be_quiet(agenda: Agenda) -> None:
    result = agenda("import", "-", "-q", stdin=TEA)
    assert (result.exit_code, result.stdout, result.stderr) == (0, DEFINITION, "")


def test_import_of_standard_input_without_a_name_says_so_and_what_is_not_kept(agenda: Agenda) -> None:
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM\n"
    times = "DTSTART:20260105T100000Z\nDTEND:20260105T110000Z\n"
    event = f"BEGIN:VEVENT\nUID:a@x\n{times}SUMMARY:Tea\nATTACH:https://x.org/\n{alarm}END:VEVENT\n"
    result = agenda("import", "-", stdin=f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}END:VCALENDAR\n")
    assert result.stdout.startswith("format: 1\ntitle: Untitled calendar\n")
    assert result.stderr.splitlines() == [
        "agenda: stdin: left out, as a definition has no key for it: 1 reminder, 1 attachment",
        "agenda: stdin: the calendar has no name; the title is `Untitled calendar`",
    ]


@pytest.mark.usefixtures("folder")
def test_import_reads_floating_times_in_the_zone_that_is_asked_for(agenda: Agenda) -> None:
    plain = TEA.replace("X-WR-TIMEZONE:Europe/Lisbon\n", "")
    result = agenda("import", "-", "-q", "--zone", "Asia/Kolkata", stdin=plain)
    assert "    - 18:00-: Open end\n      id: floating\n      zone: Asia/Kolkata\n" in result.stdout


@pytest.mark.usefixtures("folder")
def test_import_takes_only_the_days_that_are_asked_for(agenda: Agenda) -> None:
    result = agenda("import", "tea.ics", "-q", "--from", "2026-01-08", "--to", "2026-01-20")
    assert result.stdout.partition("days:\n")[2] == (
        """\
  2026-01-08 to 2026-01-09:
    - all day: Fair
      id: days
      uid: days

  2026-01-20:
    - 11:00-12:00: Green tea
      id: first-tea-1-2
      zone: Asia/Tokyo
"""
    )


def test_import_with_errors_prints_what_is_left_and_writes_no_file(agenda: Agenda, folder: Path) -> None:
    (folder / "tea.ics").write_text(BROKEN)
    printed = agenda("import", "tea.ics", "-q")
    assert (printed.exit_code, printed.stderr) == (2, LOST)
    assert "Open end" not in printed.stdout
    assert "Black tea" in printed.stdout
    written = agenda("import", "tea.ics", "-o", "times.yaml")
    assert (written.exit_code, written.stdout) == (2, "")
    assert written.stderr == f"{LOST}agenda: times.yaml is not written: the errors above would be missing in it\n"
    assert not (folder / "times.yaml").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.ics"], "none.ics: no such file or directory"),
        (
            ["tea.ics", "--zone", "CET+1"],
            "--zone: `CET+1` is not an IANA time zone; write one like `Europe/Vienna`",
        ),
        (
            ["tea.ics", "-o", "out.ics"],
            "-o: out.ics would not be a definition; write into a file such as `programme.yaml`",
        ),
        (
            ["tea.ics", "-o", "people.yaml"],
            "-o: people.yaml would not be a definition; write into a file such as `programme.yaml`",
        ),
        (
            ["tea.ics", "-o", "waivers.yaml"],
            "-o: waivers.yaml would not be a definition; write into a file such as `programme.yaml`",
        ),
        (
            ["tea.ics", "--from", "soon"],
            "`soon` is not a date that is known here; write one like `2017-09-04`, `4-5 September`,",
        ),
        (["tea.ics", "-o", "none/times.yaml"], "none/times.yaml: no such file or directory"),
    ],
)
def test_import_of_what_cannot_be_says_what_to_do(agenda: Agenda, arguments: list[str], told: str) -> None:
    result = agenda("import", "-q", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"agenda: {told}")


def test_import_of_no_calendar_is_an_error(agenda: Agenda) -> None:
    result = agenda("import", "-", stdin="title: Tea\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("stdin:1:1: error[ics-no-calendar]: ")


@pytest.mark.parametrize("event", ["vienna-session", "high-level-meeting", "documents-and-deadlines"])
def test_import_of_our_own_calendar_gives_back_ids_and_uids(agenda: Agenda, tmp_path: Path, event: str) -> None:
    before = agenda("export", event).stdout
    file = tmp_path / f"{event}.yaml"
    assert agenda("import", "-", "-o", str(file), stdin=before).exit_code == 0
    after = agenda("export", "-e", str(file)).stdout
    kept = ("UID:", "DTSTART", "DTEND")
    assert sorted(each for each in after.splitlines() if each.startswith(kept)) == sorted(
        each for each in before.splitlines() if each.startswith(kept)
    )


def test_import_of_repeats_exports_to_the_same_instants(agenda: Agenda, folder: Path) -> None:
    agenda("import", "tea.ics", "-o", "times.yaml")
    found = [
        sorted((each["start"], end_of(each), each["title"], each["status"]) for each in json.loads(result.stdout))
        for result in (
            agenda("timetable", "--json", "--tz", "UTC", "-e", str(folder / each)) for each in ("tea.ics", "times.yaml")
        )
    ]
    assert found[0] == found[1]


def end_of(record: dict[str, str | None]) -> str | None:
    """The end; no definition can say that something takes no time."""
    return record["end"] if record["end"] != record["start"] else None


def seen(occurrence: Occurrence) -> tuple[object, ...]:
    session = occurrence.session
    names = sorted(" ".join(each.name.split()) for each in session.participants)
    said = session.title.strip(), (session.room or "").strip(), (session.description or "").strip()
    return *times(occurrence.when), *said, session.status, session.transparent, str(names), session.url


def times(when: When) -> tuple[date, date | None]:
    """Instants to the minute, or days; no definition can say that something takes no time."""
    if isinstance(when, Days | DayWindow):
        return when.start, when.end
    start = instant(when.start, when.zone)
    if when.end in (None, when.start):
        return start.replace(second=0), None
    end = instant(when.end, when.zone)
    later = MINUTE if end.second > start.second else 0 * MINUTE
    return start.replace(second=0), end.replace(second=0) + later


def found_in(loaded: Loaded) -> Counter[tuple[object, ...]]:
    """What begins in the years from 1990 to 2023."""
    window = datetime(1989, 12, 1, tzinfo=UTC), datetime(2024, 2, 1, tzinfo=UTC)
    found = (seen(each) for each in expand(loaded.programmes, *window))
    return Counter(each for each in found if "1990" <= str(each[0]) < "2024")


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: path.stem)
def test_import_of_calendars_that_others_wrote(agenda: Agenda, tmp_path: Path, path: Path) -> None:
    result = agenda("import", str(path), "--floating", "Europe/Vienna", "-q")
    if path.name in NO_CALENDARS:
        assert (result.exit_code, result.stdout) == (2, "")
        return
    file = tmp_path / f"{path.stem.casefold()}.yaml"
    file.write_bytes(result.stdout_bytes)
    after = load([str(file)])
    before = load([str(path)], unsaid=Unsaid("Europe/Vienna"))
    assert not has_errors(after.diagnostics)
    assert result.exit_code == (2 if has_errors(before.diagnostics) else 0)
    assert found_in(after) == found_in(before)


def test_import_of_items_of_several_programmes_keeps_every_uid(agenda: Agenda, tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\nUID:{}\nDTSTART;VALUE=DATE:20260105\nSUMMARY:Tea\nEND:VEVENT\n"
    uids = ("green.tea@agendacli", "black@x.org")
    (tmp_path / "tea.ics").write_text(f"BEGIN:VCALENDAR\n{''.join(map(event.format, uids))}END:VCALENDAR\n")
    result = agenda("import", str(tmp_path / "tea.ics"), "-q")
    assert [each.strip() for each in result.stdout.splitlines() if "uid:" in each] == [f"uid: {each}" for each in uids]
