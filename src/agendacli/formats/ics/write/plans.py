"""How repeated sessions are written: a VEVENT with the rule and one for each occurrence that differs, or all apart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from agendacli.analysis.occurrences import expand
from agendacli.analysis.recurrence.series import Series
from agendacli.analysis.recurrence.shift import END_OF_TIME, SeriesLength, moved
from agendacli.formats.ics.uid import older_uid, own_uid, uid, veiled
from agendacli.formats.ics.values import basic
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.identity import session_of
from agendacli.model.interval import Interval
from agendacli.model.occurrence import Occurrence, as_kept
from agendacli.model.programme import Change, Programme, Repeat, Session, Start
from agendacli.model.rules.rule import Rule, read_rule
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow, When, bounds
from agendacli.model.zones import WallTime, existence, instant, wall

_LAST_SECOND = time(23, 59, 59)
_YEAR = timedelta(days=366)
_SHORT = timedelta(days=2)
_LAST_YEAR = END_OF_TIME.year - 1
_END = END_OF_TIME.replace(tzinfo=UTC)
_ORIGINAL = r"/(\d{8})(?:T\d{6}Z)?"


@frozen
class Plan:
    """One VEVENT to be written under a UID.

    A series has its RRULE values, and the starts that are added and removed; an occurrence of it that differs has the
    `original` that it stands for, and `onwards` if all later ones differ alike. These are days, or naive wall times in
    the `zone` of the series. `is_busy` says no more than that somebody is busy then.
    """

    uid: str
    occurrence: Occurrence
    rules: tuple[str, ...] = ()
    added: tuple[date, ...] = ()
    removed: tuple[date, ...] = ()
    original: date | None = None
    onwards: bool = False
    zone: str = "UTC"
    is_busy: bool = False

    @property
    def repeats(self) -> bool:
        """Whether its start is repeated, so that it has to be on the clocks of a zone."""
        return bool(self.rules or self.added)


def plans(occurrences: Iterable[Occurrence], *, expanded: bool) -> dict[str, tuple[Plan, ...]]:
    """The VEVENTs to write, by UID, in the order of the occurrences.

    A series is written whole as soon as one of its occurrences is among these; with `expanded` only these are, each
    with a UID of its own. So is a series that no rule can express: one whose first start is the second of two equal
    wall times.
    """
    found: dict[str, tuple[Plan, ...]] = {}
    wholes = _Wholes({})
    for each in occurrences:
        if each.original is None:
            named = uid(each)
            found[named] = (Plan(named, as_kept(each)),)
            continue
        session = wholes.of(each)
        if expanded or not has_rule_form(session):
            found[own_uid(each)] = (Plan(own_uid(each), as_kept(each)),)
        elif uid(each) not in found:
            found[uid(each)] = _Writing.of(each.programme, session).plans()
    return found


def uids(
    programmes: Iterable[Programme], known: Iterable[str], *, expanded: bool, busy: bool = False
) -> frozenset[str]:
    """Every UID among those that an export of the programmes could write, whatever is selected.

    A series without end has no last one: it is followed as far as the `known` UIDs ask. With `busy` those count too
    that private items have which say no more than that somebody is busy.
    """
    last = max((moment for each in known for moment in _moment_in(each)), default=None)
    found: set[str] = set()
    for programme in programmes:
        for session in programme.sessions:
            own = _uids_of(programme, session, last, expanded=expanded)
            found |= {*own, *(veiled(each, programme) for each in own)} if busy else own
    return frozenset(found)


def older_uids(occurrences: Iterable[Occurrence], *, expanded: bool) -> dict[str, str]:
    """For each UID that was longer once, what it was."""
    found: dict[str, str] = {}
    for each in occurrences:
        found[uid(each)] = older_uid(each)
        if expanded and each.original is not None:
            found[own_uid(each)] = older_uid(each, is_apart=True)
    return {now: then for now, then in found.items() if now != then}


def _uids_of(programme: Programme, session: Session, last: datetime | None, *, expanded: bool) -> frozenset[str]:
    if session.repeat is None or (has_rule_form(session) and not expanded):
        occurrence = Occurrence(programme, session, session.when)
        return frozenset({uid(occurrence), older_uid(occurrence)})
    return _own_uids(programme, session, last)


@frozen
class _Wholes:
    """The sessions of programmes by id, looked up as often as is asked; the programmes are known by identity."""

    known: dict[int, dict[str, Session]]

    def of(self, occurrence: Occurrence) -> Session:
        """The session as its programme has it, which an occurrence that was changed is not."""
        session, programme = occurrence.session, occurrence.programme
        if session.repeat is not None:
            return session
        if id(programme) not in self.known:
            self.known[id(programme)] = {each.id: each for each in programme.sessions}
        return self.known[id(programme)].get(session.id, session)


@frozen
class _Writing:
    """One series, its UID, its changes by original, and the instant up to which it is followed (None: to its end)."""

    uid: str
    programme: Programme
    session: Session
    repeat: Repeat
    series: Series
    changes: Mapping[Start, Change]
    horizon: datetime | None

    @classmethod
    def of(cls, programme: Programme, session: Session) -> "_Writing":
        """The series that the session begins."""
        repeat, series = session.repeat or Repeat(), Series.of(session)
        changes = {series.key(series.on_the_wall(each.original)): each for each in repeat.changes}
        starts = (*repeat.removed, *(each.original for each in repeat.changes))
        last = max((series.instant(series.on_the_wall(each)) for each in starts), default=None)
        named = uid(Occurrence(programme, session, session.when))
        return cls(named, programme, session, repeat, series, changes, horizon(session, last))

    def plans(self) -> tuple[Plan, ...]:
        """The series, then what differs in it, in order of the originals."""
        given = self._expanded(replace(self.repeat, changes=(), removed=frozenset()))
        left = self._expanded(replace(self.repeat, changes=()))
        removed = [each for each in given if each not in left and each not in self.changes]
        differing = {**self._misread(), **self.changed()}
        rules = tuple(filter(None, (rule_text(each, self.session.when) for each in self.repeat.rules)))
        added = {self.series.added(each).key for each in self.repeat.added} | (self.changes.keys() - given.keys())
        if not rules and (differing or removed):
            added.add(self.series.key(self.series.first))  # what has no rule repeats only by dates
        first = Occurrence(self.programme, self.session, self._usual)
        whole = Plan(
            self.uid,
            occurrence=first,
            rules=rules,
            added=self._walls(added),
            removed=self._walls(removed),
            zone=self.series.zone,
        )
        apart = (self._instead(key, differing[key]) for key in sorted(differing))
        return tuple(apart) if self._is_in_parts(left, differing) else (whole, *apart)

    def _is_in_parts(self, left: Mapping[Start, Occurrence], differing: Mapping[Start, Occurrence]) -> bool:
        """Whether a calendar holds only single occurrences: written as a series they would take the place of that."""
        return self.session.is_of_calendar and not self.repeat.rules and bool(left) and left.keys() <= differing.keys()

    def _instead(self, key: Start, occurrence: Occurrence) -> Plan:
        onwards = self.horizon is not None and key in self.changes and self.changes[key].onwards
        return Plan(self.uid, as_kept(occurrence), original=self._wall(key), onwards=onwards, zone=self.series.zone)

    def _expanded(self, repeat: Repeat) -> dict[Start, Occurrence]:
        """The occurrences that the session has when it repeats like that, by their originals."""
        alone = replace(self.programme, sessions=(replace(self.session, repeat=repeat),))
        return {each.original: each for each in expand((alone,), end=self.horizon) if each.original is not None}

    def changed(self) -> dict[Start, Occurrence]:
        """The occurrences that were changed one by one."""
        found = self.changes.items()
        return {key: Occurrence(self.programme, each.session, each.session.when, key) for key, each in found}

    def _misread(self) -> dict[Start, Occurrence]:
        """The occurrences that a reader of rule, dates and changes would not take for what they are."""
        found = self._expanded(self.repeat).items()
        return {key: replace(each, programme=self.programme) for key, each in found if self._is_misread(key, each)}

    def _is_misread(self, key: Start, occurrence: Occurrence) -> bool:
        """Whether it is longer or shorter than rule and DTEND say, or later than a change that few apps know."""
        if occurrence.session is not occurrence.programme.sessions[0]:  # what a change, perhaps an earlier one, makes
            return self.horizon is None
        return _takes(occurrence.when) != _takes(self._as_read(key))

    def _as_read(self, key: Start) -> When:
        """What rule and DTEND say, which give a length in real time to a window as well."""
        when, shift = self._usual, self.series.on_the_wall(key) - self.series.first
        written = Timed(when.start, when.end, when.zone) if isinstance(when, TimeWindow) else when
        return moved(written, shift, SeriesLength.of(written, exact=True))[0]

    @property
    def _usual(self) -> When:
        """Its first time with the length that the others have: clocks may change during it."""
        when = self.session.when
        usual = SeriesLength.of(when, exact=self.repeat.exact, days=self.repeat.days).usual
        if usual is None or isinstance(when, Days | DayWindow):
            return when
        end = instant(when.start, when.zone) + usual
        return when if end == bounds(when).end else replace(when, end=wall(end, when.zone).replace(tzinfo=None))

    def _walls(self, keys: Iterable[Start]) -> tuple[date, ...]:
        return tuple(self._wall(each) for each in sorted(keys))

    def _wall(self, key: Start) -> date:
        return self.series.on_the_wall(key) if isinstance(key, datetime) else key


def horizon(session: Session, last: datetime | None = None) -> datetime | None:
    """The instant up to which a series without end is followed; at least past `last`. None for one that ends."""
    rules = [read_rule(each) for each in (session.repeat or Repeat()).rules]
    if not any(isinstance(each, Rule) and each.is_endless for each in rules):
        return None
    first = bounds(session.when).start
    return min(max(first + _YEAR, (last or first) + _SHORT), _END)


def rule_text(text: str, when: When) -> str:
    """A rule as RRULE has it; empty for one that cannot be read.

    Its UNTIL is a day for a session in days, else an instant in UTC (RFC 5545 3.3.10): a day means its last second.
    """
    rule = read_rule(text)
    if isinstance(rule, Refusal):
        return ""
    parts = [each.strip().replace(" ", "") for each in text.upper().split(";") if each.strip()]
    kept = [each for each in parts if not each.startswith("UNTIL")]
    return ";".join((*kept, *_until(rule.until, when)))


def _until(until: Start | None, when: When) -> Iterator[str]:
    if until is None or until.year > _LAST_YEAR:
        return
    if isinstance(when, Days | DayWindow):
        yield f"UNTIL={basic(until)[:8]}"
    else:
        moment = until if isinstance(until, datetime) else datetime.combine(until, _LAST_SECOND)
        yield f"UNTIL={basic(moment if moment.tzinfo else instant(moment, when.zone))}"


def _takes(when: When) -> tuple[Interval, bool]:
    """The stretch that a time takes, and whether its end is known: it may be written on the clocks in two ways."""
    return bounds(when), isinstance(when, Timed) and when.end is None


def has_rule_form(session: Session) -> bool:
    """Whether a rule can begin at its first start: not at the second of two equal wall times."""
    when = session.when
    if isinstance(when, Days | DayWindow) or when.start.fold == 0:
        return True
    return existence(when.start, when.zone) is WallTime.ONCE


def _own_uids(programme: Programme, session: Session, last: datetime | None) -> frozenset[str]:
    writing = _Writing.of(programme, session)
    end = horizon(session, last)
    found = expand((replace(programme, sessions=(session,)),), end=end)
    every = (*found, *writing.changed().values())
    return frozenset(each for it in every for each in (own_uid(it), older_uid(it, is_apart=True)))


def _moment_in(uid: str) -> Iterator[datetime]:
    """The day, in UTC, of the original start in the UID of an occurrence on its own."""
    found = re.search(_ORIGINAL, session_of(uid))
    if found:
        with suppress(ValueError):
            yield datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
