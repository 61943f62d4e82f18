"""What `edit` does: the user's editor on a copy of a definition, which is written over it once it is sound."""

from enum import StrEnum
from itertools import count
from pathlib import Path

import typer

from agendacli.cli.options.groups import Loading
from agendacli.cli.query.definitions import Definition, definition_of, refuse_unsound, told_anew
from agendacli.cli.run.editors import editor_of, is_known, open_in
from agendacli.cli.run.outcome import refuse, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files import FileError
from agendacli.files.paths import is_there, named_path
from agendacli.files.reading import read_bytes
from agendacli.files.writing import forget_copy, temporary_copy, update, write_whole
from agendacli.load.programmes import load_text
from agendacli.model.diagnostic import Severity, has_errors


class _Choice(StrEnum):
    """What to do with an edited text that has errors."""

    EDIT = "e"
    KEEP = "k"
    DROP = "d"


_QUESTION = "(e)dit again, (k)eep it in a file of its own, or (d)rop it?"


def edit_definition(context: typer.Context, typed: str, loading: Loading) -> None:
    """Edit the definition that an id or a file name means; what was typed is written, put into a file, or dropped."""
    surroundings: Surroundings = context.find_root().obj
    definition = definition_of(context, typed, loading)
    editor = editor_of(surroundings.environment)
    if editor is None:
        refuse(f"no editor is set; set VISUAL or EDITOR, as in `EDITOR=nano agenda edit {typed}`")
    copy = temporary_copy(definition.path.name, definition.data)
    fault = _edited(copy, definition, editor, surroundings)
    # Not in a `finally`: where anything went wrong the copy has to stay.
    forget_copy(copy)
    if fault:
        refuse(fault)
    refuse_unsound(definition, load_text(read_bytes(definition.path), definition.file))


def _edited(copy: Path, definition: Definition, editor: str, surroundings: Surroundings) -> str | None:
    """Lets the user edit the copy until it can be written or is given up; returns why it was not written."""
    line = definition.line
    while True:
        fault = open_in(editor, copy, line)
        data = read_bytes(copy)
        if data == definition.data:
            return fault or _said_unchanged(definition, editor)
        if fault:
            return _put_aside(copy, definition, fault)
        new = told_anew(definition, data, surroundings)
        if not has_errors(new):
            return _written(copy, definition)
        choice = _choose(surroundings)
        if choice is _Choice.KEEP:
            return _put_aside(copy, definition, "it has errors")
        if choice is _Choice.DROP:
            tell(f"dropped; {definition.file} is as it was")
            return None
        line = next(each.span.line for each in new if each.severity is Severity.ERROR)


def _said_unchanged(definition: Definition, editor: str) -> str | None:
    doubt = "" if is_known(editor) else f"; if `{editor}` is still open, give it the option that makes it wait"
    tell(f"{definition.file} is as it was{doubt}")
    return None


def _choose(surroundings: Surroundings) -> _Choice:
    """What the user wants; where nobody can answer, to keep what was typed."""
    if not (surroundings.input_on_terminal and surroundings.on_terminal):
        return _Choice.KEEP
    try:
        answer = ""
        while answer[:1] not in set(_Choice):
            answer = typer.prompt(_QUESTION, default=_Choice.EDIT.value).strip().casefold()
        return _Choice(answer[:1])
    except typer.Abort:
        return _Choice.KEEP


def _written(copy: Path, definition: Definition) -> str | None:
    """Write the copy over the original, unless that was changed by somebody else meanwhile."""
    try:
        is_written = update(definition.path, definition.data, read_bytes(copy))
    except FileError as fault:
        return _put_aside(copy, definition, str(fault))
    if not is_written:
        return _put_aside(copy, definition, f"{definition.file} was changed meanwhile")
    tell(f"written to {definition.file}")
    return None


def _put_aside(copy: Path, definition: Definition, why: str) -> str:
    """Keep what was typed beside the original; where that cannot be, the copy stays where it is."""
    names = (f"{definition.file}.edited{f'-{n}' if n > 1 else ''}" for n in count(1))
    aside = next(name for name in names if not is_there(named_path(name)))
    kept = f"{why}; what you typed is kept in"
    try:
        write_whole(named_path(aside), read_bytes(copy))
    except FileError:
        refuse(f"{kept} {copy}")
    return f"{kept} {aside}"
