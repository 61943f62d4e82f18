"""What an update of calendars is told to have changed: in the words in which `diff` tells it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from agendacli.analysis.changes.compare import compare
from agendacli.analysis.changes.values import ChangeKind, Difference
from agendacli.analysis.changes.wording import clause
from agendacli.cli.actions.calendars.known_items import as_programme
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import tell
from agendacli.formats.ics.items import Items
from agendacli.formats.ics.update.changes import ItemChange, ItemChangeKind, Updated
from agendacli.model.occurrence import Occurrence

_CLOCK = {ChangeKind.MOVED, ChangeKind.SHORTENED, ChangeKind.LENGTHENED, ChangeKind.SETTLED, ChangeKind.LOOSENED}
_WHETHER = {ChangeKind.CANCELLED, ChangeKind.RESTORED}
_SAID: Mapping[str, AbstractSet[ChangeKind]] = MappingProxyType(
    {
        "start": {*_CLOCK, ChangeKind.ZONE},
        "end": {*_CLOCK, ChangeKind.ZONE},
        "repeats": {*_CLOCK, *_WHETHER, ChangeKind.ADDED, ChangeKind.REMOVED},
        "status": {*_WHETHER, ChangeKind.STATUS},
        "title": {ChangeKind.RENAMED},
        "place": {ChangeKind.ROOM},
    }
)
"""The facts of items that differences say in full, and which of these do."""


def tell_update(reading: Reading, old: Items, found: Updated, where: str, dropped: int = 0) -> None:
    """What is different, a line an item, since no calendar app shows it; and how many old items are not written."""
    counts = Counter(each.kind for each in found.changes)
    told = ", ".join(f"{counts[each]} {each}" for each in ItemChangeKind)
    left_out = f", {dropped} left out" if dropped else ""
    tell(f"{where}: {told}, {len(found.items) - counts.total()} as before{left_out}")
    if counts[ItemChangeKind.ADDED] == len(found.items):
        return
    facts = _facts(old, found)
    for each in found.changes:
        words = _words(each, facts.get(each.uid, ()), reading)
        tell(f"{each.kind} {each.address} ({each.title}){words}{_of_lost(each.lost)}")


def _of_lost(count: int) -> str:
    if not count:
        return ""
    gone = "1 occurrence is gone, and with it" if count == 1 else f"{count} occurrences are gone, and with them"
    return f"; {gone} what was added there"


def _words(change: ItemChange, differences: Sequence[Difference], reading: Reading) -> str:
    """What changed of an item: its differences as clauses, and the other facts by their words."""
    kinds = {each.kind for each in differences}
    clauses = [clause(each, reading.zone, reading.dial) for each in differences]
    words = [*clauses, *(each for each in change.fields if kinds.isdisjoint(_SAID.get(each, ())))]
    return f": {('; ' if clauses else ', ').join(words)}" if words else ""


def _facts(old: Items, found: Updated) -> Mapping[str, Sequence[Difference]]:
    """The differences of each item that changed, by UID; both versions are read as a calendar is."""
    changed = {each.uid for each in found.changes if each.kind is ItemChangeKind.CHANGED}
    now = {each.uid: each for each in found.items if each.uid in changed}
    zones = old.timezones.values()
    before, after = (as_programme(side, zones) for side in ((old.by_uid[uid] for uid in now), now.values()))
    if not now or before is None or after is None:
        return {}
    same = {each.id: each.id for each in before.sessions}
    facts: dict[str, list[Difference]] = {}
    for each in compare(before, after, loose_rooms=True, renamed=same).changes:
        if isinstance(each.subject, Occurrence):
            facts.setdefault(each.subject.session.uid or "", []).append(each)
    return facts
