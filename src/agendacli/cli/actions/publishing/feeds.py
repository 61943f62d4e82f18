"""The calendars of a published folder: of each event, room and category, and of people where that is asked for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING

from agendacli.cli.actions.calendars.sequences import sequences
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import refuse
from agendacli.formats.ics.file_names import file_name
from agendacli.formats.ics.items import Item, Items
from agendacli.formats.ics.uid import own_uid, uid
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.split import split
from agendacli.formats.private import PrivateItems
from agendacli.model.asked import Refusal, SplitBy
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, session_address
from agendacli.words.ids import slug

if TYPE_CHECKING:
    from agendacli.formats.ics.update.changes import Scope

ENDING = ".ics"


@frozen
class CalendarFeed:
    """A calendar to publish: what it is of, its file, what it is called, and the occurrences in it."""

    of: str
    file: str
    name: str
    occurrences: tuple[Occurrence, ...]


def feeds(occurrences: Sequence[Occurrence], named: Mapping[str, str], *, people: bool) -> tuple[CalendarFeed, ...]:
    """The calendars of these occurrences; those of `people` only where that is asked for, or where one is there.

    `named` has the files of those that are there, by what they are of: a calendar once written keeps its name.
    """
    usual = (*_by_event(occurrences), *_by_room(occurrences), *_by_category(occurrences))
    by_person = _by_person(occurrences) if people or named else ()
    persons = (each for each in by_person if people or each.of in named)
    taken = {*named.values()}
    return tuple(_filed(each, named, taken) for each in (*usual, *persons))


def _filed(feed: CalendarFeed, named: Mapping[str, str], taken: set[str]) -> CalendarFeed:
    """The calendar with the name of a file: the one that it has, else its own, with a number where that is taken."""
    plain = feed.file.removesuffix(ENDING)
    numbered = (f"{plain}-{n}{ENDING}" for n in count(2))
    file = named.get(feed.of) or next(each for each in chain([feed.file], numbered) if each not in taken)
    taken.add(file)
    return replace(feed, file=file)


@frozen
class Calendars:
    """The items of all calendars of a folder, each written once, and those that people have who took the ones there."""

    occurrences: tuple[Occurrence, ...]
    sequences: Mapping[str, int]
    old: Mapping[str, Items]
    scope: "Scope | None"

    @cached_property
    def written(self) -> Mapping[str, Item]:
        """The items by UID, made when the first calendar is."""
        from agendacli.formats.ics.write.writer import items

        return {each.uid: each for each in items(self.occurrences, _options(), self.sequences)}

    def update(self, feed: CalendarFeed, source: str | None) -> bytes:
        """A calendar as those need it who have the one there: what is the same stays, what is gone is cancelled.

        `source` is where it will be found.
        """
        from agendacli.formats.ics.write.writer import whole_file

        options = _options(feed.name, source)
        found, old = self._items(feed, options), self.old.get(feed.file)
        if old is None or self.scope is None:  # nobody has it yet
            return whole_file(feed.occurrences, found, options)
        from agendacli.formats.ics.update.changes import updated  # what the first time does without

        return whole_file(feed.occurrences, updated(found, old.by_uid, self.scope).items, options, old.timezones)

    def _items(self, feed: CalendarFeed, options: CalendarOptions) -> Sequence[Item]:
        """The items of one calendar; those of a block that is not in it take time themselves, so they are others."""
        there = {session_address(each) for each in feed.occurrences}
        if any(each.parent and each.parent not in there for each in feed.occurrences):
            from agendacli.formats.ics.write.writer import items

            return items(feed.occurrences, options, self.sequences)
        named = dict.fromkeys(self._uid(each) for each in feed.occurrences)
        return [self.written[each] for each in named]

    def _uid(self, occurrence: Occurrence) -> str:
        """The UID of the item that an occurrence is in: that of its series, unless each is written on its own."""
        whole = uid(occurrence)
        return whole if whole in self.written else own_uid(occurrence)


def _options(name: str | None = None, source: str | None = None) -> CalendarOptions:
    return CalendarOptions(name=name, source=source, private=PrivateItems.LEFT_OUT)


def calendars(reading: Reading, occurrences: tuple[Occurrence, ...], there: Mapping[str, Items | Refusal]) -> Calendars:
    """The items of what may be seen; the reading says which sessions there are besides."""
    old = {file: _sound(file, each) for file, each in there.items()}
    scope = _scope(replace(reading, occurrences=occurrences), _options(), old)
    return Calendars(occurrences, sequences(reading), old, scope)


def emptied(
    found: Calendars, made: Collection[str], there: Mapping[str, bytes], named: Mapping[str, str]
) -> Iterator[CalendarFeed]:
    """The calendars that are there of these programmes and hold nothing of them any more."""
    for file, old in found.old.items():
        if file not in made and found.scope and any(map(found.scope.is_of_these, old.by_uid.values())):
            of = next((of for of, each in named.items() if each == file), file)
            yield CalendarFeed(of, file, _name_in(there[file]), ())


def _sound(file: str, found: Items | Refusal) -> Items:
    return refuse(f"{file}: {found}; `--fresh` begins anew") if isinstance(found, Refusal) else found


def _scope(shown: Reading, options: CalendarOptions, old: Mapping[str, Items]) -> "Scope | None":
    """Whom the calendars speak for; None where nobody has any yet."""
    if not old:
        return None
    from agendacli.cli.actions.calendars.scope import scope_of

    return scope_of(shown, options, (each for one in old.values() for each in one.by_uid))


def _name_in(data: bytes) -> str:
    """What a calendar of ours calls itself."""
    lines = data.decode("utf-8", "replace").replace("\r\n ", "").split("\r\n")
    return next((each.removeprefix("NAME:") for each in lines if each.startswith("NAME:")), "Agenda")


def _by_event(occurrences: Sequence[Occurrence]) -> Iterator[CalendarFeed]:
    for each in split(occurrences, SplitBy.EVENT).parts:
        yield CalendarFeed(f"event {each.file}", each.file, each.name, each.occurrences)


def _by_room(occurrences: Sequence[Occurrence]) -> Iterator[CalendarFeed]:
    for each in split(occurrences, SplitBy.ROOM).parts:
        yield CalendarFeed(f"room {each.name}", _file("room", each.name.split(",")[0]), each.name, each.occurrences)


def _by_person(occurrences: Sequence[Occurrence]) -> Iterator[CalendarFeed]:
    for each in split(occurrences, SplitBy.PERSON).parts:
        yield CalendarFeed(f"person {each.file}", f"person-{each.file}", each.name, each.occurrences)


def _by_category(occurrences: Sequence[Occurrence]) -> Iterator[CalendarFeed]:
    found: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        for category in dict.fromkeys(each.session.categories):
            found.setdefault(category, []).append(each)
    for category, part in found.items():
        yield CalendarFeed(f"category {category}", _file("category", category), category, tuple(part))


def _file(what: str, name: str) -> str:
    return file_name(f"{what}-{slug(name)}")
