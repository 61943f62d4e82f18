"""The times of plain VEVENTs, read from their digits: when one begins and ends, if it is sure that nothing is odd."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from agendacli.formats.ics.content_line import cut, outside_quotes, parameter
from agendacli.formats.ics.values import read_duration
from agendacli.model.zones import steady_offset
from agendacli.words.zones import zone_named

DAYS, UTC, FLOATING = range(3)
"""Kinds of times: days, and those on the clock that name no zone of their own. Further kinds each have a zone."""

_ODD = -1
_NEVER = -(1 << 60)
_LEAST = -(1 << 50)
_DAY = 86400
_EPOCH = date(1970, 1, 1).toordinal()
_YEARS = range(1900, 2200)
_HOURS, _SIXTIETHS = range(24), range(60)
_LONGEST = 10 * 366  # days
_CENTURY = 36_525 * _DAY  # what takes longer is odd

PlainTime = tuple[int, int, int]
"""The kind of a time, and its first and last second, its clocks taken for those of UTC."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class _Memory(dict[Key, Value]):
    """What a function gives for each key, asked once: a large file has few different ones."""

    def __init__(self, function: Callable[[Key], Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: Key) -> Value:
        found = self[key] = self._function(key)
        return found


class PlainTimes:
    """Reads times as bytes: the parameters of a property, its day `20170904` and its time of day `T101500Z`, if any.

    `zones` are those of the kinds: None for days, nothing for floating times, which are in one of the `likely` zones.
    """

    def __init__(self, likely: Sequence[str]) -> None:
        self.zones: list[str | None] = [None, "UTC", ""]
        self._likely = likely
        self._heads = _Memory(self._kind_of)
        self._kinds = _Memory(self._kind)
        self._days = _Memory(_midnight)
        self._clocks = _Memory(_time_of_day)
        self._lengths = _Memory(_seconds)
        self._steady = _Memory(self._is_steady)

    def read(  # noqa: PLR0913, PLR0917 (the groups of a pattern)
        self,
        head: bytes,
        day: bytes | None,
        clock: bytes | None,
        end_head: bytes,
        end_day: bytes | None,
        end_clock: bytes | None,
        length: bytes | None,
        *,
        means_days: bool,
    ) -> PlainTime | None:
        """What DTSTART with DTEND or DURATION say, if anything is there and nothing is odd.

        `means_days`: Outlook says that a time from midnight to midnight means days.
        """
        if day is None or (end_day and length):
            return None
        kind = self._kinds[head, len(clock) if clock else 0]
        first = self._days[day] + self._clocks[clock]
        if kind < 0 or first < _LEAST or (means_days and kind != DAYS):
            return None
        if end_day:
            kind_of_end = self._kinds[end_head, len(end_clock) if end_clock else 0]
            return self._until(kind, first, self._days[end_day] + self._clocks[end_clock], kind_of_end)
        if length:
            return self._until(kind, first, first + self._lengths[length], kind)
        return kind, first, first + _DAY

    def _kind(self, head_and_length: tuple[bytes, int]) -> int:
        """The kind of a time with those parameters and so many letters behind the day."""
        head, length = head_and_length
        kind = self._heads[head]
        if not length:
            return min(kind, DAYS)
        if kind == DAYS:
            return _ODD
        return UTC if kind > 0 and length == _UTC_LENGTH else kind

    def _kind_of(self, head: bytes) -> int:
        """The kind of a time on the clock with those parameters; `DAYS` where they say that it is none."""
        before, value = cut(f"DTSTART{head.decode()}:")
        said = dict(parameter(each) for each in outside_quotes(before, ";")[1:] if each.strip())
        tzid = said.get("TZID")
        zone = zone_named(tzid) if tzid else ""
        if value is None or b"\r" in head or zone is None:
            return _ODD
        if said.get("VALUE") == "DATE":
            return DAYS
        if zone not in self.zones:
            self.zones.append(zone)
        return self.zones.index(zone)

    def _until(self, kind: int, first: int, last: int, kind_of_end: int) -> PlainTime | None:
        """The time if its end surely comes after its start. Near each other that depends on the clocks."""
        if kind_of_end != kind or last - first > _CENTURY:
            return None
        if kind == DAYS:
            return (kind, first, max(first + _DAY, -(-last // _DAY) * _DAY)) if last >= first else None
        is_sure = kind == UTC or last - first > 2 * _DAY or self._are_steady(kind, first // _DAY, last // _DAY)
        return (kind, first, last) if last > first and is_sure else None

    def _are_steady(self, kind: int, first: int, last: int) -> bool:
        if first == last:
            return self._steady[kind, first]
        return all(self._steady[kind, day] for day in range(first, last + 1))

    def _is_steady(self, kind_and_day: tuple[int, int]) -> bool:
        """Whether the clocks of a kind are not set on a day, counted from 1970."""
        kind, day = kind_and_day
        named = self.zones[kind]
        return None not in [steady_offset(day + _EPOCH, zone) for zone in ((named,) if named else self._likely)]


_UTC_LENGTH = len("T000000Z")


def _midnight(day: bytes) -> int:
    try:
        found = date.fromisoformat(day.decode())
    except ValueError:
        return _NEVER
    return (found.toordinal() - _EPOCH) * _DAY if found.year in _YEARS else _NEVER


def _time_of_day(clock: bytes | None) -> int:
    if clock is None:
        return 0
    hour, minute, second = int(clock[1:3]), int(clock[3:5]), int(clock[5:7])
    if hour in _HOURS and minute in _SIXTIETHS and second in _SIXTIETHS:
        return (hour * 60 + minute) * 60 + second
    return _NEVER


def _seconds(length: bytes) -> int:
    """The length of a DURATION; never for one that is none, is not positive, or is very long."""
    read = read_duration(length.decode())
    if read is None or read.days > _LONGEST or read.rest.days > _LONGEST:
        return _NEVER
    return (read.days * _DAY + int(read.rest.total_seconds())) or _NEVER
