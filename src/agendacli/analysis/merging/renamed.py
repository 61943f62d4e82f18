"""Sessions of mine that their ids do not tell: changed by a person, or counted. What they cite says which they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from agendacli.analysis.changes.keys import lasting_keys
from agendacli.analysis.changes.pairing import Pairing, paired
from agendacli.model.programme import Programme, Session
from agendacli.words.folded import folded_words

_Place = tuple[str, int | None, int | None]
"""A line of a document of mine, and its page."""


def paired_with_mine(base: Programme, mine: Programme) -> Pairing:
    """The sessions of a base with those of mine, as in a comparison.

    One that has another id in mine, or an id that only counts, cites the same lines where it was read out of a
    document.
    """
    names = dict(_names_in(mine, base))
    known = {*(lasting_keys(base.sessions) if names else _ids(base))} & _ids(mine)
    names = names or {each.id: each.id for each in base.sources}
    before, now = (
        _by_lines([each for each in sessions if each.id not in known], cited)
        for sessions, cited in ((base.sessions, names), (mine.sessions, {name: name for name in names.values()}))
    )
    of_others = [*_of_others(base, mine, {*names.values()})]
    own = [each for each in mine.sessions if each not in of_others]
    found = paired(base.sessions, own, {before[each]: now[each] for each in before.keys() & now.keys()})
    return Pairing(found.pairs, found.removed, (*found.added, *of_others))


def _ids(programme: Programme) -> set[str]:
    return {each.id for each in programme.sessions}


def _names_in(mine: Programme, base: Programme) -> Iterator[tuple[str, str]]:
    """The sources of the base with their ids in mine, where a newer document may have the one that they had."""
    files = {PurePath(each.file).name: each.id for each in mine.sources if each.file}
    return ((each.id, files[name]) for each in base.sources if (name := PurePath(each.file or "").name) in files)


def _by_lines(sessions: Sequence[Session], names: Mapping[str, str]) -> dict[tuple[_Place, ...], str]:
    """The ids of sessions by the lines that they cite of documents with those names, where no other cites the same."""
    lines = {
        each.id: tuple((names[one.source], one.line, one.page) for one in each.citations if one.source in names)
        for each in sessions
    }
    counts = Counter(lines.values())
    return {said: name for name, said in lines.items() if said and counts[said] == 1}


def _of_others(base: Programme, mine: Programme, read: set[str]) -> Iterator[Session]:
    """What cites other documents alone, and has the title of several of the base: an older letter had one more."""
    titles = {_title(each) for each in base.sessions if each.numbered}
    for each in mine.sessions:
        if _title(each) in titles and each.citations and read.isdisjoint(one.source for one in each.citations):
            yield each


def _title(session: Session) -> tuple[str, ...]:
    return folded_words(session.title)
