"""Compares two versions of a programme by content, not by how they are written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from agendacli.analysis.changes.days import days_of
from agendacli.analysis.changes.pairing import Pairing, paired
from agendacli.analysis.changes.places import move_to_room
from agendacli.analysis.changes.seats import Seats, seat_changes
from agendacli.analysis.changes.terms import Terms, common_terms, left_out
from agendacli.analysis.changes.texts import is_renamed, programme_texts, session_texts
from agendacli.analysis.changes.times import time_change
from agendacli.analysis.changes.values import ChangeKind, Difference, Match, Subject, Value
from agendacli.analysis.event_dates import event_dates
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import bounds

_ORDER = {kind: number for number, kind in enumerate(ChangeKind)}
_FIRST = datetime.min.replace(tzinfo=UTC)


@frozen
class Comparison:
    """Two versions, the sessions that both have, what changed in order of time, and what could not be compared."""

    old: Programme
    new: Programme
    pairs: tuple[Match, ...] = ()
    changes: tuple[Difference, ...] = ()
    remarks: tuple[str, ...] = ()


def compare(
    old: Programme,
    new: Programme,
    *,
    in_full: bool = False,
    loose_rooms: bool = False,
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> Comparison:
    """What changed between two versions of one programme; for `loose_rooms` and `in_full` see `Terms`.

    `renamed` has new ids of sessions by the old ones, where it is known that they were changed. Addresses in the
    comparison are those of the programme, whichever revision of it that is.
    """
    terms = common_terms(old, new, in_full=in_full, loose_rooms=loose_rooms)
    return replace(_compared(old, new, terms, renamed), remarks=tuple(left_out(old, new)))


def compare_edited(old: Programme, new: Programme, renamed: Mapping[str, str] = MappingProxyType({})) -> Comparison:
    """All that changed between the texts of one file, as `compare` tells it; of what does not take place, too."""
    return _compared(old, new, Terms(in_full=True, as_written=True), renamed)


def _compared(old: Programme, new: Programme, terms: Terms, renamed: Mapping[str, str]) -> Comparison:
    old, new = (replace(each, older=False, sessions=tuple(each.sessions)) for each in (old, new))
    pairing = paired(old.sessions, new.sessions, renamed)
    found = (*_of_programmes(old, new, terms), *_of_sessions(old, new, pairing, terms))
    return Comparison(old, new=new, pairs=pairing.pairs, changes=in_order_of_time(found))


def whole(programme: Programme, kind: ChangeKind) -> Difference:
    """That a programme is new or gone, as one change."""
    when = event_dates(programme)
    days = days_of(when, *(each.when for each in programme.sessions))
    if kind is ChangeKind.ADDED:
        return Difference(kind, programme, now=when, days=days)
    return Difference(kind, programme, was=when, days=days, is_gone=True)


def in_order_of_time(changes: Iterable[Difference]) -> tuple[Difference, ...]:
    """The changes in order of time, those of a programme as a whole first; of one session in the order of the kinds."""
    return tuple(sorted(changes, key=_order))


def _order(change: Difference) -> tuple[datetime, str, int]:
    subject = change.subject
    start = bounds(subject.when).start if isinstance(subject, Occurrence) else _FIRST
    return start, subject.id, _ORDER[change.kind]


def _of_programmes(old: Programme, new: Programme, terms: Terms) -> Iterator[Difference]:
    if terms.names and is_renamed(old.title, new.title):
        yield Difference(ChangeKind.RENAMED, subject=new, before=old, was=old.title, now=new.title)
    if old.status is not new.status:
        yield from _status(old, new, old.status, new.status)
    if terms.rooms and str(old.place) != str(new.place) and old.place.city and new.place.city:
        yield Difference(
            ChangeKind.ROOM,
            subject=new,
            before=old,
            was=str(old.place),
            now=str(new.place),
            days=days_of(event_dates(new)),
        )
    if terms.people:
        yield from _seats(old, new, old.participants, new.participants, terms=terms)
    if terms.in_full:
        texts = programme_texts(old, new)
        yield from (
            Difference(each.kind, subject=new, before=old, was=each.was, now=each.now, field=each.field)
            for each in texts
        )


def _of_sessions(old: Programme, new: Programme, pairing: Pairing, terms: Terms) -> Iterator[Difference]:
    settings = [(each.room, each.place) for each in (old, new)]
    for pair in pairing.pairs:
        if settings[0] != settings[1] or not _say_the_same(pair):
            yield from _of_pair(_occurrence(old, pair.old), _occurrence(new, pair.new), pair, terms)
    removed, added = (
        [each for each in sessions if terms.as_written or _takes_place(each)]
        for sessions in (pairing.removed, pairing.added)
    )
    for session in removed:
        gone = _occurrence(old, session)
        yield Difference(ChangeKind.REMOVED, gone, was=_said(session), days=_all_days(gone), is_gone=True)
    for session in added:
        come = _occurrence(new, session)
        yield Difference(ChangeKind.ADDED, come, now=_said(session), days=_all_days(come))


def _takes_place(session: Session) -> bool:
    """Whether it is missed where it is not there: what is cancelled does not take place in either version."""
    return session.status is not Status.CANCELLED


def _say_the_same(pair: Match) -> bool:
    """Whether both are the same; a time that occurs twice in a night has to be the same of the two."""
    folds = (getattr(each.when.start, "fold", 0) for each in (pair.old, pair.new))
    return pair.old == pair.new and len(set(folds)) == 1


def _occurrence(programme: Programme, session: Session) -> Occurrence:
    return Occurrence(programme, session, session.when)


def _of_pair(old: Occurrence, new: Occurrence, pair: Match, terms: Terms) -> Iterator[Difference]:
    found = (*_times(old, new, terms), *_details(old, new, terms))
    return (replace(each, matched=pair.matched) for each in found)


def _times(old: Occurrence, new: Occurrence, terms: Terms) -> Iterator[Difference]:
    """Whether and when it takes place; the time of a cancelled session does not count of itself."""
    was, now = old.session.status, new.session.status
    if was is not now:
        yield from _status(old, new, was, now)
    if Status.CANCELLED in (was, now) and not terms.as_written:
        return
    if old.session.repeat or new.session.repeat:
        yield from _series(old, new, terms)
    elif change := time_change(old.when, new.when):
        days = days_of(old.when, new.when)
        yield Difference(
            change.kind, subject=new, before=old, was=old.when, now=new.when, minutes=change.minutes, days=days
        )


def _series(old: Occurrence, new: Occurrence, terms: Terms) -> Iterator[Difference]:
    from agendacli.analysis.changes.series import series_changes, times_of  # what most programmes do not need

    times = times_of(old, new)
    yield from series_changes(old, new, times)
    known = {_fact(each) for each in _details(old, new, terms)}
    differing = (both for both in times.both if both[0].session != old.session or both[1].session != new.session)
    for one, other in differing:
        yield from (each for each in _details(one, other, terms) if _fact(each) not in known)


def _fact(change: Difference) -> tuple[object, ...]:
    return change.kind, change.was, change.now, change.field


def _status(old: Subject, new: Subject, was: Status, now: Status) -> Iterator[Difference]:
    days = tuple(sorted({*_all_days(old), *_all_days(new)}))
    if now is Status.CANCELLED:
        yield Difference(ChangeKind.CANCELLED, new, old, was=_time(old), days=days)
    elif was is Status.CANCELLED:
        yield Difference(ChangeKind.RESTORED, new, old, now=_time(new), days=days)
    else:
        yield Difference(ChangeKind.STATUS, subject=new, before=old, was=was.value, now=now.value, days=days)


def _details(old: Occurrence, new: Occurrence, terms: Terms) -> Iterator[Difference]:
    """Everything but the time: room, title, people, texts."""
    is_off = Status.CANCELLED in (old.session.status, new.session.status) and not terms.as_written
    if terms.rooms and not is_off and (moved := move_to_room(old, new, terms)):
        yield Difference(ChangeKind.ROOM, new, old, *moved, days=_all_days(new))
    if is_renamed(old.session.title, new.session.title):
        yield Difference(ChangeKind.RENAMED, subject=new, before=old, was=old.session.title, now=new.session.title)
    if terms.people:
        yield from _seats(old, new, old.session.participants, new.session.participants, terms=terms)
    if terms.in_full:
        texts = session_texts(old.session, new.session)
        yield from (
            Difference(each.kind, subject=new, before=old, was=each.was, now=each.now, field=each.field)
            for each in texts
        )


def _seats(old: Subject, new: Subject, before: Seats, after: Seats, *, terms: Terms) -> Iterator[Difference]:
    if before == after:
        return
    told = Difference(ChangeKind.PERSON_ADDED, subject=new, before=old, days=_all_days(new))
    for each in seat_changes(before, after, in_full=terms.in_full):
        yield replace(told, kind=each.kind, was=each.was, now=each.now, seat=each.seat, field=each.field)


def _time(subject: Subject) -> Value:
    return _said(subject.session) if isinstance(subject, Occurrence) else event_dates(subject)


def _said(session: Session) -> Value:
    """Its time; of a repeated one in words."""
    if session.repeat is None:
        return session.when
    from agendacli.analysis.changes.series_words import series_words

    return series_words(session, session.when)


def _all_days(subject: Subject) -> tuple[date, ...]:
    if isinstance(subject, Occurrence) and subject.session.repeat and subject.original is None:
        from agendacli.analysis.changes.series import all_times

        return days_of(*all_times(subject))
    return days_of(subject.when if isinstance(subject, Occurrence) else event_dates(subject))
