"""Three-valued answers are exact: held against every reading of doubtful names, rooms and ways, all at once.

What is found is what clashes in some reading; it is certain if the two cannot both be kept in any of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.conflicts import Certainty, Conflict, Kind, Rules, find_conflicts
from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.doubts import Doubts
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, DeclaredRoom, Gazetteer, Place, Transfer
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

Reading = Mapping[str, str]
Found = set[tuple[str, str, Kind]]
PROGRAMME = Programme("fair", "Fair", "fair.yaml")
NAMES, ROOMS, CITIES = ("p", "q", "r"), ("ra", "rb", "rc"), ("Aa", "Bb", "Cc")
WORLD = Gazetteer((City("a", "Aa", coordinates=Coordinates(0, 0)), City("b", "Bb", coordinates=Coordinates(0, 30))))
KINDS = frozenset({Kind.ROOM, Kind.PERSON, Kind.TRAVEL})
BUFFER = timedelta(minutes=20)
START = datetime(2026, 3, 10, 9)  # noqa: DTZ001 - wall time


def partitions(items: Sequence[str], joined: set[tuple[str, str]]) -> Iterator[Reading]:
    """Every way to take names for one of which each two may be one: the name that each has then."""
    if not items:
        yield {}
        return
    first, *rest = items
    for size in range(len(rest) + 1):
        for others in combinations(rest, size):
            if all(tuple(sorted(pair)) in joined for pair in combinations((first, *others), 2)):
                left = [each for each in rest if each not in others]
                yield from ({**dict.fromkeys((first, *others), first), **more} for more in partitions(left, joined))


def ways() -> Iterator[Gazetteer]:
    """Every reading of the ways: each as short, or as long, as it may be; a longer one clashes where a shorter does."""
    atlas, places = Atlas(WORLD), {each: occurrence(0, 0, place=Place(each)) for each in CITIES}
    pairs = list(combinations(CITIES, 2))
    lengths = [atlas.way(*(atlas.spot(places[each]) for each in pair)) for pair in pairs]
    for chosen in product(*((each.least, each.usual) for each in lengths)):
        transfers = (Transfer(each, timedelta(seconds=time)) for each, time in zip(pairs, chosen, strict=True))
        yield replace(WORLD, transfers=tuple(transfers))


def occurrence(number: int, minutes: int, length: int = 60, place: Place = Place(), **said: object) -> Occurrence:  # noqa: B008
    start = START + timedelta(minutes=minutes)
    when = Timed(start, start + timedelta(minutes=length), "UTC")
    session = replace(Session(f"s{number}", f"S{number}", when, place=place), **said)  # type: ignore[arg-type]
    return Occurrence(PROGRAMME, session, when)


def seats(names: Iterable[str]) -> tuple[Participant, ...]:
    return tuple(Participant("speaker", each, Person(each, each)) for each in names)


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Occurrence, ...]:
    return tuple(
        occurrence(
            number,
            draw(st.integers(0, 6) | st.integers(0, 60)) * 30,
            draw(st.sampled_from([30, 60, 180])),
            place=Place(draw(st.sampled_from(("Aa", "Aa", *CITIES)))),
            room=draw(st.sampled_from((None, "whole", *ROOMS))),
            participants=seats(draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=2))),
        )
        for number in range(draw(st.integers(2, 4)))
    )


def read_as(occurrences: Iterable[Occurrence], names: Reading, rooms: Reading) -> tuple[Occurrence, ...]:
    found = []
    for each in occurrences:
        session = each.session
        who = dict.fromkeys(names[seat.name] for seat in session.participants)
        room = rooms.get(session.room, session.room) if session.room else None
        found.append(Occurrence(each.programme, replace(session, room=room, participants=seats(who)), each.when))
    return tuple(found)


@cache
def clashes(occurrences: Sequence[Occurrence], gazetteer: Gazetteer) -> Found:
    """What clashes; kept, as most readings leave most pairs as they were."""
    return kinds(find_conflicts(occurrences, gazetteer, Rules(BUFFER, kinds=KINDS, attending=frozenset())))


def kept_apart(occurrences: Sequence[Occurrence], gazetteer: Gazetteer) -> Found:
    """Every two that cannot both be kept, whatever lies between them."""
    return {each for pair in combinations(occurrences, 2) for each in clashes(pair, gazetteer)}


def kinds(found: Iterable[Conflict]) -> Found:
    return {(*sorted((each.first.session.id, each.second.session.id)), each.kind) for each in found}  # type: ignore[misc]


WAYS = tuple(ways())
PAIRS = st.sets(st.sampled_from(tuple(combinations(NAMES, 2))))
ROOM_PAIRS = st.sets(st.sampled_from(tuple(combinations(ROOMS, 2))), max_size=2)


@settings(max_examples=50, deadline=None)
@given(sessions(), PAIRS, ROOM_PAIRS, st.booleans())
def test_answers_are_those_of_every_reading(
    occurrences: tuple[Occurrence, ...],
    people: set[tuple[str, str]],
    rooms: set[tuple[str, str]],
    together: bool,  # noqa: FBT001
) -> None:
    doubts = Doubts(dict.fromkeys(people, "who is who"), rooms=dict.fromkeys(rooms, "which room is which"))
    if together:
        doubts = replace(doubts, together={"whole": (frozenset({"ra", "rb"}), "what it is made of")})
    rules = Rules(BUFFER, kinds=KINDS, attending=frozenset(), doubts=doubts)
    found = find_conflicts(occurrences, WORLD, rules)
    readings = [
        (read_as(occurrences, who, where), replace(way, rooms=whole))
        for who in partitions(NAMES, people)
        for where in partitions(ROOMS, rooms)
        for way in WAYS
        for whole in ((), (DeclaredRoom("whole", parts=(where["ra"], where["rb"])),))[: 1 + together]
    ]
    assert kinds(found) == set[tuple[str, str, Kind]]().union(*(clashes(*each) for each in readings))
    in_all = set.intersection(*(kept_apart(*each) for each in readings))
    assert kinds(each for each in found if each.certainty is Certainty.CERTAIN) == in_all & kinds(found)
    assert all(each.depends_on for each in found if each.certainty is Certainty.POSSIBLE)
