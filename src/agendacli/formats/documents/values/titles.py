"""The title of a slot: which of its lines it is, what goes on in the next one, and the people and the room in it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line, whole_text
from agendacli.formats.documents.slots.whole_room import is_otherwise
from agendacli.formats.documents.tokens.meeting_points import meeting_point
from agendacli.formats.documents.tokens.people import PeopleSense, Trust, begins_with_honorific
from agendacli.formats.documents.tokens.places import (
    cut_at_place,
    is_place,
    is_room,
    place_at_end,
    place_of_line,
    with_capital,
)
from agendacli.formats.documents.tokens.remarks import is_remark
from agendacli.formats.documents.tokens.roles import Label, role_beside, role_label
from agendacli.formats.documents.tokens.rooms import names_room, room_at_end, room_in_sentence, room_label
from agendacli.formats.documents.tokens.unknown_places import place_said_first
from agendacli.formats.documents.values.asides import is_named_beside, names_work
from agendacli.formats.documents.values.people.named_in_titles import INSIDE, people_in, without_people
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.title_apart import without_stop
from agendacli.formats.documents.values.told import Told, ToldPerson
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.kinds import is_transparent, kind_in_title

_GENERIC = re.compile(
    r"\W*(?:keynote(?:\s+(?:lecture|speech|address|talk|presentation))?|plenary(?:\s+(?:lecture|talk|session))?|"
    r"invited (?:talk|lecture|speaker)"
    r"|talk|vortrag|conf[eé]rence invit[eé]e|paper|"
    r"panel(?: discussion)?|lecture|session|podiumsdiskussion|ponencia)\s*\d{0,2}\W*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«‘'”].{6,}")
_GOES_ON = re.compile(r"[,–—-]\s*$|\b(?:of|and|the|for|in|on|to|with|und|der|die|et|de|y|by)$")
_SPOKEN = re.compile(r"[^:]{5,90}[^\W\d_)]\)?: +(?=\S+ \S+)[^,;]{8,}$")  # `Dr. Ida Holm (Kiel): Tides of the north`
_LENGTH = re.compile(r"\W*\d{1,3}\s*(?:min(?:s|utes|uten|utos)?|h(?:ours?)?)\b\W*(?:\(?\w+\)?)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[{]([^()\[\]{}]{2,90})[)\]}]\s*$")
_SENTENCE = re.compile(r"[a-z]\.\s*$")
_LONGEST, _MOST_WORDS, _LONGEST_TITLE, _LONGEST_SUBTITLE, _SHORTEST = 170, 16, 400, 320, 3
_PANEL = re.compile(r"\W*(?:high[- ]level\s+)?(?:panel|podium|table ronde|mesa redonda|round ?table)", re.IGNORECASE)
_LABELLED = re.compile(r"[\w-]+(?: [\w-]+)? ?: +[^\W\d_a-z]")  # `lectrice : Ida Holm`
_SMALL_WORD = re.compile(r"(?!(?:with|by|mit|von|avec|par|con|por|led|chaired|presented)\b)[a-zà-ÿ]+[ ,]")
_AT_NAME = re.compile(
    r"\s(?:(?:in|at|on) the|im|in der|am|auf de[mr]|au|aux|à la|dans l[ae]|chez|en el|en la)\s+"
    r"([^\W\d_a-z][\w’'-]+(?: (?:(?:of|de|du|des|del|la|der) )*[^\W\d_a-z][\w’'-]+){0,2})$"
)
_AT_SIGN = re.compile(  # `Swim test @ Waterfront, bring a towel`
    r"(?P<title>[^@]{3,}?)\s+@\s?(?P<room>[^\W\d_a-z][\w’'&.-]*(?: [\w’'&.-]+){0,4}?)\W*(?:[,;]\s+(?P<behind>[^@]+))?"
)
_LEAST_WRAPPED = 35
AMONG = "in brackets, where others have their room"
"""Why what stands in brackets behind a title may be no room: by its name it is none."""

BEHIND_TITLE = "read from the end of the title"
"""Why a room may be none: it stands behind a title, and nothing else says so."""


@frozen
class Titled:
    """A title, the people and the room that it names, and the lines that are not a part of it."""

    title: Told[str]
    people: tuple[ToldPerson, ...] = ()
    room: Told[str] | None = None
    rest: tuple[Line, ...] = ()


def titled(lines: Sequence[Line], sense: PeopleSense, rooms: frozenset[str], *, said: Sequence[Line]) -> Titled:
    """The title among the lines of a slot; `said` are those of a column that says that the first of them is it."""
    if not lines:
        return Titled(Told("", (), ("no title is printed with it",)))
    at = 0 if said else _title_line(lines, sense)
    text, used, reasons = _whole(lines, at, sense, said=said)
    place = _BRACKETS.search(lines[0].text)  # a small letter there begins a remark: `Loose ends (again)`
    if at and not (sense.people(lines[0].text) or (place and place[1][:1].isupper())):
        reasons = ("the first line reads like a person, the next like a title", *reasons)
    parts = tuple(lines[n] for n in used)
    is_wrapped = len(parts) > 1 and parts[-1].page == parts[0].page
    wrapped = replace(parts[0], last=max(each.ends for each in parts)) if is_wrapped else parts[0]
    title, room, people, behind = _room_in(without_stop(text), parts[0], sense, rooms)
    named = tuple(people_in(title, parts[0], sense))
    people = (*people, *named)
    people = tuple(replace(each, line=wrapped) if each.line == parts[0] else each for each in people)
    room = replace(room, lines=(wrapped,)) if room and room.lines == parts[:1] else room
    rest = (*behind, *(line for n, line in enumerate(lines) if n not in used))
    short = without_people(title, named)
    reasons = reasons if short == title or " " in short else (*reasons, "who gives it may be a part of it")
    clean = re.sub(r"^\+\s+", "", short.strip(" |·–—").strip())
    return Titled(Told(clean, parts, reasons), people, room, rest)


def role_below(title: str, line: Line) -> str:
    """The role of people who stand below a title without one."""
    return "panellist" if _PANEL.match(title) and line.is_bullet else "speaker"


def _title_line(lines: Sequence[Line], sense: PeopleSense) -> int:
    """Which of the lines is the title: the first, or the one below people."""
    first = lines[0]
    if len(lines) < 2 or len(first.text.split()) > _MOST_WORDS:
        return 0
    quoted = next((n for n, each in enumerate(lines[:4]) if n and _QUOTED.match(each.text)), None)
    bracket = _BRACKETS.search(first.text)
    is_placed = bracket is not None and not is_room(bracket[1])
    trust: Trust = "form" if quoted or is_placed else "known"
    if not (sense.people(first.text, trust) or begins_with_honorific(first.text)):
        return 0
    if quoted:
        return quoted
    if trust == "form" and not sense.people(first.text) and any(people_in(lines[1].text, lines[1], sense)):
        return 0  # `Finishing things (again)` above `Workshop with Ida Holm`
    if _SPOKEN.match(first.text):
        return 0
    return 0 if is_remark(lines[1].text) or sense.people(lines[1].text) or begins_with_honorific(lines[1].text) else 1


def _whole(
    lines: Sequence[Line], at: int, sense: PeopleSense, *, said: Sequence[Line]
) -> tuple[str, list[int], tuple[str, ...]]:
    """The title with the lines in which it goes on."""
    text, used = lines[at].text, [at]
    for n in range(at + 1, min(at + 4, len(lines))):
        is_said = any(lines[n].text in each.text for each in said)
        if not _continues(text, lines[n], lines[at], sense, is_said=is_said):
            break
        text, used = whole_text((text, lines[n].text)), [*used, n]
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
    if not line.page and _is_wrapped(text, line, first):
        return True
    return bool(line.page) and (is_cut or is_said or (line.is_bold and first.is_bold and line.text[:1].islower()))


def _is_wrapped(text: str, line: Line, above: Line) -> bool:
    """Whether a text goes on in the next line, where it was too long for one: that begins with a small letter."""
    is_next = line.line == above.ends + 1 and not line.is_set_apart and not above.is_set_apart
    is_small = _SMALL_WORD.match(line.text) is not None and role_beside(line.text) is None
    is_small = is_small and _LABELLED.match(line.text) is None
    return (
        is_next and is_small and len(text) >= _LEAST_WRAPPED and not text.rstrip().endswith((".", "!", "?", ":", ")"))
    )


def _is_subtitle(line: Line, sense: PeopleSense) -> bool:
    is_short = (
        " " in line.text
        and 3 < len(line.text) < _LONGEST_SUBTITLE
        and not _SENTENCE.search(line.text)
        and not line.is_bullet
    )
    is_aside = line.text.startswith("(") and line.text.endswith(")")  # `(live)`
    is_other = (
        sense.people(line.text) is not None
        or _LENGTH.fullmatch(line.text)
        or re.match(r"(?:abstract|chair)", line.text, re.IGNORECASE)
    )
    return is_short and not is_other and not is_aside


def _room_in(
    text: str, line: Line, sense: PeopleSense, rooms: frozenset[str]
) -> tuple[str, Told[str] | None, tuple[ToldPerson, ...], tuple[Line, ...]]:
    """The title without a room behind it, the room, the people with a role in brackets, and what stands behind."""
    met = meeting_point(text)
    if met and len(met.before) >= _SHORTEST:
        title, _, people = _in_brackets(met.before, line, sense, rooms)
        rest = (replace(line, text=met.behind, pieces=(), is_bullet=False),) if met.behind else ()
        return title, Told(met.place, (line,), (BEHIND_TITLE,)), people, rest
    title, room, people = _in_brackets(text, line, sense, rooms)
    if room:
        return title, room, people, ()
    cut = cut_at_place(title, lambda each: _is_place(each, sense, rooms))
    if cut and len(cut.before) >= _SHORTEST:
        behind = (replace(line, text=cut.behind, pieces=(), is_bullet=False),) if cut.behind else ()
        before, _, more = _in_brackets(cut.before, line, sense, rooms)
        place = place_of_line(cut.place) or place_said_first(f"{cut.place}.") or cut.place
        return before, Told(place, (line,), (BEHIND_TITLE,)), (*people, *more), behind
    signed = _AT_SIGN.fullmatch(title)
    if signed and not sense.is_name(signed["room"]):
        behind = (replace(line, text=signed["behind"], pieces=(), is_bullet=False),) if signed["behind"] else ()
        return signed["title"], Told(signed["room"], (line,), (BEHIND_TITLE,)), people, behind
    before, inside, more = _room_within(title, line, sense, rooms)
    return before, inside, (*people, *more), ()


def _room_within(
    title: str, line: Line, sense: PeopleSense, rooms: frozenset[str]
) -> tuple[str, Told[str] | None, tuple[ToldPerson, ...]]:
    """The title, the room that it names at its end or in a sentence, and the people with a role in its brackets."""
    ends = room_at_end(title)
    if ends is None or sense.is_name(ends[1]) or is_otherwise(title):
        inside = place_at_end(title) or room_in_sentence(title.partition("(")[0]) or _room_of_meal(title)
        return title, Told(inside, (line,), (INSIDE,)) if inside else None, ()
    before, _, more = _in_brackets(ends[0], line, sense, rooms)
    return before, Told(ends[1], (line,), (INSIDE if ends[0] == title else BEHIND_TITLE,)), more


def _room_of_meal(title: str) -> str | None:
    """Where a meal or a break is, by its form alone: `Lunch in the Snug`."""
    found = _AT_NAME.search(title)
    return found[1] if found and is_transparent(kind_in_title(title[: found.start()])) else None


def _is_place(text: str, sense: PeopleSense, rooms: frozenset[str]) -> bool:
    """Whether a part of a title that stands apart is a room: by its form, or since it is one elsewhere."""
    text = text.strip()
    is_in_small = text.islower() and " " in text and is_place(with_capital(text))  # `Supper - mess tent`
    is_somewhere = (
        is_in_small
        or place_of_line(text) != ""
        or (
            text[:1].islower() and place_said_first(f"{text}.") is not None  # `in the nave`
        )
    )
    return not sense.is_name(text) and (folded(text) in rooms or is_somewhere)


def _in_brackets(
    text: str, line: Line, sense: PeopleSense, rooms: frozenset[str]
) -> tuple[str, Told[str] | None, tuple[ToldPerson, ...]]:
    """The title without the brackets behind it, if these name people or a room."""
    found = _BRACKETS.search(text)
    if found is None:
        return text, None, ()
    split = parts_of_brackets(found[1], lambda each: _is_room(each, sense, rooms))
    parts = [each for each in split if not is_otherwise(each)]  # `(Old Library if wet)`
    said = next((each for each in parts if room_label(each) or _is_room(each, sense, rooms)), None)
    others = (part for part in parts if part != said and not names_work(part) and not is_named_beside(text, part))
    people = tuple(person for part in others for person in _with_role(part, line, sense))
    if said is None and not people:
        return text, None, ()
    room = room_label(said) or said if said else None
    is_sure = room is None or names_room(room) or room != said
    reason = () if is_sure else (AMONG,)
    return text[: found.start()].strip(), Told(room, (line,), reason) if room else None, people


def parts_of_brackets(text: str, is_room: Callable[[str], bool]) -> list[str]:
    """What stands in brackets, a room apart from what stands before it: `Dr. Eva Huber, Raum 104`."""
    found = []
    for part in text.split(";"):
        before, _, last = part.strip().rpartition(", ")
        found += [before, last] if before and is_room(last) and not is_room(before) else [part.strip()]
    return found


def _with_role(part: str, line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    label = role_label(part) or _named_beside(part, sense)
    if label is None:
        found = people_of(replace(line, text=part), "speaker", sense)
    else:
        found = people_of(replace(line, text=label.rest), label.role, sense, trust="said") if label.rest else ()
    return tuple(replace(each, line=line) for each in found)


def _named_beside(text: str, sense: PeopleSense) -> Label | None:
    """The role before a name without a sign between them, if it is the name of a person."""
    label = role_beside(text)
    return label if label and sense.people(label.rest) and not sense.people(text) else None


def _is_room(text: str, sense: PeopleSense, rooms: frozenset[str]) -> bool:
    is_named = names_room(text) or is_place(text) or (text.islower() and is_place(text.capitalize()))
    return folded(text) in rooms or (is_named and not sense.is_name(text))
