"""Times of day as people write them, and their possible readings: `9:30`, `9h30`, `3.15 p.m.`, `10 Uhr`, `0930`."""

import re

from agendacli.model.frozen import frozen

_HOUR = 60
_NOON = 12 * _HOUR
_MINUTES_OF_DAY = 24 * _HOUR
_LAST_OF_HALF = 12
_NOONS = (
    r"(?:12(?:[:.]00)? ?)?noon|midday|mittags?|midi|mediodia|"
    r"12(?:[:.]00 ?(?:m(?:\.? ?d)?|n\.?n)| ?(?:m\. ?d|n\.?n))\b\.?"  # m. and m. d. (meridiano), NN in the Philippines
)
MIDNIGHTS = "midnight|mitternacht|minuit|medianoche"
"""The words for the start or end of a day."""

_UNIT = r" *(?:h(?:rs?|ours?|eures?|oras?)?|uhr)\b\.?"
_MARK = r"(?: *[ap]\.? ?m\b\.?|(?<=[:.]\d\d)[ap](?![\w.]))"  # `8:30a`

TIME = (
    rf"(?:{_NOONS}|{MIDNIGHTS}|"
    rf"(?:\d{{1,2}}(?:(?: *[:.]+ *| *h *)\d\d)?|\d{{4}})(?!\d)(?:{_UNIT})?(?:{_MARK})?)"
)
"""The pattern of a time of day, without groups, for a text that is `even`."""

_NUMBERS = re.compile(
    rf"(?:(?P<hour>\d{{1,2}})(?:(?: *[:.]+ *| *h *)(?P<minute>\d\d))?|(?P<digits>\d{{4}}))"
    rf"(?P<unit>{_UNIT})?(?: *(?P<half>[ap])(?:\.? ?m\.?)?)?"
)
_PLAIN = str.maketrans("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212äáàéèêíóöúü", "--------aaaeeeioouu")


def even(text: str) -> str:
    """The text in lower case, without accents, each dash a hyphen and each space a blank: of the same length."""
    small = text.lower()
    return re.sub(r"\s", " ", (small if len(small) == len(text) else text).translate(_PLAIN))


@frozen
class TimeOfDay:
    """A time in minutes from midnight as written; `half` is `a` or `p` for am or pm.

    `is_number`: digits alone, which are a time only next to another. `is_fixed`: unambiguous by itself, as `09`, `15`
    and `noon` are. `is_midnight`: the word, which leaves open of which day.
    """

    plain: int
    half: str | None = None
    is_number: bool = False
    is_fixed: bool = False
    is_midnight: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is an hour from 1 to 12 without am or pm."""
        return self.is_number and not self.is_fixed

    @property
    def is_of_whole_day(self) -> bool:
        """Whether it can only be a time of the 24-hour clock."""
        return not self.half and not _HOUR <= self.plain < _LAST_OF_HALF * _HOUR + _HOUR

    def minutes(self, *, is_loose: bool) -> tuple[int, ...]:
        """The possible minutes from midnight, the likeliest first.

        `12 am` is midnight, but many who write it mean noon. Where times are `is_loose`, because one next to it is bare
        or has a mark, one without a mark may be in either half of the day.
        """
        hour, minute = divmod(self.plain, _HOUR)
        if self.half and hour == _LAST_OF_HALF:
            return (minute, self.plain) if self.half == "a" else (self.plain,)
        if self.half == "p" and hour < _LAST_OF_HALF:
            return (self.plain + _NOON,)
        if not self.half and is_loose and not self.is_fixed:
            return tuple(sorted((self.plain, (self.plain + _NOON) % _MINUTES_OF_DAY)))
        return (self.plain,)


def read_time(text: str) -> TimeOfDay | None:
    """The time of a text that is `even`; None if there is no such time of day."""
    if re.fullmatch(_NOONS, text):
        return TimeOfDay(_NOON, is_fixed=True)
    if re.fullmatch(MIDNIGHTS, text):
        return TimeOfDay(0, is_fixed=True, is_midnight=True)
    found = _NUMBERS.fullmatch(text)
    return _numbered(found) if found else None


def _numbered(found: re.Match[str]) -> TimeOfDay | None:
    digits = found["digits"]
    hour, minute = int(found["hour"] or digits[:2]), int(found["minute"] or (digits or "0000")[2:])
    total, half = hour * _HOUR + minute, found["half"]
    if (
        minute >= _HOUR
        or total > _MINUTES_OF_DAY
        or (half == "a" and hour > _LAST_OF_HALF)
        or (half == "p" and not hour)
    ):
        return None
    is_number = not (found["minute"] or found["unit"] or half)
    is_fixed = (found["hour"] or digits).startswith("0") or bool(digits) or not 1 <= hour <= _LAST_OF_HALF
    return TimeOfDay(total, half, is_number, is_fixed)
