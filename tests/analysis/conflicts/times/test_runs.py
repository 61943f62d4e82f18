from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.conflicts.times.days import DayRuns

START = date(2026, 3, 2)
DAYS = st.sets(st.integers(0, 40)).map(lambda numbers: [START + timedelta(days=each) for each in numbers])


@given(DAYS, st.integers(-45, 45), st.integers(-45, 45))
def test_runs_are_the_sequence_of_their_days(days: list[date], first: int, after: int) -> None:
    runs, plain = DayRuns.of(days), tuple(sorted(days))
    assert (tuple(runs), len(runs), runs[first:after]) == (plain, len(plain), plain[first:after])
    assert [runs[each] for each in range(-len(plain), len(plain))] == [*plain, *plain]
    assert runs == plain
    assert runs == DayRuns.of(reversed(plain))


def test_day_beyond_the_last_is_none() -> None:
    with pytest.raises(IndexError):
        DayRuns.of([START])[1]
