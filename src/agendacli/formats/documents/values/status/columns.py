"""What the cells of rooms, people and others say of the status of their sessions: `| 10:00 | Lesung | entfällt |`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.slot import Column, Slot
from agendacli.formats.documents.tokens.statuses import (
    is_only_status,
    is_only_tentative,
    without_status,
    without_tentative,
)

_OTHERS: tuple[Column, ...] = ("more", "kind", "affiliation", "length")


def put_status_of_columns(slots: Sequence[Slot]) -> None:
    """Take the words for a status out of the columns of slots: their `status` keeps them, each with what is beside.

    Where a room or people are only to be confirmed, that is a doubt.
    """
    for slot in slots:
        for lines in filter(None, (slot.columns.get("room"), slot.columns.get("people"), *slot.roles.values())):
            where = "its room is named" if lines is slot.columns.get("room") else "people are named"
            slot.doubts += [f"`{each.text}` stands where {where}" for each in lines if is_only_tentative(each.text)]
            named = [each for each in lines if not is_only_tentative(each.text)]
            lines[:] = _kept(slot, [*_plain_rooms(slot, named)] if lines is slot.columns.get("room") else named)
        for column in _OTHERS:
            lines = slot.columns.get(column, [])
            alone = [each for each in lines if is_only_status(each.text) or is_only_tentative(each.text)]
            slot.status += [replace(each, text="", said_status=each.text) for each in alone]
            lines[:] = [each for each in lines if each not in alone]


def _kept(slot: Slot, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without the words for a status."""
    for line in lines:
        rest, words = ("", line.text) if is_only_status(line.text) else without_status(line.text)
        if words:
            slot.status.append(replace(line, text=rest.strip(), said_status=words))
        if rest:
            yield replace(line, text=rest.strip(), pieces=()) if words else line


def _plain_rooms(slot: Slot, lines: Sequence[Line]) -> Iterator[Line]:
    """The rooms without the words that say that they are to be confirmed."""
    for line in lines:
        rest, said = without_tentative(line.text)
        slot.doubts += [f"`{said.words}` stands with its room"] if said else []
        yield replace(line, text=rest, pieces=()) if said else line
