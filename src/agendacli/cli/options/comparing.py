"""The options of `diff`: which changes, and in which form."""

from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from agendacli.cli.options.groups import Buffer
from agendacli.cli.options.writing import HouseTemplate


class Style(StrEnum):
    """The form of a text about changes."""

    FACTS = "facts"
    CORRIGENDUM = "corrigendum"


class DraftFor(StrEnum):
    """What each draft is written for."""

    PERSON = "person"


class Comparing(NamedTuple):
    """Which changes, and in which form."""

    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="KIND", help="Only `moved`, `room`, `cancelled` … Repeatable."),
    ] = None
    all: Annotated[
        bool,
        typer.Option("--all", help="Texts, positions, categories and links as well."),
    ] = False
    conflicts: Annotated[
        bool,
        typer.Option("--conflicts", help="The conflicts that are new, changed or gone instead."),
    ] = False
    people: Annotated[
        bool,
        typer.Option("--people", help="Who is affected instead, on which days, by what."),
    ] = False
    certain: Annotated[bool, typer.Option("--certain", help="Of conflicts only certain ones.")] = False
    include_transparent: Annotated[
        bool,
        typer.Option(
            "--include-transparent", help="Conflicts also with what takes nobody's time: lunch, deadlines, documents."
        ),
    ] = False
    buffer: Buffer = None
    style: Annotated[
        Style,
        typer.Option("--style", help="Of `-f text`: one fact a line, or a list of corrections."),
    ] = Style.FACTS
    split: Annotated[
        DraftFor | None,
        typer.Option("--split", help="A draft for each person concerned, into the folder of `-o`; nothing is sent."),
    ] = None
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever changed.")] = False
    template: HouseTemplate = None
