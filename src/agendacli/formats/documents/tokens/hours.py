"""HoursWords in running text: `10:00-10:15 Opening`, `(from 15h to 16h30)`, `18.00 Check-in`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from agendacli.formats.documents.tokens.letterwise import LONGEST_LINE, MOST_KEPT
from agendacli.formats.documents.tokens.place_words import NOT_OF_ROOM
from agendacli.model.frozen import frozen
from agendacli.words.times.times_of_day import MIDNIGHTS, TIME, TimeOfDay, even, read_time

_TO = r"(?: *(?:-+>?|~|>) *| +(?:to|until|till?|bis|as|(?:a|hasta)(?: las?)?|au) +)"
_BEFORE = (
    r"(?:(?:from|von|de(?: las?)?|ab|um|at|a partir (?:de las|de|des)|(?:hacia|sobre|a eso de) las|gegen|vers|a las|a|"
    r"des|desde(?: las?)?|"
    r"c\.|about|around|etwa|environ|env\.|ca\.?|approx\.?|circa|between|zwischen|starting at) +)?"
)
_FOR = (  # people come at the first of two times: `7.30 for 8 p.m.`
    r" +for +\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.? ?m\b\.?)?"
    r"(?! *(?:\d|[.:]\d|h\b|hrs?|hours?|min|days?|people|persons|participants|years?|ages))"
)
_FOUND = re.compile(
    rf"(?<![\w.:,/+€$°])(?<!\d-){NOT_OF_ROOM}"
    rf"(?P<before>{_BEFORE})(?P<start>{TIME})(?:{_TO}\(?(?P<end>{TIME})\)?(?![\w])|{_FOR})?"
    r"(?P<open> *-+ *(?:open end|late|\?+)?(?= *$)|"
    r" *(?:\(?open[ -]end(?:ed)?\)?|onwards?|ende offen|till late|\+(?!\d)))?"
)
_NOT_BEHIND = re.compile(r" *(?:%|€|\$|°|st\b|nd\b|rd\b|th\b|mins?\b|minut|-?(?:years?|pages|pp|km|m)\b)")
_BEGINS_TITLE = re.compile(r" +(?:Minutes|Years?|Pages)\b(?! *\))")
_GOES_ON = re.compile(r"\d|[.:/]\d")
_HALF = 720
_SECONDS = re.compile(r"\d{1,2}:\d\d:\d\d")
_APPROXIMATE = re.compile(r"c\.|ca\b|approx|circa|about|around|etwa|env|gegen|vers|hacia|sobre|a eso")
_YEARS = range(1900, 2101)
_NOON = re.compile(rf"midi|noon|mittag|midday|mediodia|{MIDNIGHTS}")
_PLAIN = re.compile(  # a year, or two, unless times are written so
    r"\s*((?:19|20)\d\d)(?:(?<=[05])\s*[–—-]\s*((?:19|2[0-4])\d[05]))?(?:(?:\s*[:|]|\s+[–—-])?\s+(?=[^\W\d_a-z])|\s*$)"
)
_SHORT_DATE = re.compile(  # `15.04. 19:00 Vortrag`; a full stop behind a time is another, as in `9.30. Begrüßung`
    r"\W*(?:(?:mo|di|mi|do|fr|sa|so)\w{0,10}[.,]{0,2} +)?(?:[12]?\d|0\d|3[01])\.(?:0[1-9]|1[0-2])\."
    r"(?=\s*(?:$|[^\W_]|[-–—:,|]))(?! *(?:uhr|h)\b)",
    re.IGNORECASE,
)
# What is no unit of the time before it: `22:00 Hora Santa`, `10:00 Heures de lecture`, `9:00 H. Weir`, `9 Uhr am 2. …`.
_OF_TITLE = re.compile(
    r"(?<=[Uu]hr) +am\b|"
    r"(?<=\d) +(?:(?i:hora|heure|hour)(?= +[^\W\d_])|(?:Horas|Heures|Hours)(?= +[a-zà-ÿ]|:)|H(?=\. [^\W\d_a-z]))"
)
# `18,30 h`, `von 9,00 bis 10,15 Uhr`: a price or a number has no such unit.
_COMMA = re.compile(
    r"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-4]),(?=[0-5]\d(?!\d)"
    r"(?: *(?:-|\b(?:a|as|bis|to|y|und|e)\b(?: las?)?) *\d{1,2}[,.:][0-5]\d)? *(?:h(?:rs?|oras?)?|uhr)\b)"
)
_LEADERS = re.compile(r"[.…]{3,}")  # to a time at the right end of a line
_LEAD = re.compile(
    r"[\s•▪◦·‣●*(\[|>–—-]*"
    r"(?:(?:and |und |et |y )?(?:then|after(?:wards)?(?: (?:breakfast|lunch|dinner|supper|that|the break))?|finally|"
    r"later|danach|anschlie(?:ß|ss)end|dann|nach dem (?:frühstück|mittagessen|abendessen)|puis|ensuite|enfin|"
    r"après le (?:déjeuner|dîner)|luego|después(?: de(?:l desayuno| comer| la comida| la cena))?)[,:]?\s+)?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\W*(?P<list>\d{1,2}(?:[.:]\d\d)?(?:\s*,\s*\d{1,2}(?:[.:]\d\d)?)*)\s*(?:,\s*)?(?:and|und|et|y|&)\s*"
    r"(?P<last>\d{1,2}(?:[.:]\d\d)? ?(?:uhr|h|[ap]\.?m)\b\.?)",
    re.IGNORECASE,
)
_KIND_FIRST = re.compile(
    r"\s*(?:talk|lecture|keynote|workshop|session|panel|paper|vortrag|referat|impuls|exposé|conférence|communication|atelier|"
    r"ponencia|charla|comunicación|taller|conferencia)(?: \d{1,2}| [A-Z])?, ",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;&/+|]*(?:and|und|et|y)?\s*")
_BEHIND = re.compile(
    r"\s*(?:\((?:approx|ca|circa|c|env|aprox|etwa|tbc)\.?\)\s*)?"
    r"\(?(?:CES?T|GMT|UTC|BST|WES?T|EES?T|[ECMP][SD]?T|JST|IST|UK time|local time)?(?:[+-]\d{1,2})?\)?"
    r"\s*(?:Uhr\b|hr?s?\b\.?)?[\s):;.,|/·•\]–—-]*(?!\w\))"
)


_LENGTH = re.compile(r"\d{1,2} *h")  # `13:00, 1 hour`
_APART = re.compile(r"[\s,;·•|/(\[-]+")
_LONGEST_LENGTH = 6 * 60


@frozen
class HoursWords:
    """A time or a range of times and its place in the line, from `at` to `to`.

    `is_open`: what ends it is said to be open, or a dash stands without an end. `is_plain`: four digits alone, `0930`,
    which are a time only in a document that writes its times so.
    """

    start: TimeOfDay
    end: TimeOfDay | None
    at: int
    to: int
    text: str
    is_open: bool = False
    is_approximate: bool = False
    is_plain: bool = False


@lru_cache(maxsize=MOST_KEPT)
def hours_in(text: str) -> tuple[HoursWords, ...]:
    """All hours in a line from left to right; a bare number is none."""
    return tuple(_found(text))


@lru_cache(maxsize=MOST_KEPT)
def leading_hours(text: str) -> tuple[tuple[HoursWords, ...], str]:
    """The hours with which a line begins, several if they follow each other, and the rest of the line.

    A word for what it is may stand before them: `Talk, 9.30 am: Tides`.
    """
    if kind := _KIND_FIRST.match(text):
        hours, rest = _leading(text[kind.end() :])
        behind = text[kind.end() + hours[-1].to :].lstrip() if hours else ""
        if behind[:1] == ":" and rest:
            return tuple(replace(each, at=each.at + kind.end(), to=each.to + kind.end()) for each in hours), rest
    return _leading(text)


def _leading(text: str) -> tuple[tuple[HoursWords, ...], str]:
    first: list[HoursWords] = []
    for each in hours_in(text):
        gap = text[first[-1].to : each.at] if first else text[: each.at]
        if not (_BETWEEN if first else _LEAD).fullmatch(gap):
            break
        first.append(each)
    if not first and (found := _SEVERAL.match(text)):
        return _of_list(found), _without_signs(text, found.end())
    if not first and (found := _PLAIN.match(text)) and (year := read_time(found[1])):
        end = read_time(found[2]) if found[2] else None
        to = found.end(2) if end else found.end(1)
        first.append(HoursWords(year, end, found.start(1), to, text=text[found.start(1) : to], is_plain=True))
    if not first:
        return (), text
    return tuple(first), _without_signs(text, first[-1].to)


def _without_signs(text: str, at: int) -> str:
    """What stands behind hours that end there."""
    behind = _BEHIND.match(text, at)
    return text[behind.end() if behind else at :].strip()


def _of_list(found: re.Match[str]) -> tuple[HoursWords, ...]:
    """The hours of a list with one word for all of them: `19, 20 und 21 Uhr`."""
    others = (f"{each}:00" if each.isdigit() else each for each in re.findall(r"[\d.:]+", found["list"]))
    times = (read_time(each) for each in (*others, found["last"].lower().replace("uhr", "h")))
    at, to, text = found.start("list"), found.end(), found[0].strip()
    return tuple(HoursWords(each, None, at, to, text=text) for each in times if each)


def _found(text: str) -> Iterator[HoursWords]:
    plain = even(_OF_TITLE.sub(lambda word: "#" * len(word[0]), text[:LONGEST_LINE]))
    plain = _COMMA.sub(r"\g<hour>:", _LEADERS.sub(lambda dots: " " * len(dots[0]), plain))
    date = _SHORT_DATE.match(plain)
    at = date.end() if date else 0
    before: HoursWords | None = None
    while found := _FOUND.search(plain, at):
        hours = _hours(found, plain, text)
        if hours and not (before and _is_length(before, hours, plain)):
            yield hours
        before = hours or before
        at = max(hours.to if hours else found.start("start") + 1, at + 1)
        while hours is None and at < len(plain) and plain[at - 1].isdigit() and plain[at].isdigit():
            at += 1


def _is_length(before: HoursWords, hours: HoursWords, plain: str) -> bool:
    """Whether what follows a start is how long it takes from there: `13:00, 1 hour`."""
    start = before.start.plain + (_HALF if before.start.half == "p" else 0)
    is_start = before.end is None and _APART.fullmatch(plain, before.to, hours.at) is not None
    return is_start and hours.end is None and _may_last(plain[hours.at : hours.to], hours.start, start)


def _may_last(text: str, time: TimeOfDay, start: int) -> bool:
    """Whether a text that reads as a time may be a length: hours, and few of them, and no later than the start."""
    return _LENGTH.match(text) is not None and time.half is None and time.plain <= min(start, _LONGEST_LENGTH)


def _hours(found: re.Match[str], plain: str, text: str) -> HoursWords | None:
    start, end = read_time(found["start"]), read_time(found["end"]) if found["end"] else None
    to = found.end() if end or not found["end"] else found.end("start")
    if start and end and not _LENGTH.match(found["start"]) and _may_last(found["end"], end, start.plain - 1):
        end, to = None, found.end("start")  # `15:00 – 2 h`
    if end and _is_no_end(plain, found.end("end"), text):
        end, to = None, found.end("start")
    if start is None or _SECONDS.match(plain, found.start("start")) or _is_no_end(plain, to, text):
        return None
    until = (found["end"] or "").split(" ")[0]  # `1930-2200 Dinner`, `1930–2200 hrs`
    is_time = _is_four(until) and not _is_year(until)
    is_year = _is_year(found["start"]) and not is_time and not (found["open"] and not found.start())
    four = _is_four(found["start"]) and not (start.half or is_year)
    if end and start.is_number and end.is_number:
        if not (four and found["end"] and _is_four(found["end"])):
            return None
    elif start.is_number and (not four if end is None else is_year):  # `12 mars 2027 à 18h30`
        return None
    if _NOON.match(found["start"]) and end is None and not _stands_as_time(found, text):
        return None
    is_open = end is None and bool(found["open"])
    is_plain = four and start.is_number and end is None
    approximate = _APPROXIMATE.match(found["before"]) is not None
    return HoursWords(
        start,
        end,
        found.start(),
        to,
        text=text[found.start() : to],
        is_open=is_open,
        is_approximate=approximate,
        is_plain=is_plain,
    )


def _stands_as_time(found: re.Match[str], text: str) -> bool:
    """Whether a word for noon begins a line as times do: alone, before a sign, or before a capital letter."""
    behind = text[found.end("start") :]
    return not text[: found.start()].strip() and re.match(r"\s*(?:$|[:–—|-]|[^\W\d_a-z])", behind) is not None


def _is_four(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit()


def _is_year(digits: str) -> bool:
    return digits.isdigit() and int(digits) in _YEARS


def _is_no_end(plain: str, at: int, text: str) -> bool:
    """Whether what stands there says that the number before it is not a time, or is not over."""
    unit = _NOT_BEHIND.match(plain, at)
    is_unit = unit is not None and not _BEGINS_TITLE.match(text, at)
    return is_unit or _GOES_ON.match(plain, at) is not None
