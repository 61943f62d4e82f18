"""The keys of a session, of a person in it, and of a place that is not declared."""

from agendacli.formats.definition.schema.keys import Key, table_of
from agendacli.formats.definition.schema.shared import (
    CATEGORIES,
    COUNTRY,
    DESCRIPTION,
    DISAGREEMENT,
    FROM,
    INTERNAL,
    JOIN,
    KIND,
    NOTES,
    PLACE,
    POSITION_ON_EARTH,
    ROLE_FIELDS,
    ROOM,
    STATUS_WORD,
    URL,
    ZONE_NAME,
)
from agendacli.formats.definition.shapes.plain import PRIORITY, PRIVACY, SESSION_NAME, TEXT, TEXTS, UID, YES_NO
from agendacli.formats.definition.shapes.shape import STRING, JsonSchema, keyed, part, refer
from agendacli.model.programme import TRANSPARENT_KINDS
from agendacli.words.times.forms import DAYS_PATTERN

_ITEMS_OF_A_BLOCK: JsonSchema = {
    "type": "array",
    "items": {"allOf": [refer("session"), {"not": {"required": ["items"]}}]},
}
_BY_DATE: JsonSchema = keyed(DAYS_PATTERN, STRING)

SESSION_ID = Key(
    "id", SESSION_NAME, "Its address within the programme; else the title up to its first colon.", "panel-1"
)
TRANSPARENT = Key(
    "transparent",
    YES_NO,
    f"Whether it takes nobody's time; else as its kind says ({', '.join(sorted(TRANSPARENT_KINDS))} take none).",
)
WHO_MAY_SEE_IT = Key(
    "privacy",
    PRIVACY,
    "Who may see it: `export --public` leaves out what is `private` or `confidential`, `--busy` only says “Busy”.",
    "private",
    attribute="privacy",
)
SESSION_PRIORITY = Key(
    "priority",
    PRIORITY,
    "How much it counts for `agenda cover --by priority`: a greater number counts more, and without it 1 counts.",
    "3",
    attribute="priority",
)
SESSION_UID = Key(
    "uid",
    UID,
    "What calendars know it by that have it already; else made of its id. `agenda import` keeps it.",
    "k3v9q@example.org",
    attribute="uid",
)
EXCEPT = Key(
    "except",
    part("dates with what holds on them", _BY_DATE),
    "Of an item under days that repeat: on which of them it is `cancelled`, at another time, or does not take place "
    "(`none`).",
    "{2026-03-24: cancelled, 2026-04-07: 2026-04-08 16:00-17:30, 2026-04-14: 16:00-17:30}",
)
SEVERAL_ROOMS = Key("rooms", TEXTS, "Its rooms, where it takes several at once.", "[Hall 1, Hall 2]")
ITEMS = Key(
    "items",
    part("a list of items", _ITEMS_OF_A_BLOCK),
    "What it holds, where it is a block: talks in its room and its time, each with an address of its own. They repeat, "
    "move and are cancelled with it.",
)

SESSION = table_of(
    "session",
    "An item of a day, or of a block of it.",
    SESSION_ID,
    KIND,
    ROOM,
    SEVERAL_ROOMS,
    PLACE,
    ZONE_NAME,
    STATUS_WORD,
    EXCEPT,
    TRANSPARENT,
    FROM,
    DISAGREEMENT,
    DESCRIPTION,
    URL,
    JOIN,
    WHO_MAY_SEE_IT,
    SESSION_PRIORITY,
    SESSION_UID,
    CATEGORIES,
    NOTES,
    INTERNAL,
    *ROLE_FIELDS.values(),
    ITEMS,
    first_key="its time, with the title as the value: `10:15-13:00: Opening segment`",
)

PERSON_TEXT = Key("person", TEXT, "Name and position as printed, an id of people.yaml, or `the moderators`.")
PERSON_NAME = Key("name", TEXT, "The name as it stands, where `person` would read it as an id or as several.", "jinxx")
SEAT = Key("seat", TEXT, "A seat that no name fills yet.", "United States")
POSITION = Key("position", TEXT, "The position as printed there, if `person` does not say it.")
TBC = Key("tbc", YES_NO, "Whether the participant is still to be confirmed.")

PARTICIPANT = table_of(
    "person",
    "A person in a session: a text `Ms. Jo Doe, Director of Something (tbc)`, or these keys.",
    PERSON_TEXT,
    PERSON_NAME,
    SEAT,
    POSITION,
    TBC,
    FROM,
    DISAGREEMENT,
)

VENUE_NAME = Key("venue", TEXT, "The building.")
CITY_NAME = Key("city", TEXT, "The city.")

PLACE_TABLE = table_of(
    "place", "A place that is not declared.", VENUE_NAME, CITY_NAME, COUNTRY, POSITION_ON_EARTH, ZONE_NAME
)
