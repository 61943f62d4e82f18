"""Elements of a page that hold a place: it calls them so, `<p class="event-location">`, or shows a pin in them."""

import re
from collections.abc import Mapping

PIN = "\U0001f4cd "
"""What stands in the text of a page before a place that one sees by its pin."""

_PIN = re.compile(
    r"(?:map-?(?:marker|pin)|(?:geo|location|place)-?(?:alt|dot|pin|arrow|fill)|icon-(?:location|place|map))"
)
_PLACE = re.compile(r"(?:loc|location|venue|room|where|ort|raum|lieu|salle|lugar|sala)(?:-?(?:name|label|text|title))?")
_OF_TEXT = frozenset({"p", "span", "small", "em", "i", "div", "dd"})


def is_pin(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is the picture of a pin."""
    return tag in {"i", "span"} and _PIN.search(attributes.get("class", "").lower()) is not None


def holds_place(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is called one of a place, as a whole or by its last word."""
    names = attributes.get("class", "").lower().replace("_", "-").split()
    return tag in _OF_TEXT and any(_PLACE.fullmatch(each) or _PLACE.fullmatch(_last(each)) for each in names)


def _last(name: str) -> str:
    return name.rpartition("-")[2]
