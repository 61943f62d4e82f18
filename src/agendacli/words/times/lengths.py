"""Lengths of time as people write them: `45 min`, `1h30`, `2 h 15 min`, `1.5 hours`, `half an hour`, `3 days`, `2w`."""

import re
from datetime import timedelta

from agendacli.model.asked import Refusal
from agendacli.words.folded import folded

_IN_WORDS = {"half an hour": "30 m", "an hour": "1 h", "an hour and a half": "90 m", "a day": "1 d", "a week": "1 w"}
_COUNT = r"\d{1,4}(?:\.\d{1,2})?"
_LENGTH = re.compile(
    rf"(?:(?P<weeks>{_COUNT}) ?w(?:eeks?)?)? ?(?:(?P<days>{_COUNT}) ?d(?:ays?)?)? ?"
    rf"(?:(?P<hours>{_COUNT}) ?(?:h(?:(?:ou)?rs?|eures?|oras?)?|std\.?|stunden?))? ?(?:and |und |et |y )?"
    r"(?:(?P<minutes>\d{1,6}) ?(?:m(?:in(?:ut(?:e[ns]?|os?))?s?)?|'))?"
    r"(?:(?<=h)(?P<rest>[0-5]\d)|(?<=h )(?P<after>[0-5]\d))?"
)


def parse_length(text: str) -> timedelta | None:
    """The length of a text, always positive; None if it is none."""
    plain = folded(text).removesuffix(".")
    found = _LENGTH.fullmatch(_IN_WORDS.get(plain, plain))
    rest = found and (found["rest"] or found["after"])
    if not found or (rest and not found["hours"]):
        return None
    units = {unit: float(found[unit]) for unit in ("weeks", "days", "hours") if found[unit]}
    minutes = float(rest or 0) + float(found["minutes"] or 0)
    return timedelta(minutes=round(timedelta(**units).total_seconds() / 60 + minutes)) or None


def read_length(text: str) -> timedelta | Refusal:
    """The length of an option's text, or a refusal."""
    return parse_length(text) or Refusal(f"`{text}` is not a length of time; write one like `15m`, `2h` or `1h30m`")
