"""What is odd about the positions of people: whoever is read into them may have a part of their own."""

import re
from dataclasses import replace

from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.values.told import ToldPerson, ToldSession

_AND = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:&|\b(?:and|und|et|y|e)\b)\s*")
_FIRST = 12
_APART = ("[{}]", "{{{}}}")


def with_odd_positions(session: ToldSession) -> ToldSession:
    """The session, its people doubted whose positions are odd."""
    is_placed = session.room is not None
    return replace(session, people=tuple(_doubted(each, is_placed=is_placed) for each in session.people))


def _doubted(person: ToldPerson, *, is_placed: bool) -> ToldPerson:
    reason = _odd(person) or ("" if is_placed else _may_be_room(person))
    return replace(person, doubts=(*person.doubts, reason)) if reason and not person.doubts else person


def _odd(person: ToldPerson) -> str:
    """Why a position may be none; nothing of one that is plain."""
    text, position = person.line.text, person.position
    found = _AND.match(text, text.find(person.name) + len(person.name)) if position else None
    is_bound = found is not None and text.startswith(position[:_FIRST], found.end())
    if is_bound:
        return "what stands behind *and* may be somebody else"
    if position.rstrip().endswith(":") or re.search(r"\w: [^\W\d_a-z]", position):
        return f"`{position}` behind the name may be a role of others"
    is_alone = " " not in position and is_given(position) and f"{person.name}, {position}" in text
    return f"`{position}` behind the name may be somebody else" if is_alone else ""


def _may_be_room(person: ToldPerson) -> str:
    """That what stands behind somebody may be a room: `Ida Holm [Boulder Cave]`."""
    is_apart = person.position and any(each.format(person.position) in person.line.text for each in _APART)
    return f"`{person.position}` may be a room" if is_apart else ""
