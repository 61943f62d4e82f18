"""All tables of the definition format: decoding, the JSON Schema and docs/definition-format.md come from them."""

from agendacli.formats.definition.schema.declared import CITY, DECLARED_ROOM, PERSON, PLACES, TRANSFER, VENUE, WAIVER
from agendacli.formats.definition.schema.programme import PROGRAMME, SOURCE
from agendacli.formats.definition.schema.session import PARTICIPANT, PLACE_TABLE, SESSION

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
