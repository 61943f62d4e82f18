"""An item of a definition on its way to the page: a session with the day key that it stands under."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from agendacli.model.frozen import frozen
from agendacli.model.programme import Session
from agendacli.model.when import DAY, Days, DayWindow, bounds, days_touched

_ONE_DAY, _SOME_DAYS, _WINDOW, _REPEAT = range(4)


@frozen
class Dated:
    """A session under its day key, with the hours it begins with, what differs on which date, and what it holds."""

    session: Session
    day: str
    hours: str
    exceptions: Mapping[str, str] = field(default_factory=dict)
    repeats: bool = False
    items: "tuple[Dated, ...]" = ()

    @property
    def day_order(self) -> tuple[date, int, date, str]:
        """A sort key of its day: the earlier first, single days before longer ones, what repeats last."""
        first, after = days_touched(self.session.when)
        when = self.session.when
        rank = _WINDOW if isinstance(when, DayWindow) else _SOME_DAYS if isinstance(when, Days) else _ONE_DAY
        if rank == _SOME_DAYS and after - first == DAY:
            rank = _ONE_DAY
        if self.repeats:
            return first, _REPEAT, first, self.day
        return first, rank, first if rank == _ONE_DAY else after, self.day

    @property
    def hour_order(self) -> tuple[bool, float]:
        """A sort key within its day: what has no hours first."""
        when = self.session.when
        return not isinstance(when, Days | DayWindow), bounds(when).start.timestamp()
