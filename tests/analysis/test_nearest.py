"""Pairs of what stands nearest on a line, held against comparing all with all."""

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.changes.nearest import nearest_pairs

PLACES = st.lists(st.integers(0, 30), max_size=8, unique=True)


def one_by_one(old: list[int], new: list[int]) -> list[int]:
    """How far apart the two of each pair stand, the nearest of all that are left first."""
    left, right, found = set(old), set(new), []
    while left and right:
        far, one, other = min((abs(a - b), a, b) for a in left for b in right)
        found.append(far)
        left.discard(one)
        right.discard(other)
    return found


@given(PLACES, PLACES)
def test_the_nearest_are_pairs_first_and_each_once(old: list[int], new: list[int]) -> None:
    pairs = [
        *nearest_pairs([(each, "", n) for n, each in enumerate(old)], [(each, "", n) for n, each in enumerate(new)])
    ]
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs) == min(len(old), len(new))
    if len({*old, *new}) == len(old) + len(new):  # else what is equally near may be paired otherwise
        far = [abs(old[a] - new[b]) for a, b in pairs]
        assert far[:1] == one_by_one(old, new)[:1]


def test_those_on_both_sides_of_a_pair_are_one() -> None:
    assert [*nearest_pairs([(0.0, "", 0), (10.0, "", 1)], [(11.0, "", 0), (30.0, "", 1)])] == [(1, 0), (0, 1)]


def test_a_pair_at_the_end_of_the_line_leaves_the_others() -> None:
    assert [*nearest_pairs([(0.0, "", 0), (5.0, "", 1)], [(6.0, "", 0)])] == [(1, 0)]


def test_neighbours_that_are_taken_are_passed_over() -> None:
    assert [*nearest_pairs([(1.0, "", 0), (3.0, "", 1)], [(2.0, "", 0)])] == [(0, 0)]
