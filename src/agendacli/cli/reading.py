"""What every reading command does first: load events, find what the ids mean, keep what the options select."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import typer

from agendacli.analysis.addresses import Target, addressed, find_all, missing
from agendacli.analysis.hull import event_dates
from agendacli.analysis.occurrences import expand
from agendacli.analysis.people import find_persons, persons_in
from agendacli.analysis.select import Selection, emptied_by, select
from agendacli.cli.options import Loading, Selecting, Showing
from agendacli.cli.outcome import FAILED, refuse, tell, tell_diagnostics
from agendacli.cli.surroundings import Surroundings
from agendacli.load import BUNDLED, Loaded, load
from agendacli.model.asked import Clock, Moment, Refusal
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import bounds
from agendacli.model.zones import is_zone
from agendacli.source.clock_words import read_moment
from agendacli.source.date_words import read_dates
from agendacli.source.near import suggestion

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was loaded and what of it was asked for.

    `occurrences` are those that the ids and options leave, `programmes` those addressed. `zone` is the zone in which
    times are shown, None for each event's own.
    """

    surroundings: Surroundings
    loaded: Loaded
    clock: Clock
    targets: tuple[Target, ...]
    programmes: tuple[Programme, ...]
    occurrences: tuple[Occurrence, ...]
    is_selective: bool = False

    @property
    def events(self) -> tuple[Programme, ...]:
        """The programmes addressed, in order of time; where options select, those that have a session left."""
        left = {each.programme.id for each in self.occurrences}
        found = (each for each in self.programmes if each.id in left or not self.is_selective)
        return tuple(sorted(found, key=_beginning))

    @property
    def events_named(self) -> tuple[Programme, ...]:
        """The programmes that an id names as a whole."""
        return tuple(dict.fromkeys(each.programme for each in self.targets if not each.session))

    @property
    def sessions_named(self) -> tuple[Occurrence, ...]:
        """The occurrences of the sessions that an id names."""
        return addressed(self.occurrences, [each for each in self.targets if each.session])

    @property
    def zone(self) -> str | None:
        """The zone of `--tz`."""
        return self.clock.zone

    def finish(self, *, found: bool = False) -> None:
        """End the command: 2 if the input had errors, 1 if the answer is "found" (or "none"), else 0."""
        if not self.loaded.is_sound:
            raise typer.Exit(FAILED)
        if found:
            raise typer.Exit(1)


def _beginning(programme: Programme) -> tuple[bool, datetime, str]:
    """A sort key: the beginning of the event, then its id; what has no time comes last."""
    when = event_dates(programme)
    return when is None, bounds(when).start if when else datetime.max.replace(tzinfo=UTC), programme.id


def load_paths(surroundings: Surroundings, loading: Loading) -> Loaded:
    """The events that `-e`, AGENDA_EVENTS or the default name."""
    paths = _paths(surroundings, loading)
    return load(paths, sys.stdin.buffer.read() if _STDIN in paths else None)


def load_events(context: typer.Context, loading: Loading, showing: Showing) -> tuple[Surroundings, Loaded]:
    """The surroundings and the events; what is wrong with them goes to standard error."""
    surroundings: Surroundings = context.find_root().obj
    loaded = load_paths(surroundings, loading)
    for problem in loaded.problems:
        tell(problem)
    colour = surroundings.colour(showing.color, on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics(loaded.diagnostics, loaded.texts, surroundings, colour=colour)
    return surroundings, loaded


def read(
    context: typer.Context,
    ids: Sequence[str] | None,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
) -> Reading:
    """Load, address and select. Wrong usage ends the run with exit code 2 and says what to type instead."""
    if _STDIN in (ids or ()) and _STDIN in (loading.events or ()):
        refuse("`-` cannot be both the events and the ids; give one of them a file")
    surroundings, loaded = load_events(context, loading, showing)
    clock = read_clock(selecting, surroundings)
    targets = _targets(ids, loaded)
    programmes = tuple(dict.fromkeys(each.programme for each in targets)) if targets else loaded.programmes
    occurrences = expand(programmes)
    for refusal in missing(occurrences, targets):
        refuse(str(refusal))
    wanted = addressed(occurrences, targets) if targets else occurrences
    selection = _selection(selecting, clock, expand((*loaded.programmes, *programmes)))
    kept = select(wanted, selection, clock)
    if not kept and not showing.quiet and (emptied := emptied_by(wanted, selection, clock)):
        tell(f"nothing is left: {emptied}")
    return Reading(surroundings, loaded, clock, targets, programmes, kept, selection != Selection())


def read_clock(selecting: Selecting, surroundings: Surroundings) -> Clock:
    """The moment of `--at`, else now, and the zone of `--tz` in which options are read."""
    zone = _zone(selecting.tz, surroundings)
    # Only words such as `today` ask which day it is for what belongs to no zone; finding that out costs start-up time.
    asks = selecting.first or selecting.last or selecting.on or selecting.at
    clock = Clock(Moment(surroundings.now), zone, surroundings.home_zone if asks else "UTC")
    if selecting.at is None:
        return clock
    moment = read_moment(selecting.at, clock)
    if isinstance(moment, Refusal):
        refuse(f"--at: {moment}")
    return replace(clock, moment=moment)


def _zone(name: str, surroundings: Surroundings) -> str | None:
    if name == "event":
        return None
    if name == "local":
        return surroundings.home_zone
    if is_zone(name):
        return name
    from agendacli.model.zones import zone_names

    near = suggestion(name, zone_names())
    return refuse(f"--tz: `{name}` is no IANA time zone{near or '; write one like `Europe/Vienna`'}")


def _paths(surroundings: Surroundings, loading: Loading) -> list[str]:
    given = [*surroundings.events, *(loading.events or ())]
    if given:
        return given
    from agendacli.files import paths_in, user_events_folder

    named = paths_in(surroundings.environment.get("AGENDA_EVENTS", ""))
    return named or [BUNDLED, *user_events_folder()]


def _targets(ids: Sequence[str] | None, loaded: Loaded) -> tuple[Target, ...]:
    if list(ids or ()) == [_STDIN]:
        ids = [line.split("\t")[0].strip() for line in sys.stdin if line.strip()]
        if not ids:
            refuse("no ids on standard input; give them one a line")
    found = find_all(ids or (), (*loaded.programmes, *loaded.revisions))
    refusals = [each for each in found if isinstance(each, Refusal)]
    if refusals:
        refuse("\n        ".join(str(each) for each in refusals))
    return tuple(each for each in found if isinstance(each, Target))


def _selection(selecting: Selecting, clock: Clock, occurrences: Sequence[Occurrence]) -> Selection:
    dates = read_dates(clock, selecting.first, selecting.last, selecting.on)
    persons = find_persons(selecting.person or (), persons_in(occurrences)) if selecting.person else ()
    if isinstance(dates, Refusal):
        refuse(str(dates))
    if isinstance(persons, Refusal):
        refuse(f"--person: {persons}")
    return Selection(
        dates,
        tuple(each.id for each in persons),
        tuple(selecting.role or ()),
        tuple(selecting.room or ()),
        tuple(selecting.city or ()),
        tuple(selecting.kind or ()),
        tuple(selecting.status or ()),
        tuple(selecting.match or ()),
    )
