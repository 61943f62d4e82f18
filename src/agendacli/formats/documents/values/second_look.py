"""Doubts that only all sessions together give, and those that a value raises by how it looks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.slots.slot import Slot
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.told import ToldSession
from agendacli.formats.documents.values.usual import lacking, usual_in, with_break_doubt, with_person_first

_SMALL = re.compile(r"[a-zà-ÿ](?![A-Z-])[a-zà-ÿ]*\b(?![A-Z0-9])")
_HARDLY = re.compile(r"[\d\W]+|.{1,2}")
_SIGN = re.compile(r"\s*[(,;–—]")
_FAR, _MANY_ENDS, _LONGEST_ROOM, _LONGEST_TITLE = 35, 0.7, 45, 220
Pair = tuple[Slot, ToldSession]


def second_look(pairs: Sequence[Pair], sense: PeopleSense) -> tuple[ToldSession, ...]:
    """The sessions with the doubts that they raise."""
    starts = Counter((each.day.value, each.start.value) for _, each in pairs)
    most_end = sum(each.end.value is not None for _, each in pairs) >= _MANY_ENDS * len(pairs)
    rows = sum(slot.is_row for slot, _ in pairs)
    usual = usual_in([session for _, session in pairs])
    pairs = [(slot, with_person_first(session, sense) if usual.people else session) for slot, session in pairs]
    found = []
    for n, (slot, session) in enumerate(pairs):
        is_alone = (
            starts[session.day.value, session.start.value] == 1 or session.room is not None or slot.grid is not None
        )
        looked = replace(
            session,
            title=session.title.doubted(
                *_of_title(slot, session, sense), *_outside(slot, rows, len(pairs)), *lacking(session, usual)
            ),
            start=session.start.doubted(
                "" if is_alone else "another session begins at the same time", *_order(pairs, n)
            ),
            end=session.end.doubted(
                "most others have an end" if most_end and session.end.value is None and not session.end.doubts else ""
            ),
        )
        found.append(with_break_doubt(_with_room_doubt(looked)))
    return tuple(found)


def _of_title(slot: Slot, session: ToldSession, sense: PeopleSense) -> Iterator[str]:
    title = session.title.value
    if _SMALL.match(title):
        yield "begins with a small letter: something may be missing before it"
    if title and _HARDLY.fullmatch(title):
        yield "hardly a title"
    head = _SIGN.split(title)[0]
    if sense.is_name(head) or (not session.people and (sense.people(title, "form") or sense.is_name(head, "form"))):
        yield "reads like a person"
    elif not session.people and sense.is_name(" ".join(title.split()[-2:])):
        yield "seems to end with a person"
    if len(title) > _LONGEST_TITLE:
        yield "very long"
    other = next((each for line in session.notes for each in hours_in(line.text) if each.end or each.start.half), None)
    if other:
        yield f"another time is printed with it: {other.text.strip()}"
    if slot.is_row and slot.below:
        yield "rows without a time below it are taken as part of it"


def _outside(slot: Slot, rows: int, count: int) -> Iterator[str]:
    if not slot.is_row and rows >= 0.6 * count:
        yield "it is outside the table"


def _order(pairs: Sequence[Pair], n: int) -> Iterator[str]:
    """Whether a session stands where its time does not belong."""
    slot, session = pairs[n]
    before = pairs[n - 1][1] if n else None
    if before is None or before.day.value != session.day.value or slot.grid:
        return
    if session.start.value < before.start.value:
        yield "comes after something later"
    elif (
        before.end.value
        and before.start.value < session.start.value < before.end.value
        and not (session.room or before.room)
    ):
        yield f"begins before `{before.title.value[:30]}` has ended"


def _with_room_doubt(session: ToldSession) -> ToldSession:
    room = session.room
    return (
        replace(session, room=room.doubted("long for a room")) if room and len(room.value) > _LONGEST_ROOM else session
    )
