"""Sessions as bars on one time scale: where a bar is dark, another one is on at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.hour_scale import HourScale
from agendacli.render.terminal.text import Text
from agendacli.words.prose import day_mark

_OWN, _SHARED, _UNKNOWN = "▒", "█", "┄"
_LEFT, _RIGHT = "▕", "▏"


class Bars:
    """The bars of occurrences that all have hours, over so many cells, with the hours on the clocks of a zone."""

    def __init__(self, occurrences: Sequence[Occurrence], zone: str, cells: int, dial: Dial) -> None:
        self.occurrences = occurrences
        times = [each.bounds for each in occurrences]
        self.scale = HourScale(min(each.start for each in times), max(each.end for each in times), cells)
        self.hours = [_hours(each, zone, dial) for each in occurrences]
        self.label = max(len(each) for both in self.hours for each in both)

    @property
    def width(self) -> int:
        """The columns of a line, with the hours before and behind."""
        return self.label + 2 + self.scale.width + 2 + self.label

    def lines(self, style: str, hub: Occurrence | None = None) -> Iterator[Text]:
        """A line a bar: the hour at which it begins just before it, that at which it ends behind all of them.

        `style` colours what they share, with a `hub` what the others share with that. What may not be taken, a part of
        a day or an end that is stated nowhere, is faint.
        """
        others = self.counts(each for each in self.occurrences if each is not hub)
        of_hub = self.counts((hub,)) if hub else others
        for each, (start, end) in zip(self.occurrences, self.hours, strict=True):
            left, right = self.scale.cells(each.bounds)
            line = Text(" " * left, no_wrap=True).append(start.rjust(self.label), styles.TIME)
            beside, own = (others, 0) if each is hub else (of_hub, 0 if hub else 1)
            bar = _bar(each, [count > own for count in beside[left:right]], style)
            line.append(f" {_LEFT}", styles.RULE).append_text(bar)
            yield line.append(f"{_RIGHT}{' ' * (self.scale.width - right + 1)}", styles.RULE).append(end, styles.TIME)

    def counts(self, occurrences: Iterable[Occurrence]) -> Sequence[int]:
        """For each cell how many of the bars are known to be there."""
        steps = [0] * (self.scale.width + 1)
        for each in filter(_is_certain, occurrences):
            left, right = self.scale.cells(each.bounds)
            steps[left] += 1
            steps[right] -= 1
        return [*accumulate(steps)]


def _bar(occurrence: Occurrence, shared: Sequence[bool], style: str) -> Text:
    if not _is_certain(occurrence):
        return Text().append(_UNKNOWN * len(shared), styles.UNSETTLED)
    bar = Text()
    for is_shared, cells in groupby(shared):
        sign, own = (_SHARED, style) if is_shared else (_OWN, styles.QUIET)
        bar.append(sign * len([*cells]), own)
    return bar


def _hours(occurrence: Occurrence, zone: str, dial: Dial) -> tuple[str, str]:
    """When it begins and ends, marked where that is another day there than the one on which it begins."""
    time = occurrence.bounds
    day = wall(time.start, zone).date()
    start, end = (wall(each, zone) for each in (time.start, time.end))
    is_open = isinstance(occurrence.when, Timed) and occurrence.when.end is None
    return dial.hour(start), "–" if is_open else f"{dial.hour(end)}{day_mark(end, day)}"


def _is_certain(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and occurrence.when.end is not None
