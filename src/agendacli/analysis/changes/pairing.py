"""Which session of an older version is which of a newer one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from types import MappingProxyType

from agendacli.analysis.changes.days import days_of
from agendacli.analysis.changes.instants import instants_of, starts_at
from agendacli.analysis.changes.keys import key_of, lasting_keys
from agendacli.analysis.changes.likeness import Likeness
from agendacli.analysis.changes.nearest import Point, nearest_pairs
from agendacli.analysis.changes.values import Match, Matched
from agendacli.model.frozen import frozen
from agendacli.model.programme import Session, Status
from agendacli.words.folded import folded_words


@frozen
class Pairing:
    """The sessions that both versions have, in the order of the newer one, and those that only one of them has."""

    pairs: tuple[Match, ...]
    removed: tuple[Session, ...]
    added: tuple[Session, ...]


def paired(
    old: Sequence[Session], new: Sequence[Session], renamed: Mapping[str, str] = MappingProxyType({})
) -> Pairing:
    """Each session with what it is in the other version, each at most once; `renamed` has new ids by old ones.

    First by id, but never by one that was numbered in the order of its file; then by title: of equal ones those with
    the same people at one time first, then those with the same people, at one time, in one room, and at last the
    nearest; the rest by how much they are alike. What is cancelled and what takes place on another day are two, unless
    an id or their people say otherwise. The other way round the same pairs come out.
    """
    search = _Search(tuple(old), tuple(new))
    search.by_key(renamed)
    search.by_title()
    search.by_likeness()
    return search.pairing()


class _Search:
    """What is still to be paired, by number, and the pairs that were found: old by new."""

    def __init__(self, old: tuple[Session, ...], new: tuple[Session, ...]) -> None:
        self._old, self._new = old, new
        self._open_old, self._open_new = dict.fromkeys(range(len(old))), dict.fromkeys(range(len(new)))
        self._found: dict[int, tuple[int, Matched | None]] = {}

    def by_key(self, renamed: Mapping[str, str]) -> None:
        """Pair what has one id in both, or another one that is known."""
        ids = {each.id: number for number, each in enumerate(self._new)}
        for number, each in enumerate(self._old):
            if (there := ids.get(renamed.get(each.id, ""))) is not None:
                self._pair(number, there, None)
        old, new = _numbers(lasting_keys(self._old)), _numbers(lasting_keys(self._new))
        for key in old.keys() & new.keys():
            self._pair_all([(old[key], new[key])], None)

    def by_title(self) -> None:
        """Pair what has one title: what is equal, then what has the same people, one time, one room, what is nearest.

        People go before times: of talks in a row of which one is left out, the others move up.
        """
        old, new = self._by_title(self._old, self._open_old), self._by_title(self._new, self._open_new)
        for title in old.keys() & new.keys():
            for like in (_whole, _placed_with_people, _timed_with_people):
                self._pair_equals(self._left(old[title], new[title]), like)
            self._pair_nearest(self._left(old[title], new[title]), _people)
            for time in (_placed, _timed):
                self._pair_equals(self._left(old[title], new[title]), time)
            is_off = any(_is_off(self._old[n]) for n in old[title]) or any(_is_off(self._new[n]) for n in new[title])
            for place in (_room, _any):
                for said in (_on_its_day(place), _as_it_is(place)) if is_off else (place,):
                    self._pair_nearest(self._left(old[title], new[title]), said)

    def by_likeness(self) -> None:
        """Pair what is left and looks like one session that was renamed, the likest first."""
        if not self._open_old or not self._open_new:
            return
        scores = Likeness(self._old, self._new).scores(self._open_old, self._open_new)
        found = ((one, other) for _, one, other in scores if not _is_apart(self._old[one], self._new[other]))
        self._pair_all(found, Matched.LIKENESS)

    def pairing(self) -> Pairing:
        """What was found."""
        pairs = (Match(self._old[one], self._new[n], how) for n, (one, how) in sorted(self._found.items()))
        removed = tuple(self._old[n] for n in self._open_old)
        return Pairing(tuple(pairs), removed, tuple(self._new[n] for n in self._open_new))

    def _by_title(self, sessions: Sequence[Session], numbers: Iterable[int]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            found[" ".join(folded_words(sessions[number].title))].append(number)
        return found

    def _left(self, old: Iterable[int], new: Iterable[int]) -> tuple[list[int], list[int]]:
        return [n for n in old if n in self._open_old], [n for n in new if n in self._open_new]

    def _pair_equals(self, numbers: tuple[list[int], list[int]], like: Callable[[Session], Hashable]) -> None:
        theirs: dict[Hashable, list[int]] = defaultdict(list)
        for number in _in_order(self._new, numbers[1]):
            theirs[like(self._new[number])].append(number)
        for number in _in_order(self._old, numbers[0]):
            if same := theirs.get(like(self._old[number])):
                self._pair(number, same.pop(0), Matched.TITLE)

    def _pair_nearest(self, numbers: tuple[list[int], list[int]], like: Callable[[Session], Hashable]) -> None:
        """Pair those that say the same, the nearest first; what says nothing there is like no other."""
        old, new = (_groups(*each, like) for each in zip((self._old, self._new), numbers, strict=True))
        for said in old.keys() & new.keys():
            points = (_points(self._old, old[said]), _points(self._new, new[said]))
            self._pair_all(nearest_pairs(*points), Matched.TITLE)

    def _pair_all(self, pairs: Iterable[tuple[int, int]], how: Matched | None) -> None:
        for one, other in pairs:
            if one in self._open_old and other in self._open_new:
                self._pair(one, other, how)

    def _pair(self, one: int, other: int, how: Matched | None) -> None:
        same_id = key_of(self._old[one]) == key_of(self._new[other])
        self._found[other] = one, None if how is Matched.TITLE and same_id else how
        del self._open_old[one], self._open_new[other]


def _numbers(keys: Iterable[str | None]) -> dict[str, int]:
    """The number of the first session that has each id."""
    found: dict[str, int] = {}
    for number, key in enumerate(keys):
        if key is not None:
            found.setdefault(key, number)
    return found


def _whole(session: Session) -> Hashable:
    seats = tuple((each.role, each.name, each.confirmed) for each in session.participants)
    return _placed(session), session.status, seats, session.description


def _placed(session: Session) -> Hashable:
    return instants_of(session.when), session.repeat, session.room


def _timed(session: Session) -> Hashable:
    return instants_of(session.when)


def _placed_with_people(session: Session) -> Hashable:
    return _placed(session), _people(session)


def _timed_with_people(session: Session) -> Hashable:
    return _timed(session), _people(session)


def _people(session: Session) -> Hashable:
    return tuple(sorted({each.name for each in session.participants}))


def _room(session: Session) -> Hashable:
    return session.room


def _any(_: Session) -> Hashable:
    return True


def _is_off(session: Session) -> bool:
    return session.status is Status.CANCELLED


def _on_its_day(place: Callable[[Session], Hashable]) -> Callable[[Session], Hashable]:
    """The place and the days, nothing where there is no place."""
    return lambda session: (said := place(session)) and (said, days_of(session.when))


def _as_it_is(place: Callable[[Session], Hashable]) -> Callable[[Session], Hashable]:
    """The place and whether it is cancelled, nothing where there is no place."""
    return lambda session: (said := place(session)) and (said, _is_off(session))


def _is_apart(old: Session, new: Session) -> bool:
    """Whether one of them is cancelled and the other takes place on another day."""
    return _is_off(old) is not _is_off(new) and days_of(old.when) != days_of(new.when)


def _groups(
    sessions: Sequence[Session], numbers: Iterable[int], like: Callable[[Session], Hashable]
) -> dict[Hashable, list[int]]:
    """The sessions of those numbers by what they say; without those that say nothing."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        if said := like(sessions[number]):
            found[said].append(number)
    return found


def _in_order(sessions: Sequence[Session], numbers: Iterable[int]) -> list[int]:
    return sorted(numbers, key=lambda n: (sessions[n].room or "", key_of(sessions[n])))


def _points(sessions: Sequence[Session], numbers: Iterable[int]) -> list[Point]:
    return [(starts_at(sessions[n]), f"{instants_of(sessions[n].when)} {key_of(sessions[n])}", n) for n in numbers]
