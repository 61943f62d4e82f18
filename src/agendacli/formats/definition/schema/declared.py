"""The keys of people.yaml, places.yaml and a file of waivers."""

from agendacli.formats.definition.schema.keys import Key, entries_by_id, entry_list, table_of
from agendacli.formats.definition.schema.shared import (
    ALIASES,
    COUNTRY,
    FROM,
    NAME,
    NOTES,
    OTHERS,
    POSITION_ON_EARTH,
    ZONE_NAME,
)
from agendacli.formats.definition.shapes.plain import ID, TEXT, TEXTS, YES_NO
from agendacli.formats.definition.shapes.shape import STRING, STRINGS, JsonSchema, part, refer
from agendacli.formats.definition.shapes.times import LENGTH
from agendacli.model.conflict_kind import KIND_NAMES

_PAIR: JsonSchema = {"type": "array", "items": STRING, "minItems": 2, "maxItems": 2}

ABSENT = Key(
    "absent",
    part("a time, or a list of times", STRINGS),
    "When the person is not there, whatever the event: a day or days, a day with hours, `before` or `after` a time.",
    "[2026-03-09 to 2026-03-10, before 12:00 on 2026-03-12]",
)
HONORIFIC = Key("honorific", TEXT, "What stands before the name.", "H.E. Mr.")

PERSON = table_of(
    "identity",
    "people.yaml: a person under an id of your choice.",
    NAME,
    HONORIFIC,
    ALIASES,
    OTHERS,
    ABSENT,
    FROM,
    NOTES,
)

HOLIDAYS = Key(
    "holidays",
    part("a day or days, or a list of them", STRINGS),
    "Days on which nobody works there, which `agenda free` leaves out.",
    "[2026-05-01, 2026-12-24 to 2026-12-26]",
)

CITY = table_of(
    "city",
    "places.yaml: a city under an id.",
    NAME,
    COUNTRY,
    ZONE_NAME,
    POSITION_ON_EARTH,
    ALIASES,
    HOLIDAYS,
    NOTES,
)

CITY_ID = Key("city", ID, "The id of its city.", "vienna", required=True)
PARTS = Key(
    "parts",
    TEXTS,
    "The rooms that it is put together of: whoever is in one of them clashes with it.",
    "[Hall A, Hall B]",
)
MANY = Key("many", YES_NO, "Whether it holds many sessions at once, as a poster hall or a foyer does.")

DECLARED_ROOM = table_of(
    "room", "places.yaml: a room, by its name alone or by these keys.", NAME, ALIASES, PARTS, MANY, OTHERS
)

ROOMS = Key(
    "rooms",
    part(
        "rooms, each a name or its keys",
        {"anyOf": [STRING, {"type": "array", "items": {"anyOf": [STRING, refer("room")]}}]},
    ),
    "Its rooms, as printed; of a file those of houses that are not declared.",
    "[Plenary Room, {name: Hall AB, parts: [Hall A, Hall B]}]",
)

VENUE = table_of(
    "venue", "places.yaml: a building under an id.", NAME, CITY_ID, POSITION_ON_EARTH, ROOMS, ALIASES, NOTES
)

BETWEEN = Key("between", part("two names", _PAIR), "Two rooms, venues or cities.", "[Vienna, New York]", required=True)
TIME = Key("time", LENGTH, "How long the way takes.", "45 min", required=True)

TRANSFER = table_of("transfer", "places.yaml: the time between two places.", BETWEEN, TIME)

CITIES = Key("cities", part("cities by id", entries_by_id("city")), "The cities.")
VENUES = Key("venues", part("venues by id", entries_by_id("venue")), "The buildings in them.")
TRANSFERS = Key("transfers", part("a list of transfers", entry_list("transfer")), "Stated times between places.")

PLACES = table_of("places", "places.yaml.", CITIES, VENUES, TRANSFERS, ROOMS)

REASON = Key("reason", TEXT, "Why the conflict is accepted.", required=True)
AUTHOR = Key("author", TEXT, "Who accepts it.")
CONFLICT_KIND = Key(
    "kind", TEXT, f"{', '.join(KIND_NAMES[:-1])} or {KIND_NAMES[-1]}; without it any conflict of the two.", "overlap"
)
WAIVED_SESSIONS = Key(
    "sessions",
    part("two sessions with their facts", {"type": "object", "additionalProperties": {"type": "string"}}),
    "The ids of the two sessions (of an absence the one), each with its time, room and people as they were; `agenda "
    "waive` writes them.",
    required=True,
)

WAIVER = table_of("waiver", "An item of a file of waivers.", CONFLICT_KIND, REASON, AUTHOR, WAIVED_SESSIONS)
