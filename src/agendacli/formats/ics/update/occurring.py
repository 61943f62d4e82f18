"""The times of single occurrences of a series, as entries of their own would say them."""

from collections.abc import Hashable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from agendacli.analysis.recurrence.starts import starts
from agendacli.formats.ics.content_line import cut, name_of, parameters_of, value_of
from agendacli.formats.ics.items import Entry
from agendacli.formats.ics.update.content import duration_of_entry, moments
from agendacli.formats.ics.update.pieces import Piece, written
from agendacli.formats.ics.values import basic, read_date_time
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.rules.rule import read_rule
from agendacli.model.zones import WallTime, existence, instant, wall
from agendacli.words.zones import zone_named

_STEPS = 10_000


@frozen
class SeriesStarts:
    """The first start of a series as a naive time on the clocks of `zone`; without one it is a day.

    `parameters` stand behind the name of the property, as they are written; with `is_utc` the time is written in UTC.
    """

    entry: Entry
    first: datetime
    zone: str | None
    parameters: str
    is_utc: bool = False

    @classmethod
    def of(cls, entry: Entry) -> "SeriesStarts | None":
        """Those of an entry that repeats and begins at a time that can be read."""
        line = next((each for each in entry.lines if name_of(each) == "DTSTART"), "")
        found, parameters = read_date_time(value_of(line)), cut(line)[0].removeprefix("DTSTART")
        if found is None or not (entry.value("RRULE") or entry.value("RDATE")):
            return None
        if not isinstance(found, datetime):
            return cls(entry, datetime.combine(found, time()), None, parameters)
        if found.tzinfo:
            return cls(entry, found.astimezone(UTC).replace(tzinfo=None), "UTC", parameters, is_utc=True)
        zone = zone_named(parameters_of(line).get("TZID", ""))
        return cls(entry, found, zone, parameters) if zone else None

    def now(self, original: Hashable) -> datetime | None:
        """The start of the occurrence that was known by that one: the same, else one of its day; None without any."""
        return next(filter(self._has, self._meant(original)), None)

    def known_by(self, start: datetime) -> date:
        """What an occurrence that starts then is known by, as `original` has it."""
        return instant(start, self.zone) if self.zone else start.date()

    def times(self, start: datetime) -> tuple[Piece, ...]:
        """What the entry of an occurrence that starts then says of its times.

        Nothing where the clocks show one of them twice or never.
        """
        length = duration_of_entry(self.entry)
        end = None if length is None else self._after(start, length)
        if not all(map(self._is_plain, filter(None, (start, end)))):
            return ()
        said = {"DTSTART": start, "DTEND": end, "RECURRENCE-ID": start}
        return tuple(self._piece(name, each) for name, each in said.items() if each)

    def _meant(self, original: Hashable) -> Iterator[datetime]:
        if isinstance(original, datetime) and self.zone:
            shown = wall(original, self.zone).replace(tzinfo=None)
            yield shown
            yield datetime.combine(shown, self.first.time())
        elif isinstance(original, date):
            yield datetime.combine(original, self.first.time())

    def _has(self, start: datetime) -> bool:
        """Whether the series has an occurrence then."""
        known = self.known_by(start)
        if known in moments(self.entry, "EXDATE"):
            return False
        return start == self.first or known in moments(self.entry, "RDATE") or self._is_given(start)

    def _is_given(self, start: datetime) -> bool:
        rules = (read_rule(value_of(line)) for line in self.entry.lines if name_of(line) == "RRULE")
        span = start, start + datetime.resolution
        return any(
            start in starts(each, self.first, zone=self.zone, span=span, limit=_STEPS).times
            for each in rules
            if not isinstance(each, Refusal)
        )

    def _after(self, start: datetime, length: timedelta) -> datetime:
        return wall(instant(start, self.zone) + length, self.zone).replace(tzinfo=None) if self.zone else start + length

    def _is_plain(self, start: datetime) -> bool:
        return self.zone is None or existence(start, self.zone) is WallTime.ONCE

    def _piece(self, name: str, start: datetime) -> Piece:
        """A time in the form of the first."""
        if self.zone is None:
            shown: date = start.date()
        else:
            shown = start.replace(tzinfo=UTC) if self.is_utc else start
        return Piece(name, written(f"{name}{self.parameters}", basic(shown)).data)
