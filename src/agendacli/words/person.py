"""A person as a programme prints one: honorific, name, position, to be confirmed or not."""

import re

from agendacli.model.frozen import frozen
from agendacli.words.honorifics import gendered, name_and_honorifics
from agendacli.words.ids import person_id
from agendacli.words.naming import is_surname_first

_TBC = re.compile(r"\s*\((?:tbc|to be confirmed)\)\s*$", re.IGNORECASE)


@frozen
class PrintedPerson:
    """The parts of a person as printed; `name` is without honorific."""

    name: str
    honorific: str | None
    position: str | None
    confirmed: bool


def parse_person(text: str) -> PrintedPerson:
    """The parts of `H.E. Mr. First Last, Position (tbc)`: the name ends at the first comma.

    Where what follows reads like a given name, as in `Last, First, Position`, it ends at the second.
    """
    words = " ".join(text.split())
    printed = _TBC.sub("", words) if words.endswith(")") else words
    head, _, position = printed.partition(",")
    name, honorific = name_and_honorifics(head)
    if position:
        given, _, behind = position.partition(",")
        if is_surname_first(name, given.strip()):
            name, position = f"{name}, {given.strip()}", behind
    return PrintedPerson(name, honorific, position.strip() or None, printed == words)


def undeclared_id(name: str, honorific: str | None) -> str:
    """The id of a person whom nothing declares; a single name is told apart by `Mr.` and `Ms.` before it."""
    made, title = person_id(name), gendered(honorific)
    return f"{title}-{made}" if title and " " not in name else made
