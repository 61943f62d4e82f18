"""Which changes the shared options select: those of which either side is selected."""

from collections.abc import Sequence
from dataclasses import replace

from agendacli.analysis.changes.values import Difference, Subject
from agendacli.analysis.occurrences import expand
from agendacli.analysis.selection.addresses import Target, addressed, find_all
from agendacli.analysis.selection.emptied import emptied_by
from agendacli.analysis.selection.select import select
from agendacli.cli.actions.comparison.compared import Compared
from agendacli.cli.options.groups import Selecting, Showing
from agendacli.cli.query.schedule import picked_for
from agendacli.cli.query.selecting import dates_asked, selection_asked
from agendacli.cli.run.outcome import tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.asked import ONESELF, Clock
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

Occurrences = Sequence[Occurrence]


def selected(
    compared: Compared, selecting: Selecting, showing: Showing, surroundings: Surroundings, clock: Clock
) -> tuple[tuple[Difference, ...], frozenset[str] | None]:
    """The differences of which either side is selected; and of a schedule the ids of what is in it on either side."""
    sides = (compared.olds, compared.news)
    selection = selection_asked(selecting, dates_asked(selecting, clock), (*sides[0], *sides[1]))
    expanded = [expand(each, moment=clock.now) for each in sides]
    attended = _attended(selecting, showing, surroundings=surroundings, sides=sides, expanded=expanded)
    selection = replace(selection, attended=attended)
    kept = [select(each, selection, clock) for each in expanded]
    if not any(kept) and not showing.quiet and (emptied := emptied_by(expanded[1] or expanded[0], selection, clock)):
        tell(f"nothing is left: {emptied}")
    old, new = ({key for each in found for key in _keys(each)} for found in kept)
    shown = (each for each in compared.differences if _key(each.old) in old or _key(each.new) in new)
    return tuple(shown), attended


def _attended(
    selecting: Selecting,
    showing: Showing,
    surroundings: Surroundings,
    sides: Sequence[Sequence[Programme]],
    expanded: Sequence[Occurrences],
) -> frozenset[str] | None:
    """The ids of the occurrences of either version that are in a schedule; None where none is asked for."""
    if not selecting.attend and not selecting.mine:
        return None
    picked = [each.id for each in picked_for(selecting, surroundings, told=not showing.quiet)]
    found: set[str] = set()
    for programmes, occurrences in zip(sides, expanded, strict=True):
        own = (Target(each) for each in programmes if selecting.mine and each.id == ONESELF)
        targets = (*own, *(each for each in find_all(picked, programmes) if isinstance(each, Target)))
        found |= {each.id for each in addressed(occurrences, targets)}
    return frozenset(found)


def _keys(occurrence: Occurrence) -> tuple[str, str, str]:
    """What a change of the occurrence is about: itself, its session, or its programme as a whole."""
    return occurrence.id, f"{occurrence.programme.id}/{occurrence.session.id}", occurrence.programme.id


def _key(subject: Subject | None) -> str:
    return subject.id if subject is not None else ""
