"""The title, the people, the room and the notes of a slot."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Line, whole_text
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, begins_with_honorific
from agendacli.formats.documents.tokens.places import cut_at_place, place_of_line
from agendacli.formats.documents.tokens.roles import COMPANY, role_beside, role_heading, role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.asides import begins_aside, below_piece, is_aside, is_piece
from agendacli.formats.documents.values.people.in_columns import people_in_column
from agendacli.formats.documents.values.people.named_in_titles import INSIDE, people_in
from agendacli.formats.documents.values.people.talks import people_in_talk
from agendacli.formats.documents.values.role_parts import by_role
from agendacli.formats.documents.values.rooms.above import room_above
from agendacli.formats.documents.values.rooms.behind_in import rooms_behind_in, with_room_behind_in
from agendacli.formats.documents.values.rooms.in_notes import room_in_notes, room_of_people
from agendacli.formats.documents.values.rooms.recurring import recurring_rooms
from agendacli.formats.documents.values.sorting import Sorted, by_line, people_of, sorted_lines
from agendacli.formats.documents.values.title_apart import MAY_BE_ROOM, name_rooms, without_room
from agendacli.formats.documents.values.titles import Titled, parts_of_brackets, role_below, titled
from agendacli.formats.documents.values.told import WHOLE_PART, Told, ToldPerson
from agendacli.formats.documents.values.usual import is_beside
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded, folded_words
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.placeholders import is_placeholder, is_seat

_BRACKETS = re.compile(r"\s*[(\[{]([^()\[\]{}]{2,90})[)\]}]\s*$")
_BEFORE_SIGN = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*(?=[–—:-])")
_TRACK = re.compile(
    r"(?:track|stream|workshop|session|room|raum|salle|sala|group|gruppe|groupe|grupo|forum|ag|atelier|taller|panel)"
    r"\s*(?:\d|[A-Z])\b|[A-Z1-9]\)\s",
    re.IGNORECASE,
)
_VERBS = COMPANY | {
    "dirige",
    "preside",
    "presenta",
    "presentan",
    "imparte",
    "interviene",
    "intervienen",
    "participan",
    "modera",
    "moderan",
}
_MOST_WORDS_OF_ROOM = 5
_TALKS, _WORDS_OF_ROLE = 2, 3
_SHORTEST = 3
_SPEAKER = "speaker"
_WITH = re.compile(r"(?:with|mit|avec|con)\s")
_BEHIND_SIGN = re.compile(r"(?P<what>[^:–—]{2,60}?)(?:\s?:|\s[–—-])\s+(?P<who>[^\W\d_a-z].{4,90})")
_NEXT_AUTHOR = re.compile(r",|\s(?:and|und|et|y|&)\s")
_EVERYBODY = re.compile(r"(?:all|alle|tou(?:te)?s|tod[oa]s) (?:(?:the|les|los|las|die) )?", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«]")
TALKS_BELOW = "the names below it are left in the notes: they read like talks without times"
"""Why somebody may be missing in a session."""


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
        self._rooms = recurring_rooms(slots)
        self._behind_in = rooms_behind_in(line.text for slot in slots for line in slot.texts()[:1])
        self._often_names_rooms = name_rooms(line.text for slot in slots for line in slot.texts()[:1])
        self._has_room_column = any(slot.columns.get("room") for slot in slots)

    def fields(self, slot: Slot) -> Fields:
        """What a slot says beside its time."""
        lines = _body(slot)
        columns = [(_SPEAKER, slot.columns.get("people", [])), *slot.roles.items()]
        people = [each for role, some in columns for each in people_in_column(some, role, self._sense)]
        column = [each for _, found in people for each in found]
        strangers = [line for line, found in people if not found and _may_be_people(line.text)]
        if not lines and people:
            return self.of_lines(slot, [line for _, each in columns for line in each])
        places = [line for line in strangers if self._place(line)]
        strangers = [line for line in strangers if line not in places]
        fields = self.of_lines(slot, [*lines, *places], column)
        reasons = [f"`{line.text[:40]}` appears where people are named" for line in strangers]
        return replace(fields, title=fields.title.doubted(*reasons), notes=(*fields.notes, *strangers))

    def of_lines(self, slot: Slot, lines: list[Line], column: Sequence[ToldPerson] = ()) -> Fields:
        """What some lines of a slot say, with the people of its own column."""
        titles = slot.columns.get("title", [])
        is_title = bool(titles) and lines[0].page > 0
        found = sorted_lines(lines, self._sense, is_row=slot.is_row and not slot.grid, is_title=is_title)
        if slot.is_row and found.room is None:
            _room_first(found, self._rooms)
        is_said = bool(titles) and bool(found.left) and found.left[0].line == titles[0].line
        head = titled(found.left, self._sense, self._rooms, said=titles if is_said else ())
        head = head if self._has_room_column else with_room_behind_in(head, self._behind_in)
        if column:  # who gives a talk stands there, so that its title may speak of others
            head = replace(head, people=tuple(_doubted_beside(each) for each in head.people))
        if slot.columns.get("kind") and head.title.lines:
            head = replace(head, title=replace(head.title, lines=(*slot.columns["kind"], *head.title.lines)))
        below, notes, reasons = self._below(head)
        below = below_piece(below) if is_piece(head.title.value) else below
        below = [*map(_doubted_beside, below)] if column else below
        room = self._room(slot, found, head, notes)
        said = [_with_role_doubt(each, slot) for each in (*column, *found.people, *head.people, *below)]
        if room is None or room.doubts == (WHOLE_PART,):
            own, others = room_of_people(said)
            room, said = own or room, [*others]
        reasons += [f"`{head.room.value}` {MAY_BE_ROOM}"] if head.room and room is None else []
        people = _once((*said, *self._leading(slot, head.title.value)))
        title = head.title
        if room and room is head.room:
            short, doubt = without_room(title.value, room.value, is_often=self._often_names_rooms)
            behind = title.value.rpartition(room.value)[2].strip(" ,;.()–—-") if short != title.value else ""
            notes += [replace(room.lines[0], text=behind, pieces=())] if behind else []
            title = replace(title, value=short).doubted(*filter(None, [doubt]))
        return Fields(title.doubted(*reasons, *slot.doubts), room, people, tuple(notes + found.notes))

    def _below(self, head: Titled) -> tuple[list[ToldPerson], list[Line], list[str]]:
        """The people below a title, the other lines, and why the title may be doubted."""
        first = next((line for line in head.rest if not self._place(line)), None)
        found = [(line, self._in_line(line, head.title.value, is_first=line is first)) for line in head.rest]
        if _are_talks([self._names_authors(line) for line in head.rest]):
            kept = [(line, people if begins_with_honorific(line.text) else ()) for line, people in found]
            reasons = [TALKS_BELOW]
        else:
            kept, reasons = found, []
        people = [each for _, some in kept for each in some]
        return people, [line for line, some in kept if not some], reasons

    def _leading(self, slot: Slot, title: str) -> tuple[ToldPerson, ...]:
        """Those who lead the part in which a slot is, if it is not a break."""
        label = role_label(slot.lead.text) if slot.lead else None
        if slot.lead is None or label is None or is_beside(title):
            return ()
        is_open = label.rest.count(")") > label.rest.count("(")  # `Session 1 (Chair: Ida Holm)`
        line = replace(slot.lead, text=label.rest.rstrip(") ") if is_open else label.rest)
        people = people_of(line, label.role, self._sense, trust="said")
        return tuple(replace(each, line=slot.lead, doubts=(*each.doubts, WHOLE_PART)) for each in people)

    def _names_authors(self, line: Line) -> bool:
        """Whether a line is of people as they stand with talks, if they do."""
        if begins_with_honorific(line.text):
            return False
        named = self._sense.people(line.text, "form") or ()
        is_list = bool(named) and len(named) == 1 + len(_NEXT_AUTHOR.findall(line.text)) and ":" not in line.text
        return is_list or self._sense.people(line.text) is not None

    def _in_line(self, line: Line, title: str, *, is_first: bool) -> tuple[ToldPerson, ...]:
        """The people of a line below a title, if it is not the name of a room."""
        if self._place(line) or begins_aside(line.text):
            return ()
        is_led = role_beside(line.text) is not None  # `Leitung Ida Holm`
        trust: Trust = "form" if is_first and not (line.is_bullet or is_led) else "known"
        found = self._announced(line, title) or people_of(line, role_below(title, line), self._sense, trust=trust)
        found = found or by_line(line, self._sense) or self._beside(line, title)
        if found or is_aside(line.text):
            return found
        if _QUOTED.match(line.text):
            return tuple(people_in(line.text, line, self._sense))
        behind = _BEHIND_SIGN.fullmatch(line.text)
        is_label = behind is not None and behind["what"].count(" ") < _WORDS_OF_ROLE  # `Walk leader: Ida Holm`
        loose: Trust = "form" if is_label else "known"
        some = people_of(replace(line, text=behind["who"]), "speaker", self._sense, trust=loose) if behind else ()
        some = some or people_in_talk(line, self._sense)
        return tuple(replace(each, line=line, doubts=(*each.doubts, "named behind other words")) for each in some)

    def _announced(self, line: Line, title: str) -> tuple[ToldPerson, ...]:
        """The people behind a word such as *with*, which might be taken for the name of the first."""
        label = role_beside(line.text)
        return self._beside(line, title) if label and label.word in _VERBS else ()

    def _beside(self, line: Line, title: str) -> tuple[ToldPerson, ...]:
        """The people behind a word for their role, or their company, without a sign: `mit Ida Holm und Ben Ahlers`."""
        label = role_beside(line.text)
        if label is None:
            return ()
        role = role_below(title, replace(line, is_bullet=True)) if label.word in COMPANY else label.role
        trust: Trust = "form" if label.word in COMPANY and line.text[:1].islower() else "known"
        some = people_of(replace(line, text=label.rest), role, self._sense, trust=trust)
        return tuple(replace(each, line=line) for each in some)

    def has_room_behind(self, line: Line) -> bool:
        """Whether a line is a title with its room in brackets, as parallel sessions of one slot are."""
        text = next(by_role(line)).text
        found = _BRACKETS.search(text) or (_BEFORE_SIGN.search(text) if line.is_bullet else None)
        is_track = not line.is_bullet or _TRACK.match(text) is not None
        if found is None and line.is_bullet and is_track:
            return cut_at_place(text, names_room) is not None
        is_spoken = found is not None and self._sense.people(text[found.end() :].strip(" –—:-")) is not None
        if found is None or found.start() < _SHORTEST or not (is_track or is_spoken):
            return False
        return any(map(self._names_room, parts_of_brackets(found[1], self._names_room)))

    def _names_room(self, text: str) -> bool:
        return folded(text) in self._rooms or (names_room(text) and not self._sense.is_name(text))

    def _room(self, slot: Slot, found: Sorted, head: Titled, notes: list[Line]) -> Told[str] | None:
        column = slot.columns.get("room", [])
        text = whole_text(each.text for each in column)
        if text and not is_placeholder(text):
            return Told(text, tuple(column))
        is_of_column = (slot.grid is not None and slot.room is not None) or (slot.is_row and self._has_room_column)
        if found.room or (head.room and not (is_of_column and head.room.value in head.title.value)):
            return found.room or head.room
        line, place = next(((each, place) for each in notes if (place := self._place(each))), (None, ""))
        if line:
            notes.remove(line)
            return Told(place, (line,))
        said = None if is_of_column else room_in_notes([*notes, *found.notes], head.rest, self._sense)
        return said or room_above(slot, head.title.value)

    def _place(self, line: Line) -> str:
        """The place that a line names and nothing else; nothing if it is none."""
        text = line.text.strip("()[] ").rstrip(".")
        is_short = len(text.split()) <= _MOST_WORDS_OF_ROOM and not line.is_bullet and not _WITH.match(text)
        if not is_short or text.count("(") != text.count(")") or self._is_person(text):
            return ""
        is_named = folded(text) in self._rooms or names_room(text)
        place = place_of_line(text) or (text if is_named else "")
        return "" if is_transparent(kind_in_title(text)) else place

    def _is_person(self, text: str) -> bool:
        """Whether a text is the name of a person, perhaps with the house where that one works behind it."""
        first = text.partition(",")[0]
        is_list = self._sense.people(text) is not None and not names_room(text)  # `Ida Holm and Seo-yeon Park`
        return is_list or self._sense.is_name(text) or (self._sense.is_name(first) and not names_room(first))


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


def _doubted_beside(person: ToldPerson) -> ToldPerson:
    """The person whom a title names beside a column of people, with a doubt."""
    return replace(person, doubts=tuple(dict.fromkeys((*person.doubts, INSIDE))))


def _may_be_people(text: str) -> bool:
    """Whether a text in the column of people may name some, though none that are known."""
    every = _EVERYBODY.match(text)
    if every and role_heading(text[every.end() :]) in {"speaker", "panellist"}:  # `All speakers`: who that is
        return True
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


def _with_role_doubt(person: ToldPerson, slot: Slot) -> ToldPerson:
    """The person, doubted where the head of the column says no role that is known."""
    is_unsaid = any(line.line == person.line.line and person.name in line.text for line in slot.unsaid)
    return (
        replace(person, doubts=(*person.doubts, "the head of the column leaves the role open")) if is_unsaid else person
    )


def _once(people: Iterable[ToldPerson]) -> tuple[ToldPerson, ...]:
    """Each person in each role once, those who are named by their family name alone not beside the whole one."""
    found: dict[tuple[str, str], ToldPerson] = {}
    for each in people:
        found.setdefault((folded(name_and_honorifics(each.name)[0]), each.role), each)
    names = [folded_words(name_and_honorifics(each.name)[0]) for each in found.values()]
    families = {(words[-1],) for words in names if len(words) > 1}
    return tuple(each for each, words in zip(found.values(), names, strict=True) if words not in families)
