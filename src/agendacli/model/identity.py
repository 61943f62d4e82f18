"""What the UIDs of this tool say: the programme and the session that they are made of; ids made of those of others."""

import re
from urllib.parse import unquote

GENERATOR = "agendacli publish"
"""What the files of a published folder name as their maker, by which they are known to be ours."""
DOMAIN = "agendacli"

_NO_ADDRESS = re.compile(r"[/\s]")
_CODES = re.compile(r"%(?:2F|20|09|0A|0B|0C|0D)")


def programme_of(uid: str) -> str:
    """What stands for the programme in a UID; empty if the UID is none of ours."""
    local, _, domain = uid.rpartition("@")
    return local.partition(".")[2] if domain == DOMAIN else ""


def session_of(uid: str) -> str:
    """The id of the session in a UID of ours, after it the original start of an occurrence that is on its own."""
    return unquote(uid.partition(".")[0])


def address_of(uid: str, event: str) -> str:
    """`EVENT/SESSION` of a UID in that event, which is given as it stands in a UID."""
    session = session_of(uid) if programme_of(uid) else uid
    return f"{unquote(event)}/{session}"


def id_of(uid: str) -> str:
    """The id of a session that a calendar holds: its UID, with a code for what an address cannot have."""
    return _NO_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), uid)


def uid_in(id_: str) -> str:
    """The UID of which `id_of` made an id; its blanks are those of ASCII."""
    return _CODES.sub(lambda found: unquote(found[0]), id_)
