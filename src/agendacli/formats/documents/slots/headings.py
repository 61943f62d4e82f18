"""Lines that say of which day, or of which part of it, what follows is."""

import re
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.days import DayWords, days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise

_PART = re.compile(
    r"\W*(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night)(?: sessions?| programme?)?|"
    r"vormittags?|nachmittags?|abends?|matin|"
    r"matinee|apres-midi|soiree|soir|manana|tarde|noche|[ap]\.?m\.? session)\W*"
)
_NO_PROGRAMME = re.compile(
    r"\b(?:minutes (?:of|from)|protokoll|acta|proces.verbal|deadlines?|letter|dated|resolution|issued|as of|"
    r"version|updated|published|copyright|submissions?|posted|"
    r"last modified|stand:?|frist|"
    r"anmeldeschluss|mise a jour|actualizado|actualizacion|notification|camera.ready)\b"
)
_NOTES = re.compile(
    r"\W*(?:(?:\w+ )?(?:notes?|notas|notizen|hinweise?|remarques)\b(?! (?:on|of|sur|de la)\b)|"
    r"(?:practical|logistic|travel|useful|general|further|more) (?:\w+ )?(?:information|details|matters|notes)|"
    r"(?:opening|office|visiting) hours|offnungszeiten|heures d.ouverture|horarios? de (?:atencion|apertura)|"
    r"how to (?:get|find)|getting (?:here|there)|directions|anfahrt|anreise|wegbeschreibung|acces\b|como llegar|"
    r"contacts?\b|kontakt|contacto|tickets?\b|eintritt|tarifs?\b|entradas\b|information(?:en)?\W*$|"
    r"informations? pratiques?|informacion practica|praktisches|catering\W*$|transport(?:e|s|ation)?\W*$|verpflegung)"
)
_STAMP = re.compile(r"\d{1,2}:\d\d:\d\d")  # of a printer
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_BESIDE_DAY, _MOST_IN_HEADING, _MOST_BESIDE_WEEKDAY = 7, 14, 2
_FAR_IN_LINE = 25
_AND = re.compile(r"\s*(?:,|(?:and|und|et|y|&)\b)\s*")
_RANGE = re.compile(r"\d\D{0,4}[-/]|\b(?:to|bis|au|al|until)\b")


def day_heading(line: Line) -> DayWords | None:
    """The day that a line says of what follows; None where it only names one among other things."""
    days = days_in(line.text)
    single = [each for each in days if not each.last]
    if not single:
        return None
    words = _WORD.findall(_without_days_and_hours(line.text, days))
    if _STAMP.search(line.text):
        return None
    if len(words) > (_MOST_IN_HEADING if line.is_set_apart else _MOST_BESIDE_DAY) or is_no_programme(line.text):
        return None
    if re.search(r"[a-z]\.\s*$", line.text) and len(words) > 4:
        return None
    found = _chosen(single)
    if found.day is None and not _stands_alone(found, line, len(words)):
        return None
    return _with_what_others_say(found, single)


def days_together(line: Line) -> tuple[DayWords, ...]:
    """The days of a heading over what takes place on each of them: `Monday 8 and Tuesday 9 June 2026`."""
    days = days_in(line.text)
    if not line.is_set_apart or is_no_programme(line.text):
        return ()
    if len(days) == 1 and days[0].last:
        numbers = [int(each) for each in re.findall(r"(?<!\d)\d{1,2}(?!\d)", days[0].text)]
        is_listed = _RANGE.search(letterwise(days[0].text)) is None
        return tuple(replace(days[0], day=each, last=None, weekday=None) for each in numbers) if is_listed else ()
    gaps = [letterwise(line.text[one.to : other.at]) for one, other in pairwise(days)]
    return days if gaps and all(map(_AND.fullmatch, gaps)) else ()


def is_no_programme(text: str) -> bool:
    """Whether a line with a date speaks of a letter, a deadline and the like."""
    return _NO_PROGRAMME.search(letterwise(text)) is not None


def has_hours(text: str) -> bool:
    """Whether hours stand in a text that are not a part of a date, as those of `20.07.` might be."""
    days = days_in(text)
    return any(not any(day.at <= hours.at < day.to for day in days) for hours in hours_in(text))


def heads_notes(text: str) -> bool:
    """Whether a heading says that what follows is about the event, and no part of its programme."""
    return _NOTES.match(letterwise(text)) is not None


def is_part_of_day(line: Line) -> bool:
    """Whether a line is a heading such as `Afternoon`."""
    return _PART.fullmatch(letterwise(line.text)) is not None


def _without_days_and_hours(text: str, days: tuple[DayWords, ...]) -> str:
    for each in reversed(days):
        text = f"{text[: each.at]} {text[each.to :]}"
    for hours in reversed(hours_in(text)):
        text = f"{text[: hours.at]} {text[hours.to :]}"
    return text


def _chosen(days: list[DayWords]) -> DayWords:
    """The day that says most."""
    tests = (lambda day: day.is_dated, lambda day: day.day is not None, lambda day: day.number is not None)
    return next((each for test in tests for each in days if test(each)), days[0])


def _stands_alone(day: DayWords, line: Line, words: int) -> bool:
    if day.number is not None:
        return day.at <= _FAR_IN_LINE and not re.match(r"\W*(?:end|close|wrap|ende|fin)\b", letterwise(line.text))
    return (words <= _MOST_BESIDE_WEEKDAY or line.level > 0) and (day.at <= 3 or line.is_set_apart)


def _with_what_others_say(day: DayWords, days: list[DayWords]) -> DayWords:
    for each in days:
        day = replace(day, number=day.number or each.number)
        if day.weekday is None:
            day = replace(day, weekday=each.weekday)
    return day
