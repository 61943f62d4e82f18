"""Repeated sessions as the definition format has them: one item with its exceptions, and items for what is left."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import UTC, date, datetime, timedelta

from agendacli.analysis.occurrences import expansion
from agendacli.analysis.recurrence.series import Series
from agendacli.analysis.recurrence.shift import END_OF_TIME, SeriesLength
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.interval import Stretch
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Change, Programme, Repeat, Session, Start, Status
from agendacli.model.rules.rule import Rule, read_rule
from agendacli.model.when import DAY, Days, DayWindow, Timed, When, bounds, in_zone
from agendacli.words.times.written import Loss, hours, minute_of, sayable
from agendacli.words.times.written_repeats import RepeatWords, every, has_one_a_day, until

_NONE = "none"
_YEAR = timedelta(days=366)
_END = END_OF_TIME.replace(tzinfo=UTC)
_Found = Mapping[Start, Occurrence]


@frozen
class Written:
    """What becomes of a repeated session.

    `session` is the first of days that repeat, under the day key of `every`; None where it is written one by one.
    `exceptions` says what holds on which date, `singles` are sessions of their own, `remarks` is what was lost.
    """

    session: Session | None = None
    every: RepeatWords | None = None
    exceptions: Mapping[str, str] = field(default_factory=dict)
    singles: tuple[Session, ...] = ()
    remarks: tuple[str, ...] = ()


def write_series(programme: Programme, session: Session, stretch: Stretch) -> Written:
    """A repeated session with everything that differs in it, as far as it touches the stretch.

    Without end of the stretch what never ends is written one by one, where it has to be, for a year from its moment on.
    """
    plain = _to_the_minute(session)
    work = _Work(
        programme, session=plain, repeat=plain.repeat or Repeat(), stretch=stretch, horizon=_horizon(plain, stretch)
    )
    whole = _whole(work)
    found = whole or _one_by_one(work)
    lost = (str(Loss.SECONDS),) if plain is not session and plain != session else ()
    return replace(found, remarks=(*found.remarks, *lost))


@frozen
class _Work:
    """One session, what of it is asked for, and the instant up to which it is followed (None: to its end)."""

    programme: Programme
    session: Session
    repeat: Repeat
    stretch: Stretch
    horizon: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it goes on beyond the instant up to which it is followed."""
        return self.horizon is not None and self.stretch.end is None

    @property
    def series(self) -> Series:
        """How its starts are known."""
        return Series.of(self.session)

    def expanded(self, session: Session) -> tuple[dict[Start, Occurrence], bool]:
        """The occurrences of the session, repeated as it says itself, by their originals; and whether all are there."""
        alone = replace(self.programme, sessions=(session,))
        found = expansion((alone,), self.stretch.start, self.horizon)
        return {each.original: each for each in found.occurrences if each.original is not None}, not found.cuts

    def day_of(self, key: Start) -> date:
        """The day of an original on the clocks of the series."""
        return self.series.on_the_wall(key).date()


def _whole(work: _Work) -> Written | None:
    """The series as one item under days that repeat; None where the format has no words for it."""
    rules = [each for each in map(read_rule, work.repeat.rules) if not isinstance(each, Refusal)]
    if len(rules) != 1 or len(rules) != len(work.repeat.rules) or any(each.onwards for each in work.repeat.changes):
        return None
    plain = Repeat(work.repeat.rules, exact=work.repeat.exact, days=work.repeat.days)
    given, is_complete = work.expanded(replace(work.session, repeat=plain))
    first = _first(work, given)
    said = _every(work, rules[0], first, given, is_complete=is_complete) if first else None
    if first is None or said is None:
        return None
    nominal = replace(work.session, when=first, repeat=Repeat((said.rule,)))
    return _with_exceptions(work, nominal, said, one_a_day=has_one_a_day(rules[0]))


def _first(work: _Work, given: _Found) -> When | None:
    """The time of the first of the series that is written, if the hours of an item can say it."""
    if work.stretch.start is None:
        first = _usual(work, work.session.when)
    elif given:
        first = _usual(work, given[min(given)].when)
    else:
        return None
    found = sayable(first)
    if not found or found.loss or found.when != first or isinstance(first, DayWindow):
        return None
    is_long = isinstance(first, Days) and first.end - first.start != DAY
    goes_on = len(given) > 1 or work.is_open
    return first if goes_on and not is_long else None


def _usual(work: _Work, when: When) -> When:
    """A time of the series with the hour at which it ends where no clocks change."""
    length = SeriesLength.of(work.session.when, exact=work.repeat.exact, days=work.repeat.days).usual
    return when if length is None or not isinstance(when, Timed) else replace(when, end=when.start + length)


def _every(work: _Work, rule: Rule, first: When, given: _Found, *, is_complete: bool) -> RepeatWords | None:
    """The days that repeat, up to the last that is asked for."""
    text, end = work.repeat.rules[0], work.stretch.end
    if is_complete and has_one_a_day(rule) and (end is not None or not rule.is_endless):
        return every(text, rule, first, work.day_of(max(given)))
    if end is None:
        moved = work.stretch.start is not None and rule.count is not None
        return None if moved else every(text, rule, first, None)
    if rule.count is not None or isinstance(first, Days | DayWindow):
        return None
    last = min(end - timedelta(seconds=1), _last(rule, first.zone, end))
    bounded = until(text, last)
    return every(bounded, replace(rule, until=last), first, None)


def _last(rule: Rule, zone: str, end: datetime) -> datetime:
    """The instant of UNTIL, where the rule has one that is an instant."""
    found = rule.until
    return found if isinstance(found, datetime) and found.tzinfo and zone else end


def _with_exceptions(work: _Work, nominal: Session, said: RepeatWords, *, one_a_day: bool) -> Written | None:
    """The item, held against what takes place; None where more would have to be excepted than dates can say."""
    meant, _ = work.expanded(nominal)
    actual, is_complete = work.expanded(work.session)
    if len(actual) <= 1 and not work.is_open:
        return None
    exceptions: dict[str, str] = {}
    singles: dict[Start, Occurrence] = {key: each for key, each in actual.items() if key not in meant}
    for key, each in meant.items():
        word = _exception(work, each, actual.get(key), nominal)
        if word:
            exceptions[str(work.day_of(key))] = word
        if word == _NONE and key in actual:
            singles[key] = actual[key]
    if exceptions and not (one_a_day and is_complete):
        return None
    if len(exceptions) == len(meant) and set(exceptions.values()) == {_NONE}:
        return None
    remarks = (*_left_out(singles, meant), *_nights(work, meant, actual))
    in_order = dict(sorted(exceptions.items()))
    return Written(
        replace(nominal, repeat=None), every=said, exceptions=in_order, singles=_items(work, singles), remarks=remarks
    )


def _exception(work: _Work, meant: Occurrence, actual: Occurrence | None, nominal: Session) -> str:
    """The exception on one date; None if the occurrence is as the rule has it."""
    if actual is None:
        return _NONE
    alike = replace(nominal, when=actual.when, status=actual.session.status, repeat=None)
    alike = replace(alike, when_text=actual.session.when_text)
    if alike != replace(actual.session, when=actual.when, repeat=None):
        return _NONE
    if actual.session.status is nominal.status:
        return "" if actual.when == meant.when else _new_time(work, meant, actual.when, nominal)
    usual = actual.when == meant.when and hours(meant.when) == hours(nominal.when)
    return Status.CANCELLED.value if usual and actual.session.status is Status.CANCELLED else _NONE


def _new_time(work: _Work, meant: Occurrence, when: When, nominal: Session) -> str:
    """The words for another time, or that it does not take place where there are none."""
    zone = nominal.when.zone or work.programme.zone
    found = sayable(in_zone(when, zone) if zone else when)
    if not found or found.loss or (zone is None and not isinstance(when, Days)) or isinstance(when, DayWindow):
        return _NONE
    if isinstance(when, Days) and when.end - when.start != DAY:
        return _NONE
    start = found.when.start
    day = start.date() if isinstance(start, datetime) else start
    new_day = [] if meant.original is not None and day == work.day_of(meant.original) else [str(day)]
    new_hours = hours(found.when) or ""
    return " ".join([*new_day, *([] if new_day and new_hours == hours(nominal.when) else [new_hours])])


def _left_out(singles: _Found, meant: _Found) -> tuple[str, ...]:
    """The remarks on items written beside a series."""
    differing = sum(key in meant for key in singles)
    further = len(singles) - differing
    told = []
    if differing:
        told.append(f"{_times(differing)} it differs in more than its time; written as {_items_word(differing)}")
    if further:
        told.append(f"{_times(further)} it takes place where no rule leads; written as {_items_word(further)}")
    return tuple(told)


def _nights(work: _Work, meant: _Found, actual: _Found) -> tuple[str, ...]:
    """A word on ends that keep the length when the clocks change, of a series that goes on beyond what was compared."""
    changed = {work.series.key(work.series.on_the_wall(each.original)) for each in work.repeat.changes}
    differ = any(key in actual and key not in changed and actual[key].when != meant[key].when for key in meant)
    if not differ or work.horizon is None or not work.is_open:
        return ()
    return (f"on nights when the clocks change it ends at another hour; written up to {work.horizon:%Y-%m-%d}",)


def _one_by_one(work: _Work) -> Written:
    """Every occurrence as a session of its own."""
    found, is_complete = work.expanded(work.session)
    if len(found) <= 1 and is_complete and not work.is_open:
        return Written(singles=tuple(map(_single, found.values())))
    up_to = f" up to {work.horizon:%Y-%m-%d}" if work.is_open else ""
    up_to = up_to if is_complete else ", as far as it was followed"
    remark = f"it repeats in a way that has no words here; written as {_items_word(len(found))}{up_to}"
    return Written(singles=_items(work, found), remarks=(remark,))


def _items(work: _Work, found: _Found) -> tuple[Session, ...]:
    """Occurrences as sessions of their own, the original day in the id."""
    return tuple(
        replace(_single(found[key]), id=f"{work.session.id}-{work.day_of(key)}") for key in sorted(found, key=str)
    )


def _single(occurrence: Occurrence) -> Session:
    return replace(occurrence.session, when=occurrence.when, repeat=None)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _items_word(number: int) -> str:
    return "an item of its own" if number == 1 else f"{number or 'no'} items of their own"


def _horizon(session: Session, stretch: Stretch) -> datetime | None:
    """The instant up to which a session is followed: that of the stretch, else of a rule without end a year on.

    Whatever differs or is left out by name lies before it.
    """
    repeat = session.repeat or Repeat()
    rules = [read_rule(each) for each in repeat.rules]
    if stretch.end is not None or not any(isinstance(each, Rule) and each.is_endless for each in rules):
        return stretch.end
    series = Series.of(session)
    named = (*repeat.removed, *(each.original for each in repeat.changes), *(each.start for each in repeat.added))
    instants = [series.instant(series.on_the_wall(each)) for each in named]
    latest = max(
        each for each in (stretch.start, stretch.moment and stretch.moment(), bounds(session.when).start) if each
    )
    return min(max(latest + _YEAR, *(each + 2 * DAY for each in instants), latest), _END)


def _to_the_minute(session: Session) -> Session:
    """The session and all its times without their seconds."""
    repeat = session.repeat or Repeat()
    plain = Repeat(
        repeat.rules,
        added=tuple(map(_plain_when, repeat.added)),
        removed=frozenset(map(_plain_start, repeat.removed)),
        changes=tuple(_plain_change(each) for each in repeat.changes),
        exact=repeat.exact,
        days=repeat.days,
    )
    return replace(session, when=_plain_when(session.when), repeat=plain)


def _plain_change(change: Change) -> Change:
    inner = replace(change.session, when=_plain_when(change.session.when), repeat=None)
    return replace(change, original=_plain_start(change.original), session=inner)


def _plain_when(when: When) -> When:
    found = sayable(when) if isinstance(when, Timed) else None
    return found.when if found and found.loss is Loss.SECONDS else when


def _plain_start(start: Start) -> Start:
    return minute_of(start) if isinstance(start, datetime) else start
