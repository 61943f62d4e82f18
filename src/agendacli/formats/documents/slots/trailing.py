"""Hours at the end of a line, behind the title: `Opening (9:00–9:30)`, `1. Apologies ..... 7.00 pm`."""

import re
from dataclasses import replace

from agendacli.formats.documents.page import Line, pieces_behind
from agendacli.formats.documents.slots.notices import is_notice
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in
from agendacli.formats.documents.tokens.roles import role_label

_CUT = " ,–—-(|:[•·\t"
_LONGEST, _LONGEST_BEHIND = 130, 30
_NUMBER = re.compile(r"\s*(?:top|item|punkt|punto|point)?\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.:)]+\s+", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\s*[.…_]){3,}\s*$|\s*…+\s*$")
_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*\)[\s–—-]*$")
_ALL_IN_BRACKETS = re.compile(r"\([^()\d]{3,40}\)")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d|(?:\.\d\d)?\s*h)|.*\d\s*uhr", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:ca?\.?|etwa|gegen|vers|environ|env\.|about|around|(?:sobre|hacia|a eso de) las)\s+", re.IGNORECASE
)


def trailing_hours(line: Line) -> HoursWords | None:
    """The range of hours with which a line ends behind its title: `Opening (9:00–9:30)`."""
    found = hours_in(line.text)
    if len(found) != 1 or len(line.text) > _LONGEST:
        return None
    before, behind = line.text[: found[0].at], line.text[found[0].to :]
    is_range = found[0].end is not None or found[0].start.half is not None
    is_apart = re.search(r"[–—\-(|:,\[]\s*$", before) is not None or not behind.strip(" ).|]")
    is_short = len(behind) < _LONGEST_BEHIND or re.fullmatch(r"\s*\([^()]*\)\W*", behind) is not None
    is_sentence = is_notice(before) or (
        line.text.rstrip().endswith(".") and any(each.is_dated for each in days_in(before))
    )
    return found[0] if is_range and is_apart and _is_title(before) and is_short and not is_sentence else None


def trailing_time(line: Line) -> HoursWords | None:
    """The time at the very end of a line, at which begins what the line calls by a title: `Budget 19:30`."""
    found = hours_in(line.text)
    if len(found) != 1 or len(line.text) > _LONGEST or line.text[found[0].to :].strip(" )]|–—-"):
        return None
    before, text = line.text[: found[0].at], _ABOUT.sub("", found[0].text.strip(), count=1)
    if is_notice(before):
        return None
    is_time = found[0].start.half is not None or _CLOCK.match(text) or _NUMBER.match(before)
    return found[0] if is_time and text[:1].isdigit() and _is_title(_NUMBER.sub("", before, count=1)) else None


def hours_at_end(line: Line, *, is_agenda: bool, is_usual: bool) -> HoursWords | None:
    """The hours at the end of a line of a document in which ranges of them usually stand there.

    A time without an end is one in an agenda, and beside such ranges in brackets: `Close of the meeting (12:15)`.
    """
    single = trailing_time(line) if is_agenda or (is_usual and _IN_BRACKETS.search(line.text)) else None
    return single or (trailing_hours(line) if is_usual or line.is_set_apart else None)


def title_before(line: Line, hours: HoursWords) -> Line:
    """What stands before the hours, without signs that lead to them."""
    title = _LEADERS.sub("", line.text[: hours.at]).rstrip(_CUT)
    return replace(line, text=title, pieces=pieces_behind(line, title))


def behind_hours(line: Line, hours: HoursWords) -> tuple[Line, ...]:
    """What stands behind the hours, if it names people in a role, or is in brackets: `Walk, 9–10 (Barn)`."""
    text = line.text[hours.to :].strip()
    if _ALL_IN_BRACKETS.fullmatch(text):
        return (replace(line, text=text[1:-1].strip(), pieces=(), level=0),)
    behind = replace(line, text=text.strip(f"{_CUT})]"), pieces=(), level=0)
    return (behind,) if role_label(behind.text) else ()


def _is_title(before: str) -> bool:
    title = _LEADERS.sub("", before).strip(_CUT)
    return len(title) > 3 and not re.search(r"[.;!?]\s", title)
