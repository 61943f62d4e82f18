"""Sessions in which somebody is needed who is not there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.wording import sentence
from agendacli.analysis.doubts import Doubts
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Absence, Participant, Person
from agendacli.model.programme import Status
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, When

Build = Callable[..., Occurrence]
FIRST = datetime.fromisoformat("2026-03-09T00:00")
VIENNA = "Europe/Vienna"
ONLY = Rules(kinds=frozenset({Kind.ABSENCE}))


def at(hour: float) -> datetime:
    return FIRST + timedelta(hours=hour)


def away(start: float | None, end: float | None, person: str = "ann") -> Absence:
    return Absence(person, "away", None if start is None else at(start), None if end is None else at(end))


def seat(*absences: Absence, confirmed: bool = True, id_: str = "ann") -> tuple[Participant, ...]:
    return (Participant("speaker", "Ann", Person(id_, "Ann", absences=absences), confirmed=confirmed),)


def timed(start: float, end: float | None) -> Timed:
    return Timed(at(start), None if end is None else at(end), VIENNA)


def told(conflicts: tuple[Conflict, ...]) -> list[tuple[str, Certainty, int | None]]:
    return [(each.first.session.id, each.certainty, each.minutes) for each in conflicts]


def test_session_within_an_absence_is_a_conflict_of_one_session(occurrence: Build) -> None:
    times = timed(9, 10), timed(11, 13), timed(12, 13)
    sessions = [occurrence(f"a/{number}", when, people=seat(away(None, 12))) for number, when in enumerate(times)]
    found = find_conflicts(sessions, rules=ONLY)
    assert told(found) == [("0", Certainty.CERTAIN, 60), ("1", Certainty.CERTAIN, 60)]
    assert [(each.kind, each.subject, each.person_id) for each in found] == [(Kind.ABSENCE, "Ann", "ann")] * 2
    assert [each.sessions for each in found] == [(sessions[0],), (sessions[1],)]
    words = "Ann is speaker of “0” and absent “away”, which overlap by 1 h on Mon 9 March 2026, 09:00–10:00"
    assert sentence(found[0]) == words


DAY_UNKNOWN = Days(FIRST.date(), FIRST.date() + DAY, VIENNA)


@pytest.mark.parametrize(
    ("when", "absence", "certainty"),
    [
        (timed(9, None), away(10, 11), Certainty.POSSIBLE),
        (timed(9, None), away(8, 10), Certainty.CERTAIN),
        (DAY_UNKNOWN, away(10, 11), Certainty.POSSIBLE),
        (DAY_UNKNOWN, away(0, 24), Certainty.CERTAIN),
        (DAY_UNKNOWN, away(24, None), None),
        (DAY_UNKNOWN, away(None, 24), Certainty.CERTAIN),
        (replace(DAY_UNKNOWN, hours=Hours.ALL), away(10, 11), Certainty.CERTAIN),
        (replace(DAY_UNKNOWN, zone=None), away(0, 24), Certainty.CERTAIN),
        (TimeWindow(at(9), at(12), VIENNA), away(9, 12), Certainty.CERTAIN),
        (TimeWindow(at(9), at(12), VIENNA), away(11, None), Certainty.POSSIBLE),
        (DayWindow(FIRST.date(), FIRST.date() + 3 * DAY, VIENNA), away(24, 48), Certainty.POSSIBLE),
        (DayWindow(FIRST.date(), FIRST.date() + 3 * DAY, VIENNA), away(0, None), Certainty.CERTAIN),
    ],
)
def test_what_is_not_known_of_the_session_is_possible(
    occurrence: Build, when: When, absence: Absence, certainty: Certainty | None
) -> None:
    found = find_conflicts([occurrence("a/1", when, people=seat(absence))])
    assert [each.certainty for each in found] == ([certainty] if certainty else [])


def test_days_of_a_window_that_clash_are_counted(occurrence: Build) -> None:
    window = DayWindow(FIRST.date(), FIRST.date() + 3 * DAY, VIENNA)
    [found] = find_conflicts([occurrence("a/1", window, people=seat(away(24, 48)))])
    assert (list(found.days or ()), found.free, found.candidates) == ([date(2026, 3, 10)], 2, 3)


def test_tentative_sessions_and_seats_to_be_confirmed_are_possible(occurrence: Build) -> None:
    unsure = occurrence("a/1", timed(9, 10), people=seat(away(9, 10), confirmed=False))
    sure = occurrence("a/2", timed(9, 10), people=seat(away(9, 10)))
    tentative = replace(sure, session=replace(sure.session, status=Status.TENTATIVE))
    found = find_conflicts([unsure, tentative], rules=ONLY)
    assert [each.depends_on for each in found] == [("a/1: Ann is to be confirmed",), ("a/2: it is tentative",)]


def test_absences_of_a_programme_hold_for_its_own_sessions(occurrence: Build) -> None:
    one, other = (occurrence(f"{event}/1", timed(9, 10), people=seat()) for event in "ab")
    absent = replace(one, programme=replace(one.programme, absences=(away(9, 10), away(9, 10, "bea"))))
    assert [each.first for each in find_conflicts([absent, other], rules=ONLY)] == [absent]


def test_whoever_may_be_the_absent_person_is_a_possible_conflict(occurrence: Build) -> None:
    one = occurrence("a/1", timed(15, 16), people=seat(away(9, 10)))
    other = occurrence("a/2", timed(9, 10), people=seat(id_="anne"))
    doubts = Doubts(people={("ann", "anne"): "“Anne” may be “Ann”"})
    [found] = find_conflicts([one, other], rules=replace(ONLY, doubts=doubts))
    assert (found.first, found.certainty, found.depends_on) == (other, Certainty.POSSIBLE, ("“Anne” may be “Ann”",))
    assert find_conflicts([one, other], rules=ONLY) == ()


def test_absences_are_left_out_where_they_are_not_asked_for(occurrence: Build) -> None:
    session = occurrence("a/1", timed(9, 10), people=seat(away(9, 10)))
    assert find_conflicts([session], rules=Rules(kinds=frozenset({Kind.PERSON}))) == ()
    assert find_conflicts([session], rules=Rules(between=(frozenset({"a/1"}), frozenset({"a/2"})))) == ()


HOURS = st.integers(0, 72)
SPANS = st.tuples(HOURS, st.integers(1, 30)).map(lambda it: (it[0], it[0] + it[1]))
OPEN = st.one_of(SPANS, HOURS.map(lambda it: (None, it)), HOURS.map(lambda it: (it, None)))


@settings(max_examples=80, deadline=None)
@given(session=SPANS, length=st.none() | st.integers(1, 30), absence=OPEN)
def test_certainty_is_that_of_all_placements(
    occurrence: Build, session: tuple[int, int], length: int | None, absence: tuple[int | None, int | None]
) -> None:
    """A session of `length` hours somewhere in its span (None: it takes all of it), tried at every half hour."""
    start, end = session
    took = min(length or end - start, end - start)
    window = TimeWindow(at(start), at(end), VIENNA, timedelta(hours=took)) if length else timed(start, end)
    low, high = (-100 if absence[0] is None else absence[0]), (200 if absence[1] is None else absence[1])
    begins = [start + half / 2 for half in range(2 * (end - start - took) + 1)]
    clashes = {begin < high and low < begin + took for begin in begins}
    expected = {True: Certainty.CERTAIN, False: None}[clashes.pop()] if len(clashes) == 1 else Certainty.POSSIBLE
    found = find_conflicts([occurrence("a/1", window, people=seat(away(*absence)))], rules=ONLY)
    assert [each.certainty for each in found] == ([expected] if expected else [])
