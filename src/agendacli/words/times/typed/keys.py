"""Days and day keys of the definition format, made of what people type in options."""

from datetime import date

from agendacli.model.asked import Refusal
from agendacli.model.fault import Fault
from agendacli.words.times.canonical import day_key
from agendacli.words.times.forms import EachDay, Here, SomeDay, days_form
from agendacli.words.times.repeats import is_repeat, parse_every

_EXAMPLES = "`2017-09-04`, `4-5 September`, `2017-09`, `week 36`, `monday`, `next week` or `in 3 days`"


def read_typed(text: str, here: Here) -> EachDay | SomeDay | Refusal:
    """The days of a text, as days of a definition; a refusal that says what to write if it is none."""
    form = days_form(text)
    if isinstance(form, EachDay | SomeDay):
        return form
    from agendacli.words.times.days import read_day_words

    read = read_day_words(text, here)
    if read is None:
        return Refusal(f"`{text}` is not a date that is known here; write one like {_EXAMPLES}")
    return read


def read_day_key(text: str, today: date, week_start: int = 0) -> str | Refusal:
    """The day key of a text (`2017-12`, `2 weeks before panel-1`), or of its words relative to `today`.

    Words for several days (`next week`) become a range, `2017-09-04 to 2017-09-10`.
    """
    words = " ".join(text.split())
    form = days_form(words)
    if isinstance(form, Fault):
        return Refusal(form.message)
    if form:
        return words
    days = read_typed(words, Here(today, week_start))
    return days if isinstance(days, Refusal) else day_key(days)


def read_item_key(text: str, today: date, week_start: int = 0) -> str | Refusal:
    """The same, also for repeated days (`every Tuesday from 2017-09-05 to 2017-10-10`)."""
    if not is_repeat(text.strip()):
        return read_day_key(text, today, week_start)
    every = parse_every(text)
    return Refusal(every.message) if isinstance(every, Fault) else " ".join(text.split())
