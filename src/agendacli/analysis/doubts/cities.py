"""Which cities nobody can place, though somebody may have to get from there to another one within a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from agendacli.analysis.doubts.seen import place_span
from agendacli.analysis.whereabouts import Whereabouts
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import City, Gazetteer
from agendacli.model.programme import Status
from agendacli.model.span import Span
from agendacli.model.when import DAY
from agendacli.words.directory import NEAR_PLACE
from agendacli.words.near import nearest

_MOST = 50
"""Cities that are looked back at: nearly always one or two are within a day."""
_NEVER = datetime.max.replace(tzinfo=UTC)


@frozen
class UnplacedCity:
    """A city that nobody can place and another one near it in time, as printed and as declared; and where it stands."""

    name: str
    declared: City | None
    other: str
    declared_other: City | None
    span: Span


@frozen
class _Stay:
    """An occurrence in a city by its one name, until when, and whether anybody knows where that is."""

    occurrence: Occurrence
    city: str
    is_placed: bool

    @property
    def end(self) -> datetime:
        return _NEVER if self.occurrence.session.repeat else self.occurrence.bounds.end


def unplaced_cities(occurrences: Iterable[Occurrence], gazetteer: Gazetteer) -> Iterator[UnplacedCity]:
    """Each city, once, of which neither coordinates nor a time to another one within a day are known."""
    where = Whereabouts(gazetteer)
    stays = tuple(_stays(occurrences, where))
    if all(each.is_placed for each in stays) or len({each.city for each in stays}) == 1:
        return
    first = {each.city: each.occurrence for each in reversed(stays)}
    for city, other in _met(stays, where).items():
        place, name = first[city].place, where.city(other.occurrence.place)
        yield UnplacedCity(
            where.city(place) or "",
            declared=where.declared_city(city),
            other=name or "",
            declared_other=where.declared_city(other.city),
            span=place_span(first[city]),
        )


def _stays(occurrences: Iterable[Occurrence], where: Whereabouts) -> Iterator[_Stay]:
    """The sessions that take place in a city, each once."""
    known: dict[tuple[int, int], tuple[str, bool] | None] = {}
    met: set[int] = set()
    for each in occurrences:
        place = id(each.place), id(each.programme)
        if place not in known:
            city = where.city(each.place)
            known[place] = (where.canonical(city), where.coordinates(each) is not None) if city else None
        found, is_new = known[place], id(each.session) not in met
        met.add(id(each.session))
        if found and is_new and not each.session.transparent and each.status is not Status.CANCELLED:
            yield _Stay(each, *found)


def _met(stays: Iterable[_Stay], where: Whereabouts) -> Mapping[str, _Stay]:
    """Of each city that nobody can place a stay in another one, less than a day from it."""
    found: dict[str, _Stay] = {}
    recent: dict[str, _Stay] = {}
    for stay in sorted(stays, key=lambda each: each.occurrence.bounds.start):
        near = (each for each in recent.values() if stay.occurrence.bounds.start - each.end < DAY)
        for other in near:
            if other.city != stay.city and _is_open(stay.city, other.city, where):
                found |= {one.city: two for one, two in ((stay, other), (other, stay)) if not one.is_placed}
        last = recent.pop(stay.city, stay)
        recent[stay.city] = max(last, stay, key=lambda each: each.end)
        if len(recent) > _MOST:
            del recent[next(iter(recent))]
    return found


def _is_open(one: str, other: str, where: Whereabouts) -> bool:
    """Whether nothing is stated of the way; a name that is nearly that of a declared city is told as a slip of it."""
    if (one, other) in where.transfers:
        return False
    is_declared = where.declared_city(one) or where.declared_city(other)
    return not (is_declared and nearest(one, (other,), NEAR_PLACE))
