"""The tables of a Markdown text as one table, with the line and column of every cell."""

import re
from collections.abc import Iterator

from agendacli.formats.encoding import read_text
from agendacli.formats.given import Given
from agendacli.formats.sheet.cells import ZONE_LINE, Cell, Row, Sheet
from agendacli.formats.sheet.headings import meaning_of
from agendacli.formats.sheet.read.dates import day_and_time
from agendacli.formats.sheet.read.programme import programme_of_sheet
from agendacli.formats.sheet.read.standing_day import day_alone
from agendacli.model.findings import Findings
from agendacli.model.said import Said
from agendacli.model.span import Span
from agendacli.model.zones import is_zone

_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$")
_TABLE = re.compile(rb"^[ \t]*\|?(.+\|.+)\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$", re.MULTILINE)
_CELL = re.compile(r"((?:\\.|[^|\\])*)(\||$)")
_BREAK = re.compile(r"<br\s*/?>")
_HEADING = re.compile(r"^#+\s+(.*?)\s*#*$")
_EMPHASIS = re.compile(r"(\*\*|__|`)(.+?)\1")
_ZONE = re.compile(re.escape(ZONE_LINE).replace("ZONE", r"([A-Za-z_/+-]+\d*)"))
_TIME_BESIDE = re.compile(r"[\s>*+#_-]*\d{1,2}:\d\d\b[^|]*$")
_ENOUGH = 2
_TIMES = {"start", "time"}


def read_markdown(given: Given) -> Said:
    """The programme that the tables of a Markdown text say; headings between them may be its days."""
    findings = Findings()
    text = read_text(given.data, given.file, findings)
    if text is None:
        return Said(None, findings.all)
    rows = tuple(_rows(text.split("\n"), given.file))
    zone = _ZONE.search(text)
    given = given._replace(zone=given.zone or (zone[1] if zone and is_zone(zone[1]) else None))
    return programme_of_sheet(Sheet("markdown", rows), given, findings)


def is_markdown_table(data: bytes) -> bool:
    """Whether a text is little else than a table whose headings are known and which says all: its days and times."""
    if not is_markdown_page(data):
        return False
    lines = _beginning(data).decode("utf-8", "replace").split("\n")
    rows = [*_rows(lines, "")]
    is_whole = any(map(_says_day, rows)) and any(map(_says_time, rows))
    return is_whole and not any(_TIME_BESIDE.match(each) for each in lines)


def is_markdown_page(data: bytes) -> bool:
    """Whether a text is little else than a table whose headings are known; its days may stand in the text around it."""
    beginning = _beginning(data)
    lines = [each for each in beginning.split(b"\n") if each.strip() and not each.startswith(b"#")]
    if sum(b"|" in each for each in lines) * 2 < len(lines):
        return False
    for found in _TABLE.finditer(beginning):
        headings = found[1].decode("utf-8", "replace").split("|")
        if len({meaning_of(each.strip()) for each in headings if each.strip()} - {None}) >= _ENOUGH:
            return True
    return False


def _beginning(data: bytes) -> bytes:
    return data[: 1 << 16].replace(b"\r\n", b"\n")


def _says_day(row: Row) -> bool:
    return day_alone(row) is not None or (len(row) > 1 and any(day_and_time(cell)[0] for cell in row if cell.text))


def _says_time(row: Row) -> bool:
    """Whether one of the headings is that of times, or a cell says a day with its time."""
    return any(meaning_of(cell.text) in _TIMES or all(day_and_time(cell)) for cell in row if cell.text)


def _rows(lines: list[str], file: str) -> Iterator[Row]:
    """The rows of all tables, and each heading as a row of its own; the first row counts once if tables repeat it."""
    first: tuple[str, ...] | None = None
    for number, line in enumerate(lines, start=1):
        if heading := _HEADING.match(line):
            yield (Cell(heading[1], Span(file, number, heading.start(1) + 1, max(len(heading[1]), 1))),)
        elif "|" in line and not _RULE.match(line):
            row = tuple(_cells(line, Span(file, number)))
            texts = tuple(cell.text for cell in row)
            if texts != first:
                yield row
            first = first or texts


def _cells(line: str, place: Span) -> Iterator[Cell]:
    at = line.index("|") + 1 if line.lstrip().startswith("|") else 0
    end = len(line.rstrip()) - 1 if line.rstrip().endswith("|") else len(line)
    while at <= end and (found := _CELL.match(line, at, end)):
        text = found[1].strip()
        begin = at + len(found[1]) - len(found[1].lstrip())
        yield Cell(_plain(text), Span(place.file, place.line, begin + 1, max(len(text), 1)))
        at = found.end() + (0 if found[2] else 1)


def _plain(text: str) -> str:
    shown = _EMPHASIS.sub(r"\2", _BREAK.sub("\n", text))
    return shown.replace("\\|", "|").replace("\\*", "*").replace("\\_", "_").strip()
