"""`agenda list`: the events, one line each."""

from typing import TYPE_CHECKING

import typer

from agendacli.cli.options import Ids, Loading, Selecting, Showing

if TYPE_CHECKING:
    from rich.console import RenderableType


def list_events(
    context: typer.Context, loading: Loading, selecting: Selecting, showing: Showing, ids: Ids = None
) -> None:
    """The events, one line each.

    Example: agenda list --city Vienna
    """
    from agendacli.analysis.hull import event_dates
    from agendacli.cli.printing import print_records
    from agendacli.cli.reading import read
    from agendacli.export.records.event import event_record

    reading = read(context, ids, loading, selecting, showing)
    programmes = reading.events

    def draw(width: int) -> "RenderableType":
        from agendacli.render.terminal.events import draw_events

        return draw_events([(each, event_dates(each)) for each in programmes], width)

    records = (event_record(each, reading.zone) for each in programmes)
    print_records("event", records, draw, showing, reading.surroundings)
    reading.finish()
