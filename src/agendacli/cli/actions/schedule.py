"""Personal schedules: whose sessions a command keeps, and what `pick` and `drop` do."""

import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import typer

from agendacli.analysis.selection.addresses import Target, find_all
from agendacli.cli.options.groups import Keeping, Loading, Selecting, Showing
from agendacli.cli.query.reading import STDIN, check_stdin, ids_given, load_events
from agendacli.cli.run.outcome import FAILED, FOUND, deliver, refuse_all, tell, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files import home_path, make_folder, read_bytes, read_if_there, user_schedule_file, write_whole
from agendacli.formats.schedule import Schedule, covered, is_within, with_ids, without_ids
from agendacli.load.own import LoadedSchedule, load_schedule
from agendacli.load.programmes import Loaded
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import has_errors
from agendacli.words.guesses import hint

VARIABLE = "AGENDA_SCHEDULE"
ONESELF = "me"
_MOST_TOLD = 5


def schedule_file(surroundings: Surroundings, named: str | None = None) -> Path:
    """Where one's own schedule is: as `--schedule` says, else AGENDA_SCHEDULE, else in the user's own folder."""
    path = named or surroundings.environment.get(VARIABLE)
    return home_path(path) if path else user_schedule_file()


def attended(selecting: Selecting, surroundings: Surroundings, loaded: Loaded, *, quiet: bool) -> tuple[Target, ...]:
    """What the schedules of `--attend` and `--mine` mean among the events; with `--mine` also the whole event `me`.

    An id that means nothing (any more) is told, and is no error.
    """
    schedules = [_given(each, surroundings) for each in selecting.attend or ()]
    own = [each for each in loaded.programmes if each.id == ONESELF] if selecting.mine else []
    if selecting.mine:
        schedules.append(_own(surroundings, told=not own and not quiet))
    picked = [each for schedule in schedules for each in schedule.picked]
    found = find_all([each.id for each in picked], loaded.programmes)
    lost = {
        str(each): f"{line.span}: {each}" for line, each in zip(picked, found, strict=True) if isinstance(each, Refusal)
    }
    _tell_lost(() if quiet else tuple(lost.values()))
    return (*map(Target, own), *(each for each in found if isinstance(each, Target)))


def _tell_lost(lines: Sequence[str]) -> None:
    for line in lines[:_MOST_TOLD]:
        tell(line)
    if len(lines) > _MOST_TOLD:
        tell(f"{len(lines) - _MOST_TOLD} more ids of the schedule mean nothing here")


def _given(name: str, surroundings: Surroundings) -> Schedule:
    if name == STDIN:
        return _sound(load_schedule(sys.stdin.buffer.read(), "stdin"), surroundings)
    return _sound(load_schedule(read_bytes(home_path(name)), name), surroundings)


def _own(surroundings: Surroundings, *, told: bool) -> Schedule:
    """One's own schedule; that nothing is picked yet is told."""
    path = schedule_file(surroundings)
    data = read_if_there(path)
    if data is None and told:
        tell(f"nothing is picked yet: there is no {path}; begin with `agenda pick ID`")
    return _sound(load_schedule(data or b"", str(path)), surroundings)


def _sound(loaded: LoadedSchedule, surroundings: Surroundings) -> Schedule:
    """The schedule; one that is no text ends the run."""
    colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(loaded.diagnostics, loaded.texts, surroundings, colour=colour)
    if has_errors(loaded.diagnostics):
        raise typer.Exit(FAILED)
    return loaded.schedule


def pick(context: typer.Context, ids: Sequence[str], loading: Loading, keeping: Keeping) -> None:
    """Add what the ids mean to one's schedule, each once and written out; print what was added."""
    check_stdin(context, ids, loading)
    typed = ids_given(ids)
    surroundings, loaded = load_events(context, loading, Showing())
    found = find_all(typed, loaded.programmes)
    _refuse_all(found)
    path, schedule = _kept(surroundings, keeping)
    asked = tuple(dict.fromkeys(each.id for each in found if isinstance(each, Target)))
    new = tuple(each for each in asked if covered(schedule, each) is None)
    if new:
        _keep(with_ids(schedule, new), path, keeping)
    deliver("".join(f"{each}\n" for each in new), None)
    if not keeping.quiet:
        again = f", {len(asked) - len(new)} had been picked before" if len(new) < len(asked) else ""
        tell(f"{_ids(len(new))} added to {path}{again}")


def drop(context: typer.Context, ids: Sequence[str], loading: Loading, keeping: Keeping) -> None:
    """Take the ids and what lies in them out of one's schedule; print what went. Nothing goes if one is not in it."""
    check_stdin(context, ids, loading)
    path, schedule = _kept(context.find_root().obj, keeping)
    there = tuple(dict.fromkeys(each.id for each in schedule.picked))
    typed = ids_given(ids)
    wanted = typed if all(_holds(there, each) for each in typed) else _written_out(context, typed, loading, there)
    _end_if_missing([each for each in wanted if not _holds(there, each)], schedule, path)
    left = without_ids(schedule, wanted)
    write_whole(path, left.text.encode())
    gone = tuple(each for each in there if is_within(each, wanted))
    deliver("".join(f"{each}\n" for each in gone), None)
    if not keeping.quiet:
        tell(f"{_ids(len(gone))} taken out of {path}")


def _written_out(
    context: typer.Context, ids: Sequence[str], loading: Loading, there: Collection[str]
) -> tuple[str, ...]:
    """The ids as the events have them, where they are typed as a prefix; one that means nothing ends the run."""
    _, loaded = load_events(context, loading, Showing())
    found = {each: each if _holds(there, each) else find_all((each,), loaded.programmes)[0] for each in ids}
    _refuse_all(each for each in found.values() if isinstance(each, Refusal))
    return tuple(each.id if isinstance(each, Target) else str(each) for each in found.values())


def _end_if_missing(ids: Sequence[str], schedule: Schedule, path: Path) -> None:
    for each in ids:
        tell(_not_in(each, schedule, path))
    if ids:
        raise typer.Exit(FOUND)


def _not_in(id_: str, schedule: Schedule, path: Path) -> str:
    above = covered(schedule, id_)
    if above:
        return f"`{id_}` is picked as a part of `{above}`; drop that, and pick what is to stay"
    return f"`{id_}` is not in {path}; {hint(id_, [each.id for each in schedule.picked])}"


def _holds(there: Iterable[str], id_: str) -> bool:
    return any(is_within(each, (id_,)) for each in there)


def _refuse_all(found: Iterable[Target | Refusal]) -> None:
    refusals = [str(each) for each in found if isinstance(each, Refusal)]
    if refusals:
        refuse_all(refusals)


def _kept(surroundings: Surroundings, keeping: Keeping) -> tuple[Path, Schedule]:
    path = schedule_file(surroundings, keeping.schedule)
    return path, _sound(load_schedule(read_if_there(path) or b"", str(path)), surroundings)


def _keep(schedule: Schedule, path: Path, keeping: Keeping) -> None:
    if keeping.schedule is None:
        make_folder(path.parent)
    write_whole(path, schedule.text.encode())


def _ids(count: int) -> str:
    return "1 id" if count == 1 else f"{count or 'no'} ids"
