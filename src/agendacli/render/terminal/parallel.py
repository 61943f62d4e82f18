"""Stretches of parallel sessions on a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from agendacli.analysis.conflicts.parallel import Parallel
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.when import Timed
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.phrases import joined, said
from agendacli.words.prose import when_text

_INDENT = (0, 0, 0, 2)


def draw_parallel(stretches: Sequence[Parallel], clocks: Clocks = USUAL_CLOCKS) -> RenderableType:
    """Each stretch with its sessions, and how many people see all of them."""
    if not stretches:
        return Text("no sessions in parallel", style="green")
    return Group(*(part for each in stretches for part in (_stretch(each, clocks), Text(""))))


def _stretch(stretch: Parallel, clocks: Clocks) -> RenderableType:
    zone = clocks.zone or stretch.sessions[0].zone or "UTC"
    start, end = (wall(each, zone).replace(tzinfo=None) for each in (stretch.start, stretch.end))
    when = said(when_text(Timed(start, end, zone), clocks.dial), styles.TIME)
    head = joined([when, f"{len(stretch.sessions)} sessions", f"{stretch.people} people see everything"])
    titles = (joined([each.session.title, each.room, said(each.id, styles.QUIET)]) for each in stretch.sessions)
    return Group(head, *(Padding(each, _INDENT) for each in titles))
