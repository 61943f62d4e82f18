"""What is not known: the smallest number is that of what clashes for certain, and of what may clash."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations
from random import Random

import pytest
from tests.analysis.cover.programmes import seeded

from agendacli.analysis.conflicts import Certainty, Kind, Rules, find_conflicts
from agendacli.analysis.cover.answer import best_plan, smallest_number
from agendacli.analysis.cover.plan import CoverPlan
from agendacli.analysis.cover.stops import Coverage
from agendacli.analysis.cover.task import Aims, Task
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer, Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, When

ZONE = "Europe/Lisbon"
MONDAY = date(2026, 3, 9)
FAIR = Programme("fair", "Fair", "fair.yaml", place=Place("Lisbon", zone=ZONE), zone=ZONE)
RULES = Rules(kinds=frozenset({Kind.OVERLAP, Kind.TRAVEL}))
HOUR = timedelta(hours=1)


def some_time(random: Random) -> When:
    """A time of which something may not be known."""
    day = MONDAY + random.randrange(3) * DAY
    start = datetime(day.year, day.month, day.day, random.randrange(8, 16))  # noqa: DTZ001 (a wall time)
    end = start + random.randint(1, 5) * HOUR
    return random.choice(
        (
            Timed(start, end, ZONE),
            Timed(start, end, ZONE),
            Timed(start, None, ZONE),
            TimeWindow(start, end, ZONE),
            TimeWindow(start, end, ZONE, min(random.randint(1, 4) * HOUR, end - start)),
            Days(day, day + random.randint(1, 2) * DAY, ZONE, random.choice(tuple(Hours))),
            DayWindow(MONDAY, MONDAY + 3 * DAY, ZONE, random.choice((None, 2))),
        )
    )


CITIES = {"Lisbon": ZONE, "New York": "America/New_York", "Vienna": "Europe/Vienna"}


def some_journeys(random: Random) -> tuple[Occurrence, ...]:
    """A few sessions at such times in cities far apart."""
    cities = [random.choice(tuple(CITIES)) for _ in range(random.randint(2, 5))]
    return tuple(_in_city(f"s{number}", city, some_time(random)) for number, city in enumerate(cities))


def _in_city(name: str, city: str, when: When) -> Occurrence:
    there = replace(when, zone=CITIES[city])
    fair = Programme(city.replace(" ", ""), city, "fair.yaml", place=Place(city, zone=CITIES[city]), zone=CITIES[city])
    return Occurrence(fair, Session(name, name, there), there)


def some_sessions(random: Random, most: int = 6) -> tuple[Occurrence, ...]:
    """A few sessions at such times."""
    times = [some_time(random) for _ in range(random.randint(2, most))]
    statuses = [random.choice((Status.CONFIRMED, Status.CONFIRMED, Status.TENTATIVE)) for _ in times]
    sessions = (
        Session(f"s{number}", f"s{number}", when, status=status)
        for number, (when, status) in enumerate(zip(times, statuses, strict=True))
    )
    return tuple(Occurrence(FAIR, each, each.when) for each in sessions)


def task_of(sessions: Sequence[Occurrence]) -> Task:
    coverage = Coverage.of(sessions, Gazetteer(), timedelta(), timedelta(), include_transparent=False)
    return Task.of(coverage, Aims())


def clashes(sessions: Sequence[Occurrence]) -> dict[frozenset[str], Certainty]:
    """How each two clash, looked at alone."""
    found: dict[frozenset[str], Certainty] = {}
    for pair in combinations(sessions, 2):
        for each in find_conflicts(pair, Gazetteer(), RULES):
            key = frozenset(one.id for one in pair)
            found[key] = min(each.certainty, found.get(key, each.certainty))  # `certain` comes first
    return found


def fewest_groups(sessions: Sequence[Occurrence], are_apart: Callable[[str, str], bool]) -> int:
    """In how few groups they can be parted of which no two are apart."""
    best = [len(sessions)]

    def part(place: int, groups: list[list[str]]) -> None:
        if len(groups) >= best[0]:
            return
        if place == len(sessions):
            best[0] = len(groups)
            return
        own = sessions[place].id
        for group in groups:
            if not any(are_apart(own, each) for each in group):
                group.append(own)
                part(place + 1, groups)
                group.pop()
        part(place + 1, [*groups, [own]])

    part(0, [])
    return best[0]


@pytest.mark.parametrize("seed", range(60))
def test_the_number_lies_between_certain_and_possible(seed: int) -> None:
    sessions = some_sessions(seeded(seed))
    found = clashes(sessions)
    smallest, _ = smallest_number(task_of(sessions))

    least = fewest_groups(sessions, lambda *pair: found.get(frozenset(pair)) is Certainty.CERTAIN)
    surely = fewest_groups(sessions, lambda *pair: frozenset(pair) in found)

    assert (smallest.certain, smallest.possible) == (least, surely)


@pytest.mark.parametrize("seed", range(60))
def test_with_ways_the_number_is_never_too_sure(seed: int) -> None:
    sessions = some_journeys(seeded(seed))
    found = clashes(sessions)
    smallest, _ = smallest_number(task_of(sessions))

    assert smallest.certain <= fewest_groups(sessions, lambda *pair: found.get(frozenset(pair)) is Certainty.CERTAIN)
    assert smallest.possible == fewest_groups(sessions, lambda *pair: frozenset(pair) in found)


@pytest.mark.parametrize("seed", range(60))
def test_a_plan_keeps_nothing_that_clashes_for_certain_and_says_on_what_it_rests(seed: int) -> None:
    sessions = some_sessions(seeded(seed))
    found = clashes(sessions)
    plan = best_plan(task_of(sessions), 1)

    assert isinstance(plan, CoverPlan)
    kept = [each.id for delegate in plan.delegates for each in delegate.sessions]
    among = [found[key] for pair in combinations(kept, 2) if (key := frozenset(pair)) in found]
    assert Certainty.CERTAIN not in among
    assert bool(plan.depends_on) == bool(among)
    for each in plan.missed:
        assert any(found.get(frozenset((each.session.id, other))) is Certainty.CERTAIN for other in kept)


def test_with_one_less_everything_is_kept_where_the_days_leave_room() -> None:
    """The flow sees no way from a day to another city on the next one, whose hours nobody knows; two people do."""
    monday, tuesday = (Days(MONDAY + n * DAY, MONDAY + (n + m) * DAY, ZONE, Hours.UNKNOWN) for n, m in ((0, 1), (1, 2)))
    window = DayWindow(MONDAY, MONDAY + 3 * DAY, ZONE, 2)
    times = (("s0", "Lisbon", monday), ("s1", "Vienna", tuesday), ("s2", "Lisbon", window))
    smallest, plan = smallest_number(task_of([_in_city(*each) for each in times]))
    assert (smallest.certain, smallest.possible, plan.missed, plan.depends_on) == (1, 2, (), ())
    assert sorted(sorted(each.session.id for each in one.sessions) for one in plan.delegates) == [["s0", "s1"], ["s2"]]
