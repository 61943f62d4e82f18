"""The record of free time: a day, or a stretch of hours."""

from agendacli.analysis.availability.free import FreeDay, FreeTime
from agendacli.model.frozen import frozen
from agendacli.model.when import DAY
from agendacli.records.table import (
    ADDRESS,
    COUNT,
    DATE_OR_TIME,
    TEXT,
    Field,
    RecordTable,
    list_of,
    one_of,
    or_null,
)
from agendacli.records.time import instant_text, iso_day


@frozen
class ShownFree:
    """A free day or stretch of hours, and the zone in which its times are shown (not used for a day)."""

    free: FreeDay | FreeTime
    zone: str

    @property
    def start(self) -> str:
        """The day, or the moment from which it is free."""
        free = self.free
        return iso_day(free.day) if isinstance(free, FreeDay) else instant_text(free.interval.start, self.zone)

    @property
    def end(self) -> str:
        """The day after, or the moment until which it is free."""
        free = self.free
        return iso_day(free.day + DAY) if isinstance(free, FreeDay) else instant_text(free.interval.end, self.zone)

    @property
    def minutes(self) -> int | None:
        """Its length; None for a day."""
        return None if isinstance(self.free, FreeDay) else self.free.interval.minutes


TABLE: RecordTable[ShownFree] = RecordTable(
    "free",
    "A day, or a stretch of hours, in which nothing surely takes place.",
    (
        Field("start", DATE_OR_TIME, "a day, or a time with its offset", lambda it: it.start),
        Field("end", DATE_OR_TIME, "exclusive", lambda it: it.end),
        Field("minutes", or_null(COUNT), "how long it is; null for a day", lambda it: it.minutes),
        Field(
            "timezone",
            or_null(TEXT),
            "the IANA zone of the clocks; null for a day",
            lambda it: None if isinstance(it.free, FreeDay) else it.zone,
        ),
        Field(
            "certainty",
            one_of(("certain", "possible")),
            "possible: something that is not settled may yet fall into it",
            lambda it: "certain" if it.free.is_certain else "possible",
        ),
        Field(
            "depends_on",
            list_of(ADDRESS),
            "the sessions that may; empty for what is certain",
            lambda it: [each.id for each in it.free.depends_on],
        ),
    ),
)


def free_record(free: FreeDay | FreeTime, zone: str) -> dict[str, object]:
    """The record of a free day or stretch of hours; times are in `zone`."""
    return TABLE.record(ShownFree(free, zone))
