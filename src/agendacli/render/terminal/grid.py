"""A grid of rooms and hours drawn with lines: the line above a box is when it begins, the line below when it ends."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, datetime
from itertools import accumulate

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from agendacli.analysis.timetable.grid import Cell, Column, Grid
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.lines import segments, wrapped
from agendacli.render.terminal.phrases import Changed, changes_of, joined, people_lines, said, title
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text, day_mark

_MARK = len(" +1")
_NARROWEST_LANE = 22
_WIDEST_LANE = 64
_LONG = 120  # minutes from which a row is at least two lines high
_NOBODY = -1
# The character for a crossing, by its arms as the bits of a number: up 8, down 4, left 2, right 1.
_CROSSINGS = " ╶╴─╷┌┐┬╵└┘┴│├┤┼"


def lanes_that_fit(width: int, clocks: int = 1, dial: Dial = Dial.TWENTY_FOUR) -> int:
    """How many lanes a grid may have on a terminal of that many columns and still be read; 0 for less than two.

    `clocks` is the number of zones whose hours stand at its side.
    """
    fitting = (width - clocks * _label(dial, marked=True) - 1) // (_NARROWEST_LANE + 1)
    return fitting if fitting > 1 else 0


def _label(dial: Dial, *, marked: bool) -> int:
    """The columns of an hour at the side: with a mark of another day behind it, or a blank."""
    return dial.width + (_MARK if marked else 0) + 1


@frozen
class GridDrawing:
    """A drawing of a grid with the hours of each of `zones` at its side, and in it what rows differ in.

    `programmes`: boxes name theirs; `cities`: rooms do, and boxes without a room. What is no room stands in
    its box. Hours on another day than `day` have a mark behind them.
    """

    grid: Grid
    day: date
    zones: tuple[str, ...]
    programmes: bool = False
    cities: bool = False
    dial: Dial = Dial.TWENTY_FOUR
    changed: Changed = field(default_factory=dict)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the drawing, as wide as the options allow."""
        for line in _Canvas(self, console, options.max_width).lines():
            yield from segments(line, console)
            yield Segment.line()


class _Canvas:
    """One drawing at one width: how wide lanes are, how high rows are, what each box says."""

    def __init__(self, drawing: GridDrawing, console: Console, width: int) -> None:
        self.grid = drawing.grid
        self.console = console
        self.cities = drawing.cities
        self.labels = _labels(drawing)
        self.margin = max(each.cell_len for each in self.labels)
        self.lanes = lanes = self.grid.lanes
        self.lane = min((width - self.margin - lanes - 1) // lanes, _WIDEST_LANE)
        self.owners = _owners(self.grid)
        self.texts = tuple(self.wrapped(cell, drawing) for cell in self.grid.cells)
        self.heights = self.row_heights()
        # The line of the drawing, header apart, at which each row begins: that of its upper boundary.
        self.above = tuple(n + before for n, before in enumerate(accumulate(self.heights, initial=0)))

    def inner(self, lanes: int) -> int:
        """The columns inside the box of that many lanes."""
        return lanes * self.lane + lanes - 1

    def wrapped(self, cell: Cell, drawing: GridDrawing) -> tuple[Text, ...]:
        """The lines that a box says."""
        width = self.inner(cell.right - cell.left) - 2
        return tuple(line for text in _says(cell, drawing) for line in wrapped(text, width, self.console))

    def row_heights(self) -> list[int]:
        """The lines of each row between its boundaries: as many as its boxes need, more for long ones."""
        heights = [self.least(row) for row in range(len(self.owners))]
        for n, cell in sorted(enumerate(self.grid.cells), key=lambda each: each[1].bottom - each[1].top):
            has = sum(heights[cell.top : cell.bottom]) + cell.bottom - cell.top - 1
            heights[cell.bottom - 1] += max(0, len(self.texts[n]) - has)
        return heights

    def least(self, row: int) -> int:
        """The lines of a row that has nothing to say."""
        start, end = self.grid.boundaries[row : row + 2]
        is_gap = set(self.owners[row]) == {_NOBODY}
        long = start is not None and end is not None and (end - start).total_seconds() >= _LONG * 60
        return 2 if long and not is_gap else 1

    def lines(self) -> Iterator[Text]:
        """The whole drawing."""
        yield from self.header()
        for row in range(len(self.owners) + 1):
            yield self.boundary(row)
            if row < len(self.owners):
                yield from (self.content(row, n) for n in range(self.heights[row]))

    def header(self) -> Iterable[Text]:
        """The names of the rooms above their lanes."""
        names = [self.named(each) for each in self.grid.columns]
        if not any(name.plain for name in names):
            return
        columns = zip(names, self.grid.columns, strict=True)
        heads = [tuple(wrapped(name, self.inner(column.lanes), self.console)) for name, column in columns]
        height = max(len(each) for each in heads)
        for n in range(height):
            line = Text(" " * (self.margin + 1))
            for column, texts in zip(self.grid.columns, heads, strict=True):
                line.append_text(_fitted(texts[n] if n < len(texts) else Text(), self.inner(column.lanes) + 1))
            yield line

    def named(self, column: Column) -> Text:
        """The heading of a column: its room, and its city when the day holds several."""
        city = f" ({one_line(column.city)})" if self.cities and column.city else ""
        if column.room is None:
            return Text("—" if self.grid.columns[1:] else "", style=styles.QUIET)
        return said(column.room, styles.HEADING).append(city, styles.QUIET)

    def boundary(self, row: int) -> Text:
        """The line at a time: the hour, the edges of boxes that begin or end, what is said in those that go on."""
        line = self.labels[row].copy()
        at = 0
        while at < self.lanes:
            line.append(self.crossing(row, at), styles.RULE)
            at = self.run(line, row, at)
        return line.append(self.crossing(row, at), styles.RULE)

    def run(self, line: Text, row: int, lane: int) -> int:
        """Add to the line what lies between two crossings; gives the lane after it."""
        if not self.goes_on(row, lane):
            line.append(("─" if self.edge(row, lane) else " ") * self.lane, styles.RULE)
            return lane + 1
        return self.say(line, self.owner(row, lane), self.above[row])

    def content(self, row: int, n: int) -> Text:
        """The n-th line inside a row."""
        line = Text(" " * self.margin)
        at = 0
        while at < self.lanes:
            line.append(self.side(row, at), styles.RULE)
            at = self.inside(line, row, n, at)
        return line.append(self.side(row, at), styles.RULE)

    def inside(self, line: Text, row: int, n: int, lane: int) -> int:
        """Add to the line what one box says there; gives the lane after it."""
        owner = self.owner(row, lane)
        if owner == _NOBODY:
            line.append(" " * self.lane)
            return lane + 1
        return self.say(line, owner, self.above[row] + n + 1)

    def say(self, line: Text, owner: int, at: int) -> int:
        """Add to the line what a box says on that line of the drawing, as wide as the box; gives the lane after it."""
        cell, texts = self.grid.cells[owner], self.texts[owner]
        n = at - self.above[cell.top] - 1
        text = texts[n] if n < len(texts) else Text()
        line.append(" ").append_text(_fitted(text, self.inner(cell.right - cell.left) - 1))
        return cell.right

    def owner(self, row: int, lane: int) -> int:
        """The number of the box in a row and lane; -1 for none, and outside."""
        if 0 <= row < len(self.owners) and 0 <= lane < self.lanes:
            return self.owners[row][lane]
        return _NOBODY

    def goes_on(self, row: int, lane: int) -> bool:
        """Whether one box lies above and below a boundary."""
        return self.owner(row - 1, lane) == self.owner(row, lane) != _NOBODY

    def edge(self, row: int, lane: int) -> bool:
        """Whether a box begins or ends at a boundary in that lane; an end that is not stated draws no line."""
        above, below = self.owner(row - 1, lane), self.owner(row, lane)
        if above == below or not 0 <= lane < self.lanes:
            return False
        return below != _NOBODY or not self.grid.cells[above].open

    def side(self, row: int, lane: int) -> str:
        """The line to the left of a lane within a row."""
        return "│" if self.wall(row, lane) else " "

    def wall(self, row: int, lane: int) -> bool:
        """Whether two different things stand left and right of a lane's left side."""
        return self.owner(row, lane - 1) != self.owner(row, lane)

    def crossing(self, row: int, lane: int) -> str:
        """The character where a boundary meets the left side of a lane."""
        vertical = 8 * self.wall(row - 1, lane) + 4 * self.wall(row, lane)
        return _CROSSINGS[vertical + 2 * self.edge(row, lane - 1) + self.edge(row, lane)]


def _owners(grid: Grid) -> tuple[tuple[int, ...], ...]:
    rows = [[_NOBODY] * grid.lanes for _ in grid.boundaries[1:]]
    for n, cell in enumerate(grid.cells):
        for row in rows[cell.top : cell.bottom]:
            row[cell.left : cell.right] = [n] * (cell.right - cell.left)
    return tuple(tuple(row) for row in rows)


def _labels(drawing: GridDrawing) -> tuple[Text, ...]:
    """The hours of each boundary, all of one width, those of the first zone in front."""
    labels = tuple(Text() for _ in drawing.grid.boundaries)
    for n, zone in enumerate(drawing.zones):
        hours = [_hour(each, zone, drawing.day, drawing.dial) for each in drawing.grid.boundaries]
        width = _label(drawing.dial, marked=any(len(each) > drawing.dial.width for each in hours))
        for label, hour in zip(labels, hours, strict=True):
            label.append(hour.ljust(width), styles.QUIET if n else styles.TIME)
    return labels


def _hour(moment: datetime | None, zone: str, day: date, dial: Dial) -> str:
    if moment is None:
        return ""
    local = wall(moment, zone)
    return f"{dial.hour(local).rjust(dial.width)}{day_mark(local, day)}"


def _says(cell: Cell, drawing: GridDrawing) -> Iterable[Text]:
    """What a box says: title, the start where no end is stated, programme, city, people, and the items of a block."""
    occurrence = cell.occurrence
    yield title(occurrence)
    yield from changes_of(occurrence, drawing.changed)
    if cell.open:
        yield Text(f"{clock_text(occurrence.when, dial=drawing.dial)} (end not stated)", style=styles.UNSETTLED)
    programme = said(occurrence.programme.name, styles.NAME) if drawing.programmes else None
    named = drawing.grid.rooms.of(occurrence)  # which stand above
    city = occurrence.place.city if drawing.cities and not named else None
    room = None if named else occurrence.room
    if programme or room or city:
        yield joined([programme, room, city], styles.QUIET)
    yield from people_lines(occurrence.session.participants)
    for each in cell.items:
        yield Text(f"{clock_text(each.when, dial=drawing.dial)} ", styles.TIME).append_text(title(each))
        yield from people_lines(each.session.participants)


def _fitted(text: Text, width: int) -> Text:
    line = text.copy()
    line.rstrip()
    line.truncate(width, pad=True)
    return line
