"""Several calendars in one file or stream (RFC 5545 3.4), as `cat a.ics b.ics` makes it: each under its own name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agendacli.formats.ics.bytes import tidied
from agendacli.formats.ics.component import Component
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import NO_LINE_BREAK, read_components
from agendacli.formats.ics.read.vcalendar import Heading
from agendacli.model.codes import ICS_STRUCTURE
from agendacli.model.findings import Findings

_BEGIN, _CALENDAR = b"BEGIN", re.compile(rb":VCALENDAR", re.IGNORECASE)
# Compiled only where there are several: that takes longer than looking through a small calendar.
_NAME = rb"(?i)\n(?:X-WR-CAL)?NAME[;:][^\n]*(?:\n[ \t][^\n]*)*"
_TWO_FILES = rb"(?is)(END:VCALENDAR)(?:\xef\xbb\xbf)?(BEGIN:VCALENDAR.*)"


class _Section(NamedTuple):
    """The lines of a file from where a VCALENDAR begins to where the next one does, and how it names itself."""

    name: str | None
    lines: Sequence[bytes]


def calendars_apart(data: bytes, file: str, findings: Findings) -> tuple[bytes, ...]:
    """The bytes of each calendar of a file that names itself differently, every line where it was; else those bytes.

    VCALENDARs of one name are one calendar, and so are those without a name. What is odd in the bytes of a file that
    is cut up goes to `findings`.
    """
    oddities = Oddities(file, findings)
    sections = _sections(tidied(data, oddities), oddities)
    if not _names(sections):
        return (data,)
    oddities.report()
    return tuple(_alone(name, sections) for name in dict.fromkeys(each.name for each in sections))


def calendar_names(data: bytes) -> tuple[str, ...]:
    """The names of the calendars in a file that holds several; nothing for any other."""
    untold = _untold()
    return _names(_sections(tidied(data, untold), untold))


def _names(sections: Sequence[_Section]) -> tuple[str, ...]:
    names = dict.fromkeys(each.name for each in sections if each.name)
    return tuple(names) if len(names) > 1 else ()


def _sections(text: bytes, oddities: Oddities) -> list[_Section]:
    """The VCALENDARs of tidied bytes if there may be several: what stands before the first belongs to it."""
    if not _may_be_several(text):
        return []
    found = [each for each in read_components(text, _untold()) if each.name == "VCALENDAR"]
    lines = text.split(b"\n")
    starts = [0, *(each.line - 1 for each in found[1:])]
    names = [_name(each) for each in found]
    for before, after, start in zip(names, names[1:], starts[1:], strict=False):
        if before != after:
            _cut(lines, start, oddities)
    return [_Section(each, lines[a:b]) for each, a, b in zip(names, starts, [*starts[1:], len(lines)], strict=False)]


def _cut(lines: list[bytes], start: int, oddities: Oddities) -> None:
    """Let a calendar that ends in the line where the next one begins end with the line before."""
    found = re.match(_TWO_FILES, lines[start])
    if found:
        oddities.tell(ICS_STRUCTURE, start + 1, NO_LINE_BREAK)
        lines[start - 1] += b"\n" + found[1]
        lines[start] = found[2]


def _may_be_several(text: bytes) -> bool:
    """Whether it is worth it to read for the names of calendars, which is quick to see."""
    # What begins with a sign that has no case is found in a fifth of the time of what begins with a letter.
    places = (found.start() for found in _CALENDAR.finditer(text))
    begun = sum(text[max(at - len(_BEGIN), 0) : at].upper() == _BEGIN for at in places)
    return begun > 1 and len(set(re.findall(_NAME, text))) > 1


def _name(calendar: Component) -> str | None:
    heading = Heading()
    heading.take(calendar)
    return heading.title


def _alone(name: str | None, sections: Sequence[_Section]) -> bytes:
    """The bytes of the sections of that name up to the last of them; of the others before it the line ends."""
    last = max(number for number, each in enumerate(sections) if each.name == name)
    return b"\n".join(line for each in sections[: last + 1] for line in _shown(each, name))


def _shown(section: _Section, name: str | None) -> Sequence[bytes]:
    return section.lines if section.name == name else [b""] * len(section.lines)


def _untold() -> Oddities:
    return Oddities("", Findings())
