"""Refusals of texts that can be read in two ways: both readings, and how to write each."""

from collections.abc import Iterable
from datetime import date

from agendacli.model.asked import Refusal
from agendacli.model.when import DAY
from agendacli.words.prose import plain_day
from agendacli.words.times.canonical import day_key
from agendacli.words.times.forms import EachDay, SomeDay


def two_readings(text: str, readings: Iterable[EachDay | SomeDay]) -> Refusal:
    """A refusal that names every reading."""
    found = tuple(readings)
    said = " or ".join(map(_said, found))
    meant = " or ".join(f"`{day_key(each)}`" for each in found)
    return Refusal(f"`{text}` could be {said}; write {meant}")


def either_day(text: str, days: Iterable[date]) -> Refusal:
    """The same for single days."""
    return two_readings(text, (EachDay(day, day + DAY) for day in days))


def _said(days: EachDay | SomeDay) -> str:
    last = days.end - DAY
    return plain_day(last) if days.start == last else f"{plain_day(days.start)} to {plain_day(last)}"
