from datetime import UTC, date, datetime

import pytest

from agendacli.formats.ics.write.plans import Plan
from agendacli.formats.ics.write.times import WrittenTime, timetabled, zones_of
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Days, Timed, When

VIENNA = "Europe/Vienna"


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(fold=fold)


def plan(when: When, *rules: str) -> Plan:
    session = Session("a", "A", when)
    return Plan("a", Occurrence(Programme("p", "P", "p.yaml", sessions=(session,)), session, when), rules)


def written(when: When) -> list[tuple[date, str | None]]:
    return [(start, zone) for _, start, zone in timetabled(plan(when)).times]


def test_time_is_written_on_the_clocks_of_its_zone() -> None:
    when = Timed(at("2017-09-04 10:15"), at("2017-09-04 13:00"), VIENNA)
    assert timetabled(plan(when)).times == (
        WrittenTime("DTSTART", at("2017-09-04 10:15"), VIENNA),
        WrittenTime("DTEND", at("2017-09-04 13:00"), VIENNA),
    )


@pytest.mark.parametrize(
    ("wall", "fold", "expected"),
    [
        pytest.param("2017-10-29 02:30", 0, at("2017-10-29 00:30").replace(tzinfo=UTC), id="first of two"),
        pytest.param("2017-10-29 02:30", 1, at("2017-10-29 01:30").replace(tzinfo=UTC), id="second of two"),
        pytest.param("2017-03-26 02:30", 0, at("2017-03-26 01:30").replace(tzinfo=UTC), id="skipped"),
    ],
)
def test_time_that_comes_twice_or_never_is_written_in_utc(wall: str, fold: int, expected: datetime) -> None:
    assert written(Timed(at(wall, fold), None, VIENNA)) == [(expected, None)]


def test_time_of_an_evening_that_comes_twice_is_written_in_utc() -> None:
    """The clocks of St. John's went back at a minute past midnight: of the day before the last hour comes twice."""
    second = Timed(at("2010-11-06 23:30", 1), None, "America/St_Johns")
    assert written(second) == [(at("2010-11-07 03:00").replace(tzinfo=UTC), None)]


def test_time_beside_the_change_of_the_clocks_is_written_on_them() -> None:
    when = Timed(at("2017-10-29 01:30"), at("2017-10-29 03:00"), VIENNA)
    assert written(when) == [(at("2017-10-29 01:30"), VIENNA), (at("2017-10-29 03:00"), VIENNA)]


def test_end_that_does_not_come_after_the_start_is_not_written() -> None:
    assert len(written(Timed(at("2017-09-04 10:15"), at("2017-09-04 10:15"), VIENNA))) == 1
    assert len(written(Timed(at("2017-10-29 02:30", 1), at("2017-10-29 02:45"), VIENNA))) == 1


def test_zones_are_those_of_the_times_with_their_years() -> None:
    plans = [
        plan(Timed(at("2017-09-04 10:15"), at("2018-01-01 00:00"), VIENNA)),
        plan(Timed(at("2016-09-04 10:15"), None, VIENNA)),
        plan(Timed(at("2017-09-04 10:15"), None, "Asia/Tokyo"), "FREQ=DAILY;UNTIL=20200101"),
        plan(Timed(at("2017-09-04 10:15"), None, "Africa/Cairo"), "FREQ=DAILY"),
        plan(Timed(at("2017-09-04 10:15"), None, "UTC")),
        plan(Days(date(2017, 9, 4), date(2017, 9, 5), VIENNA)),
    ]
    assert {zone: use.years for zone, use in zones_of(map(timetabled, plans)).items()} == {
        "Africa/Cairo": (2017, 2027),
        "Asia/Tokyo": (2017, 2020),
        VIENNA: (2016, 2018),
    }
