"""Lines that begin with a day and its hours, as in lists of dates and on cards: `Tue 3 March, 19:00: Title`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from agendacli.formats.documents.page import Block, Document, Line
from agendacli.formats.documents.slots.headings import day_heading
from agendacli.formats.documents.slots.hours_for_all import hours_for_all, nearest_hours
from agendacli.formats.documents.slots.mentions import is_no_programme
from agendacli.formats.documents.slots.notices import is_notice, reads_like_notice
from agendacli.formats.documents.tokens.days import DayWords, days_in, names_period
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in, leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import minutes_said
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.remarks import remark_before
from agendacli.model.frozen import frozen

_BEFORE = re.compile(r"[\W\d_]*(?:(?:le|am|on|den|el|the|do|ce)\b)?\W*")
_BETWEEN = re.compile(r"[\W_]*(?:(?:at|um|ab|a las|a|de|from|von|desde las|des|kl|to|bis)\b[\s.]*)*")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]{3}")
NO_SESSION = re.compile(
    r"(?:no|keine?|pas de|sin)\b|.*\b(?:entfällt|cancell?ed|annulée?|suspendid[oa])\b", re.IGNORECASE
)
_NO_TITLE = re.compile(r"[.:;,]\s*$")
_LEADING = " \t,;:|–—-·•"
_FEW, _MANY, _MOSTLY, _LONGEST = 2, 3, 0.7, 300
TITLE_ABOVE = "the line above its day is taken for its title"
"""Why the title of a card may be doubted, whose lines no heading and no empty line part from others."""


@frozen
class DatedHours:
    """A day and its hours at the beginning of a line, what stands behind, and the line above that is its title.

    `place` is what stands behind where a heading above or below is the title, but for the length that it `lasts`.
    """

    day: DayWords
    hours: tuple[HoursWords, ...]
    rest: str
    title: Line | None = None
    at: Line | None = None
    place: str = ""
    lasts: str = ""
    is_inferred: bool = False  # that the line above is the title


def dated_hours(blocks: Sequence[Block]) -> dict[int, DatedHours]:
    """The lines of a document that say day and hours, by their places; none where it is written in another way."""
    lines = [(n, each) for n, each in enumerate(blocks) if isinstance(each, Line) and _may_be_dated(each)]
    said = [(n, made) for n, line in lines if (made := _said(line))]
    own = {n: made for n, made in said if made.rest or not _is_over_times(n, blocks)}
    own |= _with_headings({n: made for n, made in own.items() if made.rest}, blocks) or _with_lines_above(own, blocks)
    has_times = any(leading_hours(line.text)[0] for line in Document(tuple(blocks)).lines)
    titled = {n: made for n, made in _titled(lines, are_alone=not has_times).items() if n not in own}
    return own | titled if len(own) >= _FEW or titled or not has_times else {}


def _may_be_dated(line: Line) -> bool:
    return len(line.text) <= _LONGEST


def _said(line: Line) -> DatedHours | None:
    day = day_first(line)
    hours = next(iter(hours_in(line.text[day.to :])), None) if day else None
    if day is None or hours is None or not _BETWEEN.fullmatch(letterwise(line.text[day.to :][: hours.at])):
        return None
    several, rest = leading_hours(line.text[day.to + hours.at :])
    is_beside = bool(hours_in(rest)) and reads_like_notice(rest)  # `19:30 Uhr, Einlass 19 Uhr`
    is_said = not is_beside and _WORD.search(_BRACKETS.sub("", rest)) is not None
    return DatedHours(day, several, rest if is_said else "") if several and not several[0].is_plain else None


def day_first(line: Line) -> DayWords | None:
    """The day with which a line begins; None where words stand before it, or the line is of something else."""
    day = _first(days_in(line.text), line.text)
    is_whole = day is not None and not day.last and (day.is_dated or day.weekday is not None)
    is_first = day is not None and _BEFORE.fullmatch(letterwise(line.text[: day.at])) is not None
    return day if is_whole and is_first and not is_no_programme(line.text) else None


def _first(days: Sequence[DayWords], text: str) -> DayWords | None:
    """The first day; a weekday before it, with no word between, as one with it: `Thursday (!), 18 February`."""
    if len(days) >= _FEW and days[0].day is None and days[1].is_dated and days[1].weekday is None:
        between = text[days[0].to : days[1].at]
        if not any(each.isalnum() for each in between):
            return replace(days[1], at=days[0].at, weekday=days[0].weekday, text=text[days[0].at : days[1].to])
    return days[0] if days else None


def _is_over_times(place: int, blocks: Sequence[Block]) -> bool:
    """Whether hours of a day stand above those of its parts."""
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    return below is not None and (not isinstance(below, Line) or bool(leading_hours(below.text)[0]))


def _with_lines_above(own: Mapping[int, DatedHours], blocks: Sequence[Block]) -> dict[int, DatedHours]:
    """Those behind whose hours no title stands, with the line above as theirs, where it usually is."""
    cards = [n for n, made in own.items() if not made.rest or is_place(made.rest)]
    above = {n: title for n in cards if (title := _title_above(n, blocks))}
    is_usual = 2 * len(above) > len(cards)
    titles = above if is_usual else _counted_above(cards, blocks)
    return {
        n: replace(_with_place(own[n]), rest="", title=title, is_inferred=not is_usual) for n, title in titles.items()
    }


def _counted_above(cards: Sequence[int], blocks: Sequence[Block]) -> dict[int, Line]:
    """The lines above days, hours and places, where as many lines stand between them and one less below the last."""
    gaps = {other - one for one, other in pairwise(cards)}
    said = {n: line for n in cards if n and isinstance(line := blocks[n - 1], Line)}
    above = {n: line for n, line in said.items() if not _NO_TITLE.search(line.text)}
    are_titles = len(above) == len(cards) >= _MANY and gaps == {len(blocks) - cards[-1] + 1}
    return above if are_titles and not any(is_place(line.text) for line in above.values()) else {}


def _title_above(place: int, blocks: Sequence[Block]) -> Line | None:
    """The line above a day and its hours, where it is set apart, or stands alone above in a text or an item."""
    above = [each for each in blocks[max(0, place - 2) : place] if isinstance(each, Line)]
    line = blocks[place]
    if not above or not isinstance(line, Line) or day_heading(above[-1]) or names_period(above[-1].text):
        return None
    is_near = above[-1].ends == line.line - 1
    is_alone = len(above) < _FEW or above[0].ends < above[-1].line - 1
    is_item = above[-1].is_bullet and not line.is_bullet
    return above[-1] if above[-1].is_set_apart or is_item or (is_near and is_alone) else None


def _with_headings(own: Mapping[int, DatedHours], blocks: Sequence[Block]) -> dict[int, DatedHours]:
    """Cards with a heading above the line of the day, or below it: what stands behind the hours is no title."""
    below = {n: made for n, made in own.items() if _heading(blocks, n + 1)}
    above = {n: made for n, made in own.items() if _heading(blocks, n - 1) and n not in below}
    cards = max(below, above, key=len)
    if len(cards) < max(_MANY, _MOSTLY * len(own)):
        return {}
    titles = {n: _heading(blocks, n - 1) if cards is above else None for n in cards}
    return {n: replace(_with_place(made), rest="", title=titles[n]) for n, made in cards.items()}


def _with_place(made: DatedHours) -> DatedHours:
    """The same, what stands behind the hours as a length and a place: `(45 min) · Dome`, `(60 min)`."""
    remark, place = remark_before(made.rest)
    is_length = not remark and minutes_said(made.rest) is not None
    lasts = made.rest if is_length else remark
    return replace(made, place="" if is_length else place.strip(_LEADING), lasts=lasts.strip("()[] "))


def _heading(blocks: Sequence[Block], place: int) -> Line | None:
    """The heading at a place of a document that says no day."""
    block = blocks[place] if 0 <= place < len(blocks) else None
    is_one = isinstance(block, Line) and block.is_set_apart and not days_in(block.text) and not hours_in(block.text)
    return block if is_one and isinstance(block, Line) and not names_period(block.text) else None


def _titled(lines: Sequence[tuple[int, Line]], *, are_alone: bool) -> dict[int, DatedHours]:
    """Dates with a title behind them: with hours of its own at its end, or those that a sentence says for all.

    Where no line begins with a time, a date alone may have its title below.
    """
    days = ((n, line, day_first(line)) for n, line in lines)
    texts = {n: (day, line.text[day.to :].strip(_LEADING)) for n, line, day in days if day and day.is_dated}
    below = {n - 1 for n, line in lines if are_alone and not hours_in(line.text) and not days_in(line.text)}
    dated = {
        n: (day, text)
        for n, (day, text) in texts.items()
        if (_WORD.search(text) or (not text and n in below)) and not NO_SESSION.match(text)
    }
    if len(dated) < _MANY:
        return {}
    own = {n: made for n, (day, text) in dated.items() if (made := _with_own_hours(day, text))}
    bare = {n: (day, text) for n, (day, text) in dated.items() if not hours_in(text)}
    said = hours_for_all(lines)
    if not said:
        return own if len(own) >= _MANY else {}
    near = {n: nearest_hours(n, said) for n in bare}
    return own | {n: DatedHours(bare[n][0], (hours,), bare[n][1], at=at) for n, (hours, at) in near.items()}


def _with_own_hours(day: DayWords, text: str) -> DatedHours | None:
    """A date whose title ends with hours of its own, and perhaps a place: `8 October  Harvest supper, 7 p.m.`"""
    hours = hours_in(text)
    place = text[hours[0].to :].strip(f"{_LEADING}.)") if hours else ""
    is_last = len(hours) == 1 and not hours[0].is_plain and (not place or is_place(place))
    title = text[: hours[0].at].strip(f"{_LEADING}(") if is_last else ""
    return DatedHours(day, hours, title, place=place) if title and not is_notice(text[: hours[0].at]) else None
