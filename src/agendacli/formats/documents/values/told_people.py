"""People of whom the sentences below a title tell: `The potter Ida Holm shows how`, `mit Kantorin Petra Ahlers`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import PeopleSense, full_names_in, honored_in
from agendacli.formats.documents.values.asides import is_aside
from agendacli.formats.documents.values.sorting import BY_FORM, told_person
from agendacli.formats.documents.values.told import ToldPerson
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics

IN_SENTENCE = "named in a sentence below the title"
"""Why somebody may have no part: the document tells of them, and says no role."""

_NEXT = re.compile(r"(?<=[^\W_]{3}[.!?])\s+(?=[^\W\d_a-z])|;\s+")
_ARTICLE = r"(?:(?:the|our|der|die|das|unser[ems]?|le|la|el|los|las|notre|nuestr[oa]|une?|una|eine?[rmn]?) |l')"
_CALLING = rf"(?:{_ARTICLE}?(?:[^\W\d_]+,? ){{0,2}})"  # or an office: `the Lord Provost, `, `Kantorin `
_BEGINS = re.compile(rf"(?:{_ARTICLE}(?:[^\W\d_]+,? ){{0,2}}|[^\W\d_]+ )?")
_DOES = re.compile(r",? [a-z]{3}|,? \(")
_BEFORE = re.compile(
    r"(?:(?:^|\W)(?:with|by|mit|von|durch|avec|par|con|por|presence de|presencia de|spricht|liest|zeigt|fuhrt|leitet|"
    r"singt|spielt|erklart|moderiert|referiert|acompana|habla|presenta|dirige|interviene|conduce|guia|toca|canta|lee|"
    r"parle|anime|presente|lit|joue|chante|accompagne|interviendra|"
    rf"(?:conference|lecture|expose|talk|charla|recital|conferencia) (?:de|d'|of))|:) +{_CALLING}$"
)
_CALLED = re.compile(  # `with architect Desta Wolde`, `mit Kantorin Petra Ahlers`
    r"\b(?i:with|by|mit|von|avec|par|con|por) (?:(?:the|la|le|el|der|dem|unser\w*|our) |l['’])?"
    r"(?!\w*(?:comp|gr[ou]u?p|band|troup|coll?ect|team|verein|asoci|associ|club))"
    r"(?:[a-zà-ÿ]{4,} (?:[a-zà-ÿ]{4,} )?|[A-ZÄÖÜ][a-zà-ÿ]+(?:er|in|ist|or|ent|eur|ar|mann|frau) )"
    r"(?P<who>(?!(?:La|Le|Les|Los|Las|El|The|Die|Der|Das) )"
    r"[^\W\d_a-z][^\W\d_]+ (?:(?:de|da|von|van) )?[^\W\d_a-z][\w’'-]+)(?=[.,;!]|$| [a-zà-ÿ])"
)
_AND = re.compile(r"(?:\W*\([^()]*\))?\W*(?:and|und|et|y|e|&)?\W*")
_GOES_ON = re.compile(r"(?:\s+(?:(?:van|von|de|der|den|del|la)\s+){0,2}[^\W\d_a-z][\w’'-]+){1,2}")
_LONGEST, _MOST_BEFORE, _MOST = 320, 45, 6


def people_told(lines: Iterable[Line], known: Sequence[ToldPerson], sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """Those of whom the sentences of some lines tell, but for who is known already; nobody of a long list."""
    found = tuple(_told(lines, known, sense))
    return found if len(found) <= _MOST else ()


def _told(lines: Iterable[Line], known: Sequence[ToldPerson], sense: PeopleSense) -> Iterator[ToldPerson]:
    said = {folded(name_and_honorifics(each.name)[0]) for each in known}
    for line in lines:
        for sentence in _NEXT.split(line.text) if len(line.text) <= _LONGEST else ():
            for each in _in_sentence(sentence, line, sense):
                name = folded(name_and_honorifics(each.name)[0])
                if not any(name in other or other in name for other in said):
                    said.add(name)
                    yield each


def _in_sentence(sentence: str, line: Line, sense: PeopleSense) -> Iterator[ToldPerson]:
    words = letterwise(sentence).replace("’", "'")
    ends = 0
    for name in () if is_aside(sentence) else _names(sentence):
        at = sentence.find(name, ends)
        is_next = ends > 0 and _AND.fullmatch(words[ends:at]) is not None
        if is_next or _takes_part(words[:at], words[at + len(name) :]):
            ends = at + len(name)
            found = (told_person(each, "speaker", line) for each in sense.people(name, "said") or ())
            yield from (replace(each, doubts=(IN_SENTENCE,)) for each in found if sense.is_name(each.name))
    for called in () if is_aside(sentence) else _CALLED.finditer(sentence):
        if sense.is_name(called["who"], "form"):
            yield ToldPerson(called["who"], "", "speaker", line, doubts=(IN_SENTENCE, BY_FORM))


def _names(sentence: str) -> tuple[str, ...]:
    """The names in a sentence, in its order, with their honorifics."""
    honored = honored_in(sentence)
    plain = [_whole(each, sentence) for each in full_names_in(sentence)]
    names = {*honored, *(each for each in plain if not any(each in other for other in honored))}
    return tuple(sorted(names, key=sentence.find))


def _whole(name: str, sentence: str) -> str:
    """A name with the other names behind it."""
    more = _GOES_ON.match(sentence, sentence.find(name) + len(name))
    return f"{name}{more[0]}" if more else name


def _takes_part(before: str, behind: str) -> bool:
    """Whether who stands between these words does something, or something is with or by them."""
    does = len(before) <= _MOST_BEFORE and _BEGINS.fullmatch(before) and _DOES.match(behind)
    return bool(does) or _BEFORE.search(before[-_MOST_BEFORE:]) is not None
