"""The events of a schedule by day and room, as both of its formats have them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from agendacli.formats.frab.schedule import FrabEvent, FrabSchedule
from agendacli.model.zones import midnight, wall

_DAY = timedelta(days=1)


class FrabDay(NamedTuple):
    """A day with its number from 1, when it begins and ends, and its events by room in order of time."""

    number: int
    date: str
    start: datetime
    end: datetime
    rooms: dict[str, list[FrabEvent]]


def days_of_schedule(schedule: FrabSchedule) -> Iterator[FrabDay]:
    """The days on which there are events, in order."""
    events = sorted(schedule.events, key=lambda each: (each.day, each.date))
    for number, (day, found) in enumerate(groupby(events, key=lambda each: each.day), start=1):
        rooms: dict[str, list[FrabEvent]] = {}
        for event in found:
            rooms.setdefault(event.room, []).append(event)
        begin = date.fromisoformat(day)
        start, end = (wall(midnight(each, schedule.zone_name), schedule.zone_name) for each in (begin, begin + _DAY))
        yield FrabDay(number, day, start, end=end, rooms=rooms)
