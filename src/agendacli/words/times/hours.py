"""The one grammar for hours, wherever they are written: in definitions, options, commands, sheets and letters.

It accepts what is unambiguous (`9am-10am`, `3-4.30 p.m.`, `15h-18h30`, `10–13 Uhr`, `0800-1000`, `noon-13:00`, `18:00`,
`TBC`) and refuses what has two readings, naming both (`1-2`, `11 am-12 am`). Hours up to twelve without am or pm may be
in either half of the day if one side has no minutes or has a mark; a meeting lasts at most twelve hours, and one that
begins at a bare 7 to 11 begins in the morning.
"""

import re
from dataclasses import replace
from datetime import timedelta

from agendacli.model.codes import BAD_TIME, END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.model.frozen import frozen
from agendacli.model.when import Hours
from agendacli.words.times.canonical import hours_key
from agendacli.words.times.forms import MINUTES_OF_DAY, Clock, ClockTime, FromTo, PartOfDay, clock_form
from agendacli.words.times.lengths import parse_length
from agendacli.words.times.times_of_day import TIME, TimeOfDay, even, read_time

_HALF_DAY = 12 * 60
_MORNING = 7 * 60
_TO = r" *-+ *| +(?:to|until|till|til|bis|a|hasta|al) +"
_RANGE = re.compile(rf"(?:(?:from|von|de|between) +)?({TIME})(?:{_TO})({TIME})(?: *\(?\+ ?(\d{{1,2}})\)?)?")
_FROM = r"(?:(?:from|at|ab|um|a partir de|a|starting at) +)?"
_OPEN = r" *- *(?:late|open(?: end)?|offen|tb[acd]|end|\?+)?| *\+| +onwards?"
_START = re.compile(rf"{_FROM}({TIME})({_OPEN})?")
_LASTING = re.compile(rf"{_FROM}({TIME})(?:,? *(?:for|fur|\() *|, *)(.+?)\)?")
_NOT_SAID = re.compile(
    r"(?:hours? |time |uhrzeit |heure |hora )?"
    r"(?:tb[acd]|(?:to be|wird noch) .{5,12}|open|offen|unknown|a confirmer|por confirmar|\?+)"
)
_ALL_DAY = re.compile(r"(?:all|whole|full)[- ]?day(?: long)?|ganzt[aä]gig|ganztags|toute la journee|todo el d[ií]a")
_PARTS = {
    **dict.fromkeys(("morning", "mornings", "morgens", "vormittag", "vormittags", "matin", "manana"), "morning"),
    **dict.fromkeys(("afternoon", "afternoons", "nachmittag", "nachmittags", "apres-midi", "tarde"), "afternoon"),
    **dict.fromkeys(("evening", "evenings", "abend", "abends", "soir", "noche"), "evening"),
}
_BOUNDS = {"before": "before", "vor": "before", "avant": "before", "after": "after", "nach": "after", "apres": "after"}
_PART = re.compile(
    rf"(?:in the |am |le |por la )?(?P<part>{'|'.join(_PARTS)})|(?P<bound>{'|'.join(_BOUNDS)}) +(?P<time>{TIME})"
)
_TO_CONFIRM = re.compile(r"(.*\S)\s*\((?:tbc|to be confirmed)\)")
_BETWEEN = re.compile(r" *(?:[,;&/]|(?<= )(?:and|und|et|y)(?= )) *")


def read_hours_words(text: str) -> Clock | Fault | None:
    """The hours of a text; a fault with both readings if there are two, None if it is not text for hours."""
    plain = even(text)
    if _NOT_SAID.fullmatch(plain):
        return Hours.UNKNOWN
    if _ALL_DAY.fullmatch(plain):
        return Hours.ALL
    for pattern, reader in ((_RANGE, _range), (_START, _start), (_LASTING, _lasting), (_PART, _part_of_day)):
        if found := pattern.fullmatch(plain):
            return reader(found, text)
    return _to_be_confirmed(plain) or _in_several(text)


def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where several stretches of time lie in a text, `9.00-12.30, 14.30-18.30`; empty for a single one."""
    plain = even(text)
    edges = [0, *(edge for found in _BETWEEN.finditer(plain) for edge in found.span()), len(plain)]
    places = tuple(zip(edges[::2], edges[1::2], strict=True))
    is_several = len(places) > 1 and all(_RANGE.fullmatch(plain[start:end].strip()) for start, end in places)
    return places if is_several else ()


def _in_several(text: str) -> Fault | None:
    """The fault of a text with several stretches; that of one of them if it has a fault itself."""
    for start, end in stretches(text):
        found = read_hours_words(text[start:end])
        if isinstance(found, Fault):
            return found
    several = stretches(text)
    parts = " and ".join(f"`{text[start:end].strip()}`" for start, end in several)
    return Fault(BAD_TIME, f"one stretch of time is wanted here, not {parts}") if several else None


def _to_be_confirmed(plain: str) -> Fault | None:
    """The fault of a time to be confirmed: that belongs into the status, since the time is known."""
    found = _TO_CONFIRM.fullmatch(plain)
    if found is None:
        return None
    read = clock_form(found[1]) or read_hours_words(found[1])
    if isinstance(read, Fault):
        return read
    meant = found[1] if read is None or isinstance(read, PartOfDay) else hours_key(read)
    return Fault(BAD_TIME, f"`{plain}` is to be confirmed; write `{meant}`, and `status: tentative` below it")


def _part_of_day(found: re.Match[str], _text: str) -> Clock | Fault | None:
    """A part of a day, or everything before or after a time of it."""
    if found["part"]:
        return clock_form(_PARTS[found["part"]])
    start = _start_alone(found["time"])
    if not isinstance(start, FromTo):
        return start
    bounded = clock_form(f"{_BOUNDS[found['bound']]} {_clock(start.start.minutes)}")
    return replace(bounded, part=None) if isinstance(bounded, Fault) else bounded


@frozen
class _Reading:
    """The first and last minute, from midnight."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """The length in minutes."""
        return self.end - self.start

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _range(found: re.Match[str], text: str) -> FromTo | Fault:
    start, end = read_time(found[1]), read_time(found[2])
    if start and start.is_midnight:
        return Fault(BAD_TIME, "midnight may begin this day or end it; write `00:00` under the day that it begins")
    if start is None or end is None:
        part = next((found.span(n) for n in (1, 2) if read_time(found[n]) is None), (0, 0))
        wrong = text[slice(*part)]
        return Fault(
            BAD_TIME, f"`{wrong}` is not a time of day; write `00:00` to `24:00`", (part[0], part[1] - part[0])
        )
    later = int(found[3] or 0)
    readings = _readings(start, end, later)
    if len(readings) > 1:
        return _either(text, *map(str, readings))
    if not readings:
        return _over_midnight(start, end, found) or _ends_early(start, end, found)
    reading = readings[0]
    return FromTo(
        ClockTime(reading.start, None, _part(found, 1)),
        ClockTime(reading.end - later * MINUTES_OF_DAY, None, _part(found, 2)),
        later,
    )


def _readings(start: TimeOfDay, end: TimeOfDay, later: int) -> list[_Reading]:
    """The possible readings of two times, each after the other; only the likely ones if there are any."""
    has_mark = bool(start.half or end.half)
    is_whole_day = not has_mark and (start.is_of_whole_day or end.is_of_whole_day)
    is_loose = not is_whole_day and (has_mark or start.is_bare or end.is_bare)
    after = later * MINUTES_OF_DAY
    pairs = [
        _Reading(first, after + (last or MINUTES_OF_DAY if not later else last))
        for first in start.minutes(is_loose=is_loose)
        for last in end.minutes(is_loose=is_loose)
    ]
    there = [each for each in pairs if each.length > 0 and (later or start != end)]
    likely = [each for each in there if each.length <= _HALF_DAY or (start.half and end.half)] or there
    is_morning = not has_mark and _MORNING <= start.plain < _HALF_DAY
    return likely[:1] if is_morning and likely and likely[0].start == start.plain else likely


def _over_midnight(start: TimeOfDay, end: TimeOfDay, found: re.Match[str]) -> FromTo | None:
    """Whether it goes from the evening to the small hours and both sides say so."""
    if not (start.half == "p" and end.half == "a"):
        return None
    first, last = start.minutes(is_loose=True)[0], end.minutes(is_loose=True)[0]
    return FromTo(ClockTime(first, None, _part(found, 1)), ClockTime(last, None, _part(found, 2)), 1)


def _ends_early(start: TimeOfDay, end: TimeOfDay, found: re.Match[str]) -> Fault:
    plain = _Reading(start.minutes(is_loose=False)[0], end.minutes(is_loose=False)[0])
    message = f"`{found[0]}` ends before it begins; over midnight write `{plain} +1`"
    return Fault(END_BEFORE_START, message, _part(found, 2))


def _start(found: re.Match[str], text: str) -> FromTo | Fault | None:
    """A time alone, without an end; a bare number is none, unless a dash follows."""
    time = read_time(found[1])
    if time is None or (time.is_number and not found[2]):
        return None
    meant = time.minutes(is_loose=time.is_bare)
    if len(meant) > 1 and not (time.is_bare and time.plain >= _MORNING):
        return _either(text, *(f"{_clock(each)}-" for each in meant))
    return FromTo(ClockTime(meant[0], None, _part(found, 1)), None)


def _lasting(found: re.Match[str], _text: str) -> FromTo | Fault | None:
    """A time and the length of what begins then: `10:00 for 45 min`."""
    start, length = _start_alone(found[1]), parse_length(found[2])
    if length is None or not isinstance(start, FromTo):
        return start if length and isinstance(start, Fault) else None
    end = start.start.minutes + length // timedelta(minutes=1)
    later, minutes = divmod(end, MINUTES_OF_DAY) if end > MINUTES_OF_DAY else (0, end)
    part = _part(found, 1)
    return FromTo(ClockTime(start.start.minutes, None, part), ClockTime(minutes, None, _part(found, 2)), later)


def _start_alone(text: str) -> FromTo | Fault | None:
    found = _START.fullmatch(text)
    return _start(found, text) if found else None


def _part(found: re.Match[str], group: int) -> tuple[int, int]:
    return found.start(group), len(found[group])


def _either(text: str, *readings: str) -> Fault:
    """The fault of a text with two readings."""
    meant = " or ".join(f"`{each}`" for each in readings)
    return Fault(BAD_TIME, f"`{text}` could be {meant.replace('`', '')}; write {meant}")
