"""Plain lines for pipes: one record a line, fields separated by tabs. Never truncated or coloured, always the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from agendacli.model.span import Span
from agendacli.records.table import Record, cell_text, pickers
from agendacli.words.harmless import one_line

if TYPE_CHECKING:
    from agendacli.analysis.conflicts import Conflict

PLAIN_FIELDS: dict[str, tuple[str, ...]] = {
    "occurrence": ("id", "start", "end", "room", "title", "status"),
    "event": ("id", "start", "end", "city", "title"),
    "person": ("address", "start", "end", "city", "name", "role", "title"),
    "room": ("room", "day", "minutes", "city", "free"),
    "free": ("start", "end", "certainty", "minutes", "depends_on"),
    "conflict": ("certainty", "kind", "sessions.0", "sessions.1", "start", "end", "message"),
    "parallel": ("start", "end", "people", "sessions"),
    "setting": ("name", "value", "origin", "at"),
    "kept": ("source", "bytes", "current"),
    "change": ("change", "id", "old", "new", "minutes", "person", "title"),
    "conflict-change": ("state", "certainty", "kind", "sessions.0", "sessions.1", "start", "end", "message"),
    "affected": ("name", "days", "changes", "reasons"),
    "cover": ("delegate", "id", "start", "end", "room", "title"),
    "missed": ("id", "start", "end", "room", "title", "because"),
    "needed": ("start", "end", "delegates", "certainty", "depends_on"),
}
"""The fields of a line by default, by kind of record (for diagnostics see `diagnostic_lines`)."""


def plain_fields(record_name: str) -> tuple[str, ...]:
    """The fields of a line by default; all of them, in their order, for a kind of record that names none."""
    if record_name in PLAIN_FIELDS:
        return PLAIN_FIELDS[record_name]
    from agendacli.records.registry import field_names

    return field_names(record_name)


def plain_lines(records: Iterable[Record], fields: Sequence[str]) -> Iterator[str]:
    """Each record as one line without its line end: the fields separated by tabs, empty if unknown.

    Tabs and line ends in a text become spaces and other control characters are made visible, so a line has as many tabs
    as `fields` has commas. A field that the record lacks is empty.
    """
    picked = pickers(fields)
    return ("\t".join(one_line(cell_text(pick(each))) for pick in picked) for each in records)


def conflict_lines(conflicts: "Iterable[Conflict]", levels: Mapping[str, str]) -> Iterator[str]:
    """Each conflict as `file:line:column: severity[conflict-KIND]: message`, then a note at the other session's line.

    For an absence the note is at the line of the absence. `levels` maps kinds to severities. The place is that of the
    later session.
    """
    from agendacli.analysis.conflicts.wording import sentence

    for each in conflicts:
        here, there = each.second.session.span, each.first.session.span
        yield one_line(f"{here}: {levels[each.kind]}[conflict-{each.kind}]: {each.certainty}: {sentence(each)}")
        if each.absence:
            yield one_line(f"{each.absence.span}: note: the absence of {each.subject}")
        else:
            yield one_line(f"{there}: note: the other session, {each.first.id}")


def diagnostic_lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record of a diagnostic as `file:line:column: severity[code]: message`, without notes.

    In a workbook its place is a cell of a page, `file:Sheet!B7`.
    """
    return (one_line("{}: {severity}[{code}]: {message}".format(_place(each), **each)) for each in records)


def _place(record: Record) -> str:
    said = cast("Mapping[str, Any]", record)
    return str(Span(said["file"], said["line"], said["column"], sheet=said.get("sheet")))
