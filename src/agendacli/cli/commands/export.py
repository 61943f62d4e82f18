"""`agenda export`: iCalendar."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Format, Ids, Loading, Selecting, Showing
from agendacli.cli.options.spread import Only, Without
from agendacli.cli.options.writing import Writing

_Showing = Annotated[Showing, Only((Format.ICS,)), Without(("json", "fields", "sort", "limit", "no_pager"))]


def export(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    writing: Writing,
    ids: Ids = None,
) -> None:
    """Write iCalendar, for calendar apps to take and keep up to date.

    To standard output or into files.

    Example: agenda export vienna-session -o vienna.ics
    """
    from agendacli.cli.actions.export import deliver_calendar
    from agendacli.cli.query.named_files import refuse_file_to_write
    from agendacli.cli.query.reading import read

    refuse_file_to_write(ids or ())
    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    deliver_calendar(reading, showing, writing)
