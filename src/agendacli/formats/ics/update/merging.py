"""An item as the programme has it now, and as somebody has it: in what they differ, and the two as one."""

from collections.abc import Hashable, Iterator, Mapping

from agendacli.formats.ics.items import Entry, Item
from agendacli.formats.ics.update.additions import reminds_otherwise, with_additions
from agendacli.formats.ics.update.content import (
    Pair,
    differences,
    duration_of_entry,
    facts_in_order,
    original,
    start_of,
)
from agendacli.formats.ics.update.pieces import Piece, entry_of, pieces
from agendacli.model.frozen import frozen

REMINDER = "reminder"

_REPEATS = "repeats"
_OF_SERIES = frozenset({"start", "end", _REPEATS})
_RULES = frozenset({"RRULE", "RDATE", "EXDATE"})
_TIMES = frozenset({"DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"})
_SERIES = ""
_Entries = Mapping[Hashable, Entry]


@frozen
class Merging:
    """An item in two versions, their entries by the occurrence that each stands for; the programme's categories."""

    now: _Entries
    then: _Entries
    categories: frozenset[str]

    @classmethod
    def of(cls, now: Item, then: Item, categories: frozenset[str] = frozenset()) -> "Merging":
        """The item as it is to be, and as somebody has it."""
        return cls(_by_original(now), _by_original(then), categories)

    @property
    def fields(self) -> tuple[str, ...]:
        """The words for what is different, in the order in which they are told."""
        pairs = [Pair(entry, self.then[key], self.categories) for key, entry in self.now.items() if key in self.then]
        words = {word for each in pairs for word in differences(each)}
        words |= {_REPEATS} if self.now.keys() ^ (self.then.keys() - self._personal) else set()
        reminder = (REMINDER,) if any(map(reminds_otherwise, pairs)) else ()
        return (*facts_in_order(words), *reminder)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries as they are to be, with all that somebody has in theirs besides."""
        own = (entry_of(self._merged(key, entry)) for key, entry in self.now.items())
        return (*own, *map(entry_of, self._carried()))

    def _merged(self, key: Hashable, entry: Entry) -> tuple[Piece, ...]:
        """An entry; one for an occurrence that differs only now has what its series had."""
        then = self.then.get(key) or self.then.get(_SERIES)
        if then is None:
            return tuple(pieces(entry))
        pair = Pair(entry, then, self.categories)
        return with_additions(pair, differences(pair))

    @property
    def _personal(self) -> frozenset[Hashable]:
        """The occurrences that stand apart for no fact's sake: somebody set a reminder there, or has seen one."""
        series = self.then.get(_SERIES)
        apart = self.then.keys() - self.now.keys() - {_SERIES}
        return frozenset(key for key in apart if series and _is_alike(self.then[key], series, key))

    def _carried(self) -> Iterator[tuple[Piece, ...]]:
        """Those again, saying what the series says now, unless that takes place at other times."""
        now, then = self.now.get(_SERIES), self.then.get(_SERIES)
        if now is None or then is None or not _OF_SERIES.isdisjoint(differences(Pair(now, then))):
            return
        facts = [each for each in pieces(now) if each.name not in _RULES | _TIMES]
        for key, entry in self.then.items():
            if key in self._personal:
                times = [each for each in pieces(entry) if each.name in _TIMES]
                pair = Pair(entry_of((*facts, *times)), entry, self.categories)
                yield with_additions(pair, differences(pair))


def _by_original(item: Item) -> _Entries:
    return {original(each): each for each in item.entries}


def _is_alike(entry: Entry, series: Entry, key: Hashable) -> bool:
    """Whether an occurrence has its usual time and length, and says nothing else than its series."""
    words = {*differences(Pair(entry, series)), *differences(Pair(series, entry))}
    return start_of(entry) == key and duration_of_entry(entry) == duration_of_entry(series) and words <= _OF_SERIES
