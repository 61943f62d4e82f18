"""The VEVENTs of a file put together: the newest version of each, and the occurrences that differ in their series."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read.times import Moment, Wall, moved_to, start_like
from agendacli.formats.ics.read.vevent import VeventDraft
from agendacli.formats.ics.values import read_date_time
from agendacli.model.codes import ICS_COPY, ICS_LOST
from agendacli.model.programme import Change, Repeat, Session
from agendacli.model.zones import instant

_LONGEST = 100  # of a UID in a message
_Key = TypeVar("_Key")


class SeriesReading:
    """Gathers drafts, in any order, and gives each UID as one session. Its length is the number of those by then.

    Those that only have single occurrences do not count: they come last.
    """

    def __init__(self, oddities: Oddities) -> None:
        self._oddities = oddities
        self._masters: dict[str, VeventDraft] = {}
        self._overrides: dict[str, dict[Moment | datetime, VeventDraft]] = {}

    def add(self, draft: VeventDraft) -> None:
        """Adds a draft, unless a newer version of the same is there; the older one is reported."""
        if draft.is_override:
            self._put(self._overrides.setdefault(draft.uid, {}), _instant_of(draft.moment), draft)
        else:
            self._put(self._masters, draft.uid, draft)

    def __len__(self) -> int:
        return len(self._masters)

    @property
    def uids(self) -> Iterable[str]:
        """Every UID that is in it."""
        return self._masters.keys() | self._overrides.keys()

    def sessions(self) -> tuple[Session, ...]:
        """One session for each UID in the order of the file; at the end those that only have single occurrences."""
        found = [_whole(each, self._overrides.get(uid)) for uid, each in self._masters.items()]
        orphans = (each for uid, each in self._overrides.items() if uid not in self._masters)
        return (*found, *(_from_overrides([*each.values()]) for each in orphans))

    def _put(self, versions: dict[_Key, VeventDraft], key: _Key, draft: VeventDraft) -> None:
        known = versions.setdefault(key, draft)
        if known is draft:
            return
        older, newer = sorted((known, draft), key=lambda each: version_of(each.session))
        versions[key] = newer
        if older.session != newer.session:
            self._tell(older, newer)

    def _tell(self, older: VeventDraft, newer: VeventDraft) -> None:
        uid = older.uid[:_LONGEST]
        if version_of(older.session) != version_of(newer.session):
            message = f"a newer version of this VEVENT is on line {newer.line} (UID {uid}); that one counts"
            self._oddities.tell(ICS_COPY, older.line, message, "older")
        else:
            same = "with the same UID, SEQUENCE and DTSTAMP"
            message = f"another VEVENT {same} is on line {newer.line}; this one was left out (UID {uid})"
            self._oddities.lose(ICS_LOST, older.line, message)


def _whole(master: VeventDraft, overrides: dict[Moment | datetime, VeventDraft] | None) -> Session:
    if not overrides:
        return master.session
    repeat = replace(master.session.repeat or Repeat(), changes=_changes(overrides.values(), master))
    return replace(master.session, repeat=repeat)


def _from_overrides(overrides: Sequence[VeventDraft]) -> Session:
    """The session of occurrences whose series is not in the file: it takes place at their original times."""
    first, *others = sorted(overrides, key=lambda each: str(_instant_of(each.moment)))
    added = tuple(dict.fromkeys(moved_to(first.when, each.moment) for each in others))
    repeat = Repeat(added=added, changes=_changes(overrides, first))
    return replace(first.session, when=moved_to(first.when, first.moment), repeat=repeat)


def _changes(overrides: Iterable[VeventDraft], series: VeventDraft) -> tuple[Change, ...]:
    """The changes in the order of their original starts."""
    found = (Change(start_like(each.moment, series.when), _changed(each, series), each.onwards) for each in overrides)
    return tuple(sorted(found, key=lambda each: str(each.original)))


def _changed(override: VeventDraft, series: VeventDraft) -> Session:
    """An occurrence as its VEVENT has it; the start, title and privacy that it leaves out are those of its series."""
    session = override.session
    if not override.has_start:
        session = replace(session, when=moved_to(series.when, override.moment))
    if not override.has_privacy:
        session = replace(session, privacy=series.session.privacy)
    return session if override.has_title else replace(session, title=series.session.title)


def _instant_of(moment: Moment) -> Moment | datetime:
    return instant(moment.time, moment.zone) if isinstance(moment, Wall) else moment


def version_of(session: Session) -> tuple[int, str]:
    """What rises from version to version: SEQUENCE, then DTSTAMP."""
    stamp = read_date_time(session.stamp or "")
    if isinstance(stamp, datetime) and stamp.tzinfo:
        stamp = stamp.astimezone(UTC).replace(tzinfo=None)
    return session.sequence, stamp.isoformat() if stamp else ""
