"""Whether two sessions are in one room: for certain, or only if two names are one room's."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product, starmap

from agendacli.analysis.doubts import Doubts
from agendacli.analysis.rooms_meant import MeantRoom
from agendacli.model.frozen import frozen

Phrases = tuple[str, ...]


@frozen
class RoomReading:
    """One room that a session may be in: its key, the rooms that it is made of, and on what that hangs, if it does.

    `named` is the key of the room that the session names.
    """

    key: str
    atoms: frozenset[str]
    hangs_on: str | None = None
    named: str = ""


def readings(
    rooms: Iterable[MeantRoom], doubts: Doubts, atoms: Callable[[str], frozenset[str]]
) -> Iterator[RoomReading]:
    """Every room that a session may be in: those named, those whose names are nearly theirs or that they put together.

    `atoms` has what a room of that name is made of. One that holds many sessions at once is nobody's.
    """
    for room in rooms:
        if not room.many:
            yield RoomReading(room.key, room.atoms, named=room.key)
            yield from (RoomReading(key, atoms(key), said, room.key) for key, said in _near(room.key, doubts.rooms))
            if room.said in doubts.together:
                parts, said = doubts.together[room.said]
                yield RoomReading(room.said, room.atoms.union(*map(atoms, parts)), said, room.key)


def shared(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> Phrases | None:
    """On what it hangs that two sessions are in one room, nothing if they surely are; None if they surely are not."""
    return min(starmap(_phrases, _sharing(one, other)), key=len, default=None)


def shared_keys(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> tuple[frozenset[str], ...]:
    """The keys of the rooms that two sessions share: of a part and its whole the part, of two names both."""
    pairs = tuple(_sharing(one, other))
    fewest = min((len(_phrases(*each)) for each in pairs), default=0)
    found = (_common(*each) for each in pairs if len(_phrases(*each)) == fewest)
    return tuple(dict.fromkeys(found))[: 1 if fewest else None]


def _sharing(one: Iterable[RoomReading], other: Iterable[RoomReading]) -> Iterator[tuple[RoomReading, RoomReading]]:
    pairs = ((here, there) for here, there in product(one, other) if may_both_hold(here, there))
    return ((here, there) for here, there in pairs if not here.atoms.isdisjoint(there.atoms))


def _common(here: RoomReading, there: RoomReading) -> frozenset[str]:
    if here.key == there.key:
        return frozenset((here.named, there.named))
    small, large = sorted((here, there), key=lambda each: len(each.atoms))
    return frozenset((small.key,)) if small.atoms <= large.atoms else small.atoms & large.atoms


def may_both_hold(here: RoomReading, there: RoomReading) -> bool:
    """Two rooms that may each be a third are not for that one room."""
    return not (here.hangs_on and there.hangs_on and here.key == there.key)


def _near(key: str, doubts: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    pairs = ((pair, said) for pair, said in doubts.items() if key in pair)
    return ((one if other == key else other, said) for (one, other), said in pairs)


def _phrases(here: RoomReading, there: RoomReading) -> Phrases:
    return tuple(dict.fromkeys(each.hangs_on for each in (here, there) if each.hangs_on))
