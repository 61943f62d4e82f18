"""The record of a session that nobody of a delegation attends."""

from collections.abc import Iterable, Iterator

from agendacli.analysis.cover.plan import Missed
from agendacli.analysis.cover.wording import because
from agendacli.records.cover import WHEN_AND_WHAT, ShownCover
from agendacli.records.occurrence import ShownOccurrence
from agendacli.records.table import TEXT, Field, LazyRecord, RecordTable

TABLE: RecordTable[ShownCover] = RecordTable(
    "missed",
    "A session that nobody of a delegation attends.",
    (*WHEN_AND_WHAT, Field("because", TEXT, "where those are who might attend it", lambda it: it.words)),
)


def missed_records(missed: Iterable[Missed], zone: str | None = None) -> Iterator[LazyRecord[ShownCover]]:
    """The records of what nobody attends, on the clocks of `zone` (None: each session's own)."""
    return TABLE.records(ShownCover(ShownOccurrence(each.session, zone), because(each)) for each in missed)
