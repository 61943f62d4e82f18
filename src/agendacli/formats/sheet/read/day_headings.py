"""Days in headings that say more than a date, `Day 2: 10 March 2026`, and headings that begin a day without one."""

import re
from functools import lru_cache

from agendacli.formats.sheet.cells import NUMERIC_DATE
from agendacli.model.asked import Refusal
from agendacli.model.when import DAY
from agendacli.words.folded import folded
from agendacli.words.times.alphabet import spelt
from agendacli.words.times.days import read_day_words
from agendacli.words.times.forms import EachDay, Here
from agendacli.words.times.grammar import parse_days

_PARTS = re.compile(r"\s+[-–—|/]\s*|[:()|\n]\s*")
_NUMBERED = re.compile(
    r"(?:day|tag|jour|journee|dia|giorno|giornata) ?(?:\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven|eins|zwei"
    r"|drei|un|deux|trois|uno|due|tre|dos|tres)\b"
)
_TWO_DIGITS = re.compile(r"^(\d{1,2})-([^\W\d]{3,9})-(\d{2})$")
_AROUND = " ,.-–—"
_MONTH = re.compile(r"(?:^|[\s~|+])M\d{1,2}(?=$|[\s~|+])")
_WITH_MONTH = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}|\b\d{1,2}\. ?\d{1,2}\.")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=1024)
def day_among(text: str) -> str | None:
    """The words of a text that name a day, `10 March 2026` in `Day 2: 10 March 2026`; None if none do, or several."""
    parts = {plain for each in _PARTS.split(text) if _is_one_day(plain := in_full(each.strip(_AROUND)))}
    return parts.pop() if len(parts) == 1 else None


def in_full(text: str) -> str:
    """A day such as `10-Mar-26`, as spreadsheets show it, with its year in full; any other text as it is."""
    return _TWO_DIGITS.sub(r"\1 \2 20\3", text)


def _is_one_day(text: str) -> bool:
    if NUMERIC_DATE.fullmatch(text):
        return True
    days = parse_days(text) if text else None
    return isinstance(days, EachDay) and days.end - days.start == DAY


@lru_cache(maxsize=1024)
def begins_a_day(text: str) -> bool:
    """Whether a text stands over the rows of a day: a weekday, `Day 2`, `10 March`, or words with a date in them."""
    plain = folded(text)
    parts = (each.strip(_AROUND) for each in _PARTS.split(text))
    return _NUMBERED.match(plain) is not None or any(map(_is_of_days, parts)) or _holds_date(text)


def _is_of_days(text: str) -> bool:
    """Whether it is a text for days that do not stand alone: `Tuesday`, `10 March`."""
    is_worded = any(char.isalpha() for char in text) or _WITH_MONTH.fullmatch(text) is not None
    return is_worded and isinstance(read_day_words(text, Here()), Refusal)


def _holds_date(text: str) -> bool:
    if _WITH_MONTH.search(text):
        return True
    return _YEAR.search(text) is not None and _MONTH.search(spelt(text)) is not None
