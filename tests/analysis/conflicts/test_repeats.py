"""Sessions that repeat before they end, and a few that are many: told once, found completely, in bounded time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.board import board_of
from agendacli.analysis.conflicts.columns import Columns
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.repeats import MANY, self_overlaps
from agendacli.analysis.conflicts.times.sweep import overlapping
from agendacli.analysis.conflicts.wording import sentence
from agendacli.analysis.occurrences import expand
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, Gazetteer
from agendacli.model.programme import Programme, Repeat, Session, Status
from agendacli.model.when import Days, Timed, When

ANN = Participant("speaker", "Ann", Person("ann", "Ann"))
SOMEBODY = Participant("speaker", "somebody")
ZONE = "Europe/Vienna"
WORLD = Gazetteer(
    cities=(
        City("vienna", "Vienna", coordinates=Coordinates(48.2345, 16.4166)),
        City("new-york", "New York", coordinates=Coordinates(40.749, -73.968)),
    )
)


def hours(start: str, end: str) -> Timed:
    return Timed(datetime.fromisoformat(start), datetime.fromisoformat(end), ZONE)


SHIFT = hours("2017-09-04T09:00", "2017-09-04T10:00")
TALK = Session("talk", "Talk", hours("2017-09-04T09:30", "2017-09-04T09:45"), room="A")


def repeated(rule: str, when: When = SHIFT, name: str = "shift") -> Session:
    return Session(name, name.title(), when, room="A", participants=(ANN,), repeat=Repeat((rule,)))


def found(*sessions: Session, rules: Rules | None = None) -> tuple[Conflict, ...]:
    programme = Programme("fair", "Fair", "fair.yaml", zone=ZONE, sessions=sessions)
    return find_conflicts(expand((programme,)), rules=rules or Rules())


def told(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str, str, bool]]:
    return [(each.kind.value, each.first.id, each.second.id, each.more) for each in conflicts]


def test_session_that_overlaps_itself_is_told_once_for_each_kind() -> None:
    first, second = "fair/shift/20170904T070000Z", "fair/shift/20170904T073000Z"
    conflicts = found(repeated("FREQ=MINUTELY;INTERVAL=30;COUNT=9"))

    assert told(conflicts) == [("room", first, second, True), ("person", first, second, True)]
    assert sentence(conflicts[0]) == (
        "“Shift” (fair/shift/20170904T070000Z) and “Shift” (fair/shift/20170904T073000Z) are both in A and "
        "overlap by 30 min on Mon 4 September 2017, 09:30–10:00; more times of this repeated session do so"
    )


def test_two_times_that_overlap_once_are_no_more_than_that() -> None:
    assert [each.more for each in found(repeated("FREQ=MINUTELY;INTERVAL=30;COUNT=2"))] == [False, False]


def test_session_that_overlaps_itself_a_few_times_is_told_with_every_other_that_it_meets() -> None:
    conflicts = found(repeated("FREQ=MINUTELY;INTERVAL=10;COUNT=9"), TALK, rules=Rules(kinds=frozenset({Kind.ROOM})))

    with_talk = [each for each in told(conflicts) if "fair/talk" in each]

    assert len(conflicts) == 1 + len(with_talk)
    assert with_talk == [
        ("room", "fair/shift/20170904T070000Z", "fair/talk", False),
        ("room", "fair/shift/20170904T071000Z", "fair/talk", False),
        ("room", "fair/shift/20170904T072000Z", "fair/talk", False),
        ("room", "fair/shift/20170904T073000Z", "fair/talk", False),
        ("room", "fair/talk", "fair/shift/20170904T074000Z", False),
    ]


def test_session_that_begins_every_second_is_told_in_a_few_lines() -> None:
    conflicts = found(repeated("FREQ=SECONDLY"), TALK, rules=Rules(kinds=frozenset({Kind.ROOM})))
    first, second = "fair/shift/20170904T070000Z", "fair/shift/20170904T070001Z"

    assert told(conflicts) == [
        ("room", first, second, True),
        ("room", first, "fair/talk", False),
        ("room", second, "fair/talk", False),
    ]


def test_times_that_somebody_attends_are_kept_apart_from_the_others() -> None:
    attending = frozenset({"fair/shift/20170904T071234Z", "fair/talk"})
    session = Session("shift", "Shift", SHIFT, repeat=Repeat(("FREQ=SECONDLY",)))
    conflicts = found(session, TALK, rules=Rules(kinds=frozenset({Kind.OVERLAP}), attending=attending))

    assert told(conflicts) == [("overlap", "fair/shift/20170904T071234Z", "fair/talk", False)]


def test_days_in_a_row_do_not_overlap() -> None:
    day = datetime.fromisoformat("2017-09-04").date()
    days = Days(day, day + timedelta(days=1), None)

    assert found(repeated("FREQ=DAILY;COUNT=700", days)) == ()


def test_room_of_the_programme_is_none_of_what_takes_no_time() -> None:
    sessions = tuple(Session(name, name, SHIFT, transparent=True) for name in ("desk", "papers"))
    programme = Programme("fair", "Fair", "fair.yaml", zone=ZONE, room="A", sessions=sessions)
    conflicts = find_conflicts(expand((programme,)), rules=Rules(include_transparent=True))

    assert told(conflicts) == [("overlap", "fair/desk", "fair/papers", False)]


def test_programme_that_is_cancelled_clashes_with_nothing() -> None:
    sessions = tuple(Session(name, name, SHIFT) for name in ("desk", "papers"))
    programme = Programme("fair", "Fair", "fair.yaml", status=Status.CANCELLED, sessions=sessions)

    assert find_conflicts(expand((programme,))) == ()


def test_programme_that_is_read_twice_has_each_conflict_once() -> None:
    sessions = tuple(Session(name, name, SHIFT) for name in ("desk", "papers"))
    programmes = tuple(Programme("fair", "Fair", name, sessions=sessions) for name in ("fair.yaml", "copy.yaml"))

    assert told(find_conflicts(expand(programmes))) == [("overlap", "fair/desk", "fair/papers", False)]


def test_seat_without_a_name_travels_nowhere(occurrence: Callable[..., Occurrence]) -> None:
    seats = (SOMEBODY, ANN)
    later = hours("2017-09-04T10:30", "2017-09-04T11:00")
    pair = [
        occurrence("fair/a", SHIFT, city="Vienna", people=seats),
        occurrence("fair/b", later, city="New York", people=seats),
    ]
    conflicts = find_conflicts(pair, WORLD)

    assert [(each.kind.value, each.subject) for each in conflicts] == [("travel", "Ann")]


rows = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 400)), min_size=40, max_size=60)


@given(rows=rows, step=st.integers(1, 3))
def test_what_is_kept_covers_every_instant(rows: list[tuple[int, int]], step: int) -> None:
    session = repeated("FREQ=SECONDLY")
    programme = Programme("fair", "Fair", "fair.yaml")
    low = [step * start for start, _ in rows]
    high = [step * start + length for start, length in rows]
    times = [Occurrence(programme, session, SHIFT, None) for _ in rows]
    left_out = self_overlaps(Columns(times, low, high, repeated=list(range(len(rows))))).needless
    kept = [number for number in range(len(rows)) if number not in left_out]

    assert covered(low, high, kept) == covered(low, high, range(len(rows)))
    assert bool(left_out) <= (overlaps(low, high) > MANY)
    assert not left_out or overlaps([low[n] for n in kept], [high[n] for n in kept])


def covered(low: list[int], high: list[int], numbers: "list[int] | range") -> set[int]:
    return {instant for number in numbers for instant in range(low[number], high[number])}


def overlaps(low: list[int], high: list[int]) -> int:
    return sum(low[a] < high[b] and low[b] < high[a] for a, b in combinations(range(len(low)), 2))


Seats = list[tuple[int, int, list[str]]]
seats = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 15), st.lists(st.sampled_from("abc"), max_size=3)), max_size=12
)


@given(taken=seats)
def test_person_is_wanted_twice_in_every_pair_with_a_seat_in_both(taken: Seats) -> None:
    taken.sort(key=lambda each: (each[0], -each[1]))
    programme, begin = Programme("fair", "Fair", "fair.yaml"), SHIFT.start
    times = [Timed(begin + timedelta(0, low), begin + timedelta(0, low + length), ZONE) for low, length, _ in taken]
    parts = [(SOMEBODY, *(Participant("speaker", name, Person(name, name)) for name in names)) for _, _, names in taken]
    sessions = [Session("talk", "Talk", when, participants=each) for when, each in zip(times, parts, strict=True)]
    occurrences = [Occurrence(programme, each, each.when) for each in sessions]
    board = board_of(occurrences, Atlas(Gazetteer()), include_transparent=False)
    expected = [
        (person, one, other)
        for one, other in combinations(range(len(taken)), 2)
        for person in sorted({*taken[one][2]} & {*taken[other][2]})
        if taken[other][0] < taken[one][0] + taken[one][1]
    ]
    found = [
        (person, members[part.place], other)
        for person, members in board.by_person().items()
        for part in overlapping(members, board.bounds)
        for other in members[part.first : part.after]
    ]

    assert sorted(found) == sorted(expected)


def test_session_of_a_calendar_is_that_of_its_event(occurrence: Callable[..., Occurrence]) -> None:
    pair = [occurrence("fair/a", SHIFT), occurrence("ics/a.fair@agendacli", SHIFT), occurrence("other/b", SHIFT)]

    assert told(find_conflicts(pair)) == [("overlap", "fair/a", "other/b", False)]
