"""Lines that are one, because a text was wrapped at the edge of its column."""

import re
from collections.abc import Sequence

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, as_line
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.people import begins_with_honorific
from agendacli.formats.documents.tokens.places import is_room
from agendacli.formats.documents.tokens.roles import role_label

_GOES_ON = re.compile(
    r"[,–—-]$|\b(?:of|and|the|for|in|on|to|with|a|an|by|at|from|into|or|und|oder|der|die|das|dem|den|des|von|vom|für|zu|"
    r"zum|zur|mit|im|et|de|la|le|les|du|au|aux|sur|pour|dans|avec|y|el|en|del|los|las|por|para|con|al|&|vs?\.?|gegen|contre|contra)$"
)
_COMPANY = re.compile(r"(?:with|mit|avec|con|by|von|par|por) [^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'-]*)+")
_BEFORE_NAME = re.compile(  # `on` and the like may be the last word of a title
    r"[,–—-]$|\b(?:of|and|the|for|to|with|by|a|und|der|die|das|des|von|mit|für|et|de|la|le|du|par|avec|y|el|por|con|&)$"
)
_BEGINS = re.compile(r"^(?:[•▪◦·‣●■□➢✓\ue000-\uf8ff–-]\s|[\"“„«(])")
_PERSON = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,2} ?(?::|\(|, [^\W\d_a-z])")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'-]*[^\W\d_A-Z] ?){2,3}")
_DASHES = ("-", "–", "—")
_NARROW = 60


def unwrapped(lines: Sequence[PrintedLine], page: int, right: float, left: float | None = None) -> tuple[Line, ...]:
    """The lines as they were before they were wrapped at `right`; with `left` they may be centred between both."""
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and (_is_broken_time(groups[-1][-1], line) or _is_wrapped(groups[-1], line, right, left)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(as_line(each, page) for each in groups)


def _is_wrapped(group: Sequence[PrintedLine], line: PrintedLine, right: float, left: float | None) -> bool:
    """Whether a line goes on with the one before it."""
    last = group[-1]
    is_near = line.top - last.bottom < 0.75 * last.size and abs(line.size - last.size) < 0.8
    if not is_near or line.is_bold != last.is_bold or _BEGINS.match(line.text) or _says_something_new(line, group[0]):
        return False
    if (last.text.startswith("(") and last.text.endswith(")")) or _is_day_and_hours(last.text):
        return False
    if _NAME.fullmatch(line.text) and is_given(line.text) and not _BEFORE_NAME.search(last.text):
        return False
    begin = last.x0 if left is None else left
    # The first word of the line would not have fitted into the line before.
    needed = last.x1 - last.x0 + line.words[0].x1 - line.words[0].x0 + 0.25 * last.size
    is_full = needed > right - begin > _NARROW
    if _COMPANY.match(line.text) and not is_full:
        return _GOES_ON.search(last.text) is not None
    if line.text[:1].islower() or _GOES_ON.search(last.text):
        return True
    return is_full and last.is_italic == line.is_italic


def _is_day_and_hours(text: str) -> bool:
    """Whether a line says a day and its hours and nothing else: its title stands above or below."""
    days = days_in(text)
    hours, rest = leading_hours(text[days[0].to :].lstrip(" ,|·–—-")) if days and days[0].at == 0 else ((), text)
    return bool(hours) and not rest


def _is_broken_time(last: PrintedLine, line: PrintedLine) -> bool:
    """Whether a range of times is broken over two lines: `9:00 –` and `10:30`."""
    (first, rest), (second, more) = leading_hours(last.text), leading_hours(line.text)
    is_begun = bool(first) and not rest and first[0].end is None
    is_dash = last.text.endswith(_DASHES) or line.text.startswith(_DASHES)
    return is_begun and is_dash and bool(second) and not more


def _says_something_new(line: PrintedLine, first: PrintedLine) -> bool:
    """Whether a line begins with somebody, a role or a time, or is the room below the people of a role."""
    text = line.text
    is_labelled = role_label(text) is not None or begins_with_honorific(text)
    return (
        is_labelled
        or (role_label(first.text) is not None and is_room(text))
        or _PERSON.match(text) is not None
        or bool(leading_hours(text)[0])
        or any(each.is_dated and each.at == 0 for each in days_in(text))
    )
