"""A schedule as it stands in its file, XML or JSON: texts, empty where there are none."""

from typing import NamedTuple

from agendacli.model.span import Span

GENERATOR = "agendacli"
"""How this tool names itself in what it writes; by it, it knows its own ids again."""
BETWEEN_ROOMS = " + "
"""What stands between several rooms of one event, in what this tool writes."""


class FrabPerson(NamedTuple):
    """Who takes part; `key` is what the file knows the person by: a guid, an id or a code."""

    name: str
    key: str = ""


class FrabEvent(NamedTuple):
    """An event: what else would be called a session. `day` is the date of the day under which it stands.

    `extras` names what stands there besides and has no place in a programme, each as often as it does.
    """

    span: Span
    id: str = ""
    guid: str = ""
    slug: str = ""
    title: str = ""
    subtitle: str = ""
    type: str = ""
    track: str = ""
    room: str = ""
    abstract: str = ""
    description: str = ""
    url: str = ""
    day: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    duration: str = ""
    persons: tuple[FrabPerson, ...] = ()
    extras: tuple[str, ...] = ()


class FrabSchedule(NamedTuple):
    """The conference and its events; `format` is `xml` or `json`.

    `day_change` is the time at which a day begins that goes on past midnight.
    """

    format: str
    title: str
    events: tuple[FrabEvent, ...]
    acronym: str = ""
    start: str = ""
    end: str = ""
    venue: str = ""
    city: str = ""
    zone_name: str = ""
    day_change: str = ""
    url: str = ""
    version: str = ""
    is_own: bool = False
