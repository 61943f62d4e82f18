"""What a letter says around its programme: when it was written, for when it invites, and how it closes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.letterwise import letterwise

_SALUTATION = re.compile(
    r"\W*(?:dear|excellenc(?:y|ies)|your excellenc(?:y|ies)|madam|sirs?|ladies|to (?:all|the) members|colleagues|"
    r"madame|monsieur|mesdames|messieurs|chere?s?|sehr geehrte[rs]?|liebe[rs]?|werte|hochverehrte[rs]?|an alle|"
    r"estimad[oa]s?|querid[oa]s?|senor(?:a|es|as)?|excelentisim[oa]s?|distinguid[oa]s?)\b"
)
_CLOSING = re.compile(
    r"\W*(?:please accept\b|yours (?:sincerely|faithfully|truly)|sincerely\W*$|respectfully\W*$|"
    r"(?:with )?(?:kind|best|warm) regards|(?:all the )?best(?: wishes)?\W*$|je vous prie\b|nous vous prions\b|"
    r"veuillez agreer|(?:bien )?cordialement|(?:meilleures|sinceres) salutations|"
    r"mit (?:freundlichen|besten|herzlichen|lieben) gru|hochachtungsvoll|(?:freundliche|beste|liebe|herzliche) grusse|"
    r"atentamente|(?:muy )?cordialmente|(?:un )?(?:cordial )?saludos?\W*$|reciba\b)"
)
_INVITES = re.compile(
    r"\b(?:tak(?:e|es|ing) place|be held|is held|invit|convene|will meet|we meet|findet|finden|statt\b|stattfind|"
    r"einlad|aura lieu|auront lieu|se tiendra|tendra lugar|se celebrar)"
)
_BEHIND_PLACE = re.compile(r"[^\W\d_], *(?:den|le|the|el|a)? *$")
_TOP, _MOST_BESIDE = 20, 3


def dateline_of(lines: Sequence[Line]) -> Line | None:
    """The line on which a letter says when it was written; None where it greets nobody below."""
    greeting = next((n for n, line in enumerate(lines[: 2 * _TOP]) if _SALUTATION.match(letterwise(line.text))), 0)
    above = lines[: min(greeting, _TOP)]
    alone = next((line for line in above if _is_date_alone(line)), None)
    return alone or next((line for line in above if _is_behind_place(line, lines[greeting:])), None)


def _is_date_alone(line: Line) -> bool:
    days = days_in(line.text)
    beside = re.findall(r"[^\W\d_]+", line.text[: days[0].at] + line.text[days[0].to :]) if days else []
    return len(days) == 1 and days[0].is_dated and bool(days[0].year) and len(beside) <= _MOST_BESIDE


def _is_behind_place(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line ends with place and date, `Harbour Club · Lisbon, 3 May 2026`, and a later day stands below."""
    days = days_in(line.text)
    year = days[0].year if len(days) == 1 and days[0].weekday is None else None
    written = days[0].in_year(year) if year else None
    is_end = bool(days) and not line.text[days[0].to :].strip(" .") and _BEHIND_PLACE.search(line.text[: days[0].at])
    if not (written and year and is_end):
        return False
    return any(each > written for each in _dates(below, year))


def _dates(lines: Sequence[Line], usual: int) -> Iterator[date]:
    """The dates that lines name, those without a year in the usual one."""
    days = (each for line in lines for each in days_in(line.text) if each.is_dated)
    return (made for each in days if (made := each.in_year(each.year or usual)))


def closes_letter(text: str) -> bool:
    """Whether a line takes leave: who is named below it writes, and takes part in nothing."""
    return _CLOSING.match(letterwise(text)) is not None


def invites(text: str) -> bool:
    """Whether a line says that something takes place, or asks to come."""
    return _INVITES.search(letterwise(text)) is not None
