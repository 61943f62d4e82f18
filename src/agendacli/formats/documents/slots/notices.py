"""Notices with an hour, which are no sessions: until when something is asked for, when an office or the doors open."""

import re

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.mentions import is_deadline, names_limit
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import HoursWords, hours_in, leading_hours
from agendacli.formats.documents.tokens.letterwise import letterwise

_OPEN = r"(?:opens?|is open|are open|offen|geoffnet|offnet|ouvre|(?:est |sont )?ouverte?s?|abre|(?:esta )?abiert[oa])\b"
_OFFICE = re.compile(
    r"\b(?:office|secretar\w+|kasse|\w*(?:buro|sekretariat)|geschaftsstelle|billetterie|guichet|oficina|taquilla)\b"
    rf"(?: \w+){{0,2}} {_OPEN}|\b(?:box|ticket) office\W*$|\b(?:opening|office|visiting) hours\b|"
    r"\b(?:offnungs|buro|sprech|geschafts)zeiten\b|\b(?:heures|horaires?) d.ouverture\b|"
    r"\bhorarios? de (?:atencion|apertura)\b"
)
_OPENS = re.compile(
    rf"\W*(?:(?:the|die|das|der|les?|la|l.|el|las?) ?)?(?:[^\W\d_]+ ){{1,3}}{_OPEN}|"
    r"\W*(?:doors|einlass|turoffnung|ouverture des portes|apertura de (?:las )?puertas)\b"
)
_SMALL = re.compile(r"[a-zà-ÿ].*\d(?:\s*Uhr|\s*h)?\.?")
_LISTS = re.compile(r"[a-z].{6,}\b(?:at|um|leave|leaves|fahrt|fahren|part|partent|sale|salen|a las) \d{1,2}[.:h]\d\d,$")
_SHARP = re.compile(r"(?:sharp|prompt|promptly|exactly|punktlich|spatestens|precises?|en punto|at the latest)\W*")
_AT = re.compile(  # which leads to an hour in the next line
    r".{20}\b(?:at|until|till?|to|from|by|before|after|about|around|um|bis|ab|von|gegen|vor|nach|a|des|de|vers|jusqu['’]a|"
    r"a las|las|hasta|desde|hacia)$"
)


def is_notice(before: str) -> bool:
    """Whether the words before an hour make it one by which something is due, or at which an office is open."""
    return _ends_with_limit(before) or names_limit(before) or _OFFICE.search(letterwise(before)) is not None


def goes_on_with_hours(above: Line, line: Line) -> bool:
    """Whether a line goes on with the hour at which, or by which, something is: `… reach us by 5 June,` and `8pm`."""
    if line.line != above.ends + 1 or line.page != above.page:
        return False
    hours, rest = leading_hours(line.text)
    if is_limit_of(above, line) or (hours and _ends_sentence(line.text, hours[0])):
        return True
    if hours and above.text[-1:].islower() and line.text[:1].islower() and _SHARP.fullmatch(letterwise(rest)):
        return True
    if _LISTS.search(letterwise(above.text)):
        return True
    leads_there = _AT.search(letterwise(above.text)) or (not hours_in(above.text) and _ends_with_limit(above.text))
    return bool(hours and leads_there) and not rest[:1].isupper()


def _ends_sentence(text: str, hours: HoursWords) -> bool:
    """Whether the hours with which a line begins, behind a small word, end a sentence: `um 12:50 Uhr. Wir …`."""
    return _SMALL.fullmatch(hours.text) is not None and ". " in text[hours.to - 1 : hours.to + 2]


def is_limit_of(above: Line, line: Line) -> bool:
    """Whether a line begins with the day by which, as the line above it says, something is due."""
    return any(each.at == 0 and each.is_dated for each in days_in(line.text)[:1]) and is_deadline(above.text)


def _ends_with_limit(text: str) -> bool:
    for day in reversed(days_in(text)):
        text = f"{text[: day.at].rstrip(' ,')}{text[day.to :]}"
    return is_deadline(text)


def reads_like_notice(title: str) -> bool:
    """Whether a title may be a notice: it says that something opens, or is due."""
    plain = title.partition("(")[0]
    return is_notice(plain) or _OPENS.match(letterwise(plain)) is not None
