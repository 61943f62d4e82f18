"""The options that commands share, each defined once."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from agendacli.cli.options.spread import Only, Without


def on_tab(what: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """What `completion` offers under that name when TAB is pressed, and only then is it imported."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from agendacli.cli.options.completion import offers

        return offers(what, context, incomplete)

    return complete


class Format(StrEnum):
    """The formats of results."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    ICS = "ics"
    LINES = "lines"
    TEXT = "text"
    DOCX = "docx"


USUAL = (Format.TABLE, Format.PLAIN, Format.JSON, Format.JSONL, Format.CSV, Format.TSV, Format.MARKDOWN)
UNORDERED = Without(("sort", "limit"))
"""For commands of whose answer nothing is to be left out."""

IN_ITS_ORDER = Without(("sort",))
"""For commands whose answer has an order of its own."""

CALENDAR_TOO = Only((*USUAL, Format.ICS))
LINES_TOO = Only((*USUAL, Format.LINES))
TEXTS_TOO = Only((*USUAL, Format.TEXT, Format.DOCX))


class When(StrEnum):
    """When colour is used."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...",
        help="Events or sessions (`EVENT`, `EVENT/SESSION`); `-` reads them from standard input.",
        autocompletion=on_tab("addresses"),
    ),
]

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="OLD", help="Mark what changed since this version: an operand of `agenda diff`."),
]
Line = Annotated[bool, typer.Option("--line", help="One line for a status bar.")]
Width = Annotated[
    int | None, typer.Option("--width", metavar="COLUMNS", min=10, help="One line, cut to this many columns.")
]
Hours = Annotated[
    str | None, typer.Option("--hours", metavar="HOURS", help="Within these hours of every day: `09:00-18:00`.")
]


ColumnsOption = Annotated[
    str | None,
    typer.Option("--columns", metavar="NAMES", help="What columns of a sheet mean: `Beginn=start,Raum=room`."),
]
DayFirst = Annotated[
    bool | None,
    typer.Option("--day-first/--month-first", help="How a sheet writes dates such as 03/04/2026."),
]
OfflineOption = Annotated[
    bool, typer.Option("--offline", help="Of an address only what is kept of it, without asking.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is read or protected, too.")]

IncludeTransparent = Annotated[
    bool, typer.Option("--include-transparent", help="Also what takes nobody's time: lunch, deadlines, documents.")
]
Buffer = Annotated[
    str | None, typer.Option("--buffer", metavar="LENGTH", help="Time to change rooms within a city: `15m`.")
]
Rest = Annotated[
    str | None, typer.Option("--rest", metavar="LENGTH", help="Time that a person needs between two sessions: `40m`.")
]


class Loading(NamedTuple):
    """Where events come from."""

    events: Annotated[
        list[str] | None,
        typer.Option(
            "-e",
            "--events",
            metavar="PATH",
            help="A folder, a definition, an `.ics` or what else `import` reads, an address of one, `-` for standard "
            "input, or `bundled`. Repeatable.",
        ),
    ] = None
    zone: Annotated[
        str | None,
        typer.Option("--zone", metavar="ZONE", help="Read times without a zone on these clocks."),
    ] = None
    floating: Annotated[str | None, typer.Option("--floating", hidden=True, help="The older name of `--zone`.")] = None
    columns: ColumnsOption = None
    day_first: DayFirst = None
    offline: OfflineOption = False
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every file anew, and keep nothing of it for the next run.")
    ] = False


class Selecting(NamedTuple):
    """Which sessions are wanted, and on whose clocks."""

    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this day on: `2017-09-04`, `today`, `sep 4` …")
    ] = None
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to and with this day.")] = None
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="On this day, week or month.")] = None
    at: Annotated[
        str | None, typer.Option("--at", metavar="TIME", help="Pretend it is this moment: `2017-09-05T13:30`.")
    ] = None
    person: Annotated[
        list[str] | None,
        typer.Option(
            "--person",
            metavar="NAME",
            autocompletion=on_tab("people"),
            help="With this person: an id, an alias, a word of the name.",
        ),
    ] = None
    room: Annotated[
        list[str] | None,
        typer.Option("--room", metavar="ROOM", autocompletion=on_tab("rooms"), help="In this room."),
    ] = None
    city: Annotated[
        list[str] | None,
        typer.Option("--city", metavar="CITY", autocompletion=on_tab("cities"), help="In this city."),
    ] = None
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            autocompletion=on_tab("kinds"),
            help="Of this kind: panel, plenary, side event …",
        ),
    ] = None
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            metavar="CATEGORY",
            autocompletion=on_tab("categories"),
            help="Of this category, as a track is one.",
        ),
    ] = None
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE", autocompletion=on_tab("roles"), help="Where somebody has this role."),
    ] = None
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            autocompletion=on_tab("statuses"),
            help="confirmed, tentative or cancelled.",
        ),
    ] = None
    match: Annotated[
        list[str] | None,
        typer.Option("--match", metavar="TEXT", help="With this text in title, description, people, room or category."),
    ] = None
    attend: Annotated[
        list[str] | None,
        typer.Option("--attend", metavar="FILE", help="In this schedule: ids, one a line; `-` for standard input."),
    ] = None
    mine: Annotated[
        bool, typer.Option("--mine", help="In your own schedule (see `agenda pick`), or in an event called `me`.")
    ] = False
    tz: Annotated[
        list[str] | None,
        typer.Option(
            "--tz",
            metavar="ZONE",
            autocompletion=on_tab("zones"),
            help="Times in this IANA zone, `local`, or `event` for each one’s own; tables show a second beside it.",
        ),
    ] = None


class Keeping(NamedTuple):
    """Which schedule is kept."""

    schedule: Annotated[
        str | None, typer.Option("--schedule", metavar="FILE", help="This one instead of your own (AGENDA_SCHEDULE).")
    ] = None
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only ids, errors and the exit code.")] = False


class Showing(NamedTuple):
    """How results are printed. A command with other formats than the usual ones takes `Annotated[Showing, Only(…)]`."""

    format: Annotated[
        Format | None, typer.Option("-f", "--format", help="On a terminal `table`, in a pipe `plain`."), Only(USUAL)
    ] = None
    json: Annotated[bool, typer.Option("--json", help="The same as `-f json`.")] = False
    fields: Annotated[
        str | None, typer.Option("--fields", metavar="NAMES", help="These fields of the record, with commas between.")
    ] = None
    sort: Annotated[
        str | None,
        typer.Option("--sort", metavar="NAMES", help="In the order of these fields of the record; `-start` turns it."),
    ] = None
    limit: Annotated[int | None, typer.Option("-n", "--limit", metavar="NUMBER", min=1, help="At most this many.")] = (
        None
    )
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Into this file, whole or not at all.")
    ] = None
    color: Annotated[When, typer.Option("--color", help="When to use colour.")] = When.AUTO
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only results, errors and the exit code.")] = False
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Never page by page, though it is longer than the screen (PAGER).")
    ] = False
    force: Force = False
