"""Notices with an hour, which are no sessions: until when something is asked for, when an office or the doors open."""

import re

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.mentions import is_deadline, names_limit
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
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
_SMALL = re.compile(r"[a-zà-ÿ].*\d(?:\s*Uhr|\s*h)?\.?")  # `um 12:50 Uhr.` at the end of a sentence
_AT = re.compile(  # which leads to an hour in the next line
    r".{20}\b(?:at|until|till?|to|from|by|before|after|about|around|um|bis|ab|von|gegen|vor|nach|a|des|de|vers|jusqu['’]a|"
    r"a las|las|hasta|desde|hacia)$"
)


def is_notice(before: str) -> bool:
    """Whether the words before an hour make it one by which something is due, or at which an office is open."""
    return _ends_with_limit(before) or names_limit(before) or _OFFICE.search(letterwise(before)) is not None


def goes_on_with_hours(above: Line, line: Line) -> bool:
    """Whether a line goes on with the hour at which, or by which, something is: `… reach us by 5 June,` and `8pm`."""
    is_next = line.line == above.ends + 1 and line.page == above.page
    hours, rest = leading_hours(line.text)
    if is_next and is_limit_of(above, line):
        return True
    is_small = bool(hours) and _SMALL.fullmatch(hours[0].text) is not None
    if is_next and is_small and ". " in line.text[hours[0].to - 1 : hours[0].to + 2]:
        return True
    if not (is_next and hours) or rest[:1].isupper():
        return False
    return _AT.search(letterwise(above.text)) is not None or (not hours_in(above.text) and _ends_with_limit(above.text))


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
