"""One line for a status bar: what is on or comes next, and how long that takes."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import accumulate
from unicodedata import combining, east_asian_width

from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.model.asked import Clock
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Status
from agendacli.model.when import Timed
from agendacli.render.relative import rest_text, wait_text
from agendacli.words.harmless import one_line
from agendacli.words.prose import day_mark, day_text

DOT = " · "
_CUT = "…"
_SHORTEST_TITLE = 8


def now_line(on: Sequence[Occurrence], clock: Clock, width: int | None = None, clocks: Clocks = USUAL_CLOCKS) -> str:
    """What is on: `15:00 Plenary meeting · GA Hall · 2 h left`, and how many others are (`(+1)`); empty for nothing.

    Of several the line tells what takes time and has hours rather than what stands in the background. It is cut to
    `width` columns, the title first.
    """
    return _line(sorted(on, key=_background), clock, relative=rest_text, width=width, clocks=clocks)


def next_line(
    ahead: Sequence[Occurrence], clock: Clock, width: int | None = None, clocks: Clocks = USUAL_CLOCKS
) -> str:
    """What comes next, the first of those given: `15:00 Plenary meeting · GA Hall · in 15 min`, and how many others."""
    return _line(ahead, clock, relative=wait_text, width=width, clocks=clocks)


def _background(occurrence: Occurrence) -> tuple[bool, int, bool]:
    """A sort key: what is kept before what is cancelled, then the better known time, then what takes time."""
    vagueness = ("timed", "days", "window").index(occurrence.when.precision)
    return occurrence.status is Status.CANCELLED, vagueness, occurrence.session.transparent


def _line(
    found: Sequence[Occurrence],
    clock: Clock,
    relative: Callable[[Occurrence, Clock], str],
    width: int | None,
    clocks: Clocks,
) -> str:
    if not found:
        return ""
    first = found[0]
    others = f" (+{len(found) - 1})" if found[1:] else ""
    start = _start(first, clock, clocks)
    title = one_line(first.session.title) + _mark(first)
    rest = "".join(f"{DOT}{part}" for part in (one_line(first.room or ""), relative(first, clock)) if part) + others
    if width is None:
        return start + title + rest
    room = max(width - _cells(start) - _cells(rest), _SHORTEST_TITLE)
    return _cut(start + _cut(title, room) + rest, width)


def _start(occurrence: Occurrence, clock: Clock, clocks: Clocks) -> str:
    """The start on the clock, with its day if that is not today; nothing of what has no hours.

    That on the clocks beside stands in brackets.
    """
    when = occurrence.when
    if not isinstance(when, Timed):
        return ""
    day = when.start.date()
    told = "" if day == clock.today(when.zone) else f"{day_text(day)}, "
    return f"{told}{clocks.dial.hour(when.start)} {_beside(occurrence, day, clocks)}"


def _beside(occurrence: Occurrence, day: date, clocks: Clocks) -> str:
    other = clocks.beside(occurrence)
    if other is None or not isinstance(other.when, Timed):
        return ""
    return f"({clocks.dial.hour(other.when.start)}{day_mark(other.when.start, day)}) "


def _mark(occurrence: Occurrence) -> str:
    return "" if occurrence.status is Status.CONFIRMED else f" ({occurrence.status})"


def _cut(text: str, width: int) -> str:
    """The text in at most so many columns, its end replaced by an ellipsis where that is too few."""
    ends = list(accumulate(map(_cell, text), initial=0))
    if ends[-1] <= width:
        return text
    return text[: bisect_right(ends, width - 1) - 1].rstrip() + _CUT


def _cells(text: str) -> int:
    return sum(_cell(each) for each in text)


def _cell(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1
