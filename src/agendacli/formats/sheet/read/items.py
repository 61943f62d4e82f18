"""Rows as the items of a definition, each value with the place of its cell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.given import Given
from agendacli.formats.sheet.cell_words import id_of_code, is_yes, names_alone, status_named
from agendacli.formats.sheet.cells import Cell, Row, Sheet
from agendacli.formats.sheet.read.columns import SaidInRow, SheetColumns, first_said, headings_again, says_nothing
from agendacli.formats.sheet.read.dates import DayOrder, day_and_time, day_of_cell, on_clocks_of, time_beside_day
from agendacli.formats.sheet.read.day_headings import begins_a_day
from agendacli.formats.sheet.read.durations import minutes_between, stated_minutes
from agendacli.formats.sheet.read.hours import (
    ALL_DAY,
    NOT_KNOWN,
    days_between,
    hours_of_cells,
    plain_time,
    says_all_day,
    time_after,
)
from agendacli.formats.sheet.read.standing_day import StandingDay, alone, may_be_date
from agendacli.model.exchange_codes import SHEET_DURATION, SHEET_ROW
from agendacli.model.findings import Findings
from agendacli.model.people import ROLES
from agendacli.model.zones import is_zone
from agendacli.words.apart import NamePart, persons_apart
from agendacli.words.ids import read_id
from agendacli.words.placeholders import is_placeholder, is_seat

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
        self._given = given
        self._zone, self._known, self._findings = given.zone, given.known, findings
        self._standing = StandingDay(order, findings)
        self.notes = 0
        """How many rows hold nothing but a note."""

    def read(self) -> Iterator[SheetItem]:
        """An item for each row that is a session; of a sheet with rooms across, one for each cell of a room."""
        for row in self._sheet.rows[: self._columns.row]:
            self._standing.take_heading(row, None)
        self._take_corner()
        above: Row = ()
        for at in range(self._columns.row + 1, len(self._sheet.rows)):
            row = self._sheet.rows[at]
            if columns := headings_again(self._sheet, at, self._columns, self._given):
                self._columns = columns
                self._take_corner()
            elif any(cell.text for cell in row):
                yield from self._read_row(row, at, above)
            above = row

    def _take_corner(self) -> None:
        """Takes the day that stands above the times."""
        corner = self._sheet.rows[self._columns.row][:1]
        if self._columns.has_corner and corner and corner[0].text:
            self._standing.take(corner[0])

    def _read_row(self, row: Row, at: int, above: Row) -> Iterator[SheetItem]:
        said = self._columns.said(row)
        if self._standing.take_heading(row, first_said(said, "title")):
            return
        start, end = (None, None) if self._is_note(said, row) else self._times(said)
        titles = tuple(self._titles(row, above, first_said(said, "title")))
        if titles:
            for title, across in titles:
                last = self._end_of(title, at) if across else None
                begin = start._replace(text=start.line.partition("-")[0]) if start and last else start
                place = next(cell for cell in row if cell.text)
                for rooms in self._under(across):
                    yield from self._placed(said, (begin, last or end, place), title, rooms)
        elif start and start.text[:1].isdigit() and not self._columns.rooms:
            self._findings.report(SHEET_ROW, start.span, f"`{start.line}` is left out: the row has a time and no title")
        else:
            self.notes += 1

    def _under(self, across: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
        """The rooms of what stands below headings; once for each heading that is a day, which is taken."""
        rooms = tuple(each for each in across if not begins_a_day(each.line))
        if rooms or not across:
            yield rooms
        for day in (each for each in across if each not in rooms):
            self._standing.take_stated(day)
            yield ()

    def _placed(
        self, said: SaidInRow, times: tuple[Cell | None, Cell | None, Cell], title: Cell, rooms: tuple[Cell, ...]
    ) -> Iterator[SheetItem]:
        """The item of a title under the day that holds; where there is none, that is told."""
        day = self._standing.day
        if day is None:
            self._standing.tell_missing(title)
            return
        hours, days = self._hours(said, *times)
        yield SheetItem(days or day, self._item(said, hours, title, rooms, is_across=bool(self._columns.rooms)))

    def _is_note(self, said: SaidInRow, row: Row) -> bool:
        """Whether a row is a text alone that is neither a time nor a title; one that begins a day is one of these."""
        cell, date = alone(row), first_said(said, "date")
        if cell is None or "title" in said or any(at < len(row) and row[at].text for at, _ in self._columns.rooms):
            return False
        return begins_a_day(cell.line) or (cell == date and not may_be_date(cell))

    def _titles(self, row: Row, above: Row, title: Cell | None) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
        """The titles in a row, each with the headings that are its rooms; a cell that is merged counts once."""
        found: dict[Cell, tuple[Cell, ...]] = {}
        for at, heading in self._columns.rooms:
            if at < len(row) and not says_nothing(row[at]) and not (at < len(above) and above[at].span == row[at].span):
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
            self._standing.take(stated)
        stated_times = first_said(said, "start") or first_said(said, "time"), first_said(said, "end")
        start, end = (each and on_clocks_of(each, self._zone) for each in stated_times)
        if stated and not start:
            start = time_beside_day(stated)
        if start:
            day, start = day_and_time(start)
            if day and not stated:
                self._standing.take(day)
        if end:
            _, end = day_and_time(end)
        return start, end

    def _hours(
        self, said: SaidInRow, start: Cell | None, end: Cell | None, first: Cell
    ) -> tuple[Scalar, Scalar | None]:
        """The key with which the item begins, and a day key of its own where it takes several days."""
        place = start or first
        last = first_said(said, "end date") or first_said(said, "end")
        last_day, _ = day_and_time(on_clocks_of(last, self._zone)) if last else (None, None)
        until = (day_of_cell(last_day, self._order, self._findings) or "") if last_day else ""
        day = self._standing.day
        later = days_between(day.text, until) if day else 0
        is_whole = says_all_day(first_said(said, "all day"))
        if start and not is_whole:
            return Scalar(hours_of_cells(start, self._end(said, start, end, later), later), start.span), None
        if end and not is_whole:
            self._tell_no_start(end)
        days = Scalar(f"{day.text} to {until}", day.span) if day and later else None
        return Scalar(ALL_DAY if is_whole else NOT_KNOWN, place.span), days

    def _tell_no_start(self, end: Cell) -> None:
        message = f"`{end.line}` is an end without a start; write the start, or `before {end.line}` there"
        self._findings.report(SHEET_ROW, end.span, message)

    def _end(self, said: SaidInRow, start: Cell, end: Cell | None, later: int) -> str | None:
        """The end in a row, stated or by its duration; what cannot be read and what disagrees is told."""
        heading, duration = said["duration"][0] if "duration" in said else (None, None)
        minutes = stated_minutes(heading, duration) if heading and duration else None
        if duration and minutes is None:
            message = f"`{duration.line}` is not a duration; write `45 min` or `1:30`"
            self._findings.report(SHEET_ROW, duration.span, message)
        if end is None:
            return time_after(start, minutes) if minutes else None
        if duration and minutes is not None:
            self._check_duration(said, (start, end, duration), minutes, later)
        return plain_time(end)

    def _check_duration(self, said: SaidInRow, cells: tuple[Cell, Cell, Cell], minutes: int, later: int) -> None:
        start, end, duration = cells
        zone, day = first_said(said, "zone"), self._standing.day
        until = f"{plain_time(end)} +{later}" if later and "+" not in end.line else plain_time(end)
        name = zone.line if zone and is_zone(zone.line) else self._zone
        passed = minutes_between(day.text if day else "", plain_time(start), until, name)
        if passed is not None and passed != minutes:
            message = f"`{duration.line}` is not the time between {start.line} and {end.line}"
            self._findings.report_once(SHEET_DURATION, duration.span, f"{message}; the end counts: correct one of them")

    def _item(
        self, said: SaidInRow, hours: Scalar, title: Cell, rooms: tuple[Cell, ...], *, is_across: bool
    ) -> Mapping:
        first, *rest = title.text.split("\n") if is_across else (title.line,)
        entries: list[tuple[Scalar, Node]] = [(hours, Scalar(" ".join(first.split()), title.span))]
        entries += _room(tuple((room, room) for room in rooms))
        if any(each.strip() for each in rest):
            entries.append((Scalar("notes", title.span), Scalar("\n".join(rest).strip(), title.span)))
        entries += self._further(said)
        return Mapping(tuple(entries), hours.span)

    def _further(self, said: SaidInRow) -> Iterator[tuple[Scalar, Node]]:
        """The further keys of an item."""
        for heading, cell in said.get("id", ())[:1]:
            yield Scalar("id", heading.span), Scalar(id_of_code(cell.text), cell.span)
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
        is_own = "id" in self._columns.by_meaning
        for cell in (each if is_own else each._replace(text=names_alone(each.text)) for _, each in cells):
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
