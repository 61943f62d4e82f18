"""`agenda export`: iCalendar, and what else other programs read."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Ids, Loading, Selecting, Showing
from agendacli.cli.options.spread import Only, Without
from agendacli.cli.options.writing import Writing
from agendacli.formats.file_formats import written_names

_Showing = Annotated[
    Showing,
    Only(written_names(), "Else the ending of `-o` says it, else `ics`."),
    Without(("json", "fields", "sort", "limit", "no_pager")),
]


def export(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    writing: Writing,
    ids: Ids = None,
) -> None:
    """Write iCalendar, or what else other programs read.

    To standard output or into files; the name of the file says the format, too. Calendar apps keep up to date with it.

    Example: agenda export vienna-session -o vienna.ics
    """
    from agendacli.cli.actions.export import deliver_export
    from agendacli.cli.query.reading import read
    from agendacli.cli.query.typed_ids import refuse_file_to_write

    refuse_file_to_write(ids or ())
    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    deliver_export(reading, showing, writing)
