"""The SEQUENCE of the items of each programme: how often it was revised before."""

from collections.abc import Iterable, Sequence
from datetime import date

from agendacli.cli.query.reading import Reading
from agendacli.model.programme import Programme


def sequences(reading: Reading) -> dict[str, int]:
    """How many earlier revisions each programme has, by its address."""
    return earlier_revisions(reading.programmes, reading.loaded.revisions)


def earlier_revisions(programmes: Iterable[Programme], revisions: Sequence[Programme]) -> dict[str, int]:
    """How many of the revisions are earlier ones of each programme, by its address."""
    return {each.address: _earlier(each, revisions) for each in programmes}


def _earlier(programme: Programme, revisions: Iterable[Programme]) -> int:
    same = [each for each in revisions if each.id == programme.id and each is not programme]
    if not programme.older:
        return len(same)
    day = programme.revision or date.min
    return sum(each.revision is not None and each.revision < day for each in same)
