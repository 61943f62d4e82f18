"""Ids as schedules have them: acronym, slug, guid and number, made of ids alone and never of a time or a title.

An acronym has small letters, digits and `_`, at least four. A slug is an acronym, a hyphen and at least four of the
same and hyphens, and ends in a letter or digit. Ids may hold more: such a character stands there as `_` and six digits.
"""

import re
from functools import lru_cache

_ESCAPED = re.compile(r"_([0-9a-f]{6})")
_NOT_PLAIN = re.compile(r"[^a-z0-9-]|-(?=[0-9a-f]{6})|-$")
_LEAST = 4
_LARGEST = 1 << 31
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def acronym_of(programme_id: str) -> str:
    """The acronym of a programme: its id with `_` for each hyphen."""
    return _escaped(programme_id).replace("-", "_").rjust(_LEAST, "_")


def programme_id_in(acronym: str) -> str:
    """The id of which `acronym_of` made that."""
    parts = _ESCAPED.split(_stripped(acronym))
    return "".join(chr(int(each, 16)) if n % 2 else each.replace("_", "-") for n, each in enumerate(parts))


def slug_of(programme_id: str, session_id: str) -> str:
    """The slug of a session."""
    return f"{acronym_of(programme_id)}-{_escaped(session_id).rjust(_LEAST, '_')}"


def session_id_in(slug: str) -> str:
    """The id of the session of which `slug_of` made that."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), _stripped(slug.partition("-")[2]))


@lru_cache(maxsize=4096)  # who speaks does so more than once
def guid_of(uid: str) -> str:
    """The UUID of a session by the UID that calendars know it by; one that is a UUID stays as it is."""
    from uuid import NAMESPACE_URL, uuid5

    return uid.lower() if is_guid(uid) else str(uuid5(NAMESPACE_URL, f"urn:agendacli:{uid}"))


def is_guid(text: str) -> bool:
    """Whether a text is a UUID, as schedules have them."""
    return _GUID.fullmatch(text.lower()) is not None


def event_number(guid: str, taken: set[int]) -> int:
    """A positive number of 31 bits that stands for a guid and is not taken; it takes it."""
    from hashlib import sha256

    salt = 0
    while (found := int(sha256(f"{guid}{salt or ''}".encode()).hexdigest()[:8], 16) % _LARGEST or 1) in taken:
        salt += 1
    taken.add(found)
    return found


def _escaped(id_: str) -> str:
    return _NOT_PLAIN.sub(lambda found: f"_{ord(found[0]):06x}", id_)


def _stripped(text: str) -> str:
    """The text without what made it long enough."""
    return text.lstrip("_") if len(text) <= _LEAST else text
