"""Single times of a repeated session in what came: moved, cancelled or gone, they are exceptions of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from agendacli.analysis.changes.instants import instants_of
from agendacli.analysis.merging.values import SessionEdit
from agendacli.analysis.occurrences import expand
from agendacli.analysis.selection.addresses import Target
from agendacli.cli.actions.item_edits import SessionToChange, WantedOfSession, place_of, with_changes
from agendacli.cli.actions.onto.steps import said_words
from agendacli.model.asked import Refusal
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Status
from agendacli.model.zones import wall

_REACHED = frozenset({"time", "status"})


def times_of_repeats(poorer: Programme, own: Programme) -> dict[str, Occurrence]:
    """The sessions of a programme in poorer words that are times of its repeated ones, by id."""
    if not any(each.repeat for each in own.sessions):
        return {}
    found = {(each.session.title, instants_of(each.when)): each for each in expand((own,)) if each.original is not None}
    keys = ((each.id, (each.title, instants_of(each.when))) for each in poorer.sessions if not each.repeat)
    return {name: found[key] for name, key in keys if key in found}


def is_exception(edit: SessionEdit) -> bool:
    """Whether an edit of one time of a repeated session can be said as an exception of that."""
    others = edit.seats, edit.disputes, edit.absent
    is_reached = bool(edit.fields) and _REACHED.issuperset(edit.fields) and not any(others)
    return edit.is_removed or (is_reached and ("time" not in edit.fields or _can_move(edit)))


def _can_move(edit: SessionEdit) -> bool:
    """Whether a new time can be said: on the clocks of the rule, and of what takes place."""
    theirs = edit.theirs
    if theirs is None or theirs.when.zone != edit.mine.when.zone:
        return False
    return theirs.status is not Status.CANCELLED or "status" in edit.fields


def with_exceptions(
    data: bytes, programme: Programme, edits: Sequence[SessionEdit], times: Mapping[str, Occurrence]
) -> bytes | Refusal:
    """The definition, whose programme is given, with these edits of single times of its sessions."""
    changes = []
    for each in edits:
        time = times[each.mine.id]
        session = next((one for one in programme.sessions if one.id == time.session.id), None)
        place = place_of(data, session.span.line) if session and session.span else None
        if session and place:
            asked = SessionToChange(Target(programme, session, time.id), session, place, _day(time))
            changes.append((asked, _wanted(each)))
    return with_changes(data, changes)


def _wanted(edit: SessionEdit) -> WantedOfSession:
    theirs = edit.theirs
    if edit.is_removed or theirs is None:
        return WantedOfSession(remove=True)
    if "time" not in edit.fields or theirs.status is Status.CANCELLED:
        return WantedOfSession(keys=(("status", theirs.status.value),))
    words = said_words(theirs.when)
    return WantedOfSession(words.day, words.hours) if words else WantedOfSession()


def _day(time: Occurrence) -> date:
    """The civil day on which the rule puts it."""
    if isinstance(time.original, datetime):
        return wall(time.original, time.when.zone or "UTC").date()
    return time.original or date.min
