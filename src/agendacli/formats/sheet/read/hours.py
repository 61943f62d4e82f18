"""The hours of a row, in the words of a definition: `09:00-10:00`, `19:00-`, `23:00-01:00 +1`, `all day`."""

import re
from datetime import date

from agendacli.formats.sheet.cell_words import is_yes
from agendacli.formats.sheet.cells import Cell
from agendacli.model.codes import END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.words.times.forms import ClockTime, FromTo
from agendacli.words.times.grammar import parse_clock

_SECONDS = re.compile(r"(\d{1,2}[:.]\d{2})[:.]00\b")
_BARE_HOUR = re.compile(r"\d{1,2}")
_DAY = 24 * 60
NOT_KNOWN = "hours unknown"
ALL_DAY = "all day"


def hours_of_cells(start: Cell, end: str | None, days_later: int) -> str:
    """The hours from the time of a cell to an end; a start that is none, as `all day`, stands alone."""
    begin = plain_time(start)
    if end is None:
        return _alone(begin)
    later = f" +{days_later}" if days_later and "+" not in end else ""
    if not later and _is_same_time(begin, end):
        return _alone(begin)
    text = f"{begin}-{end}{later}"
    found = parse_clock(text)
    is_overnight = isinstance(found, Fault) and found.code is END_BEFORE_START and "+" not in text
    return f"{text} +1" if is_overnight else text


def _is_same_time(begin: str, end: str) -> bool:
    """Whether something ends when it begins, so that its end is not stated."""
    first, last = clock_time(begin), clock_time(end)
    return first is not None and last is not None and (first.minutes, first.fold) == (last.minutes, last.fold)


def clock_time(text: str) -> ClockTime | None:
    """A single time of day."""
    found = parse_clock(f"{text}-")
    return found.start if isinstance(found, FromTo) and "+" not in text else None


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


def plain_time(cell: Cell) -> str:
    """The text of a time without its seconds, and with minutes."""
    text = _SECONDS.sub(r"\1", cell.line)
    return f"{text}:00" if _BARE_HOUR.fullmatch(text) else text


def time_after(start: Cell, minutes: int) -> str | None:
    """The time so long after that of a cell, `01:30 +1` on the next day; None where that is no time of day."""
    begin = clock_time(plain_time(start))
    return _clock(begin, minutes) if begin else None


def _clock(start: ClockTime, minutes: int) -> str:
    days, rest = divmod(start.minutes + minutes, _DAY)
    return f"{rest // 60:02}:{rest % 60:02}" + (f" +{days}" if days else "")
