"""UIDs of this tool, which are made of the ids of programme and session; and ids made of foreign UIDs."""

import re
from urllib.parse import unquote

GENERATOR = "agendacli publish"
"""What the files of a published folder name as their maker, by which they are known to be ours."""
DOMAIN = "agendacli"

_NO_ADDRESS = r"[/\s]"
_CODES = r"%(?:2F|20|09|0A|0B|0C|0D|1C|1D|1E|1F)"


def programme_of(uid: str) -> str:
    """The part of a UID that identifies the programme; empty if the UID is not one of ours."""
    local, _, domain = uid.rpartition("@")
    return local.partition(".")[2] if domain == DOMAIN else ""


def session_of(uid: str) -> str:
    """The id of the session in a UID of ours, followed by the original start of a single occurrence."""
    return unquote(uid.partition(".")[0])


def address_of(uid: str, event: str) -> str:
    """The address `EVENT/SESSION` that a UID means in that event, which is given as it appears in a UID."""
    session = session_of(uid) if programme_of(uid) else uid
    return f"{unquote(event)}/{session}"


def id_of(uid: str) -> str:
    """The id of a session that a calendar holds: its UID, with characters escaped that an address cannot have."""
    return re.sub(_NO_ADDRESS, lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), uid)


def uid_in(id_: str) -> str:
    """The UID from which `id_of` made an id; white space in it is ASCII."""
    return re.sub(_CODES, lambda found: unquote(found[0]), id_)
