"""`agenda schema`: which schema is meant."""

from typing import Any

from agendacli.formats.definition import json_schema

_MAKERS = {
    "definition": json_schema.definition_schema,
    "people": json_schema.people_schema,
    "places": json_schema.places_schema,
}


def find_schema(file: str, record: str | None) -> dict[str, Any]:
    """The JSON Schema of a record, if one is named, else of a kind of definition file."""
    if record is None:
        return _MAKERS[file]()
    from agendacli.records.registry import record_schema

    return dict(record_schema(record))
