"""`agenda cover`: who of a delegation goes where."""

from enum import StrEnum
from typing import Annotated

import typer

from agendacli.cli.options.groups import (
    CALENDAR_TOO,
    UNORDERED,
    Buffer,
    Ids,
    IncludeTransparent,
    Loading,
    Rest,
    Selecting,
    Showing,
    on_tab,
)
from agendacli.cli.options.spread import Without

_Selecting = Annotated[Selecting, Without(("person",))]
_Showing = Annotated[Showing, CALENDAR_TOO, UNORDERED]


class By(StrEnum):
    """By what a plan keeps as much as possible."""

    SESSIONS = "sessions"
    MINUTES = "minutes"
    PRIORITY = "priority"


class Part(StrEnum):
    """What each file is about."""

    DELEGATE = "delegate"


_Number = Annotated[
    int | None,
    typer.Option(
        "-n", "--delegates", metavar="NUMBER", min=1, help="This many go; without it, as few as cover everything."
    ),
]
_Must = Annotated[
    list[str] | None,
    typer.Option("--must", metavar="ID", autocompletion=on_tab("addresses"), help="Not to be missed. Repeatable."),
]
_By = Annotated[
    By, typer.Option("--by", help="Keep as many sessions, as many minutes, or as much `priority:` as possible.")
]
_Person = Annotated[
    list[str] | None,
    typer.Option(
        "--person",
        metavar="NAME",
        autocompletion=on_tab("people"),
        help="One of the delegates, who has to be where this person has a seat. Repeatable.",
    ),
]
_Needed = Annotated[bool, typer.Option("--needed", help="The stretches that take more than one, and how many.")]
_Missed = Annotated[bool, typer.Option("--missed", help="What nobody attends, and why.")]
_Split = Annotated[
    Part | None,
    typer.Option("--split", help="One file each, into the folder of `-o`: with `-f plain` a schedule, with `-f ics` …"),
]


def cover(
    context: typer.Context,
    loading: Loading,
    selecting: _Selecting,
    showing: _Showing,
    ids: Ids = None,
    number: _Number = None,
    must: _Must = None,
    by: _By = By.SESSIONS,
    person: _Person = None,
    needed: _Needed = False,
    missed: _Missed = False,
    include_transparent: IncludeTransparent = False,
    buffer: Buffer = None,
    rest: Rest = None,
    split: _Split = None,
) -> None:
    """Who of a delegation goes where, and what nobody attends.

    Without `-n` as few go as cover everything. Ways between places count, and what is not known yet: a plan keeps what
    surely can be kept, then what may be.

    Exit code 1 when something stays uncovered.

    Example: agenda cover high-level-meeting -n 1 --missed
    """
    from agendacli.cli.actions.cover import CoverWishes, report_cover
    from agendacli.cli.query.reading import read

    wishes = CoverWishes(
        number,
        musts=tuple(must or ()),
        by=by.value,
        persons=tuple(person or ()),
        needed=needed,
        missed=missed,
        include_transparent=include_transparent,
        buffer=buffer,
        rest=rest,
        split=split is not None,
        has_dates=bool(selecting.first or selecting.last or selecting.on),
    )
    report_cover(read(context, ids, loading=loading, selecting=selecting, showing=showing), showing, wishes)
