"""Sessions at concrete times, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from agendacli.model.frozen import frozen
from agendacli.model.interval import LIMIT, Stretch
from agendacli.model.lazy import LazySessions
from agendacli.model.occurrence import Occurrence, Placed, on_its_clocks
from agendacli.model.programme import Programme, Session
from agendacli.model.when import bounds

if TYPE_CHECKING:
    from agendacli.analysis.recurrence.values import Recurrences

_LEAST = 500
_ID = attrgetter("id")


@frozen
class Cut:
    """A repeated session of which some occurrences may be missing, and why: lower case, without full stop."""

    programme: Programme
    session: Session
    message: str


@frozen
class Expansion:
    """Occurrences in order, and what may be missing among them."""

    occurrences: tuple[Occurrence, ...]
    cuts: tuple[Cut, ...] = ()


def expand(
    programmes: Iterable[Programme],
    start: datetime | None = None,
    end: datetime | None = None,
    *,
    moment: Callable[[], datetime] | None = None,
) -> tuple[Occurrence, ...]:
    """Every occurrence of the programmes: the earlier start first, then the later end, then the id.

    With `start` (inclusive) or `end` (exclusive), both UTC, only those that touch that stretch. Days without a zone are
    read in UTC, so who asks for the days of a zone gives a day more on either side. Without `end` repeats that never
    end stop a year after `start`, what `moment` gives or their first occurrence, whichever is latest.
    """
    return expansion(programmes, start, end, moment=moment).occurrences


def expansion(
    programmes: Iterable[Programme],
    start: datetime | None = None,
    end: datetime | None = None,
    *,
    moment: Callable[[], datetime] | None = None,
) -> Expansion:
    """What `expand` gives, and of which repeated sessions some occurrences may be missing.

    A rule gives 10,000 occurrences at most. Each session that has more halves that for those that come after it, so
    that a file full of them cannot take the memory of the machine.
    """
    sessions = ((each, session) for each in programmes for session in _near(each, start, end))
    return expansion_of(sessions, Stretch(start, end, moment))


def expansion_of(sessions: Iterable[tuple[Programme, Session]], stretch: Stretch) -> Expansion:
    """What `expansion` gives, of sessions of programmes."""
    found: list[Placed] = []
    cuts: list[Cut] = []
    limit, has_clocks = LIMIT, False
    for programme, session in sessions:
        has_clocks = has_clocks or session.clocks is not None
        if session.repeat is None:
            found += _single(programme, session, stretch)
            continue
        repeated = _recurrences()(programme, session, stretch, limit)
        found += repeated.found
        if repeated.unread or repeated.cut:
            cuts += (Cut(programme, session, message) for message in _messages(repeated))
        limit = max(limit // 2, _LEAST) if repeated.cut else limit
    in_order = tuple(_in_order(found))
    return Expansion(tuple(map(on_its_clocks, in_order)) if has_clocks else in_order, tuple(cuts))


def with_the_outermost(programme: Programme) -> Programme:
    """The programme with those sessions only among which are the first to begin and the last to end."""
    sessions = programme.sessions
    return replace(programme, sessions=tuple(sessions.outermost())) if isinstance(sessions, LazySessions) else programme


def _near(programme: Programme, start: datetime | None, end: datetime | None) -> Iterable[Session]:
    """The sessions that may touch the stretch; of many, only those are decoded."""
    sessions = programme.sessions
    return sessions.touching(start, end) if isinstance(sessions, LazySessions) else sessions


@cache
def _recurrences() -> Callable[[Programme, Session, Stretch, int], "Recurrences"]:
    from agendacli.analysis.recurrence.expand import recurrences  # several modules that most programmes do not need

    return recurrences


def _messages(repeated: "Recurrences") -> tuple[str, ...]:
    return (*repeated.unread, repeated.cut) if repeated.cut else repeated.unread


def _single(programme: Programme, session: Session, stretch: Stretch) -> tuple[Placed, ...]:
    placed = Occurrence(programme, session, session.when), bounds(session.when)
    return (placed,) if stretch.touches(placed[1]) else ()


def _in_order(found: Iterable[Placed]) -> Iterator[Occurrence]:
    """What sorting by `order` gives; ends and ids, which take longer, are compared only where they matter."""
    for _, begun in groupby(sorted(found, key=_start), key=_start):
        first, *others = begun
        yield from _ends_in_order([first, *others]) if others else (first[0],)


def _ends_in_order(begun: Sequence[Placed]) -> Iterator[Occurrence]:
    ends = list(map(_end, begun))
    if ends.count(ends[0]) == len(ends):  # as is usual of what begins together
        yield from sorted((each for each, _ in begun), key=_ID)
        return
    for _, group in groupby(sorted(begun, key=_end, reverse=True), key=_end):
        same = [each for each, _ in group]
        yield from same if len(same) == 1 else sorted(same, key=_ID)


def _start(placed: Placed) -> datetime:
    return placed[1].start


def _end(placed: Placed) -> datetime:
    return placed[1].end
