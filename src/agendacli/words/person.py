"""A person as a programme prints one: honorific, name, position, to be confirmed or not."""

import re
from functools import lru_cache

from agendacli.model.frozen import frozen
from agendacli.words.ids import person_id

_HONORIFIC = re.compile(
    r"(?:(?:H\.?\s?E\.?|H\.?R\.?H\.?|Hon\.?|Mr\.?|Mrs\.?|Ms\.?|Mx\.?|Dr\.?|Prof\.?|Professor|Sir|Dame|Madam|Judge)\s+)+"
)
_GENDERED = {"mr": "mr", "sir": "mr", "ms": "ms", "mrs": "ms", "madam": "ms", "dame": "ms"}
_TBC = re.compile(r"\s*\((?:tbc|to be confirmed)\)\s*$", re.IGNORECASE)


@frozen
class PrintedPerson:
    """The parts of a person as printed; `name` is without honorific."""

    name: str
    honorific: str | None
    position: str | None
    confirmed: bool


def parse_person(text: str) -> PrintedPerson:
    """The parts of `H.E. Mr. First Last, Position (tbc)`: the name ends at the first comma."""
    words = " ".join(text.split())
    printed = _TBC.sub("", words) if words.endswith(")") else words
    head, _, position = printed.partition(",")
    return PrintedPerson(*_named(head), position.strip() or None, printed == words)


@lru_cache(maxsize=4096)
def _named(head: str) -> tuple[str, str | None]:
    """The name without honorific, and the honorific; remembered, since the same people are named all through a file."""
    match = _HONORIFIC.match(head)
    name = head[match.end() :] if match else head
    return name.strip() or head.strip(), match[0].strip() if match else None


def undeclared_id(name: str, honorific: str | None) -> str:
    """The id of a person whom nothing declares; a single name is told apart by `Mr.` and `Ms.` before it."""
    made, title = person_id(name), _gendered(honorific)
    return f"{title}-{made}" if title and " " not in name else made


def _gendered(honorific: str | None) -> str | None:
    """`mr` or `ms`, if an honorific says that much: `H.E. Mrs.` is `ms`, `Dr.` neither."""
    words = (honorific or "").replace(".", " ").casefold().split()
    return next((_GENDERED[word] for word in words if word in _GENDERED), None)
