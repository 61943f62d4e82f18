"""`agenda config`: what is settled, and where."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import UNORDERED, Loading, Showing

_Path = Annotated[bool, typer.Option("--path", help="Only where the config file is, or would be.")]


def config(
    context: typer.Context, loading: Loading, showing: Annotated[Showing, UNORDERED], path: _Path = False
) -> None:
    """What is settled, and what says so.

    An option, the environment, the config file, or the default.

    Example: agenda config --path
    """
    from agendacli.cli.actions.config import report_settings

    report_settings(context, loading, showing, path=path)
