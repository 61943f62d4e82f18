"""The bytes of a document as the draft of a definition, or why there is none."""

import re
from datetime import date

from agendacli.formats.documents.drafting import Drafted, read_as_draft
from agendacli.formats.documents.programme import draft_of
from agendacli.formats.documents.tokens.languages import READ
from agendacli.formats.documents.values.heading import head_of
from agendacli.formats.documents.values.told import Asked
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given
from agendacli.model.asked import Refusal
from agendacli.words.times.grammar import parse_date

_YEARS = range(1900, 2200)


def read_draft(given: Given, asked: DraftAsked, output: str) -> Draft | Refusal:
    """The draft of a document as the definition that `output` names; refused where no day or no time of it is known."""
    said = _asked(asked)
    if isinstance(said, Refusal):
        return said
    drafted = read_as_draft(given.data, given.file, said, any_language=asked.language is not None)
    refused = _refused(drafted)
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
    return Asked(asked.year, first)


def _refused(drafted: Drafted) -> Refusal | None:
    """Why there is no draft."""
    if drafted.unread:
        more = "; `--lang en` (or de, fr, es) reads it all the same" if re.search("seems to be", drafted.unread) else ""
        return Refusal(f"{drafted.unread}{more}")
    if not drafted.sessions:
        return Refusal("no times of a programme are found in it; nothing is written")
    if not any(each.day.value for each in drafted.sessions):
        is_yearless = any(each.day.is_dated for each in drafted.found.days)
        option = "--year YEAR" if is_yearless else "--date DATE"
        what = "it names no year" if is_yearless else "it names no date"
        return Refusal(f"{what}; say it with `{option}`" + ("" if is_yearless else ", which is the first of its days"))
    return None
