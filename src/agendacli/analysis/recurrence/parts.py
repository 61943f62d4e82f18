"""A series in parts: the session itself, then what each change that holds onwards makes of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from agendacli.analysis.recurrence.series import OriginalStart, Series
from agendacli.analysis.recurrence.shift import (
    BEGIN_OF_TIME,
    END_OF_TIME,
    SeriesLength,
    moved,
    steady_through,
    wall_earlier,
)
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval, Stretch
from agendacli.model.programme import Repeat, Session
from agendacli.model.when import DAY, When, bounds

_LONG = timedelta(days=40)


@frozen
class Part:
    """The originals from `begin` to before `end` on the wall, all as `session` is, whose own original is `base`."""

    session: Session
    base: datetime
    begin: datetime
    end: datetime
    length: SeriesLength

    def placed(self, original: OriginalStart) -> tuple[When, Interval] | None:
        """When an original of it takes place, and the bounds; None where that would lie beyond the calendar."""
        try:
            if original.own and self.begin == BEGIN_OF_TIME:
                return original.own, bounds(original.own)
            return moved(self.session.when, original.start - self.base, self.length)
        except OverflowError:
            return None

    def span(self, series: Series, stretch: Stretch, *, is_dense: bool = False) -> tuple[datetime, datetime]:
        """Between which starts on the wall its originals lie whose times may touch the stretch.

        Since clocks change it begins a day earlier and ends a day later; of a series that `is_dense`, of which a day
        has too many to make, it begins earlier only where they do change.
        """
        own = bounds(self.session.when)
        lead = own.start - series.instant(self.base)
        low, high = self.begin, self.end
        if stretch.start is not None:
            earlier = lead + max(own.end - own.start, self.length.usual or timedelta())
            slack = timedelta() if is_dense and _is_steady(stretch.start, earlier, series.zone) else DAY
            low = max(low, wall_earlier(stretch.start, earlier + slack, series.zone))
        if stretch.end is not None:
            high = min(high, wall_earlier(stretch.end, lead - DAY, series.zone))
        return low, high


def parts(session: Session, repeat: Repeat, series: Series) -> Iterator[Part]:
    """The session from the beginning, and each session that a change puts in its place onwards."""
    onwards = {series.on_the_wall(each.original): each.session for each in repeat.changes if each.onwards}
    shapes = [(series.first, session), *sorted(onwards.items(), key=lambda each: each[0])]
    begins = (BEGIN_OF_TIME, *(base for base, _ in shapes[1:]), END_OF_TIME)
    for (base, shape), (begin, end) in zip(shapes, pairwise(begins), strict=True):
        yield Part(
            shape,
            base=base,
            begin=begin,
            end=end,
            length=_length(session, repeat) if shape is session else SeriesLength.of(shape.when, exact=True),
        )


def _length(session: Session, repeat: Repeat) -> SeriesLength:
    return SeriesLength.of(session.when, exact=repeat.exact, days=repeat.days)


def _is_steady(moment: datetime, earlier: timedelta, zone: str) -> bool:
    """Whether no clocks change from so much before a moment up to it, or near."""
    first, last = (wall_earlier(moment, each, zone).date() for each in (earlier, timedelta()))
    return last - first < _LONG and steady_through(first - DAY, last, zone) is not None
