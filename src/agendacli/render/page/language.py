"""The page's own words in a language, from its table in `words/`.

To add one, copy `words/en.toml`, name it by its code (BCP 47), translate every value, where `{…}` stays, and name the
code below. A test holds all tables to have the same keys.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from agendacli.model.frozen import frozen
from agendacli.render.page.assets import asset

LANGUAGE_CODES = ("en", "fr", "es", "de", "ru", "zh", "ar")
"""The languages that the page is written in."""


@frozen
class Language:
    """A language by its code (BCP 47), with the words of the page; what it has no word for stays as it is written."""

    code: str
    words: Mapping[str, Any]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.words["direction"])

    def say(self, key: str, **values: object) -> str:
        """The words for a key, with the values in their places."""
        return str(self.words[key]).format(**values)

    def plain_day(self, day: date) -> str:
        """A day without its weekday."""
        return self._day("date", day)

    def day(self, day: date) -> str:
        """A day with its weekday, the first letter large, as in a heading."""
        return capitalised(self._day("day", day))

    def month(self, day: date) -> str:
        """The month of a day, with its year."""
        return self._day("month", day)

    def kind(self, kind: str) -> str:
        """A kind of session."""
        return str(self.words["kinds"].get(kind, kind))

    def role(self, role: str, number: int) -> str:
        """A role as a heading for so many people."""
        one, several = self.words["roles"].get(role, (capitalised(role),) * 2)
        return str(several if number > 1 else one)

    def _day(self, key: str, day: date) -> str:
        words = self.words
        named = {"weekday": words["weekdays"][day.weekday()], "month": words["months"][day.month - 1]}
        return self.say(key, day=day.day, number=day.month, year=day.year, **named)


def capitalised(text: str) -> str:
    """The text with a large first letter."""
    return text[:1].upper() + text[1:]


@cache
def language_of(code: str) -> Language:
    """One of these languages; the tables of the others are not read."""
    from tomllib import loads

    return Language(code, loads(asset(f"words/{code}.toml")))
