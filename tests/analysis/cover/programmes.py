"""Small random programmes, as items for brute force and as occurrences for the search."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations
from random import Random
from typing import NamedTuple

from tests.analysis.cover.brute import Item

from agendacli.analysis.cover.stops import Coverage
from agendacli.analysis.cover.task import Aims, Measure, Task
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Gazetteer, Place, Transfer
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

DAWN = datetime(2026, 3, 9, 8)  # noqa: DTZ001 (a wall time)
MINUTE = timedelta(minutes=1)
ROOMS = ("Attic", "Barn", "Cellar")
ANN, BEA = PERSONS = Person("ann-poe", "Ann Poe"), Person("bea-roe", "Bea Roe")


class Small(NamedTuple):
    """A programme, and the minutes between its rooms; `rest` is needed everywhere."""

    items: tuple[Item, ...]
    ways: dict[frozenset[str], int]
    rest: int = 0

    def way(self, one: str, other: str) -> int:
        """The minutes from one room to another."""
        return max(self.ways.get(frozenset((one, other)), 0), self.rest)

    def coverage(self) -> Coverage:
        """The same for the search."""
        transfers = tuple(Transfer((min(pair), max(pair)), minutes * MINUTE) for pair, minutes in self.ways.items())
        gazetteer = Gazetteer(transfers=transfers)
        occurrences = tuple(occurrence(f"s{number}", item) for number, item in enumerate(self.items))
        return Coverage.of(occurrences, gazetteer, timedelta(), self.rest * MINUTE, include_transparent=False)

    def task(self, persons: int = 0, musts: Sequence[int] = (), by: Measure = Measure.PRIORITY) -> Task:
        """The task to cover it."""
        coverage = self.coverage()
        wanted = frozenset(
            each for each in coverage.indexes if int(coverage.board.occurrence(each).session.id[1:]) in musts
        )
        return Task.of(coverage, Aims(by, PERSONS[:persons], wanted))

    def kept(self, sessions: Sequence[Sequence[Occurrence]]) -> tuple[Sequence[Item], ...]:
        """The items of the sessions of each delegate."""
        return tuple([self.items[int(each.session.id[1:])] for each in own] for own in sessions)


FAIR = Programme("fair", "Fair", "fair.yaml", place=Place("Lisbon", zone="Europe/Lisbon"))


def occurrence(name: str, item: Item) -> Occurrence:
    """An item as an occurrence."""
    start, end = (DAWN + minutes * MINUTE for minutes in (item.start, item.end))
    seats = tuple(Participant("speaker", PERSONS[owner].name, PERSONS[owner]) for owner in sorted(item.owners))
    when = Timed(start, end, "Europe/Lisbon")
    session = Session(name, name, when, room=item.room, priority=item.worth, participants=seats)
    return Occurrence(FAIR, session, when)


def seeded(seed: int) -> Random:
    """Chance that can be had again."""
    return Random(seed)  # noqa: S311


def small_programme(random: Random, most: int = 7, persons: int = 0) -> Small:
    """One with ways or without, and perhaps with seats."""
    items = tuple(_item(random, persons) for _ in range(random.randint(1, most)))
    pairs = combinations(ROOMS, 2) if random.random() < 0.6 else ()
    ways = {frozenset(pair): random.choice((10, 30, 60)) for pair in pairs}
    return Small(items, ways, random.choice((0, 0, 20)))


def _item(random: Random, persons: int) -> Item:
    start = random.randrange(0, 360, 30)
    owners = frozenset(owner for owner in range(persons) if random.random() < 0.25)
    return Item(start, start + random.choice((30, 60, 90, 150)), random.choice(ROOMS), random.randint(0, 3), owners)
