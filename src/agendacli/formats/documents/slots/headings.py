"""Lines that say of which day, or of which part of it, what follows is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.mentions import (
    invites,
    is_deadline,
    is_in_remark,
    is_no_programme,
    is_of_others,
    says_moved,
)
from agendacli.formats.documents.slots.whole_room import room_said_of_all
from agendacli.formats.documents.tokens.days import DayWords, days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.places import is_place, room_among
from agendacli.formats.documents.tokens.roles import LEADS, role_inside, role_label
from agendacli.formats.documents.tokens.unknown_places import place_for_all
from agendacli.words.honorifics import is_honorific

_BRACKETED = re.compile(r"\s*\(([^()]{3,40})\)\W*")
_PART = re.compile(
    r"\W*(?:(?:in the|am|le|la|dans la|por la) |l.)?"
    r"(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night)(?: sessions?| programme?)?|"
    r"vormittags?|nachmittags?|abends?|matin|"
    r"matinee|apres-midi|soiree|soir|manana|tarde|noche|[ap]\.?m\.? session)\W*"
)
_NOTES = re.compile(
    r"\W*(?:(?:\w+ )?(?:notes?|notas|notizen|hinweise?|remarques)\b(?! (?:on|of|sur|de la)\b)|"
    r"(?:practical|logistic|travel|useful|general|further|more) (?:\w+ )?(?:information|details|matters|notes)|"
    r"(?:opening|office|visiting) hours|offnungszeiten|heures d.ouverture|horarios? de (?:atencion|apertura)|"
    r"(?:travel|parking|parken|stationnement|aparcamiento)\W*$|imprint\b|impressum\b|mentions legales|aviso legal|"
    r"how to (?:get|find)|getting (?:here|there)|directions|anfahrt|anreise|wegbeschreibung|acces\b|como llegar|"
    r"contacts?\b|kontakt|contacto|tickets?\b|eintritt|tarifs?\b|entradas\b|information(?:en)?\W*$|"
    r"(?:\w+ )?links?\W*$|(?:zoom|webinar|dial.in|online) (?:links?|details|access)\W*$|"
    r"informations? pratiques?|informacion practica|praktisches|catering\W*$|transport(?:e|s|ation)?\W*$|verpflegung)"
)
_OF_OTHER_DAY = re.compile(
    r"\W*(?:(?:the |date of (?:the )?|our |termin der |date de la |fecha de la )?"
    r"(?:next|nachste\w*|prochaine?|proxim[ao]) "
    r"(?:\w+ )?\w*(?:meeting|session|sitzung|treffen|termin|versammlung|reunion|seance|rencontre|assemblee|sesion|"
    r"encuentro|cita|asamblea)\b|\([^()]*\)\W*$)"
)
_STAMP = re.compile(r"\d{1,2}:\d\d:\d\d")  # of a printer
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_BESIDE_DAY, _MOST_IN_HEADING, _MOST_BESIDE_WEEKDAY = 7, 14, 2
_FAR_IN_LINE, _FEW_WORDS, _LONGEST_TITLE = 25, 3, 80
_IN_BRACKETS = re.compile(r"\([^()]{3,}\)\W*$")
_FOR_ALL = re.compile(  # before a room: `(all talks: Aurora Hall)`
    r"\b(?:(?:all|alle|todas|todos|toutes|tous)(?: [^\W\d_]+){0,3}|venue|location|room|place|ort|raum|lieu|lugar|sala|"
    r"salle)\s*:\s+",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\W*(?:session|seance|sitzung|sesion|block|bloque|teil|part|partie|parte|section|sektion|seccion|theme|themenblock)"
    r" +(?:\d{1,2}|[ivx]{1,4}|[a-z])\b(?! *(?:min|h\b|uhr))"
)
_BEHIND_NAME = re.compile(r"(?<=[^\W\d_]{3})(?:\.|\)| [–—|])\s+(?=[^\W_a-z])")
_AND = re.compile(r"\s*(?:,|(?:and|und|et|y|&)\b)\s*")
_TO = re.compile(r" *(?:-|to|bis|au?|al) *")
_RANGE = re.compile(r"\d\D{0,4}[-/]|\b(?:to|bis|au|al|until)\b")
_LEADING = frozenset({"chair", "co-chair", "moderator", LEADS})


def day_heading(line: Line) -> DayWords | None:
    """The day that a line says of what follows; None where it only names one among other things."""
    days = days_in(line.text)
    single = [each for n, each in enumerate(days) if not each.last and not _is_moved(line.text, days[n : n + 2])]
    if not single or _weekdays(line, days):
        return None
    words = _WORD.findall(_without_days_and_hours(line.text, days))
    is_too_long = len(words) > (_MOST_IN_HEADING if _is_heading(line, single[0]) else _MOST_BESIDE_DAY)
    if is_too_long or _STAMP.search(line.text) or is_of_others(line.text):
        return None
    found = _chosen(single)
    if (re.search(r"[a-z]\.\s*$", line.text) and len(words) > 4) or is_deadline(line.text[: found.at]):
        return None
    if is_in_remark(line.text, found):
        return None
    if found.day is None and not _stands_alone(found, line, len(words)):
        return None
    return _with_what_others_say(found, single)


def _is_moved(text: str, days: Sequence[DayWords]) -> bool:
    """Whether a day is that from which all was moved to the next: `9 December, postponed to 3 February`."""
    return len(days) > 1 and says_moved(text[days[0].to : days[1].at])


def _is_heading(line: Line, day: DayWords) -> bool:
    """Whether a line is set apart, or a sign parts the date that begins it from what stands behind."""
    is_parted = day.is_dated and day.at <= 3 and re.match(r"\s+[–—|·•]\s", line.text[day.to :]) is not None
    return line.is_set_apart or is_parted


def days_together(line: Line) -> tuple[DayWords, ...]:
    """The days of a heading over what takes place on each of them: `Monday 8 and Tuesday 9 June 2026`."""
    days = days_in(line.text)
    if week := _weekdays(line, days):
        return week
    if not line.is_set_apart or is_no_programme(line.text):
        return ()
    if len(days) == 1 and days[0].last:
        numbers = [int(each) for each in re.findall(r"(?<!\d)\d{1,2}(?!\d)", days[0].text)]
        is_listed = _RANGE.search(letterwise(days[0].text)) is None
        return tuple(replace(days[0], day=each, last=None, weekday=None) for each in numbers) if is_listed else ()
    gaps = [letterwise(line.text[one.to : other.at]) for one, other in pairwise(days)]
    return days if gaps and all(map(_AND.fullmatch, gaps)) else ()


def _weekdays(line: Line, days: tuple[DayWords, ...]) -> tuple[DayWords, ...]:
    """Each day of a line that says nothing but from which weekday to which: `Monday to Wednesday`."""
    are_bare = len(days) == 2 and all(each.day is None and each.weekday is not None for each in days)
    gap = letterwise(line.text[days[0].to : days[1].at]) if are_bare else ""
    if not _TO.fullmatch(gap) or _WORD.search(line.text[: days[0].at] + line.text[days[1].to :]):
        return ()
    first, last = days[0].weekday or 0, days[1].weekday or 0
    return tuple(
        replace(days[0], to=days[1].to, weekday=n % 7) for n in range(first, last + (7 if last < first else 0) + 1)
    )


def names_day_beside(day: DayWords, line: Line, above: DayWords | None) -> bool:
    """Whether a line only names a date among words, below a heading that gives a day with its weekday."""
    is_whole = above is not None and above.is_dated and above.weekday is not None
    is_plain = day.is_dated and day.weekday is None and day.number is None
    words = _WORD.search(_without_days_and_hours(line.text, days_in(line.text)))
    return is_whole and is_plain and bool(words) and not invites(line.text)


def room_of_day(line: Line) -> Line | None:
    """The room that the heading of a day names for all of it: `Friday, 9 April 2027 — Main Building, Room 9`."""
    ends = (*(each.to for each in days_in(line.text)), *(each.to for each in hours_in(line.text)))
    begins = min((each.at for each in days_in(line.text)), default=0)
    behind = _FOR_ALL.sub("", line.text[max(ends, default=0) :])
    behind = behind[1:] if behind.startswith(":") else behind.removeprefix(" :")
    bracketed = _BRACKETED.fullmatch(behind)
    alone = bracketed[1] if bracketed and is_place(bracketed[1]) else None  # a house, too, if nothing else stands there
    said = room_said_of_all(line.text)
    room = said or room_among(behind) or alone or room_among(line.text[:begins]) or place_for_all(line.text)
    return replace(line, text=room.lstrip(". "), pieces=(), level=0) if room else None


def is_of_other_day(text: str) -> bool:
    """Whether a line among those of a slot says when something else is: in brackets, a sentence, the next meeting."""
    days = days_in(text)
    is_sentence = bool(days) and text.rstrip().endswith(".") and len(_WORD.findall(text[: days[0].at])) >= _FEW_WORDS
    return is_sentence or _OF_OTHER_DAY.match(letterwise(text)) is not None


def has_hours(text: str) -> bool:
    """Whether hours stand in a text that are not a part of a date, as those of `20.07.` might be."""
    days = days_in(text)
    return any(not any(day.at <= hours.at < day.to for day in days) for hours in hours_in(text))


def heads_notes(text: str) -> bool:
    """Whether a heading says that what follows is about the event, and no part of its programme."""
    return _NOTES.match(letterwise(text)) is not None


def leader_in(line: Line) -> Line | None:
    """Who leads a part, as its heading says, without what stands behind: `Session 1 (Chair: Ida Holm). Hall`."""
    at = role_inside(line.text)
    if at is None:
        return None
    ends = (each.start() for each in _BEHIND_NAME.finditer(line.text, at))
    end = next((each for each in ends if not _is_abbreviated(line.text[at:each])), len(line.text))
    return replace(line, text=line.text[at:end], pieces=())


def _is_abbreviated(text: str) -> bool:
    """Whether a text ends with an honorific that a full stop shortens: `Chair: Prof`, `Chair: Dr. med`."""
    last = text.rpartition(" ")[2]
    return last.islower() or is_honorific(f"{last}.")


def says_who_leads(line: Line) -> bool:
    """Whether a line says a role and who has it."""
    label = role_label(line.text)
    return label is not None and bool(label.rest)


def leads(line: Line) -> bool:
    """Whether a line says who has a role that leads."""
    label = role_label(line.text)
    return label is not None and label.role in _LEADING and bool(label.rest)


def room_of_heading(line: Line) -> Line | None:
    """The room that the heading of a numbered part names: `Session 1: Bark. Chair: Ida Holm. Lecture Theatre`."""
    room = room_among(line.text) if is_numbered_part(line.text) else None
    return replace(line, text=room, pieces=(), level=0) if room else None


def is_numbered_part(text: str) -> bool:
    """Whether a line begins with the number of a part of the programme: `Session 2`, `Teil B`."""
    return _NUMBERED.match(letterwise(text)) is not None


def is_part_of_day(line: Line) -> bool:
    """Whether a line is a heading such as `Afternoon`."""
    return _PART.fullmatch(letterwise(line.text)) is not None


def heads_part_of_day(line: Line) -> bool:
    """Whether a line is such a heading with a title of its own: `Afternoon: Under the crane`, no sentence."""
    part, _, title = line.text.partition(":")
    is_title = title.strip()[:1].isupper() and len(title) <= _LONGEST_TITLE and not title.rstrip().endswith((".", "!"))
    return is_title and not hours_in(line.text) and is_part_of_day(replace(line, text=part))


def is_of_several_days(text: str) -> bool:
    """Whether a line says what is on several days, and at no hour: `19–21 June: summer camp`."""
    day = next(iter(days_in(text)), None)
    is_first = day is not None and day.last is not None and not any(map(str.isalnum, text[: day.at]))
    return is_first and day is not None and re.match(r"\s*[:–—-]", text[day.to :]) is not None and not hours_in(text)


def _without_days_and_hours(text: str, days: tuple[DayWords, ...]) -> str:
    text = _IN_BRACKETS.sub(lambda found: " " * len(found[0]), text)
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
