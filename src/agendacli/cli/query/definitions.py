"""What `new`, `add` and `edit` share: finding the file of an id, and checking new content before it is written."""

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

import typer

from agendacli.analysis.selection.addresses import Target, find
from agendacli.cli.options.groups import Loading
from agendacli.cli.query.loading import load_paths
from agendacli.cli.run.origins import event_options
from agendacli.cli.run.outcome import refuse, tell, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN, bundled_folder, is_there, named_path, real_path
from agendacli.files.reading import read_bytes
from agendacli.formats import DEFINITION_ENDINGS
from agendacli.load.loaded import Loaded
from agendacli.load.paths import BESIDE
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import Diagnostic, has_errors
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme, Session


@frozen
class Definition:
    """A definition file that may be changed: its name as the user gave it, its bytes and their content.

    `programme` is None if it has none. `session` is that of the id; `line` is where session or programme begins.
    """

    file: str
    data: bytes
    programme: Programme | None
    session: Session | None = None
    line: int = 1

    @property
    def path(self) -> Path:
        """Where the file is."""
        return named_path(self.file)


def definition_of(context: typer.Context, typed: str, loading: Loading) -> Definition:
    """The definition of an id or file name; one that the user may not change is refused."""
    surroundings: Surroundings = context.find_root().obj
    if typed.endswith(DEFINITION_ENDINGS) and is_there(named_path(typed)):
        return definition_in(typed)
    loaded = load_paths(surroundings, loading)
    found = find(typed, (*loaded.programmes, *loaded.revisions))
    if isinstance(found, Refusal):
        for problem in loaded.problems:
            tell(problem)
        tell_found(loaded.diagnostics, loaded, surroundings)
        refuse(str(found))
    check_origin(found, has_stdin=STDIN in event_options(surroundings, loading.events))
    data = read_bytes(named_path(found.programme.file))
    span = found.session.span if found.session else None
    return Definition(
        found.programme.file, data=data, programme=found.programme, session=found.session, line=span.line if span else 1
    )


def definition_in(file: str) -> Definition:
    """The definition currently in a file; one that the user may not change is refused."""
    if Path(file).name in BESIDE:
        refuse(f"{file} is not a definition of an event; change it in an editor, and `agenda check` it")
    _check_bundled(file)
    data = read_bytes(named_path(file))
    loaded = load_text(data, file)
    faults = (each.span.line for each in loaded.diagnostics if each.span.file == file)
    programme = next(iter((*loaded.programmes, *loaded.revisions)), None)
    return Definition(file, data, programme, line=next(faults, 1))


def check_origin(target: Target, *, has_stdin: bool) -> None:
    """Refuses a target that is not the user's to change, and says what to do instead."""
    programme = target.programme
    if has_stdin and programme.file == "stdin":
        refuse(f"`{programme.id}` comes from standard input; save it as a file first, and name that with `-e`")
    if programme.file.casefold().endswith(".ics"):
        refuse(f"`{programme.id}` is an iCalendar file, {programme.file}; only definitions in YAML are changed")
    _check_bundled(programme.file)


def _check_bundled(file: str) -> None:
    path = real_path(named_path(file))
    if path.parent == real_path(bundled_folder()):
        advice = f"copy {path} into a folder of your own, and name that with `-e`"
        refuse(f"`{path.stem}` comes with the tool and is not changed: {advice}")


def told_anew(
    definition: Definition, data: bytes, surroundings: Surroundings, *, but: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """The diagnostics that these bytes would add to the file, `but` those of some codes; they are reported as well."""
    after, before = load_text(data, definition.file), load_text(definition.data, definition.file)
    new = tuple(each for each in new_among(_faults(after), _faults(before)) if each.code.name not in but)
    tell_found(new, after, surroundings)
    return new


def _faults(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """The faults and the doubts."""
    from agendacli.load.doubts import doubts_told

    return (*loaded.diagnostics, *doubts_told(loaded, None))


def new_among(after: Iterable[Diagnostic], before: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics that are new, on whatever line."""
    known = Counter((each.code, each.message) for each in before)
    new = []
    for each in after:
        known.subtract([(each.code, each.message)])
        new += [each] if known[each.code, each.message] < 0 else []
    return tuple(new)


def refuse_unsound(definition: Definition, loaded: Loaded) -> None:
    """Refuses a definition in which errors remain that were there before."""
    if has_errors(loaded.diagnostics):
        refuse(f"{definition.file} has other errors; see `agenda check {definition.file}`")


def tell_found(diagnostics: Iterable[Diagnostic], loaded: Loaded, surroundings: Surroundings) -> None:
    """Diagnostics to standard error, with their lines as they were loaded."""
    colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(diagnostics, loaded.texts, surroundings, colour=colour)


def refuse_undecodable(*texts: str | None) -> None:
    """Refuses typed text that is not UTF-8: it could not be written."""
    for text in texts:
        if text and any("\ud800" <= each <= "\udfff" for each in text):
            refuse(f"`{text}` is not UTF-8; type it in a terminal that is")
