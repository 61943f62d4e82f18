"""Repeated days as people write them: `Tuesdays from 10 March 2026` and the like become day keys."""

import re
from datetime import date

from agendacli.model.rules.days import can_fall_on
from agendacli.model.rules.rule import DAY_NAMES, Rule, read_rule
from agendacli.model.when import DAY
from agendacli.words.prose import WEEKDAYS
from agendacli.words.times.grammar import parse_date

_TWO_MONTHS = 62  # days
_WEEKDAY = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in WEEKDAYS)})"
_TO = "to|until|till|through"
_EVERY = re.compile(
    rf"(?:(?:every|each) )?(.+?),? (?:from|starting|beginning) (.+?)(?: (?:{_TO}) (.+))?", re.IGNORECASE
)
_NUMBERED = re.compile(rf"(?:the )?(\w+) ({_WEEKDAY})(?: of (?:the|each|every) month)?", re.IGNORECASE)
_NUMBERS = {"1": "first 1st", "2": "second 2nd", "3": "third 3rd", "4": "fourth 4th", "5": "fifth 5th", "-1": "last"}
_ORDINALS = {word: number for number, words in _NUMBERS.items() for word in words.split()}
_RULES = {"month": "MONTHLY", "monthly": "MONTHLY", "year": "YEARLY", "yearly": "YEARLY", "annually": "YEARLY"}
_STANDING = re.compile(r"(?:other )?(?:day|weekday)|\d+ (?:days|weeks).*|other .+|freq=.+", re.IGNORECASE)


def every_meant(text: str) -> str | None:
    """The day key for a text with repeated days: `every first Tuesday from …` is a rule of RFC 5545."""
    found = _EVERY.fullmatch(" ".join(text.split()))
    first = parse_date(found[2]) if found else None
    last = parse_date(found[3]) if found and found[3] else first
    if found is None or not isinstance(first, date) or not isinstance(last, date):
        return None
    what = _repeated(found[1], first)
    return f"every {what} from {_first(what, first)}" + (f" to {last}" if found[3] else "") if what else None


def _repeated(words: str, first: date) -> str | None:
    what = words.casefold()
    if what in _RULES:
        return f"FREQ={_RULES[what]}"
    if what in ("week", "weekly"):
        return WEEKDAYS[first.weekday()]
    if what == "daily":
        return "day"
    numbered = _NUMBERED.fullmatch(what)
    if numbered and numbered[1] in _ORDINALS:
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[numbered[1]]}{DAY_NAMES[_weekday(numbered[2])]}"
    if re.fullmatch(rf"{_WEEKDAY}s?", what, re.IGNORECASE):
        return WEEKDAYS[_weekday(what)]
    return words if _STANDING.fullmatch(words) else None


def _first(what: str, day: date) -> date:
    """The first day on or after that one that a rule yields: the start of a rule takes place in any case."""
    rule = read_rule(what)
    days = (day + n * DAY for n in range(_TWO_MONTHS))
    return next((each for each in days if isinstance(rule, Rule) and can_fall_on(rule, each)), day)


def _weekday(name: str) -> int:
    return next(n for n, each in enumerate(WEEKDAYS) if each.casefold().startswith(name[:3].casefold()))
