"""The record of a session that a delegate attends, and what it shares with that of one that nobody does."""

from collections.abc import Iterator

from agendacli.analysis.cover.plan import CoverPlan
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.records.table import ADDRESS, DATE_OR_TIME, TEXT, Field, LazyRecord, RecordTable, or_null
from agendacli.records.time import end_text, start_text


@frozen
class ShownCover:
    """A session of a plan, who attends it or why nobody does, and the zone of the clocks (None: its own)."""

    occurrence: Occurrence
    words: str
    zone: str | None = None


WHEN_AND_WHAT: tuple[Field[ShownCover], ...] = (
    Field("id", ADDRESS, "the address EVENT/SESSION", lambda it: it.occurrence.id),
    Field(
        "start",
        DATE_OR_TIME,
        "a day, or a time with its offset; of a window its bound",
        lambda it: start_text(it.occurrence.when, it.zone),
    ),
    Field(
        "end",
        or_null(DATE_OR_TIME),
        "exclusive; null when no document states it",
        lambda it: end_text(it.occurrence.when, it.zone),
    ),
    Field("room", or_null(TEXT), "the room as printed", lambda it: it.occurrence.room),
    Field("title", TEXT, "as printed", lambda it: it.occurrence.session.title),
)

TABLE: RecordTable[ShownCover] = RecordTable(
    "cover",
    "A session that a delegate attends.",
    (Field("delegate", TEXT, "the name, or a number from 1 on", lambda it: it.words), *WHEN_AND_WHAT),
)


def cover_records(plan: CoverPlan, zone: str | None = None) -> Iterator[LazyRecord[ShownCover]]:
    """The records of who attends what, delegate by delegate, on the clocks of `zone` (None: each session's own)."""
    rows = ((each, occurrence) for each in plan.delegates for occurrence in each.sessions)
    return TABLE.records(ShownCover(occurrence, each.name, zone) for each, occurrence in rows)
