"""`agenda new`: a definition to begin with."""

from typing import Annotated

import typer

_Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The id of the event, or a file: `spring-school`, `events/school.yaml`.")
]
_Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title; else made of NAME.")]
_Place = Annotated[str | None, typer.Option("--place", metavar="PLACE", help="`City`, or `Building, City`.")]
_Zone = Annotated[str | None, typer.Option("--zone", metavar="ZONE", help="The IANA time zone of its clock times.")]
_Dates = Annotated[
    str | None, typer.Option("--dates", metavar="DATES", help="`2026-03-09`, `2026-03-09 to 2026-03-11`, `2026-03` …")
]
_Organizer = Annotated[str | None, typer.Option("--organizer", metavar="TEXT", help="Who organises it.")]
_Into = Annotated[str | None, typer.Option("--into", metavar="FOLDER", help="Write it into this folder.")]
_Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only the name of the file.")]


def new(
    context: typer.Context,
    name: _Name,
    title: _Title = None,
    place: _Place = None,
    zone: _Zone = None,
    dates: _Dates = None,
    organizer: _Organizer = None,
    into: _Into = None,
    quiet: _Quiet = False,
) -> None:
    """Write a definition to begin with.

    It teaches the format by examples. Prints the name of its file.

    On a terminal it asks what the options leave open. Nothing is written over.

    Example: agenda new spring-school --place Lisbon --zone Europe/Lisbon --dates "2026-03-09 to 2026-03-11"
    """
    from agendacli.cli.actions.new import Answers, create

    create(context, name, into, Answers(title, place=place, zone=zone, dates=dates, organizer=organizer), quiet=quiet)
