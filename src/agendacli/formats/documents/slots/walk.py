"""The walk through a document, block by block: days and times open what the lines behind them belong to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Block, Document, Line, PageRow
from agendacli.formats.documents.slots.headings import day_heading, days_together, heads_notes, is_part_of_day
from agendacli.formats.documents.slots.labelled import day_beside, labelled_hours, slots_of_sentences
from agendacli.formats.documents.slots.letters import closes_letter, dateline_of
from agendacli.formats.documents.slots.rows import RowWalk
from agendacli.formats.documents.slots.slot import DayHeading, Found
from agendacli.formats.documents.slots.state import WalkState
from agendacli.formats.documents.slots.tables import TableSoFar
from agendacli.formats.documents.slots.trailing import title_before, trailing_hours, trailing_time
from agendacli.formats.documents.tokens.days import DayWords
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in, leading_hours
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.roles import role_inside, role_label
from agendacli.formats.documents.tokens.rooms import names_room

_RULE = re.compile(r"[\W_]{3,}")
_MOST_ABOVE = 8
_FEW = 3
_LEAST_HEADING = 7  # bold
_NUMBERED = re.compile(r"\d\.\d\d?\s+[^\W\d_]")


def slots_of(document: Document, sense: PeopleSense) -> Found:
    """The slots of a document in its order, with the days that it names as headings."""
    walk = _Walk(document.blocks, sense)
    for place, block in enumerate(document.blocks):
        walk.state.place = place
        if isinstance(block, PageRow):
            walk.rows.take(block, walk.tables[block.table])
        else:
            walk.take(block)
    found = walk.state.found
    if not found.slots:
        found.slots += slots_of_sentences([*document.lines()], document.title)
        found.add_days(*(each.day for each in found.slots if each.day))
    return found


class _Walk:
    """What was met on the way."""

    def __init__(self, blocks: Sequence[Block], sense: PeopleSense) -> None:
        self.state = WalkState(Found())
        self.rows = RowWalk(self.state, self.take)
        self.tables = _tables(blocks, sense)
        lines = [each for each in blocks if isinstance(each, Line)]
        self._above: list[Line] = []
        self._ends_with_times = sum(trailing_hours(each) is not None for each in lines) >= _FEW
        self._is_agenda = _is_agenda([*Document(tuple(blocks)).lines()])
        self._dateline = dateline_of(lines)
        self._is_closed = False
        self._aside = 0  # the level of the heading for notes below which the lines are
        self._has_plain_times = _has_plain_times([*Document(tuple(blocks)).lines()])
        self.rows.takes_plain_times = self._has_plain_times

    def take(self, line: Line) -> None:
        """The next line outside of a table."""
        self.rows.interrupt()
        if self._is_behind_letter(line) or self._is_aside(line):
            self.state.end_part(line)
            return
        hours, rest = leading_hours(line.text)
        if hours and self._is_time(hours[0], line):
            self.state.open(hours, line, replace(line, text=rest, pieces=_pieces_of(line, rest)) if rest else None)
            return
        labelled = labelled_hours(line)
        if labelled and self._above:
            self._open_labelled(labelled, line)
            return
        self._note(line)
        days = self._days(line)
        if days:
            self.state.new_day(*(DayHeading(day, line, self.state.place) for day in days))
            if not self.state.found.slots:
                self.state.found.before.append(line)
            return
        trailing = self._trailing(line)
        if trailing:
            self.state.open((trailing,), line, title_before(line, trailing))
        elif self._is_room_of_part(line):
            self.state.room, self.state.open_slots = line, []
        elif self._ends_part(line):
            self.state.end_part(line)
            self.state.lead = _led(line)
        elif self._ends_lead(line):
            self.state.lead = None
            self._belongs(line)
        else:
            self._belongs(line)

    def _trailing(self, line: Line) -> HoursWords | None:
        """The hours at the end of a line, where lines of the document end with them."""
        single = trailing_time(line) if self._is_agenda else None
        return single or (trailing_hours(line) if self._ends_with_times or line.is_set_apart else None)

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
        if line == self._dateline:
            return ()
        day = day_heading(line)
        return (day,) if day else days_together(line)

    def _note(self, line: Line) -> None:
        """Keep the last heading and the lines below it, to which a time may belong that is named behind a word."""
        level = self._above[0].level if self._above else 0
        is_below = len(self._above) == 1 and line.level > level > 0 and ":" not in line.text
        if line.is_set_apart and (not self._above or is_below or 0 < line.level <= level or level == line.level):
            self._above = [line]
        elif self._above and len(self._above) < _MOST_ABOVE:
            self._above.append(line)

    def _open_labelled(self, hours: Sequence[HoursWords], line: Line) -> None:
        """A slot whose time stands below its title."""
        day = day_beside(line, self.state.place)
        title, *others = self._above
        self._above = []
        for slot in self.state.open(hours, line, replace(title, level=0)):
            slot.lines += others
            slot.day = day or slot.day
            self.state.level = title.level
            if day:
                self.state.found.add_days(day)

    def _is_time(self, hours: HoursWords, line: Line) -> bool:
        if line.page and hours.text.isalpha():  # a word for noon in a line that was put together
            return False
        if hours.is_plain:
            return self._has_plain_times
        if hours.end or hours.is_open or hours.start.half:
            return True
        return not (line.level and _NUMBERED.match(line.text))

    def _is_room_of_part(self, line: Line) -> bool:
        """Whether a heading below that of a day is the room of what follows."""
        day = self.state.day
        return line.level > 0 and day is not None and line.level > day.line.level and names_room(line.text)

    def _ends_part(self, line: Line) -> bool:
        lead = _led(line)
        if lead and line.is_set_apart:
            return True
        head = line.text[: len(line.text) - len(lead.text)].rstrip(" ,;(|–—-:") if lead else line.text
        if is_part_of_day(replace(line, text=head)) or _RULE.fullmatch(line.text):
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
        if state.open_slots and not state.open_slots[0].is_row:
            for each in state.open_slots:
                each.lines.append(line)
        elif (state.found.slots or state.day) and names_room(line.text) and not role_label(line.text):
            state.room, state.open_slots = line, []
        elif not state.found.slots:
            state.found.before.append(line)
        else:
            state.found.loose.append(line)


def _tables(blocks: Sequence[Block], sense: PeopleSense) -> dict[int, TableSoFar]:
    rows: dict[int, list[PageRow]] = {}
    for each in blocks:
        if isinstance(each, PageRow):
            rows.setdefault(each.table, []).append(each)
    tables = {number: TableSoFar(each, sense) for number, each in rows.items()}
    for table in tables.values():
        table.begin()
    return tables


def _led(line: Line) -> Line | None:
    """Who leads a part, as its heading says: `Session 1 (Chair: Ida Holm)`."""
    at = role_inside(line.text)
    return replace(line, text=line.text[at:], pieces=()) if at is not None else None


def _is_agenda(lines: Sequence[Line]) -> bool:
    """Whether the times of a document stand at the ends of its lines, and none begins with one."""
    at_end = sum(trailing_time(each) is not None for each in lines)
    return at_end >= _FEW and not any(leading_hours(each.text)[0] for each in lines)


def _has_plain_times(lines: Sequence[Line]) -> bool:
    """Whether a document writes its times as four digits: `0830-1000`, or several times `0830`."""
    first = [hours[0] for line in lines if (hours := leading_hours(line.text)[0])]
    alone = sum(each.is_plain and not each.text.startswith(("19", "20")) for each in first)
    return sum(_is_plain_range(each.text) for each in lines) > 1 or (alone >= _FEW and 2 * alone > len(first) - alone)


def _is_plain_range(text: str) -> bool:
    hours, _ = leading_hours(text)
    return bool(hours) and hours[0].end is not None and re.match(r"\W*\d{4}\s*\W\s*\d{4}", text) is not None


def _pieces_of(line: Line, rest: str) -> tuple[str, ...]:
    """The parts of what stands behind the time."""
    found = tuple(each for each in line.pieces if each in rest)
    return found if len(found) > 1 else ()
