"""`agenda check`: every diagnostic of the definitions."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import LINES_TOO, UNORDERED, Loading, Showing

_Showing = Annotated[Showing, LINES_TOO, UNORDERED]
_Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Folders or definitions; `-` reads standard input.")
]


def check(context: typer.Context, loading: Loading, showing: _Showing, paths: _Paths = None) -> None:
    """Every fault of the definitions, with its line and what to do.

    Exit code 1 for errors inside files, 2 for a path that cannot be read.

    Example: agenda check my-events/
    """
    from agendacli.cli.actions.check import report_check

    report_check(context, loading._replace(events=[*(loading.events or ()), *(paths or ())]), showing)
