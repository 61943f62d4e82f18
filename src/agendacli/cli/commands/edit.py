"""`agenda edit`: one's own editor, at the right line."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Loading, on_tab

_Id = Annotated[
    str,
    typer.Argument(
        autocompletion=on_tab("addresses"),
        metavar="ID",
        help="An event or session (`EVENT`, `EVENT/SESSION`), or a file.",
    ),
]


def edit(context: typer.Context, id_: _Id, loading: Loading) -> None:
    """Open the definition in your editor, at the line of the session.

    That of VISUAL, else EDITOR.

    You edit a copy, which is checked before it is written. What has errors can be edited again or kept in another file.

    Example: agenda edit tea/tea -e my-events/
    """
    from agendacli.cli.actions import edit as editing

    editing.edit_definition(context, id_, loading)
