"""Who is asked for by a name: the person, and everybody who may be the same, so that nothing of theirs is missed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from agendacli.analysis.doubts.people import near_people
from agendacli.analysis.doubts.seen import Seats, SeenPerson, seated
from agendacli.analysis.people import find_person, persons_meant
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person
from agendacli.model.span import Span


@frozen
class PersonsAsked:
    """The persons who are asked for, each once, and of each text that may mean several, these."""

    persons: tuple[Person, ...] = ()
    doubtful: tuple[tuple[Person, ...], ...] = ()


def persons_asked(
    texts: Iterable[str], persons: Sequence[Person], occurrences: Callable[[], Sequence[Occurrence]]
) -> PersonsAsked | Refusal:
    """Whom each text means, of `persons`, who have a seat; the first refusal where one means nobody or several.

    An id means one. A name means whoever bears it and all who may be the same person; several who may not be one
    are refused. The occurrences, in which two may sit side by side, are asked for only where names are near.
    """
    partners = _Partners(persons, occurrences)
    groups: list[tuple[Person, ...]] = []
    for text in texts:
        found = _group(text, persons, partners)
        if isinstance(found, Refusal):
            return found
        groups.append(found)
    asked = {each.id: each for group in groups for each in group}
    return PersonsAsked(tuple(asked.values()), tuple(each for each in groups if each[1:]))


class _Partners:
    """Everybody who may be somebody else, by the id of that one; looked up where a name is asked for."""

    def __init__(self, seated: Sequence[Person], occurrences: Callable[[], Sequence[Occurrence]]) -> None:
        self._seated = seated
        self._occurrences = occurrences

    def of(self, person: Person) -> Sequence[Person]:
        """The others who may be that person."""
        return self._by_id.get(person.id, ())

    @cached_property
    def _by_id(self) -> Mapping[str, Sequence[Person]]:
        seen = {each.id: SeenPerson(each, Span("")) for each in self._seated}
        found: dict[str, list[Person]] = {}
        for one, other in near_people(seen, [each for each in self._seated if each.span], self._seats()):
            found.setdefault(one, []).append(seen[other].person)
            found.setdefault(other, []).append(seen[one].person)
        return found

    def _seats(self) -> Iterator[tuple[Seats, Span]]:
        yield from seated(self._occurrences())


def _group(text: str, candidates: Sequence[Person], partners: _Partners) -> tuple[Person, ...] | Refusal:
    if exact := [each for each in candidates if each.id == text]:
        return tuple(exact)
    first, *others = persons_meant(text, candidates) or (None,)
    if first is None or not all(each in partners.of(first) for each in others):
        found = find_person(text, candidates)
        return found if isinstance(found, Refusal) else (found,)
    more = [each for person in (first, *others) for each in partners.of(person)]
    return tuple({each.id: each for each in (first, *others, *more)}.values())
