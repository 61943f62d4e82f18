"""Doubts about people and rooms: found among the sessions of a question, and reported at their lines."""

from collections.abc import Sequence

from agendacli.analysis.doubts import Doubts, find_doubts
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import tell, tell_diagnostics
from agendacli.model.codes import (
    NEAR_PERSON,
    NEAR_ROOM,
    PERSON_OR_POSITION,
    ROOMS_TOGETHER,
    SURNAME_FIRST,
    TWO_INSTITUTIONS,
)
from agendacli.model.diagnostic import Diagnostic

_OF_PEOPLE = frozenset({NEAR_PERSON, PERSON_OR_POSITION, SURNAME_FIRST, TWO_INSTITUTIONS})
_OF_ROOMS = frozenset({NEAR_ROOM, ROOMS_TOGETHER})


def doubts_of(reading: Reading) -> Doubts:
    """The doubts of the sessions that are asked for."""
    return find_doubts(reading.selected or reading.occurrences, reading.loaded.people, reading.loaded.gazetteer)


def of_people(doubts: Doubts) -> tuple[Diagnostic, ...]:
    """The diagnostics about people."""
    return tuple(each for each in doubts.diagnostics if each.code in _OF_PEOPLE)


def of_rooms(doubts: Doubts) -> tuple[Diagnostic, ...]:
    """The diagnostics about rooms."""
    return tuple(each for each in doubts.diagnostics if each.code in _OF_ROOMS)


def tell_unread_people(reading: Reading, *, quiet: bool) -> None:
    """Notes that people who are named only in texts were not considered."""
    from agendacli.analysis.people import people_in_texts

    for each in () if quiet else people_in_texts(reading.selected or reading.occurrences):
        tell(f"people were not looked at: {each.file} names them in its texts only")


def tell_doubts(found: Sequence[Diagnostic], reading: Reading, color: str, *, quiet: bool) -> None:
    """Reports the doubts like other diagnostics; none if only errors are wanted."""
    surroundings = reading.surroundings
    colour = surroundings.colour(color, on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(() if quiet else found, reading.loaded.texts, surroundings, colour=colour)
