"""Persons: who is meant by a name, and who does what when."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme, Status
from agendacli.words.folded import folded, folded_words


@frozen
class Engagement:
    """A seat and where it is taken: in one occurrence, or (None) in the programme as a whole."""

    participant: Participant
    programme: Programme
    occurrence: Occurrence | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether what it belongs to is cancelled."""
        return (self.occurrence or self.programme).status is Status.CANCELLED


@frozen
class Involvement:
    """One person, everything that the person does in order of time, and how often in each role.

    Roles stand in order of their first use; what is cancelled is listed but not counted.
    """

    person: Person
    engagements: tuple[Engagement, ...]
    roles: tuple[tuple[str, int], ...]


def persons_in(occurrences: Iterable[Occurrence]) -> tuple[Person, ...]:
    """Every person who has a seat in the occurrences or their programmes, each once, in order of the first seat."""
    found: dict[str, Person] = {}
    for each in engagements(occurrences):
        if each.participant.person:
            found.setdefault(each.participant.person.id, each.participant.person)
    return tuple(found.values())


def find_person(text: str, persons: Iterable[Person]) -> Person | Refusal:
    """The person with that id, else that name or alias, else with those words in the name; accents and case folded.

    An honorific may stand with the name. A refusal names the candidates where several fit, near ones where none does.
    """
    candidates = tuple({each.id: each for each in persons}.values())
    found = persons_meant(text, candidates)
    if not found:
        return _nobody(text, candidates)
    if found[1:]:
        return Refusal(f"`{text}` could be {_named(found)}: write more of the name, or the id")
    return found[0]


def persons_meant(text: str, persons: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody whom a text may mean, as `find_person` reads it: nobody, one, or those among whom it cannot choose."""
    candidates = tuple({each.id: each for each in persons}.values())
    found = (tuple(each for each in candidates if fits(each, text)) for fits in (_has_id, _has_name, _has_words))
    return next(filter(None, found), ())


def find_persons(texts: Iterable[str], persons: Iterable[Person]) -> tuple[Person, ...] | Refusal:
    """The person whom each text means; the first refusal where one means nobody or several."""
    candidates = tuple(persons)
    found = []
    for text in texts:
        person = find_person(text, candidates)
        if isinstance(person, Refusal):
            return person
        found.append(person)
    return tuple(found)


def engagements(
    occurrences: Iterable[Occurrence], persons: Collection[str] = (), roles: Iterable[str] = ()
) -> tuple[Engagement, ...]:
    """Every seat in the occurrences in order of time, in one session as printed; seats without a name are there too.

    `persons` (ids) and `roles` (singular or plural) keep only theirs. A seat in the programme as a whole comes before
    its first session, unless that person has the role in a session of it anyway.
    """
    found = (each for each in _seats(sorted(occurrences, key=order)) if _is_asked(each.participant, persons))
    return tuple(_in_roles(found, tuple(roles)) if roles else found)


def involvements(
    occurrences: Iterable[Occurrence], persons: Collection[str] = (), roles: Iterable[str] = ()
) -> tuple[Involvement, ...]:
    """What each person does, as `engagements` has it, persons by name; seats without a name are nobody's."""
    by_person: dict[str, list[Engagement]] = {}
    known: dict[str, Person] = {}
    for each in engagements(occurrences, persons, roles):
        if each.participant.person:
            known.setdefault(each.participant.person.id, each.participant.person)
            by_person.setdefault(each.participant.person.id, []).append(each)
    found = (Involvement(known[id_], tuple(seats), _counted(seats)) for id_, seats in by_person.items())
    return tuple(sorted(found, key=lambda each: (folded(each.person.name), each.person.id)))


def _in_roles(found: Iterable[Engagement], roles: Sequence[str]) -> Iterator[Engagement]:
    from agendacli.words.terms import term

    wanted = {term(role) for role in roles}
    return (each for each in found if term(each.participant.role) in wanted)


def _seats(ordered: Sequence[Occurrence]) -> Iterable[Engagement]:
    begun: set[tuple[str, object]] = set()
    for occurrence in ordered:
        programme = occurrence.programme
        if (programme.id, programme.revision) not in begun:
            begun.add((programme.id, programme.revision))
            yield from _of_the_whole(programme)
        yield from (Engagement(seat, programme, occurrence) for seat in occurrence.session.participants)


def _of_the_whole(programme: Programme) -> Iterable[Engagement]:
    """The seats in the programme as a whole that no session of it repeats."""
    if not programme.participants:
        return ()
    taken = {_who(seat) for session in programme.sessions for seat in session.participants}
    return (Engagement(seat, programme) for seat in programme.participants if _who(seat) not in taken)


def _who(seat: Participant) -> tuple[str, str]:
    return seat.role, seat.person.id if seat.person else seat.printed


def _is_asked(seat: Participant, persons: Collection[str]) -> bool:
    return not persons or (seat.person is not None and seat.person.id in persons)


def _counted(seats: Iterable[Engagement]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(each.participant.role for each in seats if not each.is_cancelled).items())


def _spellings(person: Person) -> tuple[str, ...]:
    return person.name, *person.aliases


def _has_id(person: Person, text: str) -> bool:
    return folded(person.id) == folded(text)


def _has_name(person: Person, text: str) -> bool:
    wanted, honorific = folded_words(text), folded_words(person.honorific or "")
    names = [folded_words(each) for each in _spellings(person)]
    return bool(wanted) and any(wanted in (name, honorific + name) for name in names)


def _has_words(person: Person, text: str) -> bool:
    wanted = set(folded_words(text)) - set(folded_words(person.honorific or ""))
    return bool(wanted) and any(wanted <= set(folded_words(each)) for each in _spellings(person))


def _named(persons: Iterable[Person]) -> str:
    from agendacli.words.lists import listed  # who is found needs no words

    return listed([f"{each.name} ({each.id})" for each in persons], "or")


def _nobody(text: str, persons: Iterable[Person]) -> Refusal:
    """The refusal for a text that fits nobody, with those whose id, name or a word of it is near."""
    from agendacli.words.guesses import guesses

    keys = {key: each for each in persons for key in _keys(each)}
    near = {keys[each].id: keys[each] for each in guesses(text, keys)}
    advice = f"did you mean {_named(near.values())}?" if near else "`agenda people` lists everybody"
    return Refusal(f"nobody is called `{text}`; {advice}")


def _keys(person: Person) -> Iterable[str]:
    yield person.id
    for each in _spellings(person):
        yield folded(each)
        yield from folded_words(each)
