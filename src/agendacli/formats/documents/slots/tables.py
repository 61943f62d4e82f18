"""A table as its rows are read: what its columns hold by now, and where in it times stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agendacli.formats.documents.page import Block, Line, PageCell, PageRow
from agendacli.formats.documents.slots.columns.heads import (
    half_said_columns,
    half_said_roles,
    header_columns,
    header_roles,
)
from agendacli.formats.documents.slots.columns.seen import (
    are_over_sessions,
    end_column,
    has_own_times,
    hold_a_list,
    length_columns,
    seen_columns,
    time_column,
)
from agendacli.formats.documents.slots.grids import GridHeader, are_places, are_rooms, below, grid_headers
from agendacli.formats.documents.slots.slot import Column
from agendacli.formats.documents.tokens.hours import HoursWords, leading_hours
from agendacli.formats.documents.tokens.people import PeopleSense

_LONGEST_TIME = 45
_LONG_CELL = 40
_OF_TIMES = frozenset({"time", "end", "length"})


@dataclass(slots=True)
class TableSoFar:
    """A table: the column of times, what the others hold, the roles that head them, the headers and hours of a grid.

    `has_own_times`: it has no column of times, but cells that begin with their own in several.
    """

    rows: Sequence[PageRow]
    sense: PeopleSense
    times: int | None = None
    columns: dict[int, Column] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    unsaid: set[int] = field(default_factory=set)  # columns below a head that says nothing known
    headers: dict[int, GridHeader] = field(default_factory=dict)
    hours: dict[int, HoursWords] = field(default_factory=dict)
    row: int = -1
    has_own_times: bool = False
    _head_row: int = -2
    _lists: dict[int | None, bool] = field(default_factory=dict)
    _names: dict[tuple[int | None, frozenset[int]], bool] = field(default_factory=dict)
    _seen: dict[tuple[int | None, tuple[int, ...]], dict[int, Column]] = field(default_factory=dict)

    def begin(self) -> None:
        """Look at the whole of it before the first row is read."""
        self.has_own_times = has_own_times(self.rows)
        self.times = None if self.has_own_times else time_column(self.rows)
        first = next((row for row in self.rows[:4] if header_columns(row)), None)
        if first is not None:
            self._take_columns(first)
        elif self.times is not None:
            self._see_columns()

    @property
    def hours_of_all(self) -> Line | None:
        """The line that says the hours of all rows, if one does."""
        return next((cell.of_all for row in self.rows for cell in row.cells if cell.of_all), None)

    def take_header(self, row: PageRow, place: int) -> bool:
        """Whether the row is a header, of which the rows below are."""
        columns = self._columns_of(row)
        if not columns and {"day", "time"} <= set(self.columns.values()):
            return False  # a list of dates, in which a row without a time is no head
        if self.columns and self.hours and not self.headers and len(columns) < 2 <= len(row.own):
            return False  # `Discussion | Ida Holm | Hall C`, without a time
        headers = grid_headers(
            row, -1 if self.has_own_times else self.times, place=place, is_first=self.row < 3 and not self.hours
        )
        headers = {number: header for number, header in headers.items() if columns.get(number) not in _OF_TIMES}
        named = set(columns.values()) - {"time"}
        is_list = {"day", "time"} <= set(columns.values()) or (
            "time" in columns.values() and not are_rooms(headers) and self._names_people()
        )
        are_unsaid = bool(headers) and not are_places(headers)
        is_list = is_list or (columns.get(self.times or 0) == "day" and not are_rooms(headers))  # times below `Date`
        is_named = bool(named & {"title", "room"}) and are_unsaid
        is_other = bool(headers) and not are_rooms(headers) and self._holds_list()
        if headers and len(named) < 2 and "people" not in named and not (is_list or is_named or is_other):
            is_second = self._head_row == self.row - 1
            self.headers = below(self.headers, headers) if is_second else headers
            self._head_row = self.row
            return True
        if columns or is_other:
            self._take_columns(row)
        return bool(columns) or is_other

    def _columns_of(self, row: PageRow) -> dict[int, Column]:
        """What a header row says of the columns, but for names with a word for one over sessions: `Lead Wall`."""
        columns = header_columns(row)
        words = half_said_columns(row) - {self.times} if columns else set()
        if not words or words < set(columns) - {self.times}:
            return columns
        people = frozenset(number for number in words if columns[number] == "people")
        asked = self.times, people if people == words else frozenset[int]()
        if asked not in self._names:
            self._names[asked] = are_over_sessions(self._body(), *asked, self.sense)
        return {number: each for number, each in columns.items() if number not in words or not self._names[asked]}

    def _holds_list(self) -> bool:
        """Whether what stands below heads that say nothing known is that of a list; looked at once."""
        if self.times not in self._lists:
            self._lists[self.times] = hold_a_list(self._body(), self.times, self.sense)
        return self._lists[self.times]

    def _body(self) -> list[PageRow]:
        return [row for row in self.rows if self.time_in(row) is not None]

    def _names_people(self) -> bool:
        """Whether a column beside that of the titles names people, as none of a grid does."""
        return "people" in self._seen_beside(()).values()

    def _take_columns(self, row: PageRow) -> None:
        self.headers = {}
        self.columns = dict(header_columns(row))
        self.roles = header_roles(row)
        times = [number for number, column in self.columns.items() if column == "time"]
        if times:
            self.times = times[0]
            self.columns |= dict.fromkeys(times[1:], "skip")
        titles = [number for number, column in self.columns.items() if column == "title"]
        self.columns |= dict.fromkeys(titles[:-1], "kind")
        if times and "end" not in self.columns.values():
            self.columns |= dict.fromkeys(end_column(self._body(), times[0], self.columns), "end")
        if times and "length" not in self.columns.values():
            self.columns |= dict.fromkeys(length_columns(self._body(), self.columns), "length")
        self.unsaid = ({number for number, _ in row.own} - set(self.columns)) | half_said_roles(row)
        if not titles:
            self._see_columns()

    def _see_columns(self) -> None:
        self.columns |= self._seen_beside(tuple(self.columns))

    def _seen_beside(self, said: tuple[int, ...]) -> dict[int, Column]:
        """What the columns hold beside those that are said; looked at once, however many headers there are."""
        asked = self.times, said
        if asked not in self._seen:
            taken = [*said, *([self.times] if self.times is not None else [])]
            self._seen[asked] = seen_columns(self._body(), taken, self.sense)
        return self._seen[asked]

    def time_in(self, row: PageRow) -> PageCell | None:
        """The cell of a row in which its time stands; None where none does."""
        cell = row.cells[self.times] if self.times is not None and self.times < len(row.cells) else None
        if cell is None or not cell.lines:
            return None
        is_time = bool(leading_hours(cell.text)[0])
        is_short = len(cell.text) <= _LONGEST_TIME or cell.columns == 1
        return cell if is_time and is_short else None

    def column(self, number: int) -> Column:
        """What a column holds."""
        return self.columns.get(number, "more")


def tables_of(blocks: Sequence[Block], sense: PeopleSense) -> dict[int, TableSoFar]:
    """The tables of a document by their numbers, before their first rows are read."""
    rows: dict[int, list[PageRow]] = {}
    for each in blocks:
        if isinstance(each, PageRow):
            rows.setdefault(each.table, []).append(each)
    tables = {number: TableSoFar(each, sense) for number, each in rows.items()}
    for table in tables.values():
        table.begin()
    return tables
