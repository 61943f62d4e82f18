"""A stretch of time over so many columns, and the hours below it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.zones import wall


@frozen
class HourScale:
    """So many columns for the time from `start` to `end`."""

    start: datetime
    end: datetime
    width: int

    def at(self, moment: datetime) -> int:
        """The column of a moment."""
        whole = (self.end - self.start) / timedelta(seconds=1)
        return round((moment - self.start) / timedelta(seconds=1) / whole * self.width) if whole else 0

    def cells(self, interval: Interval) -> tuple[int, int]:
        """The first cell of an interval and the one after its last: at least one."""
        left = min(self.at(interval.start), self.width - 1)
        return left, max(self.at(interval.end), left + 1)


def ticks(scale: HourScale, spans: Sequence[Interval], zone: str, dial: Dial) -> str:
    """The hours at which a bar begins or ends, each below its place; one that would touch another is left out."""
    line = " " * scale.width
    for moment in _by_weight(spans):
        label = dial.hour(wall(moment, zone))
        left = max(0, min(scale.at(moment), scale.width - len(label)))
        if not line[max(left - 1, 0) : left + len(label) + 1].strip():
            line = line[:left] + label + line[left + len(label) :]
    return line[: scale.width].rstrip()


def _by_weight(spans: Sequence[Interval]) -> Sequence[datetime]:
    """Every start and end once: the outer ones first, since they are never left out."""
    moments = sorted({moment for each in spans for moment in (each.start, each.end)})
    return (moments[0], moments[-1], *moments[1:-1])
