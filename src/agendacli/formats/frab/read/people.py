"""The persons of a schedule: one by id if the file gives one, else by name."""

from collections.abc import Iterable

from agendacli.formats.frab.schedule import FrabPerson
from agendacli.model.people import Participant, Person
from agendacli.words.directory import Directory
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.ids import slug
from agendacli.words.person import PrintedPerson, parse_person
from agendacli.words.placeholders import is_placeholder, is_seat


class FrabPeople:
    """Everybody whom a schedule names: who stands there again is the same value.

    `says_positions`: what stands behind the comma of a name is the position.
    """

    def __init__(self, known: Directory, *, says_positions: bool) -> None:
        self._known, self._says_positions = known, says_positions
        self._met: dict[FrabPerson, Participant] = {}
        self._by_key: dict[str, Person] = {}
        self._keys: dict[str, str] = {}
        self._alike: dict[str, tuple[str, ...]] = {}

    def seats(self, persons: Iterable[FrabPerson]) -> tuple[Participant, ...]:
        """Their seats, each once."""
        return tuple(dict.fromkeys(self._seat(each) for each in persons if each.name))

    def _seat(self, person: FrabPerson) -> Participant:
        found = self._met.get(person)
        if found is None:
            found = self._met[person] = self._read(person)
        return found

    def _read(self, said: FrabPerson) -> Participant:
        text = ", ".join(filter(None, (said.name, said.position)))
        printed = parse_person(text) if self._says_positions else _named(text)
        if is_placeholder(printed.name):
            return Participant(said.role, text, None, printed.position, confirmed=False)
        if is_seat(printed.name):
            return Participant(said.role, text, position=printed.position)
        person = self._known.person_by_name(printed.name, printed.position) or self._by_key.get(said.key)
        if person is None:
            made = self._id_for(self._known.free_id(printed), said.key)
            person = Person(made, printed.name, printed.honorific, others=self._others(made, said))
        if said.key:
            self._by_key.setdefault(said.key, person)
        return Participant(said.role, text, person, printed.position, confirmed=printed.confirmed)

    def _others(self, made: str, said: FrabPerson) -> tuple[str, ...]:
        """The ids of those whom the file, which has a key for each, tells from somebody of nearly that name."""
        if not said.key:
            return ()
        there = self._alike.get(slug(said.name), ())
        self._alike[slug(said.name)] = (*there, made)
        return there

    def _id_for(self, made: str, key: str) -> str:
        """The id, with the key of the file behind it where another key has that name."""
        if key and self._keys.setdefault(made, key) != key:
            return f"{made}-{slug(key)}"
        return made


def _named(text: str) -> PrintedPerson:
    name, honorific = name_and_honorifics(text)
    return PrintedPerson(name, honorific, None, confirmed=True)
