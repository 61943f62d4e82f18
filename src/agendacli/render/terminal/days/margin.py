"""The hours at the side of a day, on one clock or two."""

from collections.abc import Iterable
from datetime import date, datetime

from agendacli.analysis.timetable.day_plan import DayEntry, DayPlan
from agendacli.model.asked import Clock
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.zones import wall
from agendacli.render.terminal import styles
from agendacli.render.terminal.text import Text
from agendacli.words.prose import day_mark

NOW = "▶ now"


@frozen
class Margin:
    """The hours of each of `zones`, each in so many columns; those on another day than `day` have a mark behind them.

    `clock` has the moment to mark, in the first of the zones.
    """

    day: date
    zones: tuple[str, ...]
    dial: Dial
    columns: tuple[int, ...]
    clock: Clock | None = None

    @classmethod
    def of(cls, plan: DayPlan, day: date, zones: tuple[str, ...], dial: Dial, clock: Clock | None) -> "Margin":
        """The margin in which all hours of a plan have room, except for ends on another day."""
        bare = cls(day, zones, dial, columns=(0,) * len(zones), clock=clock)
        columns = (max((dial.width, *bare.widths(_hours(plan), zone))) + 1 for zone in zones)
        return cls(day, zones, dial, columns=tuple(columns), clock=clock)

    @property
    def width(self) -> int:
        """Its columns, without the blank between it and what is beside."""
        return sum(self.columns) + len(self.columns) - 1

    def widths(self, hours: Iterable[datetime], zone: str) -> Iterable[int]:
        """How wide each of the hours is in a zone."""
        return (len(self.hour(each, zone)) for each in set(hours))

    def blank(self) -> Text:
        """A line of it that says nothing."""
        return Text(" " * self.width)

    def start(self, moment: datetime | None, *, is_open: bool = False) -> Text:
        """The hour at which something begins; of an unknown end with a dash."""
        return self.blank() if moment is None else self._line(moment, "", "–" if is_open else "")

    def until(self, moment: datetime) -> Text:
        """The hour at which something ends."""
        return self._line(moment, "–", "")

    def mark(self) -> Text:
        """The sign of the moment."""
        return Text().append(NOW.ljust(self.width), styles.NOW)

    def hour(self, moment: datetime, zone: str) -> str:
        """An hour on the clocks of a zone."""
        local = wall(moment, zone)
        return f"{self.dial.hour(local).rjust(self.dial.width)}{day_mark(local, self.day)}"

    def is_now(self, start: datetime, end: datetime) -> bool:
        """Whether the moment lies between the two."""
        if self.clock is None or not self.clock.has_reached(start, self.zones[0]):
            return False
        return not self.clock.has_reached(end, self.zones[0])

    def _line(self, moment: datetime, before: str, behind: str) -> Text:
        line = Text()
        for n, (zone, width) in enumerate(zip(self.zones, self.columns, strict=True)):
            label = f"{before}{self.hour(moment, zone)}{behind}" if before else f"{self.hour(moment, zone)}{behind}"
            line.append(" " if n else "").append(label.ljust(width), styles.QUIET if n or before else styles.TIME)
        return line


def _hours(plan: DayPlan) -> Iterable[datetime]:
    """The hours at which something begins, and those of boxes at which something ends."""
    for each in plan.parts:
        yield from (each.time.start,) if isinstance(each, DayEntry) else each.grid.hours
