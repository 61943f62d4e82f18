"""The lines of a slot sorted: rooms and roles that are named, people below a role, and what is left for the title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.people import Named, PeopleSense, Trust, begins_with_honorific, honored_in
from agendacli.formats.documents.tokens.roles import Label, role_announced, role_inside, role_label
from agendacli.formats.documents.tokens.rooms import names_room, room_label
from agendacli.formats.documents.values.told import Told, ToldPerson
from agendacli.words.placeholders import is_placeholder

_WEAK = frozenset({"keynote", "podium", "par", "por", "opening remarks by", "author", "authors", "host"})
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
_GOES_ON = re.compile(r"(?:and|und|et|y|e)\s+(?=[^\W\d_a-z])")
_LONGEST_ABBREVIATION = 5
_PART = re.compile(
    r"(?:^|, )(?P<role>thematic expert|moderator|panell?ist|rapporteur)(?=$| (?:will|provides|gives|leads)\b)"
)
_BRACKETED = re.compile(r"\([^()]{2,80}\)\*?")
_QUOTE = re.compile(r"[\"“„«»”]")
_NEXT_SENTENCE = re.compile(
    r"(?<=\w{3}[a-zß-ÿ)])(?<!Asoc|Univ|Prof|Inst|Dept|Conf|Intl)\.\s+(?=[^\W\d_a-z]\w*[,:]?\s\S+)"
)
BY_FORM = "a name by its form only"
"""Why a name may be none: nothing but its form speaks for it."""


@dataclass(slots=True)
class Sorted:
    """What the lines of a slot say; `left` is what none of it is."""

    left: list[Line] = field(default_factory=list)
    people: list[ToldPerson] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    room: Told[str] | None = None


def sorted_lines(lines: list[Line], sense: PeopleSense, *, is_row: bool) -> Sorted:
    """The lines of a slot sorted; in the row of a table a label may come first."""
    found = Sorted()
    role: str | None = None
    for line in _parted([*_title_apart(_unwrapped(lines))], sense):
        if _CREDIT.match(line.text):
            continue
        label = role_label(line.text)
        room = room_label(line.text) if found.left or not is_row else None
        if room is not None:
            role = None
            _take_room(found, room, line)
        elif label and (found.left or label.word not in _WEAK) and _is_label(label, sense):
            role = _take_role(found, label, line, sense)
        elif role and (people := _below_role(line, role, sense)):
            found.people += people
        else:
            role = (role if role and line.is_bullet else None) or role_announced(line.text)
            found.left.append(line)
    return found


def people_of(line: Line, role: str, sense: PeopleSense, *, trust: Trust = "known") -> tuple[ToldPerson, ...]:
    """The persons of a line in a role; those whose name is one by its form alone with a doubt."""
    named = sense.people(line.text, trust)
    if named is None and begins_with_honorific(line.text):
        named, trust = sense.people(line.text, "said"), "said"
    return tuple(told_person(each, role, line, is_doubted=trust == "form" and not each.is_sure) for each in named or ())


def told_person(named: Named, role: str, line: Line, *, is_doubted: bool = False) -> ToldPerson:
    """A person of a line in a role."""
    reasons = (BY_FORM,) if is_doubted else ()
    part = _PART.search(named.position) if role == "speaker" else None
    if part:
        role = "thematic expert" if "thematic" in part["role"] else part["role"].replace("nelist", "nellist")
    return ToldPerson(named.name, named.position, role, line, is_confirmed=named.is_confirmed, doubts=reasons)


def by_line(line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """The persons of `Remarks by …`."""
    found = _BYLINE.match(line.text)
    return people_of(replace(line, text=line.text[found.end() :]), "speaker", sense) if found else ()


def _title_apart(lines: list[Line]) -> Iterator[Line]:
    """The lines, the title in the first of them apart from the sentences behind it."""
    for line in lines[:1]:
        title, more = _sentences(line.text)
        yield replace(line, text=title, pieces=tuple(_within(line, title)))
        yield from [replace(line, text=more, pieces=(), is_bullet=False)] if more else []
    yield from lines[1:]


def _unwrapped(lines: list[Line]) -> list[Line]:
    """The lines, a list of people that goes on in the next one as a whole: `… Ms. Amina Diallo,` and `and Mr. …`."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and above.text.endswith(",") and _GOES_ON.match(line.text) and honored_in(above.text):
            found[-1] = replace(above, text=f"{above.text} {line.text}", last=line.last or line.line)
        else:
            found.append(line)
    return found


def _parted(lines: list[Line], sense: PeopleSense) -> list[Line]:
    """The lines, parted where people with their role stand behind a title, or an own part of the line names people."""
    found: list[Line] = []
    for line in lines:
        for part in (each for piece in _room_apart(line, sense) for each in _without_details(piece)):
            first, *others = by_role(part)
            found += [*_by_pieces(first, sense), *others]
    return _with_places([each for each in found if each.text], sense)


def _room_apart(line: Line, sense: PeopleSense) -> list[Line]:
    """The line, a room at its left apart from what stands behind a gap: `Conference Room 7     Organized by …`."""
    first = line.pieces[0] if len(line.pieces) > 1 else ""
    if not (first and names_room(first) and line.text.startswith(first)) or sense.is_name(first):
        return [line]
    rest = line.text[len(first) :].strip()
    return [replace(line, text=first, pieces=()), replace(line, text=rest, pieces=line.pieces[1:])]


def _without_details(line: Line) -> list[Line]:
    """The line, parted where a word for what can be followed from there stands in brackets."""
    texts = [text for each in _DETAILS.split(line.text) if (text := each.strip())]
    if len(texts) < 2:
        return [replace(line, text=each) for each in texts]
    return [
        replace(line, text=each, pieces=tuple(_within(line, each)) if n == 0 else ()) for n, each in enumerate(texts)
    ]


def _sentences(text: str) -> tuple[str, str]:
    """The title and the sentences behind it: `Parish lunch. Tickets from the office.`"""
    for found in () if _QUOTE.search(text) else _NEXT_SENTENCE.finditer(text):
        is_whole = " " in text[: found.start()] or found.start() > _LONGEST_ABBREVIATION
        if is_whole and not begins_with_honorific(text[text.rfind(" ", 0, found.start()) + 1 :]):
            return text[: found.start()], text[found.end() :]
    return text, ""


def by_role(line: Line) -> Iterator[Line]:
    """The line, cut before each role outside of brackets that stands in it with people."""
    at = role_inside(line.text)
    if at is None or line.text.count("(", 0, at) > line.text.count(")", 0, at):
        yield line
        return
    head = line.text[:at].rstrip(" ,;(|–—-")
    yield replace(line, text=head, pieces=tuple(_within(line, head)))
    yield from by_role(replace(line, text=line.text[at:], pieces=()))


def _within(line: Line, head: str) -> Iterator[str]:
    """As much of each piece of a line as stands in its head."""
    at = 0
    for each in line.pieces:
        at = max(at, line.text.find(each, at))
        if at < len(head):
            yield each[: len(head) - at]


def _with_places(lines: list[Line], sense: PeopleSense) -> list[Line]:
    """The lines, those in brackets with the name above them: `Ida Holm` and below it `(Coast Office)`."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and _BRACKETED.fullmatch(line.text) and sense.is_name(above.text, "form"):
            found[-1] = replace(above, text=f"{above.text} {line.text}", last=line.last or line.line)
        else:
            found.append(line)
    return found


def _by_pieces(line: Line, sense: PeopleSense) -> list[Line]:
    if len(line.pieces) < 2:
        return [line]
    last = line.pieces[-1].strip("() ")
    at = line.text.rfind(last)
    head = line.text[:at].rstrip(" (")
    is_apart = len(head) > 6 and not re.search(
        r"(?:\b(?:by|von|par|por|with|mit|and|und|of|Dr\.?|Prof\.?)|[:–—,-])$", head
    )
    if is_apart and sense.people(last) and not sense.people(head):
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
    if is_placeholder(rest.strip("[]() .")):
        return None
    people = people_of(replace(line, text=rest), label.role, sense, trust="said")
    found.people += (replace(each, line=line) for each in people)
    if not people:
        found.notes.append(line)
    return label.role if rest.endswith((",", ";", " and", " und", " et", " y")) else None


def _below_role(line: Line, role: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    return people_of(line, role, sense, trust="said" if line.is_bullet else "known")
