"""Names and places that may hide in what was read as something else: in titles, and behind the names of people."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.rooms.odd import have_rooms
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession
from agendacli.model.frozen import frozen
from agendacli.words.honorifics import name_and_honorifics

_LAST_NAME = re.compile(  # behind a comma or a word for company, perhaps with an office: `…, Clerk Ida Holm`
    r"(?:,|\b(?:with|by|mit|von|durch|avec|par|con|por|de la|du))(?: [^\W\d_][\w.’'-]*){0,4}? "
    r"(?P<name>[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+)(?:\s*\([^()]*\))?[\s.]*$"
)
_WITH = re.compile(
    r"\b(?:with|mit|avec|con|and|und|et|y)(?: [a-zà-ÿ][\w-]+)? (?P<name>[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+)"
)
_TAIL = re.compile(r"(?:,|\s[–—|·-])\s+(?P<what>[^,;:()–—|·]{3,45}?)(?=\s*$|[.!]?\s*$|\s[–—|·-]\s|\s*\()")
_BRACKET = re.compile(r"\(([^\W\d_][^()\d]{2,30})\)\W*$")
_MOST_WORDS, _SHORT = 5, 3

NOTED = "who, where, or a note"
"""What kind of thing a few words may be that are in no value."""


@frozen
class Unused:
    """A time, a name or struck words that no session uses, the line, and what kind of thing it is."""

    text: str
    line: Line
    kind: str


def hidden_in(sessions: Sequence[ToldSession], sense: PeopleSense) -> Iterator[Unused]:
    """What may be somebody or a place in the titles of sessions and in what their people are."""
    may_have_rooms = have_rooms(sessions)
    bare = [each for each in sessions if each.room is None and each.title.lines]
    tails = Counter(each.title.value.rpartition(" ")[2] for each in {one.title.value: one for one in bare}.values())
    for session in bare:
        last = session.title.value.rpartition(" ")[2]
        is_often = tails[last] > 1 and len(last) > _SHORT and last[0].isupper() and last != session.title.value
        bracket = _BRACKET.search(session.title.value)
        found = (last if is_often else "", bracket[1] if bracket else "")
        yield from (Unused(each, session.title.lines[0], NOTED) for each in found if each)
    for session in sessions:
        yield from _names(session, sense)
        if may_have_rooms and (session.room is None or WHOLE_PART in session.room.doubts):
            yield from _places(session)


def _names(session: ToldSession, sense: PeopleSense) -> Iterator[Unused]:
    """The two words with which the title ends that names nobody, and others in what somebody is."""
    found = _LAST_NAME.search(session.title.value) if not session.people and session.title.lines else None
    if found and sense.is_name(found["name"], "form"):
        yield Unused(found["name"], session.title.lines[0], "name")
    for each in session.people:
        with_ = (one["name"] for one in _WITH.finditer(each.position))
        is_list = name_and_honorifics(each.name)[1] is not None and each.position.count(" ") == 1
        whole = (each.position,) if is_list and f"{each.name}, {each.position}" in each.line.text else ()
        yield from (Unused(name, each.line, "name") for name in (*with_, *whole) if sense.is_name(name, "form"))


def _places(session: ToldSession) -> Iterator[Unused]:
    """What stands behind signs of the title, and in brackets behind people, of a session in no room of its own."""
    for each in _TAIL.finditer(session.title.value) if session.title.lines else ():
        is_short = len(each["what"].split()) <= _MOST_WORDS and not hours_in(each["what"])
        is_named = any(person.name in each["what"] for person in session.people)
        if is_short and not is_named:
            yield Unused(each["what"], session.title.lines[0], NOTED)
    for person in session.people:
        last = person.position.rpartition(", ")[2]
        yield from [Unused(last, person.line, NOTED)] if last and f"({last})" in person.line.text else []
