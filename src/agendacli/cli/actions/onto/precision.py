"""Three programmes as exactly as the format of the poorest says them: what it has no words for does not count."""

from dataclasses import replace

from agendacli.analysis.changes.pairing import paired
from agendacli.cli.actions.comparison.as_calendar import as_calendar
from agendacli.cli.actions.comparison.as_exported import as_exported
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session


@frozen
class Alike:
    """Base (None: there is none), mine and theirs as one format says them, and what they are in full, by id."""

    base: Programme | None
    mine: Programme
    theirs: Programme
    own: dict[str, Session]
    sent: dict[str, Session]


def said_alike(base: Programme | None, mine: Programme, theirs: Programme) -> Alike:
    """The three as the format of theirs, or else of the base, would say them."""
    name = theirs.format or (base.format if base else None)
    is_of_calendar = any(map(_is_of_calendar, (theirs, *([base] if base else []))))
    place = ", ".join(filter(None, (mine.place.venue, mine.place.city))) if is_of_calendar else ""
    theirs = _without_place(theirs, place)
    found = [each and _said(each, name, theirs, is_of_calendar=is_of_calendar) for each in (base, mine, theirs)]
    found = [each and _without_place(each, place) for each in found]
    here, there = found[1] or mine, found[2] or theirs
    return Alike(found[0], here, there, own=_in_full(here, mine), sent=_in_full(there, theirs))


def _said(programme: Programme, name: str | None, like: Programme, *, is_of_calendar: bool) -> Programme:
    if name and programme.format != name:
        return as_exported(programme, name, like)[0]
    return as_calendar(programme) if is_of_calendar and not _is_of_calendar(programme) else programme


def _without_place(programme: Programme, place: str) -> Programme:
    """The programme with rooms without the place behind them, which a calendar writes into one text with the room."""
    if not place:
        return programme
    ends = f", {place}", place
    rooms = ((each.room or "").removesuffix(ends[0]).removesuffix(ends[1]) for each in programme.sessions)
    sessions = (replace(each, room=room or None) for each, room in zip(programme.sessions, rooms, strict=True))
    return replace(programme, sessions=tuple(sessions))


def _in_full(poorer: Programme, programme: Programme) -> dict[str, Session]:
    """The sessions of a programme by their ids in its poorer version."""
    if poorer is programme:
        return {each.id: each for each in programme.sessions}
    single = [each for each in programme.sessions if not each.repeat or any(one.repeat for one in poorer.sessions)]
    return {each.old.id: each.new for each in paired(poorer.sessions, single).pairs}


def _is_of_calendar(programme: Programme) -> bool:
    return any(each.is_of_calendar for each in programme.sessions)
