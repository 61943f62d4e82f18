"""The walk through a document, block by block: days and times open what the lines behind them belong to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Document, Line, PageRow, pieces_behind
from agendacli.formats.documents.slots.columns.heads import heads_columns
from agendacli.formats.documents.slots.dated import TITLE_ABOVE, DatedHours, dated_hours
from agendacli.formats.documents.slots.gaps import close_at_gap
from agendacli.formats.documents.slots.habits import habits_of
from agendacli.formats.documents.slots.headings import (
    day_heading,
    days_together,
    heads_notes,
    heads_part_of_day,
    is_numbered_part,
    is_of_other_day,
    is_of_several_days,
    is_part_of_day,
    leader_in,
    names_day_beside,
    room_of_heading,
    says_who_leads,
)
from agendacli.formats.documents.slots.hours_for_all import HOURS_FOR_ALL, room_with_hours
from agendacli.formats.documents.slots.labelled import day_beside, labelled_hours
from agendacli.formats.documents.slots.letters import closes_letter, dateline_of
from agendacli.formats.documents.slots.notices import goes_on_with_hours, is_limit_of
from agendacli.formats.documents.slots.part_rooms import is_beside_room, room_beside_part
from agendacli.formats.documents.slots.prose import take_sentences
from agendacli.formats.documents.slots.reshaping.by_place import places_apart
from agendacli.formats.documents.slots.reshaping.in_shape import in_shape
from agendacli.formats.documents.slots.reshaping.part_heads import rooms_apart
from agendacli.formats.documents.slots.rows import RowWalk
from agendacli.formats.documents.slots.slot import DayHeading, Found
from agendacli.formats.documents.slots.state import WalkState
from agendacli.formats.documents.slots.tables import tables_of
from agendacli.formats.documents.slots.trailing import behind_hours, hours_at_end, title_before
from agendacli.formats.documents.tokens.churches import is_church
from agendacli.formats.documents.tokens.days import DayWords
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in, leading_hours
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import place_before, place_with_time, room_among
from agendacli.formats.documents.tokens.rooms import names_room

_RULE = re.compile(r"[\W_]{3,}")
_MOST_ABOVE = 8
_LEAST_HEADING = 7  # bold


def slots_of(document: Document, sense: PeopleSense) -> Found:
    """The slots of a document in its order, with the days that it names as headings."""
    blocks = in_shape(document.blocks)
    walk = _Walk(blocks, sense)
    for place, block in enumerate(blocks):
        walk.state.place = place
        if isinstance(block, PageRow):
            walk.take_row(block)
        else:
            walk.take(block)
    found = walk.state.found
    close_at_gap(found)
    take_sentences(found, document)
    return found


class _Walk:
    """What was met on the way."""

    def __init__(self, blocks: Sequence[Block], sense: PeopleSense) -> None:
        self.state = WalkState(Found())
        self.rows = RowWalk(self.state, self.take)
        self.tables = tables_of(blocks, sense)
        lines = [each for each in blocks if isinstance(each, Line)]
        self._above: list[Line] = []
        self._habits = habits_of(lines, Document(tuple(blocks)).lines)
        self._dateline = dateline_of(lines)
        self._dated = dated_hours(blocks)
        self._of_all = {each.at for each in self._dated.values()} | {
            table.hours_of_all for table in self.tables.values()
        }
        self._rooms_apart = rooms_apart(blocks)
        self._places = places_apart(blocks)
        self._is_closed = False
        self._last: Line | None = None
        self._aside = 0  # the level of the heading for notes below which the lines are
        self.rows.takes_plain_times = self._habits.has_plain_times

    def take(self, line: Line) -> None:
        """The next line outside of a table."""
        self.rows.interrupt()
        self.state.has_heads = self.state.has_heads or heads_columns(line.text)
        if self._is_behind_letter(line) or self._is_aside(line):
            self.state.end_part(line)
            return
        above, self._last = self._last, line
        goes_on = above is not None and goes_on_with_hours(above, line)
        if self._says_hours_of_all(line) or (not goes_on and self._opens(line)):
            return
        self._note(line)
        is_limit = goes_on and above is not None and is_limit_of(above, line)
        days = () if is_limit or (goes_on and self.state.open_slots) else self._days(line)
        if days:
            self.state.new_day(*(DayHeading(day, line, self.state.place) for day in days))
            if not self.state.found.slots:
                self.state.found.before.append(line)
                self.state.note_room(line, is_day=True)
            return
        trailing = self._trailing(line)
        if trailing:
            self._open_trailing(trailing, line)
        elif self.state.awaits_title and line.level:
            self._belongs(line)
        elif room := self._room_of_part(line):
            self.state.begin_part(room)
        elif self._ends_part(line):
            self.state.end_part(line)
            self.state.lead, self.state.room = leader_in(line), room_of_heading(line)
        elif self._ends_lead(line):
            self.state.lead = None
            self._belongs(line)
        else:
            self._belongs(line)

    def take_row(self, row: PageRow) -> None:
        """The next row of a table; below a heading for notes it is none of the programme."""
        if self._aside:
            self.state.found.loose += [line for _, cell in row.own for line in cell.lines]
        else:
            self.rows.take(row, self.tables[row.table])

    def _says_hours_of_all(self, line: Line) -> bool:
        """Whether a line says the hours of all dates: it is of none, but may name their room."""
        if line in self._of_all:
            self.state.open_slots = []
            self._belongs(line)
        return line in self._of_all

    def _opens(self, line: Line) -> bool:
        """Whether a line says the time of a slot, which is opened."""
        hours, rest = leading_hours(line.text)
        is_title = self.state.awaits_title and hours and hours[0].text.isalpha()  # `Midnight feast` below `22:00`
        if hours and not is_title and self._habits.is_time(hours[0], line, rest):
            self._open(hours, line, rest)
            return True
        if dated := self._dated.get(self.state.place):
            self._open_dated(dated, line)
            return True
        labelled = labelled_hours(line) if self._above else ()
        if labelled:
            self._open_labelled(labelled, line)
        return bool(labelled)

    def _open(self, hours: Sequence[HoursWords], line: Line, rest: str) -> None:
        """Slots at the hours that begin a line; a place with a colon may stand before the title."""
        place, title = place_before(rest)
        if pieces_behind(line, f"{place}:"):  # `Tides` and `Room:`
            place, title = "", rest
        beside, title = ("", title) if place else place_with_time(line.pieces, title)
        place = place or beside
        left = replace(line, text=title, pieces=pieces_behind(line, title)) if title else None
        for slot in self.state.open(hours, line, left):
            if place:
                slot.room, slot.reach = replace(line, text=place, pieces=(), level=0), "one"
                slot.doubts += [f"`{beside}` beside the time is taken for a room"] if beside else []

    def _trailing(self, line: Line) -> HoursWords | None:
        """The hours at the end of a line, where lines of the document end with them."""
        return hours_at_end(line, is_agenda=self._habits.is_agenda, is_usual=self._habits.ends_with_times)

    def _is_behind_letter(self, line: Line) -> bool:
        """Whether a line stands below the end of a letter, until a heading begins something else."""
        if closes_letter(line.text):
            self._is_closed = bool(self.state.found.slots)
        elif line.is_set_apart or day_heading(line):
            self._is_closed = False
        return self._is_closed

    def _is_aside(self, line: Line) -> bool:
        """Whether a line stands below a heading for notes, until another heading that is no less."""
        level = line.level or _LEAST_HEADING
        if line.is_set_apart and heads_notes(line.text) and self.state.found.slots:
            self._aside = min(self._aside or level, level)
        elif line.is_set_apart and (level < self._aside or (level == self._aside and not hours_in(line.text))):
            self._aside = 0
        return self._aside > 0

    def _days(self, line: Line) -> tuple[DayWords, ...]:
        if line == self._dateline or (self.state.open_slots and is_of_other_day(line.text)):
            return ()
        day = day_heading(line)
        if day and names_day_beside(day, line, self.state.unused_day):
            return ()
        return (day,) if day else days_together(line)

    def _note(self, line: Line) -> None:
        """Keep the last heading and the lines below it, to which a time may belong that is named behind a word."""
        level = self._above[0].level if self._above else 0
        is_below = len(self._above) == 1 and line.level > level > 0 and ":" not in line.text
        if line.is_set_apart and (not self._above or is_below or 0 < line.level <= level or level == line.level):
            self._above = [line]
        elif self._above and len(self._above) < _MOST_ABOVE:
            self._above.append(line)

    def _open_trailing(self, hours: HoursWords, line: Line) -> None:
        """A slot whose time stands behind its title, and perhaps before its people."""
        for slot in self.state.open((hours,), line, title_before(line, hours)):
            slot.lines += behind_hours(line, hours)

    def _open_labelled(self, hours: Sequence[HoursWords], line: Line) -> None:
        """A slot whose time stands below its title."""
        day = day_beside(line, self.state.place)
        title, *others = self._above
        self._above = []
        if day:
            self.state.day, self.state.also = day, ()
            self.state.found.add_days(day)
        for slot in self.state.open(hours, line, replace(title, level=0)):
            slot.lines += others
            self.state.level = title.level

    def _open_dated(self, dated: DatedHours, line: Line) -> None:
        """A slot on a day of its own, whose title stands behind its hours, above them or below."""
        if dated.title and self.state.open_slots and self.state.open_slots[0].lines[-1:] == [dated.title]:
            for each in self.state.open_slots:
                each.lines.pop()
        lead = self.state.lead
        self.state.new_day(DayHeading(dated.day, line, self.state.place))
        self.state.lead = lead
        place, title = (dated.place, dated.rest) if dated.place else place_before(dated.rest)
        place = place or (title if room_among(title) == title or is_church(title) else "")
        self.state.day_room = None
        room = replace(line, text=place, pieces=()) if place else None
        room = room or (room_with_hours(dated.at) if dated.at else None)
        rest = replace(line, text=title, pieces=pieces_behind(line, title)) if title and title != place else None
        for slot in self.state.open(dated.hours, dated.at or line, dated.title or rest):
            slot.room, slot.reach = room or slot.room, "one" if room else slot.reach
            slot.doubts += [HOURS_FOR_ALL] * (dated.at is not None) + [TITLE_ABOVE] * dated.is_inferred
            slot.columns |= {"length": [replace(line, text=dated.lasts, pieces=())]} if dated.lasts else {}
        self._above = []

    def _room_of_part(self, line: Line) -> Line | None:
        """The room of what follows, as a heading says: one below that of a day, alone before times, or of a place."""
        if place := self._places.get(self.state.place):
            return place
        day = self.state.day
        is_below = line.level > 0 and day is not None and line.level > day.line.level
        is_one = is_below and (names_room(line.text) or is_beside_room(line, self.state.room))
        beside = room_beside_part(line)
        if is_one or self.state.place in self._rooms_apart:
            return beside or line
        return beside if line.level > 0 else None

    def _ends_part(self, line: Line) -> bool:
        lead = leader_in(line)
        if bool(lead) + line.is_set_apart + is_numbered_part(line.text) > 1:
            return True
        head = line.text.partition(lead.text)[0].rstrip(" ,;(|–—-:.") if lead else line.text
        if (
            is_part_of_day(replace(line, text=head))
            or heads_part_of_day(line)
            or _RULE.fullmatch(line.text)
            or is_of_several_days(line.text)
        ):
            return True
        level = self.state.level
        return bool(line.level and self.state.open_slots and (line.level <= level or (not level and line.level <= 2)))

    def _ends_lead(self, line: Line) -> bool:
        """Whether a heading is of another part than that which somebody leads."""
        lead = self.state.lead
        return (
            lead is not None and line.is_set_apart and (line.level or _LEAST_HEADING) <= (lead.level or _LEAST_HEADING)
        )

    def _belongs(self, line: Line) -> None:
        state = self.state
        if (self._dated or state.is_below_head(line)) and not state.open_slots and says_who_leads(line):
            state.lead = line
        if state.open_slots and not state.open_slots[0].is_row:
            for each in state.open_slots:
                each.lines.append(line)
        elif room := state.room_below(line):
            state.put_room_below(line, room)
        elif not state.found.slots:
            state.found.before.append(line)
            state.note_room(line)
        else:
            state.found.loose.append(line)
