"""What an iCalendar file is made of (RFC 5545 3.1, 3.6): properties and components, no value of which is read yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from agendacli.model.identity import DOMAIN

TIMES = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")
"""The properties of a VEVENT that may name a zone."""

OWN_PRODUCT = "-//agendacli//"
"""How the PRODID of every calendar begins that this tool wrote."""

_OWN_UID = f"@{DOMAIN}"

NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


class Property(NamedTuple):
    """A content line: its name in capitals, its parameters by theirs, its value as it stands, its line in the file."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int


@dataclass(slots=True)
class Component:
    """A component: what it holds in the order of the file. The parts of a VCALENDAR are not kept in it."""

    name: str
    line: int
    parent: "Component | None" = None
    properties: dict[str, list[Property]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of that name whose value is not empty."""
        found = self.properties.get(name)
        if not found or found[0].value:
            return found[0] if found else None
        return next((each for each in found if each.value), None)

    def value(self, name: str) -> str:
        """The first value of that name that is not empty, without blanks around it; else nothing."""
        met = self.first(name)
        return met.value.strip() if met else ""

    def every(self, name: str) -> list[Property]:
        """Every property of that name, those without a value too."""
        return self.properties.get(name, [])


def is_own(calendar: Component | None) -> bool:
    """Whether a VCALENDAR was written by this tool."""
    return calendar is not None and calendar.value("PRODID").startswith(OWN_PRODUCT)


def is_ours(vevent: Component) -> bool:
    """Whether a VEVENT was written by this tool: as its calendar says, or its UID where a server has taken it over.

    Only then is the first of the categories the kind, and an end that is not there one that no document states.
    """
    return is_own(vevent.parent) or vevent.value("UID").endswith(_OWN_UID)
