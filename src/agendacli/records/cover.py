"""The record of a session that a delegate attends, and what it shares with that of one that nobody does."""

from collections.abc import Iterator

from agendacli.analysis.cover.plan import CoverPlan
from agendacli.model.frozen import frozen
from agendacli.records.occurrence import TABLE as OCCURRENCE
from agendacli.records.occurrence import ShownOccurrence
from agendacli.records.table import TEXT, Field, LazyRecord, RecordTable


@frozen
class ShownCover:
    """A session of a plan as it is shown, and who attends it or why nobody does."""

    shown: ShownOccurrence
    words: str


WHEN_AND_WHAT: tuple[Field[ShownCover], ...] = tuple(
    OCCURRENCE.field(name).within(lambda it: it.shown) for name in ("id", "start", "end", "room", "title")
)

TABLE: RecordTable[ShownCover] = RecordTable(
    "cover",
    "A session that a delegate attends.",
    (Field("delegate", TEXT, "the name, or a number from 1 on", lambda it: it.words), *WHEN_AND_WHAT),
)


def cover_records(plan: CoverPlan, zone: str | None = None) -> Iterator[LazyRecord[ShownCover]]:
    """The records of who attends what, delegate by delegate, on the clocks of `zone` (None: each session's own)."""
    rows = ((each, occurrence) for each in plan.delegates for occurrence in each.sessions)
    return TABLE.records(ShownCover(ShownOccurrence(occurrence, zone), each.name) for each, occurrence in rows)
