"""What identifies a session from version to version: its id, unless that only counts where it stands in its file."""

import re
from collections.abc import Sequence

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
    keys = [key_of(each) for each in sessions]
    looks = [_looks_numbered(each, key) for each, key in zip(sessions, keys, strict=True)]
    numbered = {_NUMBER.sub("", key) for key, is_so in zip(keys, looks, strict=True) if is_so}
    rows = zip(sessions, keys, looks, strict=True)
    return [None if each.numbered or is_so or (each.uid and key in numbered) else key for each, key, is_so in rows]


def _looks_numbered(session: Session, key: str) -> bool:
    """Whether the id in a UID of ours is the title of the item with a number."""
    if not session.uid or not _NUMBER.search(key) or not programme_of(session.uid):
        return False
    return _NUMBER.sub("", key) in (slug(session.title), slug(session.title.partition(":")[0]))
