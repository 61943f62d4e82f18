"""People in a text: whether it is a list of them, and who they are."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.offices import office_before
from agendacli.formats.documents.tokens.stop_words import NO_NAMES
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded, folded_words
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.naming import is_full_name
from agendacli.words.placeholders import is_placeholder, is_seat

_BETWEEN = re.compile(
    r"\s*,\s*(?:(?:and|und|et|y)\s+)?(?![^(]*\))|\s+(?:and|und|et|y|&|e)\s+(?![^(]*\))|\s*&\s*(?![^(]*\))|\s*/\s*(?=[A-Z])(?![^(]*\))"
)
_PARTS = re.compile(r"\s*[;|]\s*|\s+·\s+")
_WITH_PLACE = re.compile(r"(?P<name>[^()\[\]]{3,70}?)\s*[(\[](?P<place>.*)[)\]]\*?")
_DASHED = re.compile(r"(?P<name>[^–—:]{4,70}?)(?:\s+[–—-]{1,2}\s+|\s*:\s+)(?P<place>.+)")
_AND = re.compile(r"\s*(?:and|und|et|y|e|&)\s*")
_TBC = re.compile(r"\s*[(\[](?:tbc|to be confirmed|tentative)[)\]]", re.IGNORECASE)
_NO_NAME = re.compile(r"[\d!?@=%&#+*<>“”\"„«»…]")
_ACRONYM = re.compile(r"[A-Z]{3,5}\s(?=\w*[a-zà-ÿ])")  # of an institution: `ENS Lyon`
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_HONORED = re.compile(
    r"(?<![\w.])(?:The\s+(?=Rev))?(?:(?:H\.\s?E\.?|S\.\s?E\.|Mr|Ms|Mrs|Mme|Mlle|M(?=\.)|Dr|Dra|Prof|Professor|Sir|Dame|Revd?|Cllr|Hon|Mag(?=\.)|Herr|Frau|Sra?|Dott|Judge|Ambassador)\b\.?\s+)+"
    r"(?:(?:med|rer|nat|habil|phil)\.\s*)*(?P<name>[^\W\d_a-zà-ÿ][\w.’'-]*(?:\s+(?:(?:de|da|del|della|di|dos|du|des|la|le|van|von|der|den|bin|al|el|y|zu|af)\s+){0,3}[^\W\d_a-z][\w’'-]*\.?){0,4})"
)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\s?\d(?:,\d)*(?=\s*(?:,|and\b|&|$))")
Trust = Literal["known", "form", "said"]
"""What speaks for a name: a known given name or an honorific, its form and place alone, or the document itself."""

_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "les", "el", "los", "las"})
_MOST_LIST = 12
_LONG_TEXT = 400


@frozen
class Named:
    """A person as a text names one: the name with honorific, the position behind it, and on what the reading rests.

    `is_sure`: an honorific, a known given name or the document itself says that it is a person.
    """

    name: str
    position: str = ""
    is_sure: bool = True
    is_confirmed: bool = True


class PeopleSense:
    """Tells people from other words in one document, whose `small` words it writes in small letters as well."""

    def __init__(self, small: Iterable[str] = ()) -> None:
        self._small = frozenset(small)

    def is_name(self, text: str, trust: Trust = "known") -> bool:
        """Whether a text is the name of a person; `trust` says what beside its words speaks for it."""
        text = text.strip(" ,;:.–-").replace("\u00ad", "-")
        if _NO_NAME.search(text) or len(text) > 70:
            return False
        name, honorific = name_and_honorifics(text)
        words = folded_words(name)
        strange = sum(each in NO_NAMES for each in words)
        may_be_strange = trust == "said" and len(words) == 2 and not self._small.issuperset(words)
        if not words or strange > may_be_strange or words[0] in _ARTICLES or is_placeholder(name) or is_seat(name):
            return False
        if _ACRONYM.match(name) and not is_given(" ".join(name.split()[1:])):
            return False
        if honorific:
            return name[:1].isupper() and (is_full_name(name) or (len(words) == 1 and name != text))
        return is_full_name(name) and self._reads_like_one(name, trust)

    def _reads_like_one(self, name: str, trust: Trust) -> bool:
        parts = name.split()
        long = [folded(each) for each in parts if len(each) > 2 and not each.islower()]
        small = sum(each in self._small for each in long)
        if not long or small * 2 > len(long) or (name.isupper() and trust != "said" and len(parts) > 3):
            return False
        if trust == "said" or is_given(parts[0]):
            return True
        if trust == "form":
            return small == 0 and len(parts) <= 4 and not any(each.isupper() and len(each) > 1 for each in parts)
        return any(_INITIAL.fullmatch(each) for each in parts) and small == 0

    def people(self, text: str, trust: Trust = "known") -> tuple[Named, ...] | None:
        """The persons of a text that is a list of them; None where it is none."""
        plain = _FOOTNOTE.sub("", " ".join(text.split())).strip(" ;.,*")
        if len(plain) > (_LONG_TEXT if not begins_with_honorific(plain) else 5 * _LONG_TEXT) or not plain:
            return None
        if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
            plain = plain[1:-1].strip()
        parts = [each for part in _PARTS.split(_apart(plain)) if (each := part.strip(" ,"))]
        read = [self._some(each, trust) for each in parts]
        if None in read and 2 * sum(map(bool, read)) > len(read):
            read = [self._some(each, "said") for each in parts]
        found = [each for some in read if some for each in some]
        return tuple(found) if found and None not in read and len(found) <= _MOST_LIST else None

    def _some(self, part: str, trust: Trust) -> tuple[Named, ...] | None:
        """The persons of a text between semicolons."""
        pieces, ends = _pieces(part)
        named = [self._one(each, trust) for each in pieces]
        if named[0] is None:
            named_all = [self._one(each, "said") for each in pieces]
            known = sum(is_given(name_and_honorifics(each)[0]) for each in pieces)
            if len(pieces) < 2 or not all(named_all) or 2 * known < len(pieces):
                return None
            return tuple(each for each in named_all if each)
        loose = [self._one(each, "said") for each in pieces]
        has_title = [name_and_honorifics(each)[1] is not None for each in pieces]
        if len(pieces) > 1 and all(loose) and all(has_title) == has_title[0]:
            return tuple(each for each in loose if each)
        return self._with_positions(part, pieces, ends, has_title)

    def _with_positions(
        self, part: str, pieces: Sequence[str], ends: Sequence[tuple[int, int]], titled: Sequence[bool]
    ) -> tuple[Named, ...]:
        """Persons whose positions stand behind them; a new one begins at an honorific, else a known name."""
        are_two = _AND.fullmatch(part[ends[0][1] : ends[-1][0]]) and self._one(pieces[-1], "form")
        trust: Trust = "said" if any(titled) or are_two else "known"
        may_begin = titled if any(titled) and not are_two else [True] * len(pieces)
        begins = [0, *(n for n in range(1, len(pieces)) if may_begin[n] and self._one(pieces[n], trust))]
        found = []
        for n, begin in enumerate(begins):
            after = begins[n + 1] if n + 1 < len(begins) else len(pieces)
            first = self._one(pieces[begin], "said")
            said = part[ends[begin + 1][0] : ends[after - 1][1]] if after > begin + 1 else ""
            if first:
                position = ", ".join(filter(None, (first.position, said.strip(" ,"))))
                found.append(
                    Named(
                        first.name, _TBC.sub("", position), first.is_sure, first.is_confirmed and not _TBC.search(said)
                    )
                )
        return tuple(found)

    def _one(self, text: str, trust: Trust) -> Named | None:
        """The person of a text without commas: `Name`, `Name (Place)`, `Name – Place`."""
        confirmed = not _TBC.search(text)
        office, plain = office_before(_TBC.sub("", text).strip(" ,;"))
        found = _WITH_PLACE.fullmatch(plain) or _DASHED.fullmatch(plain)
        name, place = (found["name"].strip(), found["place"].strip()) if found else (plain, "")
        if not self.is_name(name, "said" if office and trust != "known" else trust):
            return None
        place = ", ".join(filter(None, (office, place)))
        return Named(name, place, self._is_sure(name), confirmed)

    def _is_sure(self, name: str) -> bool:
        bare, honorific = name_and_honorifics(name)
        return honorific is not None or is_given(bare)


def honored_in(text: str) -> tuple[str, ...]:
    """The names with an honorific anywhere in a text, as written, honorific included."""
    return tuple(" ".join(found[0].split()).rstrip(".,") for found in _HONORED.finditer(text[:20_000]))


def begins_with_honorific(text: str) -> bool:
    """Whether a text begins with a name that has an honorific."""
    return _HONORED.match(text.lstrip("•▪- ")) is not None


def small_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words of a document that it writes in small letters somewhere, folded."""
    return frozenset(folded(word) for line in lines for word in re.findall(r"[^\W\d_]+", line.text) if word.islower())


def _apart(text: str) -> str:
    """The text with a semicolon before each further person who has an honorific."""
    cuts = [each.start() for each in _HONORED.finditer(text) if each.start() > 0]
    for cut in reversed(cuts):
        before = text[:cut]
        if not re.search(r"(?:[;,(&|]|\b(?:and|und|et|y|by|of|to|for|the|von|par|with))\s*$", before):
            text = f"{before.rstrip(' -/')}; {text[cut:]}"
    return text


def _pieces(part: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The pieces of a text between commas and words for `and`, and where each stands in it."""
    ends, at = [], 0
    for found in _BETWEEN.finditer(part):
        ends.append((at, found.start()))
        at = found.end()
    ends = [each for each in (*ends, (at, len(part))) if part[slice(*each)].strip()]
    return [part[begin:end].strip() for begin, end in ends], ends
