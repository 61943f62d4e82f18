"""What is on at a moment, and what comes next, with how long that takes."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from agendacli.model.asked import Clock
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Days, DayWindow, Timed, days_touched
from agendacli.model.wording import clock_text, day_text, when_text, zone_text
from agendacli.model.zones import wall
from agendacli.render.relative import rest_text, wait_text
from agendacli.render.terminal import styles
from agendacli.render.terminal.events import dates_text
from agendacli.render.terminal.phrases import is_quiet, joined, said, title, zones_text

_GAP = 2


def draw_now(on: Sequence[Occurrence], clock: Clock, width: int = 80) -> RenderableType:
    """What is on, as its clocks show it, and how long each goes on."""
    return _drawn(on, clock, width, rest_text, "nothing is on")


def draw_next(ahead: Sequence[Occurrence], clock: Clock, width: int = 80) -> RenderableType:
    """What comes next, as its clocks show it, and how long until each begins."""
    return _drawn(ahead, clock, width, wait_text, "nothing lies ahead")


def _drawn(
    found: Sequence[Occurrence],
    clock: Clock,
    width: int,
    relative: Callable[[Occurrence, Clock], str],
    nothing: str,
) -> RenderableType:
    zones = sorted({clock.zone_for(each.zone) for each in found if each.zone})
    head = Group(_head(clock, zones), Text("─" * width, style=styles.RULE, no_wrap=True))
    if not found:
        return Group(head, Text(nothing, styles.QUIET))
    words = [relative(each, clock) for each in found]
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column(width=max(map(cell_len, words)))
    table.add_column(overflow="fold")
    for each, text in zip(found, words, strict=True):
        table.add_row(Text(text, _style(each)), _what(each, clock, several=bool(zones[1:])))
    return Group(head, table)


def _head(clock: Clock, zones: Sequence[str]) -> Text:
    """The moment on the clocks of the one zone on show; for several in UTC, or as each of them reaches it."""
    if clock.moment.is_instant:
        zone = clock.zone_for(zones[0] if len(zones) == 1 else None) if len(zones) <= 1 else "UTC"
        shown = wall(clock.moment.time, zone)
        where = zone_text(zone, clock.moment.time)
    else:
        shown = clock.moment.time
        zone = clock.zone_for(zones[0] if zones else None)
        where = "on each one’s own clock" if zones[1:] else zone_text(zone, clock.moment.instant_in(zone))
    return joined([said(f"{day_text(shown.date())}, {shown:%H:%M}", styles.HEADING), said(where, styles.QUIET)])


def _what(occurrence: Occurrence, clock: Clock, *, several: bool) -> RenderableType:
    """Title, then hours and place, then the address, which other commands take."""
    zone = zones_text([occurrence]) if several else None
    facts = [_when(occurrence, clock), occurrence.room, occurrence.place.city, zone]
    return Group(title(occurrence), joined(facts, styles.QUIET), said(occurrence.id, styles.QUIET))


def _when(occurrence: Occurrence, clock: Clock) -> str:
    """The hours of what begins today, of all else the days too; of what takes nobody's time on days the days alone."""
    when = occurrence.when
    if isinstance(when, Days | DayWindow):
        return dates_text(when) if occurrence.session.transparent else when_text(when)
    return clock_text(when) if days_touched(when)[0] == clock.today(occurrence.zone) else when_text(when)


def _style(occurrence: Occurrence) -> str:
    if is_quiet(occurrence):
        return styles.QUIET
    return styles.TIME if isinstance(occurrence.when, Timed | Days) else styles.UNSETTLED
