"""Loads the events of paths, and reports their diagnostics on standard error."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import typer

from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.query.clock import zone_given
from agendacli.cli.run.origins import event_options, event_paths, unsaid
from agendacli.cli.run.outcome import refuse, tell, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN, is_address
from agendacli.files.reading import read_bytes, standard_input
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Diagnostic, Severity
from agendacli.model.when import DAY, Timed, TimeWindow
from agendacli.model.zones import ZoneData, zone_data

_YEAR = timedelta(days=365)
_FROZEN = 1000
"""So many objects are frozen by a program that meant to; Python 3.12 begins with some hundreds."""

_OF_IDS, _OF_DOUBTS = "derived-id", "unsure"  # code names; importing the codes would cost every run


def check_stdin(
    context: typer.Context, ids: Sequence[str] | None, loading: Loading, schedules: Sequence[str] | None = None
) -> None:
    """Refuses standard input that would have to be two things."""
    given = {
        "the events": event_options(context.find_root().obj, loading.events),
        "the ids": ids,
        "a schedule": schedules,
    }
    taken = [what for what, names in given.items() if STDIN in (names or ())]
    if len(taken) > 1:
        refuse(f"`-` cannot be both {taken[0]} and {taken[1]}; give one of them a file")


def load_paths(surroundings: Surroundings, loading: Loading, *, quiet: bool = False) -> Loaded:
    """The events that `-e`, AGENDA_EVENTS, the config or the default name."""
    paths, _ = event_paths(surroundings, loading.events)
    return load_named(surroundings, loading, paths, quiet=quiet)


def load_named(
    surroundings: Surroundings,
    loading: Loading,
    paths: Sequence[str],
    *,
    stdin: bytes | None = None,
    quiet: bool = False,
) -> Loaded:
    """The events under these paths; `stdin` is what standard input held, where that was read before."""
    zone = zone_given(loading.zone, loading.floating)
    wanted = unsaid(surroundings, zone, _columns(loading), day_first=loading.day_first)
    stdin = standard_input() if STDIN in paths and stdin is None else stdin
    kept = None if loading.no_cache else surroundings.cache
    with surroundings.patience("reading events", quiet=quiet), _no_garbage():
        if not any(map(is_address, paths)):
            return load(paths, stdin, wanted, kept)
        from agendacli.cli.query.fetched import fetched

        copies, problems = fetched(surroundings, loading, paths)
        loaded = load([each for each in paths if each not in problems], stdin, wanted, kept, copies=copies)
    told = () if quiet else tuple(each.told for each in copies.values() if each.told)
    return replace(loaded, problems=(*problems.values(), *loaded.problems), notes=(*told, *loaded.notes))


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Makes everything that is read old at once, so that the garbage collector does not look through it.

    It would as soon as a reader has ended: a twelfth of the first `check` of 10,000 sessions (`python benchmarks --only
    definition`). A run reads once; a program that does again and again would keep its garbage.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        if gc.get_freeze_count() < _FROZEN:  # what another program has frozen would thaw
            gc.freeze()
            gc.unfreeze()
    finally:
        if enabled:
            gc.enable()


def load_kept(surroundings: Surroundings, loading: Loading, address: str) -> Loaded | None:
    """What is kept of an address, as it was before it is asked again; None where nothing is."""
    from agendacli.files.web.addresses import shown_address
    from agendacli.files.web.copies import WebCopy, kept_path

    path = kept_path(address, surroundings.web_folder)
    if path is None:
        return None
    zone = zone_given(loading.zone, loading.floating)
    wanted = unsaid(surroundings, zone, _columns(loading), day_first=loading.day_first)
    return load((address,), unsaid=wanted, copies={address: WebCopy(shown_address(address), None, read_bytes(path))})


def _columns(loading: Loading) -> tuple[tuple[str, str], ...]:
    if not loading.columns:
        return ()
    from agendacli.cli.query.sheet_columns import columns_given

    return columns_given(loading.columns)


def load_events(context: typer.Context, loading: Loading, showing: Showing) -> tuple[Surroundings, Loaded]:
    """The surroundings and the events; diagnostics go to standard error."""
    surroundings: Surroundings = context.find_root().obj
    loaded = load_paths(surroundings, loading, quiet=showing.quiet)
    tell_faults(loaded, showing, surroundings)
    return surroundings, loaded


def tell_faults(loaded: Loaded, showing: Showing, surroundings: Surroundings) -> None:
    """Reports what is wrong with what was loaded on standard error."""
    for problem in loaded.problems:
        tell(problem)
    colour = surroundings.colour(showing.color, on_terminal=surroundings.errors_on_terminal)
    for note in () if showing.quiet else (*loaded.notes, *old_zones(loaded, surroundings)):
        tell(note)
    if unsure := sum(each.code.name == _OF_DOUBTS for each in loaded.diagnostics) if not showing.quiet else 0:
        tell(f"{unsure} doubt{'' if unsure == 1 else 's'}; see `agenda check`")
    told = (each for each in loaded.diagnostics if each.severity is Severity.ERROR or _is_told(each, showing))
    tell_diagnostics(told, loaded.texts, surroundings, colour=colour)


def old_zones(loaded: Loaded, surroundings: Surroundings) -> Iterator[str]:
    """A note about zone data older than a year, if a session with a zone lies ahead."""
    data = zone_data()
    if data is None or not _is_old(data, surroundings) or not _is_ahead(loaded, surroundings.moment.onwards()):
        return
    what = f"the zone data {data.version} is older than a year"
    yield f"{what}; where clocks were changed since, times ahead are wrong: update the package `tzdata`"


def _is_old(data: ZoneData, surroundings: Surroundings) -> bool:
    from agendacli.model.asked import Clock

    return Clock(surroundings.moment).has_reached(datetime.combine(data.made_by, time(), UTC) + _YEAR + DAY)


def _is_ahead(loaded: Loaded, now: datetime) -> bool:
    from agendacli.analysis.occurrences import expand

    whens = (each.when for each in expand(loaded.programmes, now))
    return any(isinstance(each, Timed | TimeWindow) and each.zone != "UTC" for each in whens)


def _is_told(warning: Diagnostic, showing: Showing) -> bool:
    """Whether every command reports a warning: ids that may shift and doubts in comments are left to `check`."""
    return not showing.quiet and warning.code.name not in {_OF_IDS, _OF_DOUBTS}
