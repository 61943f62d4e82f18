"""What stands where other sessions of a document have their room: behind a sign of the title, or first below it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.addresses import is_house_address
from agendacli.formats.documents.tokens.groups import has_members
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.places import are_of_name, is_place, is_room, with_capital
from agendacli.formats.documents.tokens.roles import role_beside, role_label
from agendacli.formats.documents.values.sorting import BY_FORM
from agendacli.formats.documents.values.told import WHOLE_PART, Told, ToldPerson, ToldSession
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded, word_set
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.placeholders import is_placeholder

Pair = tuple[Slot, ToldSession]
AS_OTHERS = "it stands where others have their room"
"""Why a room may be none: by its name it is none, and nothing but its place speaks for it."""

_BELOW, _BULLET, _LAST_OF_ALL, _OF_PERSON = "below", "bullet", "last", "person"
_BEHIND = re.compile(r"(?P<before>.*\S)(?P<sign>,|\s[–—|·@-]|\s?\()\s*(?P<place>[^,()–—|·@]{3,45})\)?\W*$")
_SIGN_BEFORE = re.compile(r"(,|\s[–—|·@-]|\s?\()\s*$")
_FIRST = re.compile(
    r"(?:(?:In|At|On|Im|Am|Auf|Dans|En|Au|Aux) (?:(?:the|der|dem|den|la|le|les|el) |l[’'])?)?"
    r"(?P<place>[^.,;()]{3,45})(?:$|\.$|[.,;(]\s*)"
)
_LAST = re.compile(r"\w[.!?]\s+(?P<place>[^.,;:()!?]{3,45})\.?$")
_NO_NAME = re.compile(r"[:~!?]|\s(?:and|und|et|y|&|or|oder|ou|o)\s")
_PUB = re.compile(r"The [^\W\d_a-z]\w+ (?:&|and|und|et|y) [^\W\d_a-z]\w+")
_HOW = word_set(
    "easy moderate medium strenuous hard difficult beginners intermediate advanced leicht mittel mittelschwer schwer "
    "anspruchsvoll anfanger fortgeschrittene facile moyen moyenne difficile debutants facil moderado media dificil "
    "free gratis gratuit kostenlos online ticketed booking postponed new"
)
"""What a session is like, or costs: `Strenuous, 17 km`, `Free. Ages 7 and up`."""
_OF = re.compile(r"\w+ (?:de|du|des|del|aux?|a la) [^,]+$")  # `Nave de barricas`
_MOST_WORDS, _LEAST, _TWICE, _OFTEN, _FEW_BESIDE = 5, 2, 2, 3, 4


@frozen
class _Place:
    """What may be the room of a session, where it stands, and the line or the person that says it."""

    text: str
    where: str
    line: Line
    person: ToldPerson | None = None

    @property
    def name(self) -> str:
        """The text as it is compared."""
        return folded(self.text)

    @property
    def is_of_person(self) -> bool:
        """Whether it is a room by its name, and stands where others have what they are: `Dr. Ida Holm, Studio 2`."""
        return self.where == _OF_PERSON and is_room(self.text) and not has_members(self.text)


@frozen
class _Usual:
    """The names of rooms of a document, and where it has them so often that others there are some, too."""

    names: frozenset[str]
    likely: frozenset[str]
    are_many: bool

    def is_sure(self, place: _Place) -> bool:
        """Whether it is a room elsewhere as well."""
        return place.name in self.names

    def is_likely(self, place: _Place) -> bool:
        """Whether nothing but its place speaks for it."""
        return place.where in self.likely or (self.are_many and place.is_of_person)


def with_usual_places(pairs: Sequence[Pair], sense: PeopleSense) -> list[Pair]:
    """The sessions; one without a room in what stands where others have theirs."""
    places = {n: [*_places(session, sense)] for n, (slot, session) in enumerate(pairs) if _lacks_room(slot, session)}
    usual = _usual(pairs, [each for some in places.values() for each in some])
    are_rooms = _are_rooms_behind_people(pairs, usual)
    found = list(pairs)
    for n, places_of_session in places.items():
        slot, session = pairs[n]
        some = [each for each in places_of_session if are_rooms or each.where != "(" or each.person is None]
        sure = next(filter(usual.is_sure, some), None)
        likely = filter(usual.is_likely, (each for each in some if session.room is None or each.where == "("))
        place = sure or next(likely, None)
        if place:
            found[n] = slot, _placed(session, place, *(() if sure else (AS_OTHERS,)))
    return found


def _are_rooms_behind_people(pairs: Sequence[Pair], usual: _Usual) -> bool:
    """Whether brackets behind people hold rooms: there are few of them beside others, or half are known as some."""
    people = [one for _, each in pairs for one in each.people if one.position and _is_bracketed(one)]
    known = sum(folded(one.position) in usual.names or is_place(with_capital(one.position)) for one in people)
    rooms = sum(1 for slot, each in pairs if each.room and _where(slot, each, each.room) == "(")
    return _FEW_BESIDE * len(people) <= rooms or 2 * known >= max(len(people), _LEAST)


def _usual(pairs: Sequence[Pair], places: Sequence[_Place]) -> _Usual:
    """What the rooms of the sessions, and what may be some, say of where rooms stand."""
    own = Counter(where for slot, each in pairs if each.room and (where := _where(slot, each, each.room)))
    often = Counter((each.where, each.name) for each in places)
    recur = {where for (where, _), count in often.items() if where == _BELOW and count >= _OFTEN}
    usual = {where for where, count in own.items() if count >= _LEAST}
    usual |= {_LAST_OF_ALL} if _BELOW in usual else set()
    said = {folded(each.room.value) for _, each in pairs if each.room and WHOLE_PART not in each.room.doubts}
    bullets = [each.name for each in places if each.where == _BULLET]
    said |= {*bullets} if len(bullets) >= _LEAST else set()
    names = said | {name for (where, name), count in often.items() if where in usual and count >= _TWICE}
    once = Counter(each.where for each in places if each.name not in names)
    same = Counter(each.where for each in places if each.name in names)
    likely = recur | {where for where in usual - {_LAST_OF_ALL} if own[where] + same[where] >= once[where]}
    return _Usual(frozenset(names), frozenset(likely), own.total() >= _LEAST)


def _lacks_room(slot: Slot, session: ToldSession) -> bool:
    is_of_column = bool((slot.grid and slot.room) or slot.columns.get("room"))
    return not is_of_column and (session.room is None or WHOLE_PART in session.room.doubts)


def _where(slot: Slot, session: ToldSession, room: Told[str]) -> str:
    """Where the room of a session stands: the sign before it, or below the title; nothing if it is that of a part."""
    line = room.lines[0]
    if (line,) != session.title.lines[:1]:
        first = _FIRST.match(line.text)
        return _BELOW if line != slot.room and first and first["place"].strip().startswith(room.value) else ""
    sign = _SIGN_BEFORE.search(line.text.partition(room.value)[0])
    return sign[1].strip() if sign else ""


def _places(session: ToldSession, sense: PeopleSense) -> Iterator[_Place]:
    """What may be the room of a session."""
    title, notes = session.title, session.notes
    behind = _BEHIND.fullmatch(title.value) if title.lines else None
    is_of_title = behind is not None and not any(behind["before"].endswith(each.name) for each in session.people)
    tries = [_Place(behind["place"].strip(), behind["sign"].strip(), title.lines[0])] if behind and is_of_title else []
    for line in notes[:1]:
        first = _FIRST.match(line.text)
        is_of_person = first is not None and any(each.name in first["place"] for each in session.people)
        may_be = first and not line.is_bullet and not is_of_person
        tries += [_Place(first["place"].strip(), _BELOW, line)] if first and may_be else []
    rooms = [line for line in notes if line.is_bullet and is_room(line.text)]
    tries += [_Place(line.text.strip(), _BULLET, line) for line in rooms if len(rooms) == 1]
    ends = _LAST.search(notes[-1].text) if notes else None
    tries += [_Place(ends["place"].strip(), _LAST_OF_ALL, notes[-1])] if ends else []
    for each in session.people:
        last = each.position.rpartition(", ")[2].partition("(")[0].strip()
        where = "(" if _is_bracketed(each) and not last.isupper() else _OF_PERSON
        tries += [_Place(last, where, each.line, each)] if last else []
        first = _FIRST.match(each.line.text)
        is_alone = BY_FORM in each.doubts and first is not None and first["place"].strip() == each.name
        tries += [_Place(each.name, _BELOW, each.line, each)] if is_alone else []
    found = (each for each in tries if may_be_room(each.text, sense))
    yield from (each for each in found if each.where != "(" or "." not in each.text)


def _is_bracketed(person: ToldPerson) -> bool:
    """Whether what somebody is, or where, stands in the brackets that end a line."""
    return person.line.text.rstrip(" .").endswith(f"({person.position.rpartition(', ')[2]})")


def may_be_room(text: str, sense: PeopleSense) -> bool:
    """Whether a few words are written as a name is, and name neither a person nor a break."""
    is_named = is_place(with_capital(text))  # in small letters, too: `salle Héron`
    is_short = 0 < len(text.split()) <= _MOST_WORDS and (text[0].isupper() or is_named)
    is_name = is_named or are_of_name(text) or _OF.match(letterwise(text)) is not None
    is_how = _HOW.issuperset(folded(text).split())
    is_other = (
        is_how
        or (_NO_NAME.search(letterwise(text)) and not _PUB.fullmatch(text))
        or is_placeholder(text)
        or is_house_address(text)
        or role_label(text)
        or role_beside(text)
    )
    return (
        is_short
        and is_name
        and not is_other
        and not sense.is_name(text)
        and not hours_in(text)
        and not is_transparent(kind_in_title(text))
    )


def _placed(session: ToldSession, place: _Place, *doubts: str) -> ToldSession:
    """The session in that room, which is no part any more of what it stood in."""
    room = Told(place.text, (place.line,), doubts)
    if place.where in {_OF_PERSON, "("} and place.person:
        people = (_without_place(each, place) if each == place.person else each for each in session.people)
        return replace(session, room=room, people=tuple(people))
    if place.person:
        others = tuple(each for each in session.people if each != place.person)
        behind = _behind(place)
        notes = (behind, *session.notes) if behind.text else session.notes
        return replace(session, room=room, people=others, notes=notes)
    if place.where == _LAST_OF_ALL:
        rest = place.line.text[: place.line.text.rindex(place.text)].rstrip()
        return replace(session, room=room, notes=(*session.notes[:-1], replace(place.line, text=rest)))
    if place.where in {_BELOW, _BULLET}:
        below = (_behind(place) if line == place.line else line for line in session.notes)
        return replace(session, room=room, notes=tuple(line for line in below if line.text))
    before = session.title.value[: session.title.value.rindex(place.text)]
    return replace(session, room=room, title=replace(session.title, value=before.rstrip(" ,–—|·@-(")))


def _behind(place: _Place) -> Line:
    """The line of a place with what stands behind that."""
    text = place.line.text
    return replace(place.line, text=text[text.index(place.text) + len(place.text) :].lstrip(" .,;"))


def _without_place(person: ToldPerson, place: _Place) -> ToldPerson:
    return replace(person, position=person.position[: person.position.rindex(place.text)].rstrip(" ,"))
