"""The record of a diagnostic."""

from agendacli.model.diagnostic import Diagnostic, Note, Severity
from agendacli.records.table import NUMBER, TEXT, Field, RecordTable, list_of, one_of, or_null

NOTE: RecordTable[Note] = RecordTable(
    "note",
    "A sentence that belongs to a diagnostic, with the other place that it speaks of.",
    (
        Field("message", TEXT, "what it says", lambda note: note.message),
        Field(
            "file", or_null(TEXT), "null when it speaks of no other place", lambda note: note.span and note.span.file
        ),
        Field("line", or_null(NUMBER), "counted from 1", lambda note: note.span and note.span.line),
        Field("column", or_null(NUMBER), "counted from 1, in characters", lambda note: note.span and note.span.column),
    ),
)

TABLE: RecordTable[Diagnostic] = RecordTable(
    "diagnostic",
    "One finding about one input.",
    (
        Field(
            "severity",
            one_of([each.value for each in Severity]),
            "an error makes the input invalid, a warning does not",
            lambda it: it.severity.value,
        ),
        Field("code", TEXT, "the stable name of the kind of finding", lambda it: it.code.name),
        Field("message", TEXT, "what is wrong, the value itself, what to do", lambda it: it.message),
        Field("file", TEXT, "the file as it was given", lambda it: it.span.file),
        Field("line", NUMBER, "counted from 1", lambda it: it.span.line),
        Field("column", NUMBER, "counted from 1, in characters", lambda it: it.span.column),
        Field("notes", list_of(NOTE.structure), "what else to know", lambda it: [NOTE.record(n) for n in it.notes]),
        Field(
            "sheet",
            or_null(TEXT),
            "the page of a workbook, whose rows and columns are counted",
            lambda it: it.span.sheet,
        ),
    ),
)


def diagnostic_record(diagnostic: Diagnostic) -> dict[str, object]:
    """The record of a diagnostic; line and column count from 1, columns in characters."""
    return TABLE.record(diagnostic)
