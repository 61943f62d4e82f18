"""CSV and TSV as a table, with the line and column of every cell (RFC 4180, and what programs make of it)."""

import re
from collections.abc import Iterator

from agendacli.formats.encoding import read_text
from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import GUARDED, Cell, Row, Sheet
from agendacli.formats.sheet.headings import meaning_of
from agendacli.formats.sheet.read.programme import programme_of_sheet
from agendacli.model.findings import Findings
from agendacli.model.large.gc_paused import undisturbed
from agendacli.model.said import Said
from agendacli.model.span import Span

_DELIMITERS = "\t;,|"
_MARK = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = re.compile(r'"[^"]*+"')
_MARKDOWN_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*(?:\r?\n|$)")
_SEPARATOR = re.compile(r"sep=([\t;,|])\r?\n", re.IGNORECASE)  # how Excel is told what stands between cells
_BEGINNING = 4096
_ENOUGH = 2


@undisturbed()
def read_csv(given: Given) -> Said:
    """The programme that the bytes of a CSV or TSV say; faults are told, nothing is raised."""
    findings = Findings()
    text = read_text(_in_utf8(given.data), given.file, findings)
    if text is None:
        return Said(None, findings.all)
    rows = tuple(_rows(text, given.file))
    return programme_of_sheet(Sheet("csv", rows[1:] if _SEPARATOR.match(text) else rows), given, findings)


def is_csv(data: bytes) -> bool:
    """Whether the first line of a text has several headings that are known, and none of Markdown's rules below it."""
    beginning = _in_utf8(data[:_BEGINNING]).decode("utf-8", "replace").lstrip()
    separator = _SEPARATOR.match(beginning)
    line, _, below = beginning[separator.end() if separator else 0 :].partition("\n")
    if _MARKDOWN_RULE.match(below):
        return False
    found = {meaning_of(each.strip(' "\r')) for each in line.split(_delimiter(line))} - {None}
    return len(found) >= _ENOUGH


def _in_utf8(data: bytes) -> bytes:
    """The bytes without a mark; UTF-16, which Excel writes as “Unicode text”, in UTF-8."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(_MARK)


def _delimiter(text: str) -> str:
    """What stands most often between the cells of the first line that has any."""
    if separator := _SEPARATOR.match(text):
        return separator[1]
    lines = (_QUOTED.sub("", line) for line in text.split("\n", 20))
    line = next((each for each in lines if any(char in each for char in _DELIMITERS)), "")
    return max(_DELIMITERS, key=line.count) if line else ","


_REST = re.compile(r"()([^\n]*+)(\n|\Z)")


def _rows(text: str, file: str) -> Iterator[Row]:
    delimiter = re.escape(_delimiter(text))
    field = re.compile(rf'(?:[ \t]*+"((?:[^"]|"")*+)"[ ]*+|([^{delimiter}\n]*+))({delimiter}|\n|\Z)')
    row: list[Cell] = []
    line, begin, at = 1, 0, 0
    while at < len(text) and (found := field.match(text, at) or _REST.match(text, at)):
        row.append(_cell(found, Span(file, line, at - begin + 1)))
        line += text.count("\n", at, found.end())
        if found[3] != "\n" and found[3]:
            begin = max(begin, text.rfind("\n", at, found.end()) + 1)
        else:
            yield tuple(row)
            row, begin = [], found.end()
        at = found.end()
    if row:
        yield tuple(row)


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(GUARDED) else text


def _cell(found: re.Match[str], span: Span) -> Cell:
    text = found[1].replace('""', '"') if found[1] is not None else found[2]
    return Cell(
        _unguarded(text.strip()),
        Span(span.file, span.line, span.column, max(found.end(3) - found.start() - len(found[3]), 1)),
    )
