"""The consequences of a change to a file, reported before or after it is written: facts, conflicts, waivers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from agendacli.analysis.changes.compare import Comparison
from agendacli.analysis.changes.wording import clause
from agendacli.analysis.conflicts import Rules, find_conflicts
from agendacli.analysis.conflicts.changed import State, conflict_changes
from agendacli.analysis.conflicts.waivers import accepted
from agendacli.analysis.conflicts.wording import sentence
from agendacli.analysis.occurrences import expand
from agendacli.cli.run.outcome import tell
from agendacli.files.paths import is_there
from agendacli.load.loaded import Loaded
from agendacli.load.own import load_waivers
from agendacli.load.paths import WAIVERS
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme


@frozen
class Rewritten:
    """A definition to write: its file, with its old and new content as a comparison."""

    file: str
    path: Path
    old: bytes
    new: bytes
    comparison: Comparison

    @property
    def ids(self) -> dict[str, str]:
        """The addresses of its sessions that become others."""
        programme = self.comparison.new.id
        pairs = ((f"{programme}/{each.old.id}", f"{programme}/{each.new.id}") for each in self.comparison.pairs)
        return {old: new for old, new in pairs if old != new}


def tell_what_changes(files: Sequence[Rewritten], loaded: Loaded) -> None:
    """Each fact that changes, the conflicts that are new, and the waivers that lapse."""
    for each in files:
        for difference in each.comparison.changes:
            tell(f"{difference.subject.id}: {clause(difference)}")
        for old, new in each.ids.items():
            tell(f"`{old}` is `{new}` now")
        for line in _out_of_blocks(each.comparison):
            tell(line)
    for line in (*_new_conflicts(files, loaded), *(line for each in files for line in _lapsed(each))):
        tell(line)


def _out_of_blocks(found: Comparison) -> Iterator[str]:
    """Which items are no longer in their block, and so have no more its room and its status."""
    ids = {each.old.id: each.new.id for each in found.pairs}
    for each in found.pairs:
        block = each.old.parent
        if block and not each.new.parent:
            yield f"`{found.new.id}/{each.new.id}` is out of its block, `{found.new.id}/{ids.get(block, block)}`"


def _new_conflicts(files: Sequence[Rewritten], loaded: Loaded) -> Iterator[str]:
    """The conflicts that the changes make, among all events that were loaded."""
    changed = {each.comparison.new.id: each for each in files}
    before = [_in_place(each, changed, is_new=False) for each in loaded.programmes]
    now = [_in_place(each, changed, is_new=True) for each in loaded.programmes]
    ids = {old: new for each in files for old, new in each.ids.items()}
    rules = Rules(offers=True)
    was, is_ = (find_conflicts(expand(each), loaded.gazetteer, rules) for each in (before, now))
    for each in conflict_changes(was, is_, lambda address: ids.get(address, address)):
        if each.state is not State.GONE:
            yield f"{each.state} conflict, {each.conflict.certainty}: {sentence(each.conflict)}"


def _in_place(programme: Programme, changed: dict[str, Rewritten], *, is_new: bool) -> Programme:
    found = changed.get(programme.id)
    if found is None or found.file != programme.file:
        return programme
    return found.comparison.new if is_new else found.comparison.old


def _lapsed(rewritten: Rewritten) -> Iterator[str]:
    """The waivers beside the file that hold before the change and not after it."""
    path = rewritten.path.parent / WAIVERS
    if not is_there(path):
        return
    waivers = load_waivers(str(path)).waivers
    sides = (rewritten.comparison.old, rewritten.comparison.new)
    before, now = (accepted(waivers, expand((replace(each, older=False),))).lapsed for each in sides)
    known = {each.waiver for each in before}
    for each in now:
        if each.waiver not in known:
            names = " and ".join(name for name, *_ in each.changes)
            yield f"{each.waiver.span or path}: this waiver lapses, as {names} changes"
