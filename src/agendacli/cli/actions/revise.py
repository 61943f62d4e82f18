"""What `change EVENT --revision` does: the file as it was is kept under its old day, and the new one is begun."""

from datetime import date
from pathlib import Path

import typer

from agendacli.cli.options.changing import Changing
from agendacli.cli.options.groups import Loading, Selecting
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.definitions import Definition, definition_of, told_anew
from agendacli.cli.run.outcome import deliver, refuse, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import is_there, remove
from agendacli.files.writing import update
from agendacli.formats.definition.edit.keys import KeyEdit, edit_head
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import has_errors
from agendacli.model.programme import Programme
from agendacli.words.times.typed.days import read_days

_ALONE = Changing()._replace(revision=None)


def begin_revision(context: typer.Context, ids: tuple[str, ...], loading: Loading, changing: Changing) -> None:
    """Keep the file of an event as `NAME@DATE.yaml`, DATE the revision that it had, and set the new one."""
    surroundings: Surroundings = context.find_root().obj
    _check(ids, changing)
    definition = definition_of(context, ids[0], loading)
    programme = definition.programme
    if programme is None or definition.session:
        refuse(f"`{ids[0]}` is not an event; a revision is one of a whole programme")
    if programme.older:
        refuse(f"{definition.file} is an older revision already; name the event as it stands")
    new = _new_revision(changing, programme, surroundings)
    keys = (("revision", str(new)), ("symbol", changing.symbol), ("issue", changing.issue))
    made = edit_head(definition.data, tuple(KeyEdit(key, text) for key, text in keys if text is not None))
    if isinstance(made, Refusal):
        refuse(f"nothing is written to {definition.file}: {made}")
    if has_errors(told_anew(definition, made, surroundings)):
        refuse(f"nothing is written to {definition.file}: the errors above would be in it")
    kept = _kept_as(definition, programme)
    if not changing.dry_run:
        _write(definition, kept, made)
        deliver(f"{programme.id}\n", None)
    if not changing.quiet:
        would = "would be" if changing.dry_run else "is"
        tell(f"{definition.file} {would} the revision of {new}" + (f"; kept as {kept}" if kept else ""))


def _check(ids: tuple[str, ...], changing: Changing) -> None:
    if len(ids) != 1:
        refuse("a revision is begun of one event; write `agenda change EVENT --revision DATE`")
    rest = changing._replace(revision=None, symbol=None, issue=None, dry_run=False, quiet=False)
    if rest != _ALONE:
        refuse("a revision is begun alone; change its sessions afterwards")
    if changing.revision is None:
        refuse("of which day is it? write `--revision DATE` as well")


def _new_revision(changing: Changing, programme: Programme, surroundings: Surroundings) -> date:
    """The day of the new revision; one that is not later than the last ends the run."""
    text = changing.revision or ""
    clock = read_clock(Selecting(on=text), surroundings)
    found = read_days(text, clock.today(programme.zone), clock.week_start)
    if isinstance(found, Refusal):
        refuse(f"--revision: {found}")
    if len(found.days) != 1:
        refuse(f"--revision: `{text}` is not a single day; write one like `2026-02-01`")
    if programme.revision and found.start <= programme.revision:
        refuse(f"--revision: {found.start} is not later than {programme.revision}, the revision that it has")
    return found.start


def _kept_as(definition: Definition, programme: Programme) -> Path | None:
    """The path for the file as it was; None if it states no revision."""
    if programme.revision is None:
        return None
    path = definition.path
    kept = path.with_name(f"{path.stem}@{programme.revision}{path.suffix}")
    if is_there(kept):
        refuse(f"{kept} is there already; the file has been kept under that day")
    return kept


def _write(definition: Definition, kept: Path | None, made: bytes) -> None:
    if kept and not update(kept, None, definition.data):
        refuse(f"{kept} is there already; the file has been kept under that day")
    is_written = False
    try:
        is_written = update(definition.path, definition.data, made)
    finally:
        if kept and not is_written:
            remove(kept)
    if not is_written:
        refuse(f"{definition.file} was changed meanwhile; run the command again")
