"""Where the walk through a document is: under which day, and which slots the next lines belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.headings import room_of_day
from agendacli.formats.documents.slots.letters import room_behind_house, room_of_sentences
from agendacli.formats.documents.slots.mentions import invites
from agendacli.formats.documents.slots.part_rooms import room_of_part
from agendacli.formats.documents.slots.slot import DayHeading, Found, Reach, Slot
from agendacli.formats.documents.tokens.days import DayWords
from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.formats.documents.tokens.minutes import minutes_said
from agendacli.formats.documents.tokens.remarks import remark_before
from agendacli.formats.documents.tokens.unknown_places import place_by_form
from agendacli.words.kinds import kind_in_title

UNREAD_HEADS = "heads of columns stand above it, and no columns were read"
"""Why a title may hold more than itself."""

_MEALS = frozenset({"lunch", "dinner"})
_NEAR = 2  # lines


def _is_meal(slot: Slot, lead: Line) -> bool:
    """Whether a slot of the part that somebody leads is a meal, behind which another part begins."""
    return slot.lead is lead and any(kind_in_title(line.text) in _MEALS for line in slot.texts())


def _without_remark(rest: Line | None) -> tuple[list[Line], list[Line]]:
    """What stands behind a time, remarks behind its title, and the length with which it begins: `(30 min): Tides`."""
    remark, title = remark_before(rest.text) if rest else ("", "")
    if rest is None or not remark:
        return [rest] if rest else [], []
    first, second = (replace(rest, text=each, pieces=()) for each in (title, remark))
    return ([first], [second]) if minutes_said(remark) is not None else ([first, second], [])


@dataclass(slots=True)
class WalkState:
    """What was found so far, and what is open."""

    found: Found
    day: DayHeading | None = None
    open_slots: list[Slot] = field(default_factory=list)
    level: int = 0
    room: Line | None = None
    day_room: Line | None = None  # said once with the day
    whole_room: Line | None = None  # said once above the programme
    whole_reach: Reach = "breaks"
    place: int = 0
    has_heads: bool = False  # heads of columns stand above, of which no row was read
    also: tuple[DayHeading, ...] = ()
    lead: Line | None = None
    head: Line | None = None  # the line that ended the last part

    @property
    def awaits_title(self) -> bool:
        """Whether nothing stands yet in the slots that are open, but for their time."""
        return any(not slot.is_row and not slot.lines for slot in self.open_slots)

    @property
    def unused_day(self) -> DayWords | None:
        """The day under whose heading no time stands yet."""
        is_used = any(slot.day is self.day for slot in self.found.slots[-1:])
        return None if self.day is None or is_used else self.day.day

    def new_day(self, day: DayHeading, *also: DayHeading) -> None:
        """What follows is of that day, and of others alike."""
        self.day, self.also, self.open_slots, self.room, self.lead = day, also, [], None, None
        self.found.add_days(day, *also)
        self.day_room = room_of_day(day.line)

    def end_part(self, line: Line) -> None:
        """What follows belongs to no slot, until a time."""
        self.open_slots, self.room, self.lead, self.head = [], None, None, line
        self.found.loose.append(line)

    def is_below_head(self, line: Line) -> bool:
        """Whether a line stands next below the one that ended the last part, or below an empty one."""
        return self.head is not None and 0 < line.line - self.head.ends <= _NEAR

    def room_below(self, line: Line) -> Line | None:
        """The room of what follows, of a line that is one; a sentence may say it below the heading of a later day."""
        if not self.found.slots and (self.day is None or room_behind_house(line.text)):
            return None
        room = room_of_part(line)
        is_below_day = room is None and self.found.slots and self.unused_day is not None
        said = (
            room_of_sentences([line]) or (place_by_form(line.text) if invites(line.text) else "")
            if is_below_day
            else ""
        )
        return replace(line, text=said, pieces=(), level=0) if said else room

    def _reach(self, room: Line | None) -> Reach:
        """For what a room is said that stands above."""
        if room is None or room.level:
            return "one"
        if room is self.room:
            return "sessions"
        return self.whole_reach if room is self.whole_room else "breaks"

    def open(self, hours: Sequence[HoursWords], line: Line, rest: Line | None, *, is_row: bool = False) -> list[Slot]:
        """A slot for each of the hours."""
        if self.lead and self.found.slots and _is_meal(self.found.slots[-1], self.lead):
            self.lead = None
        lines, lasts = _without_remark(rest)
        room = self.room or self.day_room or self.whole_room
        self.open_slots = [
            Slot(
                day,
                each,
                line,
                [*lines],
                room=room,
                reach=self._reach(room),
                is_row=is_row,
                place=self.place,
                lead=self.lead,
                doubts=[] if is_row or not self.has_heads else [UNREAD_HEADS],
            )
            for day in (self.day, *self.also)
            for each in hours
        ]
        for slot in self.open_slots if lasts else ():
            slot.columns["length"] = [*lasts]
        self.level = line.level
        self.found.slots += self.open_slots
        return self.open_slots
