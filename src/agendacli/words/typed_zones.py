"""Time zones as people write them: an IANA name is one; of anything else, what to write instead.

`EST` and the like are never read, although IANA has some of them: their clocks never change, which nobody means who
writes `EST` in July. An offset is not a zone either, and `Etc/GMT+2` is the other way round than it looks.
"""

from datetime import timedelta

from agendacli.model.asked import Refusal
from agendacli.model.zones import is_zone, zone_names
from agendacli.words.lists import listed
from agendacli.words.near import suggestion
from agendacli.words.zones import stated_offset, zone_at

_MEANINGS = {
    "ACST": "Australia/Adelaide Australia/Darwin",
    "AEST": "Australia/Sydney Australia/Brisbane",
    "AST": "America/Halifax Asia/Riyadh",
    "BST": "Europe/London Asia/Dhaka",
    "CDT": "America/Chicago America/Havana",
    "CEST": "Europe/Paris Europe/Vienna",
    "CST": "America/Chicago Asia/Shanghai America/Havana",
    "EDT": "America/New_York America/Toronto",
    "EEST": "Europe/Athens Europe/Helsinki",
    "EST": "America/New_York America/Panama",
    "HST": "Pacific/Honolulu",
    "IST": "Asia/Kolkata Europe/Dublin Asia/Jerusalem",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "MDT": "America/Denver",
    "MSK": "Europe/Moscow",
    "MST": "America/Denver America/Phoenix",
    "NZST": "Pacific/Auckland",
    "PDT": "America/Los_Angeles",
    "PST": "America/Los_Angeles Asia/Manila",
    "SAST": "Africa/Johannesburg",
    "SGT": "Asia/Singapore",
    "WAT": "Africa/Lagos",
    "WEST": "Europe/Lisbon",
}
_COMMON = {"EASTERN": "America/New_York", "CENTRAL": "America/Chicago", "MOUNTAIN": "America/Denver"} | {
    "PACIFIC": "America/Los_Angeles",
    "CENTRAL EUROPEAN": "Europe/Vienna",
}
_FIXED = frozenset(("EST", "MST", "HST"))
_EXAMPLE = "write one like `Europe/Vienna`"


def read_zone(text: str) -> str | Refusal:
    """The zone that a text names; a refusal that says what to write, with each zone where it may be several."""
    if is_zone(text) and text not in _FIXED:
        return text
    what = "is a zone whose clocks never change" if text in _FIXED else "is not an IANA time zone"
    return Refusal(f"`{text}` {what}; {_instead(text)}")


def _instead(text: str) -> str:
    plain = " ".join(text.replace("_", " ").split())
    offset = stated_offset(plain)
    if offset is not None and plain[:1] in "+-UGug":
        return _of_offset(offset)
    if meant := _MEANINGS.get(plain.upper()) if len(plain) <= len("AEST") else None:
        return f"{'it may be' if ' ' in meant else 'write'} {listed(meant.split(), 'or')}"
    if meant := _COMMON.get(plain.upper().removesuffix(" TIME").removesuffix(" STANDARD")):
        return f"did you mean `{meant}`?"
    if any(each.isdecimal() for each in plain):
        return _EXAMPLE
    return _city(plain) or suggestion(text, zone_names()).removeprefix("; ") or _EXAMPLE


def _of_offset(offset: timedelta) -> str:
    """What to write for an offset: the zone of a city, or the one whose clocks never change."""
    fixed = zone_at(offset)
    never = f"; for clocks that never change `{fixed}`, whose sign counts westward" if fixed and "Etc" in fixed else ""
    return f"an offset is not one: {_EXAMPLE}{never}"


def _city(name: str) -> str | None:
    """The zone that is named after a city; capitals alone are too short to guess at."""
    if name.isupper():
        return None
    ending = "/" + name.title().replace(" ", "_")
    found = min((each for each in zone_names() if each.endswith(ending)), default=None)
    return f"did you mean `{found}`?" if found else None
