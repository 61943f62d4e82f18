"""`agenda conflicts`: what cannot both be kept."""

from typing import TYPE_CHECKING

import typer

from agendacli.cli.options import Ids, Loading, Selecting, Showing

if TYPE_CHECKING:
    from rich.console import RenderableType


def conflicts(
    context: typer.Context, loading: Loading, selecting: Selecting, showing: Showing, ids: Ids = None
) -> None:
    """What cannot both be kept: for one attendee, in one room, by one person; certainly or possibly.

    Exit code 1 when there is a conflict. Example: agenda conflicts --json
    """
    from agendacli.analysis.conflicts import find_conflicts
    from agendacli.cli.printing import print_records
    from agendacli.cli.reading import read
    from agendacli.export.records import conflict_record

    reading = read(context, ids, loading, selecting, showing)
    found = find_conflicts(reading.occurrences, reading.loaded.gazetteer)

    def draw(_: int) -> "RenderableType":
        from agendacli.render.terminal.conflicts import draw_conflicts

        return draw_conflicts(found)

    print_records(
        "conflict", (conflict_record(each, reading.zone) for each in found), draw, showing, reading.surroundings
    )
    reading.finish(found=bool(found))
