"""The one search for doubts: over whatever sessions a question is about."""

from collections.abc import Iterable, Mapping, Sequence

from agendacli.analysis.doubts import telling
from agendacli.analysis.doubts.cities import unplaced_cities
from agendacli.analysis.doubts.namesakes import Namesakes, namesakes
from agendacli.analysis.doubts.people import IdPair, near_people, persons_behind_comma
from agendacli.analysis.doubts.rooms import Together, near_rooms, put_together
from agendacli.analysis.doubts.seen import Seats, SeenPerson, people_seen, positions_seen, rooms_seen, seated
from agendacli.analysis.doubts.values import Doubts, pair
from agendacli.analysis.rooms_meant import RoomTable
from agendacli.model.diagnostic import Diagnostic, in_order
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer
from agendacli.model.span import Span
from agendacli.words.rooms import spelled


def find_doubts(occurrences: Sequence[Occurrence], people: Sequence[Person], gazetteer: Gazetteer) -> Doubts:
    """Everything of the occurrences that may be one or two, given what people.yaml and places.yaml declare."""
    seats = seated(occurrences)
    persons, rooms = _persons(seats, people), _rooms(occurrences, gazetteer)
    cities = map(telling.unplaced_city, unplaced_cities(occurrences, gazetteer))
    return Doubts(
        persons.people,
        positions=persons.positions,
        namesakes=persons.namesakes,
        rooms=rooms.rooms,
        diagnostics=in_order((*persons.diagnostics, *rooms.diagnostics, *cities)),
        unseated=persons.unseated,
        together=rooms.together,
    )


def _persons(seats: Sequence[tuple[Seats, Span]], declared: Sequence[Person]) -> Doubts:
    seen = people_seen(seats)
    pairs = near_people(seen, declared, seats)
    positions = tuple(persons_behind_comma(positions_seen(seats), seen, declared))
    doubled = tuple(namesakes(seats, frozenset(each.id for each in declared)))
    diagnostics = (
        *_near(pairs, seen, declared),
        *(telling.person_or_position(each) for each, _ in positions),
        *_turned_round(seen, declared, pairs),
        *map(telling.two_institutions, doubled),
    )
    known = {each.id: each for each in declared} | {id_: each.person for id_, each in seen.items()}
    return Doubts(
        {pair(*each): f"“{known[each[1]].name}” may be “{known[each[0]].name}”" for each in pairs},
        {each.text: found for each, found in positions},
        {each.person.id: _of_both(each) for each in doubled},
        diagnostics=diagnostics,
        unseated=tuple(known[id_] for each in pairs for id_ in each if id_ not in seen and known[id_].absences),
    )


def _of_both(found: Namesakes) -> str:
    one, other = found.institutions
    return f"“{found.person.name}” of “{one}” may not be that of “{other}”"


def _near(pairs: Iterable[IdPair], seen: Mapping[str, SeenPerson], declared: Iterable[Person]) -> Iterable[Diagnostic]:
    known = {each.id: each for each in declared}
    for one, other in pairs:
        first, second = (one, other) if other in seen else (other, one)
        if first in known:
            yield telling.near_person(known[first], None, seen[second], declared=True)
        else:
            yield telling.near_person(seen[first].person, seen[first].span, seen[second], declared=False)


def _turned_round(
    seen: Mapping[str, SeenPerson], declared: Iterable[Person], pairs: Iterable[IdPair]
) -> Iterable[Diagnostic]:
    """The names turned round of which nothing is said yet."""
    settled = {id_ for each in pairs for id_ in each} | {each.id for each in declared}
    found = (each for id_, each in seen.items() if id_ not in settled and each.is_written)
    return (telling.surname_first(each) for each in found if "," in each.person.name)


def _rooms(occurrences: Iterable[Occurrence], gazetteer: Gazetteer) -> Doubts:
    table = RoomTable(gazetteer)
    seen = rooms_seen(occurrences, table)
    together = tuple(put_together(seen, table))
    found = tuple(near_rooms(seen, table))
    phrases = {pair(spelled(one), room.key): f"“{room.name}” may be “{one}”" for one, room in found}
    diagnostics = (
        *(telling.near_room(one, table.declared(one, room.place), room) for one, room in found),
        *(telling.rooms_together(each, table.declared_whole(each.room.name, each.room.place)) for each in together),
    )
    said = {spelled(each.room.name): (frozenset(each.parts), _together(each)) for each in together}
    return Doubts(rooms=phrases, diagnostics=diagnostics, together=said)


def _together(found: Together) -> str:
    return f"“{found.room.name}” may be {found.names}"
