"""The options of `change`: what is to be different."""

from typing import Annotated, NamedTuple

import typer

from agendacli.cli.options.groups import on_tab

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        autocompletion=on_tab("addresses"),
        metavar="[ID]...",
        help="Sessions: `EVENT/SESSION`, or one time of a repeated one; with `--revision` an event.",
    ),
]


class Changing(NamedTuple):
    """What is to be different."""

    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Another day.")] = None
    time: Annotated[
        str | None,
        typer.Option("--time", metavar="TIME", help="Other hours: `10:00-11:00`, `18:00-` …"),
    ] = None
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Another title.")] = None
    room: Annotated[str | None, typer.Option("--room", metavar="ROOM", help="Another room.")] = None
    no_room: Annotated[bool, typer.Option("--no-room", help="No room of its own.")] = False
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="panel, plenary, side event …")] = None
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="confirmed, tentative or cancelled."),
    ] = None
    id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Another id; picks, waivers and relative days follow it."),
    ] = None
    person: Annotated[
        list[str] | None,
        typer.Option(
            "--person", metavar="ROLE: NAME", help="Somebody more: `moderator: Ms. Jo Doe, Director`. Repeatable."
        ),
    ] = None
    no_person: Annotated[
        list[str] | None,
        typer.Option("--no-person", metavar="NAME", help="Somebody less. Repeatable."),
    ] = None
    description: Annotated[
        str | None,
        typer.Option("--description", metavar="TEXT", help="What it is about."),
    ] = None
    remove: Annotated[
        bool,
        typer.Option("--remove", help="Take it out; what was published is better `--status cancelled`."),
    ] = False
    swap: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--swap", metavar="ID ID", help="Two sessions change rooms if they have the same hours, else hours."
        ),
    ] = None
    revision: Annotated[
        str | None,
        typer.Option(
            "--revision",
            metavar="DATE",
            help="Begin a new revision of an event: the file as it was is kept as `NAME@DATE.yaml`.",
        ),
    ] = None
    symbol: Annotated[
        str | None,
        typer.Option("--symbol", metavar="TEXT", help="The document symbol of that revision."),
    ] = None
    issue: Annotated[
        str | None,
        typer.Option("--issue", metavar="TEXT", help="What is printed of it: `Rev.1`."),
    ] = None
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be different in the file; write nothing.")
    ] = False
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only ids, errors and the exit code.")] = False
