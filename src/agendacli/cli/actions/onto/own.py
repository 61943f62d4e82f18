"""What a merge finds in the poorer words of a format, said of the sessions and seats that one's own file has."""

from collections.abc import Mapping
from dataclasses import replace

from agendacli.analysis.merging.values import Absent, Merge, SeatEdit, SessionEdit
from agendacli.model.people import Participant
from agendacli.model.programme import Session


def in_own_words(merge: Merge, own: Mapping[str, Session]) -> tuple[Merge, tuple[SessionEdit, ...]]:
    """The merge of the sessions in full, and the edits of what is none by itself: single times of a repeated one."""
    edits = tuple(_edit(each, own[each.mine.id]) for each in merge.edits if each.mine.id in own)
    pairs = tuple((own[mine.id], theirs) for mine, theirs in merge.pairs if mine.id in own)
    left = tuple(each for each in merge.edits if each.mine.id not in own)
    return replace(merge, edits=edits, pairs=pairs), left


def _edit(edit: SessionEdit, mine: Session) -> SessionEdit:
    seats = tuple(_seat(each, mine) for each in edit.seats)
    absent = tuple(Absent(each.field, _own(each.seat, mine)) for each in edit.absent)
    return replace(edit, mine=mine, seats=seats, absent=absent)


def _seat(edit: SeatEdit, mine: Session) -> SeatEdit:
    """The edit of the seat of mine; what stays of that is as mine has it."""
    old, new = _own(edit.old, mine), edit.new
    if old and new and edit.old and new.person == edit.old.person:
        new = replace(old, role=new.role, position=new.position, confirmed=new.confirmed)
    return SeatEdit(old, new)


def _own(seat: Participant | None, mine: Session) -> Participant | None:
    if seat is None:
        return None
    same = (each for each in mine.participants if (each.role, each.name) == (seat.role, seat.name))
    return next(same, seat)
