"""The bytes of an iCalendar file as content lines (RFC 5545 3.1), whatever their encoding and line ends."""

import codecs
from collections.abc import Iterator

from agendacli.formats.ics.content_line import FOLD
from agendacli.formats.ics.oddities import Oddities
from agendacli.model.codes import BYTE_ORDER_MARK, ICS_ENCODING

_FOLD = FOLD.encode()
_CHUNK = 1 << 20
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def tidied(data: bytes, oddities: Oddities) -> bytes:
    """The bytes of a file as UTF-8 without byte order mark, zero bytes and old line ends, each of which is reported."""
    if data.startswith(UTF16_MARKS):
        oddities.tell(ICS_ENCODING, 1, "the file is UTF-16, which iCalendar is not; it was read all the same")
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    if data.startswith(codecs.BOM_UTF8):
        oddities.tell(BYTE_ORDER_MARK, 1, "the file begins with a byte order mark; save it as UTF-8 without BOM")
        data = data.removeprefix(codecs.BOM_UTF8)
    if _FOLD in data:
        line = data.count(b"\n", 0, data.index(_FOLD)) + 1
        oddities.tell(ICS_ENCODING, line, "the file contains zero bytes, which are not text; they were left out")
        data = data.replace(_FOLD, b"")
    return data if b"\n" in data else data.replace(b"\r", b"\n")


def content_lines(text: bytes, number: int, oddities: Oddities) -> Iterator[list[str]]:
    """The content lines of tidied bytes in order, many at a time; each holds one `FOLD` for every fold that was in it.

    So a line takes one line of the file, and one more for each `FOLD`; `number` is that of the first. The bytes are
    decoded piece by piece: what stands in memory is never much more than the file. Latin-1 is told and read.
    """
    start = 0
    while start < len(text):
        end = _line_end(text, start + _CHUNK)
        yield _lines(text[start:end], number, oddities)
        number += text.count(b"\n", start, end)
        start = end


def shown_calendar(data: bytes) -> str:
    """The text of the file as lines are counted in it, for showing one of them."""
    if data.startswith(UTF16_MARKS):
        data = data.decode("utf-16", "replace").encode()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text if "\n" in text else text.replace("\r", "\n")


def _line_end(data: bytes, least: int) -> int:
    """The end of the first content line that ends at or after `least`."""
    end = data.find(b"\n", least) + 1
    while end and data[end : end + 1] in (b" ", b"\t"):
        end = data.find(b"\n", end) + 1
    return end or len(data)


def _lines(piece: bytes, number: int, oddities: Oddities) -> list[str]:
    try:
        text = piece.decode()
    except UnicodeDecodeError:
        return _foreign_lines(piece, number, oddities)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "")
    return text.removesuffix("\n").replace("\n ", FOLD).replace("\n\t", FOLD).split("\n")


def _foreign_lines(piece: bytes, number: int, oddities: Oddities) -> list[str]:
    """The lines of a piece that is not all UTF-8: each as UTF-8 where it is that, else as Latin-1."""
    plain = piece.replace(b"\r", b"").removesuffix(b"\n").replace(b"\n ", _FOLD).replace(b"\n\t", _FOLD)
    lines = []
    for line in plain.split(b"\n"):
        lines.append(_foreign_line(line, number, oddities))
        number += 1 + line.count(_FOLD)
    return lines


def _foreign_line(line: bytes, number: int, oddities: Oddities) -> str:
    """One content line. A fold may stand inside a character: then all folds are put at the end, where they count."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        pass
    try:
        return line.replace(_FOLD, b"").decode() + FOLD * line.count(_FOLD)
    except UnicodeDecodeError as fault:
        byte = fault.object[fault.start]
        message = f"byte 0x{byte:02X} is not UTF-8; the line was read as Latin-1"
        oddities.tell(ICS_ENCODING, number, message, "latin-1")
    return _western(line)


def _western(line: bytes) -> str:
    """As Windows reads Latin-1, with quotation marks where Latin-1 has controls; as Latin-1 where it has nothing."""
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
