"""What the VCALENDARs of a file say of themselves."""

from dataclasses import dataclass, field
from datetime import date, datetime

from agendacli.formats.ics.component import Component
from agendacli.formats.ics.text import read_escaped
from agendacli.formats.ics.values import read_date_time


@dataclass(slots=True)
class Heading:
    """What the VCALENDARs say of themselves; the first that says a thing counts. `zones` are those that they name."""

    is_calendar: bool = False
    title: str | None = None
    description: str | None = None
    url: str | None = None
    revision: date | None = None
    zones: set[str] = field(default_factory=set)

    def take(self, calendar: Component) -> None:
        """Take what another VCALENDAR says."""
        self.title = self.title or _first(calendar, "X-WR-CALNAME", "NAME")
        self.description = self.description or _first(calendar, "X-WR-CALDESC", "DESCRIPTION")
        self.url = self.url or _first(calendar, "URL")
        modified = read_date_time(_first(calendar, "LAST-MODIFIED") or "")
        day = modified.date() if isinstance(modified, datetime) else modified
        self.revision = self.revision or day


def _first(calendar: Component, *names: str) -> str | None:
    """The first of those properties that says something."""
    found = (met for name in names if (met := calendar.first(name)))
    return next(filter(None, (read_escaped(each.value).strip() for each in found)), None)
