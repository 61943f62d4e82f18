"""Plain lines for pipes: one record a line, its fields between tabs. Never cut, never coloured, the same every time."""

from collections.abc import Iterable, Iterator, Sequence

from agendacli.model.cells import Record, cell_text, picked
from agendacli.model.harmless import one_line

PLAIN_FIELDS: dict[str, tuple[str, ...]] = {
    "occurrence": ("id", "start", "end", "room", "title"),
    "event": ("id", "start", "end", "city", "title"),
    "conflict": ("certainty", "kind", "sessions.0", "sessions.1", "start", "end", "message"),
}
"""What stands on a line unless other fields are asked for, by the kind of record (diagnostics: `diagnostic_lines`)."""


def plain_lines(records: Iterable[Record], fields: Sequence[str]) -> Iterator[str]:
    """Each record as one line without its line end: the fields between tabs, nothing for what is not known.

    Tabs and line ends in a text become spaces and other control characters are shown, so a line has as many tabs as
    `fields` has commas. A field that the record does not have stays empty.
    """
    return ("\t".join(one_line(cell_text(picked(each, name))) for name in fields) for each in records)


def diagnostic_lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record of a diagnostic as `file:line:column: severity[code]: message`, without notes."""
    return (one_line("{file}:{line}:{column}: {severity}[{code}]: {message}".format_map(each)) for each in records)
