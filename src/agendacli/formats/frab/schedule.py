"""A schedule as it stands in its file, XML or JSON: texts, empty where there are none."""

from typing import NamedTuple

from agendacli.model.span import Span

GENERATOR = "agendacli"
"""How this tool names itself in what it writes; by it, it knows its own ids again."""
BETWEEN_ROOMS = " + "
"""What stands between several rooms of one event, in what this tool writes."""


class FrabPerson(NamedTuple):
    """Who takes part, in one of the roles of a programme; `key` is what the file knows the person by: a guid, an id."""

    name: str
    key: str = ""
    role: str = "speaker"
    position: str = ""


class FrabEvent(NamedTuple):
    """An event: what else would be called a session. `day` is the date of the day under which it stands.

    `rooms` are its rooms where it has several, `parent` is the id of the event in whose time it is held, `state` a word
    such as `canceled`, `license` that of what is recorded. `extras` names what stands there besides and has no place in
    a programme, each as often as it does.
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
    rooms: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    join: str = ""
    state: str = ""
    parent: str = ""
    license: str = ""

    @property
    def has_time(self) -> bool:
        """Whether anything is said of its time."""
        return bool(self.date or self.day or self.start)


class FrabSchedule(NamedTuple):
    """The conference and its events; `format` is `xml` or `json`, None for what is read alone.

    `day_change` is the time at which a day begins that goes on past midnight. With `has_instants` an offset in a time
    says nothing of the clocks on which it is shown. Of a plan, what has no time yet waits for one. `extras` and
    `persons` are those of the whole.
    """

    format: str | None
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
    has_instants: bool = False
    is_plan: bool = False
    extras: tuple[str, ...] = ()
    persons: tuple[FrabPerson, ...] = ()
    description: str = ""
