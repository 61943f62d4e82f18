"""Rows as the items of a definition, each value with the place of its cell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agendacli.formats.definition.yaml.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.given import Given
from agendacli.formats.sheet.cell_words import is_yes, status_named
from agendacli.formats.sheet.cells import Cell, Row, Sheet
from agendacli.formats.sheet.read.columns import SaidInRow, SheetColumns, first_said
from agendacli.formats.sheet.read.dates import DayOrder, day_and_time, day_of_cell, on_clocks_of
from agendacli.formats.sheet.read.hours import ALL_DAY, NOT_KNOWN, days_between, hours_of_cells, says_all_day
from agendacli.model.exchange_codes import SHEET_ROW
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.people import ROLES
from agendacli.words.apart import NamePart, persons_apart
from agendacli.words.ids import read_id
from agendacli.words.placeholders import is_placeholder, is_seat
from agendacli.words.times.grammar import parse_days

_TEXTS = ("kind", "description", "url", "join", "place")


class SheetItem(NamedTuple):
    """An item of a definition, and the key of the day under which it stands."""

    day: Scalar
    node: Mapping


class SheetItems:
    """Reads the rows below the headings; a day that stands once holds for the rows below it."""

    def __init__(
        self,
        sheet: Sheet,
        columns: SheetColumns,
        order: DayOrder,
        given: Given,
        findings: Findings,
    ) -> None:
        self._sheet, self._columns, self._order = sheet, columns, order
        self._roles = tuple(each for each in ROLES.values() if each in columns.by_meaning)
        self._zone, self._known, self._findings = given.zone, given.known, findings
        self._day: Scalar | None = None
        self.notes = 0
        """How many rows hold nothing but a note."""

    def read(self) -> Iterator[SheetItem]:
        """An item for each row that is a session; of a sheet with rooms across, one for each cell of a room."""
        for row in self._sheet.rows[: self._columns.row]:
            if day := day_alone(row):
                self._take_day(day)
        above: Row = ()
        for at in range(self._columns.row + 1, len(self._sheet.rows)):
            row = self._sheet.rows[at]
            if day := day_alone(row):
                self._take_day(day)
            elif any(cell.text for cell in row):
                yield from self._read_row(row, at, above)
            above = row

    def _read_row(self, row: Row, at: int, above: Row) -> Iterator[SheetItem]:
        said = self._columns.said(row)
        start, end = self._times(said)
        titles = tuple(self._titles(row, above, first_said(said, "title")))
        if titles and self._day:
            for title, rooms in titles:
                last = self._end_of(title, at) if rooms else None
                begin = start._replace(text=start.line.partition("-")[0]) if start and last else start
                place = next(cell for cell in row if cell.text)
                hours, days = self._hours(said, begin, last or end, place)
                yield SheetItem(days or self._day, self._item(said, hours, title, rooms))
        elif titles and not self._is_untold():
            message = f"“{titles[0][0].line}” is left out: there is no day in its row or above it"
            self._findings.report(SHEET_ROW, titles[0][0].span, message)
        elif not titles and start and start.text[:1].isdigit() and not self._columns.rooms:
            self._findings.report(SHEET_ROW, start.span, f"`{start.line}` is left out: the row has a time and no title")
        elif not titles:
            self.notes += 1

    def _is_untold(self) -> bool:
        """Whether no day is known because the order of day and month has been asked for."""
        return any(each.code.name == "sheet-day-order" for each in self._findings.all)

    def _titles(self, row: Row, above: Row, title: Cell | None) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
        """The titles in a row, each with the headings that are its rooms; a cell that is merged counts once."""
        found: dict[Cell, tuple[Cell, ...]] = {}
        for at, heading in self._columns.rooms:
            if at < len(row) and row[at].text and not (at < len(above) and above[at].span == row[at].span):
                found[row[at]] = (*found.get(row[at], ()), heading)
        yield from found.items()
        if title:
            yield title, ()

    def _end_of(self, title: Cell, at: int) -> Cell | None:
        """The end of the last row over which the cell of a title is merged; None where that says none."""
        rows = self._sheet.rows
        last = (
            next((n for n in range(at, len(rows)) if not any(each.span == title.span for each in rows[n])), len(rows))
            - 1
        )
        times = self._columns.cell(rows[last], "end") or self._columns.cell(rows[last], "time") if last > at else None
        return times._replace(text=times.line.rpartition("-")[2]) if times else None

    def _times(self, said: SaidInRow) -> tuple[Cell | None, Cell | None]:
        """The start and the end in a row; days that stand there, too, are taken."""
        if stated := first_said(said, "date"):
            self._take_day(stated)
        stated_times = first_said(said, "start") or first_said(said, "time"), first_said(said, "end")
        start, end = (each and on_clocks_of(each, self._zone) for each in stated_times)
        if start:
            day, start = day_and_time(start)
            if day and not stated:
                self._take_day(day)
        if end:
            _, end = day_and_time(end)
        return start, end

    def _take_day(self, cell: Cell) -> None:
        day, _ = day_and_time(cell)
        text = day_of_cell(day or cell, self._order, self._findings)
        self._day = Scalar(text, cell.span) if text else None

    def _hours(
        self, said: SaidInRow, start: Cell | None, end: Cell | None, first: Cell
    ) -> tuple[Scalar, Scalar | None]:
        """The key with which the item begins, and a day key of its own where it takes several days."""
        place = start or first
        last = first_said(said, "end date") or first_said(said, "end")
        last_day, _ = day_and_time(on_clocks_of(last, self._zone)) if last else (None, None)
        until = (day_of_cell(last_day, self._order, self._findings) or "") if last_day else ""
        later = days_between(self._day.text, until) if self._day else 0
        is_whole = says_all_day(first_said(said, "all day"))
        if start and not is_whole:
            duration = first_said(said, "duration") if not end else None
            return Scalar(hours_of_cells(start, end, duration, later), start.span), None
        days = Scalar(f"{self._day.text} to {until}", self._day.span) if self._day and later else None
        return Scalar(ALL_DAY if is_whole else NOT_KNOWN, place.span), days

    def _item(self, said: SaidInRow, hours: Scalar, title: Cell, rooms: tuple[Cell, ...]) -> Mapping:
        first, *rest = title.text.split("\n") if rooms else (title.line,)
        entries: list[tuple[Scalar, Node]] = [(hours, Scalar(" ".join(first.split()), title.span))]
        entries += _room(tuple((room, room) for room in rooms))
        if any(each.strip() for each in rest):
            entries.append((Scalar("notes", title.span), Scalar("\n".join(rest).strip(), title.span)))
        entries += self._further(said)
        return Mapping(tuple(entries), hours.span)

    def _further(self, said: SaidInRow) -> Iterator[tuple[Scalar, Node]]:
        """The further keys of an item."""
        for heading, cell in said.get("id", ())[:1]:
            yield Scalar("id", heading.span), Scalar(cell.text.rpartition("/")[2], cell.span)  # `EVENT/SESSION`, too
        for name in _TEXTS:
            for heading, cell in said.get(name, ())[:1]:
                yield Scalar(name, heading.span), _scalar(cell)
        for heading, cell in said.get("status", ()):
            yield Scalar("status", heading.span), Scalar(status_named(cell.line), cell.span)
        for heading, cell in said.get("privacy", ()):
            word = "private" if is_yes(cell.text) else cell.line.casefold()
            if word in ("private", "confidential"):
                yield Scalar("privacy", heading.span), Scalar(word, cell.span)
        yield from _room(said.get("room", ()))
        for name in ("categories", "notes"):
            yield from _list(name, said.get(name, ()), parts=name == "categories")
        for name in self._roles:
            yield from self._people(name, said.get(name, ()))
        for heading, cell in said.get("zone", ()):
            yield Scalar("zone", heading.span), _scalar(cell)

    def _people(self, role: str, cells: Sequence[tuple[Cell, Cell]]) -> Iterator[tuple[Scalar, Node]]:
        """The persons of a role. A word in small letters is a name in a sheet, but for an id of people.yaml."""
        seats: list[Node] = []
        for _, cell in cells:
            parts = persons_apart(cell.text)
            is_plain = not any(map(self._is_handle, parts))
            seats += [_scalar(cell)] if is_plain else [self._seat(each, cell) for each in parts]
        if seats:
            yield Scalar(role, cells[0][0].span), NodeList(tuple(seats), seats[0].span) if seats[1:] else seats[0]

    def _is_handle(self, part: NamePart) -> bool:
        says_nobody = is_placeholder(part.text) or is_seat(part.text)
        return not says_nobody and read_id(part.text) is not None and self._known.person_by_id(part.text) is None

    def _seat(self, part: NamePart, cell: Cell) -> Node:
        text = Scalar(part.text, cell.span)
        return Mapping(((Scalar("name", cell.span), text),), cell.span) if self._is_handle(part) else text


def day_alone(row: Row) -> Cell | None:
    """The cell of a row that holds nothing but days, as a heading of those below it."""
    texts = [cell for cell in row if cell.text]
    if any(cell.span != texts[0].span for cell in texts[1:]):
        return None
    return texts[0] if texts and not isinstance(parse_days(texts[0].line), Fault) else None


def _room(cells: Sequence[tuple[Cell, Cell]]) -> Iterator[tuple[Scalar, Node]]:
    """The room, or several that stand in one cell with line breaks or `;` between them, or in several columns."""
    rooms = [part for _, cell in cells for part in _parts(cell)]
    if rooms:
        heading = cells[0][0]
        several = NodeList(tuple(rooms), rooms[0].span)
        yield (Scalar("rooms", heading.span), several) if rooms[1:] else (Scalar("room", heading.span), rooms[0])


def _list(name: str, cells: Sequence[tuple[Cell, Cell]], *, parts: bool) -> Iterator[tuple[Scalar, Node]]:
    values = [value for _, cell in cells for value in (_parts(cell) if parts else (Scalar(cell.text, cell.span),))]
    if values:
        yield Scalar(name, cells[0][0].span), NodeList(tuple(values), values[0].span) if values[1:] else values[0]


def _parts(cell: Cell) -> Iterable[Scalar]:
    text = cell.text.replace("\n", ";").replace("|", ";")
    return [Scalar(" ".join(each.split()), cell.span) for each in text.split(";") if each.strip()]


def _scalar(cell: Cell) -> Scalar:
    return Scalar(cell.text, cell.span)


def by_day(items: Iterable[SheetItem]) -> Iterator[tuple[Scalar, NodeList]]:
    """The days with their items, as the mapping of a definition has them: no day appears twice."""
    keys: dict[str, Scalar] = {}
    found: dict[str, list[Node]] = {}
    for each in items:
        keys.setdefault(each.day.text, each.day)
        found.setdefault(each.day.text, []).append(each.node)
    return ((keys[text], NodeList(tuple(nodes), nodes[0].span)) for text, nodes in found.items())
