"""Sheets as tables of cells, each with its place, whatever format they came in."""

import re
from typing import NamedTuple

from agendacli.model.span import Span

ZONE_LINE = "Times are those of ZONE."
"""What says the zone of a Markdown table that this tool writes; ZONE stands for its name."""

GUARDED = ("=", "+", "-", "@")
"""How a text begins that a spreadsheet would take for a formula: in CSV an apostrophe stands before it."""

NUMERIC_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?(?=$|[ T])")
"""A date in numbers of which the year is the last, as a cell begins."""


class Cell(NamedTuple):
    """The text of a cell, without blanks around it, and where it stands."""

    text: str
    span: Span

    @property
    def line(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())


Row = tuple[Cell, ...]


class Sheet(NamedTuple):
    """The rows of a sheet in a format of that name, those without text too."""

    format: str
    rows: tuple[Row, ...]
