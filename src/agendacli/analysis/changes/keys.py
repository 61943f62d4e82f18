"""What identifies a session from version to version: its id, unless that only counts where it stands in its file."""

import re
from collections.abc import Collection, Sequence

from agendacli.model.identity import programme_of, session_of
from agendacli.model.programme import Session
from agendacli.words.ids import slug

_NUMBER = re.compile(r"-[0-9]+\Z")


def key_of(session: Session) -> str:
    """The id of a session as its definition has it, also where it was read from an export of that."""
    uid = session.uid
    return session_of(uid) if uid and programme_of(uid) else session.id


def lasting_keys(sessions: Sequence[Session]) -> list[str | None]:
    """For each session its id, or None where that was numbered in the order of the file.

    A calendar does not say how the ids in its UIDs came about: there one is taken as numbered if it looks like its
    title with a number, and so is the one without a number that comes before it.
    """
    numbered = {_NUMBER.sub("", key_of(each)) for each in sessions if _looks_numbered(each)}
    return [None if each.numbered or _is_of(numbered, each) else key_of(each) for each in sessions]


def _looks_numbered(session: Session) -> bool:
    """Whether the id in a UID of ours is the title of the item with a number."""
    if not session.uid or not _NUMBER.search(key_of(session)) or not programme_of(session.uid):
        return False
    return _NUMBER.sub("", key_of(session)) in (slug(session.title), slug(session.title.partition(":")[0]))


def _is_of(numbered: Collection[str], session: Session) -> bool:
    return bool(session.uid) and (key_of(session) in numbered or _looks_numbered(session))
