"""What has changed since a file was written: items that are new, that are different, and that are no more."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from agendacli.formats.ics.items import Entry, Item
from agendacli.formats.ics.private import BARE
from agendacli.formats.ics.states import marked, unmarked
from agendacli.formats.ics.text import escaped, unescaped
from agendacli.formats.ics.update.content import category_words, is_private, status_of
from agendacli.formats.ics.update.merging import Merging
from agendacli.formats.ics.update.pieces import Piece, entry_of, pieces, written
from agendacli.formats.ics.values import basic
from agendacli.formats.private import BUSY, PrivateItems
from agendacli.model.frozen import frozen
from agendacli.model.identity import address_of, programme_of
from agendacli.model.programme import Status

_SECOND = timedelta(seconds=1)
_NEVER = datetime.min.replace(tzinfo=UTC)
_LARGEST = 2**31 - 1  # SEQUENCE is a 32-bit number (RFC 5545 3.3.8)
_LAST_YEAR = 9998
_CANCELLED: Mapping[str, str] = MappingProxyType(
    {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}
)


class ItemChangeKind(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@frozen
class ItemChange:
    """One item that is not as it was; `fields` are the words for what is different in one that changed.

    `lost` is how many occurrences are no more of which somebody had said something, such as when to be reminded.
    """

    kind: ItemChangeKind
    uid: str
    title: str
    fields: tuple[str, ...] = ()
    event: str = ""
    lost: int = 0

    @property
    def address(self) -> str:
        """`EVENT/SESSION`, as the UID has them; `event` is that of an item of which the UID does not say it."""
        return address_of(self.uid, self.event or programme_of(self.uid))


@frozen
class Scope:
    """Whom an export speaks for: the programmes, by their ids as in a UID, and the UIDs of all that they hold.

    `stamps` has the moment (UTC) of each programme's version. `uids` names every item that an export of them could
    write, whatever is selected this time: what is not among them is no more. `older` has the UID under which somebody
    may know an item instead. Where private items are left out or say no more than “Busy”, `private` says so: what was
    private is not told to be no more either.
    """

    stamps: Mapping[str, datetime]
    uids: frozenset[str]
    older: Mapping[str, str] = field(default_factory=dict)
    private: PrivateItems = PrivateItems.KEPT

    def has_lost(self, item: Item) -> bool:
        """Whether that item was of one of the programmes and is not in it any more."""
        return item.uid not in self.uids and self.is_of_these(item) and not self._hides(item)

    def is_of_these(self, item: Item) -> bool:
        """Whether that item is of one of the programmes."""
        return event_of(item) in self.stamps

    def _hides(self, item: Item) -> bool:
        if self.private is PrivateItems.KEPT or not any(map(is_private, item.entries)):
            return False
        return self.private is PrivateItems.LEFT_OUT or any(_title(each) != BUSY for each in item.entries)

    def hidden(self, old: Mapping[str, Item]) -> frozenset[str]:
        """The UIDs of the old items that may not be named, either."""
        if self.private is PrivateItems.KEPT:
            return frozenset()
        return frozenset(uid for uid, each in old.items() if any(map(is_private, each.entries)))

    def screened(self, item: Item) -> Item:
        """An item that is no more, with nothing of it that may not be known."""
        return _bare(item) if self.private is PrivateItems.BUSY and any(map(is_private, item.entries)) else item

    def known(self, item: Item, old: Mapping[str, Item]) -> Item | None:
        """The item as somebody has it, under the UID that it has now or the one that it had."""
        return old.get(item.uid) or old.get(self.older.get(item.uid, ""))


@frozen
class Updated:
    """The items to write (those asked for in their order, then the cancelled ones), and what is different."""

    items: tuple[Item, ...]
    changes: tuple[ItemChange, ...]


def updated(items: Sequence[Item], old: Mapping[str, Item], scope: Scope) -> Updated:
    """The items as somebody needs them who has the old ones.

    An item of which the programme says the same is the old one, byte for byte. One of which it says something else
    keeps what people and apps added to the old one, and gets a SEQUENCE above the old one, and a stamp that is not its
    own but a second after the old one where its own is not later. An old item that is no more is cancelled, once. All
    others of the old ones are left out. Doing it twice changes nothing.
    """
    words = frozenset(word for each in items for entry in each.entries for word in category_words(entry))
    lost = [scope.screened(each) for each in old.values() if scope.has_lost(each)]
    given = [_newer(each, scope.known(each, old), words) for each in items]
    cancelled = [_cancelled(each, scope.stamps[event_of(each)]) for each in lost]
    changes = (*(each for _, each in given if each), *(each for _, each in cancelled if each))
    hidden = scope.hidden(old)
    return Updated(tuple(_unrelated(each, hidden) for each, _ in (*given, *cancelled)), changes)


def unnoticed(items: Mapping[str, Item], old: Mapping[str, Item]) -> int:
    """How many items say something else than the old ones though neither SEQUENCE nor a stamp of theirs is higher."""
    pairs = ((each, old[uid]) for uid, each in items.items() if uid in old)
    return sum(not _is_newer(each, before) and bool(Merging.of(each, before).fields) for each, before in pairs)


def event_of(item: Item) -> str:
    """What stands for the programme of an item, as it says itself or its UID does; empty for what is not ours."""
    return item.event or programme_of(item.uid)


def _newer(item: Item, old: Item | None, words: frozenset[str]) -> tuple[Item, ItemChange | None]:
    if old is None:
        return item, _change(ItemChangeKind.ADDED, item)
    if old.entries == item.entries:  # as nearly always, and quick to tell
        return item, None
    merging = Merging.of(item, old, words)
    fields = merging.fields
    if not fields:
        return _bare(old) if item.is_bare else old, None
    sequence = max(item.sequence, _next(old))
    version = _version(sequence, _later(_stamps(item), old))
    entries = item.entries if item.is_bare else merging.entries
    named = {"UID": old.entries[0].value("UID")} if old.uid != item.uid else {}
    newer = Item(old.uid, tuple(_rewritten(each, version | named) for each in entries))
    change = _change(ItemChangeKind.CHANGED, newer, fields)
    return newer, change if item.is_bare else replace(change, lost=merging.lost)


def _cancelled(item: Item, stamp: datetime) -> tuple[Item, ItemChange | None]:
    if item.is_cancelled:
        return item, None
    values = {**_version(_next(item), _later((stamp,), item)), **_CANCELLED}
    entries = tuple(_rewritten(each, values | _cancelled_title(each), without="VALARM") for each in item.entries)
    return Item(item.uid, entries), _change(ItemChangeKind.CANCELLED, item)


def _bare(item: Item) -> Item:
    """The item without anything but that somebody is busy then."""
    kept = (entry_of(piece for piece in pieces(each) if piece.name in BARE) for each in item.entries)
    return Item(item.uid, tuple(kept), is_bare=True)


def _unrelated(item: Item, hidden: Collection[str]) -> Item:
    """The item without naming others of these UIDs."""
    if not hidden:
        return item
    kept = ([piece for piece in pieces(each) if not _names(piece, hidden)] for each in item.entries)
    return replace(item, entries=tuple(map(entry_of, kept)))


def _names(piece: Piece, uids: Collection[str]) -> bool:
    return piece.name == "RELATED-TO" and unescaped(piece.value).strip() in uids


def _cancelled_title(entry: Entry) -> dict[str, str]:
    title = _title(entry)
    return {"SUMMARY": escaped(marked(title, Status.CANCELLED))} if title else {}


def _title(entry: Entry) -> str:
    return unmarked(unescaped(entry.value("SUMMARY")).strip(), status_of(entry) or Status.CONFIRMED)


def _change(kind: ItemChangeKind, item: Item, fields: tuple[str, ...] = ()) -> ItemChange:
    return ItemChange(kind, uid=item.uid, title=_title(item.entries[0]), fields=fields, event=item.event)


def _is_newer(item: Item, old: Item) -> bool:
    return item.sequence > old.sequence or max(_stamps(item), default=_NEVER) > max(_stamps(old), default=_NEVER)


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


def _rewritten(entry: Entry, values: Mapping[str, str], without: str = "") -> Entry:
    """The VEVENT with those values, and `without` the components of that name."""
    missing = {name: written(name, value) for name, value in values.items()}
    properties, components = [], []
    for each in pieces(entry):
        if each.is_component:
            components += [each] if each.name != without else []
        elif each.name not in values:
            properties.append(each)
        elif each.name in missing:
            properties.append(missing.pop(each.name))
    return entry_of((*properties, *missing.values(), *components))
