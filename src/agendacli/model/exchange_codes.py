"""The codes of findings in files of other programs: schedules for conference apps, and sheets."""

from agendacli.model.diagnostic import Code, Severity

SCHEDULE_SYNTAX = Code(
    "schedule-syntax",
    Severity.ERROR,
    "The file begins as a schedule but is not one: it is cut off, nested too deeply, or declares entities.",
    "Fetch it again; the program that wrote it should be corrected.",
)
SCHEDULE_LOST = Code(
    "schedule-lost",
    Severity.ERROR,
    "An event of a schedule has no time that can be read, and is in no answer.",
    "Correct its date, start or duration.",
)
SCHEDULE_ZONE = Code(
    "schedule-zone",
    Severity.WARNING,
    "A schedule names one time zone, and its times have the offset of another.",
    "The offsets count; name the zone with `--zone`.",
)
SCHEDULE_WAITING = Code(
    "schedule-waiting",
    Severity.WARNING,
    "Talks of a plan have no time yet: they are in no answer.",
    "Nothing, until they are given a time where the plan is made.",
)
SCHEDULE_PART = Code(
    "schedule-part",
    Severity.WARNING,
    "A file holds more than is read, several events, or is one page of a longer list.",
    "Export one event a file, and all of its talks at once.",
)

SHEET_COLUMNS = Code(
    "sheet-columns",
    Severity.ERROR,
    "The headings of a sheet do not say which column holds the titles, the days or the times.",
    "Name the columns with `--columns`, or give them headings such as Date, Start, End, Title, Room, Speakers.",
)
SHEET_DAY_ORDER = Code(
    "sheet-day-order",
    Severity.ERROR,
    "The dates of a sheet can be read with the day or with the month first, and nothing in it decides.",
    "Say which with `--day-first` or `--month-first`.",
)
SHEET_ROW = Code(
    "sheet-row",
    Severity.ERROR,
    "A row of a sheet is not a session: it has a time and no title, or a title and no day.",
    "Fill in the cell, or empty the row.",
)
SHEET_DURATION = Code(
    "sheet-duration",
    Severity.WARNING,
    "A row of a sheet states an end and a duration that do not agree; the end counts.",
    "Correct one of them, or empty the duration.",
)
SHEET_BOOK = Code(
    "sheet-book",
    Severity.ERROR,
    "A workbook cannot be opened: it is broken, unfolds to what no programme needs, or its library is not installed.",
    "Save it again, or as CSV; `pip install 'agendacli[office]'` installs the library.",
)

EXCHANGE_CODES: tuple[Code, ...] = (
    SCHEDULE_SYNTAX,
    SCHEDULE_LOST,
    SCHEDULE_ZONE,
    SCHEDULE_WAITING,
    SCHEDULE_PART,
    SHEET_COLUMNS,
    SHEET_DAY_ORDER,
    SHEET_ROW,
    SHEET_DURATION,
    SHEET_BOOK,
)
"""All of them, as docs/errors.md lists them behind the others."""
