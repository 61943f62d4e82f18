"""The VEVENTs of an iCalendar file as they stand, byte for byte, put together by UID: what can be kept as it is."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property, lru_cache

from agendacli.formats.ics.content_line import name_of, parameters_of, value_of
from agendacli.formats.ics.text import read_escaped, unescaped
from agendacli.formats.ics.uid import EVENT
from agendacli.formats.ics.values import read_date_time
from agendacli.formats.ics.zones.use import ZoneUse, last_year, uses_by_zone
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

BREAK = b"\r\n"

_FOLD = re.compile(rb"\r\n[ \t]")
_EDGE = re.compile(rb"^(BEGIN|END):([A-Z0-9-]+)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_EDGES = frozenset({"BEG", "END"})
_KEPT = (b"VEVENT", b"VTIMEZONE")
_DIGITS = 10  # of the largest SEQUENCE (RFC 5545 3.3.8)


@frozen
class Entry:
    """One VEVENT: its bytes with CRLF, and its content lines unfolded, `parts` being those of components inside it."""

    data: bytes
    lines: tuple[str, ...]
    parts: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes) -> "Entry":
        """The VEVENT that those bytes are, from its BEGIN to the line break after its END."""
        return cls.of_lines(data, _FOLD.sub(b"", data).decode("utf-8", "replace").split("\r\n")[1:-2])

    @classmethod
    def of_lines(cls, data: bytes, lines: Sequence[str]) -> "Entry":
        """The same where it is known already what stands between its BEGIN and END, unfolded."""
        if not any(map(_is_edge, lines)):  # as nearly always, and quicker to tell than how deep each of them stands
            return cls(data, tuple(lines), ())
        depths = [*_depths(lines)]
        own = tuple(line for line, depth in zip(lines, depths, strict=True) if not depth)
        return cls(data, own, tuple(line for line, depth in zip(lines, depths, strict=True) if depth))

    def value(self, name: str) -> str:
        """The value of the first property of that name, as it is written; empty without one."""
        return next(self._values(name), "")

    def _values(self, name: str) -> Iterator[str]:
        return (value_of(line) for line in self.lines if _is_named(line, name))

    @property
    def original(self) -> str:
        """The occurrence that it stands for (RECURRENCE-ID), as it is written; empty for a series or a single one."""
        return self.value("RECURRENCE-ID")

    @property
    def sequence(self) -> int:
        """SEQUENCE, 0 where it is none."""
        text = self.value("SEQUENCE").strip()
        return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else 0

    @cached_property
    def zone_uses(self) -> tuple[tuple[str, ZoneUse], ...]:
        """Each zone that it names, with the times that are read on its clocks; several calendars may ask for it."""
        rules = tuple(self._values("RRULE"))
        return tuple(used for line in self.lines if _has_parameters(line) for used in _uses_in(line, rules))


@frozen
class Item:
    """All VEVENTs of one UID: a session, or a series and the occurrences of it that differ.

    A bare one may hold nothing but what it says itself, whatever somebody has in its place.
    """

    uid: str
    entries: tuple[Entry, ...]
    is_bare: bool = False

    @property
    def data(self) -> bytes:
        """Its bytes, one VEVENT after the other."""
        return b"".join(each.data for each in self.entries)

    @property
    def sequence(self) -> int:
        """The highest SEQUENCE in it."""
        return max(each.sequence for each in self.entries)

    @property
    def event(self) -> str:
        """What stands for its programme, where that is said beside the UID; else empty."""
        return next(filter(None, (each.value(EVENT).strip() for each in self.entries)), "")

    @property
    def is_cancelled(self) -> bool:
        """Whether nothing of it takes place any more."""
        return all(each.value("STATUS").strip().upper() == "CANCELLED" for each in self.entries)


@frozen
class Items:
    """What a file holds: its items by UID in the order of the file, and the VTIMEZONEs by TZID as bytes."""

    by_uid: Mapping[str, Item]
    timezones: Mapping[str, bytes]


def read_items(data: bytes) -> Items | Refusal:
    """The items of a file; line ends become CRLF, all else stays. Of two copies the higher SEQUENCE counts.

    A refusal says why these bytes are not an iCalendar file that can be updated. A VEVENT without UID is left out.
    """
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        return Refusal(f"not UTF-8 from byte {fault.start + 1} on")
    blocks = _blocks(data.removeprefix(codecs.BOM_UTF8).replace(BREAK, b"\n"))
    if isinstance(blocks, Refusal):
        return blocks
    entries = [_entry(each) for name, each in blocks if name == b"VEVENT"]
    zones = {read_escaped(Entry.of(each).value("TZID")): each for name, each in blocks if name == b"VTIMEZONE"}
    return Items({uid: Item(uid, found) for uid, found in _by_uid(entries).items()}, zones)


def zones_in_use(items: Iterable[Item]) -> dict[str, ZoneUse]:
    """The zones that the items name, by name, and when the clocks of each are read."""
    return uses_by_zone(used for item in items for entry in item.entries for used in entry.zone_uses)


def _is_named(line: str, name: str) -> bool:
    """Whether a content line has that name; that it has not is quicker to see in its first letters."""
    return line[: len(name)].upper() == name and name_of(line) == name


def _has_parameters(line: str) -> bool:
    """Whether a content line may have parameters: there is a semicolon before the first colon, in quotes or not."""
    return ";" in line.partition(":")[0]


@lru_cache(maxsize=4096)
def _uses_in(line: str, rules: tuple[str, ...]) -> tuple[tuple[str, ZoneUse], ...]:
    """The times in a line that are read on the clocks of a zone, of what these rules repeat; many begin at one time."""
    zone = read_escaped(parameters_of(line).get("TZID", ""))
    found = map(read_date_time, value_of(line).split(",")) if zone else ()
    moments = [each.replace(tzinfo=None) for each in found if isinstance(each, datetime)]
    return tuple((zone, ZoneUse(frozenset({each}), _years(rules, each.year))) for each in moments)


def _years(rules: tuple[str, ...], year: int) -> tuple[int, int] | None:
    return (year, last_year(rules, year)) if rules else None


def _is_edge(line: str) -> bool:
    """Whether a line may be the first or last of a component."""
    return line[:3].upper() in _EDGES


def _depths(lines: Sequence[str]) -> Iterator[int]:
    """How many components inside the VEVENT each line stands in, their first and last lines counted in."""
    depth = 0
    for line in lines:
        depth += _is_named(line, "BEGIN")
        yield depth
        depth -= _is_named(line, "END")


@lru_cache(maxsize=1024)
def _entry(data: bytes) -> Entry:
    """An entry, which a published folder holds in several files."""
    return Entry.of(data)


def _blocks(data: bytes) -> list[tuple[bytes, bytes]] | Refusal:
    """The VEVENTs and VTIMEZONEs of the calendars: the name and the bytes of each."""
    found: list[tuple[bytes, bytes]] = []
    begun: list[tuple[bytes, int]] = []
    has_calendar = False
    for edge in _EDGE.finditer(data):
        name = edge[2].upper()
        if edge[1].upper() == b"BEGIN":
            begun.append((name, edge.start()))
            has_calendar |= begun[0][0] == b"VCALENDAR"
        elif not begun or begun[-1][0] != name:
            return Refusal(f"line {_line(data, edge.start())}: END:{name.decode()} closes nothing that is open")
        else:
            start = begun.pop()[1]
            if name in _KEPT and len(begun) == 1:
                found.append((name, data[start : edge.end()].replace(b"\n", BREAK) + BREAK))
    if begun:
        return Refusal(f"line {_line(data, begun[-1][1])}: {begun[-1][0].decode()} is not closed")
    return found if has_calendar else Refusal("no iCalendar file: it has no VCALENDAR")


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _by_uid(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    newest: dict[tuple[str, str], Entry] = {}
    for each in entries:
        known = newest.setdefault(_key(each), each)
        if known is not each:
            newest[_key(each)] = max(known, each, key=_version)
    found: dict[str, list[Entry]] = {}
    for (uid, _), each in newest.items():
        if uid:
            found.setdefault(uid, []).append(each)
    return {uid: tuple(each) for uid, each in found.items()}


@lru_cache(maxsize=1024)
def _key(entry: Entry) -> tuple[str, str]:
    return unescaped(entry.value("UID")).strip(), entry.original


def _version(entry: Entry) -> tuple[int, str]:
    return entry.sequence, entry.value("DTSTAMP").strip()
