"""A day key of the definition format, made of what people type in options."""

from datetime import date, timedelta

from agendacli.model.asked import Refusal
from agendacli.model.codes import BAD_DATE
from agendacli.model.fault import Fault
from agendacli.words.times.grammar import parse_days
from agendacli.words.times.typed_days import read_days

_DAY = timedelta(days=1)


def read_day_key(text: str, today: date, week_start: int = 0) -> str | Refusal:
    """The day key that a text is (`2017-12`, `2 weeks before panel-1`), or that its words mean, seen from `today`.

    Words that mean several days (`next week`) become each of them, `2017-09-04 to 2017-09-10`.
    """
    words = " ".join(text.split())
    key = parse_days(words)
    if not isinstance(key, Fault):
        return words
    days = read_days(words, today, week_start)
    if isinstance(days, Refusal):
        return days if key.code is BAD_DATE else Refusal(key.message)
    last = days.end - _DAY
    return str(days.start) if days.start == last else f"{days.start} to {last}"
