"""What a calendar holds that no session of ours has a place for: to be told where it would be lost."""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "BEGIN:VALARM": ("reminder", "reminders"),
        "ATTACH": ("attachment", "attachments"),
        "IMAGE": ("picture", "pictures"),
        "CLASS": ("privacy mark", "privacy marks"),
        "PRIORITY": ("priority", "priorities"),
        "CONTACT": ("contact", "contacts"),
        "RESOURCES": ("list of resources", "lists of resources"),
        "RELATED-TO": ("relation", "relations"),
        "ATTENDEE": ("address of a person", "addresses of people"),
    }
)
_FOUND = re.compile(
    r"^(?:(BEGIN:VALARM)|(ATTACH|IMAGE|CONTACT|RESOURCES|RELATED-TO)[;:]|(CLASS):(?!PUBLIC)|(PRIORITY):[1-9]"
    r"|(ATTENDEE)[;:](?=(?:[^\n]|\n[ \t])*mailto:))",
    re.IGNORECASE | re.MULTILINE,
)


def unread(text: str) -> tuple[str, ...]:
    """What the text of a calendar holds of which nothing is kept, counted: `2 reminders`; in no order of the text."""
    counts = Counter(str(found[found.lastindex or 0]).upper() for found in _FOUND.finditer(text))
    return tuple(f"{counts[name]} {words[counts[name] > 1]}" for name, words in _WORDS.items() if counts[name])
