"""An item as the programme has it now, and as somebody has it: in what they differ, and the two as one."""

from collections.abc import Hashable, Iterable, Mapping

from agendacli.formats.ics.items import Entry, Item
from agendacli.formats.ics.update.additions import reminds_otherwise, said_besides, with_additions, without_facts
from agendacli.formats.ics.update.content import (
    Pair,
    differences,
    duration_of_entry,
    facts_in_order,
    original,
    start_of,
)
from agendacli.formats.ics.update.occurring import SeriesStarts
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
        """The words for what differs, in the order in which they are reported."""
        pairs = [Pair(entry, self.then[key], self.categories) for key, entry in self.now.items() if key in self.then]
        words = {word for each in pairs for word in differences(each)}
        words |= {_REPEATS} if self.now.keys() ^ (self.then.keys() - self._personal) else set()
        reminder = (REMINDER,) if any(map(reminds_otherwise, pairs)) else ()
        return (*facts_in_order(words), *reminder)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries as they are to be, with all that somebody has in theirs besides."""
        before = {now: then for then, now in self._spoken_of.items()}
        own = (entry_of(self._merged(entry, before.get(key, key))) for key, entry in self.now.items())
        return (*own, *map(entry_of, self._carried.values()))

    @property
    def lost(self) -> int:
        """How many occurrences are no more of which somebody had said something."""
        kept = self._carried
        gone = [then for then, now in self._spoken_of.items() if now not in self.now and now not in kept]
        return sum(map(self._is_added_to, gone))

    def _merged(self, entry: Entry, before: Hashable) -> tuple[Piece, ...]:
        """An entry; one for an occurrence that differs only now has what its series had."""
        then = self.then.get(before) or self.then.get(_SERIES)
        if then is None:
            return tuple(pieces(entry))
        pair = Pair(entry, then, self.categories)
        return with_additions(pair, differences(pair))

    @property
    def _personal(self) -> frozenset[Hashable]:
        """The occurrences that stand apart for no fact's sake: somebody set a reminder there, or has seen one."""
        apart = self.then.keys() - self.now.keys() - {_SERIES}
        return frozenset(key for key in apart if self._was_as_series(key) or self._is_as_series(key))

    def _was_as_series(self, key: Hashable) -> bool:
        """Whether an occurrence had its usual time and length, and said nothing else than its series."""
        series, entry = self.then.get(_SERIES), self.then[key]
        if series is None or start_of(entry) != key or duration_of_entry(entry) != duration_of_entry(series):
            return False
        return {*differences(Pair(entry, series)), *differences(Pair(series, entry))} <= _OF_SERIES

    def _is_as_series(self, key: Hashable) -> bool:
        """Whether an occurrence is already what its series makes of it now."""
        starts, entry = self._starts, self.then[key]
        times = self._times(starts, key) if starts else ()
        if not times or start_of(entry) != key:
            return False
        facts = self._facts(times)
        has_own = without_facts(entry, {each.name for each in facts}) != entry
        return not has_own and not differences(Pair(entry_of(facts), entry, self.categories))

    @property
    def _starts(self) -> SeriesStarts | None:
        return SeriesStarts.of(self.now[_SERIES]) if _SERIES in self.now else None

    @property
    def _spoken_of(self) -> Mapping[Hashable, Hashable]:
        """The occurrences that somebody has apart or added something to, and what they are known by now, or None.

        Those that the programme sets apart as it did are not among them. No two are the same now.
        """
        apart, personal = self.then.keys() - self.now.keys() - {_SERIES}, self._personal
        keys = [key for key in apart if key in personal or self._is_added_to(key)]
        starts = self._starts if keys else None
        found: dict[Hashable, Hashable] = {}
        for key in keys:
            start = starts.now(key) if starts else None
            now = starts.known_by(start) if starts and start else None
            found[key] = now if now == key or now not in {*self.then, *found.values()} else None
        return found

    def _is_added_to(self, key: Hashable) -> bool:
        """Whether somebody says more of an occurrence than of its series."""
        series = self.then.get(_SERIES)
        known = said_besides(series, self.categories) if series else frozenset()
        return not said_besides(self.then[key], self.categories) <= known

    @property
    def _carried(self) -> Mapping[Hashable, tuple[Piece, ...]]:
        """The occurrences that somebody alone sets apart, as the series says now, with what somebody says of them."""
        starts = self._starts
        found: dict[Hashable, tuple[Piece, ...]] = {}
        for then, now in self._spoken_of.items():
            if starts and now not in {*self.now, *found, None} and (times := self._times(starts, then)):
                found[now] = self._as_series(self.then[then], times, is_alike=then in self._personal)
        return found

    def _times(self, starts: SeriesStarts, key: Hashable) -> tuple[Piece, ...]:
        start = starts.now(key)
        return starts.times(start) if start else ()

    def _as_series(self, then: Entry, times: tuple[Piece, ...], *, is_alike: bool) -> tuple[Piece, ...]:
        facts = self._facts(times)
        others = then if is_alike else without_facts(then, {each.name for each in facts})
        pair = Pair(entry_of(facts), others, self.categories)
        return with_additions(pair, differences(pair))

    def _facts(self, times: Iterable[Piece]) -> tuple[Piece, ...]:
        """What the series says now, of an occurrence at those times."""
        return (*(each for each in pieces(self.now[_SERIES]) if each.name not in _RULES | _TIMES), *times)


def _by_original(item: Item) -> _Entries:
    return {original(each): each for each in item.entries}
