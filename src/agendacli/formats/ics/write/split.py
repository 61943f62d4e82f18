"""Occurrences in parts, one for each file: by event, by day, by person, by room."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from agendacli.formats.ics.file_names import file_name
from agendacli.model.asked import SplitBy
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import days_touched, in_zone
from agendacli.words.prose import plain_day


@frozen
class SplitPart:
    """The occurrences of one file in their order, the name of the file, and what the calendar is called."""

    file: str
    name: str
    occurrences: tuple[Occurrence, ...]


@frozen
class Split:
    """The parts in the order of their first occurrences, and the occurrences that belong to none."""

    parts: tuple[SplitPart, ...]
    left_out: tuple[Occurrence, ...]


_Key = tuple[str, str]
"""An id and a name."""


def split(occurrences: Sequence[Occurrence], by: SplitBy, zone: str | None = None) -> Split:
    """The occurrences file by file; one belongs to several where several people or none where nobody is named.

    A day is the one on which an occurrence begins at the earliest, on the clocks of `zone`, else on its own. A person
    is an identity, however it is printed; a room is one in its venue and city.
    """
    found: dict[_Key, list[Occurrence]] = {}
    left_out = []
    for each in occurrences:
        keys = dict.fromkeys(_KEYS[by](each, zone))
        for key in keys:
            found.setdefault(key, []).append(each)
        left_out += [] if keys else [each]
    parts = (SplitPart(file_name(id_), name, tuple(part)) for (id_, name), part in found.items())
    return Split(tuple(parts), tuple(left_out))


def _events(occurrence: Occurrence, _: str | None) -> Iterator[_Key]:
    yield occurrence.programme.address, occurrence.programme.name


def _days(occurrence: Occurrence, zone: str | None) -> Iterator[_Key]:
    day = days_touched(in_zone(occurrence.when, zone) if zone else occurrence.when)[0]
    yield day.isoformat(), plain_day(day)


def _people(occurrence: Occurrence, _: str | None) -> Iterator[_Key]:
    """Who is known by an address alone has no file, whose name would tell it."""
    persons = (each.person for each in occurrence.session.participants)
    yield from ((each.id, each.name) for each in persons if each and "@" not in each.name)


def _rooms(occurrence: Occurrence, _: str | None) -> Iterable[_Key]:
    house = [each for each in (occurrence.place.venue, occurrence.place.city) if each]
    return [("\n".join([room, *house]), ", ".join([room, *house])) for room in occurrence.rooms]


_KEYS: Mapping[SplitBy, Callable[[Occurrence, str | None], Iterable[_Key]]] = MappingProxyType(
    {SplitBy.EVENT: _events, SplitBy.DAY: _days, SplitBy.PERSON: _people, SplitBy.ROOM: _rooms}
)
