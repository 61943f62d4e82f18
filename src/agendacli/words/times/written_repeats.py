"""Rules of RFC 5545 as the definition format writes them: `every Tuesday from 2026-03-10`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from types import MappingProxyType

from agendacli.model.frozen import frozen
from agendacli.model.rules.rule import DAY_NAMES, Frequency, Rule
from agendacli.model.when import Days, DayWindow, When
from agendacli.model.zones import instant
from agendacli.words.prose import WEEKDAYS

_WORKING_DAYS = (0, 1, 2, 3, 4)
_EVERY_DAY = tuple(range(7))
_MOST = 999
_UNITS: Mapping[Frequency, str] = MappingProxyType(
    {
        Frequency.YEARLY: "year",
        Frequency.MONTHLY: "month",
        Frequency.WEEKLY: "week",
        Frequency.DAILY: "day",
        Frequency.HOURLY: "hour",
        Frequency.MINUTELY: "minute",
        Frequency.SECONDLY: "second",
    }
)
_TWO = 2


@frozen
class RepeatWords:
    """The words of the day key for repeated days, and the rule of RFC 5545 that they mean."""

    key: str
    rule: str


def has_one_a_day(rule: Rule) -> bool:
    """Whether all its occurrences begin at the same time of day."""
    return not (rule.is_within_days or rule.by_hour or rule.by_minute or rule.by_second)


def every(text: str, rule: Rule, when: When, last: date | None) -> RepeatWords:
    """The day key of a rule whose first occurrence is `when`, up to and including `last`.

    Without `last` the rule's own end is used.
    """
    first = _day_of(when)
    said = None if last is None and not rule.is_endless else _said(rule, first)
    what, meant = said or _verbatim(text, has_end=last is None)
    to = f" to {last}" if last else ""
    return RepeatWords(f"every {what} from {first}{to}", f"{meant}{_until(when, last)}")


def repeat_words(rule: Rule, first: date) -> str:
    """How often a rule repeats from that first day: `every Tuesday`; for a rule of many parts only its frequency."""
    said = _said(rule, first)
    unit = _UNITS[rule.frequency]
    return f"every {said[0] if said else unit if rule.interval == 1 else f'{rule.interval} {unit}s'}"


def until(text: str, moment: datetime) -> str:
    """The rule, ending at that UTC instant (inclusive)."""
    return f"{_verbatim(text, has_end=False)[0]};UNTIL={moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _day_of(when: When) -> date:
    return when.start if isinstance(when, Days | DayWindow) else when.start.date()


def _verbatim(text: str, *, has_end: bool) -> tuple[str, str]:
    """The rule with its frequency first."""
    parts = ["".join(each.split()) for each in text.upper().split(";")]
    kept = [each for each in parts if each and (has_end or not each.startswith(("UNTIL=", "COUNT=")))]
    rule = ";".join(sorted(kept, key=lambda each: not each.startswith("FREQ=")))
    return rule, rule


def _until(when: When, last: date | None) -> str:
    """The end of the rule, in the form that the words mean."""
    if last is None:
        return ""
    if isinstance(when, Days | DayWindow):
        return f";UNTIL={last:%Y%m%d}"
    return f";UNTIL={instant(datetime.combine(last, when.start.time()), when.zone):%Y%m%dT%H%M%SZ}"


def _said(rule: Rule, first: date) -> tuple[str, str] | None:
    """The words for the rule and what they mean; None if it needs the notation of RFC 5545."""
    known = Rule(rule.frequency, rule.until, rule.count, rule.interval, by_day=rule.by_day, week_start=rule.week_start)
    weekdays = tuple(sorted({day for _, day in rule.by_day}))
    each_of_them = not any(ordinal for ordinal, _ in rule.by_day)
    if rule != known or not each_of_them or rule.interval > _MOST or (weekdays and first.weekday() not in weekdays):
        return None
    if rule.frequency is Frequency.DAILY and not weekdays:
        return _daily(rule.interval)
    if rule.frequency is Frequency.DAILY and rule.interval == 1:
        return _weekly(1, weekdays)
    if rule.frequency is Frequency.WEEKLY and not (rule.week_start and rule.interval > 1 and len(weekdays) > 1):
        return _weekly(rule.interval, weekdays or (first.weekday(),))
    return None


def _daily(interval: int) -> tuple[str, str]:
    counted = {1: "day", 2: "other day"}.get(interval, f"{interval} days")
    return counted, "FREQ=DAILY" + (f";INTERVAL={interval}" if interval > 1 else "")


def _weekly(interval: int, weekdays: tuple[int, ...]) -> tuple[str, str]:
    names = _listed([WEEKDAYS[each] for each in weekdays])
    days = f"BYDAY={','.join(DAY_NAMES[each] for each in weekdays)}"
    if interval > 1:
        counted = f"other {names}" if interval == _TWO else f"{interval} weeks on {names}"
        return counted, f"FREQ=WEEKLY;INTERVAL={interval};{days}"
    if weekdays == _EVERY_DAY:
        return _daily(1)
    return "weekday" if weekdays == _WORKING_DAYS else names, f"FREQ=WEEKLY;{days}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
