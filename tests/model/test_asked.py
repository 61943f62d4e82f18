"""What options ask for, as values."""

from datetime import UTC, date, datetime, time, timedelta

from agendacli.model.asked import EVER, WHOLE_DAY, AskedDates, Clock, DailyHours, DateRange, Moment, Refusal
from agendacli.model.glances import Glances
from agendacli.model.interval import Interval

VIENNA, NEW_YORK = "Europe/Vienna", "America/New_York"
LATE = Moment(datetime(2017, 9, 4, 23, tzinfo=UTC))
ON_THE_CLOCK = Moment(datetime.fromisoformat("2017-09-05T13:30"))


def test_refusal_is_its_message() -> None:
    assert str(Refusal("no")) == "no"


def test_date_range_touches() -> None:
    days = DateRange(date(2017, 9, 4), date(2017, 9, 6))
    assert days.touches(date(2017, 9, 5), date(2017, 9, 9))
    assert not days.touches(date(2017, 9, 6), date(2017, 9, 9))


def test_date_range_empty_touches_nothing() -> None:
    empty = DateRange(date(2017, 9, 5), date(2017, 9, 5))
    assert empty.is_empty
    assert not empty.touches(date(2017, 9, 4), date(2017, 9, 7))


def test_date_range_days() -> None:
    assert DateRange(date(2017, 9, 4), date(2017, 9, 6)).days == (date(2017, 9, 4), date(2017, 9, 5))


def test_asked_dates_where_today_is() -> None:
    today = DateRange(date(2017, 9, 4), date(2017, 9, 5))
    assert AskedDates(((date(2017, 9, 4), today),)).where_today_is(date(2017, 9, 4)) == today
    assert AskedDates().where_today_is(date(2017, 9, 4)) == EVER


def test_daily_hours_on_a_day() -> None:
    expected = Interval(datetime(2017, 9, 4, 7, tzinfo=UTC), datetime(2017, 9, 4, 16, tzinfo=UTC))
    assert DailyHours(time(9), time(18)).on(date(2017, 9, 4), VIENNA) == expected


def test_whole_day_when_the_clocks_go_back_has_25_hours() -> None:
    day = WHOLE_DAY.on(date(2017, 10, 29), VIENNA)
    assert day.end - day.start == timedelta(hours=25)


def test_clock_instant_is_one_moment_with_two_days() -> None:
    clock = Clock(LATE)
    assert clock.now(VIENNA) == clock.now(NEW_YORK) == LATE.time
    assert (clock.today(VIENNA), clock.today(NEW_YORK)) == (date(2017, 9, 5), date(2017, 9, 4))


def test_clock_time_on_the_clock_is_reached_zone_by_zone() -> None:
    clock = Clock(ON_THE_CLOCK)
    assert clock.now(VIENNA) == datetime(2017, 9, 5, 11, 30, tzinfo=UTC)
    assert clock.now(NEW_YORK) == datetime(2017, 9, 5, 17, 30, tzinfo=UTC)
    assert clock.now() == datetime(2017, 9, 5, 13, 30, tzinfo=UTC)


def test_clock_zone_holds_for_everything() -> None:
    clock = Clock(ON_THE_CLOCK, zone=VIENNA)
    assert clock.now(NEW_YORK) == datetime(2017, 9, 5, 11, 30, tzinfo=UTC)


def test_clock_todays() -> None:
    three = (date(2017, 9, 3), date(2017, 9, 4), date(2017, 9, 5))
    assert Clock(LATE).todays == three
    assert Clock(LATE, zone=VIENNA).todays == (date(2017, 9, 5),)
    assert Clock(ON_THE_CLOCK).todays == (date(2017, 9, 5),)


def never() -> str:
    raise AssertionError


def test_clock_asks_for_the_zone_at_home_only_where_there_is_no_other() -> None:
    clock = Clock(LATE, home=never)
    assert clock.now() == LATE.time
    assert clock.today(VIENNA) == date(2017, 9, 5)
    assert Clock(LATE, home=lambda: VIENNA).today() == date(2017, 9, 5)


def test_days_that_do_not_hang_on_today_ask_for_no_zone() -> None:
    days = DateRange(date(2017, 9, 4), date(2017, 9, 5))
    todays = (date(2017, 9, 4), date(2017, 9, 5))
    clock = Clock(LATE, home=never)
    assert AskedDates(tuple((each, days) for each in todays)).seen_from(clock) == days
    assert AskedDates().seen_from(clock) == DateRange()


def test_days_that_hang_on_today_are_those_of_the_zone() -> None:
    yesterday, today = date(2017, 9, 4), date(2017, 9, 5)
    asked = AskedDates(tuple((each, DateRange(each, each)) for each in (yesterday, today)))
    assert asked.seen_from(Clock(LATE), VIENNA) == DateRange(today, today)
    assert asked.seen_from(Clock(LATE)) == DateRange(yesterday, yesterday)


def test_clock_quarter_is_that_of_the_present_moment_and_is_noted() -> None:
    now = datetime(2017, 9, 4, 23, 7, 30, tzinfo=UTC)
    glances = Glances(now)
    first, after = datetime(2017, 9, 4, 23, tzinfo=UTC), datetime(2017, 9, 4, 23, 15, tzinfo=UTC)
    assert Clock(Moment(now, glances), VIENNA).quarter == (first, after)
    assert (glances.since, glances.until) == (first.timestamp(), after.timestamp())


def test_clock_quarter_of_a_moment_that_was_asked_for_is_that_moment() -> None:
    assert Clock(LATE).quarter == (LATE.time, LATE.time)
    as_if_utc = datetime(2017, 9, 5, 13, 30, tzinfo=UTC)
    assert Clock(ON_THE_CLOCK, home=VIENNA).quarter == (as_if_utc, as_if_utc)
    in_vienna = datetime(2017, 9, 5, 11, 30, tzinfo=UTC)
    assert Clock(ON_THE_CLOCK, VIENNA).quarter == (in_vienna, in_vienna)
