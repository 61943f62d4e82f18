"""`agenda conflicts`: what cannot both be kept."""

from enum import StrEnum
from typing import Annotated

import typer

from agendacli.cli.options.groups import LINES_TOO, Buffer, Ids, IncludeTransparent, Loading, Rest, Selecting, Showing
from agendacli.model.conflict_kind import Kind

_Showing = Annotated[Showing, LINES_TOO]


class Question(StrEnum):
    """What `--only` takes: a kind of conflict, or where sessions run in parallel."""

    ROOM = Kind.ROOM.value
    PERSON = Kind.PERSON.value
    TRAVEL = Kind.TRAVEL.value
    OVERLAP = Kind.OVERLAP.value
    TURNOVER = Kind.TURNOVER.value
    REST = Kind.REST.value
    CATEGORY = Kind.CATEGORY.value
    ABSENCE = Kind.ABSENCE.value
    PARALLEL = "parallel"


_Only = Annotated[
    list[Question] | None,
    typer.Option(
        "--only",
        metavar="KIND",
        help="Only room, person, travel, overlap, turnover, rest or absence; `category`: two of one category at once; "
        "`parallel`: where sessions run side by side.",
    ),
]
_Between = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="ID ID", help="Only what the one has with the other: events or sessions."),
]
_Certain = Annotated[bool, typer.Option("--certain", help="Only what clashes whatever is not known yet.")]
_Turnover = Annotated[
    str | None, typer.Option("--turnover", metavar="LENGTH", help="Time that a room needs between two sessions: `10m`.")
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
    between: _Between = None,
    certain: _Certain = False,
    include_transparent: IncludeTransparent = False,
    buffer: Buffer = None,
    turnover: _Turnover = None,
    rest: Rest = None,
    severity: _Severity = None,
    waivers: _Waivers = None,
    exit_zero: _ExitZero = False,
) -> None:
    """What cannot both be kept, for certain or possibly.

    By a room, a person, a traveller or an attendee.

    What runs in parallel within one event is an offer: no conflict unless you have chosen it (`--mine`, `--person`, ids
    of sessions) or ask with `--only overlap`. Exit code 1 when a conflict is reported.

    Example: agenda conflicts high-level-meeting --certain
    """
    from agendacli.cli.actions.conflict_rules import Wishes
    from agendacli.cli.actions.conflicts import report_conflicts, report_parallel
    from agendacli.cli.query.reading import read
    from agendacli.cli.run.outcome import refuse

    asked = set(only or ())
    if Question.PARALLEL in asked and len(asked) > 1:
        refuse("--only parallel: it is not a kind of conflict and stands alone; ask for the others in another run")
    reading = read(context, ids, loading=loading, selecting=selecting, showing=showing)
    if asked == {Question.PARALLEL}:
        report_parallel(reading, showing, include_transparent=include_transparent)
        return
    wishes = Wishes(
        tuple(Kind(each) for each in only or ()),
        certain=certain,
        include_transparent=include_transparent,
        buffer=buffer,
        severities=tuple(severity or ()),
        waivers=waivers,
        exit_zero=exit_zero,
        between=between,
        has_persons=bool(selecting.person),
        has_dates=bool(selecting.first or selecting.last or selecting.on),
        turnover=turnover,
        rest=rest,
    )
    report_conflicts(reading, showing, wishes)
