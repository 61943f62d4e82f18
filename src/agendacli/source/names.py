"""A person as a programme prints one: honorific, name, position, to be confirmed or not."""

import re
import unicodedata
from dataclasses import dataclass

_HONORIFIC = re.compile(
    r"(?:(?:H\.?\s?E\.?|H\.?R\.?H\.?|Hon\.?|Mr\.?|Mrs\.?|Ms\.?|Mx\.?|Dr\.?|Prof\.?|Professor|Sir|Dame|Madam|Judge)\s+)+"
)
_TBC = re.compile(r"\s*\((?:tbc|to be confirmed)\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedPerson:
    """The parts of a person as printed; `name` is without honorific."""

    name: str
    honorific: str | None
    position: str | None
    confirmed: bool


def parse_person(text: str) -> PrintedPerson:
    """The parts of `H.E. Mr. First Last, Position (tbc)`: the name ends at the first comma."""
    words = " ".join(text.split())
    printed = _TBC.sub("", words)
    head, _, position = printed.partition(",")
    match = _HONORIFIC.match(head)
    name = head[match.end() :] if match else head
    return PrintedPerson(
        name.strip() or head.strip(),
        match[0].strip() if match else None,
        position.strip() or None,
        printed == words,
    )


def slug(text: str) -> str:
    """An id made of a text: ASCII letters and digits, everything else a single hyphen; `item` of nothing."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "item"


def person_id(name: str) -> str:
    """An id made of a name that nothing declares: every letter and full stop counts, so `D. Ruiz` is not `D Ruiz`."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[^\w.]+", "-", composed).strip("-") or "item"
