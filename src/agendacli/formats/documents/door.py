"""The bytes of a document as the draft of a definition, or why there is none."""

import re
from datetime import date

from agendacli.formats.documents.drafting import Drafted, read_as_draft
from agendacli.formats.documents.programme import draft_of
from agendacli.formats.documents.tokens.languages import READ
from agendacli.formats.documents.values.calendar import known_days
from agendacli.formats.documents.values.heading import head_of
from agendacli.formats.documents.values.told import Asked
from agendacli.formats.draft import Draft, DraftAsked, UnsaidRefusal
from agendacli.formats.given import Given
from agendacli.model.asked import Refusal
from agendacli.words.times.grammar import parse_date

_DATE, _YEAR = "--date DATE", "--year YEAR"
_YEARS = range(1900, 2200)


def read_draft(given: Given, asked: DraftAsked, output: str) -> Draft | Refusal:
    """The draft of a document as the definition that `output` names; refused where no day or no time of it is known."""
    said = _asked(asked)
    if isinstance(said, Refusal):
        return said
    drafted = read_as_draft(given.data, given.file, said, any_language=asked.language is not None)
    refused = _refused(drafted, said)
    if refused:
        return refused
    zones = given.zone, "UTC" if given.zone else given.home()
    head = head_of(drafted.document, drafted.sessions, given.known, zones)
    return draft_of(drafted, head, given.file, output)


def _asked(asked: DraftAsked) -> Asked | Refusal:
    if asked.language is not None and asked.language not in READ:
        return Refusal(f"--lang: documents are read in {', '.join(READ)}, not in `{asked.language}`")
    if asked.year is not None and asked.year not in _YEARS:
        return Refusal(f"--year: `{asked.year}` is not a year of a programme")
    first = parse_date(asked.first) if asked.first else None
    if first is not None and not isinstance(first, date):
        return Refusal(f"--date: {first.message}")
    if first and asked.year not in (None, first.year):
        return Refusal(f"--date: {first} is not in the year of `--year {asked.year}`; leave one of them out")
    return Asked(asked.year, first)


def _refused(drafted: Drafted, asked: Asked) -> Refusal | None:
    """Why there is no draft."""
    if drafted.unread and re.search("seems to be", drafted.unread):
        more = "`--lang en` (or de, fr, es) reads it all the same"
        return UnsaidRefusal(f"{drafted.unread}; {more}", drafted.unread, "--lang en")
    if drafted.unread:
        return Refusal(drafted.unread)
    if not drafted.sessions:
        return Refusal("no times of a programme are found in it; nothing is written")
    return None if any(each.day.value for each in drafted.sessions) else _without_days(drafted, asked)


def _without_days(drafted: Drafted, asked: Asked) -> UnsaidRefusal:
    """Why no day of a document is known: it has none, none of a year, or none that is in the calendar."""
    day = next((each.day for each in drafted.found.days if each.day.is_dated), None)
    if day is None or day.year:
        why = f"`{day.text}` is not a day of the calendar" if day else "it names no date"
        return UnsaidRefusal(f"{why}; say it with `{_DATE}`, which is the first of its days", why, _DATE)
    known = known_days(drafted.document, asked.year)
    year = next(iter((*known.years, *known.top, *known.anywhere)), None)
    other = "" if asked.year else ", and it names no other year"
    why = f"`{day.text}` is no day of {year}{other}" if year else "it names no year"
    return UnsaidRefusal(f"{why}; say it with `{_YEAR}`", why, _YEAR)
