"""A length of time that a cell holds: `45 min`, `1 h 30`, `2 Stunden`, `1:15 h`."""

import re

_LENGTH = re.compile(
    r"\W*(?:(?P<hours>\d{1,2})(?:[.:](?P<colon>\d\d))? ?"
    r"(?:h(?=\d\d\b)|(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\b)\.? ?"
    r"(?:(?:and|und|et|y)? ?(?P<more>\d{1,2}) ?(?:m|min(?:s|ut\w+)?)?\b)?"
    r"|(?P<minutes>\d{1,3}) ?(?:m|min(?:s|ut\w+)?)\b|(?P<prime>\d{1,3}) ?['’])\W*",
    re.IGNORECASE,
)


def minutes_said(text: str) -> int | None:
    """The minutes of a text that is a length and nothing else; None of any other."""
    found = _LENGTH.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    if found["hours"]:
        return 60 * int(found["hours"]) + int(found["colon"] or found["more"] or 0)
    return int(found["minutes"] or found["prime"])
