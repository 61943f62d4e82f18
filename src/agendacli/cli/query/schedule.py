"""The schedules of `--attend` and `--mine`, and the sessions that they mean."""

from collections.abc import Sequence

from agendacli.analysis.selection.addresses import Target, find_all
from agendacli.cli.options.groups import Selecting
from agendacli.cli.run.origins import schedule_file
from agendacli.cli.run.outcome import RefusalError, tell, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN, home_path
from agendacli.files.reading import read_bytes, read_if_there, standard_input
from agendacli.formats.schedule import Picked, Schedule
from agendacli.load.loaded import Loaded
from agendacli.load.own import LoadedSchedule, load_schedule
from agendacli.model.asked import ONESELF, Refusal
from agendacli.model.diagnostic import has_errors

_MOST_TOLD = 5


def attended(selecting: Selecting, surroundings: Surroundings, loaded: Loaded, *, quiet: bool) -> tuple[Target, ...]:
    """The targets of the schedules of `--attend` and `--mine`; with `--mine` also the whole event `me`.

    An id without a target (any more) is reported, and is not an error.
    """
    own = [each for each in loaded.programmes if each.id == ONESELF] if selecting.mine else []
    picked = picked_for(selecting, surroundings, told=not own and not quiet)
    found = find_all([each.id for each in picked], loaded.programmes)
    lost = {
        str(each): f"{line.span}: {each}" for line, each in zip(picked, found, strict=True) if isinstance(each, Refusal)
    }
    _tell_lost(() if quiet else tuple(lost.values()))
    return (*map(Target, own), *(each for each in found if isinstance(each, Target)))


def picked_for(selecting: Selecting, surroundings: Surroundings, *, told: bool) -> tuple[Picked, ...]:
    """The picks of the schedules of `--attend` and `--mine`; with `told`, reports that there is no own schedule yet."""
    schedules = [_given(each, surroundings) for each in selecting.attend or ()]
    if selecting.mine:
        schedules.append(_own(surroundings, told=told))
    return tuple(each for schedule in schedules for each in schedule.picked)


def _tell_lost(lines: Sequence[str]) -> None:
    for line in lines[:_MOST_TOLD]:
        tell(line)
    if len(lines) > _MOST_TOLD:
        tell(f"{len(lines) - _MOST_TOLD} more ids of the schedule mean nothing here")


def _given(name: str, surroundings: Surroundings) -> Schedule:
    if name == STDIN:
        return sound(load_schedule(standard_input(), "stdin"), surroundings)
    return sound(load_schedule(read_bytes(home_path(name)), name), surroundings)


def _own(surroundings: Surroundings, *, told: bool) -> Schedule:
    """The user's own schedule; reports if nothing is picked yet."""
    path = schedule_file(surroundings)
    data = read_if_there(path)
    if data is None and told:
        tell(f"nothing is picked yet: there is no {path}; begin with `agenda pick ID`")
    return sound(load_schedule(data or b"", str(path)), surroundings)


def sound(loaded: LoadedSchedule, surroundings: Surroundings) -> Schedule:
    """The schedule; one that is not text is refused."""
    colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(loaded.diagnostics, loaded.texts, surroundings, colour=colour)
    if has_errors(loaded.diagnostics):
        raise RefusalError
    return loaded.schedule
