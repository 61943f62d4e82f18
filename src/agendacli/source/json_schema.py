"""JSON Schemas (draft 2020-12) of the three kinds of definition files, made from the schema table."""

from agendacli.source import schema
from agendacli.source.schema import Field, Table
from agendacli.source.shapes import JsonSchema, refer

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TIME_KEY = r"^(\d{1,2}[:.]\d{2}.*|hours unknown|all day|(morning|afternoon|evening|before|after)\b.*)$"
_OR_TEXT = {"person"}


def definition_schema() -> JsonSchema:
    """The schema of a programme's file."""
    return _document("A programme", refer("programme"))


def people_schema() -> JsonSchema:
    """The schema of people.yaml."""
    return _document("people.yaml", {"type": "object", "additionalProperties": refer("identity")})


def places_schema() -> JsonSchema:
    """The schema of places.yaml."""
    return _document("places.yaml", refer("places"))


def _document(title: str, root: JsonSchema) -> JsonSchema:
    definitions = {table.name: _of_table(table) for table in schema.TABLES}
    return {"$schema": DRAFT, "title": title, **root, "$defs": definitions}


def _of_table(table: Table) -> JsonSchema:
    keys: JsonSchema = {
        "type": "object",
        "description": table.summary,
        "properties": {name: _of_field(field) for field in table.fields for name in _names(field)},
        "required": [field.name for field in table.fields if field.required],
        "additionalProperties": False,
    }
    if table.first_key:
        keys["patternProperties"] = {_TIME_KEY: {"type": "string"}}
    return {"anyOf": [{"type": "string"}, keys]} if table.name in _OR_TEXT else keys


def _of_field(field: Field[object]) -> JsonSchema:
    return {"description": field.summary, **field.shape.schema}


def _names(field: Field[object]) -> tuple[str, ...]:
    return (field.name, field.also) if field.also else (field.name,)
