"""What has changed since a file was written: items that are new, that are different, and that are no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from agendacli.formats.ics.content_line import name_of
from agendacli.formats.ics.items import BREAK, Entry, Item
from agendacli.formats.ics.text import unescaped
from agendacli.formats.ics.update.content import FIELDS, as_written, content
from agendacli.formats.ics.values import basic
from agendacli.model.frozen import frozen
from agendacli.model.identity import address_of, programme_of

_SECOND = timedelta(seconds=1)
_LARGEST = 2**31 - 1  # SEQUENCE is a 32-bit number (RFC 5545 3.3.8)
_LAST_YEAR = 9998
_CANCELLED: Mapping[str, str] = MappingProxyType(
    {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}
)


class Kind(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@frozen
class ItemChange:
    """One item that is not as it was; `fields` are the words for what is different in one that changed."""

    kind: Kind
    uid: str
    title: str
    fields: tuple[str, ...] = ()
    event: str = ""

    @property
    def address(self) -> str:
        """`EVENT/SESSION`, as the UID has them; `event` is that of an item of which the UID does not say it."""
        return address_of(self.uid, self.event or programme_of(self.uid))


@frozen
class Scope:
    """Whom an export speaks for: the programmes, by their ids as in a UID, and the UIDs of all that they hold.

    `stamps` has the moment (UTC) of each programme's version. `uids` names every item that an export of them could
    write, whatever is selected this time: what is not among them is no more.
    """

    stamps: Mapping[str, datetime]
    uids: frozenset[str]

    def has_lost(self, item: Item) -> bool:
        """Whether that item was of one of the programmes and is not in it any more."""
        return item.uid not in self.uids and event_of(item) in self.stamps


@frozen
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
    lost = [each for each in old.values() if scope.has_lost(each)]
    given = [_newer(each, old.get(each.uid)) for each in items]
    cancelled = [_cancelled(each, scope.stamps[event_of(each)]) for each in lost]
    changes = (*(each for _, each in given if each), *(each for _, each in cancelled if each))
    return Updated(tuple(each for each, _ in (*given, *cancelled)), changes)


def event_of(item: Item) -> str:
    """What stands for the programme of an item, as it says itself or its UID does; empty for what is not ours."""
    return item.event or programme_of(item.uid)


def _newer(item: Item, old: Item | None) -> tuple[Item, ItemChange | None]:
    if old is None:
        return item, _change(Kind.ADDED, item)
    fields = _differences(item, old)
    if not fields:
        return old, None
    sequence = max(item.sequence, _next(old))
    stamp = _later(_stamps(item), old)
    entries = tuple(_rewritten(each, _version(sequence, stamp)) for each in item.entries)
    return Item(item.uid, entries), _change(Kind.CHANGED, item, fields)


def _cancelled(item: Item, stamp: datetime) -> tuple[Item, ItemChange | None]:
    if item.is_cancelled:
        return item, None
    values = {**_version(_next(item), _later((stamp,), item)), **_CANCELLED}
    entries = tuple(_rewritten(each, values, whole=False) for each in item.entries)
    return Item(item.uid, entries), _change(Kind.CANCELLED, item)


def _change(kind: Kind, item: Item, fields: tuple[str, ...] = ()) -> ItemChange:
    return ItemChange(kind, item.uid, unescaped(item.entries[0].value("SUMMARY")), fields, item.event)


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
    written = basic(stamp)
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
    now, then = _by_original(item), _by_original(old)
    names = {name for key in now.keys() & then.keys() for name in _different(now[key], then[key])}
    names |= {"RECURRENCE-ID"} if now.keys() != then.keys() else set()
    return tuple(dict.fromkeys(word for name, word in FIELDS.items() if name in names))


def _by_original(item: Item) -> dict[str, Entry]:
    return {each.original: each for each in item.entries}


def _different(entry: Entry, old: Entry) -> set[str]:
    """The names of the properties that say something else."""
    if as_written(entry) == as_written(old):  # nearly all, and quick to tell
        return set()
    return {name for name, _ in content(entry) ^ content(old)}
