"""Addresses at which a meeting is joined from afar, found where people write them: in the place of a room."""

import re
from typing import NamedTuple

# Services whose addresses are also written without `https://`.
_SERVICES = r"(?<![\w.-])(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com)"
_LINK = re.compile(rf"<?((?:https?://|{_SERVICES}/)[^\s<>]+)>?", re.IGNORECASE)
_AROUND = " \t\n,;|()[]-–—:/"
_AFTER = ".,;:!?)]'\""
_PASSCODE = re.compile(r"\b(?:pass(?:code|word)|pwd|pin|meeting id|kenncode)\b", re.IGNORECASE)


class RoomAndLinks(NamedTuple):
    """What a text for a room says: the room, if there is one, the addresses in it, each absolute, and a passcode."""

    room: str | None
    links: tuple[str, ...] = ()
    beside: str = ""


def room_beside_links(text: str) -> RoomAndLinks:
    """The room that a text names, and the links in it; a passcode beside a link is no room either."""
    if "/" not in text:  # nearly every text, and quick to tell
        return RoomAndLinks(text)
    links = tuple(dict.fromkeys(_absolute(each[1].rstrip(_AFTER)) for each in _LINK.finditer(text)))
    if not links:
        return RoomAndLinks(text)
    rest = " ".join(_LINK.sub(" ", text).split()).strip(_AROUND)
    return RoomAndLinks(None, links, rest) if _PASSCODE.search(rest) else RoomAndLinks(rest or None, links)


def _absolute(link: str) -> str:
    return link if "://" in link else f"https://{link}"
