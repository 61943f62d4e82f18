"""What a merge changes, as `diff` draws it, or a line for each fact."""

import typer

from agendacli.analysis.changes.compare import compare_edited
from agendacli.cli.actions.comparison.answer import Answer
from agendacli.cli.actions.comparison.compared import Compared
from agendacli.cli.actions.consequences import Rewritten, tell_what_changes
from agendacli.cli.actions.diff import print_changes
from agendacli.cli.options.comparing import Comparing
from agendacli.cli.options.groups import Selecting, Showing
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.definitions import Definition
from agendacli.cli.query.operands import Version, Versions
from agendacli.cli.run.surroundings import Surroundings
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load_text
from agendacli.model.programme import Programme


def show_changes(context: typer.Context, mine: Definition, new: bytes, *, quiet: bool) -> None:
    """Print what would change, and how the text would."""
    surroundings: Surroundings = context.find_root().obj
    before, after = (load_text(data, mine.file) for data in (mine.data, new))
    sides = [Version(name, _all(each), each) for name, each in ((mine.file, before), ("merged", after))]
    versions = Versions(sides[0], sides[1], ((sides[0].programmes[0], sides[1].programmes[0]),))
    comparison = compare_edited(sides[0].programmes[0], sides[1].programmes[0])
    found = Compared(versions, (comparison,), comparison.changes)
    clock = read_clock(Selecting(), surroundings)
    answer = Answer(found, clock=clock, differences=found.differences, comparing=Comparing(), surroundings=surroundings)
    print_changes(answer, Showing(quiet=quiet))


def tell_changes(mine: Definition, new: bytes, after: Loaded) -> None:
    """Each fact that changes, the conflicts that are new, and the waivers that lapse."""
    before = load_text(mine.data, mine.file)
    comparison = compare_edited(_all(before)[0], _all(after)[0])
    rewritten = Rewritten(mine.file, path=mine.path, old=mine.data, new=new, comparison=comparison)
    tell_what_changes((rewritten,), before)


def _all(loaded: Loaded) -> tuple[Programme, ...]:
    return (*loaded.programmes, *loaded.revisions)
