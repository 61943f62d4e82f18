"""What is odd about a person as read: a name that may be a firm or a half of one, a word before it that is no role."""

import re
from dataclasses import replace

from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.values.told import ToldPerson, ToldSession
from agendacli.words.honorifics import name_and_honorifics

_BEHIND_COLON = re.compile(r"\w:\s*$")


def with_odd_people(session: ToldSession) -> ToldSession:
    """The session, its people doubted where they look odd."""
    if not session.people:
        return session
    people = [_doubted(each, n, session) for n, each in enumerate(session.people)]
    return replace(session, people=tuple(people))


def _is_half(person: ToldPerson) -> bool:
    """Whether a name on a page, whose lines are broken anywhere, is an honorific and a given name."""
    name, honorific = name_and_honorifics(person.name)
    return person.line.page > 0 and bool(honorific) and " " not in name and is_given(name)


def _doubted(person: ToldPerson, n: int, session: ToldSession) -> ToldPerson:
    name, honorific = name_and_honorifics(person.name)
    words = name.split()
    above = session.people[n - 1] if n else None
    is_known = bool(honorific) or any(map(is_given, words))
    doubts = []
    if above and not is_known and person.line.line - above.line.line <= 1 and not above.position:
        doubts.append(f"it may be where {above.name} is from")
    if _is_half(person):
        doubts.append("the name may go on")
    if above and _is_half(above):
        doubts.append(f"the name may go on from {above.name}")
    title = session.title.value
    if person.name in title and _BEHIND_COLON.search(title[: title.index(person.name)]):
        doubts.append("named in the title, behind a word that may be a role")
    return replace(person, doubts=(*person.doubts, *doubts)) if doubts else person
