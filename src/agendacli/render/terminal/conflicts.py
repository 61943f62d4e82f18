"""Conflicts on a terminal: what clashes, how surely, and both sessions on one time scale."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DAY, Timed, TimeWindow
from agendacli.model.wording import days_text, length_text, when_text
from agendacli.render.terminal import styles
from agendacli.render.terminal.bars import TimeScale
from agendacli.render.terminal.phrases import joined, said, title, zones_text

_INDENT = (0, 0, 0, 2)


def draw_conflicts(conflicts: Sequence[Conflict], most_overlaps: int | None = None) -> RenderableType:
    """The conflicts as blocks in the order given, and how many there are of each certainty.

    More overlaps of an attendee than `most_overlaps` are not drawn but counted below the rest, with the way to list
    them: with rooms side by side nobody means to attend everything.
    """
    if not conflicts:
        return Text("no conflicts", style="green")
    overlaps = [each for each in conflicts if each.kind is Kind.OVERLAP]
    too_many = most_overlaps is not None and len(overlaps) > most_overlaps
    drawn = [each for each in conflicts if not too_many or each.kind is not Kind.OVERLAP]
    several = len({zone for each in drawn for zone in _zones(each)}) > 1
    parts = [part for each in drawn for part in (_block(each, several=several), Text(""))]
    return Group(*parts, *([_counted(overlaps), Text("")] if too_many else []), _count(conflicts))


def _counted(overlaps: Sequence[Conflict]) -> RenderableType:
    how = "choose with --attend FILE or --mine, or list them with --only overlap"
    return Group(
        Text(f"{len(overlaps)} overlaps for somebody who attends everything", style=styles.HEADING),
        Padding(Text(how, style=styles.QUIET), _INDENT),
    )


def _block(conflict: Conflict, *, several: bool) -> RenderableType:
    sessions = [_session(conflict, each, several=several) for each in (conflict.first, conflict.second)]
    body = [*sessions, *_bars(conflict), *_why(conflict)]
    return Group(_headline(conflict), *(Padding(each, _INDENT) for each in body))


def _headline(conflict: Conflict) -> Text:
    certain = conflict.certainty is Certainty.CERTAIN
    what = Text(f"{conflict.certainty} {conflict.kind}", style=styles.CERTAIN if certain else styles.POSSIBLE)
    length = None if not conflict.minutes else length_text(timedelta(minutes=conflict.minutes))
    return joined([what, conflict.subject and said(conflict.subject, styles.HEADING), length])


def _session(conflict: Conflict, occurrence: Occurrence, *, several: bool) -> RenderableType:
    when = said(when_text(occurrence.when), styles.TIME)
    where = joined([when, occurrence.room, occurrence.place.city, _role(conflict, occurrence)])
    address = joined([occurrence.id, zones_text([occurrence]) if several else None], styles.QUIET)
    return Group(title(occurrence), Padding(Group(where, address), _INDENT))


def _role(conflict: Conflict, occurrence: Occurrence) -> str | None:
    """What the person whose conflict it is does there."""
    seats = occurrence.session.participants
    roles = [each.role for each in seats if each.person and each.person.id == conflict.person_id]
    return f"as {', '.join(dict.fromkeys(roles))}" if roles else None


def _bars(conflict: Conflict) -> Iterable[RenderableType]:
    """Both on one scale, where both have hours."""
    first, second = conflict.first, conflict.second
    zone = first.zone
    if zone and all(isinstance(each.when, Timed | TimeWindow) for each in (first, second)):
        style = styles.CERTAIN if conflict.certainty is Certainty.CERTAIN else styles.POSSIBLE
        yield TimeScale((first, second), zone, style)
        if second.zone != zone:
            yield said(f"hours of {zone}", styles.QUIET)


def _why(conflict: Conflict) -> Iterable[RenderableType]:
    if conflict.kind is Kind.TRAVEL:
        yield said(_journey(conflict))
    if conflict.candidates is not None:
        yield _days(conflict)
    if conflict.depends_on:
        yield _unknown(conflict)


def _journey(conflict: Conflict) -> str:
    if conflict.journey is None:
        return "how long the journey takes is not known"
    return f"the journey takes about {length_text(conflict.journey)}"


def _days(conflict: Conflict) -> Text:
    """The days that clash, out of how many, and how many are clear of any conflict."""
    candidates = conflict.candidates or 0
    clashing = candidates - (conflict.free or 0)
    text = Text(overflow="fold")
    if conflict.days:
        text.append(f"on {'; '.join(_runs(conflict.days))}: ", styles.TIME)
    text.append(f"{clashing} of {candidates} possible {'days' if conflict.days else 'pairs of days'}")
    if conflict.clear is not None:
        text.append(f"; {conflict.clear or 'none'} {'is' if conflict.clear == 1 else 'are'} clear")
    return text


def _unknown(conflict: Conflict) -> Table:
    """What it depends on, a phrase a line."""
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column()
    table.add_column(overflow="fold")
    table.add_row(Text("depends on", styles.UNSETTLED), Group(*(said(each) for each in conflict.depends_on)))
    return table


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
