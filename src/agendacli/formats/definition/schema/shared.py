"""Keys that several tables of the definition format have."""

from agendacli.formats.definition.nodes import Node
from agendacli.formats.definition.schema.keys import Key, entry_list
from agendacli.formats.definition.shapes.citations import CITATIONS, ELSEWHERE
from agendacli.formats.definition.shapes.plain import COORDINATES, STATUS, TEXT, TEXTS
from agendacli.formats.definition.shapes.shape import STRING, JsonSchema, part, refer
from agendacli.formats.definition.shapes.times import ZONE
from agendacli.model.people import ROLES
from agendacli.model.programme import KINDS

_ONE_OR_MORE: JsonSchema = {"anyOf": [refer("person"), entry_list("person")]}
_TEXT_OR_PLACE: JsonSchema = {"anyOf": [STRING, refer("place")]}
_PLACE_SHAPE = part("place", _TEXT_OR_PLACE)

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
NAME = Key("name", TEXT, "The name, as it is to be printed.", required=True)
POSITION_ON_EARTH = Key("coordinates", COORDINATES, "Where it lies: north, east.", "[48.2350, 16.4167]")
COUNTRY = Key("country", TEXT, "The country.", "Austria")


def _role_field(role: str, plural: str) -> Key[Node]:
    shape = part("a person, or a list of persons", _ONE_OR_MORE)
    return Key(plural, shape, f"Who is {role}; `{role}` means the same.", also=role)


ROLE_FIELDS: dict[str, Key[Node]] = {role: _role_field(role, plural) for role, plural in ROLES.items()}
