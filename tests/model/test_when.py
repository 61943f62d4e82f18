from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.model.interval import Interval
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When, bounds, days_touched, in_zone

VIENNA, NEW_YORK, LORD_HOWE = "Europe/Vienna", "America/New_York", "Australia/Lord_Howe"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(at(start), at(end) if end else None, zone)


def days(start: str, end: str, zone: str | None = VIENNA) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end), zone)


def window(start: str, end: str, zone: str | None = NEW_YORK, length: int | None = None) -> DayWindow:
    return DayWindow(date.fromisoformat(start), date.fromisoformat(end), zone, length)


def part(start: str, end: str, length: timedelta | None = None) -> TimeWindow:
    return TimeWindow(at(start), at(end), VIENNA, length)


@pytest.mark.parametrize(
    ("when", "precision"),
    [
        (timed("2017-09-04T10:15", None), "timed"),
        (days("2017-09-04", "2017-09-05"), "days"),
        (window("2017-12-01", "2018-01-01"), "window"),
        (part("2017-09-05T00:00", "2017-09-05T10:00"), "window"),
    ],
)
def test_precision_names_what_is_known(when: When, precision: str) -> None:
    assert when.precision == precision


def test_hours_of_days_are_unknown_unless_said() -> None:
    assert days("2017-09-04", "2017-09-05").hours is Hours.UNKNOWN


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (timed("2017-09-04T10:15", "2017-09-04T10:15"), True),
        (timed("2017-09-04T10:15", "2017-09-04T10:16"), False),
        (timed("2017-09-04T10:15", None), False),
        (Timed(at("2017-10-29T02:30"), at("2017-10-29T02:30").replace(fold=1), VIENNA), False),
    ],
)
def test_is_moment_is_what_takes_no_time(when: Timed, *, expected: bool) -> None:
    assert when.is_moment is expected


BOUNDS: list[tuple[When, str, str]] = [
    (timed("2017-09-04T10:15", "2017-09-04T13:00"), "2017-09-04T08:15Z", "2017-09-04T11:00Z"),
    (timed("2017-09-28T18:00", None, NEW_YORK), "2017-09-28T22:00Z", "2017-09-29T04:00Z"),
    (timed("2017-10-29T01:00", "2017-10-29T04:00"), "2017-10-28T23:00Z", "2017-10-29T03:00Z"),
    (timed("2017-10-29T01:00", None), "2017-10-28T23:00Z", "2017-10-29T23:00Z"),
    (days("2017-09-04", "2017-09-06"), "2017-09-03T22:00Z", "2017-09-05T22:00Z"),
    (days("2017-10-29", "2017-10-30"), "2017-10-28T22:00Z", "2017-10-29T23:00Z"),
    (days("2017-10-01", "2017-10-02", LORD_HOWE), "2017-09-30T13:30Z", "2017-10-01T13:00Z"),
    (days("2017-09-04", "2017-09-06", None), "2017-09-04T00:00Z", "2017-09-06T00:00Z"),
    (window("2017-12-01", "2018-01-01"), "2017-12-01T05:00Z", "2018-01-01T05:00Z"),
    (window("2017-12-01", "2018-01-01", None), "2017-12-01T00:00Z", "2018-01-01T00:00Z"),
    (part("2017-09-05T00:00", "2017-09-05T10:00"), "2017-09-04T22:00Z", "2017-09-05T08:00Z"),
]


@pytest.mark.parametrize(("when", "start", "end"), BOUNDS)
def test_bounds_are_the_outermost_instants(when: When, start: str, end: str) -> None:
    assert bounds(when) == Interval(at(start), at(end))


@pytest.mark.parametrize("when", [days("2017-09-04", "2017-09-06", None), window("2017-09-04", "2017-09-06", None)])
def test_bounds_without_a_zone_are_read_in_the_default(when: When) -> None:
    assert bounds(when, NEW_YORK) == Interval(at("2017-09-04T04:00Z"), at("2017-09-06T04:00Z"))


def test_bounds_keep_the_own_zone_of_days_before_the_default() -> None:
    assert bounds(days("2017-09-04", "2017-09-05"), NEW_YORK) == bounds(days("2017-09-04", "2017-09-05"))


TOUCHED: list[tuple[When, str, str]] = [
    (timed("2017-09-04T10:15", "2017-09-04T13:00"), "2017-09-04", "2017-09-05"),
    (timed("2017-09-04T22:00", "2017-09-05T00:00"), "2017-09-04", "2017-09-05"),
    (timed("2017-09-04T22:00", "2017-09-05T00:01"), "2017-09-04", "2017-09-06"),
    (timed("2017-09-04T10:15", "2017-09-04T10:15"), "2017-09-04", "2017-09-05"),
    (timed("2017-09-04T00:00", "2017-09-04T00:00"), "2017-09-04", "2017-09-05"),
    (timed("2017-09-04T23:59", None), "2017-09-04", "2017-09-05"),
    (days("2017-09-04", "2017-09-06"), "2017-09-04", "2017-09-06"),
    (window("2017-12-01", "2018-01-01"), "2017-12-01", "2018-01-01"),
    (part("2017-09-05T18:00", "2017-09-06T00:00"), "2017-09-05", "2017-09-06"),
]


@pytest.mark.parametrize(("when", "first", "after"), TOUCHED)
def test_days_touched_are_civil_days_with_an_exclusive_end(when: When, first: str, after: str) -> None:
    assert days_touched(when) == (date.fromisoformat(first), date.fromisoformat(after))


SHOWN: list[tuple[When, str, When]] = [
    (
        timed("2017-09-04T10:15", "2017-09-04T13:00"),
        NEW_YORK,
        timed("2017-09-04T04:15", "2017-09-04T07:00", NEW_YORK),
    ),
    (timed("2017-09-04T02:00", None), NEW_YORK, timed("2017-09-03T20:00", None, NEW_YORK)),
    (
        timed("2017-09-04T10:15", "2017-09-04T13:00"),
        LORD_HOWE,
        timed("2017-09-04T18:45", "2017-09-04T21:30", LORD_HOWE),
    ),
    (
        part("2017-09-05T00:00", "2017-09-05T10:00", timedelta(hours=1)),
        NEW_YORK,
        TimeWindow(at("2017-09-04T18:00"), at("2017-09-05T04:00"), NEW_YORK, timedelta(hours=1)),
    ),
    (days("2017-09-04", "2017-09-06"), NEW_YORK, days("2017-09-04", "2017-09-06")),
    (window("2017-12-01", "2018-01-01"), VIENNA, window("2017-12-01", "2018-01-01")),
]


@pytest.mark.parametrize(("when", "zone", "expected"), SHOWN)
def test_in_zone_converts_times_and_leaves_days(when: When, zone: str, expected: When) -> None:
    assert in_zone(when, zone) == expected


def test_in_zone_keeps_which_of_two_equal_wall_times_it_is() -> None:
    shown = in_zone(timed("2017-10-28T20:30", "2017-10-28T21:30", NEW_YORK), VIENNA)

    assert bounds(shown) == Interval(at("2017-10-29T00:30Z"), at("2017-10-29T01:30Z"))


@settings(max_examples=60, deadline=None)
@given(
    st.datetimes(at("2017-10-28"), at("2017-11-06")),
    st.timedeltas(timedelta(), timedelta(hours=30)),
    st.sampled_from([VIENNA, NEW_YORK, LORD_HOWE, "UTC"]),
    st.sampled_from([VIENNA, NEW_YORK, LORD_HOWE, "UTC"]),
)
def test_in_zone_never_moves_an_instant(start: datetime, length: timedelta, own: str, shown_in: str) -> None:
    when = Timed(start, start + length, own)

    assert bounds(in_zone(when, shown_in)) == bounds(when)


@pytest.mark.parametrize("length", [None, 1])
def test_candidates_of_a_single_day_are_each_of_its_days(length: int | None) -> None:
    assert window("2017-12-01", "2017-12-04", length=length).candidates == (
        days("2017-12-01", "2017-12-02", NEW_YORK),
        days("2017-12-02", "2017-12-03", NEW_YORK),
        days("2017-12-03", "2017-12-04", NEW_YORK),
    )


def test_candidates_of_days_in_a_row_stay_inside_the_window() -> None:
    assert window("2017-12-01", "2017-12-04", length=2).candidates == (
        days("2017-12-01", "2017-12-03", NEW_YORK),
        days("2017-12-02", "2017-12-04", NEW_YORK),
    )


def test_candidates_of_a_length_that_just_fits_are_one() -> None:
    assert window("2017-12-01", "2017-12-04", length=3).candidates == (days("2017-12-01", "2017-12-04", NEW_YORK),)


def test_candidates_of_a_length_that_does_not_fit_are_none() -> None:
    assert window("2017-12-01", "2017-12-04", length=4).candidates == ()
