"""The record of a stretch of time that takes more than one delegate."""

from collections.abc import Iterable, Iterator

from agendacli.analysis.cover.needed import Needed
from agendacli.model.frozen import frozen
from agendacli.model.zones import wall
from agendacli.records.table import DATE_OR_TIME, NUMBER, TEXT, Field, LazyRecord, RecordTable, list_of, one_of
from agendacli.records.time import instant_text, iso_day


@frozen
class ShownNeeded:
    """A stretch that takes several people, and the zone whose clocks its record shows (None: its first session's)."""

    needed: Needed
    zone: str | None = None

    @property
    def start(self) -> str:
        """Where it begins: a day, or a time with its offset."""
        needed, clock = self.needed, self.clock
        if needed.days_in:
            return iso_day(wall(needed.start, clock).date())
        return instant_text(needed.start, clock)

    @property
    def end(self) -> str:
        """Where it ends."""
        needed, clock = self.needed, self.clock
        return iso_day(wall(needed.end, clock).date()) if needed.days_in else instant_text(needed.end, clock)

    @property
    def clock(self) -> str:
        """The zone whose clocks are shown; days are those where they are counted."""
        return (None if self.needed.days_in else self.zone) or self.needed.zone


TABLE: RecordTable[ShownNeeded] = RecordTable(
    "needed",
    "A stretch of time that takes more than one delegate to cover everything.",
    (
        Field("start", DATE_OR_TIME, "a time with its offset, or a day", lambda it: it.start),
        Field("end", DATE_OR_TIME, "exclusive", lambda it: it.end),
        Field("delegates", NUMBER, "how many it takes", lambda it: it.needed.people),
        Field(
            "certainty",
            one_of(("certain", "possible")),
            "possible: it depends on what is not known whether it takes as many",
            lambda it: "possible" if it.needed.depends_on else "certain",
        ),
        Field(
            "depends_on",
            list_of(TEXT),
            "what is not known yet; empty for what is certain",
            lambda it: list(it.needed.depends_on),
        ),
    ),
)


def needed_records(stretches: Iterable[Needed], zone: str | None = None) -> Iterator[LazyRecord[ShownNeeded]]:
    """The records of stretches, on the clocks of `zone` (None: those of the first session of each)."""
    return TABLE.records(ShownNeeded(each, zone) for each in stretches)
