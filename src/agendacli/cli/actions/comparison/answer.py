"""The result of a comparison: the differences, whom they affect, and what became of conflicts."""

from typing import TYPE_CHECKING

from agendacli.analysis.changes.affected import Affected, affected
from agendacli.analysis.changes.values import Difference
from agendacli.cli.actions.comparison.compared import Compared
from agendacli.cli.options.comparing import Comparing
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.asked import Clock
from agendacli.model.frozen import frozen

if TYPE_CHECKING:
    from agendacli.analysis.conflicts.changed import ConflictChange


@frozen
class Answer:
    """What was compared, the clock, what of the differences is asked for, and how it is to be told."""

    compared: Compared
    clock: Clock
    differences: tuple[Difference, ...]
    comparing: Comparing
    surroundings: Surroundings
    attended: frozenset[str] | None = None

    @property
    def shown(self) -> tuple[Difference, ...]:
        """The differences on the clocks that are asked for, as people are to read them."""
        if self.clock.zone is None:
            return self.differences
        from agendacli.analysis.changes.clocks import on_clocks

        return tuple(on_clocks(each, self.clock.zone) for each in self.differences)

    @property
    def affected(self) -> tuple[Affected, ...]:
        """Whom the differences concern."""
        return affected(self.shown)

    @property
    def conflicts(self) -> "tuple[ConflictChange, ...]":
        """What became of conflicts."""
        from agendacli.cli.actions.comparison.changed_conflicts import changed_conflicts

        return changed_conflicts(self.compared, self.comparing, self.surroundings, self.attended)
