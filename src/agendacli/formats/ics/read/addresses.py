"""Which names one address stands under: it says who somebody is, the name only how that is shown (RFC 5545 3.8.4.1)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from agendacli.formats.ics.component import Component, Property
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import read_components
from agendacli.model.findings import Findings

if TYPE_CHECKING:
    from agendacli.words.directory import OnDemand

_PEOPLE = re.compile(rb"\n((?:ATTENDEE|ORGANIZER)[;:].*(?:\r?\n[ \t].*)*)", re.IGNORECASE)
_MAILTO = "mailto:"
_SEVERAL = 2


def with_names(directory: "OnDemand | None", names: Mapping[str, str]) -> "OnDemand | None":
    """The directory, and with it what `names_by_address` gives of a calendar."""
    if not names:
        return directory
    from agendacli.words.directory import Directory  # what most calendars need no module for

    return cache(lambda: (directory() if directory else Directory()).naming(names))


def names_by_address(data: bytes) -> Mapping[str, str]:
    """Of each address that does not always stand under one name the first that is not turned round, else the first."""
    found: dict[str, dict[str, None]] = {}
    for met in _people(dict.fromkeys(_PEOPLE.findall(data))):
        found.setdefault(address(met).casefold(), {})[met.parameters.get("CN", "").strip()] = None
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


def _people(lines: Iterable[bytes]) -> Iterable[Property]:
    data = b"BEGIN:VEVENT\n" + b"\n".join(lines) + b"\nEND:VEVENT\n"
    for component in read_components(data, Oddities("", Findings())):
        yield from (*component.every("ORGANIZER"), *component.every("ATTENDEE"))
