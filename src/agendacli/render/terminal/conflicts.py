"""Conflicts on a terminal: what clashes, how surely, and both sessions on one time scale."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain, islice

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.analysis.conflicts.wording import runs_in_words
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, TimeWindow
from agendacli.render.terminal import styles
from agendacli.render.terminal.bars import TimeScale
from agendacli.render.terminal.phrases import beside_text, joined, said, title, zones_text
from agendacli.render.terminal.stack import stack
from agendacli.words.prose import clock_text, length_text, when_text

_INDENT = (0, 0, 0, 2)
_LOOKED_AHEAD = 1_000  # conflicts, to see whether more than one zone is shown


def draw_conflicts(conflicts: Iterable[Conflict], clocks: Clocks = USUAL_CLOCKS) -> RenderableType:
    """The conflicts as blocks in the order given, and how many there are of each certainty.

    Each is asked for when those before it are drawn: there may be millions.
    """
    return stack(_drawings(iter(conflicts), clocks))


def _drawings(conflicts: Iterator[Conflict], clocks: Clocks) -> Iterator[RenderableType]:
    head = tuple(islice(conflicts, _LOOKED_AHEAD))
    if not head:
        yield Text("no conflicts", style="green")
        return
    several = clocks.second is not None or len({zone for each in head for zone in _zones(each, clocks)}) > 1
    counts: Counter[Certainty] = Counter()
    for each in chain(head, conflicts):
        counts[each.certainty] += 1
        yield _block(each, clocks, several=several)
    yield _count(counts)


def _block(conflict: Conflict, clocks: Clocks, *, several: bool) -> RenderableType:
    sessions = [_session(conflict, each, clocks, several=several) for each in conflict.sessions]
    body = [*sessions, *_bars(conflict, clocks), *_why(conflict, clocks)]
    return Group(_headline(conflict), *(Padding(each, _INDENT) for each in body))


def _headline(conflict: Conflict) -> Text:
    certain = conflict.certainty is Certainty.CERTAIN
    what = Text(f"{conflict.certainty} {conflict.kind}", style=styles.CERTAIN if certain else styles.POSSIBLE)
    length = None if not conflict.minutes else length_text(timedelta(minutes=conflict.minutes))
    return joined([what, conflict.subject and said(conflict.subject, styles.HEADING), length])


def _session(conflict: Conflict, occurrence: Occurrence, clocks: Clocks, *, several: bool) -> RenderableType:
    shown, other = clocks.shown(occurrence), beside_text(occurrence, clocks)
    when = said(when_text(shown.when, clocks.dial), styles.TIME)
    where = joined([when, occurrence.room, occurrence.place.city, _role(conflict, occurrence)])
    address = joined([occurrence.id, zones_text([shown]) if several else None], styles.QUIET)
    beside = [said(other, styles.QUIET)] if other else []
    return Group(title(occurrence), Padding(Group(where, *beside, address), _INDENT))


def _role(conflict: Conflict, occurrence: Occurrence) -> str | None:
    """What the person whose conflict it is does there."""
    seats = {each for both in conflict.seats or () for each in both}
    roles = [each.role for each in occurrence.session.participants if each in seats]
    return f"as {', '.join(dict.fromkeys(roles))}" if roles else None


def _bars(conflict: Conflict, clocks: Clocks) -> Iterable[RenderableType]:
    """Both on one scale, where both have hours."""
    first, second = clocks.shown(conflict.first), clocks.shown(conflict.second)
    zone = first.zone
    if zone and not conflict.absence and all(isinstance(each.when, Timed | TimeWindow) for each in (first, second)):
        style = styles.CERTAIN if conflict.certainty is Certainty.CERTAIN else styles.POSSIBLE
        yield TimeScale((first, second), zone, style, clocks.dial)
        if second.zone != zone:
            yield said(f"hours of {zone}", styles.QUIET)


def _why(conflict: Conflict, clocks: Clocks) -> Iterable[RenderableType]:
    if conflict.absence:
        yield said(f"absent {conflict.absence.text}")
    if conflict.kind is Kind.TRAVEL:
        yield said(_journey(conflict))
    if conflict.kind in {Kind.TURNOVER, Kind.REST} and conflict.journey:
        yield said(f"{length_text(conflict.journey)} are needed between them")
    if conflict.candidates is not None:
        yield _days(conflict)
    if conflict.depends_on:
        yield _unknown(conflict, clocks)


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
        text.append(f"on {'; '.join(runs_in_words(conflict.days))}: ", styles.TIME)
    text.append(f"{clashing} of {candidates} possible {'days' if conflict.days else 'pairs of days'}")
    if conflict.clear is not None:
        text.append(f"; {conflict.clear or 'none'} {'is' if conflict.clear == 1 else 'are'} clear")
    return text


def _unknown(conflict: Conflict, clocks: Clocks) -> Table:
    """What it depends on, a phrase a line."""
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column()
    table.add_column(overflow="fold")
    table.add_row(
        Text("depends on", styles.UNSETTLED),
        Group(*(said(_on_clocks(each, conflict, clocks)) for each in conflict.depends_on)),
    )
    return table


def _on_clocks(phrase: str, conflict: Conflict, clocks: Clocks) -> str:
    """A phrase on what is not known, its hours on the clocks that are shown; the conflict has it as records do."""
    for each in (conflict.first, conflict.second):
        if isinstance(each.when, TimeWindow):
            hours = clock_text(clocks.shown(each).when, dial=clocks.dial)
            phrase = phrase.replace(f"({clock_text(each.when)})", f"({hours})")
    return phrase


def _count(counts: Counter[Certainty]) -> Text:
    total = counts.total()
    parts = f"{counts[Certainty.CERTAIN]} certain, {counts[Certainty.POSSIBLE]} possible"
    return Text(f"{total} conflict{'' if total == 1 else 's'}: {parts}", style=styles.HEADING)


def _zones(conflict: Conflict, clocks: Clocks) -> Iterable[str]:
    return (zone for each in (conflict.first, conflict.second) if (zone := clocks.shown(each).zone))
