"""Records as tables: CSV, TSV, Markdown. A nested value becomes one text (see `cell_text`)."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

from agendacli.model.cells import Record, cell_text, picked
from agendacli.model.harmless import harmless, one_line

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_LINES_AND_TABS = re.compile("([\t\r\n])")
_MARKDOWN = re.compile(r"[\\`*\[\]<|~]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")

_Row = Sequence[str]


def to_csv(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    """The records as CSV (RFC 4180): a header, then one record a row, lines ended by CR LF, meant for UTF-8.

    `fields` picks fields in that order; without it the first record's make the header (no record: no text at all).
    A text that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a line
    end, gets an apostrophe in front. Control characters but line ends and tabs are shown, as in every table.
    """
    return _separated(_rows(records, fields, _csv_cell))


def to_tsv(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    r"""The records as tab-separated values: a header, then one record a line, ended by `\n`, without any quoting.

    As CSV otherwise; tabs and line ends in a text become spaces.
    """
    return "".join("\t".join(row) + "\n" for row in _rows(records, fields, lambda text: _defused(one_line(text))))


def to_markdown(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    """The records as a Markdown table; what Markdown would obey in a text is escaped, line ends become spaces."""
    header, *rows = _rows(records, fields, _markdown_cell) or [()]
    return "".join(f"| {' | '.join(row)} |\n" for row in (header, ["---"] * len(header), *rows) if header)


def _rows(records: Iterable[Record], fields: Sequence[str] | None, cell: Callable[[str], str]) -> list[_Row]:
    """The header and the rows, each value as `cell` writes its text."""
    kept = list(records)
    names = tuple(kept[0] if kept else ()) if fields is None else tuple(fields)
    rows = ([_cell(picked(each, name), cell) for name in names] for each in kept)
    return [names, *rows] if names else []


def _cell(value: object, cell: Callable[[str], str]) -> str:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else cell(cell_text(value))


def _separated(rows: Iterable[_Row]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _csv_cell(text: str) -> str:
    return _defused("".join(part if part in "\t\r\n" else harmless(part) for part in _LINES_AND_TABS.split(text)))


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _markdown_cell(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", one_line(text))
