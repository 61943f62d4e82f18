"""The best plans by trying all of them: what the answers for small programmes are held against."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

Way = Callable[[str, str], int]


class Item(NamedTuple):
    """A session: from one minute to another, in a room, what it counts, who has a seat there."""

    start: int
    end: int
    room: str
    worth: int = 1
    owners: frozenset[int] = frozenset()


def can_be_kept(own: Sequence[Item], way: Way) -> bool:
    """Whether one person can go from each to the next."""
    row = sorted(own)
    return all(one.end + way(one.room, other.room) <= other.start for one, other in pairwise(row))


def plans(items: Sequence[Item], people: int, way: Way) -> Iterator[tuple[frozenset[int], ...]]:
    """Every plan: for each item who goes there, nobody or one, or all who have seats there."""
    choices = [[item.owners] if item.owners else [frozenset(), *map(frozenset, zip(range(people)))] for item in items]
    for choice in product(*choices):
        own = [[item for item, who in zip(items, choice, strict=True) if one in who] for one in range(people)]
        if all(can_be_kept(each, way) for each in own):
            yield choice


def least_people(items: Sequence[Item], way: Way, at_least: int = 0) -> int:
    """How few people can keep everything."""
    return next(
        people
        for people in range(at_least, len(items) + at_least + 1)
        if any(all(choice) for choice in plans(items, people, way))
    )


def best(
    items: Sequence[Item], people: int, way: Way, musts: frozenset[int] = frozenset()
) -> tuple[int, int, int, int]:
    """What the best plan keeps: how many musts, how much, how many sessions; and, below nothing, how few minutes."""
    return max(_value(items, choice, musts) for choice in plans(items, people, way))


def _value(items: Sequence[Item], choice: Sequence[frozenset[int]], musts: frozenset[int]) -> tuple[int, int, int, int]:
    kept = [index for index, who in enumerate(choice) if who]
    minutes = sum((items[index].end - items[index].start) * len(choice[index]) for index in kept)
    return (
        sum(index in musts for index in kept),
        sum(items[index].worth for index in kept),
        len(kept),
        -minutes,
    )
