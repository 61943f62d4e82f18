"""Bytes to text: UTF-8 only, and every fault of the encoding with its line and column."""

import re

from agendacli.model.codes import BINARY, BYTE_ORDER_MARK, CONTROL_CHARACTER, EMPTY, NOT_UTF8
from agendacli.model.findings import Findings
from agendacli.model.span import Span

BOM = "\ufeff"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]+")
_NO_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # compiled when it is used, which takes 5 ms
_LINE_END = re.compile("\r\n?")
# YAML takes these for line ends, people and editors do not: lines are counted as those count them.
_NO_LINE_ENDS = "\x85", "\u2028", "\u2029"


def read_text(data: bytes, file: str, findings: Findings) -> str | None:
    r"""The text of a file, without a leading byte order mark; None (and diagnostics) when it is not text.

    Its lines end in `\n`, whatever they ended in. A control character is told and becomes U+FFFD.
    """
    if data.startswith(_UTF16_MARKS):
        findings.report(NOT_UTF8, Span(file), "the file is UTF-16; save it as UTF-8")
        return None
    if b"\0" in data:
        _report_binary(data, file, findings)
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        _report_foreign_byte(data, fault.start, file, findings)
        return None
    return _checked(_LINE_END.sub("\n", text), file, findings)


def shown_text(data: bytes) -> str:
    """The bytes as text to show, whatever they are; its lines are those that diagnostics count."""
    return _LINE_END.sub("\n", data.decode("utf-8", "replace"))


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold (section 2.2)."""
    if text.replace("\n", "").isprintable():  # nearly every text, and quick to tell
        return text
    return re.sub(_NO_XML, "\ufffd", text)


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at an offset."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _checked(text: str, file: str, findings: Findings) -> str | None:
    if text.startswith(BOM):
        findings.report(
            BYTE_ORDER_MARK, Span(file), "the file begins with a byte order mark; save it as UTF-8 without BOM"
        )
        text = text.removeprefix(BOM)
    if not text.strip():
        findings.report(EMPTY, Span(file), "the file is empty; begin with `title:` and `days:`")
        return None
    if _CONTROL.search(text):
        _report_control(text, file, findings)
        text = _CONTROL.sub(lambda match: "\ufffd" * len(match[0]), text)
    for each in _NO_LINE_ENDS:  # a hundredth of the time of `translate`, which looks up every character
        text = text.replace(each, " ")
    return text


def _report_control(text: str, file: str, findings: Findings) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _CONTROL.finditer(line):
            span = Span(file, number, match.start() + 1, len(match[0]))
            findings.report(CONTROL_CHARACTER, span, f"control character U+{ord(match[0][0]):04X}; delete it")


def _report_binary(data: bytes, file: str, findings: Findings) -> None:
    before = shown_text(data[: data.index(b"\0")])
    span = Span(file, *position(before, len(before)))
    findings.report(BINARY, span, "the file contains a zero byte, so it is not text; give a definition in YAML")


def _report_foreign_byte(data: bytes, offset: int, file: str, findings: Findings) -> None:
    before = shown_text(data[:offset])
    byte = data[offset]
    guess = bytes([byte]).decode("latin-1")
    hint = f" (“{guess}” in Latin-1)" if guess.isprintable() else ""
    span = Span(file, *position(before, len(before)))
    findings.report(NOT_UTF8, span, f"byte 0x{byte:02X} is not UTF-8{hint}; save the file as UTF-8")
