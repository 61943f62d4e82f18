"""A VEVENT in pieces, byte for byte: its properties and the components inside it, to be kept, replaced or carried."""

from collections.abc import Iterable, Iterator

from agendacli.formats.ics.content_line import name_of
from agendacli.formats.ics.items import BREAK, Entry
from agendacli.model.frozen import frozen

_LONGEST = 75  # octets of a line without its break (RFC 5545 3.1)
_CONTINUED = (b" ", b"\t")


@frozen
class Piece:
    """A property or (`is_component`) a component: its name in capitals, its lines as they stand, with their breaks."""

    name: str
    data: bytes
    is_component: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """Its content lines, unfolded."""
        unfolded = self.data.replace(BREAK + b" ", b"").replace(BREAK + b"\t", b"")
        return tuple(unfolded.decode("utf-8", "replace").split("\r\n")[:-1])

    @property
    def value(self) -> str:
        """The value of a property, as it is written."""
        return self.lines[0].partition(":")[2]


def pieces(entry: Entry) -> Iterator[Piece]:
    """Everything between BEGIN and END of a VEVENT, in order."""
    held: list[bytes] = []
    depth = 0
    for line in entry.data.split(BREAK)[1:-2]:
        begins = not line.startswith(_CONTINUED)
        if begins and not depth:
            yield from _piece(held)
            held = []
        name = name_of(line.decode("utf-8", "replace")) if begins else ""
        depth += (name == "BEGIN") - (name == "END")
        held.append(line)
    yield from _piece(held)


def entry_of(found: Iterable[Piece]) -> Entry:
    """The VEVENT that is made of those pieces."""
    return Entry.of(b"".join((b"BEGIN:VEVENT\r\n", *(each.data for each in found), b"END:VEVENT\r\n")))


def written(name: str, value: str) -> Piece:
    """A property without parameters, folded; its value as it stands in a file."""
    return Piece(name, _folded(f"{name}:{value}".encode()) + BREAK)


def _piece(lines: list[bytes]) -> Iterator[Piece]:
    if lines:
        first = lines[0].decode("utf-8", "replace")
        is_component = name_of(first) == "BEGIN"
        name = first.partition(":")[2].strip().upper() if is_component else name_of(first)
        yield Piece(name, BREAK.join((*lines, b"")), is_component)


def _folded(line: bytes) -> bytes:
    """The content line in lines of at most 75 octets, none of them cut inside a character."""
    parts, length = [], _LONGEST
    while len(line) > length:
        end = length
        while line[end] & 0xC0 == 0x80:  # noqa: PLR2004 (the second octet of a character, or a later one)
            end -= 1
        parts.append(line[:end])
        line, length = line[end:], _LONGEST - 1
    return (BREAK + b" ").join((*parts, line))
