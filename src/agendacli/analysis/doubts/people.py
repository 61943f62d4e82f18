"""Which names may be one person's: near ones, a name turned round, a position that reads like a name."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from agendacli.analysis.doubts.seen import Seats, SeenPerson, SeenPosition
from agendacli.model.people import Person
from agendacli.model.span import Span
from agendacli.words.alike import name_pairs
from agendacli.words.apart import persons_apart
from agendacli.words.directory import declared_names, is_apart
from agendacli.words.folded import normal
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.naming import is_full_name, is_given_name
from agendacli.words.person import undeclared_id

IdPair = tuple[str, str]
"""The id of the person who is known first, declared before all others, and of the one who may be the same."""


def near_people(
    seen: Mapping[str, SeenPerson], declared: Sequence[Person], seats: Iterable[tuple[Seats, Span]]
) -> tuple[IdPair, ...]:
    """The persons who may be one: of each two at least one is seen and not declared, and nothing says they are two."""
    people = {each.id: each for each in declared} | {id_: each.person for id_, each in seen.items()}
    settled = frozenset(each.id for each in declared)
    bearers = _bearers(people.values())
    pairs = dict.fromkeys(
        (first, second) if second not in settled else (second, first)
        for one, other in _alike(bearers)
        for first in bearers[one]
        for second in bearers[other]
        if first != second and not {first, second} <= settled
    )
    wanted = tuple(
        each for each in pairs if not is_apart(people[each[0]], people[each[1]]) and not seen.keys().isdisjoint(each)
    )
    together = _together(wanted, seats)
    return tuple(each for each in wanted if each not in together)


def _bearers(people: Iterable[Person]) -> Mapping[str, tuple[str, ...]]:
    """The ids of those who bear a name, by name."""
    found: dict[str, dict[str, None]] = {}
    for person in people:
        for name in declared_names(person):
            found.setdefault(name_and_honorifics(name)[0], {})[person.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _alike(bearers: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs of names, or a name and itself where several bear it, of which somebody may bear both."""
    yield from ((name, name) for name, ids in bearers.items() if len(ids) > 1)
    yield from name_pairs(bearers)
    yield from _surnames(bearers)


def _surnames(bearers: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """`Brandt` and `Brandt, Nora`: that may be Brandt with a position."""
    by_name = {normal(name): name for name in bearers}
    for name in bearers:
        surname = by_name.get(normal(name.partition(",")[0]))
        if surname and surname != name:
            yield surname, name


def _together(pairs: Collection[IdPair], seats: Iterable[tuple[Seats, Span]]) -> frozenset[IdPair]:
    """Those of the pairs who sit in one session in one role: nobody is listed twice."""
    partners: dict[str, list[IdPair]] = {}
    for each in pairs:
        partners.setdefault(each[0], []).append(each)
    found: set[IdPair] = set()
    for participants, _ in seats if pairs else ():
        roles = {(seat.person.id, seat.role) for seat in participants if seat.person}
        met = ((role, each) for id_, role in roles for each in partners.get(id_, ()))
        found |= {each for role, each in met if (each[1], role) in roles}
    return frozenset(found)


def persons_behind_comma(
    positions: Iterable[SeenPosition], seen: Mapping[str, SeenPerson], declared: Iterable[Person]
) -> Iterator[tuple[SeenPosition, tuple[Person, ...]]]:
    """The positions that read like names of persons, and whom they may mean."""
    known = {
        normal(name): each
        for each in (*declared, *(it.person for it in seen.values()))
        for name in declared_names(each)
    }
    given = {name.partition(" ")[0] for name in known if " " in name}
    for position in positions:
        found = tuple(filter(None, (_person(each, known, given) for each in _parts(position.text))))
        if found:
            yield position, found


def _parts(position: str) -> Iterator[str]:
    for piece in position.split(","):
        yield from (each.text for each in persons_apart(piece))


def _person(text: str, known: Mapping[str, Person], given: Collection[str]) -> Person | None:
    """The person whom a text reads like: somebody known, or a full name with an honorific or a usual given name."""
    name, honorific = name_and_honorifics(text.strip())
    if found := known.get(normal(name)):
        return found if " " in name else None
    is_usual = honorific or is_given_name(name) or normal(name).partition(" ")[0] in given
    return Person(undeclared_id(name, honorific), name, honorific) if is_usual and is_full_name(name) else None
