"""How long each room is used on each day, and when it is free in between."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agendacli.analysis.availability.intervals import clipped, left_over, minutes_of, united
from agendacli.analysis.room_names import NOWHERE, Room, RoomNames
from agendacli.model.asked import WHOLE_DAY, Clock, DailyHours
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.places import Gazetteer
from agendacli.model.when import DAY, Days, DayWindow, Timed, days_touched, in_zone


@frozen
class RoomDay:
    """One room on one civil day of `zone`, and the occurrences that use it then, in order.

    `used` are the stretches (UTC) that are taken, parallel sessions once; `free` those between. The occurrences in
    `unknown` take the room for a time that is not stated: they add no minutes, and where they may be nothing is free.
    """

    room: Room
    day: date
    zone: str
    occurrences: tuple[Occurrence, ...]
    used: tuple[Interval, ...]
    free: tuple[Interval, ...]
    unknown: tuple[Occurrence, ...] = ()

    @property
    def minutes(self) -> int:
        """The minutes of use that are known."""
        return minutes_of(self.used)


@frozen
class RoomUse:
    """One room over all of its days (at least one), in order."""

    days: tuple[RoomDay, ...]

    @property
    def room(self) -> Room:
        """The room itself."""
        return self.days[0].room

    @property
    def minutes(self) -> int:
        """The minutes of use that are known, of all days together."""
        return sum(each.minutes for each in self.days)


def room_uses(days: Iterable[RoomDay]) -> tuple[RoomUse, ...]:
    """The days of each room together, rooms by city, venue and name."""
    found: dict[Room, list[RoomDay]] = {}
    for each in days:
        found.setdefault(each.room, []).append(each)
    uses = (RoomUse(tuple(each)) for each in found.values())
    return tuple(sorted(uses, key=lambda use: (use.room.city or "", use.room.venue or "", use.room.name)))


def room_days(
    occurrences: Iterable[Occurrence], clock: Clock, hours: DailyHours | None = None, gazetteer: Gazetteer = NOWHERE
) -> tuple[RoomDay, ...]:
    """The use of each room on each day on which it is used, by day, then by city, venue and room.

    Rooms are those that conflicts know (`room_names`): whoever is in a part of a room, or in the whole, takes it too.

    What is transparent or cancelled uses no room, what is tentative does. Days are those of the clock's zone, else of
    each event's own. Free stretches lie within `hours`, or without it between the day's first and last use.
    """
    taken: dict[tuple[Room, date, str], list[Occurrence]] = {}
    using = sorted((each for each in occurrences if each.takes_time), key=order)
    names = RoomNames(using, gazetteer)
    for each in using:
        for key in _keys(each, names.taken(each), clock):
            taken.setdefault(key, []).append(each)
    found = (_room_day(*key, tuple(users), hours) for key, users in taken.items())
    return tuple(sorted(found, key=_by_day))


def _keys(occurrence: Occurrence, rooms: Sequence[Room], clock: Clock) -> Iterator[tuple[Room, date, str]]:
    """Each of the rooms, on each day that the occurrence may touch there."""
    if not rooms:
        return
    zone = clock.zone_for(occurrence.zone)
    day, end = days_touched(in_zone(occurrence.when, zone))
    while day < end:
        yield from ((each, day, zone) for each in rooms)
        day += DAY


def _room_day(room: Room, day: date, zone: str, users: tuple[Occurrence, ...], hours: DailyHours | None) -> RoomDay:
    whole = WHOLE_DAY.on(day, zone)
    used = united(clipped((each.bounds for each in users if _is_known(each)), whole))
    unknown = tuple(each for each in users if not _is_known(each))
    taken = united((*used, *clipped((_may_take(each, whole) for each in unknown), whole)))
    window = hours.on(day, zone) if hours else _hull(taken, whole)
    return RoomDay(
        room, day=day, zone=zone, occurrences=users, used=used, free=tuple(left_over(window, taken)), unknown=unknown
    )


def _hull(taken: Sequence[Interval], whole: Interval) -> Interval:
    """From the first use to the last; without any length where nothing has one."""
    return Interval(taken[0].start, taken[-1].end) if taken else Interval(whole.start, whole.start)


def _is_known(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and occurrence.when.end is not None


def _may_take(occurrence: Occurrence, whole: Interval) -> Interval:
    """The instants of a day that an occurrence of unknown length may take: all of it where it has no hours."""
    return whole if isinstance(occurrence.when, Days | DayWindow) else occurrence.bounds


def _by_day(each: RoomDay) -> tuple[date, str, str, str, str]:
    return each.day, each.room.city or "", each.room.venue or "", each.room.name, each.zone
