"""A day drawn from its plan."""

from collections.abc import Iterator

from agendacli.analysis.timetable.columns import lane_groups
from agendacli.analysis.timetable.day_plan import DayChoice, DayPlan
from agendacli.model.frozen import frozen
from agendacli.render.terminal.days.boxes import BoxCanvas, LaneWidths
from agendacli.render.terminal.days.entries import entry_lines
from agendacli.render.terminal.days.margin import Margin
from agendacli.render.terminal.days.said import SaidOf
from agendacli.render.terminal.text import Line, Text

WIDEST_LINE = 120
"""The columns of the widest line: a room further at the right would no longer be seen as that of its title."""
_NARROWEST_LINE = 44  # below it a list is easier to read
_NARROWEST_LANE = 16


@frozen
class DayDrawing:
    """The plan of a day: lines of `width` columns, lanes in `groups`, each from one to before another, of `box_width`.

    Boxes are wider than lines only where fewer groups of rooms are needed then.
    """

    plan: DayPlan
    margin: Margin
    say: SaidOf
    width: int
    box_width: int
    groups: tuple[tuple[int, int], ...]

    @classmethod
    def fitting(cls, plan: DayPlan, margin: Margin, say: SaidOf, width: int) -> "DayDrawing | None":
        """The drawing on a terminal of that many columns; None where it cannot be read so."""
        line = min(width, WIDEST_LINE)
        wide, usual = (_groups(plan, margin, each) for each in (width, line))
        groups, box_width = (usual, line) if usual and len(usual) == len(wide) else (wide, width)
        lanes = max((right - left for left, right in groups), default=0)
        if width < _NARROWEST_LINE or lanes < min(2, sum(each.lanes for each in plan.columns)):
            return None
        return cls(plan, margin, say, width=line, box_width=box_width, groups=groups)

    def drawn(self, _width: int) -> Iterator[Line]:
        """The lines of the drawing, as wide as was planned."""
        return (line.pieces() for line in self.lines())

    def lines(self) -> Iterator[Text]:
        """What stands first, then each part; the moment on a line of its own where nothing is on."""
        for entry in self.plan.first:
            yield from entry_lines(entry, self.margin, self.say, width=self.width)
        for n, part in enumerate(self.plan.parts):
            if n and self.margin.is_now(self.plan.parts[n - 1].time.end, part.time.start):
                yield self.margin.mark()
            if isinstance(part, DayChoice):
                yield from self.choice(part, is_first=not n and not self.plan.first)
            else:
                yield from entry_lines(part, self.margin, self.say, width=self.width)

    def choice(self, choice: DayChoice, *, is_first: bool) -> Iterator[Text]:
        """The boxes of a choice, in as many grids as there are groups of lanes, with an empty line above each."""
        widest = max(right - left for left, right in self.groups)
        lanes = LaneWidths.filling(widest, self.box_width - self.margin.width)
        grids = [grid for left, right in self.groups if (grid := choice.grid.part(left, right)).boxes]
        for n, grid in enumerate(grids):
            if n or not is_first:
                yield Text()
            canvas = BoxCanvas(grid, self.margin, self.say, lanes=lanes)
            is_last = n == len(grids) - 1
            yield from canvas.header()
            yield from canvas.lines(ends_above=choice.time.end if choice.is_followed and is_last else None)


def _groups(plan: DayPlan, margin: Margin, width: int) -> tuple[tuple[int, int], ...]:
    """The groups of lanes that fit side by side."""
    return lane_groups(plan.columns, (width - margin.width - 1) // (_NARROWEST_LANE + 1))
