"""Sessions at concrete times, in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter

from agendacli.analysis.recurrence_values import LIMIT, Placed, Recurrences, Stretch
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import bounds

_LEAST = 500
_TIMES = itemgetter(0, 1)
_ID = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Cut:
    """A repeated session of which some occurrences may be missing, and why: lower case, without full stop."""

    programme: Programme
    session: Session
    message: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """Occurrences in order, and what may be missing among them."""

    occurrences: tuple[Occurrence, ...]
    cuts: tuple[Cut, ...] = ()


def expand(
    programmes: Iterable[Programme],
    start: datetime | None = None,
    end: datetime | None = None,
    moment: datetime | None = None,
) -> tuple[Occurrence, ...]:
    """Every occurrence of the programmes: the earlier start first, then the later end, then the id.

    With `start` (inclusive) or `end` (exclusive), both UTC, only those that touch that stretch. Days without a zone are
    read in UTC, so who asks for the days of a zone gives a day more on either side. Without `end` repeats that never
    end stop a year after `start`, `moment` or their first occurrence, whichever is latest.
    """
    return expansion(programmes, start, end, moment).occurrences


def expansion(
    programmes: Iterable[Programme],
    start: datetime | None = None,
    end: datetime | None = None,
    moment: datetime | None = None,
) -> Expansion:
    """What `expand` gives, and of which repeated sessions some occurrences may be missing.

    A rule gives 10,000 occurrences at most. Each session that has more halves that for those that come after it, so
    that a file full of them cannot take the memory of the machine.
    """
    stretch = Stretch(start, end, moment)
    found: list[Placed] = []
    cuts: list[Cut] = []
    limit = LIMIT
    for programme, session in ((each, session) for each in programmes for session in each.sessions):
        if session.repeat is None:
            found += _single(programme, session, stretch)
            continue
        repeated = _repeated(programme, session, stretch, limit)
        found += repeated.found
        cuts += (Cut(programme, session, message) for message in _messages(repeated, limit))
        limit = max(limit // 2, _LEAST) if repeated.cut else limit
    return Expansion(tuple(_in_order(found)), tuple(cuts))


def _repeated(programme: Programme, session: Session, stretch: Stretch, limit: int) -> Recurrences:
    from agendacli.analysis.recurrence import recurrences  # several modules that most programmes do not need

    return recurrences(programme, session, stretch, limit)


def _messages(repeated: Recurrences, limit: int) -> tuple[str, ...]:
    return (*repeated.unread, f"only the first {limit} times of a rule are shown") if repeated.cut else repeated.unread


def _single(programme: Programme, session: Session, stretch: Stretch) -> tuple[Placed, ...]:
    placed = Occurrence(programme, session, session.when), bounds(session.when)
    return (placed,) if stretch.touches(placed[1]) else ()


def _in_order(found: Iterable[Placed]) -> Iterator[Occurrence]:
    """What sorting by `order` gives; ids, which take longest, are made only for those that share their bounds."""
    times = sorted(((span.start, -span.end.timestamp(), each) for each, span in found), key=_TIMES)
    for _, group in groupby(times, key=_TIMES):
        same = [each for _, _, each in group]
        yield from same if len(same) == 1 else sorted(same, key=_ID)
