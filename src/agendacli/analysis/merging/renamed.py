"""Sessions whose id and title a person changed: what they cite says which they are."""

from collections import Counter
from collections.abc import Sequence

from agendacli.analysis.changes.pairing import Pairing, paired
from agendacli.model.programme import Session
from agendacli.model.source import Citation


def paired_with_mine(base: Sequence[Session], mine: Sequence[Session]) -> Pairing:
    """The sessions of a base with those of mine, as in a comparison.

    One that has another id in mine cites the same lines where it was read out of a document.
    """
    known = {each.id for each in base} & {each.id for each in mine}
    old, new = ([each for each in sessions if each.id not in known] for sessions in (base, mine))
    before, now = _alone(old), _alone(new)
    return paired(base, mine, {before[each]: now[each] for each in before.keys() & now.keys()})


def _alone(sessions: Sequence[Session]) -> dict[tuple[Citation, ...], str]:
    """The ids of sessions by what they cite, where no other one cites the same."""
    counts = Counter(each.citations for each in sessions)
    return {each.citations: each.id for each in sessions if each.citations and counts[each.citations] == 1}
