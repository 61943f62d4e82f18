"""Free hours on the clocks of several zones, and days that holidays take."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
Write = Callable[[str, str], Path]

TWO_BUSY = """
title: Two busy people
zone: Europe/Vienna
days:
  2026-05-04:
    - 09:00-12:00: Talk of A
      speaker: Ms. Ada Alt
    - 15:30-16:00: Talk of B
      speaker: Mr. Bo Berg
"""


def free_of_both(agenda: Agenda, write: Write, *hours: str) -> tuple[int, str]:
    write("busy.yaml", TWO_BUSY)
    asked = [word for each in hours for word in ("--hours", each)]
    result = agenda("free", "-e", "busy.yaml", "--person", "alt", "--person", "berg", *asked, "--fields", "start,end")
    return result.exit_code, result.stdout or result.stderr


def test_free_within_the_hours_of_two_zones(agenda: Agenda, write: Write) -> None:
    both = free_of_both(agenda, write, "09:00-18:00", "9am-6pm America/New_York")
    assert both == (
        0,
        "2026-05-04T15:00:00+02:00\t2026-05-04T15:30:00+02:00\n2026-05-04T16:00:00+02:00\t2026-05-04T18:00:00+02:00\n",
    )


def test_free_within_the_hours_of_another_zone_alone(agenda: Agenda, write: Write) -> None:
    alone = free_of_both(agenda, write, "09:00-12:00 America/New_York")
    assert alone == (
        0,
        "2026-05-04T15:00:00+02:00\t2026-05-04T15:30:00+02:00\n2026-05-04T16:00:00+02:00\t2026-05-04T18:00:00+02:00\n",
    )


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (("09:00-18:00", "10:00-12:00"), "--hours: of several, all but one need a zone behind them"),
        (("09:00-18:00 New York",), "--hours: `New York` is not an IANA time zone; did you mean `America/New_York`?"),
        (("noonish",), "--hours: "),
    ],
)
def test_hours_that_cannot_be_taken_are_refused(
    agenda: Agenda, write: Write, hours: tuple[str, ...], words: str
) -> None:
    code, told = free_of_both(agenda, write, *hours)
    assert (code, words in told) == (2, True)


HOLIDAYS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:may-day@x
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20200505
RRULE:FREQ=YEARLY
SUMMARY:A holiday
END:VEVENT
END:VCALENDAR
"""


def test_holidays_are_no_working_days(agenda: Agenda, write: Write) -> None:
    write("busy.yaml", TWO_BUSY)
    write("holidays.ics", HOLIDAYS.replace("\n", "\r\n"))
    days = ("free", "-e", "busy.yaml", "--from", "2026-05-04", "--to", "2026-05-06", "--holidays", "holidays.ics")
    assert agenda(*days, "--fields", "start").stdout == "2026-05-06\n"
    assert "1 holiday left out" in agenda(*days, "-f", "table").stdout


PLACES = """\
cities:
  vienna: {name: Vienna, zone: Europe/Vienna, holidays: [2026-05-05, 7-8 May 2026, 2026-12-24]}
"""
IN_VIENNA = """\
title: Busy
place: Vienna
days:
  2026-05-04:
    - all day: Congress
"""


def test_holidays_of_the_city_are_no_working_days(agenda: Agenda, write: Write) -> None:
    write("places.yaml", PLACES)
    write("busy.yaml", IN_VIENNA)
    days = ("free", "-e", "busy.yaml", "--from", "2026-05-04", "--to", "2026-05-08")
    assert agenda(*days, "--fields", "start").stdout == "2026-05-06\n"
    assert "3 holidays left out" in agenda(*days, "-f", "table").stdout


def test_holidays_of_one_of_several_cities_are_those_of_nobody_unless_it_is_asked_for(
    agenda: Agenda, write: Write
) -> None:
    write("places.yaml", PLACES)
    write("busy.yaml", f"{IN_VIENNA}    - all day: Fair\n      place: Graz\n      zone: Europe/Vienna\n")
    days = ("free", "-e", "busy.yaml", "--from", "2026-05-04", "--to", "2026-05-08", "--fields", "start")
    assert agenda(*days).stdout.split() == ["2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"]
    assert agenda(*days, "--city", "Vienna").stdout.split() == ["2026-05-06"]


def test_holidays_that_are_no_days_are_reported(agenda: Agenda, write: Write) -> None:
    write("places.yaml", PLACES.replace("2026-12-24", "Christmas"))
    write("busy.yaml", IN_VIENNA)
    result = agenda("check", "busy.yaml")
    assert "places.yaml:2:84: error[bad-date]: `Christmas` names no holidays" in result.stdout + result.stderr


def test_holidays_that_cannot_be_read_end_the_run(agenda: Agenda) -> None:
    result = agenda("free", "--on", "2026-05", "--holidays", "nowhere.ics")
    assert (result.exit_code, "--holidays: nowhere.ics" in result.stderr) == (2, True)
