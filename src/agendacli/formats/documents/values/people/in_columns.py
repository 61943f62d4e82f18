"""The people of a column for them: a name a line or several, with roles before them or in brackets behind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.roles import role_label
from agendacli.formats.documents.values.role_parts import by_role, people_by_role
from agendacli.formats.documents.values.sorting import FROM_THERE, people_of, with_places
from agendacli.formats.documents.values.told import ToldPerson
from agendacli.formats.documents.values.wrapped_names import list_goes_on

UNKNOWN_ROLE = "the word before the name is no role that is known"
"""Why the role of somebody may be another one."""

_TALKING = re.compile(
    r"\s+(?i:in (?:conversation|dialogue) with|interviewed by|im Gespräch mit|en (?:conversation|dialogue) avec|"
    r"en (?:conversación|diálogo) con)\s+"
)
_ROLE_BEHIND = re.compile(
    r"(?P<others>[^()]*[^()\s](?:\s*\([^()]*\)(?:[^()]*[^()\s])?)*)\s*\((?P<role>[^():]+:\s*[^()]+)\)\W*"
)
_NEXT_WORD = re.compile(r"(?<=[\w);.]) (?=[^\W\d_a-z][^\W\d_]+: [^\W\d_a-z])")
_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_]+)?:\s+(?=[^\W\d_a-z])")
_VERB = re.compile(r"[.;,]\s+([Mm]oderan?|[Pp]reside) (?=[^\W\d_a-z])")  # `…, Paula Stehr. Modera Ana López`


def people_in_column(
    lines: Sequence[Line], usual: str, sense: PeopleSense
) -> Iterator[tuple[Line, tuple[ToldPerson, ...]]]:
    """The lines of a column in parts, each with its people: in the role that stands before them, else the usual one."""
    above = False
    for line in _unwrapped(with_places(lines, sense), sense):
        for part, people in _people(line, usual, sense):
            yield part, tuple(_doubted_below(each, sense) for each in people) if above else people
            above = above or bool(people)


def _doubted_below(person: ToldPerson, sense: PeopleSense) -> ToldPerson:
    """The person, doubted where nothing but the place below somebody speaks for it: a company may stand there."""
    return person if sense.is_sure(person.name) else replace(person, doubts=(*person.doubts, FROM_THERE))


def _unwrapped(lines: Sequence[Line], sense: PeopleSense) -> list[Line]:
    """The lines, those as one of which the upper ends with honorifics or in the middle of a list: `Chair: Dr. med.`."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and list_goes_on(above.text, line.text, sense):
            found[-1] = replace(above, text=f"{above.text} {line.text}", pieces=(), last=line.ends)
        else:
            found.append(line)
    return found


def _people(line: Line, usual: str, sense: PeopleSense) -> Iterator[tuple[Line, tuple[ToldPerson, ...]]]:
    for part in (each for cut in _cut(line.text) for each in by_role(replace(line, text=cut))):
        for text, role in people_by_role(part.text, usual):
            found = _of_part(replace(part, text=_TALKING.sub("; ", text)), role, sense)
            yield replace(line, text=part.text, pieces=()), tuple(replace(each, line=line) for each in found)


def _cut(text: str) -> Iterator[str]:
    """A cell cut before each word with a colon, and at the brackets at its end that name who leads the others."""
    for part in _NEXT_WORD.split(_VERB.sub(r"; \1: ", text)):
        behind = _ROLE_BEHIND.fullmatch(part)
        yield from (behind["others"], behind["role"]) if behind and role_label(behind["role"]) else (part,)


def _of_part(line: Line, role: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    people = people_of(line, role, sense, trust="said")
    word = None if people else _WORD.match(line.text)
    behind = people_of(replace(line, text=line.text[word.end() :]), role, sense, trust="said") if word else ()
    return people or tuple(replace(each, doubts=(*each.doubts, UNKNOWN_ROLE)) for each in behind)
