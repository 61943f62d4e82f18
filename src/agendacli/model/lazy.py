"""The sessions of a large programme, each decoded on first access."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, final, overload

from agendacli.model.frozen import frozen

if TYPE_CHECKING:
    from agendacli.model.large.labels import Labels
    from agendacli.model.programme import Session
    from agendacli.model.said import Column, Names

FOREVER = 2**62
"""The end, in seconds, of a session that never ends."""

MANY = 1_000
"""From so many sessions on, ids and titles are kept apart: to decode fewer is as quick."""

SLACK = 16 * 3600
"""By how many seconds a time may be off that is computed as if wall times were UTC: no clocks ever were further off."""

FURTHEST_OFF = timedelta(seconds=SLACK)
"""The same as a length."""


_BLOCK = 256


@frozen
class ByTime:
    """The times of `LazySessions` with the `order` of their firsts, and the latest end in each block of that order.

    With them few sessions are looked at for those near a time: to look at all of 100,000 takes 6 ms, an eighth of an
    import of Typer, and one question does so up to six times (`python benchmarks --only questions`).
    """

    firsts: "Column"
    lasts: "Column"
    order: "Column"
    latest: "Column"

    @classmethod
    def of(cls, firsts: "Column", lasts: "Column") -> "ByTime":
        """The order of the sessions with these times."""
        from array import array  # which nobody needs who reads what is kept

        order = array("q", sorted(range(len(firsts)), key=firsts.__getitem__))
        blocks = (order[place : place + _BLOCK] for place in range(0, len(order), _BLOCK))
        return cls(firsts, lasts, order, array("q", (max(map(lasts.__getitem__, each)) for each in blocks)))

    def touching(self, before: int, after: int) -> list[int]:
        """The numbers of those that begin before the one time and end after the other."""
        return sorted(self._ending(after, self._begun(before)))

    def beyond(self, early: int, late: int) -> list[int]:
        """The numbers of those that begin before `early` or end after `late`."""
        return sorted({*self.order[: self._begun(early)], *self._ending(late, len(self.order))})

    def extent(self) -> tuple[int, int]:
        """The first of the firsts and the last of the lasts among the known ones."""
        known = self._begun(-FOREVER + 1)
        low = self.firsts[self.order[known]] if known < len(self.order) else 0
        mixed = (self.lasts[number] for number in self._ending(FOREVER - 1, len(self.order), whole_blocks=True))
        ended = (last for lasts in (self.latest, mixed) for last in lasts if last < FOREVER)
        return low, max(ended, default=0)

    def _begun(self, before: int) -> int:
        """How many begin before a time."""
        from bisect import bisect_left  # what small programmes need no module for

        return bisect_left(self.order, before, key=self.firsts.__getitem__)

    def _ending(self, after: int, until: int, *, whole_blocks: bool = False) -> Iterator[int]:
        """The numbers of those that end after a time, among so many in order; or of all in blocks that have one."""
        lasts = self.lasts
        for block, latest in enumerate(self.latest[: -(-until // _BLOCK)]):
            if latest > after:
                numbers = self.order[block * _BLOCK : min((block + 1) * _BLOCK, until)]
                yield from (number for number in numbers if whole_blocks or lasts[number] > after)


@final
class LazySessions(Sequence["Session"]):
    """Sessions in file order, with the time span of each known before it is decoded.

    `firsts` and `lasts` are the earliest start and latest end of each session with all its repeats, in whole POSIX
    seconds (`FOREVER`: no end). They may have been computed as if wall times were UTC, so a search adds `SLACK` on
    either side. Equal to any sequence of the same sessions.
    """

    __slots__ = (
        "_by_time",
        "_decode",
        "_decoded",
        "_kept_labels",
        "_kept_names",
        "_labels",
        "_names",
        "firsts",
        "lasts",
    )

    def __init__(
        self,
        firsts: "Column",
        lasts: "Column",
        decode: "Callable[[int], Session]",
        kept_names: "Callable[[], Names | None] | None" = None,
        kept_labels: "Callable[[], Labels | None] | None" = None,
    ) -> None:
        self.firsts = firsts
        self.lasts = lasts
        self._by_time: ByTime | None = None
        self._decode = decode
        self._decoded: dict[int, Session] = {}
        self._kept_names = kept_names
        self._names: Names | None = None
        self._kept_labels = kept_labels
        self._labels: Labels | None = None

    @classmethod
    def in_order(
        cls,
        by_time: ByTime,
        decode: "Callable[[int], Session]",
        kept_names: "Callable[[], Names | None] | None" = None,
        kept_labels: "Callable[[], Labels | None] | None" = None,
    ) -> "LazySessions":
        """Sessions of whose times the order is known; of few all are as quickly looked at."""
        sessions = cls(by_time.firsts, by_time.lasts, decode, kept_names, kept_labels)
        sessions._by_time = by_time if len(by_time.latest) > 1 else None
        return sessions

    def __len__(self) -> int:
        return len(self.firsts)

    @overload
    def __getitem__(self, index: int) -> "Session": ...
    @overload
    def __getitem__(self, index: slice) -> "tuple[Session, ...]": ...
    def __getitem__(self, index: int | slice) -> "Session | tuple[Session, ...]":
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        number = range(len(self))[index]
        found = self._decoded.get(number)
        if found is None:
            found = self._decoded[number] = self._decode(number)
        return found

    @property
    def decoded(self) -> frozenset[int]:
        """The numbers of the sessions decoded so far, from 0."""
        return frozenset(self._decoded)

    @property
    def names(self) -> "Names | None":
        """The names in all sessions, if they are known."""
        if self._names is None and self._kept_names:
            self._names = self._kept_names()
        return self._names

    @property
    def has_new_names(self) -> bool:
        """Whether the names were collected in this run rather than loaded."""
        return self._names is not None and self._kept_names is None

    def remember(self, names: "Names") -> None:
        """Stores the names: collecting them decodes every session."""
        self._names = names
        self._kept_names = None

    @property
    def labels(self) -> "Labels":
        """The ids and titles of all sessions; where they are not known, every session is decoded once for them."""
        if self._labels is None and self._kept_labels:
            self._labels = self._kept_labels()
        if self._labels is None:
            from agendacli.model.large.labels import Labels

            self._labels, self._kept_labels = Labels.of(self), None
        return self._labels

    @property
    def new_labels(self) -> "Labels | None":
        """The ids and titles, if they were collected in this run rather than loaded."""
        return None if self._kept_labels else self._labels

    def outermost(self) -> "Iterator[Session]":
        """The sessions among which are the first to begin and the last to end, and those with unknown bounds."""
        first, last = self.extent()
        return self.beyond(first + 4 * SLACK, last - 4 * SLACK)

    def extent(self) -> tuple[int, int]:
        """The first start and the last end among the known ones, in seconds; they may be off by `SLACK`."""
        if self._by_time:
            return self._by_time.extent()
        low, high = min(self.firsts, default=0), max(self.lasts, default=0)
        if low <= -FOREVER:
            low = min((each for each in self.firsts if each > -FOREVER), default=0)
        if high >= FOREVER:
            high = max((each for each in self.lasts if each < FOREVER), default=0)
        return low, high

    def beyond(self, early: int, late: int) -> "Iterator[Session]":
        """The sessions that begin before `early` or end after `late`, and those with unknown bounds."""
        if self._by_time:
            return map(self.__getitem__, self._by_time.beyond(early, late))
        lasts = self.lasts
        outer = [number for number, first in enumerate(self.firsts) if first < early or lasts[number] > late]
        return map(self.__getitem__, outer)

    def without_end(self) -> "Iterator[Session]":
        """The sessions that may never end."""
        if self._by_time:
            return map(self.__getitem__, self._by_time.touching(FOREVER + 1, FOREVER - 1))
        has_some = max(self.lasts, default=0) >= FOREVER
        return (self[n] for n, last in enumerate(self.lasts if has_some else ()) if last >= FOREVER)

    def touching(self, start: datetime | None, end: datetime | None) -> "Iterator[Session]":
        """The sessions that may overlap the time from `start` to `end` (UTC; None: unbounded), in file order."""
        after = -FOREVER if start is None else int(start.timestamp()) - SLACK
        before = FOREVER if end is None else int(end.timestamp()) + SLACK
        if self._by_time:
            return map(self.__getitem__, self._by_time.touching(before, after))
        lasts = self.lasts
        near = [number for number, first in enumerate(self.firsts) if first < before and lasts[number] > after]
        return map(self.__getitem__, near)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    def __hash__(self) -> int:
        return hash(len(self))
