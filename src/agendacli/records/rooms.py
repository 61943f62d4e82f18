"""The record of a room: how long it is used on one day, or on all days together."""

from collections.abc import Iterable

from agendacli.analysis.availability.rooms import RoomDay, RoomUse
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.records.table import (
    ADDRESS,
    COUNT,
    DATE,
    NUMBER,
    TEXT,
    TIME,
    Field,
    RecordTable,
    list_of,
    or_null,
)
from agendacli.records.time import instant_text, iso_day


@frozen
class ShownUse:
    """The use of a room on some days in order; `together`: one record stands for all of them."""

    use: RoomUse
    together: bool

    @property
    def zone(self) -> str | None:
        """The zone of the times; None if the days have several."""
        zones = {each.zone for each in self.use.days}
        return zones.pop() if len(zones) == 1 else None

    @property
    def day(self) -> str | None:
        """The day."""
        return None if self.together else iso_day(self.use.days[0].day)

    @property
    def used(self) -> list[dict[str, str]]:
        """The stretches that are taken, each in the zone of its day."""
        return [stretch for each in self.use.days for stretch in _stretches(each, each.used)]

    @property
    def free(self) -> list[dict[str, str]]:
        """The stretches that are free, each in the zone of its day."""
        return [stretch for each in self.use.days for stretch in _stretches(each, each.free)]


def _stretches(day: RoomDay, intervals: Iterable[Interval]) -> list[dict[str, str]]:
    return [
        {"start": instant_text(each.start, day.zone), "end": instant_text(each.end, day.zone)} for each in intervals
    ]


def _ids(groups: Iterable[tuple[Occurrence, ...]]) -> list[str]:
    return list(dict.fromkeys(each.id for group in groups for each in group))


STRETCH: RecordTable[None] = RecordTable(
    "stretch",
    "A stretch of time.",
    (
        Field("start", TIME, "with its offset", lambda _: None),
        Field("end", TIME, "exclusive", lambda _: None),
    ),
)

TABLE: RecordTable[ShownUse] = RecordTable(
    "room",
    "A room and its use on one day, or on all days together.",
    (
        Field("room", TEXT, "as printed", lambda it: it.use.room.name),
        Field("venue", or_null(TEXT), "the building", lambda it: it.use.room.venue),
        Field("city", or_null(TEXT), "the city", lambda it: it.use.room.city),
        Field("day", or_null(DATE), "null for all days together", lambda it: it.day),
        Field("days", NUMBER, "on how many days it is used", lambda it: len(it.use.days)),
        Field("timezone", or_null(TEXT), "the IANA zone of these days; null for several", lambda it: it.zone),
        Field(
            "minutes", COUNT, "how long it is used, as far as known; parallel sessions once", lambda it: it.use.minutes
        ),
        Field("used", list_of(STRETCH.structure), "when it is used", lambda it: it.used),
        Field(
            "free",
            list_of(STRETCH.structure),
            "when it is free in between, or within the hours asked for",
            lambda it: it.free,
        ),
        Field(
            "sessions",
            list_of(ADDRESS),
            "that use it, in order",
            lambda it: _ids(each.occurrences for each in it.use.days),
        ),
        Field(
            "unknown",
            list_of(ADDRESS),
            "of these the ones that use it for a time which is not stated",
            lambda it: _ids(each.unknown for each in it.use.days),
        ),
    ),
)


def room_record(use: RoomUse, *, together: bool = False) -> dict[str, object]:
    """The record of a room on one day, or on all of its days `together`; times are in the zone of each day."""
    return TABLE.record(ShownUse(use, together))
