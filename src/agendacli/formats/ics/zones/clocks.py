"""What the clocks of a zone show that only a file defines (RFC 5545 3.6.5)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from agendacli.model.frozen import frozen

_BEFORE_ALL = datetime.fromisoformat("0002-01-01")


@dataclass(frozen=True, slots=True, order=True)
class ClockChange:
    """From `moment` (UTC, naive) on the clocks show `after` instead of `before` more than UTC."""

    moment: datetime
    before: timedelta
    after: timedelta


@frozen
class DefinedClocks:
    """What the clocks of a custom zone show: its changes in the years in use, in order, at least one."""

    changes: tuple[ClockChange, ...]

    def utc(self, wall_time: datetime) -> datetime:
        """The naive UTC time of a naive wall time.

        One that the clocks skip is read with the offset before the change, of one that comes twice it is the first.
        """
        offset = self.changes[0].before
        for change in self.changes:
            if wall_time < change.moment + max(change.before, change.after):
                break
            offset = change.after
        return wall_time - offset

    def offset(self, moment: datetime) -> timedelta:
        """How much more than UTC the clocks show at a naive UTC time."""
        offset = self.changes[0].before
        for change in self.changes:
            if moment < change.moment:
                break
            offset = change.after
        return offset


def steady_clocks(offset: timedelta) -> DefinedClocks:
    """Clocks that always show so much more than UTC."""
    return DefinedClocks((ClockChange(_BEFORE_ALL, offset, offset),))
