"""Stretches of parallel sessions, and the people that see everything, as by comparing all pairs."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts.parallel import parallel_stretches
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed

FIRST = datetime.fromisoformat("2017-09-04T08:00")
Rows = list[tuple[str, int, int]]
rows = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 30), st.integers(1, 8)), max_size=9)


def built(occurrence: Callable[..., Occurrence], drawn: Rows) -> list[Occurrence]:
    begins = [FIRST + timedelta(minutes=10 * at) for _, at, _ in drawn]
    times = [Timed(at, at + timedelta(minutes=10 * row[2]), "UTC") for at, row in zip(begins, drawn, strict=True)]
    return [occurrence(f"{row[0]}/{number}", when) for number, (row, when) in enumerate(zip(drawn, times, strict=True))]


def meet(one: Occurrence, other: Occurrence) -> bool:
    here, there = one.bounds, other.bounds
    return one.programme.id == other.programme.id and here.start < there.end and there.start < here.end


def together(sessions: list[Occurrence]) -> set[frozenset[str]]:
    """The groups of those that hang together, of which no session stands alone."""
    groups: list[list[Occurrence]] = []
    for each in sessions:
        joined = [group for group in groups if any(meet(each, other) for other in group)]
        groups = [group for group in groups if group not in joined] + [
            [each, *(one for group in joined for one in group)]
        ]
    return {frozenset(each.id for each in group) for group in groups if len(group) > 1}


@settings(max_examples=50, deadline=None)
@given(drawn=rows)
def test_stretches_are_the_groups_that_hang_together(occurrence: Callable[..., Occurrence], drawn: Rows) -> None:
    sessions = built(occurrence, drawn)
    found = list(parallel_stretches(sessions))
    assert {frozenset(each.id for each in stretch.sessions) for stretch in found} == together(sessions)
    assert [each.start for each in found] == sorted(each.start for each in found)


@settings(max_examples=50, deadline=None)
@given(drawn=rows)
def test_as_many_people_see_everything_as_sessions_are_on_at_once(
    occurrence: Callable[..., Occurrence], drawn: Rows
) -> None:
    for stretch in parallel_stretches(built(occurrence, drawn)):
        starts = [each.bounds.start for each in stretch.sessions]
        on = [sum(each.bounds.start <= at < each.bounds.end for each in stretch.sessions) for at in starts]
        assert stretch.people == max(on)
        assert (stretch.start, stretch.end) == (min(starts), max(each.bounds.end for each in stretch.sessions))
