"""`agenda check`: every diagnostic of the definitions."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import IN_ITS_ORDER, LINES_TOO, Loading, Showing

_Showing = Annotated[Showing, LINES_TOO, IN_ITS_ORDER]
_Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Folders or definitions; `-` reads standard input.")
]


_Review = Annotated[
    bool,
    typer.Option("--review", help="Drafts beside their documents: the cited lines, and what was made of them."),
]
_Strict = Annotated[bool, typer.Option("--strict", help="Exit code 1 for any warning, too.")]


def check(
    context: typer.Context,
    loading: Loading,
    showing: _Showing,
    paths: _Paths = None,
    strict: _Strict = False,
    review: _Review = False,
) -> None:
    """Every fault of the definitions, with its line and what to do.

    Exit code 1 for errors inside files, 2 for a path that cannot be read. A comment `# ?`, as drafts have them, is a
    warning: delete it to confirm the value.

    Example: agenda check my-events/
    """
    from agendacli.cli.actions.check import CheckAsked, report_check

    asked = CheckAsked(strict=strict, review=review)
    report_check(context, loading._replace(events=[*(loading.events or ()), *(paths or ())]), showing, asked)
