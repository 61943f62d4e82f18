"""Days that can be read and are surely not meant."""

from datetime import date

from agendacli.model.when import DAY

_LONGEST = 36_525
"""Days of a century: longer is no programme, and nearly always a digit of a year that was mistyped."""


def slip_of_the_year(start: date, end: date) -> str | None:
    """What is odd about the days from `start` to before `end` if they are more than a century; what to do about it."""
    if (end - start).days <= _LONGEST:
        return None
    last = end - DAY
    return f"from {start} to {last} it takes {last.year - start.year} years; correct the year of one of them"
