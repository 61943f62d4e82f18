from dataclasses import replace
from datetime import date, datetime

from agendacli.analysis.event_dates import dates_shown, event_dates
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

VIENNA, NEW_YORK = "Europe/Vienna", "America/New_York"


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None, zone)


def days(start: str, end: str, zone: str | None = VIENNA) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end), zone)


def window(start: str, end: str, zone: str | None = VIENNA) -> DayWindow:
    return DayWindow(date.fromisoformat(start), date.fromisoformat(end), zone)


def part(start: str, end: str) -> TimeWindow:
    return TimeWindow(datetime.fromisoformat(start), datetime.fromisoformat(end), VIENNA)


def session(when: When, status: Status = Status.CONFIRMED, *, transparent: bool = False) -> Session:
    return Session("s", "S", when, status=status, transparent=transparent)


def programme(*sessions: Session, zone: str | None = VIENNA, dates: When | None = None) -> Programme:
    return Programme("p", "P", "p.yaml", zone=zone, dates=dates, sessions=sessions)


MORNING = timed("2017-09-04T10:15", "2017-09-04T13:00")
AFTERNOON = timed("2017-09-04T15:00", "2017-09-04T18:00")
NEXT_DAY = timed("2017-09-05T10:00", "2017-09-05T13:00")
REPORT = session(days("2017-08-21", "2017-08-22"), transparent=True)


def test_stated_dates_come_first() -> None:
    stated = days("2017-09-04", "2017-09-06")

    assert event_dates(programme(session(MORNING), dates=stated)) == stated


def test_without_dates_and_sessions_nothing_is_known() -> None:
    assert event_dates(programme()) is None


def test_a_single_session_gives_its_own_time() -> None:
    whole = replace(days("2017-09-04", "2017-09-06"), hours=Hours.ALL)

    assert event_dates(programme(session(whole))) == whole


def test_sessions_at_one_time_give_that_time() -> None:
    assert event_dates(
        programme(session(window("2017-12-01", "2018-01-01")), session(window("2017-12-01", "2018-01-01")))
    ) == (window("2017-12-01", "2018-01-01"))


def test_sessions_on_one_day_give_its_hours() -> None:
    assert event_dates(programme(session(AFTERNOON), session(MORNING))) == timed("2017-09-04T10:15", "2017-09-04T18:00")


def test_a_last_session_without_end_leaves_the_end_unknown() -> None:
    closing = timed("2017-09-04T18:00", None)

    assert event_dates(programme(session(MORNING), session(closing))) == timed("2017-09-04T10:15", None)


def test_sessions_on_several_days_give_the_days() -> None:
    assert event_dates(programme(session(NEXT_DAY), session(MORNING))) == days("2017-09-04", "2017-09-06")


def test_part_of_a_day_gives_the_day() -> None:
    before_ten = part("2017-09-04T00:00", "2017-09-04T10:00")

    assert event_dates(programme(session(before_ten), session(MORNING))) == days("2017-09-04", "2017-09-05")


def test_what_takes_no_time_does_not_count() -> None:
    assert event_dates(programme(REPORT, session(MORNING))) == MORNING


def test_what_is_cancelled_does_not_count() -> None:
    assert event_dates(programme(session(NEXT_DAY, Status.CANCELLED), session(MORNING))) == MORNING


def test_where_nothing_takes_time_everything_counts() -> None:
    deadline = session(days("2017-09-15", "2017-09-16"), transparent=True)

    assert event_dates(programme(REPORT, deadline)) == days("2017-08-21", "2017-09-16")


def test_a_window_does_not_widen_what_is_known() -> None:
    assert event_dates(programme(session(window("2017-09-01", "2017-10-01")), session(MORNING), session(NEXT_DAY))) == (
        days("2017-09-04", "2017-09-06")
    )


def test_windows_alone_give_their_outer_days() -> None:
    assert event_dates(
        programme(session(window("2017-12-01", "2018-01-01")), session(window("2017-11-15", "2017-12-01")))
    ) == (window("2017-11-15", "2018-01-01"))


def test_hours_in_two_zones_are_compared_as_instants_and_shown_in_the_programmes() -> None:
    across = timed("2017-09-04T08:00", "2017-09-04T10:00", NEW_YORK)

    assert event_dates(programme(session(across), session(MORNING))) == timed("2017-09-04T10:15", "2017-09-04T16:00")


def test_a_programme_without_zone_takes_that_of_its_first_session() -> None:
    assert event_dates(programme(session(MORNING), session(AFTERNOON), zone=None)) == (
        timed("2017-09-04T10:15", "2017-09-04T18:00")
    )


def test_days_without_zone_have_none() -> None:
    first, second = days("2017-09-04", "2017-09-05", None), days("2017-09-06", "2017-09-07", None)

    assert event_dates(programme(session(first), session(second), zone=None)) == days("2017-09-04", "2017-09-07", None)


def test_dates_shown_on_other_clocks() -> None:
    assert dates_shown(programme(session(MORNING)), NEW_YORK) == timed("2017-09-04T04:15", "2017-09-04T07:00", NEW_YORK)


def test_dates_shown_on_its_own_clocks() -> None:
    assert dates_shown(programme(session(MORNING)), None) == MORNING


def test_dates_shown_of_nothing() -> None:
    assert dates_shown(programme(), NEW_YORK) is None
