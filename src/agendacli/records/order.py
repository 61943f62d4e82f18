"""Sorting records by their fields, with numbers in a text compared as numbers."""

import re
from collections.abc import Iterable, Sequence

from agendacli.records.table import Record, cell_text, field_value
from agendacli.words.folded import folded

_NUMBER = re.compile(r"(\d+)")


def sorted_records(records: Iterable[Record], fields: Sequence[str]) -> list[Record]:
    """The records sorted by these fields, by the first of them first; a `-` before a field reverses it.

    Room 2 comes before Room 10; case and accents do not count; unknown values come last in either direction.
    """
    found = list(records)
    for field in reversed(fields):
        found = _by(found, field.removeprefix("-"), is_turned=field.startswith("-"))
    return found


def _by(records: Sequence[Record], name: str, *, is_turned: bool) -> list[Record]:
    known = [each for each in records if field_value(each, name) is not None]
    unknown = [each for each in records if field_value(each, name) is None]
    return sorted(known, key=lambda each: _key(field_value(each, name)), reverse=is_turned) + unknown


def _key(value: object) -> tuple[tuple[int, int, str], ...]:
    """The sort key of a value: runs of digits as numbers, everything else as text."""
    parts = _NUMBER.split(folded(cell_text(value)))
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)
