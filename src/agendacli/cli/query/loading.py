"""Loads the events of paths, and reports their diagnostics on standard error."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import typer

from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.query.clock import zone_given
from agendacli.cli.run.origins import event_paths, unsaid
from agendacli.cli.run.outcome import tell, tell_diagnostics
from agendacli.cli.run.progress import patience
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.faults import FileError
from agendacli.files.paths import STDIN, is_address
from agendacli.files.reading import read_bytes, standard_input
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Diagnostic, Severity
from agendacli.model.when import Timed, TimeWindow
from agendacli.model.zones import zone_data

if TYPE_CHECKING:
    from agendacli.files.web.copies import WebCopy

_YEAR = timedelta(days=365)
_OF_IDS, _OF_DOUBTS = "derived-id", "unsure"  # code names; importing the codes would cost every run


def load_paths(surroundings: Surroundings, loading: Loading, *, quiet: bool = False) -> Loaded:
    """The events that `-e`, AGENDA_EVENTS, the config or the default name."""
    paths, _ = event_paths(surroundings, loading.events)
    return load_named(surroundings, loading, paths, quiet=quiet)


def load_named(surroundings: Surroundings, loading: Loading, paths: Sequence[str], *, quiet: bool = False) -> Loaded:
    """The events under these paths."""
    zone = zone_given(loading.zone, loading.floating)
    wanted = unsaid(surroundings, zone, _columns(loading), day_first=loading.day_first)
    stdin = standard_input() if STDIN in paths else None
    kept = None if loading.no_cache else surroundings.cache
    with patience("reading events", surroundings, quiet=quiet):
        if not any(map(is_address, paths)):
            return load(paths, stdin, wanted, kept)
        copies, problems = fetched(surroundings, loading, paths)
        loaded = load([each for each in paths if each not in problems], stdin, wanted, kept, copies=copies)
    told = () if quiet else tuple(each.told for each in copies.values() if each.told)
    return replace(loaded, problems=(*problems.values(), *loaded.problems), notes=(*told, *loaded.notes))


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


def fetched(
    surroundings: Surroundings, loading: Loading, paths: Sequence[str]
) -> "tuple[dict[str, WebCopy], dict[str, str]]":
    """What lies at the addresses among the paths, and why some of them could not be had."""
    from agendacli.files.web.copies import WebWishes, web_copy

    copies: dict[str, WebCopy] = {}
    problems: dict[str, str] = {}
    wishes = WebWishes(offline=loading.offline, anew=loading.no_cache)
    for each in filter(is_address, paths):
        try:
            copies[each] = web_copy(each, surroundings.web_folder, surroundings.now, wishes)
        except FileError as problem:
            problems[each] = str(problem)
    return copies, problems


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
    if data is None or surroundings.now.date() - data.made_by <= _YEAR or not _is_ahead(loaded, surroundings.now):
        return
    what = f"the zone data {data.version} is older than a year"
    yield f"{what}; where clocks were changed since, times ahead are wrong: update the package `tzdata`"


def _is_ahead(loaded: Loaded, now: datetime) -> bool:
    from agendacli.analysis.occurrences import expand

    whens = (each.when for each in expand(loaded.programmes, now))
    return any(isinstance(each, Timed | TimeWindow) and each.zone != "UTC" for each in whens)


def _is_told(warning: Diagnostic, showing: Showing) -> bool:
    """Whether every command reports a warning: ids that may shift and doubts in comments are left to `check`."""
    return not showing.quiet and warning.code.name not in {_OF_IDS, _OF_DOUBTS}
