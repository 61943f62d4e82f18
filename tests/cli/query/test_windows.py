"""A question of a kept calendar decodes what it asks about, also where nothing is left of it, and answers the same."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.query.test_nearby import large
from typer.testing import Result

from agendacli.cli.query.missing import Question, tell_what_is_missing
from agendacli.cli.query.selecting import expanded_on
from agendacli.model.asked import AskedDates, Clock, DateRange, Moment, Selection
from agendacli.model.said import Names

Agenda = Callable[..., Result]
CLOCK = Clock(Moment(datetime(2015, 6, 1, 12, tzinfo=UTC)))
NAMES = Names(rooms=("Hall",), kinds=("session",), statuses=("confirmed",))


def days(start: date, end: date) -> AskedDates:
    return AskedDates(((date(2015, 6, 1), DateRange(start, end)),))


@pytest.mark.parametrize(
    ("selection", "is_empty", "told"),
    [
        (
            Selection(days(date(1990, 1, 1), date(1990, 1, 8))),
            True,
            (
                "agenda: nothing is left: of 3650 sessions none lies on Mon 1 – Sun 7 January 1990; "
                "they lie on Fri 1 January 2010 – Sun 29 December 2019\n"
            ),
        ),
        (Selection(days(date(2015, 1, 1), date(2015, 1, 3)), kinds=("gala",)), True, "of 2 sessions none has the kind"),
        (Selection(rooms=("hall",)), True, ""),
        (Selection(kinds=("session", "sesion")), False, "nothing has the kind `sesion`; did you mean `session`?"),
        (Selection(), True, ""),
    ],
)
def test_what_is_missing_is_told_without_decoding_everything(
    selection: Selection,
    is_empty: bool,  # noqa: FBT001
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    decoded: list[int] = []
    programme = large(decoded)
    programme.sessions.remember(NAMES)  # type: ignore[attr-defined]
    expanded = expanded_on((programme,), selection.dates, CLOCK).occurrences if selection.dates.ranges else ()
    decoded.clear()
    tell_what_is_missing(Question((programme,), (), CLOCK, expanded), selection, is_empty=is_empty)
    assert told in capsys.readouterr().err
    assert len(decoded) < 12


def calendar() -> str:
    """Three years of a meeting a day in three rooms, and a weekly one."""
    begin = datetime(2026, 1, 1, 9)  # noqa: DTZ001 - wall time
    events = (
        f"BEGIN:VEVENT\nUID:{n}@x\nDTSTAMP:20260101T000000Z\nDTSTART;TZID=Europe/Vienna:{start:%Y%m%dT%H%M%S}\n"
        f"DTEND;TZID=Europe/Vienna:{start + timedelta(hours=1):%Y%m%dT%H%M%S}\nSUMMARY:Talk {n}\n"
        f"LOCATION:Room {n % 3}\nATTENDEE;CN=Person {n % 5}:mailto:p{n % 5}@example.org\nEND:VEVENT\n"
        for n in range(1_050)
        for start in (begin + timedelta(days=n),)
    )
    weekly = (
        "BEGIN:VEVENT\nUID:w@x\nDTSTAMP:20260101T000000Z\nDTSTART:20260106T140000Z\nDURATION:PT1H\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z\nSUMMARY:Round\nLOCATION:Room 1 annex\nEND:VEVENT\n"
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{''.join(events)}{weekly}END:VCALENDAR\n"


QUESTIONS = (
    "now --at 2026-05-05T09:30",
    "now --at 2026-05-05T03:30",
    "now --room room-1 --at 2026-05-05T16:30",
    "now --room annex --at 2026-05-05T16:30",
    "now --room nowhere --at 2026-05-05T16:30",
    "now --person person-2 --kind session --at 2026-05-06T09:30",
    "next --person person-3 -n 3 --at 2026-05-05T03:30",
    "next --within 2h --at 2026-05-05T08:30",
    "next --room annex --at 2027-05-05T08:30",
    "next calendar --kind session --at 2026-05-05T08:30",
    "timetable --on 2026-05-05 --room room-1",
    "timetable --on 2026-05-05 --room room-1 --room rom-2",
    "timetable --on 1999-05-05",
    "timetable --on 2026-05-05 --kind gala",
    "timetable --from 2026-05-05 --to 2026-05-06 --person nobody",
    "free --from 2026-05-01 --to 2026-05-20",
    "free --from 2026-05-01 --to 2026-05-02 --by hour --person person-1",
    "free --from 2026-05-01",
    "free --on 2026-05 --room annex",
    "rooms --on 2026-05-05",
    "people --on 2026-05-05",
    "people person-2 --on 2026-05",
    "people --role host",
    "list --on 2026-05-05",
    "list --on 1999-05-05",
    "list --from 2026-05-05 --to 2026-05-06",
    "list",
    "show calendar/310@x",
    "show 310@x",
    "show calendar/310@x calendar/w@x/20260113T140000Z",
    "show calendar/w@x",
    "show calendar/31",
    "show calendar/none",
    "show talk-310",
    "timetable calendar/310@x --on 1999-05-05",
    "timetable calendar/310@x --person person-2 --kind gala --room annex",
    "timetable calendar/w@x --on 2026-05-05",
    "timetable calendar/w@x calendar --on 2026-05-05",
    "timetable calendar/w@x/20990101T000000Z",
    "timetable --on 2026-05-05 --person person-2 --kind gala --room room-1",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_kept_calendar_answers_as_one_that_is_read_anew(
    question: str, agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENDA_CACHE", str(tmp_path / "kept"))
    file = tmp_path / "calendar.ics"
    file.write_text(calendar())
    os.utime(file, (0, 0))  # what has just changed is not kept
    command, *rest = question.split()
    for _ in range(2):  # the names are kept from the first time that they were collected
        agenda("rooms", "-e", str(file), "--room", "x", "--room", "y", "--on", "2026-05-07")
        agenda("show", "-e", str(file), "calendar/7@x")
    assert [*(tmp_path / "kept").glob("calendar-*")]
    kept = agenda(command, "-e", str(file), *rest)
    anew = agenda(command, "-e", str(file), "--no-cache", *rest)
    assert (kept.exit_code, kept.stdout, kept.stderr) == (anew.exit_code, anew.stdout, anew.stderr)
