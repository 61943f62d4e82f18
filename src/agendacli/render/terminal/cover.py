"""A plan for a delegation on a terminal: day by day a row for each delegate, and what nobody attends below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from rich.cells import cell_len, set_cell_size

from agendacli.analysis.conflicts.wording import short_name
from agendacli.analysis.cover.answer import Smallest
from agendacli.analysis.cover.needed import Needed
from agendacli.analysis.cover.plan import CoverPlan
from agendacli.analysis.cover.wording import because, delegates_text, number_text
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, TimeWindow
from agendacli.model.zones import midnight, wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.hour_scale import HourScale, ticks
from agendacli.render.terminal.phrases import DOT, joined, said
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, day_text, days_text, when_text, zone_text

_INDENT = 2
_WIDEST_NAME = 16
_KEPT, _END, _UNKNOWN = "█", "▌", "┄"


@frozen
class _Row:
    """A session on the clocks that are shown: the number and name of whose it is, or None, and why it is nobody's."""

    number: int
    who: str | None
    session: Occurrence
    why: str = ""


def draw_cover(
    plan: CoverPlan,
    smallest: Smallest | None,
    clocks: Clocks = USUAL_CLOCKS,
    width: int = 80,
    *,
    only_missed: bool = False,
) -> Drawable:
    """How much a plan keeps, on what it rests, and its days."""
    rows = [*_missed(plan, clocks), *(() if only_missed else _attended(plan, clocks))]
    parts: list[Drawable] = [_headline(plan, smallest)]
    parts += [said(f"rests on {each}", styles.UNSETTLED) for each in plan.depends_on]
    parts += _stretches(smallest.needed, clocks) if smallest else ()
    for name, section in groupby(sorted(rows, key=_order), key=lambda row: _heading(row.session)):
        parts += [Text(""), *_section(name, list(section), clocks.dial, width)]
    return Group(*parts)


def draw_needed(stretches: Sequence[Needed], clocks: Clocks = USUAL_CLOCKS) -> Drawable:
    """The stretches that take more than one delegate, with the sessions that do."""
    if not stretches:
        return Text("one delegate covers everything", style="green")
    return Group(*_stretches(stretches, clocks))


def _headline(plan: CoverPlan, smallest: Smallest | None) -> Text:
    if smallest:
        return Text(number_text(smallest), styles.HEADING)
    kept = len({each.id for delegate in plan.delegates for each in delegate.sessions})
    count = len(plan.delegates)
    told = f"{delegates_text(count)} attend{'s' * (count == 1)} {kept} of {kept + len(plan.missed)} sessions"
    return Text(told, styles.HEADING)


def _stretches(stretches: Iterable[Needed], clocks: Clocks) -> Iterator[Drawable]:
    """When more than one is needed, and on what it depends."""
    for each in stretches:
        when, many = said(_span(each, clocks), styles.TIME), Text(f"{each.people} needed", styles.HEADING)
        yield joined([when, many, "possible" if each.depends_on else None])
        titles = joined([short_name(one) for one in each.sessions], styles.QUIET)
        yield Indented(titles, _INDENT)
        for phrase in each.depends_on:
            yield Indented(said(f"depends on {phrase}", styles.UNSETTLED), _INDENT)


def _span(needed: Needed, clocks: Clocks) -> str:
    """The days, or the day and the hours, of a stretch."""
    zone = needed.zone if needed.days_in else clocks.zone or needed.zone
    start, end = (wall(each, zone).replace(tzinfo=None) for each in (needed.start, needed.end))
    return days_text(start.date(), end.date()) if needed.days_in else when_text(Timed(start, end, zone), clocks.dial)


def _attended(plan: CoverPlan, clocks: Clocks) -> Iterator[_Row]:
    for number, delegate in enumerate(plan.delegates):
        yield from (_Row(number, delegate.name, clocks.shown(each)) for each in delegate.sessions)


def _missed(plan: CoverPlan, clocks: Clocks) -> Iterator[_Row]:
    last = len(plan.delegates)
    yield from (_Row(last, None, clocks.shown(each.session), because(each)) for each in plan.missed)


def _order(row: _Row) -> tuple[datetime, str, int, datetime]:
    """Sections in order of time; in each the delegates, then what nobody attends."""
    return _begin(row.session), _heading(row.session), row.number, row.session.bounds.start


def _begin(session: Occurrence) -> datetime:
    """Where the section of a session begins: for all of a day at once."""
    when = session.when
    return midnight(when.start.date(), when.zone) if isinstance(when, Timed | TimeWindow) else session.bounds.start


def _heading(session: Occurrence) -> str:
    """Under what a session stands: its day and its clocks, or all that is known of its time."""
    when = session.when
    if not isinstance(when, Timed | TimeWindow):
        return when_text(when)
    day = when.start.date()
    return f"{day_text(day)}{DOT}{zone_text(when.zone, midnight(day, when.zone))}"


def _section(heading: str, rows: Sequence[_Row], dial: Dial, width: int) -> Iterator[Drawable]:
    """A day with its rows, or what has no hours."""
    yield said(heading, styles.HEADING)
    yield Text("─" * width, style=styles.RULE, no_wrap=True)
    attended, missed = ([row for row in rows if (row.who is None) == is_missed] for is_missed in (False, True))
    has_hours = isinstance(rows[0].session.when, Timed | TimeWindow)
    yield from _bars(attended, dial, width) if has_hours else map(_without_hours, attended)
    if missed:
        yield Text("nobody attends", styles.CERTAIN)
        yield from (Indented(part, _INDENT) for row in missed for part in _why(row, dial))


def _without_hours(row: _Row) -> Text:
    return joined([said(row.who or "", styles.NAME), short_name(row.session), said(row.session.id, styles.QUIET)])


def _why(row: _Row, dial: Dial) -> Iterator[Drawable]:
    """What nobody attends, and where everybody is."""
    when, session = row.session.when, row.session
    hours = said(clock_text(when, dial=dial), styles.TIME) if isinstance(when, Timed | TimeWindow) else None
    yield joined([hours, said(short_name(session), styles.TITLE), session.room, said(session.id, styles.QUIET)])
    yield Indented(said(row.why, styles.QUIET), _INDENT)


def _bars(rows: Sequence[_Row], dial: Dial, width: int) -> Iterator[Drawable]:
    """A bar for each delegate over the hours of the day, with the titles below it."""
    if not rows:
        return
    left = min(max(cell_len(one_line(row.who or "")) for row in rows), _WIDEST_NAME) + _INDENT
    scale, zone = _scale(rows, max(width - left, 1)), rows[0].session.when.zone or "UTC"
    hours = ticks(scale, [row.session.bounds for row in rows], zone, dial)
    yield Text(" " * left + hours, style=styles.TIME, no_wrap=True)
    for _, own in groupby(rows, key=lambda row: row.number):
        delegate = tuple(own)
        name = one_line(delegate[0].who or "")
        line = Text(set_cell_size(name, left - _INDENT) + " " * _INDENT, styles.NAME, no_wrap=True)
        yield line.append_text(_bar(delegate, scale))
        yield Indented(_titles(delegate, dial), left)


def _scale(rows: Sequence[_Row], width: int) -> HourScale:
    spans = [row.session.bounds for row in rows]
    return HourScale(min(each.start for each in spans), max(each.end for each in spans), width)


def _bar(rows: Sequence[_Row], scale: HourScale) -> Text:
    """Each session from its start to its end; thin where no document says that it goes on."""
    text = Text(no_wrap=True)
    for row in rows:
        first, after = scale.cells(row.session.bounds)
        text.append(" " * (first - len(text.plain)))
        cells = after - max(first, len(text.plain))
        is_known = isinstance(row.session.when, Timed) and row.session.when.end is not None
        text.append(
            *((_KEPT * (cells - 1) + _END * min(cells, 1), "") if is_known else (_UNKNOWN * cells, styles.UNSETTLED))
        )
    return text


def _titles(rows: Sequence[_Row], dial: Dial) -> Text:
    return joined([_title(row.session, dial) for row in rows])


def _title(session: Occurrence, dial: Dial) -> Text:
    when = session.when
    begins = dial.hour(when.start) if isinstance(when, Timed) else clock_text(when, dial=dial)
    return said(begins, styles.TIME).append(f" {one_line(short_name(session))}", "default")
