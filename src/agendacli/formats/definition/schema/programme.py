"""The keys of a programme, and of the documents that it cites."""

from agendacli.formats.definition.schema.keys import Key, entries_by_id, entry_list, table_of
from agendacli.formats.definition.schema.shared import (
    CATEGORIES,
    DESCRIPTION,
    DISAGREEMENT,
    FROM,
    INTERNAL,
    JOIN,
    NOTES,
    PLACE,
    ROLE_FIELDS,
    ROOM,
    STATUS_WORD,
    URL,
    ZONE_NAME,
)
from agendacli.formats.definition.shapes.plain import FORMAT_NUMBER, SESSION_NAME, TEXT
from agendacli.formats.definition.shapes.shape import STRINGS, JsonSchema, keyed, part
from agendacli.formats.definition.shapes.times import DATE, DAYS
from agendacli.words.times.forms import DAYS_PATTERN, REPEAT_PATTERN, DayKey

_DAYS_OF_ITEMS: JsonSchema = keyed(f"{DAYS_PATTERN}|{REPEAT_PATTERN}", entry_list("session"))

ABSENT_PEOPLE = Key(
    "absent",
    part("times by person", {"type": "object", "additionalProperties": STRINGS}),
    "When people are not there, by name or id: it holds for this programme.",
    "{Ada Prado: before 12:00 on 2026-03-09, Rui Sá: [from 2026-03-10]}",
)
FORMAT = Key("format", FORMAT_NUMBER, "The version of this format, which what the tool writes states.", "1")
TITLE = Key("title", TEXT, "The title, in full.", "Fifth Informal Thematic Session", required=True)
PROGRAMME_ID = Key(
    "id",
    SESSION_NAME,
    "Its address, which then stays when the file is renamed; else the name of the file.",
    "spring-school",
)
SHORT = Key("short", TEXT, "A short title for tables.", "Vienna session", attribute="short_title")
PROGRAMME_KIND = Key("kind", TEXT, "What it is.", "conference")
ORGANIZER = Key("organizer", TEXT, "Who organises it.", attribute="organizer")
STAGE = Key(
    "stage",
    TEXT,
    "What is printed of this version; it makes no session tentative.",
    "provisional",
    attribute="stage",
)
SYMBOL = Key("symbol", TEXT, "The symbol of the document that this version is.", "A/71/L.58", attribute="symbol")
ISSUE = Key("issue", TEXT, "What is printed of this version's issue.", "Rev.1", attribute="issue")
LICENSE = Key(
    "license",
    TEXT,
    "On what terms the programme, and what is recorded of it, may be used.",
    "CC BY 4.0",
    attribute="license",
)
REVISION = Key("revision", DATE, "The day of this version.", "2017-10-09")
DATES: Key[DayKey] = Key(
    "dates", DAYS, "Its stated days; without them, those of its sessions.", "2017-09-04 to 2017-09-05"
)
SOURCES = Key("sources", part("documents by id", entries_by_id("source")), "The documents that its facts come from.")
PROGRAMME_DAYS = Key(
    "days",
    part("items by day", _DAYS_OF_ITEMS),
    "The programme itself: under each day its items, under `every Tuesday from 2026-03-10 to 2026-04-14` those that "
    "repeat. Without it, the programme is one meeting over its `dates`.",
)

PROGRAMME = table_of(
    "programme",
    "One file: one programme.",
    FORMAT,
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
    LICENSE,
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

SOURCE_TITLE = Key("title", TEXT, "Its title.", required=True)
ISSUER = Key("issuer", TEXT, "Who issued it.", attribute="issuer")
ISSUED = Key("issued", DATE, "When.", attribute="issued")
FILE = Key("file", TEXT, "The file it is read from, as seen from the folder of this one.", attribute="file")

SOURCE = table_of("source", "A document.", SOURCE_TITLE, ISSUER, ISSUED, FILE, URL)
