"""The lines of a slot sorted: rooms and roles that are named, people below a role, and what is left for the title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.groups import has_members
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.people import Named, PeopleSense, Trust, begins_with_honorific
from agendacli.formats.documents.tokens.places import is_room
from agendacli.formats.documents.tokens.remarks import without_remarks
from agendacli.formats.documents.tokens.roles import Label, is_office, role_announced, role_heading, role_label
from agendacli.formats.documents.tokens.rooms import room_label
from agendacli.formats.documents.values.asides import names_work
from agendacli.formats.documents.values.role_parts import by_role, pieces_in
from agendacli.formats.documents.values.room_parts import room_apart, room_below
from agendacli.formats.documents.values.title_apart import title_apart
from agendacli.formats.documents.values.told import Told, ToldPerson
from agendacli.formats.documents.values.wrapped_names import with_lists_whole
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.placeholders import is_placeholder

_WEAK = frozenset({"keynote", "panel", "podium", "par", "por", "opening remarks by", "author", "authors", "host"})
_CREDIT = re.compile(r"(?:foto|photo|credit|bild)s?\s*(?:by|:|©)", re.IGNORECASE)
_DETAILS = re.compile(
    r"\s*[\[(]\s*(?:pdf|slides?|video|link|abstract|zoom|recording|details|more|bio)\s*[\])]", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?i:(?:\w+\s+){0,2}(?:remarks|welcome|address|presentation|opening|keynote|statements?|introduction|speech)\b.*?\bby"
    r"|(?:allocution|intervention|mot d[’']\w+|discours)\b.*?\b(?:de|par)"
    r"|(?:palabras|discurso|intervenci[oó]n)\b.*?\b(?:de|por)"
    r"|(?:grußworte?|ansprache|begrüßung)\b.*?\b(?:von|durch))\s+(?=[^\W\d_a-z])"
)
_GOES_ON_BELOW = re.compile(r"(?:[,;]|\s(?:and|und|et|y|e|&))$")
_LONGEST_ABBREVIATION = 5
_LEADING = frozenset({"chair", "co-chair", "moderator", "host"})
_BY = (" by", " par", " de", " von", " por")
_PART = re.compile(
    r"(?:^|, )(?P<role>thematic expert|moderator|panell?ist|rapporteur)(?=$| (?:will|provides|gives|leads)\b)"
)
_INSTITUTION = re.compile(
    r"(?:(?:tu|th|fh|uni|eth|ens|cnrs|universit\w+|universidad|university|hochschule|fachhochschule|institut\w*|"
    r"ecole|college|school|department|ministry|ministere|ministerio|ministerium|office|amt|agency|agence|muhle|"
    r"stadtwerke|gmbh|verein|verband|stiftung|fondation|foundation|museum|musee|museo|centre|center|centro|zentrum)\b"
    r"|.*\b(?:university|institute|college|gmbh|ag|ltd|inc|e\. ?v\.|s\.a\.|office|agency|ministry|council|museum)\W*$)"
)
_BRACKET_FIRST = re.compile(r"\([^()]{2,80}\)[,;] ")
_BRACKETED = re.compile(r"\([^()]{2,80}\)\*?")
_STOP = re.compile(r"(?<=\w{3}[a-zß-ÿ])\.$")  # behind a name before brackets: `Ida Holm. (Room 2)`
_BAR = re.compile(r"\s[|·]\s")
_QUOTE = re.compile(r"[\"“„«»”]")
_PRICE = re.compile(
    r"[.,;–—]?\s+(?:(?:£|€|\$|CHF|EUR)\s?\d|\d+(?:[.,]\d\d)?\s?(?:€|£|EUR\b|CHF\b)|free\b|frei\b|gratis\b|gratuit)[^,;]*$",
    re.IGNORECASE,
)
_OFFICE_FIRST = re.compile(r"(?i:the|der|die|le|la|el) (?P<office>[^\W\d_a-z][\w ’'-]{2,40}), +")
BY_FORM = "a name by its form only"
"""Why a name may be none: nothing but its form speaks for it."""

MAY_LEAD = "the office behind the name may be a role here"
"""Why somebody may lead a session: `Ida Holm (convenor)`."""

MADE = "what stands behind the colon may be a piece, or a talk of its own"
"""Why somebody may have no part: `Robert Schumann: Dichterliebe`."""

FROM_THERE = "behind a known name: it may say where that person is from"
"""Why a name may be none: it stands in a list of people behind one that is known, and is not."""


@dataclass(slots=True)
class Sorted:
    """What the lines of a slot say; `left` is what none of it is."""

    left: list[Line] = field(default_factory=list)
    people: list[ToldPerson] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    room: Told[str] | None = None
    open: Line | None = None  # a role of which nobody was read, that may go on in the next line


def sorted_lines(lines: list[Line], sense: PeopleSense, *, is_row: bool, is_title: bool = False) -> Sorted:
    """The lines of a slot sorted; in the row of a table a label may come first. `is_title`: the first is a title."""
    found = Sorted()
    role: str | None = None
    whole = with_lists_whole(lines)
    for line in _parted(whole if is_title else [*_title_apart(whole)], sense):
        if _CREDIT.match(line.text):
            continue
        label = role_label(line.text)
        room = room_below(line.text) if found.left else None if is_row else room_label(line.text)
        if room is not None:
            role = None
            _take_room(found, room, line)
        elif label and (found.left or label.word not in _WEAK) and _is_label(label, sense):
            role = _take_role(found, label, line, sense)
        elif found.open and line.line == found.open.ends + 1 and line.text[:1].islower():
            found.notes.append(line)
        elif role and (people := _below_role(line, role, sense)):
            found.people += people
        else:
            role = (role if role and line.is_bullet else None) or role_announced(line.text)
            found.left.append(line)
    return found


def people_of(line: Line, role: str, sense: PeopleSense, *, trust: Trust = "known") -> tuple[ToldPerson, ...]:
    """The persons of a line in a role; those whose name is one by its form alone with a doubt."""
    office = _OFFICE_FIRST.match(line.text)
    if office and begins_with_honorific(line.text[office.end() :]):
        first, *others = people_of(replace(line, text=line.text[office.end() :]), role, sense, trust="said")
        position = ", ".join(filter(None, (office["office"], first.position)))
        return (replace(first, position=position, line=line), *others)
    named = sense.people(line.text, trust)
    if named is None and begins_with_honorific(line.text):
        named, trust = sense.people(line.text, "said"), "said"
    by_form = trust == "form"
    named = named and tuple(replace(each, name=_STOP.sub("", each.name)) for each in _listed(named, sense))
    found = [told_person(each, role, line, is_doubted=by_form and not each.is_sure) for each in named or ()]
    return tuple(replace(each, doubts=(*each.doubts, *_of_list(n, named or ()))) for n, each in enumerate(found))


def _listed(named: Sequence[Named], sense: PeopleSense) -> Iterator[Named]:
    """The people of a list, the last of them also where it was taken for what stands behind bare names."""
    *others, last = named
    is_one = bool(others) and not any(each.position for each in others) and sense.is_name(last.position, "form")
    yield from others
    yield from (replace(last, position=""), Named(last.position, is_sure=False)) if is_one else (last,)


def _of_list(n: int, named: Sequence[Named]) -> tuple[str, ...]:
    """Why one of a list of people may be none: it stands behind somebody known, and may say where that one is from."""
    above = named[n - 1]
    is_plain = _is_plain(named[n].name) and not _is_plain(above.name)
    is_odd = n > 0 and not above.position and above.is_sure and (not named[n].is_sure or is_plain)
    return (FROM_THERE,) if is_odd else ()


def _is_plain(name: str) -> bool:
    """Whether a name has no honorific, nor what may be one: `D. Anselmo Quiroga`."""
    return name_and_honorifics(name)[1] is None and name[1:2] != "."


def told_person(named: Named, role: str, line: Line, *, is_doubted: bool = False) -> ToldPerson:
    """A person of a line in a role."""
    reasons: tuple[str, ...] = (BY_FORM,) if is_doubted else ()
    is_bracketed = role == "speaker" and f"({named.position})" in line.text
    said = role_heading(named.position) if is_bracketed else None
    may_lead = role == "speaker" and role_heading(named.position) in _LEADING  # `Ida Holm, Chair`
    if (said and is_office(named.position)) or (may_lead and not is_bracketed):  # `Ida Holm (Chair of TC 41)`
        reasons += (MAY_LEAD,) if " " not in named.position else ()
    elif said:  # `Ida Holm (chair)`
        return ToldPerson(named.name, "", said, line, is_confirmed=named.is_confirmed, doubts=reasons)
    if role == "speaker" and re.search(rf"{re.escape(named.name)} ?: +{re.escape(named.position)}", line.text):
        reasons += (MADE,) if named.position else ()
    part = _PART.search(named.position) if role == "speaker" else None
    if part:
        role = "thematic expert" if "thematic" in part["role"] else part["role"].replace("nelist", "nellist")
    position = without_remarks(named.position)
    return ToldPerson(named.name, position, role, line, is_confirmed=named.is_confirmed, doubts=reasons)


def by_line(line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """The persons of `Remarks by …`."""
    found = _BYLINE.match(line.text)
    return people_of(replace(line, text=line.text[found.end() :]), "speaker", sense) if found else ()


def _title_apart(lines: list[Line]) -> Iterator[Line]:
    """The lines, the title in the first of them apart from the sentences behind it."""
    for line in lines[:1]:
        title, more = title_apart(line.text)
        yield replace(line, text=title, pieces=tuple(pieces_in(line, title)))
        yield from [replace(line, text=more, pieces=(), is_bullet=False)] if more else []
    yield from lines[1:]


def _parted(lines: list[Line], sense: PeopleSense) -> list[Line]:
    """The lines, parted where people with their role stand behind a title, or an own part of the line names people."""
    found: list[Line] = []
    for line in (part for n, each in enumerate(lines) for part in (_at_bars(each) if n else [each])):
        for part in (each for piece in room_apart(line, sense) for each in _without_details(piece)):
            first, *others = _with_somebody(part, sense)
            found += [*_by_pieces(first, sense), *others]
    return with_places([each for each in found if each.text], sense)


def _at_bars(line: Line) -> list[Line]:
    """The line, parted at its bars: `Shed | Played by: Ida Holm | 45 min`."""
    texts = [text for each in _BAR.split(line.text) if (text := each.strip())]
    return [replace(line, text=each, pieces=()) for each in texts] if len(texts) > 1 else [line]


def _with_somebody(line: Line, sense: PeopleSense) -> list[Line]:
    """The line cut before its roles; whole where nobody is named behind one: `Dinner hosted by the City of Basel`."""
    parts = [*by_role(line)]
    are_named = all(_may_name_somebody(each, sense) for each in parts[1:])
    return parts if are_named else [line]


def _may_name_somebody(line: Line, sense: PeopleSense) -> bool:
    """Whether a part that begins with a role says by a colon who has it, or names somebody behind words for it."""
    label = role_label(line.text)
    is_by = label is not None and label.word.endswith(_BY)
    return not (label and is_by) or bool(people_of(replace(line, text=label.rest), label.role, sense, trust="said"))


def _without_details(line: Line) -> list[Line]:
    """The line, parted where a word for what can be followed from there stands in brackets."""
    texts = [text for each in _DETAILS.split(line.text) if (text := each.strip())]
    if len(texts) < 2:
        return [replace(line, text=each) for each in texts]
    return [
        replace(line, text=each, pieces=tuple(pieces_in(line, each)) if n == 0 else ()) for n, each in enumerate(texts)
    ]


def with_places(lines: Sequence[Line], sense: PeopleSense) -> list[Line]:
    """The lines, those in brackets with the name above them: `Ida Holm` and below it `(Coast Office)`."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        text = _beside_name(line, above, sense) or _list_behind(line, above, sense) if above else ""
        if above and text:
            found[-1] = replace(above, text=f"{above.text}{text}", last=line.ends)
        else:
            found.append(line)
    return found


def _beside_name(line: Line, above: Line, sense: PeopleSense) -> str:
    """What a line adds to the name above it: a place in brackets, or an institution; nothing if it is neither."""
    if _BRACKETED.fullmatch(line.text):
        if is_room(line.text.strip("()*")) and not has_members(line.text):
            return ""
        is_named = sense.is_name(above.text, "form") or begins_with_honorific(above.text)
        return f" {line.text}" if is_named and "(" not in above.text else ""
    is_institution = _INSTITUTION.match(letterwise(line.text)) is not None
    return f" ({line.text.strip(' ()')})" if is_institution and sense.is_name(above.text, "said") else ""


def _list_behind(line: Line, above: Line, sense: PeopleSense) -> str:
    """What a line adds to the list of people above it, whose last has its place here: `(Coast Office), Ida Holm`."""
    label = role_label(above.text)
    whole = f"{label.rest if label else above.text} {line.text}"
    return f" {line.text}" if _BRACKET_FIRST.match(line.text) and sense.people(whole) else ""


def _by_pieces(line: Line, sense: PeopleSense) -> list[Line]:
    if len(line.pieces) < 2:
        return [line]
    last = line.pieces[-1].strip("() ")
    at = line.text.rfind(last)
    head = line.text[:at].rstrip(" (")
    is_apart = len(head) > 6 and not re.search(
        r"(?:\b(?:by|von|par|por|with|mit|and|und|of|Dr\.?|Prof\.?)|[:–—,-])$", head
    )
    is_room_apart = is_apart and is_room(last) and head[-1:] in {*'.»”")!?'} and not sense.is_name(last)
    if is_room_apart or (is_apart and not names_work(last) and sense.people(last) and not sense.people(head)):
        return [replace(line, text=head, pieces=()), replace(line, text=last, pieces=(), is_bullet=False)]
    return [line]


def _is_label(label: Label, sense: PeopleSense) -> bool:
    """Whether a word for a role with something behind it is more than the beginning of a title: `Keynote: Title`."""
    return label.word not in _WEAK or not label.rest or sense.people(label.rest, "said") is not None


def _take_room(found: Sorted, room: str, line: Line) -> None:
    if found.room is None and not is_placeholder(room.strip("[]()")):
        found.room = Told(room, (line,))
    elif found.room:
        found.notes.append(line)


def _take_role(found: Sorted, label: Label, line: Line, sense: PeopleSense) -> str | None:
    """Take the people behind a label; the role goes on where none, or not all, stand there."""
    rest = label.rest.removesuffix(")") if label.rest.count(")") > label.rest.count("(") else label.rest
    if not rest:
        return label.role
    rest, more = title_apart(_PRICE.sub("", rest))
    if is_placeholder(rest.strip("[]() .")):
        return None
    open_ = _GOES_ON_BELOW.search(rest)
    said_here = rest[: open_.start()] if open_ else rest
    people = people_of(replace(line, text=said_here), label.role, sense, trust="said")
    found.people += (replace(each, line=line) for each in people)
    said = replace(line, text=more, pieces=()) if people else line
    found.notes += [said] if said.text else []
    found.open = None if people or rest.endswith((".", ")")) else line
    return label.role if open_ else None


def _below_role(line: Line, role: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    return people_of(line, role, sense, trust="said" if line.is_bullet else "known")
