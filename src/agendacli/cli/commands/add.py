"""`agenda add`: an item for an event of one's own."""

from typing import Annotated

import typer

from agendacli.cli.options.groups import Loading, on_tab

_Event = Annotated[
    str, typer.Argument(autocompletion=on_tab("addresses"), metavar="EVENT", help="The event: its id, or its file.")
]
_On = Annotated[
    str, typer.Option("--on", metavar="DATE", help="The day: `2026-03-09`, `monday`, `some day in 2026-04` …")
]
_Time = Annotated[
    str, typer.Option("--time", metavar="TIME", help="`10:00-11:00`, `18:00-`, `morning`, `hours unknown` …")
]
_Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="Its title.")]
_Room = Annotated[str | None, typer.Option("--room", metavar="ROOM", help="Its room.")]
_Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="panel, plenary, side event …")]
_Id = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; else made of the title.")]
_People = Annotated[
    list[str] | None,
    typer.Option("--person", metavar="ROLE: NAME", help="`moderator: Ms. Jo Doe, Director of Something`. Repeatable."),
]
_Status = Annotated[str | None, typer.Option("--status", metavar="STATUS", help="confirmed, tentative or cancelled.")]
_Description = Annotated[str | None, typer.Option("--description", metavar="TEXT", help="What it is about.")]
_Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only the new id, and errors.")]


def add(
    context: typer.Context,
    event: _Event,
    loading: Loading,
    on: _On,
    time: _Time,
    title: _Title,
    room: _Room = None,
    kind: _Kind = None,
    id_: _Id = None,
    person: _People = None,
    status: _Status = None,
    description: _Description = None,
    quiet: _Quiet = False,
) -> None:
    """Write an item into the event's own file.

    It stands under its day and in order of time. Prints the new id.

    Everything else in the file stays as it is, comments too. With an error in it nothing is written.

    Example: agenda add tea --on 2026-01-05 --time 17:00-18:00 --title "Second tea" -e my-events/
    """
    from agendacli.cli.actions import add as adding

    keys = (("id", id_), ("kind", kind), ("room", room), ("status", status), ("description", description))
    adding.add_item(
        context,
        event,
        loading,
        adding.ToAdd(on, time=time, title=title, keys=keys, people=tuple(person or ())),
        quiet=quiet,
    )
