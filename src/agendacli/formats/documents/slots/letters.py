"""What a letter says around its programme: when it was written, for when it invites, and how it closes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.mentions import Mention, invites, is_no_programme, mentions_in
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise

_SALUTATION = re.compile(
    r"\W*(?:dear|excellenc(?:y|ies)|your excellenc(?:y|ies)|madam|sirs?|ladies|to (?:all|the) members|colleagues|"
    r"madame|monsieur|mesdames|messieurs|chere?s?|sehr geehrte[rs]?|liebe[rs]?|werte|hochverehrte[rs]?|an alle|"
    r"estimad[oa]s?|querid[oa]s?|senor(?:a|es|as)?|excelentisim[oa]s?|distinguid[oa]s?)\b"
)
_CLOSING = re.compile(
    r"\W*(?:please accept\b|(?:yours|regards|mit \w*gru(?:ss|ß)(?:en)?)\W*$|"
    r"yours (?:sincerely|faithfully|truly)|sincerely\W*$|respectfully\W*$|"
    r"(?:with )?(?:kind|best|warm) regards|(?:all the )?best(?: wishes)?\W*$|je vous prie\b|nous vous prions\b|"
    r"veuillez agreer|(?:bien )?cordialement|(?:meilleures|sinceres) salutations|"
    r"mit (?:freundlichen|besten|herzlichen|lieben) gru|hochachtungsvoll|"
    r"with (?:every|all|much|many|our|my)? ?(?:good |best |kind |warm )?(?:blessings?|love|thanks|wishes|greetings)|"
    r"(?:many )?thanks\W*$|thank you\W*$|love,?\W*$|cheers\W*$|see you (?:there|then|soon)|looking forward\b|"
    r"bis (?:bald|dann)\W*$|a bientot\W*$|bien a vous|amicalement|hasta (?:pronto|entonces)\W*$|un abrazo|"
    r"(?:(?:with|in) )?(?:[a-z]+ ){0,2}(?:wishes|solidarity|solidaritat|solidarite)\W*$|"
    r"(?:mit |ganz |viele |schone |sehr )?"
    r"(?:viele|schone|bunte|freundliche|herzliche|liebe|beste)n? (?:gru(?:ss|s|ß)e|wunsche)n?\b|"
    r"atentamente|(?:muy )?cordialmente|(?:un )?(?:cordial )?saludos?\W*$|reciba\b)"
)
_BEHIND_PLACE = re.compile(r"[^\W\d_], *(?:den|le|the|el|a)? *$")
_DUE = re.compile(
    r"\b(?:regist(?!ration(?:(?:,| and)[^.;]{0,40})? (?:is|are|takes? place|will be) (?:in|at|on|held|served) )|"
    r"sign up|book|deadline|due|submit|apply|reply|rsvp|"
    r"anmeld(?!ung(?: und [^.;]{0,30})? (?:ist|sind|findet|im|in der) )|"
    r"melde|frist|inscri|reserv|tickets?|"
    r"park(?:ing)?\b|last year|previous|letzte[sn] jahr|l.an dernier|ano pasado)"
)
_FIRST = 3  # letters
_TOP, _MOST_BESIDE, _MOST_PARTS, _MOST_IN_NAME, _MOST_ABOVE, _MOST_IN_GREETING = 20, 3, 5, 4, 4, 2


def dateline_of(lines: Sequence[Line]) -> Line | None:
    """The line on which a letter says when it was written; None where it neither greets below nor names a later day."""
    head = [*takewhile(lambda each: not leading_hours(each.text)[0], lines[: 2 * _TOP])]
    greeting = max((n for n, line in enumerate(head) if _SALUTATION.match(letterwise(line.text))), default=0)
    if not greeting:
        return _ungreeted(lines)
    above = lines[: min(greeting, _TOP)]
    alone = next((line for line in above if _is_date_alone(line)), None)
    if alone and not _may_be_written(alone, lines[greeting:]):
        return None
    return alone or next((line for line in above if _is_behind_place(line, lines[greeting:])), None)


def _ungreeted(lines: Sequence[Line]) -> Line | None:
    """Place and date, or a date alone, at the top where nobody is greeted, if a later day is named above the times."""
    head = [*takewhile(lambda each: not leading_hours(each.text)[0], lines)]
    named = [(line, mention) for line in head for _, mention in mentions_in(line.text)]
    said = [line for line, mention in named if mention <= Mention.NAMED]
    announced = [line for line, mention in named if mention is Mention.ANNOUNCED]
    top = lines[:_MOST_ABOVE]
    return next(
        (each for each in top if _is_behind_place(each, said) or (_is_date_alone(each) and _is_later(each, announced))),
        None,
    )


def _is_later(line: Line, below: Sequence[Line]) -> bool:
    """Whether lines name a day after that of a line, which says no weekday."""
    day = days_in(line.text)[0]
    written = day.in_year(day.year or 0)
    return written is not None and day.weekday is None and any(each > written for each in _dates(below, written.year))


def _is_date_alone(line: Line) -> bool:
    days = days_in(line.text)
    beside = re.findall(r"[^\W\d_]+", line.text[: days[0].at] + line.text[days[0].to :]) if days else []
    is_one = len(days) == 1 and days[0].is_dated and days[0].last is None  # a letter is of one day
    return is_one and bool(days[0].year) and len(beside) <= _MOST_BESIDE


def _may_be_written(line: Line, below: Sequence[Line]) -> bool:
    """Whether a letter may be of the day that stands alone: with its weekday it is, if a later one stands below."""
    day = days_in(line.text)[0]
    written = day.in_year(day.year or 0)
    head = [*takewhile(lambda each: not leading_hours(each.text)[0], below)]
    inviting = (each for each in below[len(head) :] if invites(each.text))
    said = [each for each in (*head, *inviting) if not is_no_programme(each.text)]
    announced = [each for each in said if any(mention is Mention.ANNOUNCED for _, mention in mentions_in(each.text))]
    return day.weekday is None or written is None or any(each > written for each in _dates(announced, written.year))


def _is_behind_place(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line ends with place and date, `Harbour Club · Lisbon, 3 May 2026`, and a later day stands below."""
    days = days_in(line.text)
    year = days[0].year if len(days) == 1 and days[0].weekday is None and days[0].last is None else None
    written = days[0].in_year(year) if year else None
    is_end = bool(days) and not line.text[days[0].to :].strip(" .") and _BEHIND_PLACE.search(line.text[: days[0].at])
    if not (written and year and is_end):
        return False
    return any(each > written for each in _dates(below, year))


def _dates(lines: Sequence[Line], usual: int) -> Iterator[date]:
    """The dates that lines name, those without a year in the usual one."""
    days = (each for line in lines for each in days_in(line.text) if each.is_dated)
    return (made for each in days if (made := each.in_year(each.year or usual)))


def greets(text: str) -> bool:
    """Whether a line is the salutation of a letter: short, or it ends as one does."""
    found = _SALUTATION.match(letterwise(text))
    return found is not None and (text.rstrip().endswith((",", ":", "!")) or len(text.split()) <= _MOST_IN_GREETING)


def is_due(text: str) -> bool:
    """Whether a sentence is of a deadline, of tickets and the like, or of another year."""
    return _DUE.search(letterwise(text)) is not None


def closes_letter(text: str) -> bool:
    """Whether a line takes leave: who is named below it writes, and takes part in nothing."""
    return _CLOSING.match(letterwise(text)) is not None
