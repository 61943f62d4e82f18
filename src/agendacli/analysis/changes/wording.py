"""Differences in words: the old value, the new value, and one plain clause with both."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from agendacli.analysis.changes.values import ChangeKind, Difference, Subject, Value
from agendacli.model.dial import Dial
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DAY, Days, DayWindow, days_touched, in_zone
from agendacli.words.prose import clock_text, length_text, when_text


def clause(difference: Difference, zone: str | None = None, dial: Dial = Dial.TWENTY_FOUR) -> str:
    """What changed, without the title of what it is about and without a full stop; on the clocks of `zone`."""
    was, now = values_text(difference, zone, dial)
    return _CLAUSES[difference.kind](difference, was, now)


def values_text(difference: Difference, zone: str | None = None, dial: Dial = Dial.TWENTY_FOUR) -> tuple[str, str]:
    """What was and what is, each in words; of two times on one day the hours alone. Empty for what is not there."""
    was, now = _on_clocks(difference.was, zone), _on_clocks(difference.now, zone)
    if _single_day(was) is not None and _single_day(was) == _single_day(now):
        return _hours(was, dial), _hours(now, dial)
    return _text(was, dial), _text(now, dial)


def shift_text(minutes: int) -> str:
    """A difference on the clock: `30 min later`, `1 day earlier`."""
    days, rest = divmod(abs(minutes), 24 * 60)
    length = length_text(timedelta(minutes=abs(minutes))) if rest else f"{days} day{'' if days == 1 else 's'}"
    return f"{length} {'later' if minutes > 0 else 'earlier'}"


def day_of(subject: Subject) -> date | None:
    """The first day of a session, None where only a window is known, or of a whole programme."""
    if not isinstance(subject, Occurrence) or isinstance(subject.when, DayWindow):
        return None
    return days_touched(subject.when)[0]


def _on_clocks(value: Value, zone: str | None) -> Value:
    return value if zone is None or value is None or isinstance(value, str) else in_zone(value, zone)


def _single_day(value: Value) -> date | None:
    """The civil day on which a time begins, if it is known and it takes no further days by its hours alone."""
    if value is None or isinstance(value, str | DayWindow):
        return None
    first, after = days_touched(value)
    return None if isinstance(value, Days) and after - first > DAY else first


def _hours(value: Value, dial: Dial) -> str:
    return "" if value is None or isinstance(value, str) else clock_text(value, dial=dial)


def _text(value: Value, dial: Dial) -> str:
    return value or "" if value is None or isinstance(value, str) else when_text(value, dial)


def _role(difference: Difference) -> str:
    return difference.seat.role if difference.seat else ""


def _longer(difference: Difference, was: str, now: str) -> str:
    minutes = abs(difference.minutes or 0)
    length = length_text(timedelta(minutes=minutes))
    return f"{length} {'longer' if difference.kind is ChangeKind.LENGTHENED else 'shorter'}: {now} instead of {was}"


def _moved(difference: Difference, was: str, now: str) -> str:
    by = f" ({shift_text(difference.minutes)})" if difference.minutes else ""
    return f"moved from {was} to {now}{by}{_times(difference)}"


def _times(difference: Difference) -> str:
    return f", {difference.occurrences} times" if difference.occurrences else ""


def _whether(word: str) -> Callable[[Difference, str, str], str]:
    def clause_of(difference: Difference, was: str, now: str) -> str:
        when = now or was
        return f"{word}: {when}{_times(difference)}" if when else word

    return clause_of


def _room(_: Difference, was: str, now: str) -> str:
    if not now:
        return f"no longer in {was}"
    return f"now in {now}, not in {was}" if was else f"in {now}"


def _text_changed(difference: Difference, was: str, now: str) -> str:
    return (
        f"{difference.field}: “{was}” is now “{now}”"
        if was and now
        else f"{difference.field}: “{now or was}”" + ("" if now else " is gone")
    )


_CLAUSES: Mapping[ChangeKind, Callable[[Difference, str, str], str]] = MappingProxyType(
    {
        ChangeKind.ADDED: _whether("added"),
        ChangeKind.REMOVED: _whether("removed"),
        ChangeKind.CANCELLED: _whether("cancelled"),
        ChangeKind.RESTORED: _whether("takes place after all"),
        ChangeKind.MOVED: _moved,
        ChangeKind.SHORTENED: _longer,
        ChangeKind.LENGTHENED: _longer,
        ChangeKind.SETTLED: lambda _, was, now: f"settled: {now} (was {was})",
        ChangeKind.LOOSENED: lambda _, was, now: f"no longer settled: {now} (was {was})",
        ChangeKind.ZONE: lambda it, *_: f"the same clock time in another zone: {shift_text(it.minutes or 0)}",
        ChangeKind.ROOM: _room,
        ChangeKind.RENAMED: lambda _, was, now: f"now called “{now}”, not “{was}”",
        ChangeKind.PERSON_ADDED: lambda it, _, now: f"{now} added as {_role(it)}",
        ChangeKind.PERSON_REMOVED: lambda it, was, _: f"{was} no longer {_role(it)}",
        ChangeKind.SEAT_FILLED: lambda it, was, now: f"{_role(it)}: {now}, who was “{was}”",
        ChangeKind.SEAT_EMPTIED: lambda it, was, now: f"{_role(it)}: “{now}”, who was {was}",
        ChangeKind.ROLE_CHANGED: lambda it, was, now: f"{it.seat.name if it.seat else ''} is {now}, not {was}",
        ChangeKind.CONFIRMED: lambda it, _, now: f"{now} is confirmed as {_role(it)}",
        ChangeKind.UNCONFIRMED: lambda it, _, now: f"{now} is to be confirmed as {_role(it)}",
        ChangeKind.STATUS: lambda _, was, now: f"now {now}, not {was}",
        ChangeKind.TEXT: _text_changed,
        ChangeKind.POSITION: lambda it, _, now: f"{it.seat.name if it.seat else ''}: {now or 'no position'}",
        ChangeKind.CATEGORY: _text_changed,
        ChangeKind.LINK: _text_changed,
    }
)
