"""Programmes that are listed by place: headings such as `== Nave ==`, below each of which the times begin again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Block, Line
from agendacli.formats.documents.slots.headings import day_heading, is_numbered_part, is_part_of_day
from agendacli.formats.documents.tokens.hours import HoursWords, leading_hours
from agendacli.formats.documents.tokens.places import are_of_name, is_place
from agendacli.formats.documents.tokens.roles import role_inside
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.model.frozen import frozen

_SIGNED = re.compile(r"(?P<sign>[=~*_#+-]{1,4}|\[)\s*(?P<name>[^\W_].*?[\w)’'.])\s*(?:[=~*_#+-]{1,4}|\])?")
_MORNING, _NOON, _MOSTLY, _TWICE, _MOST_WORDS, _LEVEL = 7 * 60, 12 * 60, 0.5, 2, 4, 6
Form = tuple[str, int, bool]


@frozen
class _Section:
    """A heading, how it is written, and the times below it, until another or a day."""

    place: int
    line: Line
    name: str
    form: Form
    times: list[int]
    is_first: bool


def places_apart(blocks: Sequence[Block]) -> dict[int, Line]:
    """The headings that are places, by where they stand: times begin again below most, and some are known places."""
    alike: dict[Form, list[_Section]] = {}
    for each in _sections(blocks):
        alike.setdefault(each.form, []).append(each)
    places = [each for sections in alike.values() if _are_places(sections) for each in sections]
    return {
        each.place: replace(each.line, text=each.name, pieces=(), level=each.line.level or _LEVEL) for each in places
    }


def _are_places(sections: Sequence[_Section]) -> bool:
    """Whether sections are of places: those of a programme in its order begin when the one before has ended."""
    steps = [(one, other) for one, other in pairwise(sections) if not other.is_first]
    again = [other for one, other in steps if other.times[0] < one.times[-1]]
    several = [each for each in sections if len(each.times) >= _TWICE]
    are_long = len(several) >= _TWICE and len(several) >= _MOSTLY * len(sections)
    are_known = any(is_place(each.name) or names_room(each.name) for each in sections)
    return bool(again) and len(again) > _MOSTLY * len(steps) and are_long and are_known


def _sections(blocks: Sequence[Block]) -> list[_Section]:
    """The sections below short headings, each with its times."""
    found: list[_Section] = []
    is_open, is_first = False, True
    for n, (line, below) in enumerate(pairwise((*blocks, None))):
        if not isinstance(line, Line):
            continue
        hours, rest = leading_hours(line.text)
        name = "" if hours else _name(line)
        if hours and is_open:
            found[-1].times.extend([_minutes(hours[0])] if rest else [])
        elif day_heading(line):
            is_open, is_first = False, True
        elif name and isinstance(below, Line) and leading_hours(below.text)[1] and leading_hours(below.text)[0]:
            found.append(_Section(n, line, name, _form(line), times=[], is_first=is_first))
            is_open, is_first = True, False
    return found


def _minutes(hours: HoursWords) -> int:
    """When something begins; in the afternoon, if it says so, or if it would be before the morning."""
    half = hours.start.half or (hours.end.half if hours.end and hours.end.plain < _MORNING else None)
    is_late = hours.start.plain < _NOON and (hours.start.plain < _MORNING or half == "p")
    return hours.start.plain + _NOON * is_late


def _form(line: Line) -> Form:
    signed = _SIGNED.fullmatch(line.text)
    return signed["sign"] if signed else "", line.level, line.is_bold


def _name(line: Line) -> str:
    """The few words of a heading, if they may be the name of a place."""
    signed = _SIGNED.fullmatch(line.text)
    name = signed["name"] if signed else line.text
    is_name = len(name.split()) <= _MOST_WORDS and name[:1].isupper() and are_of_name(name)
    is_other = line.is_bullet or is_part_of_day(replace(line, text=name)) or is_numbered_part(name)
    return "" if is_other or role_inside(name) is not None or not is_name else name
