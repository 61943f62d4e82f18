"""JSON Schemas (draft 2020-12) of the three kinds of definition files, made from the schema table."""

from agendacli.formats.definition.schema.declared import CITY, DECLARED_ROOM, PERSON, PLACES, TRANSFER, VENUE, WAIVER
from agendacli.formats.definition.schema.keys import Key, Table
from agendacli.formats.definition.schema.programme import PROGRAMME, SOURCE
from agendacli.formats.definition.schema.session import PARTICIPANT, PLACE_TABLE, SESSION
from agendacli.formats.definition.shapes.plain import ID_PATTERN, LATEST_FORMAT
from agendacli.formats.definition.shapes.shape import STRING, JsonSchema, keyed, refer
from agendacli.words.times.forms import CLOCK_PATTERN

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TABLES = (
    PROGRAMME,
    SESSION,
    PARTICIPANT,
    SOURCE,
    PLACE_TABLE,
    PERSON,
    PLACES,
    CITY,
    VENUE,
    TRANSFER,
    WAIVER,
    DECLARED_ROOM,
)
"""All tables of the format; docs/definition-format.md is made of them, too."""

_OR_TEXT = {"person"}
_HAS_A_TIME: JsonSchema = {"anyOf": [{"required": ["days"]}, {"required": ["dates"]}]}


def definition_schema() -> JsonSchema:
    """The schema of a programme's file."""
    return _document("A programme", {**refer("programme"), **_HAS_A_TIME})


def people_schema() -> JsonSchema:
    """The schema of people.yaml."""
    return _document("people.yaml", keyed(ID_PATTERN, refer("identity")))


def places_schema() -> JsonSchema:
    """The schema of places.yaml."""
    return _document("places.yaml", refer("places"))


def _document(title: str, root: JsonSchema) -> JsonSchema:
    definitions = {table.name: table_schema(table) for table in TABLES}
    return {"$schema": DRAFT, "title": title, "version": LATEST_FORMAT, **root, "$defs": definitions}


def table_schema(table: Table) -> JsonSchema:
    """The schema of one table, which others refer to."""
    keys: JsonSchema = {
        "type": "object",
        "description": table.summary,
        "properties": {name: _of_field(field, name) for field in table.fields for name in _names(field)},
        "required": [field.name for field in table.fields if field.required],
        "additionalProperties": False,
    }
    if table.first_key:
        keys |= {"patternProperties": {CLOCK_PATTERN: STRING}, "minProperties": 1}
    return {"anyOf": [STRING, keys]} if table.name in _OR_TEXT else keys


def _of_field(field: Key[object], name: str) -> JsonSchema:
    old: JsonSchema = {"deprecated": True} if name == field.was else {}
    return {"description": field.summary, **field.shape.schema, **old}


def _names(field: Key[object]) -> tuple[str, ...]:
    return tuple(filter(None, (field.name, field.also, field.was)))
