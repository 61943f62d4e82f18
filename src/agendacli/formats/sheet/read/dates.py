"""Dates in cells: where day and month could change places, they are read as was asked or as another date proves."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from functools import lru_cache

from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import NUMERIC_DATE, Cell
from agendacli.formats.sheet.read.day_headings import day_among, in_full
from agendacli.model.exchange_codes import SHEET_DAY_ORDER
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.model.zones import wall
from agendacli.words.times.forms import EachDay
from agendacli.words.times.grammar import parse_days

_MIDNIGHT = re.compile(r"00:00(?::00)?")
_COMPACT_TIME = re.compile(r"[012]\d[0-5]\d")
_TIME = re.compile(r"^(.*?\d)[ T]+(\d{1,2}[:.]\d{2}.*)$")
_OFFSET = re.compile(r"\d[T ]\d{2}:\d{2}.*(?:[+-]\d{2}:?\d{2}|Z)$")
_LAST_MONTH = 12
_CENTURY = 2000
_GOOGLE = {"subject", "start date"}


class DayOrder(Enum):
    """Which of day and month stands first in a sheet, as far as that is known; both where cells disagree."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"
    BOTH = "both"


def day_order(cells: Iterable[Cell], headings: Iterable[str], given: Given) -> DayOrder:
    """The order in all dates of a sheet: as asked, as its headings say whose sheet it is, or as one date proves."""
    if given.day_first is not None:
        return DayOrder.DAY_FIRST if given.day_first else DayOrder.MONTH_FIRST
    if {each.casefold() for each in headings} >= _GOOGLE:
        return DayOrder.MONTH_FIRST
    numbers = [(int(found[1]), int(found[3])) for each in cells if (found := NUMERIC_DATE.match(each.text))]
    day_first, month_first = (any(pair[at] > _LAST_MONTH for pair in numbers) for at in (0, 1))
    if day_first and month_first:
        return DayOrder.BOTH
    return DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST if month_first else DayOrder.UNKNOWN


def day_of_cell(cell: Cell, order: DayOrder, findings: Findings) -> str | None:
    """The text of a day as a definition has it, `2026-03-09`; any other text as it stands, to be told by its own rules.

    None and a diagnostic, one for all of a sheet, where its order is not known.
    """
    text = in_full(day_among(cell.line) or cell.line)
    found = NUMERIC_DATE.fullmatch(text)
    if found is None:
        return _plain_day(text)
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += _CENTURY if len(found[4]) < len("2026") else 0
    if order in (DayOrder.UNKNOWN, DayOrder.BOTH) and first != second and max(first, second) <= _LAST_MONTH:
        _ask(cell, order, findings)
        return None
    is_day_first = (
        order is DayOrder.DAY_FIRST if order in (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST) else first > second
    )
    day, month = (first, second) if is_day_first else (second, first)
    try:
        return str(date(year, month, day))
    except ValueError:
        return text


@lru_cache(maxsize=1024)
def _plain_day(text: str) -> str:
    """One day as `2026-03-09`; any other text as it stands."""
    days = parse_days(text)
    return str(days.start) if isinstance(days, EachDay) and (days.end - days.start).days == 1 else text


def _ask(cell: Cell, order: DayOrder, findings: Findings) -> None:
    both = "the dates have both orders" if order is DayOrder.BOTH else "nothing says which number is the day"
    message = f"`{cell.line}` has two readings, and {both}; say `--day-first` or `--month-first`"
    findings.report_once(SHEET_DAY_ORDER, cell.span, message)


def on_clocks_of(cell: Cell, zone: str | None) -> Cell:
    """A cell with a moment that has an offset, `2026-03-09T09:00:00+01:00`, as the clocks of the zone show it."""
    if zone is None or not _OFFSET.search(cell.text):
        return cell
    try:
        moment = datetime.fromisoformat(cell.text)
    except ValueError:
        return cell
    return cell._replace(text=f"{wall(moment, zone):%Y-%m-%d %H:%M}")


def day_and_time(cell: Cell) -> tuple[Cell | None, Cell | None]:
    """The day and the time in a cell that may hold both, `2026-03-09 09:00`; None for what it does not hold."""
    found = _TIME.match(cell.line)
    if not found:
        return (cell, None) if _looks_like_day(cell.line) else (None, cell)
    return (cell._replace(text=found[1]), cell._replace(text=found[2])) if _looks_like_day(found[1]) else (None, cell)


def time_beside_day(cell: Cell) -> Cell | None:
    """The time in a cell for days, `2026-03-09 09:30`; midnight is that of a day alone, as programs write it."""
    day, time = day_and_time(cell)
    return time if day and time and not _MIDNIGHT.fullmatch(time.text) else None


@lru_cache(maxsize=1024)
def _looks_like_day(text: str) -> bool:
    """Whether a text is a day; `1000` beside times is one of them and no year."""
    if _COMPACT_TIME.fullmatch(text):
        return False
    return NUMERIC_DATE.match(text) is not None or not isinstance(parse_days(in_full(text)), Fault)
