"""Which occurrences the shared options keep."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import Enum

from agendacli.model.asked import AskedDates, Clock, Selection
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.said import Names
from agendacli.model.when import days_touched, in_zone
from agendacli.words.folded import folded
from agendacli.words.terms import matching_names, matching_terms

Occurrences = tuple[Occurrence, ...]


@frozen
class FieldAsked:
    """The values of one field: its name, what is asked for, those of an occurrence and those among the names.

    `matching` gives those of the known values that are asked for.
    """

    name: str
    asked: Collection[str]
    of: Callable[[Occurrence], Iterable[str]]
    among: Callable[[Names], Collection[str]]
    matching: Callable[[Collection[str], Collection[str]], Collection[str]] = matching_terms


class Besides(Enum):
    """What is asked for that is no field of sessions."""

    DATES = "dates"
    TEXTS = "texts"
    SCHEDULE = "schedule"


@frozen
class Filter:
    """One filter: what it is about, what it keeps, and whether the names of sessions tell that something is left."""

    about: FieldAsked | Besides
    keep: Callable[[Occurrences], Occurrences]
    fits: Callable[[Names], bool] = lambda _: False


def select(occurrences: Iterable[Occurrence], selection: Selection, clock: Clock) -> tuple[Occurrence, ...]:
    """The occurrences that every filter keeps, in their order.

    Dates are read in the clock's zone, else in each event's own; what is known by its days belongs to those days in
    any zone. An occurrence is on every day that it may touch, a window on every day that it could be.
    """
    kept = tuple(occurrences)
    for each in filters_asked(selection, clock):
        kept = each.keep(kept)
    return kept


def is_surely_left(selection: Selection, known: Names, clock: Clock) -> bool:
    """Whether the names of sessions tell that something is left: one name alone is asked for, and it is there."""
    filters = filters_asked(selection, clock)
    return len(filters) == 1 and filters[0].fits(known)


def filters_asked(selection: Selection, clock: Clock) -> tuple[Filter, ...]:
    """The filters that ask for something, in the order in which they are applied."""
    others = (_text_filter(selection.texts), _schedule_filter(selection.attended))
    possible = (_dates_filter(selection.dates, clock), *field_filters(selection), *others)
    return tuple(each for each in possible if each)


def field_filters(selection: Selection) -> tuple[Filter, ...]:
    """The filters by what stands in one field."""
    asked, persons = selection, selection.persons
    possible = (
        FieldAsked(
            "person",
            persons,
            _person_ids,
            among=lambda names: [each.id for each in names.persons],
            matching=_same,
        ),
        FieldAsked("role", asked.roles, lambda each: _roles(each, persons), lambda names: names.roles),
        FieldAsked(
            "room", asked.rooms, lambda each: each.rooms, among=lambda names: names.rooms, matching=matching_names
        ),
        FieldAsked(
            "city",
            asked.cities,
            lambda each: _if_known(each.place.city),
            among=lambda names: names.cities,
            matching=matching_names,
        ),
        FieldAsked("kind", asked.kinds, lambda each: (each.session.kind,), lambda names: names.kinds),
        FieldAsked("category", asked.categories, lambda each: each.session.categories, lambda names: names.categories),
        FieldAsked("status", asked.statuses, lambda each: (each.status.value,), lambda names: names.statuses),
    )
    return tuple(_field_filter(each, selection.known) for each in possible if each.asked)


def _field_filter(field: FieldAsked, known: Names | None) -> Filter:
    """A filter by what stands in one field."""

    def keep(occurrences: Occurrences) -> Occurrences:
        wanted = field.matching(field.asked, field.among(known) if known else distinct_values(occurrences, field.of))
        return tuple(each for each in occurrences if any(value in wanted for value in field.of(each)))

    def fits(names: Names) -> bool:
        return bool(field.matching(field.asked, field.among(names)))

    return Filter(field, keep, fits)


def _dates_filter(dates: AskedDates, clock: Clock) -> Filter | None:
    def keep(occurrences: Occurrences) -> Occurrences:
        return tuple(each for each in occurrences if _is_on(each, dates, clock))

    return Filter(Besides.DATES, keep) if dates.ranges else None


def _text_filter(texts: Collection[str]) -> Filter | None:
    wanted = [folded(each) for each in texts]

    def keep(occurrences: Occurrences) -> Occurrences:
        return tuple(each for each in occurrences if any(text in _searched(each) for text in wanted))

    return Filter(Besides.TEXTS, keep) if texts else None


def _schedule_filter(attended: frozenset[str] | None) -> Filter | None:
    if attended is None:
        return None

    def keep(occurrences: Occurrences) -> Occurrences:
        return tuple(each for each in occurrences if each.id in attended)

    return Filter(Besides.SCHEDULE, keep)


def days_lain_on(occurrence: Occurrence, clock: Clock) -> tuple[date, date]:
    """The civil days that it may touch where dates are read: the first, and the one after the last."""
    when = occurrence.when
    return days_touched(in_zone(when, clock.zone) if clock.zone and clock.zone != when.zone else when)


def _is_on(occurrence: Occurrence, dates: AskedDates, clock: Clock) -> bool:
    return dates.seen_from(clock, occurrence.zone).touches(*days_lain_on(occurrence, clock))


def _person_ids(occurrence: Occurrence) -> tuple[str, ...]:
    return tuple(seat.person.id for seat in occurrence.session.participants if seat.person)


def _roles(occurrence: Occurrence, persons: Collection[str]) -> tuple[str, ...]:
    """The roles in the occurrence; if persons are asked for, their roles only."""
    seats = occurrence.session.participants
    return tuple(seat.role for seat in seats if not persons or (seat.person and seat.person.id in persons))


def _same(asked: Collection[str], known: Collection[str]) -> Collection[str]:
    return frozenset(asked).intersection(known)


def _if_known(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def distinct_values(occurrences: Iterable[Occurrence], values: Callable[[Occurrence], Iterable[str]]) -> frozenset[str]:
    """What the values of those are, each once."""
    return frozenset(value for each in occurrences for value in values(each))


def _searched(occurrence: Occurrence) -> str:
    """Everything in which a text is looked for, folded; the parts stand apart so that no text lies across two."""
    session = occurrence.session
    people = map(_printed, session.participants)
    parts = (session.title, session.description, occurrence.room, *people, *session.categories)
    return "\n".join(folded(part) for part in parts if part)


def _printed(seat: Participant) -> str:
    return " ".join(part for part in (seat.name, seat.printed, seat.position) if part)
