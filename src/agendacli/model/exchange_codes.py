"""The codes of what is found in files of other programs: schedules for conference apps, and sheets."""

from agendacli.model.diagnostic import Code, Severity

SCHEDULE_SYNTAX = Code(
    "schedule-syntax",
    Severity.ERROR,
    "The file begins as a schedule and is none: it is cut off, nested too deeply, or declares entities.",
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

EXCHANGE_CODES: tuple[Code, ...] = (SCHEDULE_SYNTAX, SCHEDULE_LOST, SCHEDULE_ZONE)
"""All of them, as docs/errors.md lists them behind the others."""
