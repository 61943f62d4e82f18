"""What a VEVENT says of joining from afar, and the lines of it that no session has a word for and an export repeats."""

from collections.abc import Iterator

from agendacli.formats.ics.component import NO_PARAMETERS, Component, Property
from agendacli.formats.ics.content_line import written_line
from agendacli.formats.ics.palette import COLOURS
from agendacli.formats.ics.provenance import MARKS
from agendacli.formats.ics.text import read_escaped
from agendacli.words.links import RoomAndLinks, room_beside_links

JOINING = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
"""The properties that hold such an address, and nothing else."""
KEPT = ("COLOR", "CREATED", "LINK", "CONFERENCE", MARKS)
"""The properties whose lines are kept."""
STYLED = ("X-ALT-DESC", "STYLED-DESCRIPTION")
"""The properties that describe a session with a style, as HTML."""

_MAIL = "mailto:"
_NO_LABEL = frozenset({"VALUE"})


def read_location(component: Component) -> RoomAndLinks:
    """The room that LOCATION names, and the links in it."""
    met = component.first("LOCATION")
    return room_beside_links(read_escaped(met.value).strip(" \t\n") if met else "")


def read_joining(component: Component, links: tuple[str, ...]) -> tuple[str, ...]:
    """Where it is joined from afar, those `links` with it; addresses of people are none."""
    if not links and component.properties.keys().isdisjoint(JOINING):
        return ()
    said = (each.value.strip() for name in JOINING for each in component.every(name))
    return tuple(dict.fromkeys(each for each in (*said, *links) if each and _MAIL not in each.lower()))


def read_kept(component: Component, kind: str) -> tuple[str, ...]:
    """The lines to repeat: those that say more than the session has, and hold no address of anybody."""
    if component.properties.keys().isdisjoint(KEPT):
        return ()
    return tuple(written_line(each.name, each.parameters, each.value) for each in _kept(component, kind))


def _kept(component: Component, kind: str) -> Iterator[Property]:
    for name in KEPT:
        for each in component.every(name):
            is_said = each.value == COLOURS.get(kind) if name == "COLOR" else name == "CONFERENCE" and _is_bare(each)
            if each.value and not is_said and not _names_somebody(each):
                yield each


def _is_bare(conference: Property) -> bool:
    return conference.parameters is NO_PARAMETERS or conference.parameters.keys() <= _NO_LABEL


def _names_somebody(met: Property) -> bool:
    return _MAIL in met.value.lower() or any(_MAIL in each.lower() for each in met.parameters.values())
