"""Conflicts on a terminal: what clashes, how surely, and both sessions on one time scale."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from agendacli.analysis.conflicts.values import Certainty, Conflict
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DAY, Timed, TimeWindow
from agendacli.model.wording import days_text, length_text, when_text
from agendacli.render.terminal import styles
from agendacli.render.terminal.bars import TimeScale
from agendacli.render.terminal.phrases import joined, said, title, zones_text

_INDENT = (0, 0, 0, 2)


def draw_conflicts(conflicts: Sequence[Conflict]) -> RenderableType:
    """The conflicts as blocks in the order given, and how many there are of each certainty."""
    if not conflicts:
        return Text("no conflicts", style="green")
    several = len({zone for each in conflicts for zone in _zones(each)}) > 1
    parts = [part for each in conflicts for part in (_block(each, several=several), Text(""))]
    return Group(*parts, _count(conflicts))


def _block(conflict: Conflict, *, several: bool) -> RenderableType:
    sessions = [_session(each, several=several) for each in (conflict.first, conflict.second)]
    body = [*sessions, *_bars(conflict), *_why(conflict)]
    return Group(_headline(conflict), *(Padding(each, _INDENT) for each in body))


def _headline(conflict: Conflict) -> Text:
    certain = conflict.certainty is Certainty.CERTAIN
    what = Text(f"{conflict.certainty} {conflict.kind}", style=styles.CERTAIN if certain else styles.POSSIBLE)
    length = None if not conflict.minutes else length_text(timedelta(minutes=conflict.minutes))
    return joined([what, conflict.subject and said(conflict.subject, styles.HEADING), length])


def _session(occurrence: Occurrence, *, several: bool) -> RenderableType:
    zone = zones_text([occurrence]) if several else None
    when = Text(when_text(occurrence.when), style=styles.TIME, overflow="fold")
    where = joined([when, occurrence.room, occurrence.place.city, zone and said(zone, styles.QUIET)])
    return Group(title(occurrence), Padding(Group(where, said(occurrence.id, styles.QUIET)), _INDENT))


def _bars(conflict: Conflict) -> Iterable[RenderableType]:
    """Both on one scale, where both have hours."""
    first, second = conflict.first, conflict.second
    zone = first.zone
    if zone and all(isinstance(each.when, Timed | TimeWindow) for each in (first, second)):
        style = styles.CERTAIN if conflict.certainty is Certainty.CERTAIN else styles.POSSIBLE
        yield TimeScale((first, second), zone, style)


def _why(conflict: Conflict) -> Iterable[Text]:
    yield said(conflict.message)
    if conflict.days:
        yield said(f"on {'; '.join(_runs(conflict.days))}", styles.TIME)
    if conflict.free is not None and conflict.candidates is not None:
        what = "pairs of possible days" if conflict.days is None else "possible days"
        yield said(f"{conflict.free} of {conflict.candidates} {what} stay free", styles.QUIET)
    if conflict.depends_on:
        text = Text(overflow="fold").append("depends on ", styles.UNSETTLED)
        yield text.append_text(said("; ".join(conflict.depends_on)))


def _runs(days: Sequence[date]) -> Iterable[str]:
    """The days in words, neighbours together."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][-1] == DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return tuple(days_text(run[0], run[-1] + DAY) for run in runs)


def _count(conflicts: Sequence[Conflict]) -> Text:
    certain = sum(each.certainty is Certainty.CERTAIN for each in conflicts)
    total = f"{len(conflicts)} conflict" + ("" if len(conflicts) == 1 else "s")
    return Text(f"{total}: {certain} certain, {len(conflicts) - certain} possible", style=styles.HEADING)


def _zones(conflict: Conflict) -> Iterable[str]:
    return (zone for zone in (conflict.first.zone, conflict.second.zone) if zone)
