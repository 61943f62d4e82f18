"""Who sits in a session of mine after what changed in it from the base to theirs."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from agendacli.analysis.changes.seats import SeatChange, Seats, seat_changes, seat_text
from agendacli.analysis.changes.values import ChangeKind
from agendacli.analysis.merging.values import Absent, Dispute, MergeTerms, SeatEdit
from agendacli.model.people import Participant
from agendacli.words.folded import folded_words

SeatOutcome = SeatEdit | Dispute | Absent

_GONE = frozenset({ChangeKind.PERSON_REMOVED, ChangeKind.SEAT_EMPTIED})


def merged_seats(
    base: Seats, mine: Seats, theirs: Seats, terms: MergeTerms, silent: Collection[str] = ()
) -> Iterator[SeatOutcome]:
    """What the seats of mine take from theirs; what mine says already, or has undone by itself, is left.

    Nobody goes from a role that is `silent`: theirs names nobody in it at all.

    Where both put somebody else into a role instead of who was there, that is left to be decided.
    """
    found = seat_changes(base, theirs, in_full=True)
    changes = tuple(each for each in found if each.kind not in _GONE or each.seat.role not in silent)
    refilled = {each.seat.role for each in changes if each.kind in _GONE and _is_refilled(each.seat, base, mine)}
    for change in changes:
        if change.kind is ChangeKind.PERSON_ADDED and change.seat.role in refilled:
            yield from _instead(change, mine)
        else:
            yield from _outcome(change, mine, terms)


def _is_refilled(gone: Participant, base: Seats, mine: Seats) -> bool:
    """Whether mine has somebody new in the role of one who is gone from it there, too."""
    others = (each for each in mine if each.role == gone.role)
    return not seat_of(mine, gone, gone.role) and any(not seat_of(base, each, gone.role) for each in others)


def _instead(change: SeatChange, mine: Seats) -> Iterable[SeatOutcome]:
    role = change.seat.role
    return () if seat_of(mine, change.seat, role) else (Dispute(role, _held(mine, role), seat_text(change.seat)),)


def _held(mine: Seats, role: str) -> str:
    """Who has a role in mine, in words."""
    return "; ".join(seat_text(each) for each in mine if each.role == role)


def _outcome(change: SeatChange, mine: Seats, terms: MergeTerms) -> Iterable[SeatOutcome]:
    if change.kind in _GONE and (terms.keeps_all or terms.doubts_absence):
        there = seat_of(mine, change.seat, change.seat.role)
        return (Absent(there.role, there),) if there and terms.doubts_absence else ()
    if change.kind in (ChangeKind.PERSON_ADDED, ChangeKind.SEAT_FILLED):
        return _taken(change, mine)
    if change.kind in _GONE:
        there = seat_of(mine, change.seat, change.seat.role)
        return (SeatEdit(there, None),) if there else ()
    if change.kind is ChangeKind.ROLE_CHANGED:
        return _of_role(change, mine)
    return _of_words(change, mine)


def _taken(change: SeatChange, mine: Seats) -> Iterable[SeatOutcome]:
    """Somebody new in a role, perhaps in a seat that no name filled."""
    role = change.seat.role
    if seat_of(mine, change.seat, role):
        return ()
    free = next(
        (each for each in mine if each.role == role and not each.person and seat_text(each) == change.was), None
    )
    if change.kind is ChangeKind.SEAT_FILLED and free is None:
        return (Dispute(role, _held(mine, role), seat_text(change.seat)),)
    return (SeatEdit(free, change.seat),)


def _of_role(change: SeatChange, mine: Seats) -> Iterable[SeatOutcome]:
    before = seat_of(mine, change.seat, change.was or "")
    if seat_of(mine, change.seat, change.seat.role):
        return (SeatEdit(before, None),) if before else ()
    return (SeatEdit(before, replace(before, role=change.seat.role)),) if before else (_dispute(change, mine),)


def _of_words(change: SeatChange, mine: Seats) -> Iterable[SeatOutcome]:
    """A position, or whether somebody is confirmed."""
    there = seat_of(mine, change.seat, change.seat.role)
    if there is None:
        return ()
    if change.kind is ChangeKind.POSITION:
        return _of_position(change, there)
    wanted = replace(there, confirmed=change.seat.confirmed)
    return () if there == wanted else (SeatEdit(there, wanted),)


def _of_position(change: SeatChange, there: Participant) -> Iterable[SeatOutcome]:
    own = folded_words(there.position or "")
    if own == folded_words(change.now or ""):
        return ()
    if own != folded_words(change.was or ""):
        return (Dispute(there.role, full_text(there), full_text(change.seat)),)
    return (SeatEdit(there, replace(there, position=change.seat.position)),)


def _dispute(change: SeatChange, mine: Seats) -> Dispute:
    held = "; ".join(each.role for each in mine if _is_one(each, change.seat))
    return Dispute(change.seat.role, held, seat_text(change.seat))


def seat_of(seats: Seats, wanted: Participant, role: str) -> Participant | None:
    """The seat that a person has in a role; None where there is none."""
    return next((each for each in seats if each.role == role and _is_one(each, wanted)), None)


def _is_one(seat: Participant, other: Participant) -> bool:
    """Whether both seats are those of one person, or have no name and the same words."""
    if seat.person is None or other.person is None:
        return seat.person is other.person and folded_words(seat.printed) == folded_words(other.printed)
    mine, theirs = ({folded_words(name) for name in (each.name, *each.aliases)} for each in (seat.person, other.person))
    return seat.person.id == other.person.id or not mine.isdisjoint(theirs)


def full_text(seat: Participant) -> str:
    """The name of a seat with its position."""
    return f"{seat.name}, {seat.position}" if seat.position else seat.name
