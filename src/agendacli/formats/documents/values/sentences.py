"""Who takes part where nobody else is named: those of whom a sentence below the title says so, whatever its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, full_names_in, honored_in
from agendacli.formats.documents.tokens.roles import COMPANY, role_before, role_beside, role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.asides import is_aside
from agendacli.formats.documents.values.fields import TALKS_BELOW
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.titles import role_below
from agendacli.formats.documents.values.told import ToldPerson, ToldSession
from agendacli.formats.documents.values.told_people import IN_SENTENCE
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.kinds import is_transparent, kind_in_title

_NEXT = re.compile(r"(?<=[^\W\d]{3}[.!?])\s+(?=[^\W\d_a-z])|(?<=\)[.!?])\s+|;\s+")
_BY = re.compile(
    r"\b(?:by|with|mit|von|vom|durch|par|avec|con|por|a cargo de|presidence de|direction|direccion|leitung|"
    r"ltg\.?|dir\.|guide|orgue|orgel|podium|al \w+,)\s*:?\s+(?=\S)"
)
_OFFICE = re.compile(
    r"(?:the|our|its|their|his|her|de[rmn]|die|unser\w*|ihr\w*|sein\w*|le|la|l[’']|notre|sa|son|el|su)\b *"
    r"[^,.;()]{3,40}, "
)
_ENDS_NAME = re.compile(r"\W*$|\s*[,;()]|\s+(?:and|und|et|y|e|&)\s")
_GOES_ON = re.compile(r"\s+[^\W\d_a-z]")
_LEADING = frozenset({"chair", "co-chair", "moderator", "host"})
_LONGEST, _MOST, _WORDS_OF_OFFICE, _TWO = 300, 6, 6, 2


def with_people_in_sentences(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session; one that names nobody with those whom sentences below its title name."""
    others = [each for each in session.people if each.role not in _LEADING and IN_SENTENCE not in each.doubts]
    if others or TALKS_BELOW in session.title.doubts:
        return session
    found = [one for text in _texts(session.notes) for one in _people(text, session.title.value, sense)]
    if len(found) > _MOST:
        return session
    people = [*session.people]
    for each in found:
        people += [] if any(_is_same(each, other) for other in people) else [each]
    return replace(session, people=tuple(people))


def _is_same(one: ToldPerson, other: ToldPerson) -> bool:
    """Whether two are one, the one perhaps named with an office: `Kantorin Ida Holm`."""
    first, second = sorted((_bare(one), _bare(other)), key=len)
    return second.endswith(first) or second.startswith(first)


def _bare(person: ToldPerson) -> str:
    return folded(name_and_honorifics(person.name)[0])


def _texts(notes: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines below a title as paragraphs."""
    block: list[Line] = []
    for line in notes:
        above = block[-1] if block else None
        if above and (line.is_bullet or line.page or line.line != max(above.line, above.last) + 1):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _people(lines: Sequence[Line], title: str, sense: PeopleSense) -> Iterator[ToldPerson]:
    text = " ".join(each.text for each in lines)
    for sentence in _NEXT.split(text) if len(text) <= _LONGEST else ():
        if is_aside(sentence):
            continue
        line = replace(lines[0], text=sentence, pieces=(), last=lines[-1].last or lines[-1].line)
        for each in _in_sentence(line, title, sense):
            at = next((one for one in lines if each.name in one.text), line)
            yield replace(each, line=at, doubts=(*each.doubts, IN_SENTENCE))


def _in_sentence(line: Line, title: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """The people of a sentence: behind a word for who does something, else wherever it names them."""
    found = _behind(line, title, sense) or (
        () if is_transparent(kind_in_title(title)) else tuple(_named(line, title, sense))
    )
    return tuple(each for each in found if not names_room(each.name))


def _behind(line: Line, title: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """Those behind a role or a word such as *by*; a known name first, with an office before it: `by our clerk, X`."""
    label = role_label(line.text) or role_beside(line.text)
    said = [(label.rest, "" if label.word in COMPANY else label.role)] if label else []
    for each in _BY.finditer(letterwise(line.text)):
        said += [(line.text[each.end() :], role_before(line.text[: each.end()]) or "")]
    tries = [(replace(line, text=rest), role or role_below(title, line)) for text, role in said for rest in _ends(text)]
    ways: tuple[Trust, ...] = ("known", "form")
    found = (people_of(one, role, sense, trust=trust) for trust in ways for one, role in tries)
    return tuple(map(_without_office, next(filter(None, found), ())))


def _ends(text: str) -> Iterator[str]:
    """A text, or what stands behind the office that it begins with, and what is left of it behind its first words."""
    office = _OFFICE.match(letterwise(text))
    words = text[office.end() if office else 0 :].rstrip(" .").split()
    yield from (" ".join(words[n:]) for n in range(min(_WORDS_OF_OFFICE, max(1, len(words) - 1))))


def _without_office(person: ToldPerson) -> ToldPerson:
    """The person without an office before a known name: `Archivist Ida Holm`."""
    bare, honorific = name_and_honorifics(person.name)
    words = bare.split()
    while len(words) > _TWO and not is_given(words[0]) and is_given(words[1]):
        del words[0]
    return person if honorific else replace(person, name=" ".join(words))


def _named(line: Line, title: str, sense: PeopleSense) -> Iterator[ToldPerson]:
    """Those with whose names a sentence begins or ends, and those of a list."""
    for name in dict.fromkeys((*honored_in(line.text), *full_names_in(line.text))):
        before, _, behind = line.text.partition(name)
        if sense.is_name(name) and _stands_out(before, behind):
            role = role_before(before) or role_below(title, replace(line, is_bullet=True))
            yield from people_of(replace(line, text=name), role, sense)


def _stands_out(before: str, behind: str) -> bool:
    """Whether a sign or the end stands behind a name, or nothing but an office before it."""
    is_office = all(each[0].isupper() for each in before.split())
    return _ENDS_NAME.match(behind) is not None or (is_office and not _GOES_ON.match(behind))
