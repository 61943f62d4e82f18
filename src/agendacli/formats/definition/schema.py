"""The one table of the definition format. Decoding, the JSON Schema and docs/definition-format.md all come from it."""

from collections.abc import Mapping
from dataclasses import field
from typing import Generic

from agendacli.formats.definition.shapes import (
    CITATIONS,
    COORDINATES,
    DATE,
    DAYS,
    ELSEWHERE,
    ID,
    ID_PATTERN,
    LENGTH,
    PRIVACY,
    SESSION_NAME,
    STATUS,
    STRING,
    STRINGS,
    TEXT,
    TEXTS,
    UID,
    YES_NO,
    ZONE,
    JsonSchema,
    Shape,
    T,
    keyed,
    part,
    refer,
)
from agendacli.formats.definition.yaml.nodes import Node
from agendacli.model.conflict_kind import KIND_NAMES
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES
from agendacli.model.programme import KINDS, TRANSPARENT_KINDS
from agendacli.words.times.forms import DAYS_PATTERN, DayKey
from agendacli.words.times.repeats import REPEAT_PATTERN


@frozen
class Key(Generic[T]):
    """A key: its name (and another name that means the same), the shape of its value, and what it says.

    `attribute` is the field of the model that keeps the value just as its shape reads it: such a key is decoded and
    written by the table alone. `prose` is a text that may take several lines.
    """

    name: str
    shape: Shape[T]
    summary: str
    example: str = ""
    required: bool = False
    also: str | None = None
    attribute: str | None = None
    prose: bool = False


@frozen
class Table:
    """The keys that one mapping may have. `first_key` says what stands before them, where a key is data.

    `by_name` holds them by every name that means them, `required` those that have to be there.
    """

    name: str
    summary: str
    fields: tuple[Key[object], ...]
    first_key: str | None = None
    by_name: Mapping[str, Key[object]] = field(default_factory=dict, compare=False, repr=False)
    required: tuple[Key[object], ...] = ()


def _table(name: str, summary: str, *keys: object, first_key: str | None = None) -> Table:
    fields = tuple(each for each in keys if isinstance(each, Key))
    by_name = {word: each for each in fields for word in (each.name, each.also) if word}
    return Table(
        name,
        summary=summary,
        fields=fields,
        first_key=first_key,
        by_name=by_name,
        required=tuple(each for each in fields if each.required),
    )


def _map_of(name: str) -> JsonSchema:
    return keyed(ID_PATTERN, refer(name))


def _list_of(name: str) -> JsonSchema:
    return {"type": "array", "items": refer(name)}


_ONE_OR_MORE: JsonSchema = {"anyOf": [refer("person"), _list_of("person")]}
_TEXT_OR_PLACE: JsonSchema = {"anyOf": [STRING, refer("place")]}
_DAYS_OF_ITEMS: JsonSchema = keyed(f"{DAYS_PATTERN}|{REPEAT_PATTERN}", _list_of("session"))
_ITEMS_OF_A_BLOCK: JsonSchema = {
    "type": "array",
    "items": {"allOf": [refer("session"), {"not": {"required": ["items"]}}]},
}
_BY_DATE: JsonSchema = keyed(DAYS_PATTERN, STRING)
_PAIR: JsonSchema = {"type": "array", "items": STRING, "minItems": 2, "maxItems": 2}

_PLACE_SHAPE = part("place", _TEXT_OR_PLACE)

# What several tables share.
FROM = Key("from", CITATIONS, "Where it stands: sources with their lines.", "letter:41, web:19")
DISAGREEMENT = Key(
    "elsewhere",
    ELSEWHERE,
    "What another document says of the same thing. It is shown, never followed.",
    "{briefing:33: {dates: 4-5 December 2017}}",
)
SAID_ELSEWHERE = ("itself", "title", "name", "role", "time", "day", "dates")
"""What a document may say of a thing besides its keys: `itself` is what it is called."""

DESCRIPTION = Key("description", TEXT, "What it is about, in a sentence or two.", attribute="description", prose=True)
URL = Key("url", TEXT, "An address with more.", "https://example.org/programme", attribute="url")
JOIN = Key(
    "join",
    TEXTS,
    "Where it is joined from afar. On a programme: where every session is that names nothing else.",
    "https://meet.example.org/tides",
    attribute="join",
)
NOTES = Key("notes", TEXTS, "Anything else that a reader should know.", attribute="notes", prose=True)
INTERNAL = Key(
    "internal",
    TEXTS,
    "Words for those who make the programme: `agenda show` has them, and nothing that is exported.",
    attribute="internal",
    prose=True,
)
CATEGORIES = Key(
    "categories",
    TEXTS,
    "Key words, for calendars that sort by them.",
    "[migration, trafficking]",
    attribute="categories",
)
ROOM = Key("room", TEXT, "The room, as printed. On a programme: the room of every session that names none.", "Room M2")
PLACE = Key(
    "place",
    _PLACE_SHAPE,
    "`Venue, City` or `City` with names from places.yaml, or any text with a `zone` beside it.",
    "Vienna International Centre, Vienna",
)
ZONE_NAME = Key("zone", ZONE, "The IANA time zone of its clock times; else that of the place.", "Europe/Vienna")
STATUS_WORD = Key(
    "status",
    STATUS,
    "`tentative` is what itself is to be confirmed; a provisional programme is not.",
    attribute="status",
)
KIND = Key("kind", TEXT, f"One of {', '.join(KINDS)}, or a word of your own.", "panel")
ALIASES = Key("aliases", TEXTS, "Other spellings of the name.", "[Ms. Joy Ezeilo]")
OTHERS = Key(
    "not",
    TEXTS,
    "What is somebody or something else, though it is spelt alike: a name, an id, or a name with a position.",
    "[Anna Mueller]",
)
ABSENT = Key(
    "absent",
    part("a time, or a list of times", STRINGS),
    "When the person is not there, whatever the event: a day or days, a day with hours, `before` or `after` a time.",
    "[2026-03-09 to 2026-03-10, before 12:00 on 2026-03-12]",
)
ABSENT_PEOPLE = Key(
    "absent",
    part("times by person", {"type": "object", "additionalProperties": STRINGS}),
    "When people are not there, by name or id: it holds for this programme.",
    "{Ada Prado: before 12:00 on 2026-03-09, Rui Sá: [from 2026-03-10]}",
)
NAME = Key("name", TEXT, "The name, as it is to be printed.", required=True)
POSITION_ON_EARTH = Key("coordinates", COORDINATES, "Where it lies: north, east.", "[48.2350, 16.4167]")
COUNTRY = Key("country", TEXT, "The country.", "Austria")


def _role_field(role: str, plural: str) -> Key[Node]:
    shape = part("a person, or a list of persons", _ONE_OR_MORE)
    return Key(plural, shape, f"Who is {role}; `{role}` means the same.", also=role)


ROLE_FIELDS: dict[str, Key[Node]] = {role: _role_field(role, plural) for role, plural in ROLES.items()}

# A programme.
TITLE = Key("title", TEXT, "The title, in full.", "Fifth Informal Thematic Session", required=True)
PROGRAMME_ID = Key(
    "id",
    SESSION_NAME,
    "Its address, which then stays when the file is renamed; else the name of the file.",
    "spring-school",
)
SHORT = Key("short", TEXT, "A short title for tables.", "Vienna session", attribute="short_title")
PROGRAMME_KIND = Key("kind", TEXT, "What it is.", "conference")
ORGANIZER = Key("organizer", TEXT, "Who holds it.", attribute="organizer")
STAGE = Key(
    "stage",
    TEXT,
    "What is printed of this version; it makes no session tentative.",
    "provisional",
    attribute="stage",
)
SYMBOL = Key("symbol", TEXT, "The symbol of the document that this version is.", "A/71/L.58", attribute="symbol")
ISSUE = Key("issue", TEXT, "What is printed of this version's issue.", "Rev.1", attribute="issue")
REVISION = Key("revision", DATE, "The day of this version.", "2017-10-09")
DATES: Key[DayKey] = Key(
    "dates", DAYS, "Its stated days; without them, those of its sessions.", "2017-09-04 to 2017-09-05"
)
SOURCES = Key("sources", part("documents by id", _map_of("source")), "The documents that its facts come from.")
PROGRAMME_DAYS = Key(
    "days",
    part("items by day", _DAYS_OF_ITEMS),
    "The programme itself: under each day its items, under `every Tuesday from 2026-03-10 to 2026-04-14` those that "
    "repeat. Without it, the programme is one meeting over its `dates`.",
)

PROGRAMME = _table(
    "programme",
    "One file: one programme.",
    TITLE,
    PROGRAMME_ID,
    SHORT,
    PROGRAMME_KIND,
    ORGANIZER,
    STATUS_WORD,
    STAGE,
    REVISION,
    SYMBOL,
    ISSUE,
    PLACE,
    ZONE_NAME,
    ROOM,
    DATES,
    URL,
    JOIN,
    CATEGORIES,
    DESCRIPTION,
    NOTES,
    INTERNAL,
    SOURCES,
    FROM,
    DISAGREEMENT,
    *ROLE_FIELDS.values(),
    ABSENT_PEOPLE,
    PROGRAMME_DAYS,
)

# A session.
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

SESSION = _table(
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
    SESSION_UID,
    CATEGORIES,
    NOTES,
    INTERNAL,
    *ROLE_FIELDS.values(),
    ITEMS,
    first_key="its time, with the title as the value: `10:15-13:00: Opening segment`",
)

# A person in a session.
PERSON_TEXT = Key("person", TEXT, "Name and position as printed, an id of people.yaml, or `the moderators`.")
SEAT = Key("seat", TEXT, "A seat that no name fills yet.", "United States")
POSITION = Key("position", TEXT, "The position as printed there, if `person` does not say it.")
TBC = Key("tbc", YES_NO, "Whether the participant is still to be confirmed.")

PARTICIPANT = _table(
    "person",
    "A person in a session: a text `Ms. Jo Doe, Director of Something (tbc)`, or these keys.",
    PERSON_TEXT,
    SEAT,
    POSITION,
    TBC,
    FROM,
    DISAGREEMENT,
)

# A document.
SOURCE_TITLE = Key("title", TEXT, "Its title.", required=True)
ISSUER = Key("issuer", TEXT, "Who issued it.", attribute="issuer")
ISSUED = Key("issued", DATE, "When.", attribute="issued")
FILE = Key("file", TEXT, "The file it is read from.", attribute="file")

SOURCE = _table("source", "A document.", SOURCE_TITLE, ISSUER, ISSUED, FILE, URL)

# A place that is written out.
VENUE_NAME = Key("venue", TEXT, "The building.")
CITY_NAME = Key("city", TEXT, "The city.")

PLACE_TABLE = _table(
    "place", "A place that is not declared.", VENUE_NAME, CITY_NAME, COUNTRY, POSITION_ON_EARTH, ZONE_NAME
)

# people.yaml and places.yaml.
HONORIFIC = Key("honorific", TEXT, "What stands before the name.", "H.E. Mr.")

PERSON = _table(
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

CITY = _table("city", "places.yaml: a city under an id.", NAME, COUNTRY, ZONE_NAME, POSITION_ON_EARTH, ALIASES, NOTES)

CITY_ID = Key("city", ID, "The id of its city.", "vienna", required=True)
PARTS = Key(
    "parts",
    TEXTS,
    "The rooms that it is put together of: whoever is in one of them clashes with it.",
    "[Hall A, Hall B]",
)
MANY = Key("many", YES_NO, "Whether it holds many sessions at once, as a poster hall or a foyer does.")
DECLARED_ROOM = _table(
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
VENUE = _table("venue", "places.yaml: a building under an id.", NAME, CITY_ID, POSITION_ON_EARTH, ROOMS, ALIASES, NOTES)

BETWEEN = Key("between", part("two names", _PAIR), "Two rooms, venues or cities.", "[Vienna, New York]", required=True)
TIME = Key("time", LENGTH, "How long the way takes.", "45 min", required=True)
TRANSFER = _table("transfer", "places.yaml: the time between two places.", BETWEEN, TIME)

CITIES = Key("cities", part("cities by id", _map_of("city")), "The cities.")
VENUES = Key("venues", part("venues by id", _map_of("venue")), "The buildings in them.")
TRANSFERS = Key("transfers", part("a list of transfers", _list_of("transfer")), "Stated times between places.")
PLACES = _table("places", "places.yaml.", CITIES, VENUES, TRANSFERS, ROOMS)

# A file of waivers.
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
WAIVER = _table("waiver", "An item of a file of waivers.", CONFLICT_KIND, REASON, AUTHOR, WAIVED_SESSIONS)

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
