"""The content of a calendar that no session can hold, to be reported where it would be lost."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from types import MappingProxyType

from agendacli.formats.ics.text import read_escaped

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "BEGIN:VALARM": ("reminder", "reminders"),
        "ATTACH": ("attachment", "attachments"),
        "IMAGE": ("picture", "pictures"),
        "PRIORITY": ("priority", "priorities"),
        "CONTACT": ("contact", "contacts"),
        "RESOURCES": ("list of resources", "lists of resources"),
        "RELATED-TO": ("relation", "relations"),
        "ATTENDEE": ("address of a person", "addresses of people"),
    }
)
_FOUND = re.compile(
    r"^(?:(BEGIN:VALARM)|(ATTACH|IMAGE|CONTACT|RESOURCES)[;:]|(RELATED-TO);(?=[^:\n]*RELTYPE=(?!PARENT\b))|(PRIORITY):[1-9]"
    r"|(ATTENDEE)[;:](?=(?:[^\n]|\n[ \t])*mailto:))",
    re.IGNORECASE | re.MULTILINE,
)
_EVENT = re.compile(r"^BEGIN:VEVENT\b.*?^END:VEVENT\b", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_UID = re.compile(r"^UID[^:\n]*:(.*(?:\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]")


def unread(text: str, uids: Collection[str] | None = None) -> tuple[str, ...]:
    """What the text of a calendar holds of which nothing is kept, counted: `2 reminders`; in no order of the text.

    With `uids` only their items count.
    """
    texts = [text] if uids is None else [each for each in _EVENT.findall(text) if _uid(each) in uids]
    counts = Counter(str(found[found.lastindex or 0]).upper() for each in texts for found in _FOUND.finditer(each))
    return tuple(f"{counts[name]} {words[counts[name] > 1]}" for name, words in _WORDS.items() if counts[name])


def _uid(event: str) -> str:
    found = _UID.search(event)
    return read_escaped(_FOLD.sub("", found[1])).strip() if found else ""
