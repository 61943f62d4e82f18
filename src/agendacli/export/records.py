"""The records that scripts read: plain dicts with fields in a promised order, and what each field may hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from agendacli.analysis.conflicts.values import Conflict
from agendacli.export.records_conflict import CONFLICT, ShownConflict
from agendacli.export.records_diagnostic import DIAGNOSTIC
from agendacli.export.records_event import PROGRAMME, shown_programme
from agendacli.export.records_occurrence import OCCURRENCE, ShownOccurrence
from agendacli.export.records_table import RecordTable, Schema
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

# Any: what a table makes its records of is known to the functions below alone.
_TABLES: dict[str, RecordTable[Any]] = {each.name: each for each in (OCCURRENCE, PROGRAMME, CONFLICT, DIAGNOSTIC)}

RECORD_NAMES = tuple(_TABLES)


def occurrence_record(occurrence: Occurrence, zone: str | None = None) -> dict[str, object]:
    """The record of an occurrence; its times are those that the clocks of `zone` show (None: its own)."""
    return OCCURRENCE.record(ShownOccurrence(occurrence, zone))


def event_record(programme: Programme, zone: str | None = None) -> dict[str, object]:
    """The record of a programme; its times are those that the clocks of `zone` show (None: its own)."""
    return PROGRAMME.record(shown_programme(programme, zone))


def conflict_record(conflict: Conflict, zone: str | None = None) -> dict[str, object]:
    """The record of a conflict; its times are those that the clocks of `zone` show (None: the earlier session's)."""
    return CONFLICT.record(ShownConflict(conflict, zone))


def diagnostic_record(diagnostic: Diagnostic) -> dict[str, object]:
    """The record of a diagnostic; line and column count from 1, columns in characters."""
    return DIAGNOSTIC.record(diagnostic)


def field_names(record_name: str) -> tuple[str, ...]:
    """The fields of a kind of record (one of `RECORD_NAMES`) in their order."""
    return _TABLES[record_name].field_names


def record_schema(record_name: str) -> Schema:
    """The JSON Schema (draft 2020-12) of one record of that kind (one of `RECORD_NAMES`)."""
    return _TABLES[record_name].schema


def unknown_fields(fields: Sequence[str], record_name: str) -> tuple[str, ...]:
    """Those of the names that no record of that kind has.

    A dot reaches inside: `sessions.0`, `people.0.name`; a number into a list (counted from 0), a name into an object.
    """
    structure = _TABLES[record_name].structure
    return tuple(each for each in fields if not _is_field(structure, each.split(".")))


def _is_field(schema: Mapping[str, Any], path: Sequence[str]) -> bool:
    if not path:
        return True
    if "anyOf" in schema:
        return any(_is_field(each, path) for each in schema["anyOf"])
    if "items" in schema:
        return path[0].isdecimal() and _is_field(schema["items"], path[1:])
    properties = schema.get("properties", {})
    return path[0] in properties and _is_field(properties[path[0]], path[1:])
