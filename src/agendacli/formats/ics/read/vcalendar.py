"""The properties of the VCALENDARs of a file."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from agendacli.formats.ics.component import Component, is_own
from agendacli.formats.ics.text import read_escaped
from agendacli.formats.ics.values import read_date_time

_CONFERENCE_TOOLS = (
    "conftool|datatracker|eventfahrplan|eventyay|frab|grenadine|indico|konopas|open.event|osem|pentabarf|planorama"
    "|pretalx|sched|sessionize|symposion|wafer|zambia"
)


@dataclass(slots=True)
class Heading:
    """What the VCALENDARs say of themselves; the first that says a thing counts. `zones` are those that they name.

    `is_diary`: one of them is somebody's own, as far as is known: neither this tool nor one for conferences wrote it.
    """

    is_calendar: bool = False
    title: str | None = None
    description: str | None = None
    url: str | None = None
    revision: date | None = None
    is_diary: bool = False
    zones: set[str] = field(default_factory=set)

    def take(self, calendar: Component) -> None:
        """Adds the properties of another VCALENDAR."""
        self.title = self.title or _first(calendar, "X-WR-CALNAME", "NAME")
        self.description = self.description or _first(calendar, "X-WR-CALDESC", "DESCRIPTION")
        self.is_diary = self.is_diary or not (is_own(calendar) or _of_a_conference(calendar))
        self.url = self.url or _first(calendar, "URL")
        modified = read_date_time(_first(calendar, "LAST-MODIFIED") or "")
        day = modified.date() if isinstance(modified, datetime) else modified
        self.revision = self.revision or day


def _first(calendar: Component, *names: str) -> str | None:
    """The first of those properties that has a value."""
    found = (met for name in names if (met := calendar.first(name)))
    return next(filter(None, (read_escaped(each.value).strip() for each in found)), None)


def _of_a_conference(calendar: Component) -> bool:
    """Whether a program that publishes conferences wrote it: it names itself in PRODID (RFC 5545 3.7.3)."""
    return re.search(rf"(?i)\b({_CONFERENCE_TOOLS})\b", calendar.value("PRODID")) is not None
