"""Records as tables: CSV, TSV, Markdown. A nested value becomes one text (see `cell_text`)."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from agendacli.records.table import Record, cell_text, pickers
from agendacli.words.harmless import harmless, one_line

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_LINES_AND_TABS = re.compile("([\t\r\n])")
_MARKDOWN = re.compile(r"[\\`*\[\]<|~]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")

_Row = Sequence[str]


def to_csv(records: Iterable[Record], fields: Sequence[str] | None = None) -> Iterator[str]:
    """The records as CSV (RFC 4180): a header, then one record a row, lines ended by CR LF, to be encoded as UTF-8.

    Yields row by row. `fields` selects fields in that order; by default the fields of the first record (no record:
    nothing at all). A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a
    tab or a line end, is preceded by an apostrophe. Control characters other than line ends and tabs are made visible,
    as in every table.
    """
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    return (str(writer.writerow(row)) for row in _rows(records, fields, _csv_cell))


def to_tsv(records: Iterable[Record], fields: Sequence[str] | None = None) -> Iterator[str]:
    r"""The records as tab-separated values: a header, then one record a line, ended by `\n`, without any quoting.

    Otherwise like CSV; tabs and line ends in a text become spaces.
    """
    return ("\t".join(row) + "\n" for row in _rows(records, fields, lambda text: _defused(one_line(text))))


def to_markdown(records: Iterable[Record], fields: Sequence[str] | None = None) -> Iterator[str]:
    """The records as a Markdown table; Markdown syntax in a text is escaped, line ends become spaces.

    Yields line by line, the header with the rule below it first.
    """
    for n, row in enumerate(_rows(records, fields, _markdown_cell)):
        rule = f"| {' | '.join(['---'] * len(row))} |\n" if n == 0 else ""
        yield f"| {' | '.join(row)} |\n{rule}"


class _Echo:
    """The target of a CSV writer: its `write` returns the line, and so does `writerow`."""

    def write(self, line: str) -> str:
        return line


def _rows(records: Iterable[Record], fields: Sequence[str] | None, cell: Callable[[str], str]) -> Iterator[_Row]:
    """The header and the rows; `cell` turns a value into text."""
    remaining = iter(records)
    first = list(islice(remaining, 1)) if fields is None else []
    names = tuple(name for each in first for name in each) if fields is None else tuple(fields)
    if not names:
        return
    yield names
    picked = pickers(names)
    for each in chain(first, remaining):
        yield [_cell(pick(each), cell) for pick in picked]


def _cell(value: object, cell: Callable[[str], str]) -> str:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else cell(cell_text(value))


def _csv_cell(text: str) -> str:
    if text.isprintable():
        return _defused(text)
    return _defused("".join(part if part in "\t\r\n" else harmless(part) for part in _LINES_AND_TABS.split(text)))


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _markdown_cell(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", one_line(text))
