"""Turns a calendar into a programme that people can edit: one main zone, and ids that can be typed."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import unquote

from agendacli.model.identity import programme_of, session_of
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Days, Timed, in_zone
from agendacli.words.ids import free_id, slug

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


def in_main_zone(programme: Programme) -> Programme:
    """The programme in the zone of most of its sessions, which also becomes the zone of its days.

    In a calendar that names its own zone, single times in UTC are shown in that zone.
    """
    local = [_whole(each, _on_its_clocks) for each in programme.sessions]
    zones = Counter(each.when.zone for each in local if isinstance(each.when, Timed))
    zone = max(zones, key=lambda each: zones[each], default=programme.zone)
    sessions = tuple(_whole(each, lambda one: _placed(one, zone)) for each in local)
    return replace(programme, zone=zone, sessions=sessions)


def _on_its_clocks(session: Session) -> Session:
    """The session as its calendar shows it, except for a series: that keeps repeating in UTC."""
    if session.clocks is None:
        return session
    when = session.when if session.repeat else in_zone(session.when, session.clocks)
    return replace(session, when=when, clocks=None)


def with_own_id(programme: Programme, file: str) -> Programme:
    """The programme of that file, with the id found in the UIDs if this tool wrote all of them."""
    first, *others = {programme_of(each.uid or "") for each in programme.sessions} or {""}
    return programme if others or not first else replace(programme, id=unquote(first), file=file)


def with_plain_ids(programme: Programme) -> Programme:
    """The programme with ids made of the UIDs of its sessions; a UID of this tool gives back its id.

    A UID is kept where the ids do not determine it.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    is_own = len({programme_of(each.uid or "") for each in programme.sessions}) == 1
    for each in programme.sessions:
        names[each.id] = free_id(_plain_id(each), taken)
        taken.add(names[each.id])
    own = programme if is_own else None
    return replace(programme, sessions=tuple(_renamed(each, names, own) for each in programme.sessions))


def _renamed(session: Session, names: Mapping[str, str], own: Programme | None) -> Session:
    """The session under its new id; in an `own` programme, whose id is kept, without a UID that the ids determine.

    A block without an id is dropped.
    """
    name, block = names[session.id], names.get(session.parent or "")
    uid = None if own and session.uid and _is_said(session.uid, name, own) else session.uid
    if session.repeat is None and (name, uid, block) == (session.id, session.uid, session.parent):
        return session
    return _whole(session, lambda each: replace(each, id=name, uid=uid, parent=block))


def _is_said(uid: str, name: str, programme: Programme) -> bool:
    """Whether these ids determine that UID."""
    return (unquote(programme_of(uid)), session_of(uid)) == (programme.id, name)


def _whole(session: Session, change: Callable[[Session], Session]) -> Session:
    """The session with a change applied to it and to each of its occurrences that differ."""
    found = change(session)
    if found.repeat is None:
        return found
    changes = (replace(each, session=change(each.session)) for each in found.repeat.changes)
    return replace(found, repeat=replace(found.repeat, changes=tuple(changes)))


def _placed(session: Session, zone: str | None) -> Session:
    """The session; days without a zone are put into that one."""
    when = session.when
    return replace(session, when=replace(when, zone=zone)) if isinstance(when, Days) and when.zone is None else session


def _plain_id(session: Session) -> str:
    if programme_of(session.id):
        name = session_of(session.id)
    else:
        name = unquote(session.id).rpartition("@")[0] or unquote(session.id)
    return name if _ID.fullmatch(name) else slug(name)
