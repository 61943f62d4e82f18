"""`agenda pick`: what one attends."""

from typing import Annotated

import typer

from agendacli.cli.options import completion
from agendacli.cli.options.groups import Keeping, Loading

_Picked = Annotated[
    list[str],
    typer.Argument(
        autocompletion=completion.addresses,
        metavar="ID...",
        help="Sessions, or events for all of their sessions; `-` reads standard input.",
    ),
]


def pick(context: typer.Context, ids: _Picked, loading: Loading, keeping: Keeping) -> None:
    """Add sessions or whole events to your schedule.

    `--mine` takes that. Prints what was added.

    The schedule is a text file, one id a line, that you may edit and share.

    Example: agenda pick high-level-meeting/panel-1 vienna-session
    """
    from agendacli.cli.actions import schedule as schedules

    schedules.pick_sessions(context, ids, loading, keeping)
