"""Which of the shared options left nothing, and what there is instead: sentences for an answer that is empty."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from agendacli.analysis.selection.select import (
    Besides,
    FieldAsked,
    Filter,
    days_lain_on,
    distinct_values,
    field_filters,
    filters_asked,
)
from agendacli.model.asked import Clock, DateRange, Selection
from agendacli.model.occurrence import Occurrence
from agendacli.model.said import Names
from agendacli.model.when import DAY
from agendacli.words.guesses import guesses, hint
from agendacli.words.lists import listed, there_are
from agendacli.words.prose import day_text, days_text


def emptied_by(occurrences: Iterable[Occurrence], selection: Selection, clock: Clock) -> str | None:
    """A sentence on the first filter after which nothing is left, with the values that there were; None if none is."""
    kept = tuple(occurrences)
    for each in filters_asked(selection, clock):
        left = each.keep(kept)
        if kept and not left:
            return f"of {_count(kept)} none {_asked(each, selection, clock)}; {_there(each, kept, clock)}"
        kept = left
    return None


def missed_dates(selection: Selection, clock: Clock, count: int, outer: Iterable[Occurrence]) -> str | None:
    """The sentence of `emptied_by` where of so many sessions none lies on the days; `outer` are the first and last."""
    lying = tuple(outer)
    if not lying or not selection.dates.ranges:
        return None
    return f"of {_counted(count)} none {_on_the_days(selection, clock)}; {_lying(lying, clock)}"


def nowhere(known: Names, selection: Selection) -> tuple[str, ...]:
    """A sentence on each role, room, city, kind or status asked for that is none of the known names."""
    about = (each.about for each in field_filters(replace(selection, persons=())))
    return tuple(line for field in about if isinstance(field, FieldAsked) for line in _missing(field, known))


def _missing(field: FieldAsked, names: Names) -> Iterator[str]:
    values = field.among(names)
    unknown = (asked for asked in field.asked if not field.matching((asked,), values))
    yield from (f"nothing has the {field.name} `{asked}`; {hint(asked, values)}" for asked in unknown)


def _asked(each: Filter, selection: Selection, clock: Clock) -> str:
    """What a filter asks for in words."""
    match each.about:
        case FieldAsked() as field:
            return f"has the {field.name} {listed(field.asked, 'or')}"
        case Besides.DATES:
            return _on_the_days(selection, clock)
        case Besides.TEXTS:
            return f"holds the text {listed(selection.texts, 'or')}"
    return "is in the schedule"


def _there(each: Filter, occurrences: Sequence[Occurrence], clock: Clock) -> str:
    """What there is instead in words."""
    match each.about:
        case FieldAsked() as field:
            values = _nearest_first(field.asked, distinct_values(occurrences, field.of))
            return there_are(values) if values else f"no {field.name} is known of them"
        case Besides.DATES:
            return _lying(occurrences, clock)
        case Besides.TEXTS:
            return "titles, descriptions, people, rooms and categories are searched"
    return "it names others, or none"


def _on_the_days(selection: Selection, clock: Clock) -> str:
    return f"lies {_on(selection.dates.seen_from(clock))}"


def _lying(occurrences: Sequence[Occurrence], clock: Clock) -> str:
    touched = [days_lain_on(each, clock) for each in occurrences]
    return f"they lie {_on(DateRange(min(start for start, _ in touched), max(end for _, end in touched)))}"


def _nearest_first(asked: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The known values, those first that are near to what was asked for, the others in alphabetical order."""
    near = [value for each in asked for value in guesses(each, known)]
    return tuple(dict.fromkeys((*near, *sorted(known))))


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
