"""What `list` prints."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from agendacli.analysis.event_dates import dates_shown
from agendacli.cli.options.groups import Loading, Selecting, Showing
from agendacli.cli.printing import limited, print_records
from agendacli.cli.query.reading import read
from agendacli.cli.run.outcome import finish
from agendacli.records.event import event_record

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable


def print_list(
    context: typer.Context, ids: Sequence[str] | None, loading: Loading, selecting: Selecting, showing: Showing
) -> None:
    """Print the events that are left, in order of time; what takes nobody's time behind them."""
    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    programmes = limited(reading.events, showing)

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.events import draw_events

        return draw_events([(each, dates_shown(each, reading.zone)) for each in programmes], width, reading.dial)

    records = (event_record(each, reading.zone) for each in programmes)
    print_records("event", records, draw=draw, showing=showing, surroundings=reading.surroundings)
    finish(sound=reading.is_sound)
