"""Stretches of parallel sessions on a terminal."""

from collections.abc import Hashable, Iterator, Sequence

from agendacli.analysis.conflicts.parallel import Parallel
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.analysis.timetable.columns import natural
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, days_touched
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.conflicts.bars import Bars
from agendacli.render.terminal.conflicts.clashes import days_line
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.phrases import joined, said, title_lead
from agendacli.render.terminal.rows import Rows
from agendacli.render.terminal.text import Text
from agendacli.words.prose import when_text

_INDENT = 2
_FURTHER_IN = 4
_GAP = 2
_WIDE = 90  # columns
_CELLS, _FEWER_CELLS = 20, 12


def draw_parallel(stretches: Sequence[Parallel], clocks: Clocks = USUAL_CLOCKS) -> Drawable:
    """Each stretch with its sessions, and how many people see all of them."""
    if not stretches:
        return Text("no sessions in parallel", style="green")
    return Group(*(part for each in stretches for part in (_stretch(each, clocks), Text(""))))


def draw_beside(stretches: Sequence[Parallel], clocks: Clocks, width: int) -> Drawable:
    """What runs in parallel as a section behind the conflicts: people choose from it, so it is none."""
    head = Text("In parallel, which is not a conflict", styles.HEADING)
    alike: dict[Hashable, list[Parallel]] = {}
    for each in stretches:
        alike.setdefault(_repeated(each), []).append(each)
    return Group(head, *(part for found in alike.values() for part in _beside(found, clocks, width)))


def _repeated(stretch: Parallel) -> Hashable:
    """What stretches of the same repeated sessions have in common."""
    sessions = stretch.sessions
    times = ((each.bounds.start - stretch.start, each.bounds.end - stretch.start) for each in sessions)
    return tuple((each.programme.address, each.session.id) for each in sessions), tuple(times)


def _beside(alike: Sequence[Parallel], clocks: Clocks, width: int) -> Iterator[Drawable]:
    """When, how often, who sees everything, and a bar for each time with the sessions of that time."""
    stretch = alike[0]
    yield Indented(_head(stretch, clocks), _INDENT)
    if alike[1:]:
        days = [days_touched(clocks.shown(each.sessions[0]).when)[0] for each in alike]
        yield Indented(said(days_line(days, days[0]), styles.TIME), _INDENT)
    by_time: dict[Interval, list[Occurrence]] = {}
    for each in stretch.sessions:
        by_time.setdefault(each.bounds, []).append(each)
    zone = clocks.shown(stretch.sessions[0]).zone or "UTC"
    bars = Bars(stretch.sessions, zone, _CELLS if width >= _WIDE else _FEWER_CELLS, clocks.dial)
    lines = {each.bounds: bar for each, bar in zip(stretch.sessions, bars.lines(styles.SHARED), strict=True)}
    titles = {time: sorted(map(title_lead, found), key=natural) for time, found in by_time.items()}
    rows = (((lines[time],), (joined(words),)) for time, words in titles.items())
    yield Indented(Rows((bars.width,), _GAP, rows), _FURTHER_IN)


def _stretch(stretch: Parallel, clocks: Clocks) -> Drawable:
    titles = (joined([each.session.title, each.room, said(each.id, styles.QUIET)]) for each in stretch.sessions)
    return Group(_head(stretch, clocks), *(Indented(each, _INDENT) for each in titles))


def _head(stretch: Parallel, clocks: Clocks) -> Text:
    zone = clocks.zone or stretch.sessions[0].zone or "UTC"
    start, end = (wall(each, zone).replace(tzinfo=None) for each in (stretch.start, stretch.end))
    when = said(when_text(Timed(start, end, zone), clocks.dial), styles.TIME)
    return joined([when, f"{len(stretch.sessions)} sessions", f"{stretch.people} people see everything"])
