"""What is on at a moment, and what comes next, with how long that takes."""

from collections.abc import Sequence

from rich.cells import cell_len

from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.asked import Clock
from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Days, DayWindow, Timed, days_touched
from agendacli.render.relative import rest_text, wait_text
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.events import dates_text
from agendacli.render.terminal.phrases import beside_text, is_quiet, joined, said, title, zones_text
from agendacli.render.terminal.rows import Rows
from agendacli.render.terminal.text import Text
from agendacli.words.prose import clock_text, day_text, when_text, zone_text

_GAP = 2


def draw_now(on: Sequence[Occurrence], clock: Clock, width: int = 80, clocks: Clocks = USUAL_CLOCKS) -> Drawable:
    """What is on, as its clocks show it, and how long each goes on."""
    return _drawn(
        [(each, rest_text(each, clock)) for each in on], "nothing is on", clock=clock, width=width, clocks=clocks
    )


def draw_next(ahead: Sequence[Occurrence], clock: Clock, width: int = 80, clocks: Clocks = USUAL_CLOCKS) -> Drawable:
    """What comes next, as its clocks show it, and how long until each begins."""
    return _drawn(
        [(each, wait_text(each, clock)) for each in ahead],
        "nothing lies ahead",
        clock=clock,
        width=width,
        clocks=clocks,
    )


def _drawn(found: Sequence[tuple[Occurrence, str]], nothing: str, clock: Clock, width: int, clocks: Clocks) -> Drawable:
    """What was found, each with the words beside it."""
    zones = sorted({clock.zone_for(each.zone) for each, _ in found if each.zone})
    head = Group(_head(clock, zones, clocks.dial), Text("─" * width, style=styles.RULE, no_wrap=True))
    if not found:
        return Group(head, Text(nothing, styles.QUIET))
    several, widest = len(zones) > 1, max(cell_len(words) for _, words in found)
    rows = (
        ((Text(words.ljust(widest), _style(each)),), _what(each, clock, clocks, several=several))
        for each, words in found
    )
    return Group(head, Rows((widest,), _GAP, rows))


def _head(clock: Clock, zones: Sequence[str], dial: Dial) -> Text:
    """The moment on the clocks of the one zone on show; for several in UTC, or as each of them reaches it."""
    if clock.moment.is_instant:
        zone = clock.zone_for(zones[0] if len(zones) == 1 else None) if len(zones) <= 1 else "UTC"
        shown = clock.moment.minute_in(zone)
        where = zone_text(zone, shown)
    else:
        shown = clock.moment.told
        zone = clock.zone_for(zones[0] if zones else None)
        where = "on each one’s own clock" if zones[1:] else zone_text(zone, clock.moment.instant_in(zone))
    moment = f"{day_text(shown.date())}, {dial.hour(shown)}"
    return joined([said(moment, styles.HEADING), said(where, styles.QUIET)])


def _what(occurrence: Occurrence, clock: Clock, clocks: Clocks, *, several: bool) -> tuple[Text, ...]:
    """Title, then hours and place, then the address, which other commands take."""
    beside = beside_text(occurrence, clocks)
    zone = zones_text([occurrence]) if several else None
    facts = [_when(occurrence, clock, clocks.dial), occurrence.room, occurrence.place.city, zone]
    below = [said(each, styles.QUIET) for each in (beside, occurrence.id) if each]
    return title(occurrence), joined(facts, styles.QUIET), *below


def _when(occurrence: Occurrence, clock: Clock, dial: Dial) -> str:
    """The hours of what begins today, of all else the days too; of what takes nobody's time on days the days alone."""
    when = occurrence.when
    if isinstance(when, Days | DayWindow):
        return dates_text(when, dial) if occurrence.session.transparent else when_text(when, dial)
    is_today = days_touched(when)[0] == clock.today(occurrence.zone)
    return clock_text(when, dial=dial) if is_today else when_text(when, dial)


def _style(occurrence: Occurrence) -> str:
    if is_quiet(occurrence):
        return styles.QUIET
    return styles.TIME if isinstance(occurrence.when, Timed | Days) else styles.UNSETTLED
