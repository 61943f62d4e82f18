"""Days and hours in words that a definition does not take, and how they are written there: for messages only."""

import re
from datetime import date, time

from agendacli.model.asked import DateRange, Refusal
from agendacli.model.rule_days import can_fall_on
from agendacli.model.rules import DAY_NAMES, Rule, read_rule
from agendacli.model.when import DAY
from agendacli.words.prose import WEEKDAYS
from agendacli.words.times.typed_days import read_days
from agendacli.words.times.typed_hours import read_hours

_TWO_MONTHS = 62  # days
_TODAYS = (date(2000, 2, 29), date(2017, 9, 4))  # what is read alike on both does not hang on today
_WEEKDAY = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in WEEKDAYS)})"
_WITH_WEEKDAY = re.compile(rf"^{_WEEKDAY}\b\.?,?\s+|\s*\(?\b{_WEEKDAY}\)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:[-–—]|to|until|till|through)\s+")
_SOME = re.compile(r"(some (?:day|[0-9]+ days) in) (.+)", re.IGNORECASE)
_ISO = r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
_EVERY = re.compile(rf"(?:every )?(.+) from ({_ISO})(?: (?:to|until|till|through) ({_ISO}))?", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:the )?(\w+) ({_WEEKDAY})(?: of (?:the|each|every) month)?", re.IGNORECASE)
_NUMBERS = {"1": "first 1st", "2": "second 2nd", "3": "third 3rd", "4": "fourth 4th", "5": "fifth 5th", "-1": "last"}
_ORDINALS = {word: number for number, words in _NUMBERS.items() for word in words.split()}
_RULES = {"month": "MONTHLY", "monthly": "MONTHLY", "year": "YEARLY", "yearly": "YEARLY", "annually": "YEARLY"}

_NOT_SAID = re.compile(r"(?:hours |time )?(?:tb[acd]|to be (?:confirmed|announced|decided)|open|unknown|\?+)")
_ALL_DAY = re.compile(r"(?:all|whole|full)[- ]?day(?: long)?")
_TO_CONFIRM = re.compile(r"(.*\S)\s*\((?:tbc|to be confirmed)\)")
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]\.?m\.?)?"
_OPEN_END = re.compile(rf"({_CLOCK})\s*[-–]\s*(?:late|open(?: end)?|tb[acd]|end|\?+)")
_ONE_TIME = re.compile(rf"(?:from |at )?({_CLOCK}|noon)")


def day_meant(text: str) -> str | None:
    """The day key that a text such as `10 March 2026` or `Tuesdays from 2026-03-10` means; None if not clear."""
    if some := _SOME.fullmatch(text):
        inside = _days(some[2])
        return f"{some[1].casefold()} {inside}" if inside else None
    first, *rest = _BETWEEN.split(text)
    if len(rest) == 1 and (start := _days(first)) and (end := _days(rest[0])):
        return f"{start} to {end}"
    return _days(text) or every_meant(text)


def every_meant(text: str) -> str | None:
    """The day key that a text for days that repeat means: `every first Tuesday from …` is a rule of RFC 5545."""
    found = _EVERY.fullmatch(" ".join(text.split()))
    what = _repeated(found[1].casefold(), date.fromisoformat(found[2])) if found and _days(found[2]) else None
    if found is None or what is None:
        return None
    return f"every {what} from {_first(what, date.fromisoformat(found[2]))}" + (f" to {found[3]}" if found[3] else "")


def time_meant(text: str) -> str | None:
    """What to write for a text such as `3pm-5pm` or `tbc` that is no time here; None if not clear."""
    words = re.sub(r"(?<=[0-9])h(?=[0-9])", ":", " ".join(text.casefold().split()))
    if _NOT_SAID.fullmatch(words):
        return "write `hours unknown`"
    if _ALL_DAY.fullmatch(words):
        return "write `all day`"
    if found := _TO_CONFIRM.fullmatch(words):
        return f"write `{_hours(found[1]) or found[1]}`, and `status: tentative` below it"
    if found := _OPEN_END.fullmatch(words):
        start = _hours(f"{found[1]}-midnight")
        return f"write `{start[:6]}`: nobody states its end" if start else None
    if found := _ONE_TIME.fullmatch(words):
        start = _hours(f"{found[1]}-midnight")
        return f"write its end as well, or `{start[:6]}` if nobody states that" if start else None
    hours = _hours(words)
    return f"write `{hours}`" if hours else None


def _days(text: str) -> str | None:
    """A day, or a month, that a text names whatever day it is today."""
    said = _WITH_WEEKDAY.sub("", text.strip())
    read = {_written(read_days(said, today)) for today in _TODAYS}
    return read.pop() if len(read) == 1 else None


def _written(days: DateRange | Refusal) -> str | None:
    if isinstance(days, Refusal):
        return None
    last = days.end - DAY
    if days.start == last:
        return str(last)
    is_month = days.start.day == 1 == days.end.day and (days.start.year, days.start.month) == (last.year, last.month)
    return f"{days.start:%Y-%m}" if is_month else f"{days.start} to {last}"


def _repeated(what: str, first: date) -> str | None:
    if what in _RULES:
        return f"FREQ={_RULES[what]}"
    if what in ("week", "weekly"):
        return WEEKDAYS[first.weekday()]
    if what == "daily":
        return "day"
    numbered = _NUMBERED.fullmatch(what)
    if numbered and numbered[1] in _ORDINALS:
        return f"FREQ=MONTHLY;BYDAY={_ORDINALS[numbered[1]]}{DAY_NAMES[_weekday(numbered[2])]}"
    return WEEKDAYS[_weekday(what)] if re.fullmatch(rf"{_WEEKDAY}s?", what, re.IGNORECASE) else None


def _first(what: str, day: date) -> date:
    """The first day from that one on that a rule can give: where a rule begins, it takes place in any case."""
    rule = read_rule(what)
    days = (day + n * DAY for n in range(_TWO_MONTHS))
    return next((each for each in days if isinstance(rule, Rule) and can_fall_on(rule, each)), day)


def _weekday(name: str) -> int:
    return next(n for n, each in enumerate(WEEKDAYS) if each.casefold().startswith(name[:3].casefold()))


def _hours(text: str) -> str | None:
    """The hours that a text means, as a definition has them; they may end at 24:00."""
    read = read_hours(text.replace(".", ":") if "m" not in text else text)
    if isinstance(read, Refusal):
        return None
    end = "24:00" if read.end == time() else f"{read.end:%H:%M}"
    return f"{read.start:%H:%M}-{end}"
