"""Conflicts on a terminal: each cluster of sessions in one picture with a bar a session, the most telling first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from agendacli.analysis.conflicts.clusters import Cluster, clusters_of
from agendacli.analysis.conflicts.crowds import NO_CROWDS, Crowds
from agendacli.analysis.conflicts.parallel import Parallel
from agendacli.analysis.conflicts.values import Conflict
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, TimeWindow, days_touched
from agendacli.render.terminal import styles
from agendacli.render.terminal.conflicts.bars import Bars
from agendacli.render.terminal.conflicts.clashes import days_line, headline, reasons
from agendacli.render.terminal.conflicts.parallel import draw_beside
from agendacli.render.terminal.drawing import Drawable, Group, Indented, lines_on
from agendacli.render.terminal.phrases import beside_text, joined, said, title, zones_text
from agendacli.render.terminal.rows import Rows
from agendacli.render.terminal.stack import stack
from agendacli.render.terminal.text import Line, Text
from agendacli.words.prose import length_text, when_text

_INDENT = 2
_WIDEST = 120
_BESIDE_FROM = 90  # columns from which bars stand beside what they are of
_CELLS, _WIDEST_CELLS = 20, 48
_GAP = 2


@frozen
class Looked:
    """What was looked at: how many sessions somebody chose (None: all), what runs in parallel, and the crowds."""

    chosen: int | None = None
    parallel: tuple[Parallel, ...] = ()
    crowds: Crowds | None = None


EVERYTHING = Looked()


def draw_conflicts(
    conflicts: Iterable[Conflict], clocks: Clocks = USUAL_CLOCKS, width: int = 80, looked: Looked = EVERYTHING
) -> Drawable:
    """The conflicts as clusters, how many pairs there are of each certainty, and what runs in parallel."""
    clusters = clusters_of(conflicts, looked.crowds or NO_CROWDS)
    beside = [draw_beside(looked.parallel, clocks, min(width, _WIDEST))] if looked.parallel else []
    if not clusters:
        return stack([Text("no conflicts", style="green"), *beside])
    drawing = _Drawing(clusters, clocks, min(width, _WIDEST), looked.chosen)
    return stack([*drawing.pictures(), _count(clusters), *beside])


class _Drawing:
    """What all pictures share: the clocks, the width, and whether rows tell their zones."""

    def __init__(self, clusters: Sequence[Cluster], clocks: Clocks, width: int, chosen: int | None) -> None:
        self.clusters = clusters
        self.clocks = clocks
        self.width = width
        self.chosen = chosen
        zones = {clocks.shown(one).zone for each in clusters for one in each.sessions} - {None}
        self.has_zones = clocks.second is not None or len(zones) > 1

    def pictures(self) -> Iterator[Drawable]:
        """A picture a cluster."""
        return map(self.picture, self.clusters)

    def picture(self, cluster: Cluster) -> Drawable:
        """What clashes and how surely, the days, a row a session, and on what it hangs."""
        shown = [self.clocks.shown(each) for each in cluster.sessions]
        days = {days_touched(each.when)[0] for each in shown}
        on_clock = all(isinstance(each.when, Timed | TimeWindow) for each in shown) and not cluster.first.absence
        one_day = on_clock and len(days) == 1
        body = chain(
            [said(days_line(cluster.days, days.pop()), styles.TIME)] if one_day else [],
            self.bars(cluster, shown) if on_clock else self.rows(cluster, with_day=True),
            reasons(cluster, self.clocks),
        )
        return _Picture(self.head(cluster), body)

    def head(self, cluster: Cluster) -> Drawable:
        """What cannot be kept, and at the right how surely and how long."""
        what = headline(cluster, self.chosen)
        style = styles.CERTAIN if cluster.is_certain else styles.POSSIBLE
        surely = Text(cluster.first.certainty.value, style=style)
        length = length_text(timedelta(minutes=cluster.minutes)) if cluster.minutes else None
        pairs = f"{cluster.pairs:,} pairs" if cluster.pairs > 1 else None
        right = joined([surely, length, pairs])
        gap = self.width - what.cell_len - right.cell_len
        return what.append(" " * gap).append_text(right) if gap >= _GAP else Group(what, right)

    def bars(self, cluster: Cluster, shown: Sequence[Occurrence]) -> Iterator[Drawable]:
        """A bar a session: beside what it is of, or below where that is too narrow."""
        zone = shown[0].zone or "UTC"
        style = styles.CERTAIN if cluster.is_certain else styles.POSSIBLE
        with_day = len({days_touched(each.when)[0] for each in shown}) > 1
        rows = self.rows(cluster, with_day=with_day)
        if self.width >= _BESIDE_FROM:
            drawn = Bars(cluster.sessions, zone, _CELLS, self.clocks.dial)
            cells = (((bar,), (row,)) for bar, row in zip(drawn.lines(style, cluster.hub), rows, strict=True))
            yield Rows((drawn.width,), _GAP, cells)
        else:
            bare = Bars(cluster.sessions, zone, 1, self.clocks.dial)
            cells_left = min(self.width - bare.width - _GAP, _WIDEST_CELLS)
            drawn = Bars(cluster.sessions, zone, max(cells_left, 1), self.clocks.dial)
            yield from (part for both in zip(rows, drawn.lines(style, cluster.hub), strict=True) for part in both)
        if any(each.zone != zone for each in shown):
            yield said(f"hours of {zone}", styles.QUIET)

    def rows(self, cluster: Cluster, *, with_day: bool) -> Iterator[Text]:
        """A row a session."""
        with_city = len({each.place.city for each in cluster.sessions} - {None}) > 1
        return (self.row(cluster, each, with_day=with_day, with_city=with_city) for each in cluster.sessions)

    def row(self, cluster: Cluster, occurrence: Occurrence, *, with_day: bool, with_city: bool) -> Text:
        """A session: its title, its day where rows differ in it, where it is, what the person does there, its id."""
        shown, beside = self.clocks.shown(occurrence), beside_text(occurrence, self.clocks)
        when = said(when_text(shown.when, self.clocks.dial), styles.TIME) if with_day else None
        city = occurrence.place.city if with_city else None
        role = ", ".join(cluster.roles.get(occurrence.id, ()))
        zone = zones_text([shown]) if self.has_zones else None
        where = joined([when, occurrence.room, city, role, zone, beside, occurrence.id], styles.QUIET)
        return title(occurrence).append("  ").append_text(where)


@frozen
class _Picture:
    """A head and what stands below it, row by row: of a crowd there are thousands."""

    head: Drawable
    body: Iterable[Drawable]

    def drawn(self, width: int) -> Iterator[Line]:
        """The lines of both."""
        yield from lines_on(self.head, width)
        for each in self.body:
            yield from Indented(each, _INDENT).drawn(width)


def _count(clusters: Sequence[Cluster]) -> Text:
    counts: Counter[bool] = Counter()
    for each in clusters:
        counts[each.is_certain] += each.pairs
    total = counts.total()
    parts = f"{counts[True]} certain, {counts[False]} possible"
    return Text(f"{total} conflict{'' if total == 1 else 's'}: {parts}", style=styles.HEADING)
