"""Rooms that a letter says in sentences of its days or kinds of sessions: `Lectures are in Hall 2, labs in Room 9`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.headings import day_heading
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.slot import Found, Slot
from agendacli.formats.documents.slots.whole_room import names_sessions, reach_of, room_of_sentences, room_said_of_all
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.letterwise import letterwise, unaccented
from agendacli.formats.documents.tokens.places import is_place, place_within, room_where
from agendacli.formats.documents.tokens.rooms import room_label, rooms_named
from agendacli.formats.documents.tokens.session_kinds import kind_of_session, kinds_named
from agendacli.formats.documents.tokens.unknown_places import place_by_form, place_in_few_words
from agendacli.model.frozen import frozen

_ORDINALS = (
    r"first day|day one|day 1|ersten tag|premier jour|premiere journee|primer dia",
    r"second day|day two|day 2|zweiten tag|deuxieme jour|second jour|deuxieme journee|segundo dia",
    r"third day|day three|day 3|dritten tag|troisieme jour|troisieme journee|tercer dia",
    r"fourth day|day four|day 4|vierten tag|quatrieme jour|cuarto dia",
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(f'({each})' for each in _ORDINALS)})\b", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W_]{2}[.!?])\s+(?=[^\W\d_a-z])|(?<=\)[.!?])\s+(?=[^\W\d_a-z])|;\s+")
_NEXT_KIND = re.compile(
    r"\s*(?:,|/|&|\b(?:and|or|und|sowie|oder|et|ou|y|o|as well as)\b)*\s*(?:the |die |les |las |los )*"
)
_COLON = re.compile(r"\s*(?::|\s-\s)\s*(?P<room>[^,;.(]{3,50})")
_EVERYTHING = re.compile(r"\b(?:everything|alles|tout|todo)\b")
_FULL_WIDTH = re.compile(
    r"\b(?:(?:full|whole|entire) width|across (?:all|both|the (?:whole|full|entire|rooms|columns))|"
    r"(?:ganze|volle) breite|uber alle (?:spalten|raume)|toute la largeur|todo el ancho|todas las columnas)\b"
)
_MEALS = frozenset({"meal", "break", "arrival"})
_LECTURE = "lecture"
_DRINKS = re.compile(r"^(?:\w+,? )?(?:coffee|tea|kaffee|tee|cafe|refreshments|imbiss|merienda)\W*$")


@frozen
class _RoomOfKind:
    """The room of a kind of sessions, and the lines whose sentence says so."""

    kind: str
    room: Line
    lines: tuple[Line, ...]


def put_said_rooms(found: Found) -> None:
    """Put the rooms that sentences around the programme say of its days, or of its kinds of sessions, on its slots."""
    days = [*dict.fromkeys(slot.day for slot in found.slots)]
    for day, room in _of_days(found.before):
        for slot in found.slots:
            if day < len(days) and slot.day == days[day] and (slot.room is None or slot.reach != "one"):
                slot.room, slot.reach = room, "sessions"
    for weekday, room in _of_weekdays(found.before):
        for slot in found.slots:
            is_then = slot.day is not None and slot.day.day.weekday == weekday
            if is_then and (slot.room is None or slot.reach != "one"):
                slot.room, slot.reach = (
                    room,
                    "all" if _EVERYTHING.search(letterwise(_text(found.before))) else "sessions",
                )
    for room in _of_full_width(found):
        _put_over_rooms(found.slots, room)
    _free_last_label(found)
    timed = {(slot.at.page, slot.at.line) for slot in found.slots}
    said = (each for lines in (found.before, found.loose) for each in _of_kinds(lines))
    beside = [each for each in said if timed.isdisjoint((line.page, line.line) for line in each.lines)]
    _put_rooms_of_kinds(found.slots, beside)
    if not any(slot.room or slot.columns.get("room") for slot in found.slots):
        _put_room_of_all(found)


def _free_last_label(found: Found) -> None:
    """Take what says a place below an empty line at the end, `Venue: the old brewery`, from the last session."""
    last = found.slots[-1] if found.slots else None
    others = any(room_label(line.text) for slot in found.slots[:-1] for line in slot.texts())
    if last is None or not last.lines or others or last.is_row:
        return
    above = last.lines[-2] if len(last.lines) > 1 else last.at
    if last.lines[-1] is not last.at and last.lines[-1].line > above.ends + 1 and room_label(last.lines[-1].text):
        found.loose.append(last.lines.pop())


def _put_over_rooms(slots: Sequence[Slot], room: Line) -> None:
    """Put the room of what goes over the columns of several rooms."""
    for slot in slots:
        if slot.grid and slot.grid.is_over_rooms and slot.room is None:
            slot.room, slot.reach = room, "all"


def _put_room_of_all(found: Found) -> None:
    """Put the room in which everything is, as a sentence below the programme says, on its slots."""
    said = ((room, lines) for lines in _paragraphs(found.loose) if (room := room_of_sentences(lines)))
    room, lines = next(said, ("", []))
    for slot in found.slots if room else ():
        slot.room, slot.reach = _at(room, lines), reach_of(_text(lines))


def _put_rooms_of_kinds(slots: Sequence[Slot], said: Sequence[_RoomOfKind]) -> None:
    rooms = {each.kind: each for each in said}
    if {*rooms} - _MEALS == {_LECTURE}:
        rooms = {kind: each for kind, each in rooms.items() if kind in _MEALS}
    kinds = [kind_of_session(_said_first(slot)) for slot in slots]
    own = {each.room.text for kind, each in rooms.items() if kind in kinds}
    if _LECTURE in rooms and _LECTURE not in kinds:  # talks, as sessions are that do not say what they are
        kinds = [kind or _kind_of_unnamed(_said_first(slot)) for kind, slot in zip(kinds, slots, strict=True)]
    for slot, kind in zip(slots, kinds, strict=True):
        if slot.room is not None and slot.reach == "one":
            continue
        if kind in rooms:
            slot.room, slot.reach = rooms[kind].room, "all"
        elif slot.room and slot.room.text in own and any(_is_at(slot.room, each) for each in rooms.values()):
            slot.room = None


def _kind_of_unnamed(title: str) -> str:
    """The kind of a session that says none, where talks do not: it is one, unless people drink."""
    return "break" if _DRINKS.search(letterwise(title)) else _LECTURE


def _said_first(slot: Slot) -> str:
    """The kind and the title of a slot, as far as a line says them."""
    columns = [slot.columns.get(each, []) for each in ("kind", "title", "main")]
    return " ".join(lines[0].text for lines in (*columns, slot.lines) if lines)


def _is_at(room: Line, said: _RoomOfKind) -> bool:
    return any(room.line == line.line and room.page == line.page for line in said.lines)


def _of_days(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The rooms of days by their numbers, of sentences that name as many of the one as of the other."""
    for paragraph in _paragraphs(lines):
        for sentence in _NEXT_SENTENCE.split(_text(paragraph)):
            plain = unaccented(sentence)
            days = [(each.lastindex or 1) - 1 for each in _ORDINAL.finditer(plain)]
            rooms = rooms_named(sentence)
            for day, room in zip(days, rooms, strict=True) if len(days) == len(rooms) else ():
                yield day, _at(room, paragraph)


def _of_weekdays(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """The rooms of weekdays that sentences say: `On Thursday everything is in Hall 3, on Friday in the Loft`."""
    for paragraph in _paragraphs(lines):
        for sentence in _NEXT_SENTENCE.split(_text(paragraph)):
            days = [each for each in days_in(sentence) if each.weekday is not None and each.day is None]
            ends = [*(each.at for each in days[1:]), len(sentence)]
            for day, end in zip(days, ends, strict=False) if not is_due(sentence) else ():
                part = sentence[day.to : end]
                room = next(iter(rooms_named(part)), None) or place_by_form(part)
                if room and day.weekday is not None:
                    yield day.weekday, _at(room, paragraph)


def _of_full_width(found: Found) -> Iterator[Line]:
    """The room of what goes over all columns: `Sessions across the full width are in the Conference Suite.`"""
    for paragraph in (each for lines in (found.before, found.loose) for each in _paragraphs(lines)):
        for sentence in _NEXT_SENTENCE.split(_text(paragraph)):
            room = room_where(sentence) if _FULL_WIDTH.search(letterwise(sentence)) else None
            yield from [_at(room, paragraph)] if room else []


def _of_kinds(lines: Sequence[Line]) -> Iterator[_RoomOfKind]:
    """The rooms of kinds of sessions, each kind with the first room that a sentence names behind it."""
    for paragraph in _paragraphs(lines):
        for sentence in _NEXT_SENTENCE.split(_text(paragraph)):
            said = room_said_of_all(sentence)
            is_of_all = names_sessions(sentence)
            for kind, room in () if is_due(sentence) else _kinds_in(sentence):
                if room != said or not (is_of_all or kind in _MEALS):  # of all, and of these among others
                    yield _RoomOfKind(kind, _at(room, paragraph), tuple(paragraph))


def _kinds_in(sentence: str) -> Iterator[tuple[str, str]]:
    named = kinds_named(sentence)
    waiting: list[str] = []
    for n, (kind, begin, end) in enumerate(named):
        behind = sentence[end : named[n + 1][1] if n + 1 < len(named) else len(sentence)]
        waiting = [*waiting, kind]
        room = _room_behind(sentence[begin:end], behind) or _of_meals(waiting, behind)
        if room:
            yield from ((each, room) for each in waiting)
        if room or not _NEXT_KIND.fullmatch(letterwise(behind)):
            waiting = []


def _of_meals(kinds: Sequence[str], behind: str) -> str | None:
    """Where meals and breaks are, whatever it is called: `el almuerzo se sirve en el casino de oficiales`."""
    return place_in_few_words(behind) if _MEALS.issuperset(kinds) else None


def _room_behind(kind: str, behind: str) -> str | None:
    """The room behind a kind of sessions: `are in Hall 2`, or `: Hall 2`."""
    colon = _COLON.match(behind)
    room = colon["room"].strip() if colon else ""
    if is_place(room):
        return room
    within = place_within(f"{kind}{behind}")
    return within.place if within else place_by_form(behind)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines as paragraphs, headings left out."""
    block: list[Line] = []
    for line in lines:
        above = block[-1] if block else None
        is_head = line.level > 0 or day_heading(line) is not None
        if above and (is_head or line.line > above.ends + 1 or line.page != above.page):
            yield block
            block = []
        block += [] if is_head else [line]
    if block:
        yield block


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _at(room: str, lines: Sequence[Line]) -> Line:
    """A room, cited with the line on which it stands, or the paragraph."""
    line = next((each for each in lines if room in each.text), None)
    at = line or replace(lines[0], last=lines[-1].ends)
    return replace(at, text=room, pieces=(), level=0)
