"""Sessions whose id and title a person changed: what they cite, or their time, says which they are."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from agendacli.analysis.changes.instants import instants_of
from agendacli.analysis.changes.pairing import Pairing, paired
from agendacli.model.programme import Session


def paired_with_mine(base: Sequence[Session], mine: Sequence[Session]) -> Pairing:
    """The sessions of a base with those of mine: as in a comparison, and what is left by its time.

    Those of which mine has no id cite the same lines where they were read out of a document.
    """
    known = {each.id for each in base} & {each.id for each in mine}
    old, new = ([each for each in sessions if each.id not in known] for sessions in (base, mine))
    renamed = _alike(old, new, lambda it: it.citations or None)
    found = paired(base, mine, renamed)
    by_time = _alike(found.removed, found.added, lambda it: instants_of(it.when))
    return paired(base, mine, {**renamed, **by_time}) if by_time else found


def _alike(
    old: Iterable[Session], new: Iterable[Session], key: Callable[[Session], Hashable | None]
) -> Mapping[str, str]:
    """The ids of sessions by those of others that have the same key, where no third one has it."""
    before, now = (_alone(sessions, key) for sessions in (old, new))
    return {before[each]: now[each] for each in before.keys() & now.keys()}


def _alone(sessions: Iterable[Session], key: Callable[[Session], Hashable | None]) -> dict[Hashable, str]:
    found = [(value, each.id) for each in sessions if (value := key(each)) is not None]
    counts = Counter(value for value, _ in found)
    return {value: name for value, name in found if counts[value] == 1}
