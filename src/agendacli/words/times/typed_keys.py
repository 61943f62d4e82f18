"""A day key of the definition format, made of what people type in options."""

from datetime import date

from agendacli.model.asked import Refusal
from agendacli.model.fault import Fault
from agendacli.words.times.calendar import Here
from agendacli.words.times.canonical import day_key
from agendacli.words.times.forms import days_form
from agendacli.words.times.typed_days import read_typed


def read_day_key(text: str, today: date, week_start: int = 0) -> str | Refusal:
    """The day key that a text is (`2017-12`, `2 weeks before panel-1`), or that its words mean, seen from `today`.

    Words that mean several days (`next week`) become each of them, `2017-09-04 to 2017-09-10`.
    """
    words = " ".join(text.split())
    form = days_form(words)
    if isinstance(form, Fault):
        return Refusal(form.message)
    if form:
        return words
    days = read_typed(words, Here(today, week_start))
    return days if isinstance(days, Refusal) else day_key(days)
