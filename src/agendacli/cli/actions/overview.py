"""What `agenda` alone prints: what is on, what comes next, what there is, and what to type."""

from typing import TYPE_CHECKING

import typer

from agendacli.analysis.event_dates import dates_shown
from agendacli.analysis.upcoming import coming, on_now
from agendacli.cli.options.groups import Loading, Selecting, Showing
from agendacli.cli.printing import print_drawn
from agendacli.cli.query.nearby import ahead
from agendacli.cli.query.reading import Reading, read
from agendacli.cli.run.outcome import finish
from agendacli.model.occurrence import Occurrence

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable

_NEXT = 3


def print_overview(context: typer.Context) -> None:
    """Print what is on now and what comes next; where nothing is, what there was; then what to type next."""
    showing = Showing()
    reading = read(
        context, None, loading=Loading(offline=True), selecting=Selecting(), showing=showing, nearby=ahead(_NEXT)
    )
    on = on_now(reading.occurrences, reading.clock)
    later = coming(reading.occurrences, reading.clock, count=_NEXT)

    if reading.surroundings.on_terminal:
        print_drawn(lambda width: _drawn(reading, on, later, width), showing, reading.surroundings)
    else:
        _print_plain(reading, on, later)
    finish(sound=reading.is_sound)


def _drawn(reading: Reading, on: tuple[Occurrence, ...], later: tuple[Occurrence, ...], width: int) -> "Drawable":
    from agendacli.render.terminal.overview import draw_overview

    events = [(each, dates_shown(each, reading.zone)) for each in reading.events]
    return draw_overview(on, later, events=events, width=width, clocks=reading.clocks)


def _print_plain(reading: Reading, on: tuple[Occurrence, ...], later: tuple[Occurrence, ...]) -> None:
    """In a pipe: what is on and what comes next, one a line; where nothing is, the events."""
    from agendacli.cli.options.groups import Format
    from agendacli.cli.printing import record_text
    from agendacli.cli.run.outcome import deliver_all
    from agendacli.records.event import event_record
    from agendacli.records.occurrence import occurrence_record

    if on or later:
        deliver_all(record_text(Format.PLAIN, "occurrence", map(occurrence_record, (*on, *later)), None), None)
    else:
        deliver_all(record_text(Format.PLAIN, "event", map(event_record, reading.events), None), None)
