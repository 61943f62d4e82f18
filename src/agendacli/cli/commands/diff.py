"""`agenda diff`: what changed between two versions of a programme."""

from typing import Annotated

import typer

from agendacli.cli.options.comparing import Comparing
from agendacli.cli.options.groups import TEXTS_TOO, Loading, Selecting, Showing, on_tab

_Showing = Annotated[Showing, TEXTS_TOO]
_Operands = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[OLD] [NEW]",
        help="A file, a folder, `EVENT`, `EVENT@REVISION`, `git:HEAD~1:events/x.yaml`, or `-` for standard input.",
        autocompletion=on_tab("addresses"),
    ),
]


def diff(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    comparing: Comparing,
    operands: _Operands = None,
) -> None:
    """What changed between two versions of a programme, and for whom.

    One operand is compared with its newest earlier revision, a revision with the event as it stands; without any, every
    event that has an earlier revision. Exit code 1 when something changed.

    Example: agenda diff vienna-session@2017-08-24
    """
    from agendacli.cli.actions.diff import report

    report(context, operands or (), loading=loading, selecting=selecting, showing=showing, comparing=comparing)
