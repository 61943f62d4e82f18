"""Ends and times that a session prints elsewhere than beside its start: a length, or hours of its own in its title."""

import re
from dataclasses import replace

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.rooms import room_at_end
from agendacli.formats.documents.values.times import clock_words
from agendacli.formats.documents.values.told import Told, ToldSession
from agendacli.words.times.forms import MINUTES_OF_DAY

_LENGTH = re.compile(r"\b(\d{1,3})\s*(?:min\b|mins\b|minutes|Minuten|minutos|')")
_UNTIL = re.compile(r"\(\s*(?:bis|until|till?|to|jusqu[’']à|hasta(?: las)?)\s+([^()]{1,20})\)\W*$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s*\d+\s*min")


def with_printed_length(session: ToldSession, slot: Slot) -> ToldSession:
    """The session with the end that a printed length gives, where none is printed."""
    column = " ".join(each.text for each in slot.columns.get("length", ()))
    text = column or (session.title.value if _IN_BRACKETS.search(session.title.value) else "")
    found = _LENGTH.search(text)
    if session.end.value is not None or found is None:
        return session
    end = session.start.value + int(found[1])
    lines = tuple(slot.columns.get("length", ())) or session.title.lines
    return replace(
        session, end=Told(end, (*session.end.lines, *lines), (f"the start and the printed length, {found[0]}",))
    )


def with_printed_end(session: ToldSession) -> ToldSession:
    """The session with the end that its title says in brackets, where no other is printed: `Disco (until 2 a.m.)`."""
    found = _UNTIL.search(session.title.value)
    hours = hours_in(found[1]) if found and session.end.value is None else ()
    if found is None or len(hours) != 1:
        return session
    start, plain = session.start.value, hours[0].start.minutes(is_loose=False)[0]
    end = plain if plain > start else plain + MINUTES_OF_DAY
    title = session.title.value[: found.start()].rstrip()
    lines = session.title.lines
    return replace(
        session,
        end=Told(end, (*session.end.lines, *lines), ("read from the brackets behind the title",)),
        title=replace(session.title, value=title),
    )


def within_slot(session: ToldSession) -> ToldSession:
    """The session with the hours of its own that stand in its title, where they lie inside those of its slot."""
    own = [each for each in hours_in(session.title.value) if each.end]
    start, end = session.start.value, session.end.value
    if len(own) != 1 or end is None or own[0].end is None:
        return session
    first, last = own[0].start.plain, own[0].end.plain
    if not start <= first < last <= end or (first, last) == (start, end):
        return session
    reason = f"inside the slot {clock_words(start)}-{clock_words(end)}"
    text = session.title.value
    title = f"{text[: own[0].at]}{text[own[0].to :]}".strip(" ,;()")
    ends = (
        None if session.room else room_at_end(title) or room_at_end(re.sub(r"\s+(?=Room|Raum|Salle|Sala)", ", ", title))
    )
    room = Told(ends[1], session.title.lines, ("read from the end of the title",)) if ends else session.room
    lines = session.title.lines
    return replace(
        session,
        start=Told(first, (*session.start.lines, *lines), (reason,)),
        end=Told(last, (*session.end.lines, *lines), ()),
        title=Told(ends[0] if ends else title, lines, session.title.doubts),
        room=room,
    )
