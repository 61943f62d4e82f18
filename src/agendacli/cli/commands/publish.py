"""`agenda publish`: a page that works everywhere."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Ids, Loading, Selecting, Showing
from agendacli.cli.options.publishing import Publishing
from agendacli.cli.options.spread import Without

_Showing = Annotated[Showing, Without(("format", "json", "fields", "sort", "limit", "output", "color", "no_pager"))]
_Folder = Annotated[str | None, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to publish into.")]


def publish(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    publishing: Publishing,
    output: _Folder = None,
    ids: Ids = None,
) -> None:
    """Make a page and calendars, for any web server or none.

    Private sessions, ways to join and internal notes stay at home. Publishing again brings the calendars up to date.

    Example: agenda publish high-level-meeting -o public
    """
    from agendacli.cli.actions.publish import publish as write
    from agendacli.cli.query.reading import read

    showing = showing._replace(output=output)
    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    write(reading, publishing, context, loading=loading, showing=showing)
