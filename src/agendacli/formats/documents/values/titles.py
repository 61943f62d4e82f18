"""The title of a slot: which of its lines it is, what goes on in the next one, and the people and the room in it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, begins_with_honorific, honored_in
from agendacli.formats.documents.tokens.roles import role_before, role_label
from agendacli.formats.documents.tokens.rooms import names_room, room_at_end, room_in_sentence, room_label
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.told import Told, ToldPerson
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.placeholders import is_placeholder

_GENERIC = re.compile(
    r"\W*(?:keynote(?:\s+(?:lecture|speech|address|talk|presentation))?|plenary(?:\s+(?:lecture|talk|session))?|"
    r"invited (?:talk|lecture|speaker)"
    r"|talk|vortrag|conf[eé]rence invit[eé]e|paper|"
    r"panel(?: discussion)?|lecture|session|podiumsdiskussion|ponencia)\s*\d{0,2}\W*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«‘'”].{6,}")
_GOES_ON = re.compile(r"[,–—-]\s*$|\b(?:of|and|the|for|in|on|to|with|und|der|die|et|de|y|by)$")
_LENGTH = re.compile(r"\W*\d{1,3}\s*(?:min(?:s|utes|uten|utos)?|h(?:ours?)?)\b\W*(?:\(?\w+\)?)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]\s*$")
_SENTENCE = re.compile(r"[a-z]\.\s*$")
_LONGEST, _MOST_WORDS, _LONGEST_TITLE = 170, 16, 400
_LONGEST_SUBTITLE = 320
_PANEL = re.compile(r"\W*(?:high[- ]level\s+)?(?:panel|podium|table ronde|mesa redonda|round ?table)", re.IGNORECASE)
_AND = re.compile(r"[\s,;]*(?:(?:and|und|et|y|&)\s+)?")
_INSIDE = "named inside of the title"
_LOUD = r"[^\W\d_a-z]"
_KEY = r"(?:keynote|invited talk|talk|vortrag)"
_ROUND = r"\b(?:round ?table|panel(?: discussion)?|podium|mesa redonda|table ronde)"
_BY = rf"\s(?:(?P<before>by|von|par|por|presented by)|with|mit|con)\s+(?P<who>{_LOUD}.+?)\s*(?:\([^()]*\))?\s*\.?$"
_BEHIND_QUOTES = (
    r"(?P<before>[\"”“»])\.?\s*(?:by\s+|,\s*|[–—-]\s*)?"
    rf"(?P<who>{_LOUD}[^\"”“»()]{{3,90}}?)\s*(?:\([^()]*\)\s*)*$"
)
_BEFORE_TITLE = (
    rf"(?P<before>)^(?:[^:–—-]{{0,25}}?\b(?i:{_KEY}|lecture)\b[^:–—-]{{0,14}}?[:–—\s-]+)?"
    r"(?P<who>[^:–—]{4,120}?)\s*(?::|--|–|—|\s-\s)\s*.{3,}$"
)
_WHO = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (_BY, "speaker"),
        (_BEHIND_QUOTES, "speaker"),
        (
            rf"\s(?:by|with|von|mit|par|avec|con) (?P<before>)(?:[a-zà-ÿ]+ ){{1,3}}(?P<who>{_LOUD}[^.:;()]{{3,60}})$",
            "speaker",
        ),
        (r"(?P<before>)[(\[](?P<who>[^()\[\]]{4,90})[)\]]\s*$", "speaker"),
        (rf"(?P<before>)^(?i:[^:]{{0,30}}{_ROUND}[^:]{{0,20}}):\s*(?P<who>.+)$", "panellist"),
        (rf"(?P<before>)^(?i:{_KEY})\s*\d*\s*[:–—-]\s*(?P<who>.+)$", "speaker"),
        (_BEFORE_TITLE, "speaker"),
        (rf"(?P<before>)^.{{4,}}?\s*(?:--|–|—|\s-\s|\|)\s*(?P<who>{_LOUD}[^–—]{{3,140}})$", "speaker"),
        (r"(?P<before>)^(?P<who>.{2,60}?[^\W\d_]{2})\s*[.:]\s*[“\"„«]", "speaker"),
    )
)


@frozen
class Titled:
    """A title, the people and the room that it names, and the lines that are not a part of it."""

    title: Told[str]
    people: tuple[ToldPerson, ...] = ()
    room: Told[str] | None = None
    rest: tuple[Line, ...] = ()


def titled(lines: Sequence[Line], sense: PeopleSense, rooms: frozenset[str], *, is_said: bool) -> Titled:
    """The title among the lines of a slot; `is_said`: a column says that the first of them is it."""
    if not lines:
        return Titled(Told("", (), ("no title is printed with it",)))
    at = 0 if is_said else _title_line(lines, sense)
    text, used, reasons = _whole(lines, at, sense, is_said=is_said)
    if at and not (lines[0].text.endswith(")") or sense.people(lines[0].text)):
        reasons = ("the first line reads like a person, the next like a title", *reasons)
    parts = tuple(lines[n] for n in used)
    title, room, people = _room_in(text, parts[0], sense, rooms)
    people = (*people, *people_in(title, parts[0], sense))
    rest = tuple(line for n, line in enumerate(lines) if n not in used)
    clean = re.sub(r"^\+\s+", "", title.strip(" |·–—").strip())
    return Titled(Told(clean, parts, reasons), people, room, rest)


def role_below(title: str, line: Line) -> str:
    """The role of people who stand below a title without one."""
    return "panellist" if _PANEL.match(title) and line.is_bullet else "speaker"


def _title_line(lines: Sequence[Line], sense: PeopleSense) -> int:
    """Which of the lines is the title: the first, or the one below people."""
    first = lines[0]
    if len(lines) < 2 or first.is_bold or len(first.text.split()) > _MOST_WORDS:
        return 0
    quoted = next((n for n, each in enumerate(lines[:4]) if n and _QUOTED.match(each.text)), None)
    trust: Trust = "form" if quoted or first.text.endswith(")") else "known"
    if not (sense.people(first.text, trust) or begins_with_honorific(first.text)):
        return 0
    if quoted:
        return quoted
    return 0 if sense.people(lines[1].text) or begins_with_honorific(lines[1].text) else 1


def _whole(
    lines: Sequence[Line], at: int, sense: PeopleSense, *, is_said: bool
) -> tuple[str, list[int], tuple[str, ...]]:
    """The title with the lines in which it goes on."""
    text, used = lines[at].text, [at]
    for n in range(at + 1, min(at + 4, len(lines))):
        if not _continues(text, lines[n], lines[at], sense, is_said=is_said):
            break
        text, used = f"{text} {lines[n].text}", [*used, n]
    reasons = ("joined from several lines",) if len(used) > 1 else ()
    below = at + len(used)
    if _GENERIC.fullmatch(text) and below < len(lines):
        extra = next((n for n in range(below, min(below + 2, len(lines))) if _is_subtitle(lines[n], sense)), None)
        if extra is not None and (extra == below or sense.people(lines[below].text)):
            return (
                f"{text.rstrip(' :')}: {lines[extra].text}",
                [*used, extra],
                ("a general word and the line below it",),
            )
    return text, used, reasons


def _continues(text: str, line: Line, first: Line, sense: PeopleSense, *, is_said: bool) -> bool:
    if (
        line.is_bullet
        or _LENGTH.fullmatch(line.text)
        or sense.people(line.text)
        or begins_with_honorific(line.text)
        or len(text) > _LONGEST
    ):
        return False
    if _QUOTED.match(text) and not re.search(r"[\"”“»]", text[1:]):
        return True
    is_cut = _GOES_ON.search(text) is not None
    return bool(line.page) and (is_cut or is_said or (line.is_bold and first.is_bold and line.text[:1].islower()))


def _is_subtitle(line: Line, sense: PeopleSense) -> bool:
    is_short = 3 < len(line.text) < _LONGEST_SUBTITLE and not _SENTENCE.search(line.text) and not line.is_bullet
    return (
        is_short and sense.people(line.text) is None and not re.match(r"(?:abstract|chair)", line.text, re.IGNORECASE)
    )


def _room_in(
    text: str, line: Line, sense: PeopleSense, rooms: frozenset[str]
) -> tuple[str, Told[str] | None, tuple[ToldPerson, ...]]:
    """The title without the brackets behind it that name a room, the room, and the people with a role in them."""
    title, room, people = _in_brackets(text, line, sense, rooms)
    ends = None if room else room_at_end(title)
    if ends is None or sense.is_name(ends[1]):
        inside = None if room else room_in_sentence(title.partition("(")[0])
        return title, Told(inside, (line,), (_INSIDE,)) if inside else room, people
    title, _, more = _in_brackets(ends[0], line, sense, rooms)
    return title, Told(ends[1], (line,), ("read from the end of the title",)), (*people, *more)


def _in_brackets(
    text: str, line: Line, sense: PeopleSense, rooms: frozenset[str]
) -> tuple[str, Told[str] | None, tuple[ToldPerson, ...]]:
    """The title without the brackets behind it, if these name people or a room."""
    found = _BRACKETS.search(text)
    if found is None:
        return text, None, ()
    parts = parts_of_brackets(found[1], lambda each: _is_room(each, sense, rooms))
    said = next((each for each in parts if room_label(each) or _is_room(each, sense, rooms)), None)
    people = tuple(person for part in parts if part != said for person in _with_role(part, line, sense))
    if said is None and not people:
        return text, None, ()
    room = room_label(said) or said if said else None
    is_sure = room is None or names_room(room) or room != said
    reason = () if is_sure else ("a room because it recurs in brackets",)
    return text[: found.start()].strip(), Told(room, (line,), reason) if room else None, people


def parts_of_brackets(text: str, is_room: Callable[[str], bool]) -> list[str]:
    """What stands in brackets, a room apart from what stands before it: `Dr. Eva Huber, Raum 104`."""
    found = []
    for part in text.split(";"):
        before, _, last = part.strip().rpartition(", ")
        found += [before, last] if before and is_room(last) and not is_room(before) else [part.strip()]
    return found


def _with_role(part: str, line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    label = role_label(part)
    if label is None:
        found = people_of(replace(line, text=part), "speaker", sense)
    else:
        found = people_of(replace(line, text=label.rest), label.role, sense, trust="said") if label.rest else ()
    return tuple(replace(each, line=line) for each in found)


def _is_room(text: str, sense: PeopleSense, rooms: frozenset[str]) -> bool:
    return folded(text) in rooms or (names_room(text) and not sense.is_name(text))


def people_in(title: str, line: Line, sense: PeopleSense) -> Iterator[ToldPerson]:
    """The people whom a title names: `… by X`, `“…” X`, `Keynote: X`."""
    for found, role in _matches(title[:_LONGEST_TITLE]):
        if not is_placeholder(found["who"]) and not names_room(found["who"]):
            is_apart = len(line.pieces) > 1 and line.pieces[-1].strip(" –—-|()") == found["who"].strip()
            trust: Trust = "form" if found["before"] or is_apart else "known"
            people = people_of(replace(line, text=found["who"]), role, sense, trust=trust)
            if people:
                yield from (replace(each, line=line) for each in people)
                return
    yield from _honored(title, line, sense)


def _honored(title: str, line: Line, sense: PeopleSense) -> Iterator[ToldPerson]:
    """Those with an honorific, in the role that stands before them or before who is named with them."""
    role: str | None = None
    behind = 0
    for each in honored_in(title):
        at = title.find(each, behind)
        role = role_before(title[:at]) or (role if _AND.fullmatch(title[behind:at]) else None)
        behind = at + len(each)
        reasons = () if role else (_INSIDE,)
        for one in people_of(replace(line, text=each), role or "speaker", sense):
            yield replace(one, line=line, doubts=(*one.doubts, *reasons))


def _matches(title: str) -> Iterator[tuple[re.Match[str], str]]:
    """What may be people in a title by each pattern, from each place where one begins."""
    for pattern, role in _WHO:
        at = 0
        while found := pattern.search(title, at):
            yield found, role
            at = found.start() + 1
