"""Lines that are one, because a text was wrapped at the edge of its column."""

import re
from collections.abc import Sequence

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.readers.pdf.printed import PrintedLine, as_line
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.people import begins_with_honorific
from agendacli.formats.documents.tokens.roles import role_label

_GOES_ON = re.compile(
    r"[,–—-]$|\b(?:of|and|the|for|in|on|to|with|a|an|by|at|und|der|die|das|von|für|et|de|la|le|du|des|y|el|en|&)$"
)
_BEGINS = re.compile(r"^(?:[•▪◦·‣●■□➢✓\ue000-\uf8ff–-]\s|[\"“„«(])")
_PERSON = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,2} ?(?::|\(|, [^\W\d_a-z])")
_NARROW = 60


def unwrapped(lines: Sequence[PrintedLine], page: int, right: float) -> tuple[Line, ...]:
    """The lines as they were before they were wrapped at `right`."""
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and _is_wrapped(groups[-1], line, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(as_line(each, page) for each in groups)


def _is_wrapped(group: Sequence[PrintedLine], line: PrintedLine, right: float) -> bool:
    """Whether a line goes on with the one before it."""
    last = group[-1]
    is_near = line.top - last.bottom < 0.75 * last.size and abs(line.size - last.size) < 0.8
    if not is_near or line.is_bold != last.is_bold or _BEGINS.match(line.text) or _says_something_new(line):
        return False
    if last.text.startswith("(") and last.text.endswith(")"):
        return False
    if line.text[:1].islower() or _GOES_ON.search(last.text):
        return True
    # The first word of the line would not have fitted into the line before.
    return last.x1 + line.words[0].x1 - line.words[0].x0 + 0.25 * last.size > right and right - last.x0 > _NARROW


def _says_something_new(line: PrintedLine) -> bool:
    text = line.text
    is_labelled = role_label(text) is not None or begins_with_honorific(text)
    return (
        is_labelled
        or _PERSON.match(text) is not None
        or bool(leading_hours(text)[0])
        or any(each.is_dated and each.at == 0 for each in days_in(text))
    )
