"""What may be a room of a session that has none, where others of its document have one: a reason to doubt its title."""

import re
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession
from agendacli.formats.documents.values.usual import is_beside

_BEHIND = re.compile(r"(?:,\s+|\s[–—|@-]\s+|\()(?P<place>[^\W\d_a-z][^,()–—|.:]{2,40})\)?\W*$")
_SMALL = re.compile(  # in small letters: `Rope skills, quarry behind the bunkhouse`
    r"\w{4},\s+(?!(?:with|mit|avec|con|by|von|par|por|and|und|et|y|or|an?|for|für|pour|para|then|dann|puis)\b)"
    r"(?P<place>[a-zà-ÿ][^\W\d]{2,}(?: [^\W\d_]+){0,4})\.?$"
)
_SHARE, _LEAST, _MOST_WORDS = 0.4, 3, 4


def have_rooms(sessions: Sequence[ToldSession]) -> bool:
    """Whether enough sessions of a document have a room of their own, so that others may have one as well."""
    own = sum(each.room is not None and WHOLE_PART not in each.room.doubts for each in sessions)
    return own >= max(_LEAST, _SHARE * len(sessions))


def odd_place(session: ToldSession, sense: PeopleSense) -> Iterator[str]:
    """Why a session of such a document may have a room that was not read as one."""
    lacks_room = session.room is None or WHOLE_PART in session.room.doubts
    if not lacks_room or is_beside(session.title.value):
        return
    behind = _BEHIND.search(session.title.value)
    small = _SMALL.search(session.title.value)
    if small:
        yield f"`{small['place']}` may be a room"
    tries = (behind["place"] if behind else "", *(line.text.strip(" .()") for line in session.notes[:2]))
    positions = (each.position for each in session.people if names_room(each.position))
    yield from (f"`{each}` may be a room" for each in positions)
    yield from (f"`{each}` may be a room" for each in tries if _may_be_place(each, session, sense))


def _may_be_place(text: str, session: ToldSession, sense: PeopleSense) -> bool:
    """Whether a few words, the first with a capital letter, name nobody of the session."""
    is_short = bool(text) and text[0].isupper() and len(text.split()) <= _MOST_WORDS and ":" not in text
    return is_short and not sense.is_name(text) and not any(text in each.name for each in session.people)
