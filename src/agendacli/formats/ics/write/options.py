"""What a user may ask of an iCalendar file."""

from datetime import datetime, timedelta

from agendacli.formats.private import PrivateItems
from agendacli.model.frozen import frozen


@frozen
class CalendarOptions:
    """What a user may ask of the file.

    `alarm` is how long before a start to remind; `windows` False leaves out what only has bounds; `stamp` (aware)
    stands in for the dates of the programmes; `name` is shown for the calendar; `source` is where it is published;
    `expanded` writes each occurrence of a repeated session on its own. `private` says what becomes of private items.
    """

    alarm: timedelta | None = None
    windows: bool = True
    stamp: datetime | None = None
    name: str | None = None
    source: str | None = None
    expanded: bool = False
    private: PrivateItems = PrivateItems.KEPT
