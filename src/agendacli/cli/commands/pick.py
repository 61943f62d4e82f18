"""`agenda pick`: what one attends."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Keeping, Loading, on_tab

_Picked = Annotated[
    list[str] | None,
    typer.Argument(
        autocompletion=on_tab("addresses"),
        metavar="[ID]...",
        help="Sessions, or events for all of their sessions; `-` reads standard input.",
    ),
]


def pick(context: typer.Context, loading: Loading, keeping: Keeping, ids: _Picked = None) -> None:
    """Add sessions or whole events to your schedule.

    `--mine` takes that. Prints what was added. On a terminal and without ids they are chosen from a list: with `fzf`
    where it is installed, else by their numbers.

    The schedule is a text file, one id a line, that you may edit and share.

    Example: agenda pick high-level-meeting/panel-1 vienna-session
    """
    from agendacli.cli.actions import schedule as schedules

    schedules.pick_sessions(context, ids or (), loading, keeping)
