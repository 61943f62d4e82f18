"""People in a text: whether it is a list of them, and who they are."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from agendacli.formats.documents.tokens.churches import is_church
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.tokens.offices import letters_apart, office_before
from agendacli.formats.documents.tokens.stop_words import is_no_name
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded, folded_words
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.naming import begins_with_position, is_full_name
from agendacli.words.placeholders import is_placeholder, is_seat

_BETWEEN = re.compile(
    r"\s*,\s*(?:(?:and|und|et|y)\s+)?(?![^(]*\))|\s+(?:and|und|et|y|&|e)\s+(?![^(]*\))|\s*&\s*(?![^(]*\))|\s*/\s*(?=[A-Z])(?![^(]*\))"
)
_PARTS = re.compile(r"\s*[;|]\s*|\s+·\s+")
_WITH_PLACE = re.compile(r"(?P<name>[^()\[\]]{3,70}?)\s*[(\[](?P<place>.*)[)\]]\*?")
_DASHED = re.compile(r"(?P<name>[^–—:]{4,70}?)(?:\s+[–—-]{1,2}\s+|\s*:\s+)(?P<place>.+)")
_FROM = re.compile(r"(?P<name>[^–—:()]{4,50}?) (?:from|aus) (?P<place>(?:the |our |der |dem )?[^\W\d_].+)")
_NAME_OF_MOTHER = re.compile(r"\s+y\s+[^\W\d_a-z][^\W\d_]+(?=\s*(?:[,;(]|y\b|$))")  # `Álvaro Núñez y Prieto`
_AND = re.compile(r"\s*(?:and|und|et|y|e|&)\s*")
_TBC = re.compile(r"\s*[(\[](?:tbc|to be confirmed|tentative)[)\]]", re.IGNORECASE)
_NO_NAME = re.compile(r"[\d!?@=%&#+*<>“”\"„«»…]")
_OF_HOUSE = re.compile(r"\w[’']s$")  # `Ely St Wendreda's`
_ACRONYM = re.compile(r"[A-Z]{3,5}\s(?=\w*[a-zà-ÿ])")  # of an institution: `ENS Lyon`
_INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_INITIAL_FIRST = re.compile(r"[^\W\d_a-z]\. [^\W\d_a-z][\w’'-]+ ")
_HONORED = re.compile(
    r"(?<![\w.])(?:(?:The\s+)?(?:(?:Rt|Right|Very|Most)\.?\s+)?(?=Rev))?(?:(?:H\.\s?E\.?|S\.\s?E\.|Mr|Ms|Mrs|Mme|Mlle|M(?=\.)|Dr|Dra|Prof|Professor|Sir|Dame|Rev[’']?d?|Rvd[oa]|Mons|Hn[oa]|Cllr|Ald(?=\.)|Bro(?=\.)|Fr(?=\.)|"
    r"Hon(?!\.? (?:Sec|Treas|Member|Fellow|President|Chair))|Mag(?=\.)|"
    r"(?:Assoc|Asst|Ass|Assist|Adj|Emer|Associate|Assistant|Adjunct)(?=\.?\s+Prof\b)|Dipl\.-\w+|Dr\.-Ing|Ir(?=\.)|Engr|Ilm[oa]|Dña|D\.?ª|"
    r"Licda|Mtr[oa]|Pfr(?:in)?|Ma[iî]tre|Fray|Doña|(?:Me|RA|RAin)(?=\s+\w+\s+[A-ZÀ-Ý])|"
    r"Herr|Frau|Sra?|Dott|Judge|Ambassador)\b\.?\s+(?:D\.ª\s+|\([A-Z][\w.]{1,4}\)\s+|(?:[a-z]{1,6}\.\s?)+\s*)?)+"
    r"(?P<name>[^\W\d_a-zà-ÿ][\w.’'-]*(?:(?<!\w{3}\.)\s+(?:(?:de|da|del|della|di|dos|du|des|la|le|van|von|der|den|bin|al|el|y|zu|af)\s+){0,3}[^\W\d_a-z][\w’'-]*\.?){0,4})"
)
_OF_THINGS = re.compile(r"(?<!\bvon)(?<!\bvan)(?<!\bauf)(?<!\bde) (?:zum|zur|der|des|du|les|las|los|the) ")
_CAPITALS = r"(?=[\w'’-]{2})[^\W\d_a-zà-ÿ]+(?:['’-][^\W\d_a-zà-ÿ]+)*(?![\w])"
_INVERTED = re.compile(
    rf"(?P<family>{_CAPITALS}(?: {_CAPITALS})?), "
    r"(?P<given>[^\W\d_a-zà-ÿ][^\W\d_A-Z]+(?:[ -][^\W\d_a-zà-ÿ][^\W\d_A-Z]*\.?)?)"
    r"(?: \((?P<place>[^()]{2,60})\))?"
)
_INVERTED_LIST = re.compile(
    rf"(?:{re.sub(r'[?]P<[a-z]+>', '?:', _INVERTED.pattern)}(?:$|\s*(?:;|&|/|,|and|und|et|y)\s+(?=\w)))+"
)
_OF_FAMILY = re.compile(r" (?:bint?i?|ibn|[ae]l-|van de[rn]?|von) ?[^\W\d_a-z]|(?:d[oó]ttir|sson)$")
"""What stands in names alone: `Noura bint Saleh`, `Guðrún Halldórsdóttir`."""
_NOUN = re.compile(  # of which something is told: `Sanierung von Altbauten`
    r"(?i:\w{3,}(?:ung|ungen|heit|keit|schaft|tion|tionen|ismus|ität|kunde|bau|pflege|lehre|logie|analyse)) "
)
_DONE_BY = re.compile(r"(?:ge\w+t|\w+iert|\w+ge\w+t) von ")  # `Geführt von Xaver Stein`
_INSIDE = re.compile(
    r"\w[’']s [^\W\d_a-z]|\w{4}\.\s|\s(?!(?:Ste?|St[ao])\.)(?=\w*[aeiouyà-ÿ])[^\W\d_]{2,}\.\s|"
    r"\s(?:Prof|Dra?|Mrs?|Ms|Mme|Mlle|Herrn?|Frau|Sra?|Sir|Dame)\b\.?\s"
)  # ends a name
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])\s?\d(?:,\d)*(?=\s*(?:,|and\b|&|$))")
_WITH_PLACES = (_WITH_PLACE, _DASHED, _FROM)
Trust = Literal["known", "form", "said"]
"""What speaks for a name: a known given name or an honorific, its form and place alone, or the document itself."""

_TRUST_BEHIND_OFFICE: dict[Trust, Trust] = {"known": "form", "form": "said", "said": "said"}
_ARTICLES = frozenset(
    ["the", "a", "an", "der", "die", "das", "ein", "eine", "le", "les", "un", "une", "el", "los", "las", "una"]
)
_MOST_LIST = 12
_LONG_TEXT, _LONGEST_NAME = 400, 70


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
    """Tells people from other words in one document, whose `small` words it writes in small letters as well.

    `named` are those whom the document itself shows to be people, folded and without honorifics.
    """

    def __init__(self, small: Iterable[str] = (), named: Iterable[str] = ()) -> None:
        self._small = frozenset(small)
        self._named = frozenset(named)
        self._is_name: dict[tuple[str, Trust], bool] = {}  # by text and trust: most are asked several times
        self._people: dict[tuple[str, Trust], tuple[Named, ...] | None] = {}

    def is_name(self, text: str, trust: Trust = "known") -> bool:
        """Whether a text is the name of a person; `trust` says what beside its words speaks for it."""
        asked = text, trust
        known = self._is_name.get(asked)
        if known is None:
            known = self._is_name[asked] = self._reads_as_name(text.strip(" ,;:.–-").replace("\u00ad", "-"), trust)
        return known

    def _reads_as_name(self, text: str, trust: Trust) -> bool:
        if len(text) > _LONGEST_NAME or text.islower() or any(each.search(text) for each in (_NO_NAME, _OF_HOUSE)):
            return False
        name, honorific = name_and_honorifics(text)
        words = () if _INSIDE.search(name) else folded_words(name)
        strange = sum(map(is_no_name, words))
        may_be_strange = trust == "said" and len(words) == 2 and not self._small.issuperset(words)
        may_be_strange |= any(map(is_no_name, words[1:-1])) and is_given(name)  # `Joaquín Mesa Prieto`
        if (
            not words
            or is_church(text)
            or is_group(text)
            or strange > may_be_strange
            or (words[0] in _ARTICLES and not (honorific or _INITIAL.match(name)))
            or is_placeholder(name)
            or is_seat(name)
        ):
            return False
        if _ACRONYM.match(name) and not is_given(" ".join(name.split()[1:])):
            return False
        if honorific:
            return name[:1].isupper() and (
                is_full_name(name) or (" " not in name and name != text and not begins_with_position(name))
            )
        if len(words) == 1:  # `Moderation: Anna`
            return trust == "said" and name[:1].isupper() and is_given(name) and not self._small.issuperset(words)
        return is_full_name(name) and self._reads_like_one(name, trust)

    def _reads_like_one(self, name: str, trust: Trust) -> bool:
        parts = name.split()
        long = [folded(each) for each in parts if len(each) > 1 and not each.islower() and not _INITIAL.fullmatch(each)]
        small = sum(each in self._small for each in long)
        if not long or small * 2 > len(long) or (name.isupper() and trust != "said" and len(parts) > 3):
            return False
        first = parts[1] if len(parts) > 2 and _INITIAL.fullmatch(parts[0]) else parts[0]  # `D. Jordi Serra`
        if trust == "said" or is_given(first) or folded(name) in self._named:
            return True
        if _OF_FAMILY.search(name):
            return _DONE_BY.match(folded(name)) is None and _NOUN.match(name) is None
        if trust == "form":
            return (
                small == 0
                and name[0].isupper()
                and _OF_THINGS.search(name) is None
                and len(parts[-1].rstrip(".")) > 1
                and len(parts) <= 4
                and not any(each.isupper() and len(each) > 1 for each in parts)
            )
        return any(_INITIAL.fullmatch(each) for each in parts) and small == 0

    def is_shown(self, name: str) -> bool:
        """Whether the document shows somewhere that a name is that of a person."""
        return folded(name_and_honorifics(name)[0]) in self._named

    def people(self, text: str, trust: Trust = "known") -> tuple[Named, ...] | None:
        """The persons of a text that is a list of them; None where it is none."""
        asked = text, trust
        if asked not in self._people:
            self._people[asked] = self._listed(text, trust)
        return self._people[asked]

    def _listed(self, text: str, trust: Trust) -> tuple[Named, ...] | None:
        plain = _FOOTNOTE.sub("", " ".join(text.split())).strip(" ;.,*")
        if len(plain) > (_LONG_TEXT if not begins_with_honorific(plain) else 5 * _LONG_TEXT) or not plain:
            return None
        if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
            plain = plain[1:-1].strip()
        if _INVERTED_LIST.fullmatch(plain) and (turned := _turned(plain)):
            return turned
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
        if not named or named[0] is None:
            named_all = [self._one(each, "said") for each in pieces]
            known = sum(is_given(name_and_honorifics(each)[0]) for each in pieces)
            if len(pieces) < 2 or not all(named_all) or 2 * known < len(pieces):
                return None
            return tuple(each for each in named_all if each)
        loose = [self._one(each, "said") for each in pieces]
        has_title = [name_and_honorifics(each)[1] is not None for each in pieces]
        is_list = len(pieces) > 1 and all(loose) and all(has_title) == has_title[0]
        if is_list and (has_title[0] or not _ends_at_town(part, pieces, ends)):
            return tuple(each for each in loose if each)
        return self._with_positions(part, pieces, ends, has_title)

    def _with_positions(
        self, part: str, pieces: Sequence[str], ends: Sequence[tuple[int, int]], titled: Sequence[bool]
    ) -> tuple[Named, ...]:
        """Persons whose positions stand behind them; a new one begins at an honorific, else a known name."""
        are_two = _AND.fullmatch(part[ends[0][1] : ends[-1][0]]) and self._one(pieces[-1], "form")
        trust: Trust = "said" if any(titled) or are_two else "known"
        are_placed = all(map(_WITH_PLACE.fullmatch, pieces))
        placed = [self._is_placed(each, "form" if are_placed else "known") for each in pieces]
        placed = [is_one or self._begins_name(each) for is_one, each in zip(placed, pieces, strict=True)]
        bare = [letters_apart(each)[0] for each in pieces]
        known = [(is_given(each) and self.is_name(each)) or self.is_shown(each) for each in bare]
        may_begin = [*map(max, titled, placed, known)] if any(titled) and not are_two else [True] * len(pieces)
        begins = [0, *(n for n in range(1, len(pieces)) if may_begin[n] and self._one(pieces[n], trust))]
        firsts = [(begin, one) for begin in begins if (one := self._one(pieces[begin], "said"))]
        afters = [*(begin for begin, _ in firsts[1:]), len(pieces)]
        found = []
        for (begin, first), after in zip(firsts, afters, strict=True):
            said = part[ends[begin + 1][0] : ends[after - 1][1]] if after > begin + 1 else ""
            position = ", ".join(filter(None, (first.position, said.strip(" ,"))))
            is_confirmed = first.is_confirmed and not _TBC.search(said)
            found.append(Named(first.name, _TBC.sub("", position), first.is_sure, is_confirmed))
        return tuple(found)

    def _begins_name(self, piece: str) -> bool:
        """Whether a piece begins as a name does: with an initial, or with an office before one."""
        office, name = office_before(piece)
        return _INITIAL_FIRST.match(piece) is not None or (office != "" and self.is_name(name, "form"))

    def _is_placed(self, piece: str, trust: Trust) -> bool:
        """Whether a piece is a name with a place in brackets, and so no position."""
        found = _WITH_PLACE.fullmatch(piece)
        return found is not None and self.is_name(found["name"], trust)

    def _one(self, text: str, trust: Trust) -> Named | None:
        """The person of a text without commas: `Name`, `Name (Place)`, `Name – Place`."""
        text = text[4:] if text.startswith("the ") and name_and_honorifics(text[4:])[1] else text  # `the Ven. Ida Holm`
        confirmed = not _TBC.search(text)
        office, plain = office_before(_TBC.sub("", text).strip(" ,;"))
        found = next((each for way in _WITH_PLACES if (each := way.fullmatch(plain))), None)
        name, place = (found["name"].strip(), found["place"].strip()) if found else (plain, "")
        name, letters = letters_apart(name)
        if is_group(office) or not self.is_name(name, _TRUST_BEHIND_OFFICE[trust] if office else trust):
            return None
        place = ", ".join(filter(None, (office, letters, place)))
        return Named(name, place, self.is_sure(name), confirmed)

    def is_sure(self, name: str) -> bool:
        """Whether an honorific, a known given name or the document says that a name is that of a person."""
        bare, honorific = name_and_honorifics(name)
        return honorific is not None or is_given(bare) or self.is_shown(bare) or bool(_OF_FAMILY.search(bare))


def _ends_at_town(part: str, pieces: Sequence[str], ends: Sequence[tuple[int, int]]) -> bool:
    """Whether a list of whole names ends with a word by itself behind a comma: `Florian Holm, Jena`."""
    are_whole = all(" " in each for each in pieces[:-1])
    return are_whole and " " not in pieces[-1] and part[ends[-2][1] : ends[-1][0]].strip() == ","


def _turned(text: str) -> tuple[Named, ...]:
    """The people of a list whose family names are printed first, in capital letters; none where these are acronyms."""
    found = [*_INVERTED.finditer(text)]
    is_name = any(re.search(r"\w{4}", each["family"]) or is_given(each["given"]) for each in found)
    return tuple(Named(f"{each['given']} {each['family']}", each["place"] or "") for each in found) if is_name else ()


def honored_in(text: str) -> tuple[str, ...]:
    """The names with an honorific anywhere in a text, as written, honorific included."""
    return tuple(" ".join(found[0].split()).rstrip(".,") for found in _HONORED.finditer(text[:20_000]))


def begins_with_honorific(text: str) -> bool:
    """Whether a text begins with a name that has an honorific."""
    return _HONORED.match(text.lstrip("•▪- ")) is not None


def _apart(text: str) -> str:
    """The text with a semicolon before each further person who has an honorific."""
    cuts = [each.start() for each in _HONORED.finditer(text) if each.start() > 0]
    for cut in reversed(cuts):
        before = text[:cut]
        is_office = re.fullmatch(r"[^\W\d_a-zà-ÿ]\w+\s", before) is not None
        if not is_office and not re.search(r"(?:[;,(&|]|\b(?:and|und|et|y|by|of|to|for|the|von|par|with))\s*$", before):
            text = f"{before.rstrip(' -/')}; {text[cut:]}"
    return text


def _pieces(part: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The pieces of a text between commas and words for `and`, and where each stands in it."""
    ends, at = [], 0
    for found in _BETWEEN.finditer(part):
        if _NAME_OF_MOTHER.match(part, found.start()) and " " in part[at : found.start()].strip():
            continue
        ends.append((at, found.start()))
        at = found.end()
    ends = [each for each in (*ends, (at, len(part))) if part[slice(*each)].strip()]
    return [part[begin:end].strip() for begin, end in ends], ends
