"""Plans against brute force: the smallest number, and what is kept by fewer people than that."""

from itertools import combinations

import pytest
from tests.analysis.cover.brute import Item, best, can_be_kept, least_people
from tests.analysis.cover.programmes import Small, seeded, small_programme

from agendacli.analysis.cover.answer import Impossible, best_plan, clashing_seats, smallest_number
from agendacli.analysis.cover.plan import CoverPlan
from agendacli.analysis.cover.task import Measure

SEEDS = range(60)


def value(small: Small, plan: CoverPlan, musts: frozenset[int]) -> tuple[int, int, int, int]:
    own = [[int(each.session.id[1:]) for each in delegate.sessions] for delegate in plan.delegates]
    kept = {index for each in own for index in each}
    assert kept.isdisjoint(int(each.session.session.id[1:]) for each in plan.missed)
    assert len(kept) + len(plan.missed) == len(small.items)
    minutes = sum(small.items[index].end - small.items[index].start for each in own for index in each)
    return len(kept & musts), sum(small.items[index].worth for index in kept), len(kept), -minutes


@pytest.mark.parametrize("seed", SEEDS)
def test_the_smallest_number_is_that_of_brute_force(seed: int) -> None:
    small = small_programme(seeded(seed))
    smallest, plan = smallest_number(small.task())
    least = least_people(small.items, small.way)
    assert (smallest.certain, smallest.possible, plan.missed) == (least, least, ())
    assert all(can_be_kept(each, small.way) for each in small.kept([each.sessions for each in plan.delegates]))
    assert max((each.people for each in smallest.needed), default=1) == least


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_keeps_as_much_as_brute_force(seed: int) -> None:
    random = seeded(seed)
    small, people = small_programme(random), random.randint(1, 3)
    musts = frozenset(index for index in range(len(small.items)) if random.random() < 0.2)
    plan, most = best_plan(small.task(musts=tuple(musts)), people), best(small.items, people, small.way, musts)
    if most[0] < len(musts):
        assert isinstance(plan, Impossible)
    else:
        assert isinstance(plan, CoverPlan)
        assert value(small, plan, musts) == most
        assert all(can_be_kept(each, small.way) for each in small.kept([each.sessions for each in plan.delegates]))


@pytest.mark.parametrize("seed", SEEDS)
def test_own_seats_are_kept_as_by_brute_force(seed: int) -> None:
    random = seeded(seed)
    small, people = small_programme(random, most=6, persons=2), random.randint(2, 3)
    task = small.task(persons=2)
    own = [[item for item in small.items if one in item.owners] for one in (0, 1)]
    clash = any(not can_be_kept(pair, small.way) for each in own for pair in combinations(each, 2))
    assert bool(clashing_seats(task)) == clash
    if not clash:
        plan = best_plan(task, people)
        assert isinstance(plan, CoverPlan)
        assert value(small, plan, frozenset()) == best(small.items, people, small.way)
        for seats, delegate in zip(own, small.kept([each.sessions for each in plan.delegates]), strict=False):
            assert set(seats) <= set(delegate)
        assert len(smallest_number(task)[1].delegates) == least_people(small.items, small.way, at_least=2)


def test_plan_by_minutes_keeps_the_longest() -> None:
    """One person, three short sessions that fit and one long one that clashes with all of them."""
    hours = ((0, 30), (30, 60), (60, 90), (0, 150))
    small = Small(tuple(Item(start, end, "Attic", 1, frozenset()) for start, end in hours), {})
    plan = best_plan(small.task(by=Measure.MINUTES), 1)
    assert isinstance(plan, CoverPlan)
    assert [[each.session.id for each in delegate.sessions] for delegate in plan.delegates] == [["s3"]]
    assert [[busy.name for busy in each.busy] for each in plan.missed] == [["1"]] * 3
