"""What the UIDs of this tool say: the programme and the session that they are made of."""

from urllib.parse import unquote

DOMAIN = "agendacli"


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
