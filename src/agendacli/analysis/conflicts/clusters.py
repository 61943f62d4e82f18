"""What people look at instead of pairs: all sessions that clash with one another, once, the most telling first."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from agendacli.analysis.conflicts.crowds import NO_CROWDS, ONE_BY_ONE, Crowds
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Timed, TimeWindow, days_touched

# Nobody can be in two places, nor a room hold two sessions; an overlap may be a choice.
_TELLING = (
    Kind.PERSON,
    Kind.ROOM,
    Kind.ABSENCE,
    Kind.TRAVEL,
    Kind.REST,
    Kind.TURNOVER,
    Kind.OVERLAP,
    Kind.CATEGORY,
)
_RANKS = {kind: rank for rank, kind in enumerate(_TELLING)}


@frozen
class Cluster:
    """Sessions that hang together by conflicts of one kind and certainty, of one person, room or category.

    `first` is the conflict that comes first, `pairs` counts all. `minutes` is the longest time that is known exactly,
    `depends_on` what any of them depends on, `roles` those that the person has in each session, by id. `days` are those
    on which the same sessions clash alike, one day unless they repeat. `hub` is the one of several sessions with which
    all the others clash, and not with each other, as far as was asked.
    """

    first: Conflict
    sessions: tuple[Occurrence, ...]
    pairs: int
    minutes: int | None
    depends_on: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    days: tuple[date, ...]
    hub: Occurrence | None = None

    @property
    def kind(self) -> Kind:
        """What cannot be kept."""
        return self.first.kind

    @property
    def is_certain(self) -> bool:
        """Whether it is certain."""
        return self.first.certainty is Certainty.CERTAIN


@dataclass(slots=True)
class _Growing:
    """A cluster while its pairs are read."""

    first: Conflict
    sessions: dict[str, Occurrence] = field(default_factory=dict)
    pairs: int = 0
    minutes: int | None = None
    depends_on: dict[str, None] = field(default_factory=dict)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    pairs_of: Counter[str] = field(default_factory=Counter)

    def add(self, conflict: Conflict, ids: tuple[str, ...], crowds: Crowds) -> None:
        """Take a pair in, or as many as it stands for."""
        pairs, each_in = crowds.counted(ids)
        self.pairs += pairs
        self.pairs_of.update(dict(zip(ids, each_in, strict=True)))
        self.sessions.update(zip(ids, conflict.sessions, strict=True))
        if conflict.minutes is not None:
            self.minutes = max(conflict.minutes, self.minutes or 0)
        self.depends_on.update(dict.fromkeys(conflict.depends_on))
        for id_, seats in zip(ids, conflict.seats or (), strict=False):
            self.roles[id_] = tuple(dict.fromkeys(each.role for each in seats))

    def join(self, other: "_Growing") -> None:
        """Take all of another one in."""
        self.pairs += other.pairs
        self.pairs_of += other.pairs_of
        self.sessions |= other.sessions
        known = [each.minutes for each in (self, other) if each.minutes is not None]
        self.minutes = max(known, default=None)
        self.depends_on |= other.depends_on
        self.roles |= other.roles


def clusters_of(conflicts: Iterable[Conflict], crowds: Crowds = NO_CROWDS) -> tuple[Cluster, ...]:
    """The conflicts as clusters: certain before possible, a person or a room before an overlap, then by time.

    Pairs are read one by one and not kept, so that millions of them take the memory of their sessions. Sessions that
    clash at once on the clock hang together; of what is known by days, and of what follows each other, each pair is by
    itself. What repeats is there once. What stands in for others of a crowd is counted and shown as all of these.
    """
    reading = _Reading(crowds)
    for each in conflicts:
        reading.add(each)
    grown = (_grown(each, crowds) for each in reading.clusters())
    return tuple(sorted(_once(grown), key=_telling))


class _Reading:
    """The clusters of the pairs read so far."""

    def __init__(self, crowds: Crowds) -> None:
        self._crowds = crowds
        self.by_session: dict[tuple[Hashable, str], _Growing] = {}

    def add(self, conflict: Conflict) -> None:
        """Take a pair into the cluster of its sessions."""
        ids = tuple(each.id for each in conflict.sessions)
        kind = _key(conflict, ids)
        known = {id(found): found for id_ in ids if (found := self.by_session.get((kind, id_)))}
        cluster = self.joined(kind, tuple(known.values())) if known else _Growing(conflict)
        cluster.add(conflict, ids, self._crowds)
        for id_ in ids:
            self.by_session[kind, id_] = cluster

    def joined(self, kind: Hashable, known: tuple[_Growing, ...]) -> _Growing:
        """The clusters as one: the largest, which takes the other in."""
        *small, large = sorted(known, key=lambda each: len(each.sessions))
        for each in small:
            large.join(each)
            self.by_session |= {(kind, id_): large for id_ in each.sessions}
        return large

    def clusters(self) -> Iterable[_Growing]:
        """Each once."""
        return {id(each): each for each in self.by_session.values()}.values()


def _key(conflict: Conflict, ids: tuple[str, ...]) -> Hashable:
    """What two pairs have in common that may be of one cluster."""
    subject = conflict.person_id or conflict.subject
    on_clock = all(isinstance(each.when, Timed | TimeWindow) for each in conflict.sessions)
    pair = () if on_clock and conflict.kind not in ONE_BY_ONE else ids
    return conflict.kind, conflict.certainty, subject, pair


def _grown(found: _Growing, crowds: Crowds) -> Cluster:
    hub = next((found.sessions[id_] for id_, pairs in found.pairs_of.items() if pairs == found.pairs > 1), None)
    every = ((each, one) for one in found.sessions.values() for each in crowds.meant_by(one))
    roles = {each.id: found.roles[one.id] for each, one in every if one.id in found.roles}
    meant = (each for one in found.sessions.values() for each in crowds.meant_by(one))
    sessions = tuple(sorted(meant, key=lambda each: (each is not hub, each.bounds, each.id)))
    return Cluster(
        found.first,
        sessions=sessions,
        pairs=found.pairs,
        minutes=found.minutes,
        depends_on=tuple(found.depends_on),
        roles=roles,
        days=(days_touched(sessions[0].when)[0],),
        hub=hub,
    )


def _once(clusters: Iterable[Cluster]) -> Iterator[Cluster]:
    """The clusters, those of the same repeated sessions as one that has the days of all."""
    alike: dict[Hashable, list[Cluster]] = {}
    for each in clusters:
        sessions = tuple(sorted((one.programme.address, one.session.id) for one in each.sessions))
        what = each.kind, each.is_certain, each.first.person_id or each.first.subject, each.minutes, sessions
        alike.setdefault(what if any(one.original for one in each.sessions) else id(each), []).append(each)
    for found in alike.values():
        first, *others = sorted(found, key=_telling)
        yield _repeated(first, others) if others else first


def _repeated(first: Cluster, others: Iterable[Cluster]) -> Cluster:
    pairs = first.pairs + sum(each.pairs for each in others)
    return replace(first, pairs=pairs, days=(*first.days, *(day for each in others for day in each.days)))


def _telling(cluster: Cluster) -> tuple[object, ...]:
    start = cluster.sessions[0].bounds.start
    return (
        not cluster.is_certain,
        _RANKS.get(cluster.kind, len(_RANKS)),
        start,
        cluster.sessions[0].id,
        cluster.first.subject or "",
    )
