"""Personal schedules: whose sessions a command keeps, and what `pick` and `drop` do."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import typer

from agendacli.analysis.selection.addresses import Target, find_all
from agendacli.cli.options.groups import Keeping, Loading, Showing
from agendacli.cli.query.reading import check_stdin, ids_given, load_events
from agendacli.cli.query.schedule import sound
from agendacli.cli.run.origins import schedule_file
from agendacli.cli.run.outcome import FOUND, deliver, refuse_all, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files import make_folder, read_if_there, write_whole
from agendacli.formats.schedule import Schedule, covered, is_within, with_ids, without_ids
from agendacli.load.own import load_schedule
from agendacli.model.asked import Refusal
from agendacli.words.guesses import hint


def pick_sessions(context: typer.Context, ids: Sequence[str], loading: Loading, keeping: Keeping) -> None:
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


def drop_picks(context: typer.Context, ids: Sequence[str], loading: Loading, keeping: Keeping) -> None:
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
    return path, sound(load_schedule(read_if_there(path) or b"", str(path)), surroundings)


def _keep(schedule: Schedule, path: Path, keeping: Keeping) -> None:
    if keeping.schedule is None:
        make_folder(path.parent)
    write_whole(path, schedule.text.encode())


def _ids(count: int) -> str:
    return "1 id" if count == 1 else f"{count or 'no'} ids"
