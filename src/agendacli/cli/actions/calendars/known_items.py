"""Which items that people have are which sessions now: a session that was renamed keeps its UID in their calendars."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from agendacli.analysis.changes.keys import key_of
from agendacli.analysis.changes.pairing import paired
from agendacli.analysis.changes.values import Match
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import refuse, tell
from agendacli.files.paths import named_path
from agendacli.files.reading import read_if_there
from agendacli.formats.definition.edit.said import read_back
from agendacli.formats.definition.nodes import Mapping as Keys
from agendacli.formats.ics.items import Item, Items
from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.formats.ics.uid import programme_part, uid
from agendacli.formats.ics.update.changes import event_of
from agendacli.model.findings import Findings
from agendacli.model.identity import programme_of
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session, Status

_HEAD, _TAIL = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", b"END:VCALENDAR\r\n"
_HALF = 2
_MOST_TOLD = 5


def with_known_uids(reading: Reading, old: Items, *, quiet: bool) -> Reading:
    """What is to be written, each session under the UID that it has among the old items, whatever its id was then.

    Where all old items are of another event that has these sessions the run ends: that is a file with another name.
    """
    parts = {programme_part(each) for each in reading.programmes}
    events = {event_of(each) for each in old.by_uid.values()} - {""}
    if parts.isdisjoint(events):
        _refuse_other_name(reading, old, events)
        return reading
    programmes = {id(each): _with_uids(each, old, quiet=quiet) for each in reading.programmes}
    if all(each is programmes[id(each)] for each in reading.programmes):
        return reading
    renewed = tuple(programmes[id(each)] for each in reading.programmes)
    uids = {(each.address, session.id): session.uid for each in renewed for session in each.sessions}
    occurrences = tuple(_under(each, programmes, uids) for each in reading.occurrences)
    return replace(reading, programmes=renewed, occurrences=occurrences)


def _with_uids(programme: Programme, old: Items, *, quiet: bool) -> Programme:
    """The programme, its sessions with the UIDs of the old items that they are; itself if they have these anyway."""
    part = programme_part(programme)
    own = {each.id: _own_uid(programme, each) for each in programme.sessions}
    there = {each for each, item in old.by_uid.items() if event_of(item) == part}
    if any(each.is_of_calendar for each in programme.sessions) or (
        there == set(own.values()) and not _is_numbered(programme)
    ):
        return programme
    known = [each for each in _sessions(old, part) if each.status is not Status.CANCELLED or each.uid in own.values()]
    pairs = paired(known, programme.sessions).pairs
    kept = {each.new.id: each.old for each in pairs if _keeps(each, own)}
    if not kept:
        return programme
    if not quiet:
        _tell_kept(programme, kept)
    uids = {**{name: session.uid or "" for name, session in kept.items()}, **_others(programme, own, kept, there)}
    sessions = tuple(_with_uid(each, uids[each.id]) if each.id in uids else each for each in programme.sessions)
    return replace(programme, sessions=sessions)


def _keeps(pair: Match, own: Mapping[str, str]) -> bool:
    """Whether a session has another UID among the old items than it would have now; one that is stated holds."""
    return pair.new.uid is None and bool(pair.old.uid) and pair.old.uid != own[pair.new.id]


def _others(
    programme: Programme, own: Mapping[str, str], kept: Mapping[str, Session], there: set[str]
) -> dict[str, str]:
    """UIDs for sessions whose own is that of another one now: one that nobody has."""
    taken = {str(each.uid) for each in kept.values()}
    free = iter([own[name] for name in kept if own[name] not in taken | there])
    robbed = [each for each in programme.sessions if each.id not in kept and own[each.id] in taken]
    return {each.id: next(free, None) or _new_uid(programme, each, taken | there) for each in robbed}


def _new_uid(programme: Programme, session: Session, taken: set[str]) -> str:
    tries = (_own_uid(programme, replace(session, id=f"{session.id}-{n}")) for n in count(2))
    return next(each for each in tries if each not in taken)


def _own_uid(programme: Programme, session: Session) -> str:
    return uid(Occurrence(programme, session, session.when))


def _is_numbered(programme: Programme) -> bool:
    return any(each.numbered for each in programme.sessions)


def _with_uid(session: Session, own: str) -> Session:
    """The session with that UID, and so each of its occurrences that differ."""
    found = replace(session, uid=own)
    if found.repeat is None:
        return found
    changes = (replace(each, session=replace(each.session, uid=own)) for each in found.repeat.changes)
    return replace(found, repeat=replace(found.repeat, changes=tuple(changes)))


def _under(
    occurrence: Occurrence, programmes: Mapping[int, Programme], uids: Mapping[tuple[str, str], str | None]
) -> Occurrence:
    """The occurrence as one of the programme with other UIDs."""
    programme = programmes.get(id(occurrence.programme), occurrence.programme)
    own = uids.get((programme.address, occurrence.session.id))
    return replace(occurrence, programme=programme, session=replace(occurrence.session, uid=own))


def as_programme(found: Iterable[Item], zones: Iterable[bytes]) -> Programme | None:
    """Items as one calendar is read, with those definitions of zones; None where they are not a calendar."""
    data = b"".join(each.data for each in found)
    return read_calendar(_HEAD + b"".join(zones) + data + _TAIL, "since.ics", "UTC", Findings())


def _sessions(old: Items, part: str) -> Iterator[Session]:
    """The sessions that the old items of a programme are."""
    own = (each for each in old.by_uid.values() if event_of(each) == part)
    read = as_programme(own, old.timezones.values())
    yield from read.sessions if read else ()


def _tell_kept(programme: Programme, kept: Mapping[str, Session]) -> None:
    for name, session in [*kept.items()][:_MOST_TOLD]:
        was = key_of(session)
        tell(
            f"`{programme.id}/{name}` keeps the entry of `{programme.id}/{was}`; write `id: {was}` there to have it so"
        )
    if len(kept) > _MOST_TOLD:
        tell(f"{len(kept) - _MOST_TOLD} more sessions keep the entries that they had under other ids")


def _refuse_other_name(reading: Reading, old: Items, events: Iterable[str]) -> None:
    """Ends the run if the old items are all of another event, unless the event states its id."""
    if len(reading.programmes) != 1 or _states_id(reading.programmes[0].file):
        return
    [programme] = reading.programmes
    for part in sorted(events):
        sessions: Sequence[Session] = [each for each in _sessions(old, part) if programme_of(each.uid or "")]
        if sessions and _HALF * len(paired(sessions, programme.sessions).pairs) >= len(sessions):
            refuse(
                f"the items there are those of `{part}`, which `{programme.id}` seems to be under another name: write "
                f"`id: {part}` into {programme.file} to bring them up to date, or `id: {programme.id}` if it is another"
            )


def _states_id(file: str) -> bool:
    root = read_back(read_if_there(named_path(file)) or b"")
    return isinstance(root, Keys) and any(key.text == "id" for key, _ in root.entries)
