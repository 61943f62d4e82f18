"""A conflict in words: one plain sentence, and a phrase for each thing that is not known yet."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from textwrap import shorten

from agendacli.analysis.conflicts.times.certainty import Way
from agendacli.analysis.conflicts.times.days import DayRuns
from agendacli.analysis.conflicts.values import Conflict
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.programme import Status
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow
from agendacli.model.zones import wall
from agendacli.words.prose import clock_text, day_text, days_text, length_text, window_text

TITLE_WIDTH = 60


def sentence(conflict: Conflict, zone: str | None = None) -> str:
    """The conflict in one plain sentence, without a full stop, on the clocks of `zone`, else of the first session."""
    tell = {"room": _room, "person": _person, "travel": _travel, "overlap": _overlap}
    tell |= {"turnover": _turnover, "rest": _rest, "category": _category, "absence": _absence}
    more = "; more times of this repeated session do so" if conflict.more else ""
    return f"{tell[conflict.kind](conflict, zone)}{more}"


def time_unknowns(occurrence: Occurrence) -> tuple[str, ...]:
    """What is not known of a session's time, as `ID: what`; empty if everything is."""
    what = _not_known(occurrence)
    return (f"{occurrence.id}: {what}",) if what else ()


def status_unknowns(occurrence: Occurrence) -> tuple[str, ...]:
    """That a session itself is tentative, or its time doubted, as `ID: what`; empty if neither."""
    tentative = (f"{occurrence.id}: it is tentative",) if occurrence.status is Status.TENTATIVE else ()
    return (*tentative, f"{occurrence.id}: its time is unsure") if occurrence.session.unsure else tentative


def person_unknowns(occurrence: Occurrence, seats: Sequence[Participant]) -> tuple[str, ...]:
    """That a person's part in a session is to be confirmed; empty as soon as one of the person's seats is."""
    for seat in seats:
        if seat.confirmed:
            return ()
    return (f"{occurrence.id}: {seats[0].name} is to be confirmed",)


def way_unknowns(first: Occurrence, second: Occurrence, way: Way) -> tuple[str, ...]:
    """What is not known of the way between the cities of two sessions."""
    between = f"the way between {first.place.city} and {second.place.city}"
    if not way.is_known:
        return (f"{between} is not known",)
    least, usual = (length_text(timedelta(seconds=each)) for each in (way.least, way.usual))
    return (f"{between} is an estimate: at least {least}, usually {usual}",)


def _not_known(occurrence: Occurrence) -> str | None:
    when = occurrence.when
    if isinstance(when, DayWindow):
        return f"the day is not known ({window_text(when)})"
    if isinstance(when, Days):
        return "the hours are not known" if when.hours is Hours.UNKNOWN else None
    if isinstance(when, TimeWindow):
        return f"the time is not known ({clock_text(when)})"
    return "the end is not stated" if when.end is None else None


def _overlap(conflict: Conflict, zone: str | None) -> str:
    return f"{_both(conflict)} {_clash(conflict, zone)}"


def _room(conflict: Conflict, zone: str | None) -> str:
    return f"{_both(conflict)} are both in {conflict.subject} and {_clash(conflict, zone)}"


def _person(conflict: Conflict, zone: str | None) -> str:
    one, other = _titles(conflict)
    here, there = map(_roles, conflict.seats or ((), ()))
    return f"{conflict.subject} is {here} of {one} and {there} of {other}, which {_clash(conflict, zone)}"


def _category(conflict: Conflict, zone: str | None) -> str:
    return f"{_both(conflict)}, both of the category {conflict.subject}, {_clash(conflict, zone)}"


def _absence(conflict: Conflict, zone: str | None) -> str:
    roles, when = _roles((conflict.seats or ((), ()))[0]), conflict.absence.text if conflict.absence else ""
    title = f"“{short_name(conflict.first)}”"
    return f"{conflict.subject} is {roles} of {title} and absent “{when}”, which {_clash(conflict, zone)}"


def _turnover(conflict: Conflict, _: str | None) -> str:
    return f"between {_both(conflict)} in {conflict.subject}, {_pause(conflict)}{_on_days(conflict)}"


def _rest(conflict: Conflict, _: str | None) -> str:
    return f"for {conflict.subject}, between {_both(conflict)}, {_pause(conflict)}{_on_days(conflict)}"


def _pause(conflict: Conflict) -> str:
    """How long the pause is, and how long it has to be."""
    verb = "there may be" if conflict.depends_on else "there is"
    needed = f"for a {conflict.kind} of {length_text(conflict.journey or timedelta())}"
    if conflict.minutes is None:
        return f"{verb} too little time {needed}"
    return f"{verb} only {length_text(conflict.end - conflict.start)} {needed}"


def _travel(conflict: Conflict, _: str | None) -> str:
    one, other = _titles(conflict)
    here, there = _where(conflict)
    return f"{_between(conflict)} {one}{here} and {other}{there}, {_shortage(conflict)}{_on_days(conflict)}"


def _between(conflict: Conflict) -> str:
    return f"for {conflict.subject}, between" if conflict.subject else "between"


def _shortage(conflict: Conflict) -> str:
    needed = f"a journey of about {length_text(conflict.journey)}" if conflict.journey else "the journey"
    if conflict.minutes is not None:
        verb = "there may be only" if conflict.depends_on else "there is only"
        there_is = length_text(conflict.end - conflict.start)
        return f"{verb} {there_is} for {needed}"
    verb = "there may be too little" if conflict.depends_on else "there is too little"
    return f"{verb} time for {needed}"


def _clash(conflict: Conflict, zone: str | None) -> str:
    verb = "may overlap" if conflict.depends_on else "overlap"
    if conflict.minutes is not None:
        return f"{verb} by {length_text(conflict.end - conflict.start)} on {_clock_span(conflict, zone)}"
    if conflict.days is None and conflict.candidates is None:
        return f"{verb} on {_clock_span(conflict, zone)}"
    return f"{verb}{_on_days(conflict)}"


def _on_days(conflict: Conflict) -> str:
    """The days on which it depends, and how many of the possible ones remain."""
    if conflict.candidates is None:
        return f" on {days_in_words(conflict.days)}" if conflict.days else ""
    told = conflict.candidates - (conflict.free or 0)
    left = f"{conflict.clear or 'none'} stay{'s' if conflict.clear == 1 else ''} free"
    if conflict.days is None:
        return f" in {told} of {conflict.candidates} possible pairs of days; {left}"
    return f" on {told} of {conflict.candidates} possible days ({days_in_words(conflict.days)}); {left}"


def days_in_words(days: DayRuns) -> str:
    """Days as runs: `Sun 3 December 2017 and Thu 7 December 2017`, `Mon 4 – Wed 6 December 2017`."""
    return _listed(runs_in_words(days))


def runs_in_words(days: DayRuns) -> tuple[str, ...]:
    """Each run of days in words."""
    ends = ((date.fromordinal(first), date.fromordinal(after - 1)) for first, after in days.runs)
    return tuple(days_text(first, last + DAY) for first, last in ends)


def _clock_span(conflict: Conflict, asked: str | None) -> str:
    zone = asked or conflict.first.zone or conflict.second.zone or "UTC"
    is_own = conflict.first.zone == conflict.second.zone and asked in (None, conflict.first.zone)
    return f"{_span_text(conflict.start, conflict.end, zone)}{'' if is_own else f' ({zone})'}"


@lru_cache(maxsize=1024)
def _span_text(start: datetime, end: datetime, zone: str) -> str:
    """A time on the clocks of a zone; where hundreds of sessions are at one time, all pairs have the same."""
    first, last = (wall(each, zone).replace(tzinfo=None) for each in (start, end))
    return f"{day_text(first.date())}, {clock_text(Timed(first, last, zone))}"


def _both(conflict: Conflict) -> str:
    return " and ".join(_titles(conflict))


def _titles(conflict: Conflict) -> tuple[str, str]:
    first, second = (short_name(each) for each in (conflict.first, conflict.second))
    if first != second:
        return f"“{first}”", f"“{second}”"
    return f"“{first}” ({conflict.first.id})", f"“{second}” ({conflict.second.id})"


def short_name(occurrence: Occurrence) -> str:
    """What to call a session in a sentence: one that is its whole programme has the programme's short title."""
    programme, title = occurrence.programme, occurrence.session.title
    return _short(programme.name if title == programme.title else title)


def _short(title: str) -> str:
    """A title that fits into a sentence: a long one without what follows its colon, at most so many characters."""
    if len(title) <= TITLE_WIDTH:
        return title
    head, colon, _ = title.partition(": ")
    return shorten(head if colon else title, TITLE_WIDTH, placeholder=" …")


def _where(conflict: Conflict) -> tuple[str, str]:
    """The two places as far as they differ: rooms within one city, else cities."""
    here, there = conflict.first, conflict.second
    if here.place.city != there.place.city:
        return _in(here.place.city), _in(there.place.city)
    return _in(here.room or here.place.venue), _in(there.room or there.place.venue)


def _in(name: str | None) -> str:
    return f" in {name}" if name else ""


def _roles(seats: Sequence[Participant]) -> str:
    return _listed(dict.fromkeys(seat.role for seat in seats))


def _listed(parts: Iterable[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
