"""What a document says of the rooms of several sessions, and not all of them are in: left over for whoever reviews."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.headings import is_part_of_day
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.whole_room import speaks_of_all
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.rooms import names_room, room_label, rooms_named
from agendacli.formats.documents.tokens.unknown_places import place_by_form, place_for_all
from agendacli.formats.documents.values.rooms.sayings import may_say_room
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded

_SENTENCE = re.compile(r"(?<=[^\W_]{2}[.!?])\s+(?=[^\W\d_a-z])|(?<=\)[.!?])\s+")
_IS = re.compile(
    r"\b(?:is|are|be|meets?|takes? place|held|move|ist|sind|findet|finden|a lieu|ont lieu|sera|seront|se tien\w+|"
    r"se celebran?|es|son|seran?|tienen? lugar)\b"
)
_BEHIND = re.compile(r"\s*(?:[–—|·,:-]|\()\s*([^\W\d_a-z][^()\d:]{3,40}(?: \d\w{0,2}[^()\d:]{0,20})?)\)?\W*")
_LONGEST, _FEW = 160, 3


@frozen
class RoomSaid:
    """A room or a sentence that names one, and its line."""

    text: str
    line: Line


def not_for_all(sessions: Sequence[ToldSession]) -> Iterator[RoomSaid]:
    """The rooms that are said for a day or more, where sessions of such a day have none: breaks, as a rule."""
    bare = {each.day.value for each in sessions if each.room is None}
    seen: set[str] = set()
    for each in sessions:
        room = each.room
        if room and WHOLE_PART in room.doubts and each.day.value in bare and room.value not in seen:
            seen.add(room.value)
            yield RoomSaid(room.value, room.lines[0])


def unread_rooms(document: Document, sessions: Sequence[ToldSession]) -> Iterator[RoomSaid]:
    """The sentences that say of several where they are, and of which no session has its room."""
    if all(each.room for each in sessions):
        return
    said = (each.room for each in sessions if each.room and WHOLE_PART in each.room.doubts)
    cited = {(line.page, line.line) for each in sessions for line in (*each.title.lines, *each.notes)}
    rooms = {(line.page, n) for each in said for line in each.lines for n in range(line.line, line.ends + 1)}
    names = {folded(each.room.value) for each in sessions if each.room}
    is_bare = _FEW * sum(each.room is None for each in sessions) > len(sessions)
    for line in document.lines:
        if (line.page, line.line) not in rooms and len(line.text) <= _LONGEST * 4:
            is_beside = (line.page, line.line) not in cited
            sentences = (
                each
                for each in _SENTENCE.split(line.text)
                if _says_room(each, names, is_beside=is_beside)
                or (is_beside and is_bare and may_say_room(each) and _is_new(each, names))
            )
            yield from (RoomSaid(each.strip()[:_LONGEST], line) for each in sentences)


def alone_below_day(document: Document, sessions: Sequence[ToldSession]) -> Iterator[RoomSaid]:
    """The few words that stand alone between the heading of a day and its first time, where no room is read."""
    days = {(line.page, line.ends) for each in sessions if each.room is None for line in each.day.lines}
    starts = {(line.page, line.line) for each in sessions for line in each.start.lines}
    for above, line, below in zip(document.lines, document.lines[1:], document.lines[2:], strict=False):
        is_between = (above.page, above.ends) in days and (below.page, below.line) in starts
        is_name = line.text[:1].isupper() and len(line.text.split()) <= _FEW and line.text.replace(" ", "").isalpha()
        if is_between and is_name and (line.page, line.line) not in starts:
            yield RoomSaid(line.text, line)


def behind_day(sessions: Sequence[ToldSession]) -> Iterator[RoomSaid]:
    """What stands behind a sign in the heading of a day of which sessions have no room: `Friday – Studio of Two`."""
    seen: set[tuple[int, int]] = set()
    for line in (each.day.lines[0] for each in sessions if each.room is None and each.day.lines):
        ends = [each.to for each in days_in(line.text)]
        found = _BEHIND.fullmatch(line.text[max(ends, default=0) :])
        if found and (line.page, line.line) not in seen and not is_part_of_day(replace(line, text=found[1])):
            yield RoomSaid(found[1], line)
        seen.add((line.page, line.line))


def _is_new(sentence: str, used: set[str]) -> bool:
    """Whether a sentence names none of the rooms in which something is."""
    words = folded(sentence)
    return not any(each in words for each in used)


def _says_room(sentence: str, used: set[str], *, is_beside: bool) -> bool:
    """Whether a sentence names a place and speaks of all.

    It may also do so behind a word for one, or say outside of all sessions where something is, if nothing is there.
    """
    is_new = _is_new(sentence, used)
    is_unknown = is_beside and not rooms_named(sentence) and place_by_form(sentence) is not None
    says_where = is_unknown and _IS.search(letterwise(sentence)) is not None
    if is_due(sentence) or not (speaks_of_all(sentence) or (is_new and (says_where or room_label(sentence)))):
        return False
    return any(names_room(part) for part in re.split(r"[,;:(]|\s[–—-]\s", sentence)) or bool(
        place_for_all(sentence) or place_by_form(sentence)
    )
