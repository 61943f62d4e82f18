"""Which occurrences the shared options keep, and which of them left nothing."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from agendacli.analysis.selection.values import Selection
from agendacli.model.asked import AskedDates, Clock, DateRange
from agendacli.model.frozen import frozen
from agendacli.model.names import Names
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.when import DAY, days_touched, in_zone
from agendacli.words.folded import folded
from agendacli.words.guesses import guesses, hint
from agendacli.words.lists import listed, there_are
from agendacli.words.prose import day_text, days_text
from agendacli.words.terms import matching_names, matching_terms


def select(occurrences: Iterable[Occurrence], selection: Selection, clock: Clock) -> tuple[Occurrence, ...]:
    """The occurrences that every filter keeps, in their order.

    Dates are read in the clock's zone, else in each event's own; what is known by its days belongs to those days in
    any zone. An occurrence is on every day that it may touch, a window on every day that it could be.
    """
    kept = tuple(occurrences)
    for each in _filters(selection, clock):
        kept = each.keep(kept)
    return kept


def emptied_by(occurrences: Iterable[Occurrence], selection: Selection, clock: Clock) -> str | None:
    """A sentence on the first filter after which nothing is left, with the values that there were; None if none is."""
    kept = tuple(occurrences)
    for each in _filters(selection, clock):
        left = each.keep(kept)
        if kept and not left:
            return f"of {_count(kept)} none {each.asked}; {each.there(kept)}"
        kept = left
    return None


def missed_dates(selection: Selection, clock: Clock, count: int, outer: Iterable[Occurrence]) -> str | None:
    """The sentence of `emptied_by` where of so many sessions none lies on the days; `outer` are the first and last."""
    lying, dates = tuple(outer), _dates_filter(selection.dates, clock)
    return f"of {_counted(count)} none {dates.asked}; {dates.there(lying)}" if lying and dates else None


def nowhere(known: Names, selection: Selection) -> tuple[str, ...]:
    """A sentence on each role, room, city, kind or status asked for that is none of the known names."""
    filters = _value_filters(replace(selection, persons=()))
    return tuple(chain.from_iterable(each.missing(known) for each in filters))


def is_surely_left(selection: Selection, known: Names, clock: Clock) -> bool:
    """Whether the names of sessions tell that something is left: one name alone is asked for, and it is there."""
    filters = _filters(selection, clock)
    return len(filters) == 1 and filters[0].fits(known)


_Occurrences = tuple[Occurrence, ...]


@frozen
class _Filter:
    """One filter: what it keeps, what it asks for in words, and what there is instead in words."""

    keep: Callable[[_Occurrences], _Occurrences]
    asked: str
    there: Callable[[_Occurrences], str]
    missing: Callable[[Names], Iterable[str]] = lambda _: ()
    fits: Callable[[Names], bool] = lambda _: False


def _filters(selection: Selection, clock: Clock) -> tuple[_Filter, ...]:
    """The filters that ask for something, in the order in which they are applied."""
    others = (_text_filter(selection.texts), _schedule_filter(selection.attended))
    possible = (_dates_filter(selection.dates, clock), *_value_filters(selection), *others)
    return tuple(each for each in possible if each)


def _value_filters(selection: Selection) -> "tuple[_Filter, ...]":
    """The filters by what stands in one field."""
    asked, persons = selection, selection.persons
    possible = (
        _Values(
            "person",
            persons,
            _person_ids,
            among=lambda names: [each.id for each in names.persons],
            matching=_same,
        ),
        _Values("role", asked.roles, lambda each: _roles(each, persons), lambda names: names.roles),
        _Values("room", asked.rooms, lambda each: each.rooms, among=lambda names: names.rooms, matching=matching_names),
        _Values(
            "city",
            asked.cities,
            lambda each: _if_known(each.place.city),
            among=lambda names: names.cities,
            matching=matching_names,
        ),
        _Values("kind", asked.kinds, lambda each: (each.session.kind,), lambda names: names.kinds),
        _Values("category", asked.categories, lambda each: each.session.categories, lambda names: names.categories),
        _Values("status", asked.statuses, lambda each: (each.status.value,), lambda names: names.statuses),
    )
    return tuple(_values_filter(each, selection.known) for each in possible if each.asked)


class _Values(NamedTuple):
    """The values of one field: its name, what is asked for, those of an occurrence and those among the names.

    `matching` gives those of the known values that are asked for.
    """

    name: str
    asked: Collection[str]
    of: Callable[[Occurrence], Iterable[str]]
    among: Callable[[Names], Collection[str]]
    matching: Callable[[Collection[str], Collection[str]], Collection[str]] = matching_terms


def _values_filter(field: _Values, known: Names | None) -> _Filter:
    """A filter by what stands in one field."""

    def keep(occurrences: _Occurrences) -> _Occurrences:
        wanted = field.matching(field.asked, field.among(known) if known else _distinct(occurrences, field.of))
        return tuple(each for each in occurrences if any(value in wanted for value in field.of(each)))

    def there(occurrences: _Occurrences) -> str:
        values = _nearest_first(field.asked, _distinct(occurrences, field.of))
        return there_are(values) if values else f"no {field.name} is known of them"

    def missing(names: Names) -> Iterable[str]:
        values = field.among(names)
        unknown = (each for each in field.asked if not field.matching((each,), values))
        return (f"nothing has the {field.name} `{each}`; {hint(each, values)}" for each in unknown)

    def fits(names: Names) -> bool:
        return bool(field.matching(field.asked, field.among(names)))

    asked = f"has the {field.name} {listed(field.asked, 'or')}"
    return _Filter(keep, asked, there, missing=missing, fits=fits)


def _dates_filter(dates: AskedDates, clock: Clock) -> _Filter | None:
    def keep(occurrences: _Occurrences) -> _Occurrences:
        return tuple(each for each in occurrences if _is_on(each, dates, clock))

    def there(occurrences: _Occurrences) -> str:
        touched = [_days(each, clock) for each in occurrences]
        hull = DateRange(min(start for start, _ in touched), max(end for _, end in touched))
        return f"they lie {_on(hull)}"

    asked = f"lies {_on(dates.seen_from(clock))}"
    return _Filter(keep, asked, there) if dates.ranges else None


def _text_filter(texts: Collection[str]) -> _Filter | None:
    wanted = [folded(each) for each in texts]

    def keep(occurrences: _Occurrences) -> _Occurrences:
        return tuple(each for each in occurrences if any(text in _searched(each) for text in wanted))

    def there(_: _Occurrences) -> str:
        return "titles, descriptions, people, rooms and categories are searched"

    return _Filter(keep, f"holds the text {listed(texts, 'or')}", there) if texts else None


def _schedule_filter(attended: frozenset[str] | None) -> _Filter | None:
    if attended is None:
        return None

    def keep(occurrences: _Occurrences) -> _Occurrences:
        return tuple(each for each in occurrences if each.id in attended)

    return _Filter(keep, "is in the schedule", lambda _: "it names others, or none")


def _days(occurrence: Occurrence, clock: Clock) -> tuple[date, date]:
    """The civil days that it may touch where dates are read: the first, and the one after the last."""
    when = occurrence.when
    return days_touched(in_zone(when, clock.zone) if clock.zone and clock.zone != when.zone else when)


def _is_on(occurrence: Occurrence, dates: AskedDates, clock: Clock) -> bool:
    return dates.seen_from(clock, occurrence.zone).touches(*_days(occurrence, clock))


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


def _distinct(occurrences: Sequence[Occurrence], values: Callable[[Occurrence], Iterable[str]]) -> frozenset[str]:
    return frozenset(value for each in occurrences for value in values(each))


def _nearest_first(asked: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The known values, those first that are near to what was asked for, the others in alphabetical order."""
    near = [value for each in asked for value in guesses(each, known)]
    return tuple(dict.fromkeys((*near, *sorted(known))))


def _searched(occurrence: Occurrence) -> str:
    """Everything in which a text is looked for, folded; the parts stand apart so that no text lies across two."""
    session = occurrence.session
    people = map(_printed, session.participants)
    parts = (session.title, session.description, occurrence.room, *people, *session.categories)
    return "\n".join(folded(part) for part in parts if part)


def _printed(seat: Participant) -> str:
    return " ".join(part for part in (seat.name, seat.printed, seat.position) if part)


def _count(occurrences: Sequence[Occurrence]) -> str:
    """How many sessions these are; one that repeats is one."""
    return _counted(len({(each.programme.address, each.session.id) for each in occurrences}))


def _counted(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"


def _on(days: DateRange) -> str:
    if days.end == date.max:
        return f"from {day_text(days.start)} on"
    if days.start == date.min:
        return f"up to {day_text(days.end - DAY)}"
    return f"on {days_text(days.start, days.end)}"
