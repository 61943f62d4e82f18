"""The one grammar for days, wherever they are written: in definitions, options, commands, sheets and letters.

It accepts what is unambiguous (`14–15 July 2026`, `10 or 12 May`, `mid-March 2027`, `week 11`, `in 3 days`, in English,
German, French and Spanish) and refuses what has two readings, naming both. In a definition days depend on nothing but
their own words; in an option they may omit the year and be relative to today.

`alphabet` has the words and signs of four languages in one alphabet, `near_today` reads `today`, `friday`, `next week`,
`in 3 days` and `weekend`, `coarse` weeks, quarters, halves and `mid-March` (windows), `dates` dates, ranges of them,
alternatives, months and years.
"""

import re
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR

from agendacli.model.asked import Refusal
from agendacli.words.times.alphabet import spelt
from agendacli.words.times.coarse import read_coarse
from agendacli.words.times.dates import days_in_letters, ends_early
from agendacli.words.times.forms import EachDay, Here, SomeDay
from agendacli.words.times.near_today import read_near_today

_SOME = re.compile(r"some (?:day|(\d{1,4}) days) in (.+)")


def read_day_words(text: str, here: Here) -> EachDay | SomeDay | Refusal | None:
    """The days of a text; a refusal if it has two readings or is impossible; None if it is not text for days."""
    try:
        return _read(spelt(text), here, text)
    except (ValueError, OverflowError):
        return Refusal(f"`{text}` is not in the calendar; write a date like `2017-09-04`")


def _read(letters: str, here: Here, text: str) -> EachDay | SomeDay | Refusal | None:
    if some := _SOME.fullmatch(letters):
        return _some(_read(some[2], here, text), int(some[1]) if some[1] else None)
    readers = (read_near_today, read_coarse, days_in_letters, _read_range)
    found = next((read for reader in readers if (read := reader(letters, here, text)) is not None), None)
    # The outermost years are excluded: zones cannot be applied to them.
    if isinstance(found, EachDay | SomeDay) and not MINYEAR < found.start.year <= found.end.year < MAXYEAR:
        raise ValueError(text)
    return found


def _read_range(letters: str, here: Here, text: str) -> EachDay | Refusal | None:
    """The days from the first of one side to the last of the other; a side without a year takes that of the other."""
    first, _, last = letters.partition("~")
    end = _read(last, here, text) if last and "~" not in last else None
    if not isinstance(end, EachDay | SomeDay):
        return end
    start = _read(first, replace(here, year=end.start.year), text)
    if not isinstance(start, EachDay | SomeDay):
        return start
    return EachDay(start.start, end.end) if start.start < end.end else ends_early(text)


def _some(found: EachDay | SomeDay | Refusal | None, days: int | None) -> SomeDay | Refusal | None:
    """Some days of those that were read."""
    if not isinstance(found, EachDay | SomeDay):
        return found
    room = (found.end - found.start).days
    if days is not None and not 0 < days <= room:
        return Refusal(f"{days} days do not fit into these {room}; correct one of the two")
    return SomeDay(found.start, found.end, days)
