"""`agenda cache`: what is kept of the files that were read."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import UNORDERED, Showing

_Clear = Annotated[bool, typer.Option("--clear", help="Forget all of it; it is made again when it is needed.")]
_Path = Annotated[bool, typer.Option("--path", help="Only where the folder is, or would be.")]


def cache(
    context: typer.Context, showing: Annotated[Showing, UNORDERED], clear: _Clear = False, path: _Path = False
) -> None:
    """What is kept of files that were read.

    They need not be read again while they are as they were, and what was asked before is answered at once. What lies at
    addresses is kept, too, until it is asked for again.

    AGENDA_CACHE names another folder; `off` keeps nothing, as `--no-cache` does for one run.

    Example: agenda cache --path
    """
    from agendacli.cli.actions.cache import report_kept

    report_kept(context, showing, clear=clear, path=path)
