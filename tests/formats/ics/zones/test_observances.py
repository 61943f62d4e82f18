"""Custom zones: their own rules, and the IANA zones that are like them."""

from datetime import datetime, timedelta

import pytest

from agendacli.formats.ics.component import Component
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import read_components
from agendacli.formats.ics.zones.clocks import DefinedClocks
from agendacli.formats.ics.zones.observances import read_clocks, zone_alike
from agendacli.model.findings import Findings

Part = tuple[str, str, str, str, str]
HOUR = timedelta(hours=1)
VIENNA: tuple[Part, ...] = (
    ("DAYLIGHT", "19810329T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("STANDARD", "19961027T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
)


def timezone(*parts: Part, more: tuple[str, ...] = ()) -> Component:
    lines = ["BEGIN:VTIMEZONE", "TZID:own", *more]
    for name, start, before, after, rule in parts:
        lines += [
            f"BEGIN:{name}",
            f"DTSTART:{start}",
            f"TZOFFSETFROM:{before}",
            f"TZOFFSETTO:{after}",
            rule,
            f"END:{name}",
        ]
    lines.append("END:VTIMEZONE")
    return next(read_components("\n".join(lines).encode(), Oddities("x.ics", Findings())))


def clocks(*parts: Part, first: int = 2017, last: int = 2017) -> DefinedClocks:
    found = read_clocks(timezone(*parts), first, last)
    assert found
    return found


def alike(*parts: Part, likely: tuple[str, ...] = (), more: tuple[str, ...] = (), first: int = 2017) -> str | None:
    component = timezone(*parts, more=more)
    found = read_clocks(component, first, 2017)
    assert found
    return zone_alike(found, component, likely, first, 2017)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("shown", "utc"),
    [
        ("2017-01-01 12:00", "2017-01-01 11:00"),
        ("2017-07-01 12:00", "2017-07-01 10:00"),
        ("2017-12-01 12:00", "2017-12-01 11:00"),
        ("2017-03-26 01:59", "2017-03-26 00:59"),
        ("2017-03-26 02:30", "2017-03-26 01:30"),  # skipped: the offset before
        ("2017-03-26 03:00", "2017-03-26 01:00"),
        ("2017-10-29 02:30", "2017-10-29 00:30"),  # twice: the first
        ("2017-10-29 03:00", "2017-10-29 02:00"),
    ],
)
def test_wall_time_becomes_utc(shown: str, utc: str) -> None:
    assert clocks(*VIENNA).utc(wall(shown)) == wall(utc)


def test_offset_before_the_first_change_is_the_one_changed_from() -> None:
    found = clocks(("STANDARD", "20170301T000000", "+0300", "+0200", ""))
    assert (found.offset(wall("2017-01-01")), found.offset(wall("2017-03-01"))) == (3 * HOUR, 2 * HOUR)


@pytest.mark.parametrize(
    ("rule", "onset"),
    [
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "2017-10-29"),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=2SU", "2017-10-08"),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=21,22,23,24,25,26,27;BYDAY=SU", "2017-10-22"),
        ("RRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-1", "2017-10-31"),
        ("RRULE:FREQ=YEARLY;BYMONTH=9", "2017-09-08"),
        ("RRULE:FREQ=YEARLY", "2017-10-08"),
        ("RRULE:FREQ=YEARLY;COUNT=8", "2017-10-08"),
        ("RRULE:FREQ=YEARLY;COUNT=7", None),
        ("RRULE:FREQ=YEARLY;INTERVAL=7", "2017-10-08"),
        ("RRULE:FREQ=YEARLY;INTERVAL=2", None),
        ("RRULE:FREQ=YEARLY;UNTIL=20151231T000000Z", None),
        ("RDATE:20171111T030000,20181111", "2017-11-11"),
    ],
)
def test_change_comes_when_the_rule_says(rule: str, onset: str | None) -> None:
    found = clocks(("STANDARD", "20101008T030000", "+0200", "+0100", rule))
    within = [each.moment + each.before for each in found.changes if each.moment.year == 2017]
    assert [each.date().isoformat() for each in within] == ([onset] if onset else [])


@pytest.mark.parametrize(
    "part",
    [
        ("STANDARD", "soon", "+0200", "+0100", ""),
        ("STANDARD", "", "+0200", "+0100", ""),
        ("STANDARD", "20101008T030000", "", "+0100", ""),
        ("STANDARD", "20101008T030000", "+0200", "+5744", ""),
        ("STANDARD", "20101008T030000", "+0200", "+0100", "RRULE:FREQ=NEVER"),
        ("STANDARD", "20101008T030000", "+0200", "+0100", "RRULE:FREQ=DAILY"),
        ("STANDARD", "20101008T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYYEARDAY=3"),
        ("STANDARD", "20101008T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=2SU"),
    ],
)
def test_zone_whose_rules_cannot_be_read_has_no_clocks(part: Part) -> None:
    assert read_clocks(timezone(part), 2017, 2017) is None


def test_zone_without_parts_has_no_clocks() -> None:
    assert read_clocks(timezone(), 2017, 2017) is None


def test_later_rule_takes_over_from_one_without_end() -> None:
    old = ("STANDARD", "16711029T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
    new = ("STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")
    found = clocks(old, new)
    assert [f"{each.moment:%m-%d}" for each in found.changes if each.moment.year == 2017] == ["11-05"]


def test_day_and_utc_time_are_taken_for_an_onset() -> None:
    assert clocks(("STANDARD", "20170301", "+0200", "+0100", "")).changes[0].moment == wall("2017-02-28 22:00")
    assert clocks(("STANDARD", "20170301T000000Z", "+0200", "+0100", "")).changes[0].moment == wall("2017-02-28 22:00")


def test_likely_zone_is_taken_if_it_is_alike() -> None:
    assert alike(*VIENNA, likely=("America/New_York", "Europe/Vienna")) == "Europe/Vienna"


def test_zone_that_the_definition_names_comes_first() -> None:
    named = ("X-LIC-LOCATION:Europe/Rome",)
    assert alike(*VIENNA, likely=("Europe/Vienna",), more=named) == "Europe/Rome"
    assert alike(*VIENNA, likely=("Europe/Vienna",), more=("X-LIC-LOCATION:America/New_York",)) == "Europe/Vienna"


def test_zone_that_names_no_city_is_one_that_names_none() -> None:
    assert alike(*VIENNA) == "CET"


def test_zone_without_changes_needs_no_city() -> None:
    assert alike(("STANDARD", "16010101T000000", "+1100", "+1100", "")) == "Etc/GMT-11"
    assert alike(("STANDARD", "16010101T000000", "-0300", "-0300", "")) == "Etc/GMT+3"
    assert alike(("STANDARD", "16010101T000000", "+0000", "+0000", "")) == "UTC"
    assert alike(("STANDARD", "16010101T000000", "+0530", "+0530", "")) == "Asia/Calcutta"


def test_zone_that_none_is_like_has_none() -> None:
    assert alike(("STANDARD", "16010101T000000", "+0007", "+0007", "")) is None
    summer = ("DAYLIGHT", "20170505T000000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5")
    assert alike(summer, VIENNA[1], first=2010) is None


def test_zone_that_changed_with_the_years_is_told_apart() -> None:
    fixed = ("STANDARD", "20161107T000000", "+0300", "+0300", "")
    assert alike(fixed, likely=("Europe/Istanbul",), first=2017) == "Europe/Istanbul"
    assert alike(fixed, likely=("Europe/Istanbul",), first=2015) == "Etc/GMT-3"
