"""The record of a conflict that is new, changed or gone in a newer version."""

from collections.abc import Callable

from agendacli.analysis.conflicts.changed import ConflictChange, State
from agendacli.model.frozen import frozen
from agendacli.records import conflict as conflicts
from agendacli.records.conflict import ShownConflict
from agendacli.records.table import Field, RecordTable, one_of


@frozen
class ShownConflictChange:
    """A conflict that changed, and the zone in which the record shows times (None: that of the earlier session)."""

    change: ConflictChange
    zone: str | None = None

    @property
    def shown(self) -> ShownConflict:
        """The conflict as it is now; one that is gone, as it was."""
        return ShownConflict(self.change.conflict, self.zone)


def _of_conflict(get: Callable[[ShownConflict], object]) -> Callable[[ShownConflictChange], object]:
    return lambda it: get(it.shown)


TABLE: RecordTable[ShownConflictChange] = RecordTable(
    "conflict-change",
    "A conflict that only one of two versions has, or that is another one in the newer.",
    (
        *(Field(each.name, each.schema, each.meaning, _of_conflict(each.get)) for each in conflicts.TABLE.fields),
        Field(
            "state",
            one_of([each.value for each in State]),
            "what became of it; one that is gone stands here as it was",
            lambda it: it.change.state.value,
        ),
    ),
)


def conflict_change_record(change: ConflictChange, zone: str | None = None) -> dict[str, object]:
    """The record of a conflict that changed; times are in `zone`."""
    return TABLE.record(ShownConflictChange(change, zone))
