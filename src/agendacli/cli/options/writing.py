"""The options of `export`: what to write and where."""

from typing import Annotated, NamedTuple

import typer

from agendacli.model.asked import SplitBy

HouseTemplate = Annotated[
    str | None,
    typer.Option(
        "--template", metavar="FILE", help="Of `-f docx`: in the styles, headers and page set-up of this document."
    ),
]


class Writing(NamedTuple):
    """What a calendar holds, and in which form."""

    alarm: Annotated[
        str | None,
        typer.Option("--alarm", metavar="LENGTH", help="A reminder this long before each session: `15m`."),
    ] = None
    windows: Annotated[
        bool,
        typer.Option("--windows/--no-windows", help="Whether to write what has no day yet, as tentative."),
    ] = True
    expand: Annotated[
        bool,
        typer.Option("--expand", help="Repeated sessions one by one, without a rule."),
    ] = False
    public: Annotated[
        bool,
        typer.Option("--public", help="Without private items."),
    ] = False
    busy: Annotated[
        bool,
        typer.Option("--busy", help="Of private items no more than “Busy” and when."),
    ] = False
    stamp: Annotated[
        str | None,
        typer.Option("--stamp", metavar="TIME", help="Use this as DTSTAMP and LAST-MODIFIED (UTC)."),
    ] = None
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="TEXT", help="What the calendar is called."),
    ] = None
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="URL", help="Where the file will be published."),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="FILE",
            help="Update what people have who took this older export: unchanged items stay as they are in it. Updates "
            "arrive by subscription, CalDAV or a vdir; importing a file again doubles every item in some apps.",
        ),
    ] = None
    split: Annotated[
        SplitBy | None,
        typer.Option("--split", help="One file each, into the folder of `-o`."),
    ] = None
    vdir: Annotated[
        str | None,
        typer.Option(
            "--vdir",
            metavar="FOLDER",
            help="One file an item, for khal and vdirsyncer; what is there already is updated.",
        ),
    ] = None
    template: HouseTemplate = None
