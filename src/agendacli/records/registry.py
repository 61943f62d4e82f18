"""The kinds of records by name, with their fields and JSON Schemas. Each is imported on demand."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from agendacli.records.table import RecordTable, Schema

_MODULES = {
    "occurrence": "occurrence",
    "event": "event",
    "conflict": "conflict",
    "parallel": "parallel",
    "diagnostic": "diagnostic",
    "person": "people",
    "room": "rooms",
    "free": "free",
    "setting": "setting",
    "kept": "kept",
    "change": "change",
    "conflict-change": "conflict_change",
    "affected": "affected",
    "cover": "cover",
    "missed": "missed",
    "needed": "needed",
}

RECORD_NAMES = tuple(_MODULES)


def field_names(record_name: str) -> tuple[str, ...]:
    """The fields of a kind of record (one of `RECORD_NAMES`) in their order."""
    return _table(record_name).field_names


def record_schema(record_name: str) -> Schema:
    """The JSON Schema (draft 2020-12) of one record of that kind (one of `RECORD_NAMES`)."""
    return _table(record_name).schema


def unknown_fields(fields: Sequence[str], record_name: str) -> tuple[str, ...]:
    """The names that no record of that kind has.

    A dot reaches inside: `sessions.0`, `people.0.name`; a number into a list (counted from 0), a name into an object,
    or into each object of a list: `people.name`.
    """
    structure = _table(record_name).structure
    return tuple(each for each in fields if not _is_field(structure, each.split(".")))


def _is_field(schema: Mapping[str, Any], path: Sequence[str]) -> bool:
    if not path:
        return True
    if "anyOf" in schema:
        return any(_is_field(each, path) for each in schema["anyOf"])
    if "items" in schema:
        return _is_field(schema["items"], path[1:] if path[0].isdecimal() else path)
    properties = schema.get("properties", {})
    return path[0] in properties and _is_field(properties[path[0]], path[1:])


def _table(record_name: str) -> RecordTable[Any]:
    module = import_module(f"agendacli.records.{_MODULES[record_name]}")
    table: RecordTable[Any] = module.TABLE
    return table
