"""What is odd about the positions of people: whoever is read into them may have a part of their own."""

import re
from dataclasses import replace

from agendacli.formats.documents.values.told import ToldPerson, ToldSession

_AND = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:&|\b(?:and|und|et|y|e)\b)\s*")
_FIRST = 12


def with_odd_positions(session: ToldSession) -> ToldSession:
    """The session, its people doubted whose positions are odd."""
    return replace(session, people=tuple(map(_doubted, session.people)))


def _doubted(person: ToldPerson) -> ToldPerson:
    reason = _odd(person)
    return replace(person, doubts=(*person.doubts, reason)) if reason and not person.doubts else person


def _odd(person: ToldPerson) -> str:
    """Why a position may be none; nothing of one that is plain."""
    text, position = person.line.text, person.position
    found = _AND.match(text, text.find(person.name) + len(person.name)) if position else None
    is_bound = found is not None and text.startswith(position[:_FIRST], found.end())
    return "what stands behind *and* may be somebody else" if is_bound else ""
