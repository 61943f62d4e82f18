"""Days and hours on which nothing takes place."""

from datetime import UTC, date, datetime, time, timedelta

from agendacli.analysis.availability.free import ALL_DAYS, FreeDay, FreeTime, Wanted, free_days, free_hours
from agendacli.model.asked import Clock, DailyHours, DateRange, Moment
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When

VIENNA, NEW_YORK = "Europe/Vienna", "America/New_York"
PROGRAMME = Programme("p", "P", "p.yaml")
CLOCK = Clock(Moment(datetime(2017, 9, 1, tzinfo=UTC)))
SEPTEMBER = DateRange(date(2017, 9, 1), date(2017, 10, 1))
OFFICE = DailyHours(time(9), time(18))


def wall(day: int, hour: int = 0) -> datetime:
    return datetime.combine(date(2017, 9, day), time(hour))


def occurrence(id_: str, when: When, status: Status = Status.CONFIRMED, *, transparent: bool = False) -> Occurrence:
    return Occurrence(PROGRAMME, Session(id_, id_, when, status=status, transparent=transparent), when)


def days(start: int, end: int, zone: str = VIENNA) -> Days:
    return Days(date(2017, 9, start), date(2017, 9, end), zone)


def timed(day: int, start: int, end: int | None, zone: str = VIENNA) -> Timed:
    return Timed(wall(day, start), None if end is None else wall(day, end), zone)


def september(*numbers: int) -> list[date]:
    return [date(2017, 9, each) for each in numbers]


YEAR = (
    occurrence("phase-1", Days(date(2017, 4, 1), date(2017, 12, 1), None), transparent=True),
    occurrence("panel-1", timed(4, 10, 13)),
    occurrence("panel-3", timed(5, 10, 13)),
    occurrence("trafficking", days(6, 9)),
    occurrence("smuggling", days(11, 14)),
    occurrence("letter", days(13, 14), transparent=True),
    occurrence("plenary", timed(27, 20, 22, NEW_YORK)),
    occurrence("closing", timed(28, 18, None, NEW_YORK)),
    occurrence("cancelled", days(18, 19), Status.CANCELLED),
)
WORKING = Wanted(SEPTEMBER)


def test_free_days_working_days_of_a_month() -> None:
    found = free_days(YEAR, WORKING, CLOCK)
    assert [each.day for each in found] == september(1, 14, 15, 18, 19, 20, 21, 22, 25, 26, 29)
    assert all(each.is_certain for each in found)


def test_free_days_on_all_weekdays() -> None:
    found = free_days(YEAR, Wanted(DateRange(date(2017, 9, 1), date(2017, 9, 5)), ALL_DAYS), CLOCK)
    assert [each.day for each in found] == september(1, 2, 3)


def test_free_days_in_another_zone() -> None:
    last = Wanted(DateRange(date(2017, 9, 25), date(2017, 9, 30)))
    plenary = occurrence("plenary", timed(27, 20, 22, NEW_YORK))
    found = free_days((plenary,), last, Clock(CLOCK.moment, zone=VIENNA))
    assert [each.day for each in found] == september(25, 26, 27, 29)


def test_free_days_in_a_window_depend_on_it() -> None:
    window = occurrence("window", DayWindow(date(2017, 9, 5), date(2017, 9, 7), VIENNA))
    tentative = occurrence("tentative", timed(6, 10, 11), Status.TENTATIVE)
    found = free_days((tentative, window), Wanted(DateRange(date(2017, 9, 4), date(2017, 9, 7))), CLOCK)
    assert found == (
        FreeDay(date(2017, 9, 4)),
        FreeDay(date(2017, 9, 5), (window,)),
        FreeDay(date(2017, 9, 6), (window, tentative)),
    )
    assert [each.is_certain for each in found] == [True, False, False]


def test_free_days_none() -> None:
    assert free_days(YEAR, Wanted(DateRange(date(2017, 9, 4), date(2017, 9, 9))), CLOCK) == ()


def utc(start: tuple[int, int], end: tuple[int, int]) -> Interval:
    """The instants between two hours of Vienna's summer, each with its day."""
    zone = timedelta(hours=2)
    return Interval((wall(*start) - zone).replace(tzinfo=UTC), (wall(*end) - zone).replace(tzinfo=UTC))


def one_day(day: int, at_least: int = 0) -> Wanted:
    only = DateRange(date(2017, 9, day), date(2017, 9, day + 1))
    return Wanted(only, hours=OFFICE, at_least=timedelta(hours=at_least))


def test_free_hours_around_sessions() -> None:
    sessions = (occurrence("a", timed(4, 10, 13)), occurrence("b", timed(4, 12, 15)))
    assert free_hours(sessions, one_day(4), VIENNA) == (
        FreeTime(utc((4, 9), (4, 10))),
        FreeTime(utc((4, 15), (4, 18))),
    )


def test_free_hours_of_a_length() -> None:
    sessions = (occurrence("a", timed(4, 10, 13)), occurrence("b", timed(4, 12, 15)))
    assert free_hours(sessions, one_day(4, at_least=3), VIENNA) == (FreeTime(utc((4, 15), (4, 18))),)


def test_free_hours_in_a_chosen_zone() -> None:
    plenary = occurrence("plenary", timed(27, 9, 11, NEW_YORK))
    assert free_hours((plenary,), one_day(27), VIENNA) == (
        FreeTime(utc((27, 9), (27, 15))),
        FreeTime(utc((27, 17), (27, 18))),
    )


def test_free_hours_skip_days_of_unknown_hours_and_weekends() -> None:
    week = Wanted(DateRange(date(2017, 9, 7), date(2017, 9, 12)), hours=OFFICE)
    assert free_hours((occurrence("meeting", days(7, 8)),), week, VIENNA) == (
        FreeTime(utc((8, 9), (8, 18))),
        FreeTime(utc((11, 9), (11, 18))),
    )


def test_free_hours_whole_days_are_one_stretch() -> None:
    weekend = Wanted(DateRange(date(2017, 9, 9), date(2017, 9, 11)), ALL_DAYS)
    assert free_hours((), weekend, VIENNA) == (FreeTime(utc((9, 0), (11, 0))),)


def test_free_hours_depend_on_part_of_a_day() -> None:
    early = occurrence("early", TimeWindow(wall(5), wall(5, 10), VIENNA))
    found = free_hours((early,), one_day(5), VIENNA)
    assert found == (FreeTime(utc((5, 9), (5, 18)), (early,)), FreeTime(utc((5, 10), (5, 18))))
    assert [each.is_certain for each in found] == [False, True]


def test_free_hours_after_an_unknown_end_depend_on_it() -> None:
    closing = occurrence("closing", timed(5, 16, None))
    assert free_hours((closing,), one_day(5), VIENNA) == (
        FreeTime(utc((5, 9), (5, 16))),
        FreeTime(utc((5, 16), (5, 18)), (closing,)),
    )


def test_free_hours_tentative_all_day_leaves_nothing_certain() -> None:
    maybe = occurrence("maybe", days(5, 6), Status.TENTATIVE)
    assert free_hours((maybe,), one_day(5), VIENNA) == (FreeTime(utc((5, 9), (5, 18)), (maybe,)),)
