"""Who is asked for by a name: the person, and everybody who may be the same, so that nothing of theirs is missed."""

from collections.abc import Iterable, Mapping, Sequence

from agendacli.analysis.doubts.people import near_people
from agendacli.analysis.doubts.seen import people_seen, seated
from agendacli.analysis.people import find_person, persons_in, persons_meant
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person

Partners = Mapping[str, Sequence[Person]]


@frozen
class PersonsAsked:
    """The persons who are asked for, each once, and of each text that may mean several, these."""

    persons: tuple[Person, ...] = ()
    doubtful: tuple[tuple[Person, ...], ...] = ()


def persons_asked(texts: Iterable[str], occurrences: Sequence[Occurrence]) -> PersonsAsked | Refusal:
    """Whom each text means, of those who have a seat; the first refusal where one means nobody or several.

    An id means one. A name means whoever bears it and all who may be the same person; several who may not be one
    are refused.
    """
    candidates, partners = persons_in(occurrences), _partners(occurrences)
    groups: list[tuple[Person, ...]] = []
    for text in texts:
        found = _group(text, candidates, partners)
        if isinstance(found, Refusal):
            return found
        groups.append(found)
    persons = {each.id: each for group in groups for each in group}
    return PersonsAsked(tuple(persons.values()), tuple(each for each in groups if each[1:]))


def _group(text: str, candidates: Sequence[Person], partners: Partners) -> tuple[Person, ...] | Refusal:
    if exact := [each for each in candidates if each.id == text]:
        return tuple(exact)
    first, *others = persons_meant(text, candidates) or (None,)
    if first is None or not all(each in partners.get(first.id, ()) for each in others):
        found = find_person(text, candidates)
        return found if isinstance(found, Refusal) else (found,)
    more = [each for person in (first, *others) for each in partners.get(person.id, ())]
    return tuple({each.id: each for each in (first, *others, *more)}.values())


def _partners(occurrences: Sequence[Occurrence]) -> Partners:
    """Everybody who may be somebody else, by the id of that one."""
    seats = seated(occurrences)
    seen = people_seen(seats)
    known = {id_: each.person for id_, each in seen.items()}
    found: dict[str, list[Person]] = {}
    for one, other in near_people(seen, [each for each in known.values() if each.span], seats):
        found.setdefault(one, []).append(known[other])
        found.setdefault(other, []).append(known[one])
    return found
