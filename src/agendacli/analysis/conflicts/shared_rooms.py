"""Whether two sessions are in one room: for certain, or only if two names are one room's."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from agendacli.analysis.rooms_meant import MeantRoom
from agendacli.model.frozen import frozen

Phrases = tuple[str, ...]


@frozen
class RoomReading:
    """One room that a session may be in: its key, the rooms that it is made of, and on what that hangs, if it does."""

    key: str
    atoms: frozenset[str]
    hangs_on: str | None = None


def readings(
    rooms: Iterable[MeantRoom], doubts: Mapping[tuple[str, str], str], atoms: Callable[[str], frozenset[str]]
) -> Iterator[RoomReading]:
    """Every room that a session may be in: those that are named, and those whose names are nearly theirs.

    `atoms` has what a room of that name is made of. One that holds many sessions at once is nobody's.
    """
    for room in rooms:
        if not room.many:
            yield RoomReading(room.key, room.atoms)
            yield from (RoomReading(key, atoms(key), said) for key, said in _near(room.key, doubts))


def shared(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> Phrases | None:
    """On what it hangs that two sessions are in one room, nothing if they surely are; None if they surely are not."""
    pairs = ((here, there) for here, there in product(one, other) if may_both_hold(here, there))
    found = (_phrases(here, there) for here, there in pairs if not here.atoms.isdisjoint(there.atoms))
    return min(found, key=len, default=None)


def may_both_hold(here: RoomReading, there: RoomReading) -> bool:
    """Two rooms that may each be a third are not for that one room."""
    return not (here.hangs_on and there.hangs_on and here.key == there.key)


def _near(key: str, doubts: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    pairs = ((pair, said) for pair, said in doubts.items() if key in pair)
    return ((one if other == key else other, said) for (one, other), said in pairs)


def _phrases(here: RoomReading, there: RoomReading) -> Phrases:
    return tuple(dict.fromkeys(each.hangs_on for each in (here, there) if each.hangs_on))
