"""The days and hours of a repeated session in words."""

from agendacli.model.programme import Repeat, Session
from agendacli.model.rules.rule import Rule, read_rule
from agendacli.model.when import When, days_touched
from agendacli.words.prose import WEEKDAYS
from agendacli.words.times.written import hours
from agendacli.words.times.written_repeats import every


def series_words(session: Session, when: When) -> str:
    """`Tuesdays 14:00-15:30`, `every other Tuesday 14:00-15:30`: the days of its rule, and the hours of that time."""
    return f"{_days(session)} {hours(when) or 'hours unknown'}"


def _days(session: Session) -> str:
    rules = (session.repeat or Repeat()).rules
    rule = read_rule(rules[0]) if len(rules) == 1 else None
    if not isinstance(rule, Rule):
        return "several days" if session.repeat else str(days_touched(session.when)[0])
    key = every(rules[0], rule, session.when, days_touched(session.when)[0]).key
    return _plural(key.partition(" from ")[0])


def _plural(text: str) -> str:
    names = text.removeprefix("every ").replace(" and ", ", ").split(", ")
    return " and ".join(f"{each}s" for each in names) if set(names) <= set(WEEKDAYS) else text
