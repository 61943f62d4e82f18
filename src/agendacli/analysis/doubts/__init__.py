"""Doubts: what may be one person or room, or two; reported at its line until somebody settles it.

Conflicts take into account what cannot be told apart for certain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field

from agendacli.model.diagnostic import Diagnostic
from agendacli.model.frozen import frozen
from agendacli.model.people import Participant, Person

Pair = tuple[str, str]
"""Two ids of persons or two keys of rooms, the smaller first."""


@frozen
class Doubts:
    """What may be one or two, each with the phrase on which a conflict depends, and all of it as diagnostics.

    `people` are ids of persons, `rooms` keys of rooms. `positions` holds the persons whom the text behind a name and a
    comma may mean besides. `namesakes` has, by the id of a person of whom two institutions are said, a phrase on that.
    `unseated` are declared persons without a seat who may be somebody with one and are absent at some time.
    `together` has, by the whole text of a room, the keys of the rooms that it may be together, and a phrase on it.
    """

    people: Mapping[Pair, str] = field(default_factory=dict)
    positions: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    namesakes: Mapping[str, str] = field(default_factory=dict)
    rooms: Mapping[Pair, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    unseated: tuple[Person, ...] = ()
    together: Mapping[str, tuple[frozenset[str], str]] = field(default_factory=dict)


NO_DOUBTS = Doubts()


def pair(one: str, other: str) -> Pair:
    """The two, the smaller first."""
    return (one, other) if one < other else (other, one)


def persons_behind(seat: Participant, positions: Mapping[str, Sequence[Person]]) -> Sequence[Person]:
    """The persons whom a seat may name behind a comma."""
    return positions.get(seat.position, ()) if seat.position and "," in seat.printed else ()
