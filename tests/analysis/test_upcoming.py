"""What is on at a moment, and what comes next."""

from datetime import UTC, date, datetime, timedelta

import pytest

from agendacli.analysis.upcoming import coming, on_now, soonest
from agendacli.model.asked import Clock, Moment
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When

VIENNA, NEW_YORK = "Europe/Vienna", "America/New_York"
PROGRAMME = Programme("p", "P", "p.yaml")


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


def occurrence(id_: str, when: When, *, transparent: bool = False, status: Status = Status.CONFIRMED) -> Occurrence:
    return Occurrence(PROGRAMME, Session(id_, id_, when, transparent=transparent, status=status), when)


def clock(text: str, zone: str | None = None) -> Clock:
    """The moment of a text: an instant with an offset, else a time on the clock."""
    return Clock(Moment(datetime.fromisoformat(text)), zone)


PANEL = occurrence("panel", timed("2017-09-05T10:00", "2017-09-05T13:00"))
LUNCH = occurrence("lunch", timed("2017-09-05T13:00", "2017-09-05T15:00"), transparent=True)
SIDE_EVENT = occurrence("side-event", timed("2017-09-05T13:15", "2017-09-05T14:45"))
SUMMARY = occurrence("summary", timed("2017-09-05T15:00", "2017-09-05T17:50"), status=Status.CANCELLED)
OVERSEAS = occurrence("overseas", timed("2017-09-05T13:00", "2017-09-05T14:00", NEW_YORK))
WINDOW = occurrence("window", DayWindow(date(2017, 9, 1), date(2017, 10, 1), VIENNA), transparent=True)
ALL = (PANEL, OVERSEAS, SIDE_EVENT, LUNCH, SUMMARY, WINDOW)


def test_on_now_with_transparent_ones() -> None:
    assert on_now(ALL, clock("2017-09-05T13:30", VIENNA)) == (WINDOW, LUNCH, SIDE_EVENT)


def test_on_now_time_on_the_clock_of_each_event() -> None:
    assert on_now(ALL, clock("2017-09-05T13:30")) == (WINDOW, LUNCH, SIDE_EVENT, OVERSEAS)


def test_on_now_instant_is_one_everywhere() -> None:
    assert on_now(ALL, clock("2017-09-05T17:30+00:00")) == (WINDOW, OVERSEAS)


def test_on_now_end_is_exclusive() -> None:
    assert on_now((PANEL, LUNCH), clock("2017-09-05T13:00")) == (LUNCH,)


def test_on_now_cancelled_ones_are_there() -> None:
    assert on_now((SUMMARY,), clock("2017-09-05T15:00")) == (SUMMARY,)


@pytest.mark.parametrize(
    ("when", "before", "during", "after"),
    [
        (timed("2017-09-28T18:00", None), "2017-09-28T17:59", "2017-09-28T23:59", "2017-09-29T00:00"),
        (timed("2017-09-28T18:00", "2017-09-28T18:00"), "2017-09-28T17:59", "2017-09-28T18:00", "2017-09-28T18:01"),
        (Days(date(2017, 9, 6), date(2017, 9, 9), VIENNA), "2017-09-05T23:59", "2017-09-08T23:59", "2017-09-09T00:00"),
        (Days(date(2017, 9, 6), date(2017, 9, 9), None), "2017-09-05T23:59", "2017-09-06T00:00", "2017-09-09T00:00"),
        (
            TimeWindow(datetime.fromisoformat("2017-09-05"), datetime.fromisoformat("2017-09-05T10:00"), VIENNA),
            "2017-09-04T23:59",
            "2017-09-05T00:00",
            "2017-09-05T10:00",
        ),
    ],
)
def test_on_now_untimed_while_its_bounds_hold(when: When, before: str, during: str, after: str) -> None:
    moments = (before, during, after)
    assert [bool(on_now((occurrence("s", when),), clock(each))) for each in moments] == [False, True, False]


def test_coming_soonest_first() -> None:
    assert coming(ALL, clock("2017-09-05T09:00+02:00")) == (PANEL, LUNCH, SIDE_EVENT, SUMMARY, OVERSEAS)


def test_coming_begins_after_the_moment() -> None:
    assert coming((PANEL, LUNCH), clock("2017-09-05T10:00")) == (LUNCH,)


def test_coming_within() -> None:
    assert coming(ALL, clock("2017-09-05T12:45", VIENNA), within=timedelta(minutes=30)) == (LUNCH, SIDE_EVENT)


def test_coming_count() -> None:
    assert coming(ALL, clock("2017-09-05T09:00", VIENNA), count=2) == (PANEL, LUNCH)


def test_coming_time_on_the_clock_of_each_event() -> None:
    assert coming(ALL, clock("2017-09-05T12:59"), within=timedelta(minutes=1)) == (LUNCH, OVERSEAS)


def test_coming_nothing() -> None:
    assert coming(ALL, Clock(Moment(datetime(2018, 1, 1, tzinfo=UTC)))) == ()


def test_soonest_is_all_that_begins_together() -> None:
    at_noon = clock("2017-09-05T12:00")
    assert soonest(coming(ALL, at_noon), at_noon) == (LUNCH, OVERSEAS)


def test_soonest_of_nothing() -> None:
    assert soonest((), clock("2017-09-05T12:00")) == ()
