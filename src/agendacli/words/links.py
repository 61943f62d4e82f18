"""Addresses in texts: those beside a room, and what lets somebody join a meeting, with its numbers and passcodes."""

import re
from functools import lru_cache
from typing import NamedTuple

# All of these are compiled when one is needed, which in most texts none is.
# Services whose addresses are also written without `https://`.
_SERVICES = r"(?<![\w.-])(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com)"
_LINK = rf"(?i)<?((?:https?://|{_SERVICES}/)[^\s<>]+)>?"
_AROUND = " \t\n,;|()[]-–—:/"
_AFTER = ".,;:!?)]'\""
_PASSCODE = r"(?i)\b(?:pass(?:code|word)|pwd|pin|meeting id|kenncode)\b"
_MEETING = (
    r"(?i)(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|gotomeet(?:ing)?\.(?:me|com)"
    r"|whereby\.com|bluejeans\.com|meet\.jit\.si|join\.skype\.com|bigbluebutton|/bbb/)"
)
_SECRET = r"(?i)[?&#](?:pwd|passcode|password|token|pass)="  # noqa: S105 (words in an address)
_NUMBER = (
    r"(?i)\b(?:pass(?:code|word)|pwd|meeting[ -]?id|meeting number|access code|conference id|dial[ -]?in|kenncode"
    r"|kennwort|zugangscode|einwahl\w*|mot de passe|code d.accès|contraseña|código de acceso)\b.*\d"
    r"|\b(?:tel|sip|sips):\S+"
)


class RoomAndLinks(NamedTuple):
    """What a text for a room says: the room, if there is one, the addresses in it, each absolute, and a passcode."""

    room: str | None
    links: tuple[str, ...] = ()
    beside: str = ""


def room_beside_links(text: str) -> RoomAndLinks:
    """The room that a text names, and the links in it; a passcode beside a link is not a room either."""
    if "/" not in text:  # nearly every text, and quick to tell
        return RoomAndLinks(text)
    links = tuple(dict.fromkeys(_absolute(each[1].rstrip(_AFTER)) for each in re.finditer(_LINK, text)))
    if not links:
        return RoomAndLinks(text)
    rest = " ".join(re.sub(_LINK, " ", text).split()).strip(_AROUND)
    return RoomAndLinks(None, links, rest) if re.search(_PASSCODE, rest) else RoomAndLinks(rest or None, links)


def _absolute(link: str) -> str:
    return link if "://" in link else f"https://{link}"


_PIN = r"pin\b(?<=\bpin).*\d"
_HINTS = (
    *(
        "zoom",
        "meet.",
        "gotomeet",
        "teams.",
        "webex.com",
        "whereby.com",
        "bluejeans.com",
        "join.skype",
        "bigblue",
        "bbb",
    ),
    *("passcode", "password", "pwd", "pass=", "token=", "meeting id", "meeting-id", "meetingid", "meeting number"),
    *("access code", "conference id", "dial in", "dial-in", "dialin", "kenncode", "kennwort", "zugangscode", "einwahl"),
    *("mot de passe", "accès", "contraseña", "código de acceso", "tel:", "sip:", "sips:"),
)
"""Of these one stands in whatever the three long expressions find, and hardly ever in another text."""


class Cleaned(NamedTuple):
    """A text without what lets somebody join, None where nothing is left, and how much of that there was."""

    text: str | None
    held_back: int = 0


def is_joining(address: str) -> bool:
    """Whether an address lets somebody join a meeting, or holds a passcode."""
    plain = address.lower()
    if "pin" in plain and re.search(_PIN, plain):
        return True
    if not any(map(plain.__contains__, _HINTS)):  # as nearly always, and ten times as quick to tell
        return False
    return any(re.search(each, plain) for each in (_MEETING, _SECRET, _NUMBER))


def without_joining(text: str | None) -> Cleaned:
    """A text without the lines that hold an address to join, a meeting number or a passcode."""
    if not text or not is_joining(text):
        return Cleaned(text)
    lines = text.split("\n")
    kept = [each for each in lines if not is_joining(each)]
    return Cleaned("\n".join(kept).strip() or None, len(lines) - len(kept))


@lru_cache(maxsize=1024)  # few rooms, in many sessions each
def without_links(room: str | None) -> Cleaned:
    """The name of a room without the addresses in it."""
    if not room:
        return Cleaned(room)
    found = room_beside_links(room)
    cleaned = without_joining(found.room)
    return Cleaned(cleaned.text, len(found.links) + cleaned.held_back)
