"""A session as a row of the printed table: when, what with whom, and where."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from agendacli.formats.word.paper import Cell, Paragraph, Run, TableRow
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import ROLES, Participant
from agendacli.model.programme import Status
from agendacli.model.when import Days, DayWindow, Hours, When
from agendacli.words.prose import clock_text

TIME, SESSION, ITEM, BREAK, ROOM = "Agenda Time", "Agenda Session", "Agenda Item", "Agenda Break", "Agenda Room"
"""Paragraph styles: of the hours, of a session, of an item inside of a block, of a break, and of the room."""
TITLE, ROLE, NOTE = "Agenda Title", "Agenda Role", "Agenda Note"
"""Character styles: of the title of a session, of the word for a role, and of what is remarked."""

_BREAKS = frozenset({"break", "lunch"})
_OPEN = " (to be confirmed)"
_FEW = 2  # people of a role who stand on its line
_PLACES = tuple(ROLES)

Line = tuple[Run, ...]


def row_of(occurrence: Occurrence, day: date, *, has_rooms: bool, is_inside: bool, shows_zone: bool) -> TableRow:
    """The row of a session under the heading of that day; `is_inside` says that it stands below its block."""
    zone = occurrence.zone if shows_zone else None
    when = [(Run(each, style),) for each, style in ((_hours(occurrence, day), ""), (zone or "", NOTE)) if each]
    what = [*_what(occurrence), *seat_lines(occurrence.session.participants), *_remarks(occurrence)]
    style = BREAK if occurrence.session.kind in _BREAKS else ITEM if is_inside else SESSION
    where = [(Run(each),) for each in _where(occurrence)]
    cells = _cell(TIME, when), _cell(style, what), _cell(ROOM, where)
    row = TableRow(occurrence.id, cells if has_rooms else cells[:-1])
    return row.struck() if occurrence.status is Status.CANCELLED else row


def seat_lines(seats: Sequence[Participant]) -> Iterator[Line]:
    """The people by role, in the order of roles: a few on one line, more of them below each other."""
    ordered = sorted(seats, key=_place)
    for role, found in groupby(ordered, key=lambda each: each.role):
        yield from _of_role(role, [_seat(each) for each in found])


def _of_role(role: str, names: Sequence[str]) -> Iterator[Line]:
    label = ROLES.get(role, role) if len(names) > 1 else role
    said = Run(f"{label[:1].upper()}{label[1:]}:", ROLE)
    if len(names) < _FEW:
        yield said, Run(f" {'; '.join(names)}")
        return
    yield (said,)
    yield from ((Run(each),) for each in names)


def _place(seat: Participant) -> tuple[int, str]:
    return (_PLACES.index(seat.role), "") if seat.role in ROLES else (len(_PLACES), seat.role)


def _seat(seat: Participant) -> str:
    person = seat.person
    name = f"{person.honorific or ''} {person.name}".strip() if person else seat.printed
    return ", ".join(filter(None, (name, seat.position))) + ("" if seat.confirmed else _OPEN)


def _hours(occurrence: Occurrence, day: date) -> str:
    """The hours on the clock, and for what has none yet that they are to be confirmed; a document needs none."""
    when = occurrence.when
    if not _is_unknown(when):
        return clock_text(when, day)
    return "" if occurrence.session.transparent else "time to be confirmed"


def _is_unknown(when: When) -> bool:
    return isinstance(when, DayWindow) or (isinstance(when, Days) and when.hours is Hours.UNKNOWN)


def _what(occurrence: Occurrence) -> Iterator[Line]:
    is_break = occurrence.session.kind in _BREAKS
    title = Run(occurrence.session.title, "" if is_break else TITLE)
    yield (title, Run(_OPEN, NOTE)) if occurrence.status is Status.TENTATIVE else (title,)


def _remarks(occurrence: Occurrence) -> Iterator[Line]:
    for each in occurrence.session.notes:
        yield (Run(each, NOTE),)


def _where(occurrence: Occurrence) -> Iterator[str]:
    yield from occurrence.rooms
    if elsewhere := str(occurrence.session.place or ""):
        yield elsewhere


def _cell(style: str, lines: Iterable[Line]) -> Cell:
    return tuple(Paragraph(style, line) for line in lines) or (Paragraph(style),)
