"""Hours that are printed once for all dates of a list or a table: `Mittwochs, 14-16 Uhr`, `All evenings at 7.30pm`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.letters import is_due
from agendacli.formats.documents.slots.notices import is_notice, reads_like_notice
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in, leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import room_among, room_where

HOURS_FOR_ALL = "the hours are printed once for all"
"""Why the hours of a date may be doubted."""

_FOR_ALL = re.compile(
    r"\b(?:all|each|every|always|jeweils|alle|immer|tou(?:s|tes)|chaque|toujours|tod[oa]s|cada|siempre)\b"
    r"|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs"
    r"|(?:le|les) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?(?! \d)"
    r"|los (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos)"
    r"|(?:screenings|talks|lectures|concerts|films|meetings|sessions|readings|rehearsals|doors|seances|projections"
    r"|conferences|vortrage|konzerte|veranstaltungen|filme|proben|sesiones|charlas|proyecciones|conciertos)\b"
    r"(?=.{0,40}\b(?:begin|start|open|take place|are held|ont lieu|commencent|debutent|beginnen|finden|empiezan|"
    r"comienzan|tienen lugar)\b| (?:(?:at|from|um|ab|jeweils|a las|a partir de las|de|a) )?\d))"
)
_FEW, _LONGEST, _NEAR = 2, 160, 8
ForAll = tuple[HoursWords, Line]


def hours_for_all(lines: Sequence[tuple[int, Line]]) -> Sequence[tuple[int, ForAll]]:
    """The hours that lines say for all dates, by the places of these lines: in words, else where no other says any."""
    said = [(n, each) for n, line in lines for each in _in_words(line)]
    timed = [(n, line) for n, line in lines if hours_in(line.text)]
    return said or [
        (n, (hours_in(line.text)[0], line)) for n, line in timed if len(timed) == 1 and _may_be_of_all(line)
    ]


def nearest_hours(place: int, said: Sequence[tuple[int, ForAll]]) -> ForAll:
    """The hours for all that stand next above a date; the first below, where none do."""
    above = [each for n, each in said if n < place]
    return above[-1] if above else said[0][1]


def room_with_hours(line: Line) -> Line | None:
    """The room that a line names beside the hours of all: `Mittwochs, 19 Uhr, Saal 2`, `Tuesdays at 7pm in Room 4`."""
    room = room_where(line.text) or room_among(line.text)
    return replace(line, text=room, pieces=(), level=0) if room else None


def _in_words(line: Line) -> Iterator[ForAll]:
    hours = hours_in(line.text)
    said = _FOR_ALL.search(letterwise(line.text)) if hours else None
    is_title = said is not None and bool(leading_hours(line.text)[0]) and said.start() > hours[0].to + _NEAR
    if said and not is_title:  # `11.30 Umpiring: the rules we all get wrong`
        ends = hours[1].start if len(hours) == _FEW and not hours[0].end else hours[0].end
        yield replace(hours[0], end=ends), line


def _may_be_of_all(line: Line) -> bool:
    """Whether a line that says hours may say those of all dates: it has no date of its own, and is no notice."""
    hours = hours_in(line.text)[0]
    is_other = is_due(line.text) or is_notice(line.text[: hours.at]) or reads_like_notice(line.text)
    is_dated = any(each.day for each in days_in(line.text))
    return not (is_other or is_dated or hours.is_plain or len(line.text) > _LONGEST)
