"""A slot: a time of the document, the day above it, and the lines that belong to it."""

from dataclasses import dataclass, field
from typing import Literal

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.days import DayWords
from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.model.frozen import frozen

Column = Literal[
    "time", "end", "title", "main", "more", "kind", "people", "room", "length", "affiliation", "day", "skip"
]
"""What a column of a table holds; of one without a heading the first is `main`, others are `more`."""

Reach = Literal["one", "sessions", "breaks", "all"]
"""For what the room of a slot is said: it alone, the sessions of a part, breaks among them, too, or meals as well."""


@frozen
class DayHeading:
    """A day and the line that says it; `place` is which block of the document it is."""

    day: DayWords
    line: Line
    place: int = 0


@frozen
class GridPlace:
    """Where in a grid a slot stands: the row of its table, over how many rows, and the hours of each row.

    `is_alone`: no other cell of its day begins in that row. `is_over_rooms`: its cell goes over the columns of several;
    `may_be_over`: it is the first of its day, and nothing stands beside it.
    """

    row: int
    rows: int
    hours: dict[int, HoursWords] = field(compare=False)
    is_alone: bool = False
    is_over_rooms: bool = False
    may_be_over: bool = False


@dataclass(slots=True)
class Slot:
    """A time and what belongs to it; `lines` in the order of the document, those of a table by their `columns`."""

    day: DayHeading | None
    hours: HoursWords
    at: Line
    lines: list[Line] = field(default_factory=list)
    columns: dict[Column, list[Line]] = field(default_factory=dict)
    roles: dict[str, list[Line]] = field(default_factory=dict)  # those whose column is headed by their role
    below: list[Line] = field(default_factory=list)
    room: Line | None = None
    reach: Reach = "one"
    is_row: bool = False
    grid: GridPlace | None = None
    place: int = 0
    doubts: list[str] = field(default_factory=list)
    lead: Line | None = None  # who leads the whole part of the day
    unsaid: list[Line] = field(default_factory=list)  # those below a head that says nothing known
    end_at: Line | None = None  # where its end stands, if not with its start
    status: list[Line] = field(default_factory=list)  # what its columns say of whether it takes place

    def put(self, column: Column, lines: tuple[Line, ...], role: str | None = None) -> None:
        """More lines of a column; people are kept by the role that heads it, if one does."""
        if column == "people" and role:
            self.roles.setdefault(role, []).extend(lines)
        else:
            self.columns.setdefault(column, []).extend(lines)

    def texts(self) -> list[Line]:
        """Every line of it but that of the time."""
        columns = [line for lines in (*self.columns.values(), *self.roles.values()) for line in lines]
        return [*self.lines, *columns, *self.below, *([self.room] if self.room else [])]


@dataclass(slots=True)
class Found:
    """All slots of a document, its headings of days, and the lines before the first of either."""

    slots: list[Slot] = field(default_factory=list)
    days: dict[DayHeading, None] = field(default_factory=dict)  # a set in the order of the document
    before: list[Line] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)

    def add_days(self, *days: DayHeading) -> None:
        """More headings of days; each counts once."""
        self.days.update(dict.fromkeys(days))
