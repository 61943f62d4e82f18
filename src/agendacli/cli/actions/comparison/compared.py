"""What `diff`, `--since` and `export` share: the programmes of two versions, compared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from agendacli.analysis.changes.compare import Comparison, compare, in_order_of_time, whole
from agendacli.analysis.changes.keys import key_of
from agendacli.analysis.changes.values import ChangeKind, Difference, Match, Matched
from agendacli.cli.query.operands import Version, Versions
from agendacli.cli.run.outcome import tell
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

_MOST_TOLD = 5
_ZONES = re.compile(r"^BEGIN:VTIMEZONE.*?^END:VTIMEZONE", re.MULTILINE | re.DOTALL)
_FLOATING = re.compile(r"^DTSTART:[0-9]{8}T[0-9]{6}\r?$", re.MULTILINE)


@frozen
class Compared:
    """The comparisons of the programmes that both versions have, and every difference."""

    versions: Versions
    comparisons: tuple[Comparison, ...]
    differences: tuple[Difference, ...]

    @property
    def olds(self) -> tuple[Programme, ...]:
        """The older programmes, as they were compared."""
        gone = (each.old for each in self.differences if isinstance(each.old, Programme) and each.new is None)
        return (*(each.old for each in self.comparisons), *gone)

    @property
    def news(self) -> tuple[Programme, ...]:
        """The newer programmes, as they were compared."""
        come = (each.new for each in self.differences if isinstance(each.new, Programme) and each.old is None)
        return (*(each.new for each in self.comparisons), *come)


def compared(versions: Versions, *, in_full: bool = False) -> Compared:
    """The two versions compared, each programme with its own; one that only one of them has is one difference."""
    both = [(old, new) for old, new in versions.pairs if old and new]
    comparisons = tuple(_compared(old, new, in_full=in_full) for old, new in both)
    alone = (whole(*each) for each in _alone(versions))
    found = chain(alone, *(each.changes for each in comparisons))
    return Compared(versions, comparisons, tuple(found) if len(comparisons) == 1 else in_order_of_events(found))


def in_order_of_events(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """The differences by event, of each in order of time."""
    by_event: dict[str, list[Difference]] = {}
    for each in differences:
        by_event.setdefault(each.programme.id, []).append(each)
    return tuple(chain.from_iterable(in_order_of_time(found) for _, found in sorted(by_event.items())))


def _alone(versions: Versions) -> Iterator[tuple[Programme, ChangeKind]]:
    for old, new in versions.pairs:
        if new is None and old is not None:
            yield old, ChangeKind.REMOVED
        elif old is None and new is not None:
            yield new, ChangeKind.ADDED


def _compared(old: Programme, new: Programme, *, in_full: bool) -> Comparison:
    names = old.format or new.format
    if names and old.format != new.format:
        return _compared_as(names, old, new, in_full=in_full)
    calendars = [_is_from_calendar(each) for each in (old, new)]
    if calendars[0] == calendars[1]:
        return compare(old, new, in_full=in_full)
    from agendacli.cli.actions.comparison.as_calendar import as_calendar

    old, new = (each if is_one else as_calendar(each) for each, is_one in zip((old, new), calendars, strict=True))
    return compare(old, new, in_full=in_full, loose_rooms=True)


def _compared_as(name: str, old: Programme, new: Programme, *, in_full: bool) -> Comparison:
    """The comparison of a file of that format with what is none, told as its own file of that format would say it."""
    from agendacli.cli.actions.comparison.as_exported import as_exported

    told = [
        (each, ()) if each.format == name else as_exported(each, name, like=other)
        for each, other in ((old, new), (new, old))
    ]
    found = compare(told[0][0], told[1][0], in_full=in_full, loose_rooms=True)
    return replace(found, remarks=(*found.remarks, *(line for _, lines in told for line in lines)))


def _is_from_calendar(programme: Programme) -> bool:
    return any(each.is_of_calendar for each in programme.sessions)


def tell_remarks(found: Compared) -> None:
    """What a reader has to know of the comparison: what could not be compared, and what was only guessed."""
    for each in found.comparisons:
        if each.old.id != each.new.id:
            tell(f"`{each.old.id}` and `{each.new.id}` are compared as one event")
        for remark in each.remarks:
            tell(remark)
        _tell_matches(each)
    _tell_floating(found.versions)


def _tell_floating(versions: Versions) -> None:
    """Where one side has times without a zone: on whose clocks they were read."""
    found = [[each for each in side.programmes if _floats(each, side)] for side in (versions.old, versions.new)]
    if bool(found[0]) != bool(found[1]):
        for each in chain(*found):
            zones = " and ".join(sorted({str(one.when.zone) for one in each.sessions if one.when.zone}))
            tell(f"{each.file}: times without a zone are read on the clocks of {zones}; `--zone` names others")


def _floats(programme: Programme, version: Version) -> bool:
    text = version.loaded.texts.get(programme.file, "") if _is_from_calendar(programme) else ""
    return bool(_FLOATING.search(_ZONES.sub("", text)))


def _tell_matches(comparison: Comparison) -> None:
    guessed = [each for each in comparison.pairs if each.matched and not _is_drafted_alike(each)]
    for each in guessed[:_MOST_TOLD]:
        old, new = (
            Occurrence(side, one, one.when).id for side, one in ((comparison.old, each.old), (comparison.new, each.new))
        )
        is_written = each.new.span and not each.new.uid
        advice = "" if not is_written else f"; write `id: {key_of(each.old)}` there to keep its entry in calendars"
        where = f"{each.new.span}: " if each.new.span else ""
        tell(f"{where}`{new}` is taken for `{old}` by its {each.matched}{advice}")
    if len(guessed) > _MOST_TOLD:
        tell(f"{len(guessed) - _MOST_TOLD} more sessions without a common id were paired")


def _is_drafted_alike(pair: Match) -> bool:
    """Whether it has one title in two drafts, whose ids only count what has that title."""
    is_draft = pair.new.span is None and pair.new.uid is None
    return is_draft and pair.matched is Matched.TITLE and (pair.old.numbered or pair.new.numbered)
