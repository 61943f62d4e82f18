"""What stands in a programme and is in no value: whole lines, short notes, words beside values, heads over breaks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from agendacli.formats.documents.page import Document, Line, PageRow, lines_of_block
from agendacli.formats.documents.slots.columns.heads import header_columns
from agendacli.formats.documents.slots.headings import is_part_of_day
from agendacli.formats.documents.slots.notices import reads_like_notice
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.roles import role_heading
from agendacli.formats.documents.values.left.hidden import NOTED, Unused, hidden_in
from agendacli.formats.documents.values.told import ToldSession
from agendacli.words.folded import folded_words

_SIGNS = re.compile(r"[,;()\[\]|·–—!?]|\s-\s|(?<=\w{3})\.(?:\s|$)")
_NAME = re.compile(
    r"[^\W\d_a-z][\w’'-]*[^\W\d_][\w’'-]*(?: (?:[^\W\d_a-z]|\d|(?:of|de|du|des|del|la|der|am|and|und) )[\w’'-]*){0,3}"
)
_CAPITAL = re.compile(r"(?<![\w’'-])[^\W\d_a-z][^\W\d_]")
_MOST_WORDS, _LONGEST, _MOST_VALUES, _MOST_NOTES, _SHORTEST = 7, 160, 60, 6, 4
Place = tuple[int, int]


def unread_in(
    document: Document, sessions: Sequence[ToldSession], slots: Sequence[Slot], sense: PeopleSense
) -> Iterator[Unused]:
    """What is in no value between the first session and the last, in order of its kinds."""
    yield from hidden_in(sessions, sense)
    yield from _notes(sessions)
    yield from _beside(document, sessions)
    yield from _over_breaks(slots, sessions)
    yield from _cells(document, sessions)
    yield from _lines(document, sessions)


def places_of(lines: Iterable[Line]) -> set[Place]:
    """Where lines stand: their pages and numbers."""
    return {(each.page, number) for each in lines for number in range(each.line, each.ends + 1)}


def _lines(document: Document, sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """The lines of which nothing is made, but for the heads of columns and of parts."""
    days = (line for each in sessions for line in each.day.lines)
    used = places_of(chain(days, chain.from_iterable(map(_cited, sessions))))
    starts = places_of(line for each in sessions for line in each.start.lines)
    for block in document.blocks if starts else ():
        if isinstance(block, PageRow) and (header_columns(block) or any(cell.is_header for cell in block.cells)):
            continue
        lines = lines_of_block(block)
        first = next(iter(lines), None)
        is_within = first is not None and min(starts) < (first.page, first.line) < max(starts)
        text = " | ".join(each.text for each in lines)
        is_head = role_heading(text.strip(" :")) is not None
        if first and is_within and not is_head and _CAPITAL.search(text) and used.isdisjoint(places_of(lines)):
            yield from () if is_part_of_day(first) else (Unused(text[:_LONGEST], first, "unread"),)


def _cited(session: ToldSession) -> Iterator[Line]:
    """Every line of which something is made in a session, but for its day."""
    told = (session.start, session.end, session.title, session.room, session.status)
    yield from (line for each in told if each for line in each.lines)
    yield from session.notes
    yield from (each.line for each in session.people)


def _notes(sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """The notes of a few words that begin with a capital letter: they may name somebody, or a place.

    Many below one title are a list, as of those who made statements.
    """
    for session in sessions:
        short = [(line, text) for line in session.notes if (text := _few_words(line))]
        doubts = " ".join(session.title.doubts)
        for line, text in short if len(short) <= _MOST_NOTES else ():
            yield from () if text in doubts else (Unused(text, line, NOTED),)


def _few_words(line: Line) -> str:
    """A note if it may name somebody or a place, without signs around it; nothing of a sentence, a notice or a time."""
    plain = line.text.strip(" .,;:–—-")
    text = plain.strip("()") if plain.startswith("(") else plain
    is_named = text[:1].isupper() or ": " in text  # `(caller: Ida Holm)`
    is_short = 0 < len(text.split()) <= _MOST_WORDS and is_named and len(text) >= _SHORTEST
    is_sentence = line.text.endswith(".") and len(_CAPITAL.findall(text)) < 2 < len(text.split())
    is_other = is_sentence or line.text[-1:] in "!?:" or reads_like_notice(text)
    is_when = bool(hours_in(text) or days_in(text)) or any(lengths_in(text))
    return text if is_short and not (is_other or is_when) else ""


def _beside(document: Document, sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """The names between signs on lines of which something is made, in none of their values."""
    values = _values_by_line(sessions)
    for line in document.lines:
        own = values.get((line.page, line.line), set())
        if not own or len(own) > _MOST_VALUES or len(line.text) > _LONGEST:
            continue
        text = line.text
        for each in sorted(own, key=len, reverse=True):
            text = text.replace(each, "|")
        words = {word for each in own for word in folded_words(each)}
        for part in map(str.strip, _SIGNS.split(text)):
            is_name = _NAME.fullmatch(part) is not None and len(part) >= _SHORTEST
            is_other = role_heading(part) or days_in(part) or hours_in(part) or is_part_of_day(line)
            if is_name and part != line.text and not is_other and words.isdisjoint(folded_words(part)):
                yield Unused(part, line, NOTED)


def _values_by_line(sessions: Sequence[ToldSession]) -> dict[Place, set[str]]:
    """The texts of the sessions that cite a line, by its place; notes are at home on their own lines alone."""
    found: dict[Place, set[str]] = {}
    for session in sessions:
        people = (text for each in session.people for text in (each.name, each.position))
        texts = {*filter(None, (session.title.value, session.room.value if session.room else "", *people))}
        for place in places_of(_cited(session)):
            found.setdefault(place, set()).update(texts)
        for line in session.notes:
            for place in places_of([line]):
                found.setdefault(place, set()).add(line.text)
    return found


def _cells(document: Document, sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """The cells of rows in which something begins whose words are in no value of it: another session, as a rule."""
    values = _values_by_line(sessions)
    for block in document.blocks:
        row = block if isinstance(block, PageRow) and not header_columns(block) else None
        for line in (each for _, cell in row.own for each in cell.lines) if row else ():
            own = values.get((line.page, line.line), set())
            plain = line.text.strip(" |")
            is_other = len(plain) < _SHORTEST or not _CAPITAL.match(plain) or bool(hours_in(plain) or days_in(plain))
            is_other = is_other or any(lengths_in(plain)) or role_heading(plain) is not None
            is_used = any(each in plain or plain in each for each in own)
            if 0 < len(own) <= _MOST_VALUES and not (is_other or is_used):
                yield Unused(plain[:_LONGEST], line, "unread")


def _over_breaks(slots: Sequence[Slot], sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """The heads of columns in which a break stands alone, and is taken to be for all rooms."""
    bare = places_of(line for each in sessions if each.room is None for line in each.title.lines)
    for slot in slots:
        may_be = slot.grid is not None and slot.grid.may_be_over and slot.room is not None
        if may_be and slot.room and not bare.isdisjoint(places_of(slot.lines[:1])):
            yield Unused(slot.room.text, slot.lines[0], "room, or for all rooms")
