"""Where the walk through a document is: under which day, and which slots the next lines belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import DayHeading, Found, Slot
from agendacli.formats.documents.tokens.hours import HoursWords


@dataclass(slots=True)
class WalkState:
    """What was found so far, and what is open."""

    found: Found
    day: DayHeading | None = None
    open_slots: list[Slot] = field(default_factory=list)
    level: int = 0
    room: Line | None = None
    place: int = 0
    also: tuple[DayHeading, ...] = ()
    lead: Line | None = None

    def new_day(self, day: DayHeading, *also: DayHeading) -> None:
        """What follows is of that day, and of others alike."""
        self.day, self.also, self.open_slots, self.room, self.lead = day, also, [], None, None
        self.found.add_days(day, *also)

    def end_part(self, line: Line) -> None:
        """What follows belongs to no slot, until a time."""
        self.open_slots, self.room, self.lead = [], None, None
        self.found.loose.append(line)

    def open(self, hours: Sequence[HoursWords], line: Line, rest: Line | None, *, is_row: bool = False) -> list[Slot]:
        """A slot for each of the hours."""
        lines = [rest] if rest else []
        self.open_slots = [
            Slot(
                day,
                each,
                line,
                [*lines],
                room=self.room,
                is_room_of_part=bool(self.room and not self.room.level),
                is_row=is_row,
                place=self.place,
                lead=self.lead,
            )
            for day in (self.day, *self.also)
            for each in hours
        ]
        self.level = line.level
        self.found.slots += self.open_slots
        return self.open_slots
