"""The record of a stretch of time in which sessions run in parallel."""

from collections.abc import Iterable, Iterator

from agendacli.analysis.conflicts.parallel import Parallel
from agendacli.model.frozen import frozen
from agendacli.records.table import ADDRESS, COUNT, TIME, Field, LazyRecord, RecordTable, list_of
from agendacli.records.time import instant_text


@frozen
class ShownParallel:
    """A stretch, and the zone in which the record shows times (None: that of its first session)."""

    parallel: Parallel
    zone: str | None = None

    @property
    def clock(self) -> str:
        """The zone whose clocks are shown."""
        return self.zone or self.parallel.sessions[0].zone or "UTC"


TABLE: RecordTable[ShownParallel] = RecordTable(
    "parallel",
    "A stretch of time in which each session overlaps another one of its event.",
    (
        Field("start", TIME, "where it begins, with its offset", lambda it: instant_text(it.parallel.start, it.clock)),
        Field("end", TIME, "exclusive", lambda it: instant_text(it.parallel.end, it.clock)),
        Field("sessions", list_of(ADDRESS), "in order of time", lambda it: [each.id for each in it.parallel.sessions]),
        Field("people", COUNT, "how many people it takes to see everything", lambda it: it.parallel.people),
    ),
)


def parallel_records(stretches: Iterable[Parallel], zone: str | None = None) -> Iterator[LazyRecord[ShownParallel]]:
    """The records of stretches; times are in `zone` (None: that of the first session of each)."""
    return TABLE.records(ShownParallel(each, zone) for each in stretches)
