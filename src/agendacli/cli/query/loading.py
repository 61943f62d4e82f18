"""Loads the events of paths, and reports their diagnostics on standard error."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import typer

from agendacli.analysis.occurrences import expand
from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.query.clock import zone_given
from agendacli.cli.run.origins import event_paths, unsaid
from agendacli.cli.run.outcome import tell, tell_diagnostics
from agendacli.cli.run.progress import patience
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN
from agendacli.files.reading import standard_input
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Diagnostic, Severity
from agendacli.model.when import Timed, TimeWindow
from agendacli.model.zones import zone_data

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
    with patience("reading events", surroundings, quiet=quiet):
        return load(paths, stdin, wanted, None if loading.no_cache else surroundings.cache)


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
    whens = (each.when for each in expand(loaded.programmes, now))
    return any(isinstance(each, Timed | TimeWindow) and each.zone != "UTC" for each in whens)


def _is_told(warning: Diagnostic, showing: Showing) -> bool:
    """Whether every command reports a warning: ids that may shift and doubts in comments are left to `check`."""
    return not showing.quiet and warning.code.name not in {_OF_IDS, _OF_DOUBTS}
