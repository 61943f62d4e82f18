"""The options of `export` that say what is written and where."""

from typing import Annotated, NamedTuple

import typer

from agendacli.model.asked import SplitBy

_WHAT = "What to write"
_WHERE = "Where to write it"


class Writing(NamedTuple):
    """What a calendar is to hold, and what shape it is to have."""

    alarm: Annotated[
        str | None,
        typer.Option(
            "--alarm", metavar="LENGTH", help="A reminder so long before each session: `15m`.", rich_help_panel=_WHAT
        ),
    ] = None
    windows: Annotated[
        bool,
        typer.Option(
            "--windows/--no-windows", help="Whether to write what has no day yet, as tentative.", rich_help_panel=_WHAT
        ),
    ] = True
    expand: Annotated[
        bool,
        typer.Option("--expand", help="Repeated sessions one by one, without a rule.", rich_help_panel=_WHAT),
    ] = False
    public: Annotated[
        bool,
        typer.Option("--public", help="Without private items.", rich_help_panel=_WHAT),
    ] = False
    busy: Annotated[
        bool,
        typer.Option("--busy", help="Of private items no more than “Busy” and when.", rich_help_panel=_WHAT),
    ] = False
    stamp: Annotated[
        str | None,
        typer.Option(
            "--stamp", metavar="TIME", help="Use this as DTSTAMP and LAST-MODIFIED (UTC).", rich_help_panel=_WHAT
        ),
    ] = None
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="TEXT", help="What the calendar is called.", rich_help_panel=_WHAT),
    ] = None
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="URL", help="Where the file will be published.", rich_help_panel=_WHAT),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="FILE",
            help="Update what people have who took this older export: unchanged items stay as they are in it. Updates "
            "arrive by subscription, CalDAV or a vdir; importing a file again doubles every item in some apps.",
            rich_help_panel=_WHERE,
        ),
    ] = None
    split: Annotated[
        SplitBy | None,
        typer.Option("--split", help="One file each, into the folder of `-o`.", rich_help_panel=_WHERE),
    ] = None
    vdir: Annotated[
        str | None,
        typer.Option(
            "--vdir",
            metavar="FOLDER",
            help="One file an item, for khal and vdirsyncer; what is there already is updated.",
            rich_help_panel=_WHERE,
        ),
    ] = None
