"""Sessions whose id and title a person changed: what they cite says which they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from agendacli.analysis.changes.pairing import Pairing, paired
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Citation


def paired_with_mine(base: Programme, mine: Programme) -> Pairing:
    """The sessions of a base with those of mine, as in a comparison.

    One that has another id in mine cites the same lines where it was read out of a document.
    """
    known = {each.id for each in base.sessions} & {each.id for each in mine.sessions}
    old, new = ([each for each in one.sessions if each.id not in known] for one in (base, mine))
    names = dict(_names_in(mine, base))
    before, now = _alone([_cited(each, names) for each in old]), _alone(new)
    return paired(base.sessions, mine.sessions, {before[each]: now[each] for each in before.keys() & now.keys()})


def _names_in(mine: Programme, base: Programme) -> Iterator[tuple[str, str]]:
    """The sources of the base with their ids in mine, where a newer document may have the one that they had."""
    files = {PurePath(each.file).name: each.id for each in mine.sources if each.file}
    return ((each.id, files[name]) for each in base.sources if (name := PurePath(each.file or "").name) in files)


def _cited(session: Session, names: Mapping[str, str]) -> Session:
    cited = (replace(each, source=names.get(each.source, each.source)) for each in session.citations)
    return replace(session, citations=tuple(cited))


def _alone(sessions: Sequence[Session]) -> dict[tuple[Citation, ...], str]:
    """The ids of sessions by what they cite, where no other one cites the same."""
    counts = Counter(each.citations for each in sessions)
    return {each.citations: each.id for each in sessions if each.citations and counts[each.citations] == 1}
