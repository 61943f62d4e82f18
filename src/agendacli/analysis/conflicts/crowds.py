"""Hundreds of sessions at one time in one room: they are searched as two of them, and counted as what they are.

What is alike in all that a conflict depends on clashes alike. 3,000 posters in one hall are 4.5 million pairs: two
minutes one by one; as two sessions with a number they take as long as a timetable.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import field

from agendacli.analysis.conflicts.board import each_once
from agendacli.analysis.conflicts.search import DEFAULT_RULES, NOWHERE, Search, search
from agendacli.analysis.conflicts.values import Conflict, Kind, Rules
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.places import Gazetteer
from agendacli.model.programme import Status
from agendacli.model.when import Timed

FEWEST = 20
"""How many sessions are a crowd."""

ONE_BY_ONE = frozenset({Kind.ABSENCE, Kind.TRAVEL, Kind.REST, Kind.TURNOVER})
"""Kinds of which each pair is shown by itself."""


@frozen
class Crowds:
    """Crowds by the sessions that stand in for them: the first for all but the second, and that for itself.

    `members` has for the id of each of the two the sessions that it stands in for, `wholes` all of the crowd, and
    `partners` the second by the first.
    """

    members: Mapping[str, Sequence[Occurrence]] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)
    wholes: Mapping[str, Sequence[Occurrence]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.members)

    def whole(self, occurrence: Occurrence) -> Sequence[Occurrence]:
        """The crowd for which this session stands in with another, in order; itself where it is of none."""
        return self.wholes.get(occurrence.id, (occurrence,))

    def meant_by(self, occurrence: Occurrence) -> Sequence[Occurrence]:
        """The sessions for which this one stands in."""
        return self.members.get(occurrence.id, (occurrence,))

    def counted(self, ids: Sequence[str]) -> tuple[int, Sequence[int]]:
        """How many pairs one of these two sessions is, and of how many of them each session is one."""
        sizes = [len(self.members.get(each, "1")) for each in ids]
        if len(ids) == 1:
            return 1, (1,)
        if self.partners.get(ids[0]) == ids[1]:  # all the pairs within the crowd
            size = sum(sizes)
            return size * (size - 1) // 2, (size - 1, size - 1)
        return sizes[0] * sizes[1], sizes[::-1]

    def are_mixed_by(self, conflict: Conflict) -> bool:
        """Whether the pairs of two crowds, told one by one, would not all stand in the order of these two."""
        if conflict.absence:
            return True
        first, second = map(self.whole, conflict.sessions)
        return first is not second and order(first[-1]) > order(second[0])

    def are_blurred_by(self, conflict: Conflict) -> bool:
        """Whether a conflict says something of one session of a crowd that is another thing for each of them."""
        of_one = conflict.kind in ONE_BY_ONE or conflict.depends_on
        return bool(of_one) and any(each.id in self.members for each in conflict.sessions)


NO_CROWDS = Crowds()


def search_in_crowds(
    occurrences: Sequence[Occurrence],
    gazetteer: Gazetteer = NOWHERE,
    rules: Rules = DEFAULT_RULES,
    *,
    one_by_one: bool = False,
) -> tuple[Search, Crowds]:
    """The search for conflicts among the occurrences, with two sessions of each crowd, and these crowds.

    None where that would not give what all pairs do; `one_by_one`: told pair by pair, in their order.
    """
    once = each_once(occurrences)
    crowds = tuple(each for each in _alike(once, rules).values() if len(each) >= FEWEST)
    if crowds:
        found = _standing_in(crowds)
        away = {id(each) for crowd in crowds for each in crowd[2:]}
        thinned = search([each for each in once if id(each) not in away], gazetteer, rules)
        if not any(
            found.are_blurred_by(each) or (one_by_one and found.are_mixed_by(each)) for each in thinned.conflicts()
        ):
            return thinned, found
    return search(occurrences, gazetteer, rules), NO_CROWDS


def _standing_in(crowds: Iterable[Sequence[Occurrence]]) -> Crowds:
    members: dict[str, Sequence[Occurrence]] = {}
    partners: dict[str, str] = {}
    wholes: dict[str, Sequence[Occurrence]] = {}
    for whole in crowds:
        first, second, *others = whole
        members |= {first.id: (first, *others), second.id: (second,)}
        partners[first.id] = second.id
        wholes |= {first.id: whole, second.id: whole}
    return Crowds(members, partners, wholes)


def _alike(occurrences: Sequence[Occurrence], rules: Rules) -> Mapping[Hashable, Sequence[Occurrence]]:
    """What is alike, in order; only what has its whole time on the clock, does not repeat and depends on nothing."""
    parents = {each.session.parent for each in occurrences}
    found: dict[Hashable, list[Occurrence]] = {}
    for each in occurrences:
        if _is_plain(each, parents):
            found.setdefault(_likeness(each, rules), []).append(each)
    return {likeness: sorted(each, key=order) for likeness, each in found.items() if len(each) >= FEWEST}


def _is_plain(occurrence: Occurrence, parents: Collection[str | None]) -> bool:
    session, when = occurrence.session, occurrence.when
    is_whole = isinstance(when, Timed) and when.end is not None and occurrence.original is None
    is_single = session.repeat is None and session.parent is None and session.id not in parents
    is_sure = occurrence.status is Status.CONFIRMED and not session.unsure
    return is_whole and is_single and is_sure and all(each.confirmed for each in session.participants)


def _likeness(occurrence: Occurrence, rules: Rules) -> Hashable:
    """All of a session that a conflict depends on: two that have it in common clash with the same others."""
    session, address = occurrence.session, occurrence.id
    sets = (rules.attending or (), rules.chosen, *(rules.between or ()))
    return (
        id(occurrence.programme),
        occurrence.when,
        session.kind,
        session.transparent,
        occurrence.rooms,
        occurrence.place,
        session.participants,
        session.categories,
        session.clocks,
        tuple(address in each for each in sets),
    )
