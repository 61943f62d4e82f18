"""The title, the people, the room and the notes of a slot."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, begins_with_honorific
from agendacli.formats.documents.tokens.roles import role_label
from agendacli.formats.documents.tokens.rooms import is_room_code, names_room
from agendacli.formats.documents.values.sorting import Sorted, by_line, by_role, people_of, sorted_lines
from agendacli.formats.documents.values.titles import Titled, parts_of_brackets, people_in, role_below, titled
from agendacli.formats.documents.values.told import Told, ToldPerson
from agendacli.formats.documents.values.usual import is_beside
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.placeholders import is_placeholder, is_seat

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_NO_ROOM = re.compile(r"\d+\s*min|included|cont|live|video|tb[acd]|optional")
_MOST_WORDS_OF_ROOM = 5
_TALKS = 2
_SHORTEST = 3
_SPEAKER = "speaker"
_BEHIND_SIGN = re.compile(r"(?P<what>[^:–—]{2,60}?)(?:\s?:|\s[–—-])\s+(?P<who>[^\W\d_a-z].{4,90})")
_NEXT_AUTHOR = re.compile(r",|\s(?:and|und|et|y|&)\s")
_QUOTED = re.compile(r"[\"“„«]")


@frozen
class Fields:
    """What a slot says beside its time."""

    title: Told[str]
    room: Told[str] | None
    people: tuple[ToldPerson, ...]
    notes: tuple[Line, ...]


class FieldSense:
    """Reads the fields of slots of one document, in which `rooms` recur in brackets."""

    def __init__(self, sense: PeopleSense, slots: Sequence[Slot]) -> None:
        self._sense = sense
        self._rooms = _recurring(slots)

    def fields(self, slot: Slot) -> Fields:
        """What a slot says beside its time."""
        lines = _body(slot)
        columns = [(_SPEAKER, slot.columns.get("people", [])), *slot.roles.items()]
        people = [(line, self._column(line, role)) for role, each in columns for line in self._whole_names(each)]
        column = [each for _, found in people for each in found]
        strangers = [line for line, found in people if not found and _may_be_people(line.text)]
        if not lines and people:
            return self.of_lines(slot, [line for _, each in columns for line in each])
        fields = self.of_lines(slot, lines, column)
        reasons = [f"`{line.text[:40]}` appears where people are named" for line in strangers]
        return replace(fields, title=fields.title.doubted(*reasons), notes=(*fields.notes, *strangers))

    def of_lines(self, slot: Slot, lines: list[Line], column: Iterable[ToldPerson] = ()) -> Fields:
        """What some lines of a slot say, with the people of its own column."""
        found = sorted_lines(lines, self._sense, is_row=slot.is_row and not slot.grid)
        if slot.is_row and found.room is None:
            _room_first(found, self._rooms)
        is_said = (
            bool(slot.columns.get("title")) and bool(found.left) and found.left[0].line == slot.columns["title"][0].line
        )
        head = titled(found.left, self._sense, self._rooms, is_said=is_said)
        if slot.columns.get("kind") and head.title.lines:
            head = replace(head, title=replace(head.title, lines=(*slot.columns["kind"], *head.title.lines)))
        below, notes, reasons = self._below(head)
        room = self._room(slot, found, head, notes)
        people = _once((*column, *found.people, *head.people, *below, *self._leading(slot, head.title.value)))
        return Fields(head.title.doubted(*reasons, *slot.doubts), room, people, tuple(notes + found.notes))

    def _whole_names(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines of a column of people; as one where none of them is a name, and they are one together."""
        if len(lines) < 2 or any(map(self._column, lines)):
            return lines
        whole = replace(lines[0], text=" ".join(each.text for each in lines), last=lines[-1].line)
        return (whole,) if self._column(whole) else lines

    def _column(self, line: Line, usual: str = _SPEAKER) -> tuple[ToldPerson, ...]:
        """The people of a column for them, in the role that stands before them, else the usual one."""
        found: list[ToldPerson] = []
        for part in by_role(line):
            label = role_label(part.text)
            text, role = (label.rest, label.role) if label else (part.text, usual)
            found += people_of(replace(part, text=text), role, self._sense, trust="said")
        return tuple(replace(each, line=line) for each in found)

    def _below(self, head: Titled) -> tuple[list[ToldPerson], list[Line], list[str]]:
        """The people below a title, the other lines, and why the title may be doubted."""
        found = [(line, self._in_line(line, head.title.value, is_first=n == 0)) for n, line in enumerate(head.rest)]
        if _are_talks([self._names_authors(line) for line in head.rest]):
            kept = [(line, people if begins_with_honorific(line.text) else ()) for line, people in found]
            reasons = ["the names below it are left in the notes: they read like talks without times"]
        else:
            kept, reasons = found, []
        people = [each for _, some in kept for each in some]
        return people, [line for line, some in kept if not some], reasons

    def _leading(self, slot: Slot, title: str) -> tuple[ToldPerson, ...]:
        """Those who lead the part in which a slot is, if it is not a break."""
        label = role_label(slot.lead.text) if slot.lead else None
        if slot.lead is None or label is None or is_beside(title):
            return ()
        line = replace(slot.lead, text=label.rest.rstrip(") "))
        people = people_of(line, label.role, self._sense, trust="said")
        reasons = () if slot.lead.is_set_apart else ("named for the whole part",)
        return tuple(replace(each, line=slot.lead, doubts=(*each.doubts, *reasons)) for each in people)

    def _names_authors(self, line: Line) -> bool:
        """Whether a line is of people as they stand with talks, if they do."""
        if begins_with_honorific(line.text):
            return False
        named = self._sense.people(line.text, "form") or ()
        is_list = bool(named) and len(named) == 1 + len(_NEXT_AUTHOR.findall(line.text)) and ":" not in line.text
        return is_list or self._sense.people(line.text) is not None

    def _in_line(self, line: Line, title: str, *, is_first: bool) -> tuple[ToldPerson, ...]:
        """The people of a line below a title, if it is not the name of a room."""
        if self._is_room(line):
            return ()
        trust: Trust = "form" if is_first and not line.is_bullet else "known"
        found = people_of(line, role_below(title, line), self._sense, trust=trust) or by_line(line, self._sense)
        if found or _QUOTED.match(line.text):
            return found or tuple(people_in(line.text, line, self._sense))
        behind = _BEHIND_SIGN.fullmatch(line.text)
        loose: Trust = "form" if behind and " " not in behind["what"] else "known"
        some = people_of(replace(line, text=behind["who"]), "speaker", self._sense, trust=loose) if behind else ()
        return tuple(replace(each, line=line, doubts=(*each.doubts, "named behind other words")) for each in some)

    def has_room_behind(self, line: Line) -> bool:
        """Whether a line is a title with its room in brackets, as parallel sessions of one slot are."""
        found = _BRACKETS.search(next(by_role(line)).text)
        if found is None or found.start() < _SHORTEST or line.is_bullet:
            return False
        return any(map(self._names_room, parts_of_brackets(found[1], self._names_room)))

    def _names_room(self, text: str) -> bool:
        return folded(text) in self._rooms or (names_room(text) and not self._sense.is_name(text))

    def _room(self, slot: Slot, found: Sorted, head: Titled, notes: list[Line]) -> Told[str] | None:
        column = slot.columns.get("room", [])
        text = " ".join(each.text for each in column)
        if text and not is_placeholder(text):
            return Told(text, tuple(column))
        if found.room or head.room:
            return found.room or head.room
        line = next((each for each in notes if self._is_room(each)), None)
        if line is not None:
            notes.remove(line)
            return Told(line.text.strip("()[] "), (line,))
        is_wide = slot.is_room_of_part or (slot.grid is not None and slot.grid.is_alone)
        if slot.room is None or (is_wide and is_transparent(head.title.value)):
            return None
        return Told(slot.room.text, (slot.room,), _doubts_of_room(slot, slot.room.text))

    def _is_room(self, line: Line) -> bool:
        text = line.text.strip("()[] ")
        is_short = len(text.split()) <= _MOST_WORDS_OF_ROOM and not line.is_bullet
        is_named = folded(text) in self._rooms or names_room(text)
        return is_short and is_named and not self._sense.is_name(text) and not is_transparent(kind_in_title(text))


def _doubts_of_room(slot: Slot, text: str) -> tuple[str, ...]:
    if slot.is_room_of_part:
        return ("named for the whole part",)
    is_sure = slot.grid is None or names_room(text) or is_room_code(text)
    return () if is_sure else ("the head of its column, taken for a room",)


def _body(slot: Slot) -> list[Line]:
    """The lines among which the title is, in order."""
    if not slot.columns:
        return [*slot.lines, *slot.below]
    columns = slot.columns
    titles = [*columns.get("title", ()), *columns.get("main", ())]
    kinds = columns.get("kind", [])
    if kinds and titles and folded(kinds[0].text) not in folded(titles[0].text):
        titles[0] = replace(titles[0], text=f"{' '.join(each.text for each in kinds)}: {titles[0].text}")
    return [*(titles or kinds), *columns.get("more", ()), *slot.lines, *slot.below]


def _may_be_people(text: str) -> bool:
    """Whether a text in the column of people may name some, though none that are known."""
    return any(each.isupper() for each in text) and not is_placeholder(text) and not is_seat(text)


def _are_talks(are_people: Sequence[bool]) -> bool:
    """Whether lines of people and others take turns, as authors and titles of talks do."""
    followed = sum(one and not other for one, other in pairwise(are_people))
    return followed >= _TALKS and 2 * followed > sum(are_people)


def _room_first(found: Sorted, rooms: frozenset[str]) -> None:
    """A short first line in a cell that is the name of a room."""
    first = found.left[0] if len(found.left) > 1 else None
    if first and len(first.text.split()) < _MOST_WORDS_OF_ROOM and folded(first.text) in rooms:
        found.room = Told(first.text, (first,), ("a room by its form",))
        del found.left[0]


def _once(people: Iterable[ToldPerson]) -> tuple[ToldPerson, ...]:
    """Each person in each role once."""
    found: dict[tuple[str, str], ToldPerson] = {}
    for each in people:
        found.setdefault((folded(each.name), each.role), each)
    return tuple(found.values())


def _recurring(slots: Sequence[Slot]) -> frozenset[str]:
    """What stands in brackets behind several titles, and what columns for rooms hold: names of rooms, folded."""
    counted: Counter[str] = Counter()
    for slot in slots:
        for line in [*slot.lines[:1], *slot.columns.get("title", ())[:1], *slot.columns.get("main", ())[:1]]:
            found = _BRACKETS.search(line.text)
            counted.update(
                folded(part.strip())
                for part in (found[1].split(";") if found else ())
                if part[:1].strip() and not part.strip()[0].islower()
            )
    own = {folded(line.text) for slot in slots for line in slot.columns.get("room", ()) if len(line.text) < 30}
    if not any(map(names_room, counted)):
        return frozenset(own)
    return frozenset(own | {text for text, count in counted.items() if count > 1 and not _NO_ROOM.search(text)})
