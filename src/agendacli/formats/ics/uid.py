"""UIDs: of what a definition holds made of ids alone, of what a calendar holds its own; what can be told from one."""

import re
from functools import lru_cache
from urllib.parse import quote, unquote

from agendacli.formats.ics.text import clean
from agendacli.model.identity import DOMAIN, programme_of, session_of, uid_in
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session

EVENT = "X-AGENDA-EVENT"
"""The property that names the programme of an item of which the UID does not say it."""

ROOMS = "X-AGENDA-ROOMS"
"""The property that has each room by itself, where a session takes several."""


_ORIGINAL = r"/\d{8}(?:T\d{6}Z)?$"
_LONGEST = 255  # octets that every program keeps (RFC 7986 5.3)
_LONGEST_PROGRAMME = 180
_CUT_ESCAPE = r"%.?$"
_DIGITS = 16


def uid(occurrence: Occurrence) -> str:
    """`SESSION.PROGRAMME@agendacli`: made of the two ids alone, so that it outlives every change of time or title.

    What follows the @ names this tool, no host: nobody's domain is claimed. Other characters than ASCII letters,
    digits, `-` and `_` are percent-encoded, a dot in the session's id too, so that two sessions never share one; of
    more than 255 octets `~` and digits stand for the rest. A session that calendars know by another UID keeps that:
    under this one it would be a double of it.
    """
    own = occurrence.session.uid
    return _uid(occurrence.programme, occurrence.session.id) if own is None else clean(own)


def own_uid(occurrence: Occurrence) -> str:
    """The UID of one occurrence of a series that is written on its own: its original start is part of it."""
    return _uid(occurrence.programme, _session_part(occurrence))


def older_uid(occurrence: Occurrence, *, is_apart: bool = False) -> str:
    """The UID of a session, or of an occurrence `is_apart` on its own, as it was when UIDs could be of any length."""
    if occurrence.session.uid is not None and not is_apart:
        return clean(occurrence.session.uid)
    session = _session_part(occurrence) if is_apart else occurrence.session.id
    return f"{_quoted(session)}.{_encoded(occurrence.programme.id)}@{DOMAIN}"


def veiled(uid: str, programme: Programme) -> str:
    """The UID of an item of which nothing may be known but when it is: digits that stand for its own.

    The original start of an occurrence that is on its own stays part of it: that may be known.
    """
    original = re.search(_ORIGINAL, session_of(uid)) if programme_of(uid) else None
    return _uid(programme, f"{_digest(uid)}{original[0] if original else ''}")


def parent_uid(item: Occurrence) -> str:
    """The UID of the block of an item; empty where it is in none."""
    if item.session.parent is None:
        return ""
    block = block_of(item)
    return uid(Occurrence(item.programme, block, block.when)) if block else clean(uid_in(item.session.parent))


def block_of(item: Occurrence) -> Session | None:
    """The block that an item is in; None where it is in none, or that is not of its programme."""
    return _by_id(item.programme).get(item.session.parent or "")


@lru_cache(maxsize=8)
def _by_id(programme: Programme) -> dict[str, Session]:
    return {each.id: each for each in programme.sessions}


def programme_part(programme: Programme) -> str:
    """What stands for the programme in the UIDs of its sessions."""
    return _short(_encoded(programme.id), _LONGEST_PROGRAMME)


def foreign_event(occurrence: Occurrence) -> str:
    """What stands for the programme, where the UID does not say it; empty where it does, or needs not be known."""
    own, part = occurrence.session.uid, programme_part(occurrence.programme)
    return "" if own is None or programme_of(own) == part else part


def _session_part(occurrence: Occurrence) -> str:
    return occurrence.id.removeprefix(f"{occurrence.programme.address}/")


def _uid(programme: Programme, session: str) -> str:
    return _made(programme_part(programme), session)


@lru_cache(maxsize=4096)
def _made(programme: str, session: str) -> str:
    """The UID by what stands for the programme in it; a calendar asks for each several times."""
    original = re.search(_ORIGINAL, session)
    name, start = (session[: original.start()], original[0]) if original else (session, "")
    rest = f"{_quoted(start)}.{programme}@{DOMAIN}"
    return _short(_quoted(name), _LONGEST - len(rest)) + rest


def _quoted(text: str) -> str:
    return quote(clean(text), safe="").replace(".", "%2E")


def _short(encoded: str, longest: int) -> str:
    """The text if it is no longer; else what fits of it, no character cut, `~`, and digits that stand for all of it."""
    if len(encoded) <= longest:
        return encoded
    kept = unquote(re.sub(_CUT_ESCAPE, "", encoded[: longest - _DIGITS - 1]), errors="ignore")
    return f"{_quoted(kept)}~{_digest(encoded)}"


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:_DIGITS]


@lru_cache(maxsize=256)
def _encoded(programme_id: str) -> str:
    return quote(clean(programme_id), safe="")
