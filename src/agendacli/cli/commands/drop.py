"""`agenda drop`: what one does not attend after all."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Keeping, Loading, on_tab

_Dropped = Annotated[
    list[str],
    typer.Argument(
        autocompletion=on_tab("picked"),
        metavar="ID...",
        help="Ids of the schedule; with an event go its sessions; `-` reads standard input.",
    ),
]


def drop(context: typer.Context, ids: _Dropped, loading: Loading, keeping: Keeping) -> None:
    """Take sessions or whole events out of your schedule.

    Prints what went.

    Exit code 1, and nothing goes, when one of them is not in it.

    Example: agenda drop vienna-session/panel-3
    """
    from agendacli.cli.actions import schedule as schedules

    schedules.drop_picks(context, ids, loading, keeping)
