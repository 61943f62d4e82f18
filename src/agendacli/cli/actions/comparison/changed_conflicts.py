"""The conflicts that a newer version brings, changes or ends."""

from collections.abc import Callable

from agendacli.analysis.conflicts import Certainty, Rules, find_conflicts
from agendacli.analysis.conflicts.changed import ConflictChange, conflict_changes
from agendacli.analysis.occurrences import expand
from agendacli.cli.actions.comparison.compared import Compared
from agendacli.cli.options.comparing import Comparing
from agendacli.cli.query.lengths import buffer_of
from agendacli.cli.run.origins import settings
from agendacli.cli.run.surroundings import Surroundings

_DAY = len("20260310")


def changed_conflicts(
    compared: Compared, comparing: Comparing, surroundings: Surroundings, attended: frozenset[str] | None
) -> tuple[ConflictChange, ...]:
    """What became of the conflicts of every kind among the programmes compared, overlaps within one of them too."""
    usual = settings(surroundings).buffer
    rules = Rules(buffer_of(comparing.buffer, usual), comparing.include_transparent, attending=attended)
    versions = compared.versions
    before = find_conflicts(expand(compared.olds), versions.old.loaded.gazetteer, rules)
    now = find_conflicts(expand(compared.news), versions.new.loaded.gazetteer, rules)
    found = conflict_changes(before, now, _newer(compared), _of_day)
    return tuple(each for each in found if not comparing.certain or _is_certain(each))


def _is_certain(change: ConflictChange) -> bool:
    conflicts = (change.conflict, change.before)
    return any(each and each.certainty is Certainty.CERTAIN for each in conflicts)


def _newer(compared: Compared) -> Callable[[str], str]:
    """The names of older sessions: their newer addresses."""
    names = {
        f"{each.old.id}/{match.old.id}": f"{each.new.id}/{match.new.id}"
        for each in compared.comparisons
        for match in each.pairs
    }

    def newer(address: str) -> str:
        event, session, *occurrence = address.split("/")
        return _of_day("/".join((names.get(f"{event}/{session}", f"{event}/{session}"), *occurrence)))

    return newer


def _of_day(address: str) -> str:
    """The address; that of an occurrence by its day alone, as its hour may have changed."""
    event, session, *occurrence = address.split("/")
    return "/".join((event, session, *(each[:_DAY] for each in occurrence)))
