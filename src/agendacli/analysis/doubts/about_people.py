"""The search for doubts about people: who may be one or two, and what may name somebody."""

from collections.abc import Iterable, Mapping, Sequence

from agendacli.analysis.doubts import Doubts, pair, telling
from agendacli.analysis.doubts.namesakes import Namesakes, namesakes
from agendacli.analysis.doubts.people import IdPair, near_people, persons_behind_comma
from agendacli.analysis.doubts.seen import SeenPerson, people_seen, positions_seen, seated
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person


def people_doubts(occurrences: Iterable[Occurrence], declared: Sequence[Person]) -> Doubts:
    """What may be one person or two, given what people.yaml declares."""
    seats = seated(occurrences)
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
