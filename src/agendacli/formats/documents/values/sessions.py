"""The sessions of a document: the slots with their values, parallel ones apart, frames around others left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.lengths_apart import put_lengths_apart
from agendacli.formats.documents.slots.notices import reads_like_notice
from agendacli.formats.documents.slots.rooms_first import (
    put_brackets_first,
    put_people_out_of_rooms,
    put_rooms_before_colons,
    put_rooms_first,
    put_titles_in_rooms,
)
from agendacli.formats.documents.slots.said_rooms import put_said_rooms
from agendacli.formats.documents.slots.slot import Found, Slot
from agendacli.formats.documents.slots.walk import slots_of
from agendacli.formats.documents.tokens.known_names import shown_people
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.alternatives import alternatives, gathers
from agendacli.formats.documents.values.calendar import known_days
from agendacli.formats.documents.values.days import Days, day_without_heading, heading_days
from agendacli.formats.documents.values.fields import Fields, FieldSense
from agendacli.formats.documents.values.in_pieces import put_pieces_apart
from agendacli.formats.documents.values.lengths import (
    length_for_all,
    starts_only,
    with_lengths_for_all,
    with_printed_end,
    with_printed_length,
    within_slot,
    without_end_of_row,
)
from agendacli.formats.documents.values.rooms.house import without_house
from agendacli.formats.documents.values.rooms.moved import with_new_room
from agendacli.formats.documents.values.rooms.of_breaks import with_rooms_of_breaks
from agendacli.formats.documents.values.rooms.recurring import with_rooms_above
from agendacli.formats.documents.values.rooms.usual_place import with_usual_places
from agendacli.formats.documents.values.second_look import second_look
from agendacli.formats.documents.values.sentences import with_people_in_sentences
from agendacli.formats.documents.values.status.columns import put_status_of_columns
from agendacli.formats.documents.values.status.elsewhere import with_sentences_elsewhere
from agendacli.formats.documents.values.status.in_lines import with_status_apart
from agendacli.formats.documents.values.status.of_sessions import with_status
from agendacli.formats.documents.values.times import SlotTimes, slot_times
from agendacli.formats.documents.values.told import Asked, Told, ToldSession
from agendacli.formats.documents.values.told_titles import with_title_told
from agendacli.words.folded import folded

_CLOSED = re.compile(r"\W*(?:closed|geschlossen|ferme|cerrado)\W*")  # a room or a house at that time
_FRAMED, _NEAR, _SEVERAL = 2, 60, 2
_EVENING, _SMALL_HOURS = 18 * 60, 6 * 60


def sessions_of(
    document: Document, asked: Asked, sense: PeopleSense | None = None
) -> tuple[tuple[ToldSession, ...], Found]:
    """The sessions of a document in its order, and the slots and headings that they were made of."""
    sense = sense or sense_of(document)
    document = with_status_apart(document)
    found = slots_of(document, sense)
    put_status_of_columns(found.slots)
    put_said_rooms(found)
    put_rooms_first(found.slots)
    put_titles_in_rooms(found.slots)
    put_people_out_of_rooms(found.slots, sense)
    put_brackets_first(found.slots)
    put_rooms_before_colons(found.slots)
    put_pieces_apart(found.slots, sense)
    put_lengths_apart(found.slots)
    known = known_days(document, asked.year)
    days, alone = heading_days(found, known, asked), day_without_heading(found, known, asked)
    fields = FieldSense(sense, found.slots)
    pairs = [
        (slot, session)
        for slot, reading in zip(found.slots, slot_times(found.slots), strict=True)
        for session in _sessions(slot, reading, _day(slot, days, alone), fields)
    ]
    pairs = without_house(with_rooms_above(pairs), found.before)
    if starts_only(document.lines):
        pairs = [(slot, without_end_of_row(session)) for slot, session in pairs]
    lasts = length_for_all(document.lines, found.before)
    pairs = _after_midnight(with_lengths_for_all(pairs, lasts))
    kept = _without_announced(
        _without_repeats(_without_frames(_without_doors([pair for pair in pairs if _says_something(pair[1])])))
    )
    placed = with_rooms_of_breaks(with_usual_places(kept, sense), sense)
    told = [(slot, with_people_in_sentences(with_title_told(each, sense), sense)) for slot, each in placed]
    looked = second_look(told, sense)
    return with_sentences_elsewhere(looked, document), found


def sense_of(document: Document) -> PeopleSense:
    """What tells people from other words in a document."""
    small = _small_words(document.lines)
    return PeopleSense(small, shown_people(document, PeopleSense(small)))


def _small_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a document that it writes in small letters somewhere, folded."""
    words = {word for line in lines for word in re.findall(r"[^\W\d_]+", line.text) if word.islower()}
    return frozenset(map(folded, words))


def _day(slot: Slot, days: Days, alone: Told[date | None]) -> Told[date | None]:
    return days.get(slot.day, alone) if slot.day else alone


def _sessions(slot: Slot, reading: SlotTimes, day: Told[date | None], sense: FieldSense) -> Iterator[ToldSession]:
    """The session of a slot; those that are parallel in it each by itself."""
    body = [*slot.lines, *slot.columns.get("title", ()), *slot.columns.get("main", ()), *slot.columns.get("more", ())]
    heads = [n for n, line in enumerate(body) if sense.has_room_behind(line)]
    heads = heads if len(heads) >= _SEVERAL else alternatives(body)
    if len(heads) < _SEVERAL:
        yield _session(sense.fields(slot), reading, day, slot)
        return
    first = sense.of_lines(slot, body[: heads[0]])
    if heads[0] and not gathers(first.title.value):
        yield _session(first, reading, day, slot)
    for begin, end in zip(heads, [*heads[1:], len(body)], strict=True):
        fields = sense.of_lines(slot, body[begin:end])
        reason = "it shares the time of its slot"
        yield _session(
            replace(fields, title=fields.title.doubted(reason) if begin else fields.title), reading, day, slot
        )


def _session(fields: Fields, reading: SlotTimes, day: Told[date | None], slot: Slot) -> ToldSession:
    made = ToldSession(
        day, reading.start, reading.end, fields.title, room=fields.room, people=fields.people, notes=fields.notes
    )
    return with_new_room(with_status(within_slot(with_printed_end(with_printed_length(made, slot))), slot.status))


def _after_midnight(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """The sessions, those in the small hours behind an evening on the next day."""
    found = []
    evening: ToldSession | None = None
    for slot, session in pairs:
        is_late = evening is not None and evening.day.value == session.day.value
        if is_late and session.start.value < _SMALL_HOURS and session.day.value:
            day = session.day.doubted("after midnight, and so on the day after that above")
            found.append((slot, replace(session, day=replace(day, value=session.day.value + timedelta(days=1)))))
            continue
        evening = session if session.start.value >= _EVENING else None
        found.append((slot, session))
    return found


def _says_something(session: ToldSession) -> bool:
    is_closed = _CLOSED.fullmatch(folded(session.title.value)) is not None and not session.people
    return not is_closed and bool(session.title.value or session.people or session.notes)


def _without_frames(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """Without the hours of a whole day that stand on a line of their own above those of its parts."""
    return [pair for n, pair in enumerate(pairs) if not _is_frame(pair, pairs[n + 1 : n + 1 + _NEAR])]


def _is_frame(pair: tuple[Slot, ToldSession], behind: Sequence[tuple[Slot, ToldSession]]) -> bool:
    slot, session = pair
    end = session.end.value
    if slot.is_row or end is None or (slot.lines and slot.lines[0].line == slot.at.line):
        return False
    inside = [other for other_slot, other in behind if other_slot.day == slot.day]
    if len(inside) < _FRAMED:
        return False
    starts, ends = [each.start.value for each in inside], [each.end.value or 0 for each in inside]
    return starts[0] == session.start.value and max(starts) < end and max(ends) == end


def _without_doors(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """Without when the doors open, where a line says so by the way and something begins later on that day."""
    days = {each.day.value: each.start.value for _, each in sorted(pairs, key=lambda pair: pair[1].start.value)}
    return [
        (slot, each)
        for slot, each in pairs
        if not (_is_of_doors(slot, each) and each.start.value < days[each.day.value])
    ]


def _is_of_doors(slot: Slot, session: ToldSession) -> bool:
    """Whether a session is nothing but a line such as `Doors open 7pm`."""
    is_alone = not (slot.is_row or session.people or session.room or session.notes or session.end.value)
    return is_alone and session.title.value in slot.at.text[: slot.hours.at] and reads_like_notice(session.title.value)


def _without_announced(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """Without what a text beside the table of the programme says of a time that stands in the table as well."""
    rows = {(each.day.value, each.start.value, each.end.value) for slot, each in pairs if slot.is_row}
    return [
        (slot, each)
        for slot, each in pairs
        if slot.is_row or (each.day.value, each.start.value, each.end.value) not in rows
    ]


def _without_repeats(pairs: Sequence[tuple[Slot, ToldSession]]) -> list[tuple[Slot, ToldSession]]:
    """Each session once, though a document may say it again."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for slot, session in pairs:
        title = folded(session.title.value)
        room = folded(session.room.value) if session.room else ""
        status = session.status.value if session.status else None
        key = (session.day.value or slot.day, session.start.value, session.end.value, title, room, status)
        if not title or key not in seen:
            kept.append((slot, session))
        seen.add(key)
    return kept
