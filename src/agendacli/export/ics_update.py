"""What has changed since a file was written: items that are new, that are different, and that are no more."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from agendacli.export.ics_items import BREAK, Entry, Item, name_of
from agendacli.export.ics_uid import address_of, programme_of

_SECOND = timedelta(seconds=1)
_LARGEST = 2**31 - 1  # SEQUENCE is a 32-bit number (RFC 5545 3.3.8)
_LAST_YEAR = 9998
_ALARM = "reminder"
# The properties that say what an item is, in the words for people, in the order in which changes are told. What an app
# adds of its own to a file, and what tells versions apart, does not make an item another one.
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "DTSTART": "start",
        "DTEND": "end",
        "DURATION": "end",
        "RRULE": "repeats",
        "RDATE": "repeats",
        "EXDATE": "repeats",
        "RECURRENCE-ID": "repeats",
        "STATUS": "status",
        "SUMMARY": "title",
        "LOCATION": "place",
        "GEO": "place",
        "DESCRIPTION": "text",
        "CATEGORIES": "categories",
        "URL": "address",
        "TRANSP": "whose time it takes",
        "X-MICROSOFT-CDO-BUSYSTATUS": "whose time it takes",
        "COLOR": "colour",
    }
)
_ALARM_PROPERTIES = frozenset({"BEGIN", "END", "ACTION", "DESCRIPTION", "TRIGGER", "DURATION", "REPEAT"})
_ESCAPED = re.compile(r"\\(.)")
_CANCELLED: Mapping[str, str] = MappingProxyType(
    {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}
)
Content = frozenset[tuple[str, str]]


class Kind(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item that is not as it was; `fields` are the words for what is different in one that changed."""

    kind: Kind
    uid: str
    title: str
    fields: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """`EVENT/SESSION`, as its UID has them."""
        return address_of(self.uid)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom an export speaks for: the programmes, by their ids as in a UID, and the UIDs of all that they hold.

    `stamps` has the moment (UTC) of each programme's version. `uids` names every item that an export of them could
    write, whatever is selected this time: what is not among them is no more.
    """

    stamps: Mapping[str, datetime]
    uids: frozenset[str]

    def has_lost(self, uid: str) -> bool:
        """Whether that item was of one of the programmes and is not in it any more."""
        return uid not in self.uids and programme_of(uid) in self.stamps


@dataclass(frozen=True, slots=True)
class Updated:
    """The items to write (those asked for in their order, then the cancelled ones), and what is different."""

    items: tuple[Item, ...]
    changes: tuple[ItemChange, ...]


def updated(items: Sequence[Item], old: Mapping[str, Item], scope: Scope) -> Updated:
    """The items as somebody needs them who has the old ones.

    An item with the same content is the old one, byte for byte. One that is different gets a SEQUENCE above the old
    one, and a stamp that is not its own but a second after the old one where its own is not later. An old item that is
    no more is cancelled, once. All others of the old ones are left out. Doing it twice changes nothing.
    """
    lost = [each for uid, each in old.items() if scope.has_lost(uid)]
    given = [_newer(each, old.get(each.uid)) for each in items]
    cancelled = [_cancelled(each, scope.stamps[programme_of(each.uid)]) for each in lost]
    changes = (*(each for _, each in given if each), *(each for _, each in cancelled if each))
    return Updated(tuple(each for each, _ in (*given, *cancelled)), changes)


def _newer(item: Item, old: Item | None) -> tuple[Item, ItemChange | None]:
    if old is None:
        return item, ItemChange(Kind.ADDED, item.uid, _title(item))
    fields = _differences(item, old)
    if not fields:
        return old, None
    sequence = max(item.sequence, _next(old))
    stamp = _later(_stamps(item), old)
    entries = tuple(_rewritten(each, _version(sequence, stamp)) for each in item.entries)
    return Item(item.uid, entries), ItemChange(Kind.CHANGED, item.uid, _title(item), fields)


def _cancelled(item: Item, stamp: datetime) -> tuple[Item, ItemChange | None]:
    if item.is_cancelled:
        return item, None
    values = {**_version(_next(item), _later((stamp,), item)), **_CANCELLED}
    entries = tuple(_rewritten(each, values, whole=False) for each in item.entries)
    return Item(item.uid, entries), ItemChange(Kind.CANCELLED, item.uid, _title(item))


def _next(old: Item) -> int:
    return min(old.sequence + 1, _LARGEST)


def _later(own: Iterable[datetime], old: Item) -> datetime:
    """The item's own stamp, if that is later than the old one's; else the next second after that."""
    return max((*own, *(each + _SECOND for each in _stamps(old))))


def _stamps(item: Item) -> Iterator[datetime]:
    for entry in item.entries:
        for name in ("DTSTAMP", "LAST-MODIFIED"):
            try:
                stamp = datetime.fromisoformat(entry.value(name).strip().removesuffix("Z")).replace(tzinfo=UTC)
            except ValueError:
                continue
            if stamp.year <= _LAST_YEAR:
                yield stamp


def _version(sequence: int, stamp: datetime) -> dict[str, str]:
    written = f"{stamp.isoformat()[:19].replace('-', '').replace(':', '')}Z"
    return {"DTSTAMP": written, "LAST-MODIFIED": written, "SEQUENCE": str(sequence)}


def _rewritten(entry: Entry, values: Mapping[str, str], *, whole: bool = True) -> Entry:
    """The VEVENT with those values; with `whole` False without the components inside it, such as its alarms."""
    kept: list[bytes] = []
    missing = dict(values)
    depth, drops = 0, False
    for line in entry.data.removesuffix(BREAK).split(BREAK):
        name = name_of(line.decode("utf-8", "replace"))
        depth += name == "BEGIN"
        if not line.startswith((b" ", b"\t")):
            drops = not whole and depth > 1
            if depth == 1 and name in values:
                drops = True
                kept += [f"{name}:{missing.pop(name)}".encode()] if name in missing else []
        kept += [] if drops else [line]
        depth -= name == "END"
    added = (f"{name}:{value}".encode() for name, value in missing.items())
    return Entry.of(BREAK.join((*kept[:-1], *added, kept[-1], b"")))


def _differences(item: Item, old: Item) -> tuple[str, ...]:
    """The words for what is different, in the order of their table; what is only in one of them is a repeat."""
    now, then = _contents(item), _contents(old)
    names = {name for key in now.keys() & then.keys() for name, _ in now[key] ^ then[key]}
    names |= {"RECURRENCE-ID"} if now.keys() != then.keys() else set()
    told = (word for name, word in (*_FIELDS.items(), (_ALARM, _ALARM)) if name in names)
    return tuple(dict.fromkeys(told))


def _contents(item: Item) -> dict[str, Content]:
    """What each VEVENT says, by the occurrence that it stands for."""
    return {each.original: _content(each) for each in item.entries}


def _content(entry: Entry) -> Content:
    own = ((name_of(line), line) for line in entry.lines)
    alarm = "\n".join(line for line in entry.parts if name_of(line) in _ALARM_PROPERTIES)
    return frozenset((*(each for each in own if each[0] in _FIELDS), *([(_ALARM, alarm)] if alarm else [])))


def _title(item: Item) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], item.entries[0].value("SUMMARY"))
