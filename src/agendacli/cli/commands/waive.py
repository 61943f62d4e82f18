"""`agenda waive`: accept a conflict, with a reason."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Loading, on_tab
from agendacli.model.conflict_kind import Kind

_First = Annotated[
    str, typer.Argument(metavar="SESSION", autocompletion=on_tab("addresses"), help="One of the two sessions.")
]
_Second = Annotated[
    str | None,
    typer.Argument(metavar="SESSION", autocompletion=on_tab("addresses"), help="The other; none for an absence."),
]
_Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why the conflict is accepted.")]
_Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who accepts it.")]
_File = Annotated[str, typer.Option("--waivers", metavar="FILE", help="The file that it is added to.")]
_Kind = Annotated[Kind | None, typer.Option("--kind", help="Only this kind of conflict; else any of the two.")]


def waive(
    context: typer.Context,
    loading: Loading,
    first: _First,
    reason: _Reason,
    waivers: _File,
    second: _Second = None,
    author: _Author = None,
    kind: _Kind = None,
) -> None:
    """Accept a conflict, until one of its sessions changes.

    It is reported again when the time, room or people of either session are others.

    Example: agenda waive vienna-session/opening vienna-session/panel-1 --reason ok --waivers w.yaml
    """
    from agendacli.cli.actions.waive import add_waiver

    add_waiver(
        context,
        loading,
        ids=(first, second) if second else (first,),
        about=(reason, author, kind and kind.value),
        path=waivers,
    )
