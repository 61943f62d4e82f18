"""What organisers check besides: the pause of a room, that of a person, and two sessions of one category at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.wording import sentence
from agendacli.analysis.doubts import Doubts
from agendacli.model.conflict_kind import USUAL_KINDS
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Gazetteer, Transfer
from agendacli.model.when import Timed, When

Build = Callable[..., Occurrence]
ANN = (Participant("speaker", "Ann", Person("ann", "Ann")),)
FIRST = datetime.fromisoformat("2017-09-04T08:00")
PAUSES = Rules(turnover=timedelta(minutes=10), rest=timedelta(minutes=40))


def minutes(start: int, length: int = 60) -> Timed:
    begins = FIRST + timedelta(minutes=start)
    return Timed(begins, begins + timedelta(minutes=length), "Europe/Vienna")


def told(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str, str]]:
    return [(each.kind.value, each.first.session.id, each.second.session.id) for each in conflicts]


def test_room_needs_time_between_two_sessions(occurrence: Build) -> None:
    times = (minutes(0), minutes(60), minutes(130))
    sessions = [occurrence(f"a/{number}", when, room="M1") for number, when in enumerate(times)]
    [found] = find_conflicts(sessions, rules=PAUSES)
    assert (found.kind, found.certainty, found.minutes, found.subject) == (Kind.TURNOVER, Certainty.CERTAIN, 0, "M1")
    assert sentence(found) == "between “0” and “1” in M1, there is only 0 min for a turnover of 10 min"


def test_two_rooms_that_two_sessions_have_in_common_are_told_once(occurrence: Build) -> None:
    sessions = [occurrence(f"a/{number}", minutes(60 * number)) for number in range(2)]
    both = [replace(each, session=replace(each.session, room="M1, M2", rooms=("M1", "M2"))) for each in sessions]
    assert told(find_conflicts(both, rules=PAUSES)) == [("turnover", "0", "1")]


def test_persons_who_may_be_one_may_need_a_rest(occurrence: Build) -> None:
    anna = (Participant("speaker", "Anna", Person("anna", "Anna")),)
    pair = [occurrence("a/1", minutes(0), people=ANN), occurrence("a/2", minutes(60), people=anna)]
    rules = Rules(rest=timedelta(minutes=40), doubts=Doubts(people={("ann", "anna"): "it is one"}))
    [found] = find_conflicts(pair, rules=rules)
    assert (found.kind, found.certainty, found.minutes) == (Kind.REST, Certainty.POSSIBLE, 0)


def test_person_needs_a_rest_in_one_room_too(occurrence: Build) -> None:
    sessions = [
        occurrence(f"a/{number}", minutes(60 * number), room=room, people=ANN) for number, room in enumerate("AAB")
    ]
    found = find_conflicts(sessions, rules=replace(PAUSES, turnover=timedelta()))
    assert told(found) == [("rest", "0", "1"), ("rest", "1", "2")]
    assert sentence(found[0]) == "for Ann, between “0” and “1”, there is only 0 min for a rest of 40 min"


@pytest.mark.parametrize(("way", "kind"), [(30, "rest"), (50, "travel")])
def test_of_rest_and_way_the_longer_counts(occurrence: Build, way: int, kind: str) -> None:
    gazetteer = Gazetteer(transfers=(Transfer(("M1", "M2"), timedelta(minutes=way)),))
    pair = [occurrence("a/1", minutes(0), room="M1", people=ANN), occurrence("a/2", minutes(80), room="M2", people=ANN)]
    rules = Rules(rest=timedelta(minutes=40), offers=True)
    assert told(find_conflicts(pair, gazetteer, rules)) == [(kind, "1", "2")]


def test_rest_after_an_unknown_end_is_possible(occurrence: Build) -> None:
    evening, night = datetime.fromisoformat("2017-09-04T20:00"), datetime.fromisoformat("2017-09-05T00:10")
    times = Timed(evening, None, "Europe/Vienna"), Timed(night, night + timedelta(hours=1), "Europe/Vienna")
    pair = [occurrence(f"a/{number}", when, people=ANN) for number, when in enumerate(times, 1)]
    [found] = find_conflicts(pair, rules=PAUSES)
    assert (found.kind, found.certainty) == (Kind.REST, Certainty.POSSIBLE)
    assert sentence(found).startswith("for Ann, between “1” and “2”, there may be too little time for a rest of 40 min")


@settings(max_examples=50, deadline=None)
@given(starts=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=6))
def test_rest_is_missing_between_neighbours_that_are_too_near(occurrence: Build, starts: list[tuple[int, int]]) -> None:
    sessions = [occurrence(f"a/{n}", minutes(10 * at, 10 * long), people=ANN) for n, (at, long) in enumerate(starts)]
    rules = replace(PAUSES, kinds=frozenset({Kind.REST}))
    near = [
        (one, other)
        for one, other in combinations(sorted(sessions, key=lambda each: each.bounds.start), 2)
        if timedelta() <= other.bounds.start - one.bounds.end < timedelta(minutes=40)
    ]
    expected = {
        frozenset((one.id, other.id))
        for one, other in near
        if not any(one.bounds.end <= each.bounds.start < each.bounds.end <= other.bounds.start for each in sessions)
    }
    assert {frozenset((each.first.id, each.second.id)) for each in find_conflicts(sessions, rules=rules)} == expected


def of(session: Occurrence, *categories: str) -> Occurrence:
    return replace(session, session=replace(session.session, categories=categories))


def test_two_of_one_category_at_once_are_told_when_asked_for(occurrence: Build) -> None:
    when: When = minutes(0)
    sessions = [
        of(occurrence("a/1", when), "law", "tides"),
        of(occurrence("a/2", when), "tides"),
        of(occurrence("a/3", when), "law"),
        of(occurrence("a/4", minutes(60)), "law"),
        of(occurrence("b/5", when), "law"),
    ]
    found = find_conflicts(sessions, rules=Rules(kinds=frozenset({Kind.CATEGORY})))
    assert [(*row, each.subject) for row, each in zip(told(found), found, strict=True)] == [
        ("category", "1", "2", "tides"),
        ("category", "1", "3", "law"),
    ]
    assert sentence(found[0]).startswith("“1” and “2”, both of the category tides, overlap by 1 h on")
    assert Kind.CATEGORY not in USUAL_KINDS
