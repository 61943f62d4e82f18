"""The record of a conflict that a newer version brings, changes or ends."""

from collections.abc import Callable

from agendacli.analysis.conflicts.changed import ConflictChange, State
from agendacli.model.frozen import frozen
from agendacli.records import conflict as conflicts
from agendacli.records.conflict import ShownConflict
from agendacli.records.table import Field, RecordTable, one_of


@frozen
class ShownConflictChange:
    """What became of a conflict, and the zone whose clocks its record shows (None: the earlier session's)."""

    change: ConflictChange
    zone: str | None = None

    @property
    def shown(self) -> ShownConflict:
        """The conflict as it is now; one that is gone as it was."""
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
    """The record of what became of a conflict; its times are those that the clocks of `zone` show."""
    return TABLE.record(ShownConflictChange(change, zone))
