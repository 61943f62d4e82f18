"""Personal schedules: whose sessions a command keeps, and what `pick` and `drop` do."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import typer

from agendacli.cli.options.groups import Keeping, Loading, Showing
from agendacli.cli.query.loading import check_stdin, load_events
from agendacli.cli.query.schedule import sound
from agendacli.cli.query.typed_ids import ids_given
from agendacli.cli.query.whole_ids import whole_targets
from agendacli.cli.run.origins import schedule_file
from agendacli.cli.run.outcome import deliver, finish, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.reading import read_if_there
from agendacli.files.writing import make_folder, update
from agendacli.formats.schedule import Schedule, covered, is_within, with_ids, without_ids
from agendacli.load.own import load_schedule
from agendacli.words.guesses import hint


def pick_sessions(context: typer.Context, ids: Sequence[str], loading: Loading, keeping: Keeping) -> None:
    """Add what the ids mean to one's schedule, each once and written out; print what was added."""
    check_stdin(context, ids, loading)
    typed = ids_given(ids)
    surroundings, loaded = load_events(context, loading, Showing())
    if not typed:
        from agendacli.cli.query.choosing import chosen_ids

        typed = chosen_ids(loaded.programmes, surroundings)
    found = whole_targets(typed, loaded.programmes, surroundings)
    path = schedule_file(surroundings, keeping.schedule)
    if keeping.schedule is None:
        make_folder(path.parent)
    asked = tuple(dict.fromkeys(each.id for each in found))
    new = _added(path, asked, surroundings)
    deliver("".join(f"{each}\n" for each in new), None)
    if not keeping.quiet:
        again = f", {len(asked) - len(new)} had been picked before" if len(new) < len(asked) else ""
        tell(f"{_ids(len(new))} added to {path}{again}")


def _added(path: Path, asked: Sequence[str], surroundings: Surroundings) -> tuple[str, ...]:
    """Add ids to a schedule, however often somebody else changes it meanwhile; gives those that it did not have."""
    while True:
        before = read_if_there(path)
        schedule = _read(before, path, surroundings)
        new = tuple(each for each in asked if covered(schedule, each) is None)
        if not new or update(path, before, with_ids(schedule, new).text.encode()):
            return new


def drop_picks(context: typer.Context, ids: Sequence[str], loading: Loading, keeping: Keeping) -> None:
    """Take the ids and what lies in them out of one's schedule; print what went. Nothing goes if one is not in it."""
    check_stdin(context, ids, loading)
    surroundings: Surroundings = context.find_root().obj
    path = schedule_file(surroundings, keeping.schedule)
    there = _ids_in(_read(read_if_there(path), path, surroundings))
    typed = ids_given(ids)
    wanted = typed if all(_holds(there, each) for each in typed) else _written_out(context, typed, loading, there)
    gone = _dropped(path, wanted, surroundings)
    deliver("".join(f"{each}\n" for each in gone), None)
    if not keeping.quiet:
        tell(f"{_ids(len(gone))} taken out of {path}")


def _dropped(path: Path, wanted: Sequence[str], surroundings: Surroundings) -> tuple[str, ...]:
    """Take ids out of a schedule, however often somebody else changes it meanwhile; gives those that went."""
    while True:
        before = read_if_there(path)
        schedule = _read(before, path, surroundings)
        there = _ids_in(schedule)
        _end_if_missing([each for each in wanted if not _holds(there, each)], schedule, path)
        if update(path, before, without_ids(schedule, wanted).text.encode()):
            return tuple(each for each in there if is_within(each, wanted))


def _ids_in(schedule: Schedule) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.id for each in schedule.picked))


def _written_out(
    context: typer.Context, ids: Sequence[str], loading: Loading, there: Collection[str]
) -> tuple[str, ...]:
    """The ids as the events have them; one that means nothing, or only a part of an id, ends the run."""
    surroundings, loaded = load_events(context, loading, Showing())
    others = [each for each in ids if not _holds(there, each)]
    found = dict(zip(others, whole_targets(others, loaded.programmes, surroundings), strict=True))
    return tuple(found[each].id if each in found else each for each in ids)


def _end_if_missing(ids: Sequence[str], schedule: Schedule, path: Path) -> None:
    for each in ids:
        tell(_not_in(each, schedule, path))
    finish(found=bool(ids))


def _not_in(id_: str, schedule: Schedule, path: Path) -> str:
    above = covered(schedule, id_)
    if above:
        return f"`{id_}` is picked as a part of `{above}`; drop that, and pick what is to stay"
    return f"`{id_}` is not in {path}; {hint(id_, [each.id for each in schedule.picked])}"


def _holds(there: Iterable[str], id_: str) -> bool:
    return any(is_within(each, (id_,)) for each in there)


def _read(data: bytes | None, path: Path, surroundings: Surroundings) -> Schedule:
    return sound(load_schedule(data or b"", str(path)), surroundings)


def _ids(count: int) -> str:
    return "1 id" if count == 1 else f"{count or 'no'} ids"
