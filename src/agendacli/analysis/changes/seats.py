"""What became of the seats of a session: who is new in it, who is gone, who took a seat that no name filled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from agendacli.analysis.changes.values import ChangeKind
from agendacli.model.frozen import frozen
from agendacli.model.people import Participant
from agendacli.words.folded import folded_words

Seats = Sequence[Participant]


@frozen
class SeatChange:
    """What became of one seat: whose it is (or was), and in words what stood there before and stands there now."""

    kind: ChangeKind
    seat: Participant
    was: str | None = None
    now: str | None = None
    field: str | None = None


def seat_changes(old: Seats, new: Seats, *, in_full: bool = False) -> Iterator[SeatChange]:
    """What became of the seats, in the order of the newer version; with `in_full` also of printed positions.

    A person is the same whose id is, or one of whose names is.
    """
    persons = _Persons(old, new)
    mine, theirs = _by_person(old, persons), _by_person(new, persons)
    gone, come = _nameless(old, new), _nameless(new, old)
    for person in dict.fromkeys((*theirs, *mine)):
        yield from _of_person(mine.get(person, []), theirs.get(person, []), gone, come, in_full=in_full)
    yield from (SeatChange(ChangeKind.PERSON_REMOVED, each, was=seat_text(each)) for each in gone)
    yield from (SeatChange(ChangeKind.PERSON_ADDED, each, now=seat_text(each)) for each in come)


def seat_text(seat: Participant) -> str:
    """The name, or the words of a seat without one: `Stefanie Amadeo`, `United States (tbc)`."""
    return seat.name if seat.confirmed else f"{seat.name} (tbc)"


class _Persons:
    """Who is one person in both versions: the newer id of each."""

    def __init__(self, old: Seats, new: Seats) -> None:
        known = [each.person for each in new if each.person]
        self._ids = {each.id for each in known}
        self._by_name = {folded_words(name): each.id for each in known for name in (each.name, *each.aliases)}
        self._unknown: dict[str, str] = {}
        for person in (each.person for each in old if each.person and each.person.id not in self._ids):
            found = (self._by_name.get(folded_words(name)) for name in (person.name, *person.aliases))
            self._unknown[person.id] = next(filter(None, found), person.id)

    def id_of(self, seat: Participant) -> str:
        """The id of the person of a seat."""
        own = seat.person.id if seat.person else ""
        return self._unknown.get(own, own)


def _by_person(seats: Seats, persons: _Persons) -> dict[str, list[Participant]]:
    found: dict[str, list[Participant]] = defaultdict(list)
    for seat in seats:
        if seat.person:
            found[persons.id_of(seat)].append(seat)
    return found


def _nameless(seats: Seats, others: Seats) -> list[Participant]:
    """The seats without a name that the other version does not have."""
    known = [(each.role, folded_words(each.printed), each.confirmed) for each in others if not each.person]
    found = []
    for seat in (each for each in seats if not each.person):
        said = seat.role, folded_words(seat.printed), seat.confirmed
        if said in known:
            known.remove(said)
        else:
            found.append(seat)
    return found


def _of_person(
    old: Seats, new: Seats, gone: list[Participant], come: list[Participant], *, in_full: bool
) -> Iterator[SeatChange]:
    """What became of the seats of one person; seats without a name that the person took or left are used up."""
    before, after = {each.role: each for each in old}, {each.role: each for each in new}
    left = [seat for role, seat in before.items() if role not in after]
    taken = [seat for role, seat in after.items() if role not in before]
    for one, other in zip(left, taken, strict=False):
        yield SeatChange(ChangeKind.ROLE_CHANGED, other, one.role, other.role)
    yield from (_arrival(seat, gone) for seat in taken[len(left) :])
    yield from (_departure(seat, come) for seat in left[len(taken) :])
    for role in (each for each in before if each in after):
        yield from _of_seat(before[role], after[role], in_full=in_full)


def _arrival(seat: Participant, gone: list[Participant]) -> SeatChange:
    filled = _taken_out(gone, seat.role)
    if filled is None:
        return SeatChange(ChangeKind.PERSON_ADDED, seat, now=seat_text(seat))
    return SeatChange(ChangeKind.SEAT_FILLED, seat, seat_text(filled), seat_text(seat))


def _departure(seat: Participant, come: list[Participant]) -> SeatChange:
    emptied = _taken_out(come, seat.role)
    if emptied is None:
        return SeatChange(ChangeKind.PERSON_REMOVED, seat, was=seat_text(seat))
    return SeatChange(ChangeKind.SEAT_EMPTIED, seat, seat_text(seat), seat_text(emptied))


def _taken_out(seats: list[Participant], role: str) -> Participant | None:
    found = next((each for each in seats if each.role == role), None)
    if found is not None:
        seats.remove(found)
    return found


def _of_seat(old: Participant, new: Participant, *, in_full: bool) -> Iterable[SeatChange]:
    if old.confirmed != new.confirmed:
        kind = ChangeKind.CONFIRMED if new.confirmed else ChangeKind.UNCONFIRMED
        yield SeatChange(kind, new, seat_text(old), seat_text(new))
    if in_full and folded_words(old.position or "") != folded_words(new.position or ""):
        yield SeatChange(ChangeKind.POSITION, seat=new, was=old.position, now=new.position, field="position")
