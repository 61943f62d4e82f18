"""How long each room is used on each day, and when it is free in between."""

from datetime import UTC, date, datetime, time

import pytest

from agendacli.analysis.availability.rooms import RoomDay, RoomUse, room_days, room_uses
from agendacli.analysis.room_names import Room
from agendacli.model.asked import Clock, DailyHours, Moment
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When

NEW_YORK, VIENNA = "America/New_York", "Europe/Vienna"
PROGRAMME = Programme("hlm", "High-level meeting", "h.yaml", place=Place("New York", venue="Headquarters"))
CLOCK = Clock(Moment(datetime(2017, 9, 1, tzinfo=UTC)))
WEDNESDAY = date(2017, 9, 27)
HALL = Room("GA Hall", "Headquarters", "New York")


def timed(start: int, end: int | None, day: int = 27) -> Timed:
    morning = datetime.combine(date(2017, 9, day), time())
    return Timed(morning.replace(hour=start), None if end is None else morning.replace(hour=end), NEW_YORK)


def occurrence(
    id_: str,
    when: When,
    room: str | None = "GA Hall",
    *,
    transparent: bool = False,
    status: Status = Status.CONFIRMED,
) -> Occurrence:
    session = Session(id_, id_, when, room=room, transparent=transparent, status=status)
    return Occurrence(PROGRAMME, session, when)


def utc(start: int, end: int, day: int = 27) -> Interval:
    """The instants between two hours of New York's summer."""
    midnight = datetime(2017, 9, day, 4, tzinfo=UTC)
    return Interval(midnight.replace(hour=4 + start), midnight.replace(hour=4 + end))


OPENING = occurrence("opening", timed(10, 11))
MORNING = occurrence("am", timed(11, 13))
AFTERNOON = occurrence("pm", timed(15, 18))
PANEL = occurrence("panel", timed(15, 17), "Trusteeship Council")
CLOSING = occurrence("closing", timed(18, None))


def test_room_days_of_a_day_with_two_rooms() -> None:
    assert room_days((AFTERNOON, PANEL, OPENING, MORNING), CLOCK) == (
        RoomDay(
            HALL,
            WEDNESDAY,
            NEW_YORK,
            (OPENING, MORNING, AFTERNOON),
            used=(utc(10, 13), utc(15, 18)),
            free=(utc(13, 15),),
        ),
        RoomDay(
            Room("Trusteeship Council", "Headquarters", "New York"),
            WEDNESDAY,
            NEW_YORK,
            (PANEL,),
            used=(utc(15, 17),),
            free=(),
        ),
    )


def test_room_days_minutes() -> None:
    assert [each.minutes for each in room_days((OPENING, MORNING, AFTERNOON, PANEL), CLOCK)] == [360, 120]


def test_room_days_parallel_sessions_count_once() -> None:
    (found,) = room_days((AFTERNOON, occurrence("beside", timed(16, 19))), CLOCK)
    assert found.used == (utc(15, 19),)


def test_room_days_free_within_hours() -> None:
    (found,) = room_days((MORNING, AFTERNOON), CLOCK, DailyHours(time(9), time(17)))
    assert found.free == (utc(9, 11), utc(13, 15))


@pytest.mark.parametrize(
    "unused",
    [
        occurrence("lunch", timed(13, 15), transparent=True),
        occurrence("cancelled", timed(13, 15), status=Status.CANCELLED),
        occurrence("elsewhere", timed(13, 15), None),
    ],
)
def test_room_days_unused(unused: Occurrence) -> None:
    assert room_days((unused,), CLOCK) == ()


def test_room_days_unknown_end_leaves_nothing_free_after_it() -> None:
    (found,) = room_days((AFTERNOON, CLOSING), CLOCK, DailyHours(time(9), time(20)))
    assert (found.minutes, found.free, found.unknown) == (180, (utc(9, 15),), (CLOSING,))


def test_room_days_unknown_hours_leave_nothing_free() -> None:
    meeting = occurrence("meeting", Days(WEDNESDAY, date(2017, 9, 29), NEW_YORK))
    first, second = room_days((meeting, MORNING, AFTERNOON), CLOCK)
    assert (first.minutes, first.free, first.unknown) == (300, (), (meeting,))
    assert (second.day, second.minutes, second.free) == (date(2017, 9, 28), 0, ())


def test_room_days_window_of_days() -> None:
    window = occurrence("window", DayWindow(WEDNESDAY, date(2017, 9, 28), NEW_YORK))
    (found,) = room_days((window,), CLOCK, DailyHours(time(9), time(18)))
    assert (found.minutes, found.free) == (0, ())


def test_room_days_part_of_a_day() -> None:
    early = occurrence("early", TimeWindow(timed(8, 9).start, timed(10, 11).start, NEW_YORK))
    (found,) = room_days((early, MORNING), CLOCK)
    assert (found.minutes, found.free, found.unknown) == (120, (utc(10, 11),), (early,))


def test_room_days_without_length_has_no_gaps() -> None:
    (found,) = room_days((occurrence("bell", timed(10, 10)),), CLOCK)
    assert (found.minutes, found.used, found.free) == (0, (), ())


def test_room_days_across_midnight_of_a_zone() -> None:
    late = occurrence("late", timed(17, 20))
    found = room_days((late,), Clock(CLOCK.moment, zone=VIENNA))
    assert [(each.day, each.zone, each.minutes) for each in found] == [
        (date(2017, 9, 27), VIENNA, 60),
        (date(2017, 9, 28), VIENNA, 120),
    ]


def test_room_uses_all_days_of_each_room() -> None:
    days = room_days((OPENING, PANEL, occurrence("second", timed(9, 10, day=28))), CLOCK)
    uses = room_uses(days)
    assert uses == (RoomUse((days[0], days[2])), RoomUse((days[1],)))
    assert [(each.room, each.minutes) for each in uses] == [(HALL, 120), (days[1].room, 120)]
