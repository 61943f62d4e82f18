"""Sessions in which somebody is needed who is not there."""

from collections.abc import Iterator, Mapping, Sequence

from agendacli.analysis.absences import absences_from
from agendacli.analysis.conflicts.board import Board
from agendacli.analysis.conflicts.persons import Seats, doubts_on, seats_of, subject_of
from agendacli.analysis.conflicts.times.certainty import NO_WAY
from agendacli.analysis.conflicts.times.instants import moment, seconds
from agendacli.analysis.conflicts.times.judgement import Finding, judge
from agendacli.analysis.conflicts.times.placements import Block
from agendacli.analysis.conflicts.times.sweep import NOTHING_BETWEEN
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.analysis.conflicts.wording import person_unknowns, status_unknowns, time_unknowns
from agendacli.analysis.doubts import Doubts, persons_behind
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Absence

Everywhere = Mapping[str, Sequence[Absence]]
"""The absences that hold whatever the event, by the id of the person."""


def absences(board: Board, everywhere: Everywhere, doubts: Doubts) -> Mapping[int, Sequence[Conflict]]:
    """The conflicts of each session that clashes with the absence of somebody who sits in it, or may do so."""
    found = ((index, tuple(_of(board, index, everywhere, doubts))) for index in range(len(board)))
    return {index: conflicts for index, conflicts in found if conflicts}


def _of(board: Board, index: int, everywhere: Everywhere, doubts: Doubts) -> Iterator[Conflict]:
    """The conflicts of one session."""
    occurrence = board.occurrence(index)
    for person, persons in _persons(occurrence, doubts):
        for absence in absences_from(occurrence.programme, person, everywhere.get(person, ())):
            if found := _clash(board, index, absence):
                yield _conflict(occurrence, persons, absence=absence, found=found, doubts=doubts)


def _persons(occurrence: Occurrence, doubts: Doubts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who sits in a session or may do so, by id, each with all who would then be that person."""
    seats = occurrence.session.participants
    own = {seat.person.id: None for seat in seats if seat.person}
    behind = {each.id: None for seat in seats for each in persons_behind(seat, doubts.positions)}
    yield from ((each, (each,)) for each in own | behind)
    for pair in doubts.people:
        if len(absent := [each for each in pair if each not in own]) == 1:
            yield absent[0], pair


def _clash(board: Board, index: int, absence: Absence) -> Finding | None:
    """How a session clashes with an absence; where this is open it lasts from before it, or to behind it."""
    occurrence = board.occurrence(index)
    zone = occurrence.zone or occurrence.place.zone or "UTC"
    start = seconds(absence.start, zone) if absence.start else board.bounds.low[index]
    end = seconds(absence.end, zone) if absence.end else board.bounds.high[index]
    if start >= end:
        return None
    return judge(
        board.shape(index),
        Block(start, latest_start=start, earliest_end=end, latest_end=end, zone=zone),
        NO_WAY,
        NOTHING_BETWEEN,
    ).overlap


def _conflict(
    occurrence: Occurrence, persons: tuple[str, ...], absence: Absence, found: Finding, doubts: Doubts
) -> Conflict:
    seats = seats_of(occurrence, persons, doubts), ()
    depends_on = _depends_on(occurrence, seats, persons=persons, found=found, doubts=doubts)
    return Conflict(
        Kind.ABSENCE,
        certainty=Certainty.POSSIBLE if depends_on else Certainty.CERTAIN,
        first=occurrence,
        second=occurrence,
        start=moment(found.start),
        end=moment(found.end),
        minutes=found.minutes,
        subject=subject_of(seats, persons),
        person_id=persons[0],
        days=found.days,
        free=found.free,
        candidates=found.candidates,
        clear=found.clear,
        depends_on=depends_on,
        seats=seats,
        absence=absence,
    )


def _depends_on(
    occurrence: Occurrence, seats: tuple[Seats, Seats], persons: tuple[str, ...], found: Finding, doubts: Doubts
) -> tuple[str, ...]:
    """What is not known yet of the session, of the person's seat in it, and of who that is."""
    return (
        *(() if found.certain else time_unknowns(occurrence)),
        *status_unknowns(occurrence),
        *person_unknowns(occurrence, seats[0]),
        *doubts_on((occurrence, occurrence), seats, persons, doubts),
    )
