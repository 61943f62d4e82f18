"""What a search needs of each occurrence, read once: this is what a hundred thousand of them spend their time on."""

from collections.abc import Iterable, Sequence
from dataclasses import field

from agendacli.analysis.conflicts.places import Atlas, Said
from agendacli.analysis.conflicts.times.instants import UNSTEADY, WALL_EPOCH, ZoneMidnights, seconds, since_epoch
from agendacli.analysis.conflicts.times.placements import outer_bounds, shape
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Status
from agendacli.model.when import Timed

_LEAST = UNSTEADY // 2
_CONFIRMED, _CANCELLED = Status.CONFIRMED, Status.CANCELLED


@frozen
class Columns:
    """Columns of one length, in no order: the bounds in seconds, the place as a number of the atlas, the seats.

    `loose` are those whose bounds are not known to be their start and end, with the start and end that they are
    told by: in their own zone, or in UTC. `repeated` are those of repeated sessions, `tentative` those that are not
    confirmed, or of which a comment doubts when they are, `items` those that a block holds. `events` are the ids of
    their programmes.
    """

    occurrences: list[Occurrence] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    seats: list[Sequence[Participant]] = field(default_factory=list)
    loose: dict[int, tuple[int, int]] = field(default_factory=dict)
    repeated: list[int] = field(default_factory=list)
    tentative: set[int] = field(default_factory=set)
    items: list[int] = field(default_factory=list)
    events: set[str] = field(default_factory=set)


@frozen
class Repeated:
    """Of sessions that overlap themselves: which they are, by `id()`, and which of their times need no look.

    Those of `thinned` sessions are not all looked at; the numbers of the times left out are `needless`.
    """

    overlapping: frozenset[int] = frozenset()
    thinned: frozenset[int] = frozenset()
    needless: frozenset[int] = frozenset()


def columns_of(occurrences: Iterable[Occurrence], atlas: Atlas, *, include_transparent: bool) -> Columns:
    """The columns of all that take some time; cancelled ones never do, transparent ones if asked for."""
    # One loop, and every attribute looked up once: each look-up more is a tenth of what sorting takes.
    found, clocks, last, usual = Columns(), ZoneMidnights(), None, _CONFIRMED
    rooms: dict[Said, int] = {}
    add, add_low, add_high = found.occurrences.append, found.low.append, found.high.append
    add_place, add_seats = found.places.append, found.seats.append
    for occurrence in occurrences:
        session, programme, when = occurrence.session, occurrence.programme, occurrence.when
        if programme is not last:
            last, usual, rooms = programme, programme.status, atlas.rooms(programme)
            found.events.add(programme.id)
        if session.status is _CANCELLED or usual is _CANCELLED or (session.transparent and not include_transparent):
            continue
        low = high = 0
        if type(when) is Timed and when.end is not None:
            midnights = clocks[when.zone]
            begins, ends = when.start - WALL_EPOCH, when.end - WALL_EPOCH
            low, high = midnights[begins.days] + begins.seconds, midnights[ends.days] + ends.seconds
        if not _LEAST < low < high:
            low, high = _bounds(occurrence, found)
            if low >= high:
                continue
        if occurrence.original is not None:
            found.repeated.append(len(found.low))
        if session.parent is not None:
            found.items.append(len(found.low))
        if session.status is not _CONFIRMED or usual is not _CONFIRMED or session.unsure:
            found.tentative.add(len(found.low))
        place = rooms.get(session.rooms or session.room) if session.place is None and not session.transparent else None
        add(occurrence)
        add_low(low)
        add_high(high)
        add_place(atlas.number(occurrence) if place is None else place)
        add_seats(session.participants)
    return found


def _bounds(occurrence: Occurrence, found: Columns) -> tuple[int, int]:
    """The outer bounds of what is not so simple, or of what lies on a day on which clocks change."""
    when = occurrence.when
    if isinstance(when, Timed) and when.end is not None:
        return seconds(when.start, when.zone), seconds(when.end, when.zone)
    known = shape(occurrence)
    if not known.takes_time:
        return 0, 0
    hull = occurrence.bounds
    found.loose[len(found.low)] = since_epoch(hull.start), since_epoch(hull.end)
    return outer_bounds(known)
