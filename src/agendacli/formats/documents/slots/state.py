"""Where the walk through a document is: under which day, and which slots the next lines belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from agendacli.formats.documents.page import Line, pieces_behind
from agendacli.formats.documents.slots.columns.heads import heads_columns
from agendacli.formats.documents.slots.headings import room_of_day
from agendacli.formats.documents.slots.mentions import invites
from agendacli.formats.documents.slots.part_rooms import room_of_part
from agendacli.formats.documents.slots.slot import DayHeading, Found, Reach, Slot
from agendacli.formats.documents.slots.whole_room import (
    is_of_bad_weather,
    reach_of,
    room_behind_house,
    room_of_sentences,
    room_of_whole,
    room_said_of_all,
    speaks_of_all,
)
from agendacli.formats.documents.tokens.days import DayWords
from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.formats.documents.tokens.minutes import minutes_said
from agendacli.formats.documents.tokens.places import is_room
from agendacli.formats.documents.tokens.remarks import remark_before
from agendacli.formats.documents.tokens.unknown_places import place_by_form
from agendacli.words.kinds import kind_in_title

UNREAD_HEADS = "heads of columns stand above it, and no columns were read"
"""Why a title may hold more than itself."""

_MEALS = frozenset({"lunch", "dinner"})
_NEAR = 2  # lines
_MOST_LINES = 6  # of a paragraph


def _is_meal(slot: Slot, lead: Line) -> bool:
    """Whether a slot of the part that somebody leads is a meal, behind which another part begins."""
    return slot.lead is lead and any(kind_in_title(line.text) in _MEALS for line in slot.texts())


def _without_remark(rest: Line | None) -> tuple[list[Line], list[Line]]:
    """What stands behind a time, remarks behind its title, and the length with which it begins: `(30 min): Tides`."""
    if rest and minutes_said(rest.text) is not None:  # `11:30 (45 min)`, the title below it
        return [], [rest]
    remark, title = remark_before(rest.text) if rest else ("", "")
    if rest is None or not remark:
        return [rest] if rest else [], []
    first = replace(rest, text=title, pieces=pieces_behind(rest, title))
    second = replace(rest, text=remark, pieces=())
    return ([first], [second]) if minutes_said(remark) is not None else ([first, second], [])


@dataclass(slots=True)
class WalkState:
    """What was found so far, and what is open."""

    found: Found
    day: DayHeading | None = None
    open_slots: list[Slot] = field(default_factory=list)
    level: int = 0
    room: Line | None = None
    room_reach: Reach = "sessions"
    day_room: Line | None = None  # said once with the day
    day_reach: Reach = "all"
    whole_room: Line | None = None  # said once above the programme
    whole_reach: Reach = "breaks"
    is_said_of_all: bool = False  # the room of the whole, by a sentence
    place: int = 0
    has_heads: bool = False  # heads of columns stand above, of which no row was read
    also: tuple[DayHeading, ...] = ()
    lead: Line | None = None
    head: Line | None = None  # the line that ended the last part
    paragraph: list[Line] = field(default_factory=list)  # of the lines above the programme

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
        self.day, self.also, self.lead = day, also, None
        self.begin_part(None)
        self.found.add_days(day, *also)
        self.day_room, self.day_reach = room_of_day(day.line), "all"

    def end_part(self, line: Line) -> None:
        """What follows belongs to no slot, until a time."""
        self.begin_part(None)
        self.lead, self.head = None, line
        self.found.loose.append(line)

    def begin_part(self, room: Line | None, reach: Reach = "sessions") -> None:
        """What follows is in that room, and belongs to no slot until a time."""
        self.open_slots, self.room, self.room_reach = [], room, reach

    def is_below_head(self, line: Line) -> bool:
        """Whether a line stands next below the one that ended the last part, or below an empty one."""
        return self.head is not None and 0 < line.line - self.head.ends <= _NEAR

    def room_below(self, line: Line) -> Line | None:
        """The room of what follows, of a line that is one; a sentence may say it below the heading of a later day."""
        is_whole = self.day is None or room_behind_house(line.text) or speaks_of_all(line.text)
        if not self.found.slots and is_whole:
            return None
        room = room_of_part(line)
        is_below_day = room is None and self.found.slots and self.unused_day is not None
        said = (
            room_of_sentences([line]) or (place_by_form(line.text) if invites(line.text) else "")
            if is_below_day
            else ""
        )
        return replace(line, text=said, pieces=(), level=0) if said else room

    def put_room_below(self, line: Line, room: Line) -> None:
        """What follows is in the room of a line; next below a day it is that of the day, whatever parts that has."""
        alone: Reach = "sessions" if room.text == line.text or self.unused_day is None else "all"
        reach = reach_of(line.text) if speaks_of_all(line.text) else alone
        if self.unused_day is None:
            self.begin_part(room, reach)
        else:
            self.begin_part(None)
            self.day_room, self.day_reach = room, reach

    def note_room(self, line: Line, *, is_day: bool = False) -> None:
        """Keep the room that a line above the programme names for all of it; what a sentence says of all is kept."""
        above = self.found.before[-2:-1]
        is_next = bool(above) and 0 < line.line - above[0].ends <= 1
        self.paragraph = [*(self.paragraph if is_next else []), line][-_MOST_LINES:]
        said, goes_on = room_of_sentences(self.paragraph), is_next and above[0].text[-1:].isalpha()
        whole = None if heads_columns(line.text) else room_of_whole(line, is_below_day=self.day is not None)
        room = (said if goes_on else None) or whole or said
        text = " ".join(each.text for each in self.paragraph)
        is_of_all = room is not None and room == room_said_of_all(text)
        is_other = not is_of_all and (is_day or self.is_said_of_all)
        if room is None or is_other or is_of_bad_weather(text, room):
            return
        at = line if room in line.text else replace(self.paragraph[0], last=line.ends)
        self.whole_room = replace(at, text=room, pieces=(), level=0)
        self.whole_reach = reach_of(text) if is_of_all or room == said else "all"
        self.is_said_of_all = is_of_all
        if is_of_all or is_room(room):
            self.room, self.day_room = (
                each if each and not is_of_all and is_room(each.text) else None for each in (self.room, self.day_room)
            )

    def _reach(self, room: Line | None) -> Reach:
        """For what a room is said that stands above."""
        if room is None or room.level:
            return "one"
        if room is self.room:
            return self.room_reach
        return self.whole_reach if room is self.whole_room else self.day_reach

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
