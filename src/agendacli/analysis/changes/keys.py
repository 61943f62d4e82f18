"""What identifies a session from version to version: its id, unless that only counts where it stands in its file."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

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

    A calendar does not say how the ids in its UIDs came about: there one is taken as numbered if several items have
    its title and it looks like that title with a number.
    """
    is_numbered = _numbered_in_calendar(sessions)
    return [None if each.numbered or is_numbered(each) else key_of(each) for each in sessions]


def _numbered_in_calendar(sessions: Sequence[Session]) -> Callable[[Session], bool]:
    own = [each for each in sessions if each.uid and programme_of(each.uid)]
    families = Counter(_heading(each.title) for each in own)

    def is_numbered(session: Session) -> bool:
        if not session.uid or families[said := _heading(session.title)] <= 1 or not programme_of(session.uid):
            return False
        return _NUMBER.sub("", key_of(session)) in (said, slug(session.title))

    return is_numbered


def _heading(title: str) -> str:
    return slug(title.partition(":")[0])
