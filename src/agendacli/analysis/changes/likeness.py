"""How much two sessions look like one that was renamed: rare words in common, people, room and time."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from agendacli.analysis.changes.instants import starts_at
from agendacli.analysis.changes.keys import key_of
from agendacli.model.programme import Session
from agendacli.words.folded import folded_words

_COMMON = 60
"""A word, person or start that more sessions share does not identify any of them."""

_LEAST, _ENOUGH, _SURE = 0.4, 2.0, 0.6

Score = tuple[float, int, int]
"""How much, and the numbers of the old and the new session."""


class Likeness:
    """Scores of old sessions against new ones; words weigh the more, the fewer sessions of both versions have them."""

    def __init__(self, old: Sequence[Session], new: Sequence[Session]) -> None:
        self._old, self._new = old, new
        self._words = {id(each): _title_words(each) for each in (*old, *new)}
        counts = (Counter(word for each in side for word in self._words[id(each)]) for side in (old, new))
        self._counts = Counter.__or__(*counts)  # the more frequent: what both have once is as rare as what one has
        self._total = max(len(old), len(new))

    def scores(self, old: Iterable[int], new: Iterable[int]) -> list[Score]:
        """The scores of those among the sessions that may be one, the highest first, equal ones in one order."""
        found = [
            (score, one, other)
            for one, others in self._candidates(old, new)
            for other in others
            if (score := self._score(self._old[one], self._new[other]))
        ]
        return sorted(found, key=self._order)

    def _order(self, score: Score) -> tuple[float, float, list[str]]:
        value, one, other = score
        old, new = self._old[one], self._new[other]
        return -value, abs(starts_at(old) - starts_at(new)), sorted((key_of(old), key_of(new)))

    def _candidates(self, old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
        by_mark: dict[object, list[int]] = defaultdict(list)
        for number in new:
            for mark in self._marks(self._new[number]):
                by_mark[mark].append(number)
        for number in old:
            lists = (by_mark.get(mark, ()) for mark in self._marks(self._old[number]))
            yield number, sorted({each for found in lists if len(found) <= _COMMON for each in found})

    def _marks(self, session: Session) -> Iterator[object]:
        yield from self._words[id(session)]
        yield from (("person", each) for each in _people(session))
        yield "start", starts_at(session)

    def _score(self, old: Session, new: Session) -> float:
        """How much they are alike; 0 where they are not enough, or where both name people and share none."""
        mine, theirs = _people(old), _people(new)
        if mine and theirs and mine.isdisjoint(theirs):
            return 0
        shared = len(mine & theirs) / max(len(mine), len(theirs)) if mine and theirs else 0
        of_words = self._of_words(old, new)
        of_title = max(of_words, _of_letters(old.title, new.title))
        score = 2 * max(0.9 * of_words, _of_letters(old.title, new.title)) + 2 * shared + _of_place(old, new)
        return score if of_title >= _LEAST and (score >= _ENOUGH or of_words >= _SURE) else 0

    def _of_words(self, old: Session, new: Session) -> float:
        """How much of the shorter title is in the other, by weight."""
        mine, theirs = self._words[id(old)], self._words[id(new)]
        least = min(self._weight(mine), self._weight(theirs))
        return self._weight(mine & theirs) / least if least else 0

    def _weight(self, found: Iterable[str]) -> float:
        return math.fsum(math.log(1 + self._total / self._counts[word]) for word in found)  # the same in any order


def _title_words(session: Session) -> frozenset[str]:
    return frozenset(folded_words(session.title))


def _people(session: Session) -> frozenset[str]:
    return frozenset(each.person.id for each in session.participants if each.person)


def _of_place(old: Session, new: Session) -> float:
    same_time, same_room = starts_at(old) == starts_at(new), bool(old.room) and old.room == new.room
    return 1 if same_time and same_room else 0.5 if same_time else 0.25 if same_room else 0


def _of_letters(old: str, new: str) -> float:
    """How many pairs of letters two titles share, out of all that they have."""
    mine, theirs = _letter_pairs(old), _letter_pairs(new)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0


def _letter_pairs(title: str) -> Counter[str]:
    text = " ".join(folded_words(title))
    return Counter(text[n : n + 2] for n in range(len(text) - 1))
