"""What a document names and no session says: times, lengths, people, rooms and days, each with its line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from agendacli.formats.documents.page import Document, Line, lines_of_block
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.bare_hours import bare_hours_first
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.full_names import full_names_apart, full_names_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import MOST_KEPT, letterwise
from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.tokens.people import Named, PeopleSense, honored_in
from agendacli.formats.documents.tokens.places import room_among, room_where
from agendacli.formats.documents.tokens.roles import role_inside, role_label
from agendacli.formats.documents.tokens.rooms import room_in_sentence, room_label, rooms_named
from agendacli.formats.documents.tokens.spoken_hours import spoken_hours
from agendacli.formats.documents.values.left.hidden import NOTED, Unused
from agendacli.formats.documents.values.left.names_beside import names_beside, values_by_line
from agendacli.formats.documents.values.left.unread import unread_in
from agendacli.formats.documents.values.room_parts import NEXT_SENTENCE
from agendacli.formats.documents.values.rooms.said_of_several import (
    alone_below_day,
    behind_day,
    not_for_all,
    unread_rooms,
)
from agendacli.formats.documents.values.status.elsewhere import unread_cancellations
from agendacli.formats.documents.values.told import ToldSession
from agendacli.words.folded import folded, folded_words, word_set
from agendacli.words.honorifics import name_and_honorifics

_WORD = re.compile(  # that may be a role: `Cellos: Ida Holm`
    r"(?:^|[.!?;]\s+)[^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+){0,2} ?: +(?=[^\W\d_a-z])"
)
_BARE = word_set("room rooms raum raume salle salles sala salas venue ort lieu lugar tagungsraum location")  # no names
_MOST, _MOST_ROOMS, _LONGEST_NAME, _LONGEST, _HALF = 400, 5, 60, 160, 720
_Place = tuple[int, int]
_APIECE = re.compile(r"\b(?:je|jeweils|each|apiece|chacune?|cada un[oa])\b")


def unused_in(
    document: Document, sessions: Sequence[ToldSession], sense: PeopleSense, slots: Sequence[Slot] = ()
) -> tuple[Unused, ...]:
    """What is left, in order of the document, then what was struck in it."""
    used = _times_used(sessions)
    people = " | ".join(folded(each.name) for session in sessions for each in session.people)
    titles = " | ".join(folded(session.title.value) for session in sessions)
    rooms = {folded(session.room.value) for session in sessions if session.room}
    said = f"{people} | {titles}"
    lines_of_people = {(each.line.page, each.line.line) for session in sessions for each in session.people}
    below = _said_with(sessions)
    beside = values_by_line(sessions)
    known = _named_elsewhere(sessions)
    left: list[Unused] = []
    for line in (*document.lines, *document.quoted):
        if len(left) >= _MOST:
            break
        left += (
            *_times(line, used),
            *_names(
                line, "" if _leads(line, lines_of_people) else below.get((line.page, line.line), said), sense, known
            ),
            *(Unused(each, line, "name") for each in names_beside(line, beside, sense)),
            *_rooms(line, titles, rooms),
        )
    left += _days_without_hours(document, sessions)
    left += _lengths(document, sessions)
    left += (Unused(each.text, each.line, "room, but not of all") for each in not_for_all(sessions))
    of_several = (*unread_rooms(document, sessions), *alone_below_day(document, sessions), *behind_day(sessions))
    left += (Unused(each.text, each.line, "may say a room") for each in of_several)
    off = (Unused(each.text, each, "may be cancelled") for each in unread_cancellations(document, sessions))
    told: dict[_Place, str] = {}
    for each in left:
        told[each.line.page, each.line.line] = f"{told.get((each.line.page, each.line.line), '')} | {each.text}"
    for each in islice((*off, *unread_in(document, sessions, slots, sense)), _MOST):
        other = told.get((each.line.page, each.line.line))
        is_told = other is not None and (each.kind != NOTED or _says(other, each.text))
        left += [] if is_told else [each]
        told[each.line.page, each.line.line] = f"{other or ''} | {each.text}"
    return (*[*dict.fromkeys(left)][:_MOST], *(Unused(each.text, each, "struck") for each in document.lost[:_MOST]))


def _says(told: str, text: str) -> bool:
    """Whether what is told of a line, between bars, says a text, or the name in it."""
    return text in told or any(each in text for each in told.split(" | ") if each)


def _days_without_hours(document: Document, sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """What a line or a row below the first session says of a day, with no hours: `14 June: museum closed`."""
    used = {(each.page, each.line) for session in sessions for each in _cited(session)}
    is_below = False
    for block in document.blocks:
        lines = lines_of_block(block)
        places = {(each.page, each.line) for each in lines}
        text = " ".join(each.text for each in lines)
        if not is_below or places & used:
            is_below = is_below or bool(places & used)
        elif _says_day(text) and not hours_in(text):
            yield Unused(text, lines[0], "no hours")


def _lengths(document: Document, sessions: Sequence[ToldSession]) -> Iterator[Unused]:
    """The sentences outside of all sessions, or of several, that say a length, where some sessions have no end."""
    if all(each.end.value is not None for each in sessions):
        return
    cited = (line for each in sessions for line in (*each.end.lines, *each.title.lines, *each.notes))
    used = {(line.page, n) for line in cited for n in range(line.line, line.ends + 1)}
    used |= {(each.line.page, each.line.line) for session in sessions for each in session.people}
    for line in document.lines:
        said = [each for each in NEXT_SENTENCE.split(line.text) if any(lengths_in(each))]
        is_used = (line.page, line.line) in used
        yield from (
            Unused(each[:_LONGEST], line, "length") for each in said if not is_used or _APIECE.search(letterwise(each))
        )


def _cited(session: ToldSession) -> Iterator[Line]:
    """The lines of which a session is made."""
    room = session.room.lines if session.room else ()
    said = (session.day, session.start, session.end, session.title)
    yield from (*(line for each in said for line in each.lines), *room, *session.notes)


def _says_day(text: str) -> bool:
    """Whether a text begins with a date and goes on."""
    days = days_in(text)
    is_first = bool(days) and days[0].is_dated and not any(map(str.isalnum, text[: days[0].at]))
    return is_first and any(map(str.isalpha, text[days[-1].to :]))


def _leads(line: Line, used: set[_Place]) -> bool:
    """Whether a line says who has a role, of which no session makes use: who leads a part that has no heading."""
    is_led = role_label(line.text) is not None or role_inside(line.text) is not None
    return is_led and (line.page, line.line) not in used


def _said_with(sessions: Iterable[ToldSession]) -> dict[_Place, str]:
    """Who has a part in a session, and its title, by the lines of it: another may be missing there."""
    found: dict[_Place, str] = {}
    for session in sessions:
        said = " | ".join(folded(each) for each in (*(each.name for each in session.people), session.title.value))
        lines = (*session.notes, *session.title.lines, *(each.line for each in session.people))
        places = {(each.page, n) for each in lines for n in range(each.line, each.ends + 1)}
        found |= {each: f"{found.get(each, '')} | {said}" for each in places}
    return found


def _times_used(sessions: Iterable[ToldSession]) -> dict[_Place, set[int]]:
    """The times that sessions take from each line, in minutes of half a day."""
    used: dict[_Place, set[int]] = {}
    for session in sessions:
        values = {each % _HALF for each in (session.start.value, session.end.value) if each is not None}
        for line in (*session.start.lines, *session.end.lines):
            for number in range(line.line, line.ends + 1):
                used.setdefault((line.page, number), set()).update(values)
    return used


def _times(line: Line, used: dict[_Place, set[int]]) -> Iterator[Unused]:
    own = used.get((line.page, line.line), set())
    bare = bare_hours_first(line.text)
    if bare and bare[0] * 60 % _HALF not in own and not days_in(line.text):
        yield Unused(line.text[: bare[2]].strip(), line, "time")
    spoken = () if own else spoken_hours(line.text)
    for hours in (*hours_in(line.text), *spoken):
        if not hours.is_plain and hours.start.plain % _HALF not in own:
            yield Unused(hours.text.strip(), line, "time")


def _named_elsewhere(sessions: Iterable[ToldSession]) -> dict[str, str]:
    """The full names of all who have a part in some session, by their words."""
    names = (name_and_honorifics(person.name)[0] for session in sessions for person in session.people)
    return {" ".join(folded_words(each)): each for each in names if " " in each}


def _names(line: Line, said: str, sense: PeopleSense, known: dict[str, str]) -> Iterator[Unused]:
    """Those of a line with an honorific or a known given name, who have a part elsewhere, or whom it lists alone."""
    honored = honored_in(line.text)
    listed = () if honored else (each.name for each in _listed(line, sense))
    plain = (each for each in (*full_names_in(line.text), *full_names_apart(line.text)) if sense.is_name(each))
    words = f" {' '.join(folded_words(line.text))} "
    others = (name for key, name in known.items() if f" {key} " in words)
    for each in dict.fromkeys((*honored, *listed, *plain, *others)):
        name = folded(name_and_honorifics(each)[0])
        if (
            (len(name) > 3 or each in honored)
            and name not in said
            and not any(name in folded(other) for other in honored if other != each)
        ):
            yield Unused(each, line, "name")


def _listed(line: Line, sense: PeopleSense) -> Iterable[Named]:
    """Those whom a line names that says nothing else, behind their role or alone."""
    label = role_label(line.text)
    if label and label.rest:
        return sense.people(label.rest, "said") or ()
    whole = sense.people(line.text) or (sense.people(line.text, "form") if len(line.text) <= _LONGEST_NAME else ())
    behind = (line.text[found.end() :] for found in _WORD.finditer(line.text))
    lists = (sense.people(NEXT_SENTENCE.split(each)[0]) for each in behind)
    return whole or next(filter(None, lists), ())


def _rooms(line: Line, titles: str, rooms: set[str]) -> Iterator[Unused]:
    """The room that a line names, if neither a title nor another line says it; each is listed once."""
    for room in _rooms_of(line.text):
        name = folded(room)
        is_said = name in _BARE or name in rooms or name in titles or any(name in each for each in rooms)
        if not is_said:
            rooms.add(name)
            yield Unused(room, line, "room")


@lru_cache(maxsize=MOST_KEPT)
def _rooms_of(text: str) -> tuple[str, ...]:
    """The rooms that a line names: `Talks are in the Long Gallery, workshops in the Bindery`."""
    whole = text
    first = room_label(text) or room_among(text)
    found = [first] if first else []
    while not first and len(found) < _MOST_ROOMS and (room := room_where(text) or room_in_sentence(text)):
        found.append(room)
        text = text[text.index(room) + len(room) :]
    return (*found, *(each for each in rooms_named(whole) if not any(each in other for other in found)))
