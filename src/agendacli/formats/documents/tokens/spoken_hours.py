"""Times in words, as running text says them: `half past nine`, `quarter to 8`, `halb zehn`."""

import re
from collections.abc import Iterator

from agendacli.formats.documents.tokens.hours import HoursWords
from agendacli.words.times.times_of_day import TimeOfDay, even

_HOURS = {
    word: n
    for n, words in enumerate(
        (
            "one 1 eins", "two 2 zwei", "three 3 drei", "four 4 vier", "five 5 funf", "six 6 sechs", "seven 7 sieben",
            "eight 8 acht", "nine 9 neun", "ten 10 zehn", "eleven 11 elf", "twelve 12 zwolf",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_PARTS = {"half past": 30, "quarter past": 15, "quarter to": -15, "halb": -30, "viertel nach": 15, "viertel vor": -15}
_SPOKEN = re.compile(
    rf"\b(?:at |a |um )*(?P<part>{'|'.join(_PARTS)}) (?P<hour>{'|'.join(sorted(_HOURS, key=len, reverse=True))})\b"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
    rf"|\b(?:at |from |until )*(?P<whole>{'|'.join(sorted(_HOURS, key=len, reverse=True))}) o['’]clock\b"
)
_HALF_DAY, _HOUR = 720, 60


def spoken_hours(text: str) -> Iterator[HoursWords]:
    """The times in words of a text, from left to right, none of them with an end."""
    for found in _SPOKEN.finditer(even(text)):
        minutes = _HOURS[found["hour"] or found["whole"]] * _HOUR + (_PARTS[found["part"]] if found["part"] else 0)
        minutes += _HALF_DAY if minutes < _HOUR else 0  # `halb eins` is half past twelve
        begins, ends = found.span()
        yield HoursWords(TimeOfDay(minutes, half=found["half"]), None, begins, ends, text=text[begins:ends])
