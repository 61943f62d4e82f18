"""Boxes drawn with lines: the line above a box is when it begins, the line below when it ends."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import accumulate, pairwise

from agendacli.analysis.timetable.boxes import Box, BoxGrid
from agendacli.analysis.timetable.columns import Column
from agendacli.model.frozen import frozen
from agendacli.render.terminal import styles
from agendacli.render.terminal.days.margin import Margin
from agendacli.render.terminal.days.said import SaidOf
from agendacli.render.terminal.phrases import said
from agendacli.render.terminal.text import Text
from agendacli.words.harmless import one_line
from agendacli.words.prose import clock_text

_LONG = timedelta(hours=2)  # from which a row is at least two lines high
_NOBODY = -1
# The character for a crossing, by its arms as the bits of a number: up 8, down 4, left 2, right 1.
_CROSSINGS = " ╶╴─╷┌┐┬╵└┘┴│├┤┼"


@frozen
class LaneWidths:
    """How wide each lane is between its sides, in columns, on all grids of a day."""

    widths: tuple[int, ...]

    @classmethod
    def filling(cls, lanes: int, width: int) -> "LaneWidths":
        """As many lanes as fill a width with the sides between and around them, about equally wide."""
        inner = width - lanes - 1
        return cls(tuple(inner // lanes + (n < inner % lanes) for n in range(lanes)))

    def inner(self, left: int, right: int) -> int:
        """The columns inside the box from one lane to before another."""
        return sum(self.widths[left:right]) + right - left - 1


class BoxCanvas:
    """One grid of boxes at one width: how high its rows are, what each box says."""

    def __init__(self, grid: BoxGrid, margin: Margin, say: SaidOf, lanes: LaneWidths) -> None:
        self.grid = grid
        self.count = grid.lanes
        self.stated = grid.stated
        self.margin = margin
        self.cities = say.cities
        self.lanes = lanes
        self.hours = grid.hours
        rows = {hour: n for n, hour in enumerate(self.hours)}
        self.rows = tuple((rows[each.time.start], rows[each.time.end]) for each in grid.boxes)
        self.owners = self.owned()
        self.texts = tuple(self.wrapped(each, say) for each in grid.boxes)
        self.heights = self.row_heights()
        # The line of the drawing, header apart, at which each row begins: that of its upper boundary.
        self.above = tuple(n + before for n, before in enumerate(accumulate(self.heights, initial=0)))

    def owned(self) -> tuple[tuple[int, ...], ...]:
        """For each row the number of the box in each lane."""
        rows = [[_NOBODY] * self.count for _ in self.hours[1:]]
        for n, (box, (top, bottom)) in enumerate(zip(self.grid.boxes, self.rows, strict=True)):
            for row in rows[top:bottom]:
                row[box.left : box.right] = [n] * (box.right - box.left)
        return tuple(tuple(row) for row in rows)

    def wrapped(self, box: Box, say: SaidOf) -> tuple[Text, ...]:
        """The lines that a box says."""
        width = self.lanes.inner(box.left, box.right) - 2
        return tuple(line for text in _says(box, say) for line in text.wrapped(width))

    def row_heights(self) -> list[int]:
        """The lines of each row between its boundaries: as many as its boxes need, more for long ones."""
        heights = [self.least(row) for row in range(len(self.owners))]
        for n, (top, bottom) in sorted(enumerate(self.rows), key=lambda each: each[1][1] - each[1][0]):
            has = sum(heights[top:bottom]) + bottom - top - 1
            heights[bottom - 1] += max(0, len(self.texts[n]) - has)
        return heights

    def least(self, row: int) -> int:
        """The lines of a row that has nothing to say; none in a gap, unless it is now."""
        start, end = self.hours[row : row + 2]
        if set(self.owners[row]) == {_NOBODY}:
            return int(self.margin.is_now(start, end))
        return 2 if end - start >= _LONG else 1

    def lines(self, *, ends_above: datetime | None = None) -> Iterator[Text]:
        """The whole drawing; the hour of its last line is not said where what stands below begins then."""
        for row, hour in enumerate(self.hours):
            is_stated = hour in self.stated and hour != ends_above
            yield self.boundary(row, self.margin.start(hour if is_stated else None))
            if row < len(self.owners):
                yield from (self.content(row, n) for n in range(self.heights[row]))

    def header(self) -> Iterable[Text]:
        """The names of the rooms above their lanes."""
        names = [self.named(each) for each in self.grid.columns]
        if not any(name.plain for name in names):
            return
        ends = [*accumulate((each.lanes for each in self.grid.columns), initial=0)]
        widths = [self.lanes.inner(left, right) for left, right in pairwise(ends)]
        heads = [name.wrapped(width) for name, width in zip(names, widths, strict=True)]
        for n in range(max(map(len, heads))):
            line = Text(" " * (self.margin.width + 1))
            for width, texts in zip(widths, heads, strict=True):
                line.append_text(_fitted(texts[n] if n < len(texts) else Text(), width + 1))
            yield line

    def named(self, column: Column) -> Text:
        """The heading of a column: its room, and its city when the day holds several."""
        city = f" ({one_line(column.city)})" if self.cities and column.city else ""
        if column.room is None:
            return Text("—" if self.grid.columns[1:] else "", style=styles.QUIET)
        return said(column.room, styles.HEADING).append(city, styles.QUIET)

    def boundary(self, row: int, label: Text) -> Text:
        """The line at a time: the hour, the edges of boxes that begin or end, what is said in those that go on."""
        line, at = label, 0
        while at < self.count:
            line.append(self.crossing(row, at), styles.RULE)
            at = self.run(line, row, at)
        return line.append(self.crossing(row, at), styles.RULE)

    def run(self, line: Text, row: int, lane: int) -> int:
        """Add to the line what lies between two crossings; gives the lane after it."""
        if not self.goes_on(row, lane):
            line.append(("─" if self.edge(row, lane) else " ") * self.lanes.widths[lane], styles.RULE)
            return lane + 1
        return self.say(line, self.owner(row, lane), self.above[row])

    def content(self, row: int, n: int) -> Text:
        """The n-th line inside a row."""
        is_now = n == 0 and self.margin.is_now(*self.hours[row : row + 2])
        line = self.margin.mark() if is_now else self.margin.blank()
        at = 0
        while at < self.count:
            line.append(self.side(row, at), styles.RULE)
            at = self.inside(line, row, n, at)
        return line.append(self.side(row, at), styles.RULE)

    def inside(self, line: Text, row: int, n: int, lane: int) -> int:
        """Add to the line what one box says there; gives the lane after it."""
        owner = self.owner(row, lane)
        if owner == _NOBODY:
            line.append(" " * self.lanes.widths[lane])
            return lane + 1
        return self.say(line, owner, self.above[row] + n + 1)

    def say(self, line: Text, owner: int, at: int) -> int:
        """Add to the line what a box says on that line of the drawing, as wide as the box; gives the lane after it."""
        box, texts = self.grid.boxes[owner], self.texts[owner]
        n = at - self.above[self.rows[owner][0]] - 1
        text = texts[n] if n < len(texts) else Text()
        line.append(" ").append_text(_fitted(text, self.lanes.inner(box.left, box.right) - 1))
        return box.right

    def owner(self, row: int, lane: int) -> int:
        """The number of the box in a row and lane; -1 for none, and outside."""
        if 0 <= row < len(self.owners) and 0 <= lane < self.count:
            return self.owners[row][lane]
        return _NOBODY

    def goes_on(self, row: int, lane: int) -> bool:
        """Whether one box lies above and below a boundary."""
        return self.owner(row - 1, lane) == self.owner(row, lane) != _NOBODY

    def edge(self, row: int, lane: int) -> bool:
        """Whether a box begins or ends at a boundary in that lane; an end that is not stated draws no line."""
        above, below = self.owner(row - 1, lane), self.owner(row, lane)
        if above == below or not 0 <= lane < self.count:
            return False
        return below != _NOBODY or not self.grid.boxes[above].open

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


def _says(box: Box, say: SaidOf) -> Iterable[Text]:
    """What a box says: title, the start where no end is stated, what is said of it, and the items of a block."""
    occurrence = box.occurrence
    yield say.title(occurrence)
    if box.open:
        yield Text(f"{clock_text(occurrence.when, dial=say.dial)} (end not stated)", style=styles.UNSETTLED)
    yield from say.about(occurrence, city=box.elsewhere, room=box.elsewhere)
    for each in box.items:
        yield say.item(each)
        yield from say.about(each, city=False)


def _fitted(text: Text, width: int) -> Text:
    line = text.copy()
    line.rstrip()
    line.truncate(width, pad=True)
    return line
