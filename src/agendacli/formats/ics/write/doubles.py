"""Items that several inputs hold under one UID: a file may have each only once (RFC 5545 3.8.4.7)."""

from collections.abc import Sequence

from agendacli.formats.ics.uid import uid
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

_Key = tuple[str, str]
"""The address of an event and the id of a session in it."""


@frozen
class Singled:
    """The occurrences with one session a UID, and for each that was left out its address and that of what is kept."""

    occurrences: Sequence[Occurrence]
    left_out: tuple[tuple[str, str], ...]


def singled(occurrences: Sequence[Occurrence], programmes: Sequence[Programme]) -> Singled:
    """What a definition says counts before any copy in a calendar; of copies the higher SEQUENCE, then the later stamp.

    Of equal ones the first counts.
    """
    if not programmes[1:] or not any(each.session.uid for each in occurrences):
        return Singled(occurrences, ())
    named = {_key(each): uid(each) for each in occurrences}
    ranks = {_key(each): _rank(each) for each in reversed(occurrences)}
    best: dict[str, _Key] = {}
    for key, name in named.items():
        known = best.setdefault(name, key)
        best[name] = max(known, key, key=ranks.__getitem__)
    lost = tuple((_address(key), _address(best[name])) for key, name in named.items() if best[name] != key)
    return Singled(
        [each for each in occurrences if best[named[_key(each)]] == _key(each)] if lost else occurrences, lost
    )


def _key(occurrence: Occurrence) -> _Key:
    return occurrence.programme.address, occurrence.session.id


def _address(key: _Key) -> str:
    return "/".join(key)


def _rank(occurrence: Occurrence) -> tuple[bool, int, str]:
    session = occurrence.session
    return not session.is_of_calendar, session.sequence, session.stamp or ""
