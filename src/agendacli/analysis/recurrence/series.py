"""The originals of a repeated session: the starts that its rules and its added times give."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import chain

from agendacli.analysis.recurrence.shift import wall_start
from agendacli.analysis.recurrence.starts import Starts, starts
from agendacli.model.frozen import frozen
from agendacli.model.programme import Repeat, Session, Start
from agendacli.model.rules.rule import Rule
from agendacli.model.when import Days, DayWindow, When
from agendacli.model.zones import instant, wall


@frozen
class OriginalStart:
    """A naive start on the wall, what it is known by, and the time that it has of its own, if it has one."""

    key: Start
    start: datetime
    own: When | None = None


@frozen
class Series:
    """How starts of one session are read and known: its first start on the wall of `zone`, and whether it has hours.

    A start is known by its UTC instant, or by its day where the session has no hours.
    """

    first: datetime
    zone: str
    timed: bool

    @classmethod
    def of(cls, session: Session) -> "Series":
        """The series that the session begins; days without a zone are in UTC's."""
        return cls(wall_start(session.when), session.when.zone or "UTC", not isinstance(session.when, Days | DayWindow))

    def instant(self, start: datetime) -> datetime:
        """The UTC instant of a start on the wall; the first start keeps which of two equal wall times it is."""
        return instant(self.first if start == self.first else start, self.zone)

    def key(self, start: datetime) -> Start:
        """What a start on the wall is known by."""
        return self.instant(start) if self.timed else start.date()

    def on_the_wall(self, start: Start) -> datetime:
        """A start as written, on the wall: a day gets the time of the first start, an instant what the clocks show.

        Where there are no hours only the day as written counts.
        """
        if not isinstance(start, datetime):
            return datetime.combine(start, self.first.time())
        if not self.timed:
            return datetime.combine(start, time())
        return start if start.tzinfo is None else wall(start, self.zone).replace(tzinfo=None)

    def given(self, rule: Rule, span: tuple[datetime, datetime], limit: int) -> Starts:
        """The starts after the first that a rule gives within a span on the wall, end exclusive; at most `limit`."""
        return starts(rule, self.first, zone=self.zone if self.timed else None, span=span, limit=limit)

    def added(self, when: When) -> OriginalStart:
        """The original that an added time is: its own start, on the wall of the series."""
        if isinstance(when, Days | DayWindow):
            start = self.on_the_wall(when.start)
        else:
            start = self.on_the_wall(instant(when.start, when.zone) if self.timed else when.start)
        return OriginalStart(self.key(start), start, when)


@frozen
class Removed:
    """The starts that do not take place: known ones, and all of certain days on the wall."""

    keys: frozenset[Start]
    days: frozenset[Start]

    @classmethod
    def of(cls, repeat: Repeat, series: Series) -> "Removed":
        """The removed starts of a repeat: one with hours by its instant, a day for all that begins on it."""
        timed = (each for each in repeat.removed if isinstance(each, datetime))
        days = (each for each in repeat.removed if not isinstance(each, datetime))
        return cls(frozenset(series.key(series.on_the_wall(each)) for each in timed), frozenset(days))

    def has(self, original: OriginalStart) -> bool:
        """Whether that original does not take place."""
        return original.key in self.keys or (bool(self.days) and original.start.date() in self.days)


@frozen
class RuleSearch:
    """What originals are looked for with, and how many of a rule are made at most."""

    series: Series
    rules: tuple[Rule, ...]
    added: tuple[When, ...]
    limit: int

    @property
    def is_dense(self) -> bool:
        """Whether a day may have too many of them to make any that are not asked for."""
        return any(each.is_within_days for each in self.rules)

    def originals(self, span: tuple[datetime, datetime]) -> tuple[tuple[OriginalStart, ...], str]:
        """The originals within a span on the wall, end exclusive, each once, and why some are left out, if they are."""
        low, high = span
        given = [self.series.given(rule, span, self.limit) for rule in self.rules]
        everything = chain(map(self.series.added, self.added), self._begun(given))
        known = {each.key: each for each in everything if low <= each.start < high}
        return tuple(known.values()), next((each.cut for each in given if each.cut), "")

    def _begun(self, given: Iterable[Starts]) -> Iterator[OriginalStart]:
        for start in chain((self.series.first,), *(each.times for each in given)):
            yield OriginalStart(self.series.key(start), start)
