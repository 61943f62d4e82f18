"""Two sessions as bars on one time scale: where the bars are thick, both are on at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed
from agendacli.model.zones import wall
from agendacli.render.terminal import styles

_WIDEST = 72
_OWN, _SHARED, _UNKNOWN = "▂", "▆", "┄"


@frozen
class TimeScale:
    """The bars of the occurrences (all with hours), one below the other, over the hours on the clocks of `zone`.

    `style` colours what they share. What may not be taken, a part of a day or an end that is stated nowhere, is faint.
    """

    occurrences: tuple[Occurrence, Occurrence]
    zone: str
    style: str
    dial: Dial = Dial.TWENTY_FOUR

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """One line a bar, then the hours below."""
        width = min(options.max_width, _WIDEST)
        spans = [each.bounds for each in self.occurrences]
        scale = HourScale(min(each.start for each in spans), max(each.end for each in spans), width)
        yield from (self.bar(each, scale) for each in self.occurrences)
        yield Text(ticks(scale, spans, self.zone, self.dial), style=styles.TIME, no_wrap=True)

    def bar(self, occurrence: Occurrence, scale: "HourScale") -> Text:
        """One bar."""
        own = occurrence.bounds
        left, right = scale.cells(own)
        text = Text(" " * left, no_wrap=True)
        if not _is_certain(occurrence):
            return text.append(_UNKNOWN * (right - left), styles.UNSETTLED)
        shared = self.shared(scale)
        for cell in range(left, right):
            text.append(*((_SHARED, self.style) if cell in shared else (_OWN, styles.QUIET)))
        return text

    def shared(self, scale: "HourScale") -> range:
        """The cells in which both are on for certain."""
        first, second = (each.bounds for each in self.occurrences)
        if not (all(map(_is_certain, self.occurrences)) and first.overlaps(second)):
            return range(0)
        return range(*scale.cells(first.shared(second)))


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


def _is_certain(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and occurrence.when.end is not None


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
