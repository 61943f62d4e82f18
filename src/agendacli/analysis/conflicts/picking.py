"""What somebody needs who picks sessions where this tool is not: ways, and the conflicts of what has no certain hours.

The rest is arithmetic of starts and ends.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from agendacli.analysis.conflicts.places import Atlas
from agendacli.analysis.conflicts.search import search
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Status
from agendacli.model.when import Timed

Clashes = Mapping[str, Mapping[str, tuple[bool, str, str]]]
"""By the ids of two occurrences: whether they clash for certain, the kind, and what it depends on."""


@frozen
class Picking:
    """What is known of conflicts among any of some occurrences.

    `spots` has the number of the place of each by its id. `ways` has the seconds between two places, at least and
    usually, by `LOWER,HIGHER` number, where there are any. `clashes` are those of what has no certain hours.
    """

    spots: Mapping[str, int]
    ways: Mapping[str, tuple[int, int]]
    clashes: Clashes


def picking(occurrences: Sequence[Occurrence], gazetteer: Gazetteer, buffer: timedelta) -> Picking:
    """What is known of conflicts among any of the occurrences."""
    counted = [each for each in occurrences if each.status is not Status.CANCELLED and not each.session.transparent]
    atlas = Atlas(gazetteer, buffer)
    numbers = {each.id: atlas.number(each) for each in counted}
    ways = _ways(atlas)
    spots = numbers if ways else {}
    return Picking(spots, ways, _clashes(counted, gazetteer, buffer))


def _ways(atlas: Atlas) -> Mapping[str, tuple[int, int]]:
    numbered = enumerate(atlas.spots)
    found = {f"{n},{m}": atlas.way(one, other) for (n, one), (m, other) in combinations(numbered, 2)}
    return {pair: (way.least, way.usual) for pair, way in found.items() if way.usual}


def _clashes(occurrences: Sequence[Occurrence], gazetteer: Gazetteer, buffer: timedelta) -> Clashes:
    vague = frozenset(each.id for each in occurrences if not _has_hours(each))
    if not vague:
        return {}
    every = frozenset(each.id for each in occurrences)
    rules = Rules(buffer, kinds=frozenset({Kind.OVERLAP, Kind.TRAVEL}), between=(vague, every))
    found: dict[str, dict[str, tuple[bool, str, str]]] = defaultdict(dict)
    for each in search(occurrences, gazetteer, rules).conflicts():
        found[each.first.id].setdefault(each.second.id, _told(each))
    return found


def _has_hours(occurrence: Occurrence) -> bool:
    return isinstance(occurrence.when, Timed) and occurrence.when.end is not None


def _told(conflict: Conflict) -> tuple[bool, str, str]:
    return conflict.certainty is Certainty.CERTAIN, conflict.kind.value, "; ".join(conflict.depends_on)
