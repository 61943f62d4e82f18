"""`agenda conflicts`: what cannot both be kept."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import LINES_TOO, Ids, Loading, Selecting, Showing
from agendacli.model.conflict_kind import Kind

_Showing = Annotated[Showing, LINES_TOO]
_Only = Annotated[
    list[Kind] | None, typer.Option("--only", metavar="KIND", help="Only overlap, room, person or travel.")
]
_Certain = Annotated[bool, typer.Option("--certain", help="Only what clashes whatever is not known yet.")]
_Transparent = Annotated[
    bool, typer.Option("--include-transparent", help="Also what takes nobody's time: lunch, deadlines, documents.")
]
_Buffer = Annotated[
    str | None, typer.Option("--buffer", metavar="LENGTH", help="Time to change rooms within a city: `15m`.")
]
_Severity = Annotated[
    list[str] | None,
    typer.Option(
        "--severity", metavar="KIND=LEVEL", help="`error`, `warning` or `ignore`, for a kind: `overlap=ignore`."
    ),
]
_Waivers = Annotated[
    str | None, typer.Option("--waivers", metavar="FILE", help="Conflicts that are accepted; see `agenda waive`.")
]
_ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]


def conflicts(
    context: typer.Context,
    loading: Loading,
    selecting: Selecting,
    showing: _Showing,
    ids: Ids = None,
    only: _Only = None,
    certain: _Certain = False,
    include_transparent: _Transparent = False,
    buffer: _Buffer = None,
    severity: _Severity = None,
    waivers: _Waivers = None,
    exit_zero: _ExitZero = False,
) -> None:
    """What cannot both be kept, by one attendee, a room, a person or a traveller: for certain, or possibly and why.

    Exit code 1 when a conflict is reported.

    Example: agenda conflicts high-level-meeting --certain
    """
    from agendacli.cli.actions.conflicts import Wishes, report_conflicts
    from agendacli.cli.query.reading import read

    reading = read(context, ids, loading, selecting, showing)
    kinds = tuple(each.value for each in only or Kind)
    wishes = Wishes(kinds, certain, include_transparent, buffer, tuple(severity or ()), waivers, exit_zero)
    report_conflicts(reading, showing, wishes)
