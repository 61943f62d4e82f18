"""The user's settings."""

from collections.abc import Mapping
from dataclasses import field
from datetime import timedelta

from agendacli.model.conflict_kind import KIND_NAMES
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.span import Span

CONFLICTS: tuple[str, ...] = KIND_NAMES


@frozen
class Config:
    """The user's settings; a setting that is not given has the default of its field.

    `events` are paths, none for the usual ones. `tz` is an IANA zone, `event` or `local`. `week_start` is a weekday,
    Monday 0. `clock` is the one that people read. `format` is the one on a terminal. `severities` has a level (`error`,
    `warning`, `ignore`) for every kind of conflict. `spans` says where a setting stands, by its name in the file
    (`week-start`, `severity.room`); one that is not in it was not said. `working_days` are weekdays in the order of the
    week, Monday 0. `layout` is that of timetables: `auto`, `list`, `grid`, `week` or `month`. `ascii` draws with signs
    that every keyboard has.
    """

    events: tuple[str, ...] = ()
    tz: str = "event"
    week_start: int = 0
    clock: Dial = Dial.TWENTY_FOUR
    format: str = "table"
    severities: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(CONFLICTS, "error"))
    buffer: timedelta = timedelta()
    spans: Mapping[str, Span] = field(default_factory=dict)
    working_days: tuple[int, ...] = (0, 1, 2, 3, 4)
    layout: str = "auto"
    ascii: bool = False
