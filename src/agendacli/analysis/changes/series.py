"""What became of the times of a repeated session: those that changed alike as one change, and the exceptions."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from agendacli.analysis.changes.days import days_of
from agendacli.analysis.changes.series_words import series_words
from agendacli.analysis.changes.times import time_change
from agendacli.analysis.changes.values import ChangeKind, Difference, Value
from agendacli.analysis.occurrences import expand
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Repeat, Session, Start, Status
from agendacli.model.rules.rule import Rule, read_rule
from agendacli.model.when import When, bounds
from agendacli.model.zones import wall

_FEW = 3
"""Up to so many occurrences that changed alike are reported one by one."""

_YEAR = timedelta(days=366)
Both = tuple[Occurrence, Occurrence]
_DayKey = tuple[date, int]
_Key = TypeVar("_Key")


@frozen
class CommonTimes:
    """The occurrences that both versions of a session have, and those that only one of them has."""

    both: tuple[Both, ...]
    removed: tuple[Occurrence, ...]
    added: tuple[Occurrence, ...]


def times_of(old: Occurrence, new: Occurrence) -> CommonTimes:
    """The occurrences of a session in two versions: those of one day are the same, else they are taken in order."""
    end = _end(old.session, new.session)
    mine, theirs = (_by_day(expand((_alone(each),), end=end)) for each in (old, new))
    if mine.keys().isdisjoint(theirs):
        return _common(dict(enumerate(mine.values())), dict(enumerate(theirs.values())))
    return _common(mine, theirs)


def _common(mine: Mapping[_Key, Occurrence], theirs: Mapping[_Key, Occurrence]) -> CommonTimes:
    both = tuple((each, theirs[key]) for key, each in mine.items() if key in theirs)
    return CommonTimes(both, _without(mine, theirs), _without(theirs, mine))


def all_times(occurrence: Occurrence) -> tuple[When, ...]:
    """When a repeated session takes place; of one without end within a year."""
    session = occurrence.session
    return tuple(each.when for each in expand((_alone(occurrence),), end=_end(session, session)))


def series_changes(old: Occurrence, new: Occurrence, times: CommonTimes) -> Iterator[Difference]:
    """What became of the times; `old` and `new` stand for all of them."""
    groups: dict[tuple[ChangeKind, int | None], list[Both]] = defaultdict(list)
    for one, other in times.both:
        if found := _of_one(one, other):
            groups[found].append((one, other))
    alive = sum(Status.CANCELLED not in (one.status, other.status) for one, other in times.both)
    for (kind, minutes), pairs in groups.items():
        is_whole = len(pairs) > _FEW or (len(pairs) == alive > 1)
        told = _as_one(kind, old, new, pairs) if is_whole else (_alone_changed(kind, *each) for each in pairs)
        yield from (replace(each, minutes=minutes) for each in told)
    yield from _only_in_one(ChangeKind.REMOVED, old, new, times.removed)
    yield from _only_in_one(ChangeKind.ADDED, old, new, times.added)


def _alone(occurrence: Occurrence) -> Programme:
    return replace(occurrence.programme, sessions=(occurrence.session,))


def _end(old: Session, new: Session) -> datetime | None:
    """Where both are followed to: a year on if one of them never ends."""
    rules = (read_rule(rule) for each in (old, new) for rule in (each.repeat or Repeat()).rules)
    if not any(isinstance(rule, Rule) and rule.is_endless for rule in rules):
        return None
    return max(bounds(each.when).start for each in (old, new)) + _YEAR


def _by_day(occurrences: Iterable[Occurrence]) -> dict[_DayKey, Occurrence]:
    """The occurrences by the civil day on which their rule puts them, several of one day in order."""
    counts: Counter[date] = Counter()
    found = {}
    for each in occurrences:
        day = _day(each.original, each)
        found[day, counts[day]] = each
        counts[day] += 1
    return found


def _day(original: Start | None, occurrence: Occurrence) -> date:
    start = original if original is not None else occurrence.when.start
    if not isinstance(start, datetime):
        return start
    zone = occurrence.session.when.zone or occurrence.zone
    return wall(start, zone).date() if start.tzinfo and zone else start.date()


def _without(found: Mapping[_Key, Occurrence], others: Container[_Key]) -> tuple[Occurrence, ...]:
    return tuple(each for key, each in found.items() if key not in others)


def _of_one(old: Occurrence, new: Occurrence) -> tuple[ChangeKind, int | None] | None:
    """The change of one occurrence; the time of a cancelled one does not count."""
    was, now = (each.status is Status.CANCELLED for each in (old, new))
    if was or now:
        return None if was and now else (ChangeKind.CANCELLED if now else ChangeKind.RESTORED, None)
    found = time_change(old.when, new.when)
    return (found.kind, found.minutes) if found else None


def _alone_changed(kind: ChangeKind, old: Occurrence, new: Occurrence) -> Difference:
    was: Value = None if kind is ChangeKind.RESTORED else old.when
    now: Value = None if kind is ChangeKind.CANCELLED else new.when
    return Difference(kind, subject=new, before=old, was=was, now=now, days=days_of(old.when, new.when))


def _as_one(kind: ChangeKind, old: Occurrence, new: Occurrence, pairs: Sequence[Both]) -> Iterator[Difference]:
    first, other = pairs[0]
    was = None if kind is ChangeKind.RESTORED else series_words(old.session, first.when)
    now = None if kind is ChangeKind.CANCELLED else series_words(new.session, other.when)
    days = days_of(*(each.when for pair in pairs for each in pair))
    yield Difference(kind, subject=new, before=old, was=was, now=now, occurrences=len(pairs), days=days)


def _only_in_one(
    kind: ChangeKind, old: Occurrence, new: Occurrence, occurrences: Sequence[Occurrence]
) -> Iterator[Difference]:
    is_new = kind is ChangeKind.ADDED
    if len(occurrences) <= _FEW:
        for each in occurrences:
            was, now = (None, each.when) if is_new else (each.when, None)
            yield Difference(kind, each, was=was, now=now, days=days_of(each.when), is_gone=not is_new)
        return
    first, last = (each.when for each in (occurrences[0], occurrences[-1]))
    span = f"{days_of(first)[0]} to {days_of(last)[-1]}"
    words = f"{series_words((new if is_new else old).session, first)}, {span}"
    days = days_of(*(each.when for each in occurrences))
    found = Difference(kind, new, old, occurrences=len(occurrences), days=days)
    yield replace(found, now=words) if is_new else replace(found, was=words)
