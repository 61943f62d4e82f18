"""Sessions of mine that their ids do not tell: changed by a person, or counted. What they cite says which they are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePath

from agendacli.analysis.changes.keys import lasting_keys
from agendacli.analysis.changes.pairing import Pairing, paired
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Source
from agendacli.words.folded import folded_words

_Place = tuple[str, int | None, int | None]
"""A line of a document of mine, and its page."""


@frozen
class Cited:
    """How mine cites two letters: ids of its sources by those of the base, and ids of its sessions by those of theirs.

    Theirs is cited where it was merged before; then its lines tell what it is of mine, whatever was edited there.
    """

    names: Mapping[str, str]
    theirs: Mapping[str, str]


def cited_in_mine(base: Programme, mine: Programme, theirs: Programme) -> Cited:
    """What mine cites of the base and of theirs; where one source may be either, the one that it says more of."""
    names, new = dict(_names_in(mine, base)), dict(_names_in(mine, theirs)) if theirs.format is None else {}
    if names or theirs.format is not None:
        return Cited(names or _as_they_are(base), dict(_of_lines(theirs, mine, new)))
    names, new = _as_they_are(base), new or _as_they_are(theirs)
    if _likeness(theirs, mine, new) > _likeness(base, mine, names):
        return Cited({}, dict(_of_lines(theirs, mine, new)))
    return Cited(names, {})


def paired_with_mine(base: Programme, mine: Programme, there: Pairing, cited: Cited) -> Pairing:
    """The sessions of a base, which is paired with theirs, with those of mine, as in a comparison.

    One that has another id in mine, or an id that only counts, cites the same lines where it was read out of a
    document; those of theirs before those of the base.
    """
    known = {*(lasting_keys(base.sessions) if cited.names else _ids(base))} & _ids(mine)
    ours = {each.old.id: cited.theirs[each.new.id] for each in there.pairs if each.new.id in cited.theirs}
    taken = {*cited.theirs.values()}
    by_base = _of_lines(base, mine, cited.names, known)
    others = [each for each in _of_others(base, mine, {*cited.names.values()}) if each.id not in taken]
    left = [each for each in mine.sessions if each.id in taken and each.id not in ours.values()]
    own = [each for each in mine.sessions if each not in others and each not in left]
    found = paired(base.sessions, own, {**{one: other for one, other in by_base if other not in taken}, **ours})
    return Pairing(found.pairs, found.removed, (*found.added, *others, *left))


def _as_they_are(programme: Programme) -> dict[str, str]:
    return {each.id: each.id for each in programme.sources}


def _of_lines(
    sent: Programme, mine: Programme, names: Mapping[str, str], known: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """The ids of sessions that were sent with those of mine that cite the same lines, but for ids that are known."""
    there, here = (
        _by_lines([each for each in sessions if each.id not in known], cited)
        for sessions, cited in ((sent.sessions, names), (mine.sessions, {name: name for name in names.values()}))
    )
    return ((there[each], here[each]) for each in there.keys() & here.keys())


def _likeness(sent: Programme, mine: Programme, names: Mapping[str, str]) -> int:
    """How many sessions of mine say the title or the time that stands in the lines that they cite."""
    there, here = ({each.id: each for each in one.sessions} for one in (sent, mine))
    pairs = [(there[one], here[other]) for one, other in _of_lines(sent, mine, names)]
    return sum((_title(one) == _title(other)) + (one.when == other.when) for one, other in pairs)


def _ids(programme: Programme) -> set[str]:
    return {each.id for each in programme.sessions}


def _names_in(mine: Programme, sent: Programme) -> Iterator[tuple[str, str]]:
    """The sources of what was sent with their ids in mine, where a newer document may have the one that they had."""
    own = {_shown_as(each): each.id for each in mine.sources}
    return ((each.id, own[name]) for each in sent.sources if (name := _shown_as(each)) in own)


def _shown_as(source: Source) -> tuple[str, str]:
    """The name of its file; of what has none, such as standard input, its id."""
    return (PurePath(source.file).name, "") if source.file else ("", source.id)


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
