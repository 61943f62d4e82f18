"""The time that an occurrence takes: surely, and possibly."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from agendacli.analysis.availability.occupied import Occupied, days_occupied, occupied, outer_days
from agendacli.model.asked import DateRange
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When

VIENNA, NEW_YORK, LONDON = "Europe/Vienna", "America/New_York", "Europe/London"
PROGRAMME = Programme("p", "P", "p.yaml")
DAY = timedelta(days=1)


def wall(day: int, hour: int = 0) -> datetime:
    return datetime.combine(date(2017, 12, day), time(hour))


def utc(start: tuple[int, int], end: tuple[int, int]) -> Interval:
    return Interval(wall(*start).replace(tzinfo=UTC), wall(*end).replace(tzinfo=UTC))


def occurrence(when: When, status: Status = Status.CONFIRMED, *, transparent: bool = False) -> Occurrence:
    return Occurrence(PROGRAMME, Session("s", "S", when, status=status, transparent=transparent), when)


TIMED = Timed(wall(4, 10), wall(4, 13), LONDON)
WINDOW = DayWindow(date(2017, 12, 4), date(2017, 12, 8), LONDON)
LONG_WINDOW = DayWindow(date(2017, 12, 4), date(2017, 12, 8), LONDON, 3)
PART = TimeWindow(wall(4, 8), wall(4, 12), LONDON)
LONG_PART = TimeWindow(wall(4, 8), wall(4, 12), LONDON, timedelta(hours=3))
SHORT_PART = TimeWindow(wall(4, 8), wall(4, 12), LONDON, timedelta(hours=1))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (TIMED, Occupied(utc((4, 10), (4, 13)))),
        (Timed(wall(4, 18), None, LONDON), Occupied(utc((4, 18), (4, 18)), utc((4, 18), (5, 0)))),
        (Days(date(2017, 12, 4), date(2017, 12, 6), LONDON), Occupied(utc((4, 0), (6, 0)))),
        (Days(date(2017, 12, 4), date(2017, 12, 5), None), Occupied(utc((3, 23), (4, 23)))),
        (WINDOW, Occupied(None, utc((4, 0), (8, 0)))),
        (LONG_WINDOW, Occupied(utc((5, 0), (7, 0)), utc((4, 0), (8, 0)))),
        (DayWindow(date(2017, 12, 4), date(2017, 12, 5), None), Occupied(utc((3, 23), (4, 23)))),
        (PART, Occupied(None, utc((4, 8), (4, 12)))),
        (LONG_PART, Occupied(utc((4, 9), (4, 11)), utc((4, 8), (4, 12)))),
        (SHORT_PART, Occupied(None, utc((4, 8), (4, 12)))),
    ],
)
def test_occupied(when: When, expected: Occupied) -> None:
    assert occupied(occurrence(when), VIENNA) == expected


@pytest.mark.parametrize("when", [TIMED, LONG_WINDOW, LONG_PART])
def test_occupied_tentative_is_only_possible(when: When) -> None:
    tentative = occurrence(when, Status.TENTATIVE)
    assert occupied(tentative, VIENNA) == Occupied(None, tentative.bounds)


def span(start: int, end: int) -> tuple[date, date]:
    return date(2017, 12, start), date(2017, 12, end)


@pytest.mark.parametrize(
    ("when", "sure", "touched"),
    [
        (TIMED, span(4, 5), span(4, 5)),
        (Timed(wall(4, 18), None, LONDON), span(4, 5), span(4, 5)),
        (Days(date(2017, 12, 4), date(2017, 12, 6), None), span(4, 6), span(4, 6)),
        (WINDOW, span(7, 7), span(4, 8)),
        (LONG_WINDOW, span(5, 7), span(4, 8)),
        (PART, span(4, 5), span(4, 5)),
    ],
)
def test_days_occupied(when: When, sure: tuple[date, date], touched: tuple[date, date]) -> None:
    assert days_occupied(occurrence(when), None) == (sure, touched)


def test_days_occupied_in_another_zone() -> None:
    late = Timed(wall(4, 20), wall(4, 22), NEW_YORK)
    assert days_occupied(occurrence(late), VIENNA) == (span(5, 6), span(5, 6))


def test_days_occupied_part_that_lies_on_two_days_elsewhere() -> None:
    part = TimeWindow(wall(4), wall(4, 10), VIENNA)
    assert days_occupied(occurrence(part), NEW_YORK) == (span(3, 3), span(3, 5))


@pytest.mark.parametrize("when", [TIMED, LONG_WINDOW])
def test_days_occupied_tentative_is_only_possible(when: When) -> None:
    sure, _ = days_occupied(occurrence(when, Status.TENTATIVE), None)
    assert sure[0] == sure[1]


def test_outer_days_of_what_takes_time() -> None:
    whens = (TIMED, WINDOW, PART)
    unseen = occurrence(Days(date(2017, 1, 1), date(2019, 1, 1), None), transparent=True)
    found = outer_days((*(occurrence(when) for when in whens), unseen), None)
    assert found == DateRange(wall(4).date(), date(2017, 12, 8))


def test_outer_days_of_nothing() -> None:
    assert outer_days((occurrence(TIMED, Status.CANCELLED),), None) is None
