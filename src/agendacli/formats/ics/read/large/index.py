"""Where the sessions of a large iCalendar file stand in it and when they take place, to read each when it is wanted."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING

from agendacli.formats.ics.component import NO_PARAMETERS, OWN_PRODUCT, Component, Property
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.assembly import Assembly
from agendacli.formats.ics.read.times import UTC_NAME, Times
from agendacli.formats.ics.read.vevent import Decoder
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.lazy import FOREVER, LazySessions
from agendacli.model.programme import Session, Status
from agendacli.model.when import Timed, bounds

if TYPE_CHECKING:
    from agendacli.formats.ics.read.large.plain import Plain
    from agendacli.model.said import Column
    from agendacli.words.directory import OnDemand

Read = Callable[[int, int], bytes]
"""So many bytes of the file from an offset on."""

NOWHERE = -1

_numbers = partial(array, "q")


@frozen
class CalendarContext:
    """What a VCALENDAR says of its sessions, which are those before number `until` and not before the last context's.

    `floating` is the IANA zone of floating times; `is_own` says that this tool wrote it; `is_cancelled`, that all of it
    is cancelled; `clocks`, on which those in UTC are read.
    """

    until: int
    floating: str
    is_own: bool
    is_cancelled: bool
    clocks: str | None = None

    def applied(self, session: Session) -> Session:
        """The session with what its calendar says of it."""
        found = replace(session, status=Status.CANCELLED) if self.is_cancelled else session
        is_utc = isinstance(session.when, Timed) and session.when.zone == UTC_NAME
        return replace(found, clocks=self.clocks) if is_utc and session.clocks != self.clocks else found

    def says(self, other: "CalendarContext") -> bool:
        """Whether another says the same of its own."""
        return replace(other, until=self.until) == self


@frozen
class CalendarIndex:
    """The sessions of a file in their order, as columns.

    `offsets` and `lengths` (bytes) tell where each stands, `lines` in which line that begins; the offset of those that
    cannot be read from there alone is `NOWHERE`. `firsts` and `lasts` are those of `LazySessions`.
    """

    offsets: "Column" = field(default_factory=_numbers)
    lengths: "Column" = field(default_factory=_numbers)
    lines: "Column" = field(default_factory=_numbers)
    firsts: "Column" = field(default_factory=_numbers)
    lasts: "Column" = field(default_factory=_numbers)
    contexts: tuple[CalendarContext, ...] = ()

    def others(self) -> tuple[int, ...]:
        """The numbers of the sessions that cannot be read from the file alone."""
        return tuple(number for number, offset in enumerate(self.offsets) if offset == NOWHERE)


def sessions_from(
    index: CalendarIndex, read: Read, others: Mapping[int, Session], file: str, directory: "OnDemand | None" = None
) -> LazySessions:
    """The sessions of an index, each read when it is looked at; `others` are those that stand nowhere, by number.

    `directory` knows the people. Raises ValueError where `read` does not give what stood in the file.
    """
    reader = _Reader(index, read, file, directory)

    def session(number: int) -> Session:
        return others[number] if index.offsets[number] == NOWHERE else reader.session(number)

    return LazySessions(index.firsts, index.lasts, session)


class IndexBuilder:
    """Puts an index together from the sessions that were read and the plain VEVENTs that were passed over."""

    def __init__(self, plain: "Plain", sessions: Sequence[Session]) -> None:
        self._plain = plain
        self._sessions = sessions
        self._taken = 0
        self._columns = tuple(_numbers() for _ in range(5))
        self._contexts: list[CalendarContext] = []
        self.others: dict[int, Session] = {}

    def add_others(self, until: int) -> None:
        """Add the sessions that were read, from the last one added to before number `until` of them."""
        for session in self._sessions[self._taken : until]:
            self.others[len(self._columns[0])] = session
            for column, value in zip(self._columns, (NOWHERE, 0, 0, *_extent(session)), strict=True):
                column.append(value)
        self._taken = until

    def add_rows(self, rows: range, context: CalendarContext) -> None:
        """Add plain VEVENTs of one VCALENDAR, whatever the context's `until`."""
        plain, part = self._plain, slice(rows.start, rows.stop)
        starts, ends = plain.starts[part], plain.ends[part]
        lengths = array("q", map(int.__sub__, ends, starts))
        found = (starts, lengths, plain.lines[part], plain.firsts[part], plain.lasts[part])
        for column, values in zip(self._columns, found, strict=True):
            column.extend(values)
        if self._contexts and self._contexts[-1].says(context):
            self._contexts.pop()
        self._contexts.append(replace(context, until=len(self._columns[0])))

    def index(self) -> CalendarIndex:
        """The index of everything that was added."""
        offsets, lengths, lines, firsts, lasts = self._columns
        contexts = tuple(self._contexts)
        return CalendarIndex(offsets, lengths, lines, firsts=firsts, lasts=lasts, contexts=contexts)


class _Reader:
    """Reads single VEVENTs; nothing is told of them, since nothing about them is odd."""

    def __init__(self, index: CalendarIndex, read: Read, file: str, directory: "OnDemand | None") -> None:
        self._index = index
        self._read = read
        oddities = Oddities(file, Findings())
        self._decoder = Decoder(oddities, directory)
        self._calendars = [_Calendar(each, oddities) for each in index.contexts]

    def session(self, number: int) -> Session:
        """The session with that number."""
        index = self._index
        calendar = self._calendars[bisect_right(index.contexts, number, key=_until)]
        raw = self._read(index.offsets[number], index.lengths[number])
        component = calendar.component(raw, index.lines[number])
        draft = component and self._decoder.draft(component, calendar.times)
        if not draft:
            message = f"the file has changed: no VEVENT begins at byte {index.offsets[number]}"
            raise ValueError(message)
        return calendar.context.applied(draft.session)


class _Calendar:
    """A VCALENDAR as far as its VEVENTs need it."""

    def __init__(self, context: CalendarContext, oddities: Oddities) -> None:
        self.context = context
        self.times = Times(context.floating, {}, oddities, clocks=context.clocks)
        self._oddities = oddities
        product = [Property("PRODID", NO_PARAMETERS, OWN_PRODUCT, 1)] if context.is_own else []
        self._itself = Component("VCALENDAR", 1, properties={"PRODID": product})
        self._assembly = Assembly(oddities, self._itself)

    def component(self, raw: bytes, line: int) -> Component | None:
        """The VEVENT that is all of these bytes."""
        self._assembly.line = line
        found = next(self._assembly.read(raw), None)
        if self._assembly.calendar is None:
            self._assembly = Assembly(self._oddities, self._itself)
        return found


def _extent(session: Session) -> tuple[int, int]:
    """The first and last second of a session; one that repeats may be at any time."""
    if session.repeat is not None:
        return -FOREVER, FOREVER
    found = bounds(session.when)
    return int(found.start.timestamp()), int(found.end.timestamp())


def _until(context: CalendarContext) -> int:
    return context.until
