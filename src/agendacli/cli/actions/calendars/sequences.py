"""The SEQUENCE of the items of each programme: how often it was revised before."""

from collections.abc import Iterable
from datetime import date

from agendacli.cli.query.reading import Reading
from agendacli.model.programme import Programme


def sequences(reading: Reading) -> dict[str, int]:
    """How many earlier revisions each programme has, by its address."""
    return {each.address: _earlier(each, reading.loaded.revisions) for each in reading.programmes}


def _earlier(programme: Programme, revisions: Iterable[Programme]) -> int:
    same = [each for each in revisions if each.id == programme.id and each is not programme]
    if not programme.older:
        return len(same)
    day = programme.revision or date.min
    return sum(each.revision is not None and each.revision < day for each in same)
