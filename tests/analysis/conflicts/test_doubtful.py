"""Conflicts that depend on who or which room is meant, held against every way in which the doubts can be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.wording import sentence
from agendacli.analysis.doubts import Doubts
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, DeclaredRoom, Gazetteer, Place
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

Partition = tuple[frozenset[str], ...]
PROGRAMME = Programme("fair", "Fair", "fair.yaml")
CITIES = (City("a", "Aa", coordinates=Coordinates(0, 0)), City("b", "Bb", coordinates=Coordinates(0, 60)))
ROOMS = Gazetteer(
    CITIES,
    rooms=(DeclaredRoom("ab", parts=("ra", "rb")), DeclaredRoom("rb", parts=("rc",)), DeclaredRoom("hall", many=True)),
)
ATOMS = {"ab": {"ab", "ra", "rb", "rc"}, "rb": {"rb", "rc"}, "hall": set[str]()}
START = datetime(2026, 3, 10, 9)  # noqa: DTZ001 - wall time


def occurrence(number: int, hour: int, length: int = 2, **said: object) -> Occurrence:
    start = START + timedelta(hours=hour)
    session = Session(f"s{number}", f"S{number}", Timed(start, start + timedelta(hours=length), "UTC"))
    session = replace(session, **said)  # type: ignore[arg-type]
    return Occurrence(PROGRAMME, session, session.when)


def seat(name: str, position: str | None = None) -> Participant:
    printed = f"{name}, {position}" if position else name
    return Participant("speaker", printed, Person(name, name), position)


def partitions(items: Sequence[str], joined: set[tuple[str, str]]) -> Iterator[Partition]:
    """Every way to put items together of which each two may be one."""
    if not items:
        yield ()
        return
    first, *rest = items
    for size in range(len(rest) + 1):
        for others in combinations(rest, size):
            if all(tuple(sorted(pair)) in joined for pair in combinations((first, *others), 2)):
                left = [each for each in rest if each not in others]
                yield from ((frozenset((first, *others)), *more) for more in partitions(left, joined))


def meant(partition: Partition) -> Mapping[str, str]:
    return {each: min(group) for group in partition for each in group}


def pairs(conflicts: Sequence[Conflict], certainty: Certainty | None = None) -> set[tuple[str, str, Kind]]:
    return {
        (each.first.session.id, each.second.session.id, each.kind)
        for each in conflicts
        if certainty in (None, each.certainty)
    }


NAMES = ("p", "q", "r", "t")
PAIRS = tuple(combinations(NAMES, 2))
KEYS = ("ab", "ra", "rb", "rc", "hall", "rx", "ry")


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Occurrence, ...]:
    found = []
    for number in range(draw(st.integers(2, 5))):
        people = tuple(seat(each) for each in draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2)))
        place = Place(draw(st.sampled_from(["Aa", "Bb"])))
        hour = draw(st.integers(0, 12))
        found.append(occurrence(number, hour, draw(st.integers(1, 3)), participants=people, place=place))
    return tuple(found)


def read_as(occurrences: Sequence[Occurrence], names: Mapping[str, str]) -> tuple[Occurrence, ...]:
    """The sessions as they are if each person is the one that a reading says."""
    found = []
    for each in occurrences:
        seats = [replace(it, person=Person(names[it.name], names[it.name])) for it in each.session.participants]
        session = replace(each.session, participants=tuple(seats))
        found.append(Occurrence(each.programme, session, session.when))
    return tuple(found)


@given(sessions(), st.sets(st.sampled_from(PAIRS)))
def test_persons_who_may_be_one_are_judged_as_by_every_reading(
    occurrences: tuple[Occurrence, ...], joined: set[tuple[str, str]]
) -> None:
    kinds = frozenset({Kind.PERSON, Kind.TRAVEL})
    rules = Rules(kinds=kinds, attending=frozenset(), doubts=Doubts(dict.fromkeys(joined, "who is who")))
    found = find_conflicts(occurrences, Gazetteer(CITIES), rules)
    plain = Rules(kinds=kinds, attending=frozenset())
    readings = [
        pairs(find_conflicts(read_as(occurrences, meant(each)), Gazetteer(CITIES), plain))
        for each in partitions(NAMES, joined)
    ]
    assert pairs(found) == set().union(*readings)
    at_once = {each for each in set.intersection(*readings) if each[2] is Kind.PERSON}
    assert {each for each in pairs(found, Certainty.CERTAIN) if each[2] is Kind.PERSON} == at_once


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(KEYS)), min_size=2, max_size=5),
    st.sets(st.sampled_from(tuple(combinations(sorted(KEYS), 2)))),
)
def test_rooms_that_may_be_one_are_judged_as_by_every_reading(
    uses: list[tuple[int, str]], joined: set[tuple[str, str]]
) -> None:
    occurrences = [occurrence(number, hour, room=room) for number, (hour, room) in enumerate(uses)]
    rules = Rules(kinds=frozenset({Kind.ROOM}), doubts=Doubts(rooms={each: f"{each}" for each in joined}))
    found = find_conflicts(occurrences, ROOMS, rules)
    readings = [taken_twice(uses, each) for each in partitions(sorted(KEYS), joined)]
    assert pairs(found) == set().union(*readings)
    assert pairs(found, Certainty.CERTAIN) == set.intersection(*readings)
    assert len(found) == len(pairs(found))


def taken_twice(uses: Sequence[tuple[int, str]], partition: Partition) -> set[tuple[str, str, Kind]]:
    """The pairs that share a room, if the rooms of each group are one; one that holds many is nobody's."""
    groups = {each: group for group in partition for each in group}
    found = set()
    numbered = sorted(enumerate(uses), key=lambda each: (each[1][0], each[0]))
    for (one, (hour, here)), (other, (later, there)) in combinations(numbered, 2):
        together = any(not atoms(a).isdisjoint(atoms(b)) for a in groups[here] for b in groups[there])
        if later < hour + 2 and together and "hall" not in (here, there):
            found.add((f"s{one}", f"s{other}", Kind.ROOM))
    return found


def atoms(key: str) -> set[str]:
    return ATOMS.get(key, {key})


@pytest.mark.parametrize(
    ("rooms", "certainty"),
    [
        (("ab", "ra"), Certainty.CERTAIN),
        (("ab", "rc"), Certainty.CERTAIN),
        (("ra", "rb"), None),
        (("hall", "hall"), None),
        (("Rx", "rx"), Certainty.CERTAIN),
        (("Rx-1", "rx 1, Old House"), Certainty.CERTAIN),
        (("Rx, Old House", "Rx, New House"), None),
        (("Zoom", "Zoom"), None),
        (("rx", "ry"), Certainty.POSSIBLE),
    ],
)
def test_rooms_that_share_a_part_clash(rooms: tuple[str, str], certainty: Certainty | None) -> None:
    occurrences = [occurrence(number, 0, room=room) for number, room in enumerate(rooms)]
    rules = Rules(kinds=frozenset({Kind.ROOM}), doubts=Doubts(rooms={("rx", "ry"): "“ry” may be “rx”"}))
    found = find_conflicts(occurrences, ROOMS, rules)
    assert [each.certainty for each in found] == ([certainty] if certainty else [])


def test_posters_hang_side_by_side() -> None:
    occurrences = [
        occurrence(number, 0, room="rx", kind=kind) for number, kind in enumerate(("poster", "poster", "panel"))
    ]
    found = find_conflicts(occurrences, ROOMS, Rules(kinds=frozenset({Kind.ROOM})))
    assert [(each.first.session.id, each.second.session.id) for each in found] == [("s0", "s2"), ("s1", "s2")]


def told(
    occurrences: Sequence[Occurrence], doubts: Doubts, kind: Kind = Kind.PERSON
) -> list[tuple[str, tuple[str, ...]]]:
    found = find_conflicts(occurrences, ROOMS, Rules(kinds=frozenset({kind}), doubts=doubts))
    return [(sentence(each).partition(", which")[0], each.depends_on) for each in found]


def test_conflict_says_on_what_it_hangs() -> None:
    two = (occurrence(0, 0, participants=(seat("p"),)), occurrence(1, 1, participants=(seat("q"),)))
    doubts = Doubts({("p", "q"): "“q” may be “p”"})
    assert told(two, doubts) == [("p or q is speaker of “S0” and speaker of “S1”", ("“q” may be “p”",))]


def test_position_that_may_be_a_person_is_a_possible_conflict() -> None:
    two = (occurrence(0, 0, participants=(seat("p", "q"),)), occurrence(1, 1, participants=(seat("q"),)))
    doubts = Doubts(positions={"q": (Person("q", "q"),)})
    assert told(two, doubts) == [("q is speaker of “S0” and speaker of “S1”", ("fair/s0: “q” may be a person",))]


@pytest.mark.parametrize(
    ("positions", "phrases"),
    [(("ETH", "MIT"), ("who is who",)), (("ETH", "ETH"), ()), (("ETH", None), ("who is who",))],
)
def test_name_at_two_institutions_may_be_two_persons(
    positions: tuple[str | None, ...], phrases: tuple[str, ...]
) -> None:
    two = [occurrence(number, 0, participants=(seat("p", each),)) for number, each in enumerate(positions)]
    doubts = Doubts(namesakes={"p": "who is who"})
    assert told(two, doubts) == [("p is speaker of “S0” and speaker of “S1”", phrases)]


def test_room_of_a_possible_conflict_has_both_names() -> None:
    two = (occurrence(0, 0, room="Rx"), occurrence(1, 1, room="Ry"))
    doubts = Doubts(rooms={("rx", "ry"): "“Ry” may be “Rx”"})
    [(message, depends_on)] = told(two, doubts, Kind.ROOM)
    assert message.startswith("“S0” and “S1” are both in Rx or Ry and may overlap by 1 h")
    assert depends_on == ("“Ry” may be “Rx”",)


@pytest.mark.parametrize(
    ("one", "other", "subject"),
    [
        (("ab",), ("ra",), "ra"),
        (("ra", "rx"), ("Rx",), "rx"),
        (("ra", "rx"), ("ra", "rx", "ry"), "ra and rx"),
        (("ab",), ("bc",), "rb"),
        (("Rx, Old House",), ("rx",), "rx"),
    ],
)
def test_room_conflict_names_what_is_shared(one: tuple[str, ...], other: tuple[str, ...], subject: str) -> None:
    occurrences = [occurrence(number, 0, room=", ".join(each), rooms=each) for number, each in enumerate((one, other))]
    declared = (DeclaredRoom("ab", parts=("ra", "rb")), DeclaredRoom("bc", parts=("rb", "rc")))
    found = find_conflicts(occurrences, Gazetteer(CITIES, rooms=declared), Rules(kinds=frozenset({Kind.ROOM})))
    assert [(each.subject, each.certainty) for each in found] == [(subject, Certainty.CERTAIN)]


def test_room_that_may_be_several_is_in_each_of_them() -> None:
    doubts = Doubts(together={"ra+rb": (frozenset({"ra", "rb"}), "“Ra+Rb” may be “Ra” and “Rb”")})
    pairs = (("Ra+Rb", "Rb", "Rb"), ("Ra+Rb", "Rx", None), ("Ra", "Rb", None), ("Ra+Rb", "Ra+Rb", "Ra+Rb"))
    for one, other, subject in pairs:
        occurrences = [occurrence(number, 0, room=room) for number, room in enumerate((one, other))]
        found = find_conflicts(occurrences, ROOMS, Rules(kinds=frozenset({Kind.ROOM}), doubts=doubts))
        is_sure = one == other
        phrases = () if is_sure else ("“Ra+Rb” may be “Ra” and “Rb”",)
        assert [(each.subject, each.depends_on) for each in found] == ([(subject, phrases)] if subject else [])
