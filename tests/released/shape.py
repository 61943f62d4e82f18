"""Prints what scripts rely on: the version and fields of every record and line, and the keys of definitions.

`python tests/released/shape.py > tests/released/VERSION.json` keeps it of a release. The file of 0.1.0 was made by the
same questions to that release, whose schemas had no version yet: they count as 1.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from agendacli.formats.definition.json_schema import definition_schema
from agendacli.records.lines import plain_fields
from agendacli.records.registry import RECORD_NAMES, record_schema

Shape = dict[str, Any]


def shape() -> Shape:
    """Of each record `version`, `fields` (those inside with a dot) and `plain`; of a definition its keys by table."""
    tables = definition_schema()
    return {
        "records": {name: _record(name) for name in RECORD_NAMES},
        "definition": {"version": tables["version"], "keys": _keys(tables["$defs"])},
    }


def _record(name: str) -> Shape:
    schema = record_schema(name)
    fields = list(fields_of(schema))
    return {"version": schema["version"], "fields": fields, "plain": list(plain_fields(name))}


def fields_of(schema: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """The fields of an object in order, each followed by those inside of it: `people`, `people.name`."""
    for each in schema.get("anyOf", ()):
        yield from fields_of(each, before)
    if "items" in schema:
        yield from fields_of(schema["items"], before)
    for name, inner in schema.get("properties", {}).items():
        yield f"{before}{name}"
        yield from fields_of(inner, f"{before}{name}.")


def _keys(tables: object) -> dict[str, list[str]]:
    found = tables if isinstance(tables, dict) else {}
    return {name: sorted(fields_of(table)) for name, table in found.items()}


if __name__ == "__main__":
    print(json.dumps(shape(), indent=1))  # noqa: T201
