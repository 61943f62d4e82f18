"""What is odd about a person as read: a name that may be a firm or a half of one, a word before it that is no role."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.roles import role_beside, role_inside, role_label
from agendacli.formats.documents.values.sorting import BY_FORM
from agendacli.formats.documents.values.told import ToldPerson, ToldSession
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics

_BEHIND_COLON = re.compile(r"\w:\s*$")
_INITIAL = re.compile(r"[^\W\d_]\.")
_OF = re.compile(r" (?:des|der|of|du) ")
_OFFICE = re.compile(r"\s*\((?:Chair(?:man|woman|person)?|President|Pr[ée]sidente?|Vorsitzende[rn]?|Presidenta?)\)")
_SHORTEST = 2  # an initial
Pair = tuple[Slot, ToldSession]


def with_nameless(pairs: Sequence[Pair]) -> list[Pair]:
    """The sessions, whoever nothing but the form of the name and its place speak for doubted: a room may stand there.

    What many lines end with, as after a comma or in brackets, is a list of names at times and of rooms at others.
    """
    places = [(session, frozenset(_lines_of_people(slot))) for slot, session in pairs]
    said = {_bare(one) for session, lines in places for one in session.people if _is_said(one, lines)}
    return [
        (slot, replace(session, people=tuple(_doubted_unless(each, said) for each in session.people)))
        for slot, session in pairs
    ]


def _lines_of_people(slot: Slot) -> Iterable[tuple[int, int]]:
    """Where the lines of a slot stand that its table has in a column for people."""
    columns = (slot.columns.get("people", ()), *slot.roles.values())
    return ((each.page, each.line) for lines in columns for each in lines)


def _is_said(person: ToldPerson, lines: frozenset[tuple[int, int]]) -> bool:
    """Whether an honorific, a known name, a role or the head of a column says that this is a person."""
    name, honorific = name_and_honorifics(person.name)
    text = person.line.text
    is_known = bool(honorific) or any(is_given(each) or _INITIAL.match(each) for each in name.split())
    has_role = role_label(text) or role_beside(text) or role_inside(text) is not None
    return is_known or bool(has_role) or (person.line.page, person.line.line) in lines


def _bare(person: ToldPerson) -> str:
    return folded(name_and_honorifics(person.name)[0])


def _doubted_unless(person: ToldPerson, said: set[str]) -> ToldPerson:
    is_said = bool(person.doubts) or _bare(person) in said
    return person if is_said else replace(person, doubts=(BY_FORM,))


def with_odd_people(session: ToldSession) -> ToldSession:
    """The session, its people doubted where they look odd."""
    if not session.people:
        return session
    people = [_doubted(each, n, session) for n, each in enumerate(session.people)]
    return replace(session, people=tuple(people))


def _is_behind(person: ToldPerson) -> bool:
    """Whether the position of somebody stands behind the name."""
    text = person.line.text
    return bool(person.position) and text.find(person.position) >= text.find(person.name)


def _is_half(person: ToldPerson) -> bool:
    """Whether a name on a page, whose lines are broken anywhere, is a given name, perhaps behind an honorific."""
    if person.line.page == 0:
        return False
    first, _, given = name_and_honorifics(person.name)[0].rpartition(" ")
    is_short = not first or (first.endswith(".") and len(first) > _SHORTEST and " " not in first)  # `Mag. Cornelia`
    return is_short and is_given(given)


def _lacks_family(person: ToldPerson, behind: Sequence[ToldPerson]) -> bool:
    """Whether somebody is named by one word, just before a whole name: `Ida and Jonas Holm`."""
    pair = re.compile(rf"{re.escape(person.name)} (?:and|und|et|y|e|&) \w+ \w")
    is_one = " " not in person.name and bool(behind) and " " in behind[0].name
    return is_one and pair.search(person.line.text) is not None


def _doubted(person: ToldPerson, n: int, session: ToldSession) -> ToldPerson:
    name, honorific = name_and_honorifics(person.name)
    words = name.split()
    above = session.people[n - 1] if n else None
    is_town = above is not None and " " not in name and above.line == person.line  # `Florian Holm, Jena`
    is_known = bool(honorific) or (any(map(is_given, words)) and not is_town)
    doubts = []
    if above and not is_known and person.line.line - above.line.line <= 1 and not _is_behind(above):
        doubts.append(f"it may be where {above.name} is from")
    if not is_known and _OF.search(person.name):
        doubts.append("it may be an office")
    if _OFFICE.match(person.line.text[max(0, person.line.text.find(person.name)) + len(person.name) :]):
        doubts.append("the word behind the name may be an office")
    if _is_half(person):
        doubts.append("the name may go on")
    if above and _is_half(above):
        doubts.append(f"the name may go on from {above.name}")
    if _lacks_family(person, session.people[n + 1 :]):
        doubts.append("the family name may stand behind the next one")
    title = session.title.value
    if person.name in title and _BEHIND_COLON.search(title[: title.index(person.name)]):
        doubts.append("named in the title, behind a word that may be a role")
    return replace(person, doubts=(*person.doubts, *doubts)) if doubts else person
