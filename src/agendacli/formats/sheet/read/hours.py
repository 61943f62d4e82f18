"""The hours of a row, in the words of a definition: `09:00-10:00`, `19:00-`, `23:00-01:00 +1`, `all day`."""

import re
from datetime import date

from agendacli.formats.sheet.cell_words import is_yes
from agendacli.formats.sheet.cells import Cell
from agendacli.model.codes import END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.words.times.forms import ClockTime, FromTo
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.lengths import parse_length

_SECONDS = re.compile(r"(\d{1,2}[:.]\d{2})[:.]00\b")
_BARE_HOUR = re.compile(r"\d{1,2}")
_COLON_LENGTH = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_MINUTES = re.compile(r"\d{1,4}")
_DAY = 24 * 60
NOT_KNOWN = "hours unknown"
ALL_DAY = "all day"


def hours_of_cells(start: Cell | None, end: Cell | None, duration: Cell | None, days_later: int) -> str:
    """The hours between the times of two cells, or for so long; a start that is none, as `all day`, stands alone."""
    if start is None:
        return NOT_KNOWN
    begin = _plain(start)
    if end is None and duration is None:
        return _alone(begin)
    finish = _plain(end) if end else _after(begin, duration)
    if finish is None:
        return f"{begin}-"
    later = f" +{days_later}" if days_later and "+" not in finish else ""
    text = f"{begin}-{finish}{later}"
    found = parse_clock(text)
    is_overnight = isinstance(found, Fault) and found.code is END_BEFORE_START and "+" not in text
    return f"{text} +1" if is_overnight else text


def says_all_day(cell: Cell | None) -> bool:
    """Whether the cell of a column for that says that it takes the whole day."""
    return cell is not None and is_yes(cell.text)


def days_between(first: str, last: str) -> int:
    """How many days lie between two days in ISO format; none where one is something else, or the second no later."""
    try:
        return max((date.fromisoformat(last) - date.fromisoformat(first)).days, 0)
    except ValueError:
        return 0


def _alone(begin: str) -> str:
    """A time with no end stated, if it is a time; `09:00-10:00`, `all day` and the like say it all."""
    found = parse_clock(f"{begin}-")
    return f"{begin}-" if isinstance(found, FromTo) and isinstance(parse_clock(begin), Fault) else begin


def _plain(cell: Cell) -> str:
    text = _SECONDS.sub(r"\1", cell.line)
    return f"{text}:00" if _BARE_HOUR.fullmatch(text) else text


def _after(begin: str, duration: Cell | None) -> str | None:
    """The time so long after a time of day; None where one of them cannot be read."""
    found = parse_clock(f"{begin}-")
    minutes = _length(duration.line) if duration else None
    if not isinstance(found, FromTo) or minutes is None:
        return None
    return _clock(found.start, minutes)


def _clock(start: ClockTime, minutes: int) -> str:
    days, rest = divmod(start.minutes + minutes, _DAY)
    return f"{rest // 60:02}:{rest % 60:02}" + (f" +{days}" if days else "")


def _length(text: str) -> int | None:
    """A length in minutes: `45`, `45 min`, `1:30`, `1h30`."""
    if _MINUTES.fullmatch(text):
        return int(text)
    if found := _COLON_LENGTH.fullmatch(text):
        return int(found[1]) * 60 + int(found[2])
    length = parse_length(text)
    return round(length.total_seconds() / 60) if length else None
