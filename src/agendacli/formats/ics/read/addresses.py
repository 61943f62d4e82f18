"""Which names one address stands under: it says who somebody is, the name only how that is shown (RFC 5545 3.8.4.1)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from agendacli.formats.ics.component import Component, Property
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import read_components
from agendacli.model.findings import Findings

if TYPE_CHECKING:
    from agendacli.words.directory import Directory, OnDemand

# Compiled when a calendar is read: the second question about a large one does without.
_PEOPLE = rb"(?i)\n((?:ATTENDEE|ORGANIZER)[;:].*(?:\r?\n[ \t].*)*)"
# What most lines are: not folded, nothing escaped, one name at most; they need no reader.
_PARAMETER = rb';(?!CN=)[A-Z-]+=(?:"[^"^\n\r\0]*"|[^":;^\n\r\0]*)'
_CN = rb';CN=("[^"^\n\r\0]*"|[^":;^\n\r\0]*)'
_PLAIN = rb"(ORGANIZER|ATTENDEE)(?:%b)*+(?:%b)?(?:%b)*+:(?:mailto|MAILTO):([^\n\r\0]*)\r?" % (
    _PARAMETER,
    _CN,
    _PARAMETER,
)
_MAILTO = "mailto:"
_SEVERAL = 2


def with_names(directory: "OnDemand | None", names: Mapping[str, str]) -> "OnDemand | None":
    """The directory, and with it what `names_by_address` gives of a calendar."""
    if not names:
        return directory

    @cache
    def with_them() -> "Directory":
        from agendacli.words.directory import Directory  # what most calendars need no module for

        return (directory() if directory else Directory()).naming(names)

    return with_them


def names_by_address(data: bytes) -> Mapping[str, str]:
    """Of each address that does not always stand under one name the first that is not turned round, else the first."""
    found: dict[str, dict[str, None]] = {}
    lines = tuple(dict.fromkeys(re.findall(_PEOPLE, data)))
    for said, name in _plainly(lines) or _with_care(lines):
        found.setdefault(said, {})[name] = None
    return {each: _usual(names) for each, names in found.items() if len(names) >= _SEVERAL}


def organizer_name(component: Component) -> str | None:
    """The organizer by name; None when only an address is known."""
    met = component.first("ORGANIZER")
    return met.parameters.get("CN", "").strip() or None if met else None


def address(met: Property) -> str:
    """The address without its scheme."""
    said = met.value.strip()
    return said[len(_MAILTO) :] if said.lower().startswith(_MAILTO) else said


def _usual(names: Iterable[str]) -> str:
    said = [each for each in names if each]
    return next((each for each in said if "," not in each), said[0])


def _plainly(lines: Sequence[bytes]) -> Sequence[tuple[str, str]]:
    """The folded address and the name in each line, those of organizers first; nothing unless all of them are plain.

    It takes half of the time of reading them, and with it loading a large calendar 0.96 of what it took (`python
    benchmarks --only week`).
    """
    found = [each.groups(b"") for each in map(re.compile(_PLAIN).fullmatch, lines) if each]
    if len(found) < len(lines):
        return ()
    try:  # each address and name is decoded once, however many lines it stands in
        addresses = {said: said.decode().rstrip().casefold() for said in {said for _, _, said in found}}
        names = {name: name.decode().strip('"').strip() for name in {name for _, name, _ in found}}
    except UnicodeDecodeError:
        return ()
    found.sort(key=itemgetter(0), reverse=True)
    return [(addresses[said], names[name]) for _, name, said in found]


def _with_care(lines: Iterable[bytes]) -> Iterable[tuple[str, str]]:
    """The same of any lines."""
    data = b"BEGIN:VEVENT\n" + b"\n".join(lines) + b"\nEND:VEVENT\n"
    for component in read_components(data, Oddities("", Findings())):
        for met in (*component.every("ORGANIZER"), *component.every("ATTENDEE")):
            yield address(met).casefold(), met.parameters.get("CN", "").strip()
