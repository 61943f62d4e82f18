"""Days, lengths and zones."""

from datetime import date, timedelta

from agendacli.formats.definition.shapes.shape import Shape, reader_of
from agendacli.model.codes import BAD_DATE, BAD_TIME, UNKNOWN_ZONE
from agendacli.model.fault import Fault
from agendacli.model.zones import is_zone
from agendacli.words.times.forms import DAYS_PATTERN, LENGTH_PATTERN, DayKey


def _date(text: str) -> date | Fault:
    from agendacli.words.times.grammar import parse_date

    found = parse_date(text)
    return Fault(BAD_DATE, found.message) if isinstance(found, Fault) else found


def _days(text: str) -> DayKey | Fault:
    from agendacli.words.times.grammar import parse_days

    return parse_days(text)


def _zone(text: str) -> str | Fault:
    if "/" in text and is_zone(text):  # as nearly every zone is
        return text
    from agendacli.words.typed_zones import read_zone

    zone = read_zone(text)
    return zone if isinstance(zone, str) else Fault(UNKNOWN_ZONE, str(zone))


def _length(text: str) -> timedelta | Fault:
    from agendacli.words.times.lengths import parse_length

    return parse_length(text) or Fault(BAD_TIME, f"`{text}` is not a length; write `45 min` or `1 h 30 min`")


DATE = Shape("date", {"type": "string", "pattern": DAYS_PATTERN}, reader_of(_date, "a date such as `2017-09-04`"))
DAYS: Shape[DayKey] = Shape(
    "days",
    {"type": "string", "pattern": DAYS_PATTERN},
    reader_of(_days, "days such as `2017-09-04 to 2017-09-05`"),
)
ZONE = Shape(
    "IANA time zone",
    {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+/-]*$"},
    reader_of(_zone, "a time zone such as `Europe/Vienna`"),
)
LENGTH = Shape(
    "length", {"type": "string", "pattern": LENGTH_PATTERN}, reader_of(_length, "a length such as `1 h 30 min`")
)
