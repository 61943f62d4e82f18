"""The table of codes: each kind of finding, what it means and what to do about it.

docs/errors.md is generated from this table; tests hold one runnable input for each code.
"""

from agendacli.model.diagnostic import Code, Severity

_TABLE: list[Code] = []


def _error(name: str, summary: str, advice: str) -> Code:
    return _enter(Code(name, Severity.ERROR, summary, advice))


def _warning(name: str, summary: str, advice: str) -> Code:
    return _enter(Code(name, Severity.WARNING, summary, advice))


def _enter(code: Code) -> Code:
    _TABLE.append(code)
    return code


# Reading bytes as text.
BINARY = _error(
    "binary",
    "The file contains bytes that no text has.",
    "Give a definition written as text; a spreadsheet or a PDF has to be typed off first.",
)
NOT_UTF8 = _error(
    "not-utf8", "The file is not UTF-8, often because an older editor saved it as Latin-1.", "Save it as UTF-8."
)
BYTE_ORDER_MARK = _warning(
    "byte-order-mark",
    "The file begins with an invisible byte order mark. It is skipped.",
    "Save it as UTF-8 without BOM.",
)
CONTROL_CHARACTER = _error(
    "control-character",
    "The text contains a control character, which YAML does not allow.",
    "Delete it, or write it as an escape in a double-quoted text.",
)
EMPTY = _error(
    "empty", "The file contains nothing.", "Begin with `title:` and `days:`; `agenda schema` lists every key."
)

# Reading text as YAML.
YAML_SYNTAX = _error(
    "yaml-syntax",
    "The file is not YAML from here on.",
    "Look at the line and the one before it: indentation, quotes and brackets are the usual causes.",
)
UNQUOTED_COLON = _error(
    "unquoted-colon",
    "A text contains a colon and a space, which begin a value in YAML.",
    'Quote the text: `- 10:15-13:00: "PANEL 1: Smuggling of migrants"`.',
)
TAB = _error("tab", "The line is indented with a tab, which YAML does not allow.", "Indent with spaces.")
ALIAS = _error(
    "alias",
    "The file uses a YAML alias (`*name`); a few lines of aliases can unfold to gigabytes, so none are read.",
    "Write the text out.",
)
SEVERAL_DOCUMENTS = _error(
    "several-documents", "The file contains more than one YAML document.", "Put each programme into a file of its own."
)
TOO_DEEP = _error(
    "too-deep", "The file is nested deeper than any definition needs.", "Look for a missing line break or bracket."
)
TOML_SYNTAX = _error(
    "toml-syntax",
    "The config file is not TOML from here on.",
    "Look at the line and the one before it: texts go in quotes, lists in brackets, a key appears once.",
)
DUPLICATE_KEY = _error(
    "duplicate-key", "A key appears twice in one place, and only one value can hold.", "Keep one of the two."
)

# Keys and the shapes of their values.
UNKNOWN_KEY = _error(
    "unknown-key",
    "The key means nothing here, so what it says would be lost.",
    "Correct the spelling, or say it under `notes`.",
)
MISSING_KEY = _error("missing-key", "A key that has to be there is not.", "Add it.")
WRONG_TYPE = _error("wrong-type", "The value has another shape than its key takes.", "Write it as the message shows.")
NOT_A_CHOICE = _error("not-a-choice", "The value is none of those that its key takes.", "Take one of those listed.")
BAD_DATE = _error(
    "bad-date", "The text is not a date or days that a definition takes.", "Write days as `2017-09-04`, year first."
)
BAD_TIME = _error(
    "bad-time",
    "The item does not begin with a time that a definition takes.",
    "Write `10:15-13:00`, on the 24-hour clock.",
)
BAD_ID = _error("bad-id", "An id contains characters that an address cannot.", "Use small letters, digits and hyphens.")
BAD_COORDINATES = _error(
    "bad-coordinates",
    "The coordinates are not degrees of latitude and longitude.",
    "Write `[48.2350, 16.4167]`: north first, then east.",
)
BAD_CITATION = _error(
    "bad-citation", "The text is not a citation.", "Write the id of a source and a line: `letter:41`."
)
UNKNOWN_SOURCE = _error(
    "unknown-source", "A citation names a source that the programme does not declare.", "Declare it under `sources`."
)
UNKNOWN_KIND = _warning(
    "unknown-kind",
    "The kind is nearly one of the known ones.",
    "Correct the spelling, or choose a word that is not close to one.",
)

# Times.
UNKNOWN_ZONE = _error("unknown-zone", "The name is not an IANA time zone.", "Write a name such as `Europe/Vienna`.")
NO_ZONE = _error(
    "no-zone",
    "There is a clock time where no time zone is known.",
    "Give the programme a `zone`, or a `place` that has one.",
)
TIME_SKIPPED = _error(
    "time-skipped",
    "The clocks jump over this time on that day there.",
    "Look again at the document: this time does not exist.",
)
TIME_TWICE = _error(
    "time-twice",
    "The clocks show this time twice on that day there.",
    "Say which: `02:30 first-03:30` or `02:30 second-03:30`.",
)
END_BEFORE_START = _error(
    "end-before-start", "The end does not come after the start.", "Correct it; over midnight write `22:00-02:00 +1`."
)
OUTSIDE_DATES = _error(
    "outside-dates", "A session that takes time lies outside its programme's dates.", "Correct the day or the `dates`."
)
OUTSIDE_BLOCK = _warning(
    "outside-block",
    "An item lies outside the time of its block, or in another room or place.",
    "Correct the item, or write it beside the block.",
)
NESTED_ITEMS = _error(
    "nested-items",
    "An item of a block has items of its own; a block holds talks, and nothing deeper.",
    "Write them in the block.",
)
REPEAT_DAYS = _warning(
    "repeat-days",
    "Days that repeat are not what they seem: the rule does not give the first of them, or none of them takes place.",
    "Begin with a day that the rule gives, or delete what never takes place.",
)
LONG_SPAN = _warning(
    "long-span",
    "Something takes more than a century, which is nearly always a slip of the year.",
    "Correct the year of its first or its last day.",
)
UNKNOWN_SESSION = _error(
    "unknown-session",
    "A relative day names a session that the programme does not have, or one that depends on it in turn.",
    "Use the id of one of its sessions that has a day of its own.",
)

# Identities.
DUPLICATE_ID = _error(
    "duplicate-id",
    "Two things have one id, so no address would tell them apart.",
    "Give one of them an `id` of its own.",
)
DERIVED_ID = _warning(
    "derived-id",
    "The id that a title says is taken, so the session has another, which depends on the items before it.",
    "Write the `id` that the message shows: calendars, schedules and waivers know the session by it.",
)
UNKNOWN_PERSON = _error(
    "unknown-person", "A person's id is in no people.yaml.", "Correct it, or write the person's name."
)
LOST_WAIVER = _warning(
    "lost-waiver",
    "A waiver names a session or an event that is not there, so it waives nothing.",
    "Correct the id where it was renamed, else delete the waiver.",
)
UNKNOWN_CITY = _error("unknown-city", "A venue names a city that places.yaml does not hold.", "Declare the city.")
NEAR_PERSON = _warning(
    "near-person",
    "Two names may be one person's. They are one only if an alias says so; until then what depends on it is possible.",
    "Write the line that the message shows in people.yaml: `aliases` if they are one person, `not` if they are two.",
)
PERSON_OR_POSITION = _warning(
    "person-or-position",
    "What stands behind a name and a comma is taken as the position, and reads like the name of another person.",
    "Write the names with a semicolon between them, or the position under its own key.",
)
SURNAME_FIRST = _warning(
    "surname-first",
    "A text like `Surname, Given` reads like one name turned round, and could be a surname with a position.",
    "Write the name in its usual order, or the position under its own key.",
)
TWO_INSTITUTIONS = _warning(
    "two-institutions",
    "One name stands with two institutions: that may be one person, or two of one name.",
    "Write the line that the message shows in people.yaml: the name alone if it is one person, `not` if there are two.",
)
NEAR_ROLE = _warning(
    "near-role",
    "A text is nearly a reference such as `the speakers`, and is taken as the name of a person.",
    "Correct the spelling of the role.",
)
NEAR_PLACE = _warning(
    "near-place",
    "A place is nearly a declared one.",
    "Correct the spelling, or add it to the `aliases` in places.yaml.",
)
NEAR_ROOM = _warning(
    "near-room",
    "Two names may be one room's. They are one only if an alias says so; until then what depends on it is possible.",
    "Write the line that the message shows under `rooms` in places.yaml: `aliases` if they are one, `not` if two.",
)
UNPLACED_CITY = _warning(
    "unplaced-city",
    "Nobody knows where a city lies, and sessions elsewhere are less than a day apart: a journey is only possible.",
    "Write in places.yaml where it lies, how long the way takes, or of which city it is an alias.",
)
ROOMS_TOGETHER = _warning(
    "rooms-together",
    "The name of a room reads like several known rooms together. What depends on it is possible until it is said.",
    "Write the line that the message shows in places.yaml: `parts` if it is these rooms, `not` if it is another.",
)
SHARED_NAME = _error(
    "shared-name", "Two declared persons or places claim one name.", "Keep the name or alias with one of them."
)
CONTRADICTION = _error(
    "contradiction",
    "Two declared things exclude each other: an alias that `not` gives to another, a room that is part of itself.",
    "Keep the one that holds.",
)
NOBODY_ABSENT = _warning(
    "nobody-absent", "A person under `absent` has no part in the programme.", "Correct the name, or delete it."
)
NOBODY_IN_ROLE = _error(
    "nobody-in-role",
    "A reference such as `the moderators` finds nobody, or `the moderator` several, or all references far too many.",
    "Name the people.",
)

# Reading iCalendar. What is odd but readable is a warning; what is lost is an error.
ICS_NO_CALENDAR = _error(
    "ics-no-calendar",
    "The text is not an iCalendar: it contains neither a VCALENDAR nor a VEVENT.",
    "Give a file that begins with `BEGIN:VCALENDAR`.",
)
ICS_LOST = _error(
    "ics-lost",
    "A VEVENT could not be read, and is in no answer.",
    "Correct the property that the message names; without a start nothing can be placed in time.",
)
ICS_RULE = _error(
    "ics-rule",
    "A repetition rule could not be read, so only the first occurrence is known.",
    "Correct the RRULE; RFC 5545 3.3.10 says what it may hold.",
)
ICS_STRUCTURE = _warning(
    "ics-structure",
    "The lines are not put together as RFC 5545 3.1 and 3.6 say: raw line breaks in a text, a BEGIN without its END.",
    "Nothing has to be done; the program that wrote the file should be corrected.",
)
ICS_VALUE = _warning(
    "ics-value",
    "A property holds a value that its kind does not take. It was left out, or read as the message says.",
    "Correct the value if it matters.",
)
ICS_ZONE = _warning(
    "ics-zone",
    "A time zone is neither a known name nor defined in the file, or defined as no known zone is.",
    "Use an IANA name such as `Europe/Vienna` for the TZID, or say with `--zone` in which zone to read.",
)
ICS_UID = _warning(
    "ics-uid",
    "A VEVENT has no UID. It got one that is made of its content, and another when that changes.",
    "Give it a UID of its own.",
)
ICS_COPY = _warning(
    "ics-copy",
    "The file contains two versions of one VEVENT. The higher SEQUENCE counts, then the later DTSTAMP.",
    "Delete the older one.",
)
UNSURE = _warning(
    "unsure", "A comment `# ?` doubts the value before it.", "Correct the value, or delete the comment to confirm it."
)
ICS_ENCODING = _warning(
    "ics-encoding",
    "The file is not UTF-8, as iCalendar has to be. It was read as what it seems to be.",
    "Save it as UTF-8.",
)
ICS_SKIPPED = _warning(
    "ics-skipped",
    "The file contains components that are not sessions: VTODO, VJOURNAL and VFREEBUSY are not read.",
    "Nothing has to be done.",
)

CODES: tuple[Code, ...] = tuple(_TABLE)
