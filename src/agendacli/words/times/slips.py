"""Days that can be read but are surely mistyped."""

from datetime import date

from agendacli.model.when import DAY

_LONGEST = 36_525
"""The days of a century: no programme is longer, and nearly always a digit of a year was mistyped."""


def slip_of_the_year(start: date, end: date) -> str | None:
    """A warning for days from `start` to before `end` that span more than a century."""
    if (end - start).days <= _LONGEST:
        return None
    last = end - DAY
    return f"from {start} to {last} it takes {last.year - start.year} years; correct the year of one of them"
