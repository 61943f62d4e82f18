"""What `change` does: sessions are changed in their own files, all of them or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from difflib import unified_diff

import typer

from agendacli.analysis.changes.compare import compare_edited
from agendacli.analysis.occurrences import expand
from agendacli.analysis.selection.addresses import Target, find_all, missing
from agendacli.cli.actions.consequences import Rewritten, tell_what_changes
from agendacli.cli.actions.followed_ids import follow_ids
from agendacli.cli.actions.item_edits import (
    SessionToChange,
    WantedOfSession,
    hours_swapped,
    place_of,
    rooms_swapped,
    with_changes,
)
from agendacli.cli.options.changing import Changing
from agendacli.cli.options.groups import Loading, Selecting
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.definitions import (
    Definition,
    check_origin,
    definition_in,
    refuse_undecodable,
    tell_found,
    told_anew,
)
from agendacli.cli.query.loading import load_paths
from agendacli.cli.run.origins import event_options
from agendacli.cli.run.outcome import deliver, refuse, refuse_all, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN
from agendacli.files.writing import update
from agendacli.formats.definition.edit.layout import BY_HAND
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import has_errors
from agendacli.model.fault import Fault
from agendacli.model.programme import Programme
from agendacli.model.zones import wall
from agendacli.words.ids import read_id
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.typed.keys import read_item_key

Edit = Callable[[bytes, Sequence[SessionToChange]], bytes | Refusal]


def change_sessions(context: typer.Context, ids: tuple[str, ...], loading: Loading, changing: Changing) -> None:
    """Changes the sessions that the ids mean, in their files; prints their ids and reports the consequences."""
    refuse_undecodable(*(each for each in changing if isinstance(each, str)), *(changing.person or ()))
    if changing.revision or changing.symbol or changing.issue:
        from agendacli.cli.actions.revise import begin_revision

        begin_revision(context, ids, loading, changing)
        return
    ids = _checked(ids, changing)
    surroundings: Surroundings = context.find_root().obj
    loaded = load_paths(surroundings, loading, quiet=changing.quiet)
    targets = _targets(ids, loaded, surroundings, has_stdin=STDIN in event_options(surroundings, loading.events))
    edit = _swapping if changing.swap else _changing(_wanted(changing, targets, surroundings))
    by_file: dict[str, list[Target]] = {}
    for target in targets:
        by_file.setdefault(target.programme.file, []).append(target)
    if changing.swap and len(by_file) > 1:
        refuse("--swap: the two sessions are in two files; change each of them")
    renamed = {each.session.id: changing.id for each in targets if each.session and changing.id}
    files = [
        _rewritten(file, found, edit=edit, renamed=renamed, surroundings=surroundings)
        for file, found in by_file.items()
    ]
    if changing.dry_run:
        deliver("".join(line for each in files for line in _as_diff(each)), None)
    else:
        _write(files)
        deliver("".join(f"{_now(each, files)}\n" for each in targets), None)
    if not changing.quiet:
        tell_what_changes(files, loaded)
        _tell_of_publishing(changing, targets)
    for each in () if changing.dry_run else files:
        follow_ids(each.ids, each.path.parent, surroundings, quiet=changing.quiet)


def _checked(ids: tuple[str, ...], changing: Changing) -> tuple[str, ...]:
    asked = changing._replace(dry_run=False, quiet=False, swap=None)
    if changing.swap:
        if ids or any(asked):
            refuse("--swap exchanges two sessions and nothing else; leave out the rest")
        return changing.swap
    if not ids:
        refuse("which session? write `agenda change EVENT/SESSION`")
    if not any(asked):
        refuse("what is to be different? write `--time`, `--on`, `--room`, `--title`, `--status` …, or `--remove`")
    if changing.remove and any(asked._replace(remove=False)):
        refuse("--remove takes it out; leave out the rest")
    if changing.room is not None and changing.no_room:
        refuse("--room and --no-room say two things; leave out one of them")
    if changing.id is not None and ids[1:]:
        refuse("--id is for one session; two cannot have one id")
    return ids


def _targets(ids: Sequence[str], loaded: Loaded, surroundings: Surroundings, *, has_stdin: bool) -> tuple[Target, ...]:
    found = find_all(ids, (*loaded.programmes, *loaded.revisions))
    refusals = [each for each in found if isinstance(each, Refusal)]
    if refusals:
        tell_found(loaded.diagnostics, loaded, surroundings)
        refuse_all(refusals)
    targets = tuple(dict.fromkeys(each for each in found if isinstance(each, Target)))
    for each in targets:
        check_origin(each, has_stdin=has_stdin)
        if each.session is None:
            refuse(f"`{each.id}` is an event; name one of its sessions, or `--revision` for a new version of it")
    for refusal in missing(expand([each.programme for each in targets if each.occurrence]), targets):
        refuse(str(refusal))
    return targets


def _wanted(changing: Changing, targets: Sequence[Target], surroundings: Surroundings) -> WantedOfSession:
    """What the options ask for; a text that cannot be taken ends the run."""
    time = parse_clock(changing.time) if changing.time is not None else None
    if isinstance(time, Fault):
        refuse(f"--time: {time.message}")
    programme = targets[0].programme
    if changing.id is not None and read_id(changing.id) is None:
        refuse(f"--id: `{changing.id}` is not an id; use small letters, digits and hyphens")
    if changing.id is not None and changing.id in {each.id for each in programme.sessions}:
        refuse(f"--id: `{changing.id}` is taken; choose another")
    return WantedOfSession.of(changing, _day_key(changing.on, programme, surroundings))


def _day_key(typed: str | None, programme: Programme, surroundings: Surroundings) -> str | None:
    if typed is None:
        return None
    clock = read_clock(Selecting(on=typed), surroundings)
    day = read_item_key(typed, clock.today(programme.zone), clock.week_start)
    return refuse(f"--on: {day}") if isinstance(day, Refusal) else day


def _changing(wanted: WantedOfSession) -> Edit:
    return lambda data, sessions: with_changes(data, [(each, wanted) for each in sessions])


def _swapping(data: bytes, sessions: Sequence[SessionToChange]) -> bytes | Refusal:
    """Two sessions with their rooms exchanged if they have the same hours, else with their hours."""
    if len(sessions) != len(("one", "other")):
        return Refusal("a session is not exchanged with itself")
    one, other = sessions
    swapped = rooms_swapped if one.session.when == other.session.when else hours_swapped
    return with_changes(data, [*zip(sessions, swapped(one, other), strict=True)])


def _rewritten(
    file: str, targets: Sequence[Target], *, edit: Edit, renamed: Mapping[str, str], surroundings: Surroundings
) -> Rewritten:
    """The file with its sessions changed; the run ends where that is not possible, or would bring an error."""
    definition = definition_in(file)
    programme = definition.programme
    if programme is None:
        refuse(f"{file} is no longer a definition; see `agenda check {file}`")
    made = edit(definition.data, [_session(each, definition) for each in targets])
    if isinstance(made, Refusal):
        refuse(f"nothing is written to {file}: {made}")
    if has_errors(told_anew(definition, made, surroundings)):
        refuse(f"nothing is written to {file}: the errors above would be in it")
    after = load_text(made, file)
    return Rewritten(
        file,
        path=definition.path,
        old=definition.data,
        new=made,
        comparison=compare_edited(programme, _only(after), renamed),
    )


def _only(loaded: Loaded) -> Programme:
    return next(each for each in (*loaded.programmes, *loaded.revisions))


def _session(target: Target, definition: Definition) -> SessionToChange:
    """The session of a target, and its item as the file has it at this moment."""
    programme = definition.programme or target.programme
    name = target.session.id if target.session else ""
    session = next((each for each in programme.sessions if each.id == name), None)
    place = place_of(definition.data, session.span.line) if session and session.span else None
    if session is None or place is None:
        refuse(f"nothing is written to {definition.file}: {BY_HAND}")
    return SessionToChange(target, session, place, _civil_day(target))


def _civil_day(target: Target) -> date | None:
    """The day on which the rule of a repeated session puts that time of it."""
    if target.occurrence is None or target.session is None:
        return None
    found = next(each for each in expand((target.programme,)) if each.id == target.id)
    original, zone = found.original, target.session.when.zone
    if isinstance(original, datetime):
        return wall(original, zone or "UTC").date()
    return original


def _tell_of_publishing(changing: Changing, targets: Iterable[Target]) -> None:
    if changing.remove and any(each.programme.revision for each in targets):
        tell(
            "those who have the calendar see it vanish without a word; "
            "`--status cancelled` says that it does not take place"
        )


def _as_diff(each: Rewritten) -> Iterable[str]:
    old, new = (data.decode().splitlines(keepends=True) for data in (each.old, each.new))
    return (line if line.endswith("\n") else f"{line}\n" for line in unified_diff(old, new, each.file, each.file))


def _write(files: Sequence[Rewritten]) -> None:
    """Write all of the files; where one was changed by somebody else meanwhile, those before it are put back."""
    written: list[Rewritten] = []
    try:
        for each in files:
            if not update(each.path, each.old, each.new):
                refuse(f"{each.file} was changed meanwhile; run the command again")
            written.append(each)
    finally:
        for each in written if len(written) < len(files) else ():
            update(each.path, each.new, each.old)


def _now(target: Target, files: Sequence[Rewritten]) -> str:
    """The address that a session has after the change."""
    ids = {old: new for each in files for old, new in each.ids.items()}
    return ids.get(target.id, target.id)
