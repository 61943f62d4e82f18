"""The first impression: what is on, what comes next, what there is, and what to type."""

from collections.abc import Sequence
from dataclasses import replace

from rich.table import Table

from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.analysis.timetable.sections import Timetable, lay_out
from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import When
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group
from agendacli.render.terminal.events import draw_events
from agendacli.render.terminal.stack import stack
from agendacli.render.terminal.text import Text
from agendacli.render.terminal.timetable import draw_timetable

Events = Sequence[tuple[Programme, When | None]]


def draw_overview(
    on: Sequence[Occurrence],
    ahead: Sequence[Occurrence],
    events: Events,
    width: int,
    clocks: Clocks = USUAL_CLOCKS,
) -> Drawable:
    """What is on now and what comes next, then all events where nothing of both is, then what to type."""
    shown = tuple({each.programme.id: each.programme for each in (*on, *ahead)}.values())
    both = (("On now", lay_out(on, clocks.zone)), ("Coming next", lay_out(ahead, clocks.zone)))
    parts = [_part(title, replace(each, events=shown), width, clocks.dial) for title, each in both if each.sections]
    if not parts:
        words = "Nothing is on now and nothing lies ahead." if events else "There are no events here."
        parts = [Text(words, styles.QUIET), *([draw_events(events, width, clocks.dial)] if events else [])]
    return stack([*parts, _what_to_type(events, quiet=bool(on or ahead))])


def _part(title: str, timetable: Timetable, width: int, dial: Dial) -> Drawable:
    return Group(Text(title, styles.TITLE), draw_timetable(timetable, "list", width, dial, headed=False))


def _what_to_type(events: Events, *, quiet: bool) -> Drawable:
    example = max((programme for programme, _ in events), key=_hours_known, default=None)
    name = example.id if example else "EVENT"
    lines = [
        (f"agenda timetable {name}", "its programme by day"),
        ("agenda conflicts", "what cannot both be kept"),
        (f"agenda export {name} -o FILE.ics", "for your calendar app"),
        ("agenda --help", "everything else"),
    ]
    table = Table.grid(padding=(0, 2))
    for command, meaning in [("agenda list", "every event"), *lines] if quiet else lines:
        table.add_row(Text(command, styles.NAME), Text(meaning, styles.QUIET))
    return table


def _hours_known(programme: Programme) -> int:
    return sum(session.when.precision == "timed" for session in programme.sessions)
