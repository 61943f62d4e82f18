"""The sessions of a large programme, each decoded on first access."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, final, overload

if TYPE_CHECKING:
    from agendacli.model.names import Names
    from agendacli.model.programme import Session

FOREVER = 2**62
"""The end, in seconds, of a session that never ends."""

_SLACK = 26 * 3600


@final
class LazySessions(Sequence["Session"]):
    """Sessions in file order, with the time span of each known before it is decoded.

    `firsts` and `lasts` are the earliest start and latest end of each session with all its repeats, in whole POSIX
    seconds (`FOREVER`: no end). They may have been computed as if wall times were UTC, so a search adds 26 hours on
    either side. Equal to any sequence of the same sessions.
    """

    __slots__ = ("_decode", "_decoded", "_kept_names", "_names", "firsts", "lasts")

    def __init__(
        self,
        firsts: "array[int]",
        lasts: "array[int]",
        decode: "Callable[[int], Session]",
        kept_names: "Callable[[], Names | None] | None" = None,
    ) -> None:
        self.firsts = firsts
        self.lasts = lasts
        self._decode = decode
        self._decoded: dict[int, Session] = {}
        self._kept_names = kept_names
        self._names: Names | None = None

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

    def outermost(self) -> "Iterator[Session]":
        """The sessions among which are the first to begin and the last to end, and those with unknown bounds."""
        firsts = [each for each in self.firsts if each > -FOREVER]
        lasts = [each for each in self.lasts if each < FOREVER]
        early = min(firsts, default=0) + 2 * _SLACK
        late = max(lasts, default=0) - 2 * _SLACK
        times = enumerate(zip(self.firsts, self.lasts, strict=True))
        return (self[n] for n, (first, last) in times if first < early or last > late)

    def touching(self, start: datetime | None, end: datetime | None) -> "Iterator[Session]":
        """The sessions that may overlap the time from `start` to `end` (UTC; None: unbounded), in file order."""
        after = -FOREVER if start is None else int(start.timestamp()) - _SLACK
        before = FOREVER if end is None else int(end.timestamp()) + _SLACK
        times = enumerate(zip(self.firsts, self.lasts, strict=True))
        return (self[n] for n, (first, last) in times if first < before and last > after)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence)
            and len(self) == len(other)
            and all(a == b for a, b in zip(self, other, strict=True))
        )

    def __hash__(self) -> int:
        return hash(len(self))
