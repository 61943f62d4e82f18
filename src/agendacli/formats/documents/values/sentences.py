"""Who takes part where nobody else is named: those of whom a sentence below the title says so, whatever its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.full_names import full_names_in
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, honored_in
from agendacli.formats.documents.tokens.roles import COMPANY, role_before, role_beside, role_label
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.asides import is_aside
from agendacli.formats.documents.values.fields import TALKS_BELOW
from agendacli.formats.documents.values.people.leading_verbs import doing_in
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.titles import role_below
from agendacli.formats.documents.values.told import ToldPerson, ToldSession
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.kinds import is_transparent, kind_in_title

IN_SENTENCE = "named in a sentence below the title"
"""Why somebody may have no part: the document tells of them, and says no role."""

_NEXT = re.compile(r"(?:(?<=[^\W\d]{3}[.!?])|(?<=\d{4}[.!?]))\s+(?=[^\W\d_a-z])|(?<=\)[.!?])\s+|;\s+")
_BY = re.compile(
    r"\b(?:by|with|mit|von|vom|durch|par|avec|con|por|a cargo de|presidence de|direction|direccion|leitung|"
    r"ltg\.?|dir\.|guide|orgue|orgel|podium|al \w+,)\s*:?\s+(?=\S)"
)
_OFFICE = re.compile(
    r"(?:the|our|its|their|his|her|de[rmn]|die|unser\w*|ihr\w*|sein\w*|le|la|l[’']|notre|sa|son|el|su)\b *"
    r"[^,.;()]{3,40}, "
)
_ENDS_NAME = re.compile(r"\W*$|\s*[,;()]|\s+(?:and|und|et|y|e|&)\s")
_CALLING = re.compile(
    r"(?:(?:the|our|der|die|das|unser[ems]?|le|la|el|los|las|notre|nuestr[oa]|une?|una|eine?[rmn]?) |l['’])"
    r"(?:[^\W\d_]+,? ){0,2}"
)
_MORE = re.compile(r"(?:\s+(?:(?:van|von|de|der|den|del|la)\s+){0,2}[^\W\d_a-z][\w’'-]+){1,2}")
_ONE_OFFICE = r"(?:(?:the|our|le|la|el|die|der|unser[er]?) )?[^\W\d_]{5,} "
_PARTNER = re.compile(
    rf"\s+(?:and|und|et|y|e|&)\s+(?:{_ONE_OFFICE})?"
    r"(?P<who>[^\W\d_a-z][\w’'-]+ (?:(?:van|von|de|der|den|del|la) ){0,2}[^\W\d_a-z][\w’'-]+)"
    r"(?=\W*$|\s*[,;()]|\s+[a-zà-ÿ])"
)
_AND = re.compile(rf"\s*(?:,|&|\b(?:and|und|et|y|e)\b)\s*(?:{_ONE_OFFICE})?")
_GOES_ON = re.compile(r"\s+[^\W\d_a-z]")
_LEADING = frozenset({"chair", "co-chair", "moderator", "host"})
_LONGEST, _MOST, _WORDS_OF_OFFICE, _TWO = 300, 6, 6, 2


def with_people_in_sentences(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session; one that names nobody with those whom sentences below its title name."""
    others = [each for each in session.people if each.role not in _LEADING]
    misread = dict.fromkeys(each.line for each in session.people if _other_in(each))
    if (others and not misread) or TALKS_BELOW in session.title.doubts:
        return session
    found: list[ToldPerson] = []
    for text in (*_texts(session.notes), *([line] for line in misread)):
        for each in _people(text, session.title.value, sense):
            found += [] if any(_is_same(each, other) for other in (*session.people, *found)) else [each]
    names = {each.name for each in found}
    people = (_without_other(each) if _other_in(each) in names else each for each in session.people)
    return session if len(found) > _MOST else replace(session, people=(*people, *found))


def _other_in(person: ToldPerson) -> str:
    """Whom the position of somebody goes on with, if it was misread: `baritone, with Ruth Weir at the organ`."""
    partner = _partner(person.name, person.line.text)  # `Ida Holm and Quill Marsh show slides`
    if partner and partner in person.position:
        return partner
    befores = ((each, person.position.partition(each)[0]) for each in full_names_in(person.position))
    return next((each for each, before in befores if not before or _is_by(before)), "")


def _without_other(person: ToldPerson) -> ToldPerson:
    """The person with a position that ends before whom it goes on with."""
    position = person.position.partition(_other_in(person))[0]
    by = [each.start() for each in _BY.finditer(f"{letterwise(position)}.")]
    position = position[: by[-1]] if by else position.rpartition(", ")[0]
    return replace(person, position=position.rstrip(" ,"), doubts=(*person.doubts, IN_SENTENCE))


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
        if above and (line.is_bullet or line.page or line.line != above.ends + 1):
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
        line = replace(lines[0], text=sentence, pieces=(), last=lines[-1].ends)
        for each in _in_sentence(line, title, sense):
            at = next((one for one in lines if each.name in one.text), line)
            yield replace(each, line=at, doubts=(*each.doubts, IN_SENTENCE))


def _in_sentence(line: Line, title: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """The people of a sentence: behind a word for who does something, else wherever it names them."""
    found = (
        tuple(_doing(line, sense))
        or _behind(line, title, sense)
        or (() if is_transparent(kind_in_title(title)) else tuple(_named(line, title, sense)))
    )
    return tuple(each for each in found if not names_room(each.name))


def _doing(line: Line, sense: PeopleSense) -> Iterator[ToldPerson]:
    """Those of whom a verb says what they do: `Des Farrant leads`."""
    for each in doing_in(line.text.rstrip(" .!")):
        yield from people_of(replace(line, text=each.who), each.role, sense, trust="form")


def _behind(line: Line, title: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """Those behind a role or a word such as *by*; a known name first, with an office before it: `by our clerk, X`."""
    label = role_label(line.text) or role_beside(line.text)
    said = [(label.rest, "" if label.word in COMPANY else label.role)] if label else []
    words = [*_BY.finditer(letterwise(line.text))]
    for each, behind in zip_longest(words, words[1:]):
        text = line.text[each.end() : behind.start() if behind else None]
        said += [(text.rstrip(" ,"), role_before(line.text[: each.end()]) or "")]
    parts = [(text, role or role_below(title, line)) for text, role in said]
    ways: tuple[Trust, ...] = ("known", "form")
    found = (tuple(one for part in parts for one in _first(line, *part, sense, trust)) for trust in ways)
    return tuple(map(_without_office, next(filter(None, found), ())))


def _first(line: Line, text: str, role: str, sense: PeopleSense, trust: Trust) -> tuple[ToldPerson, ...]:
    """The people of a text, or of the first of its ends that names some."""
    found = (people_of(replace(line, text=each), role, sense, trust=trust) for each in _ends(text))
    return next(filter(None, found), ())


def _ends(text: str) -> Iterator[str]:
    """A text, or what stands behind the office that it begins with, and what is left of it behind its first words."""
    office = _OFFICE.match(letterwise(text))
    for rest in (text[office.end() :] if office else "", text):
        words = rest.rstrip(" .").split()
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
    plain = _with_partners((_whole(each, line.text) for each in full_names_in(line.text)), line.text, sense)
    ends = 0
    for name in dict.fromkeys((*honored_in(line.text), *plain)):
        before, _, behind = line.text.partition(name)
        is_next = ends > 0 and _AND.fullmatch(before[ends:]) is not None
        if (sense.is_name(name) or is_next) and (is_next or _stands_out(before, behind)):
            ends = len(before) + len(name)
            role = role_before(before) or role_below(title, replace(line, is_bullet=True))
            yield from people_of(replace(line, text=name), role, sense, trust="form" if is_next else "known")


def _with_partners(names: Iterable[str], sentence: str, sense: PeopleSense) -> Iterator[str]:
    """The names, and behind each the one that is a name by its form and bound to it: `Ida Holm and Quill Marsh`."""
    for each in names:
        partner = _partner(each, sentence)
        yield from (each, partner) if partner and sense.is_name(partner, "form") else (each,)


def _partner(name: str, sentence: str) -> str:
    """What is built like a name and bound to one that a sentence names."""
    found = _PARTNER.match(sentence, sentence.find(name) + len(name))
    return found["who"] if found else ""


def _whole(name: str, sentence: str) -> str:
    """A name with the other names behind it."""
    more = _MORE.match(sentence, sentence.find(name) + len(name))
    return f"{name}{more[0]}" if more else name


def _stands_out(before: str, behind: str) -> bool:
    """Whether a sign or the end stands behind a name, or nothing but an office before it."""
    is_office = all(each[0].isupper() for each in before.split()) or _CALLING.fullmatch(letterwise(before))
    return _ENDS_NAME.match(behind) is not None or (bool(is_office or _is_by(before)) and not _GOES_ON.match(behind))


def _is_by(before: str) -> bool:
    """Whether a text ends with a word for who does something: `Songs by `."""
    return any(each.end() == len(before) for each in _BY.finditer(f"{letterwise(before)}."))
