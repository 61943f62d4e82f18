"""What every reading command does first: load events, find what the ids mean, keep what the options select."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import typer

from agendacli.analysis.event_dates import event_dates
from agendacli.analysis.occurrences import Expansion, expand, expansion
from agendacli.analysis.selection.addresses import Target, addressed, find_all, missing
from agendacli.analysis.selection.select import Selection, emptied_by, nowhere, select
from agendacli.cli.options.groups import Loading, Selecting, Showing
from agendacli.cli.query.clock import read_clock, zone_given
from agendacli.cli.run.origins import event_options, event_paths, floating
from agendacli.cli.run.outcome import FAILED, refuse, refuse_all, tell, tell_diagnostics
from agendacli.cli.run.progress import patience
from agendacli.cli.run.settings import settings
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN
from agendacli.files.reading import standard_input
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.asked import ANY_DATES, AskedDates, Clock, Refusal
from agendacli.model.config import Config
from agendacli.model.diagnostic import Diagnostic, Severity
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import DAY, Timed, TimeWindow, bounds
from agendacli.model.zones import midnight, zone_data

if TYPE_CHECKING:
    from agendacli.analysis.timetable.clocks import Clocks
    from agendacli.cli.query.nearby import Expanding

_YEAR = timedelta(days=365)
_OF_IDS = "derived-id"  # the code of it; what a run only tells by name need not be imported


@frozen
class Reading:
    """What was loaded and what of it was asked for.

    `occurrences` are those that the ids and options leave, `programmes` those addressed. `selected` are those that
    would be left without `--attend` and `--mine`; of these `attended` holds the ids that are in a schedule, None where
    none is asked for. `zone` is the zone in which times are shown, None for each event's own.
    `is_cut`: a rule has more occurrences than are made, which was told.
    """

    surroundings: Surroundings
    loaded: Loaded
    clock: Clock
    targets: tuple[Target, ...]
    programmes: tuple[Programme, ...]
    occurrences: tuple[Occurrence, ...]
    selected: tuple[Occurrence, ...] = ()
    attended: frozenset[str] | None = None
    is_selective: bool = False
    is_cut: bool = False

    @property
    def is_personal(self) -> bool:
        """Whether only what is in a schedule is asked for."""
        return self.attended is not None

    @property
    def events(self) -> tuple[Programme, ...]:
        """The programmes addressed, in order of time; where options select, those that have a session left.

        Behind them stands what takes nobody's time, such as a list of documents.
        """
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
    def dial(self) -> Dial:
        """The clock that people read."""
        return self.settings.clock

    @property
    def settings(self) -> Config:
        """What the user has settled."""
        return settings(self.surroundings)

    @property
    def clocks(self) -> "Clocks":
        """On whose clocks times are shown to people."""
        from agendacli.analysis.timetable.clocks import Clocks

        return Clocks(self.zone, self.clock.second, self.dial)

    @property
    def zone(self) -> str | None:
        """The zone of `--tz`."""
        return self.clock.zone

    @property
    def clock_at_home(self) -> Clock:
        """The clock, with this machine's zone for what belongs to none."""
        return self.clock if self.clock.zone else replace(self.clock, home=lambda: self.surroundings.home_zone)

    def finish(self, *, found: bool = False) -> None:
        """End the command: 2 if the input had errors, 1 if the answer is "found" (or "none"), else 0."""
        if not self.loaded.is_sound:
            raise typer.Exit(FAILED)
        if found:
            raise typer.Exit(1)


def _beginning(programme: Programme) -> tuple[bool, bool, datetime, str]:
    """A sort key: the beginning of the event, then its id; what takes nobody's time comes late, what has none last."""
    when = event_dates(programme)
    in_background = bool(programme.sessions) and all(each.transparent for each in programme.sessions)
    start = bounds(when).start if when else datetime.max.replace(tzinfo=UTC)
    return when is None, in_background, start, programme.id


def load_paths(surroundings: Surroundings, loading: Loading, *, quiet: bool = False) -> Loaded:
    """The events that `-e`, AGENDA_EVENTS, the config or the default name."""
    paths, _ = event_paths(surroundings, loading.events)
    return load_named(surroundings, loading, paths, quiet=quiet)


def load_named(surroundings: Surroundings, loading: Loading, paths: Sequence[str], *, quiet: bool = False) -> Loaded:
    """What lies under these paths."""
    clocks = floating(surroundings, zone_given(loading.zone, loading.floating))
    stdin = standard_input() if STDIN in paths else None
    with patience("reading events", surroundings, quiet=quiet):
        return load(paths, stdin, clocks, None if loading.no_cache else surroundings.cache)


def load_events(context: typer.Context, loading: Loading, showing: Showing) -> tuple[Surroundings, Loaded]:
    """The surroundings and the events; what is wrong with them goes to standard error."""
    surroundings: Surroundings = context.find_root().obj
    loaded = load_paths(surroundings, loading, quiet=showing.quiet)
    tell_faults(loaded, showing, surroundings)
    return surroundings, loaded


def tell_faults(loaded: Loaded, showing: Showing, surroundings: Surroundings) -> None:
    """What is wrong with what was loaded, to standard error."""
    for problem in loaded.problems:
        tell(problem)
    colour = surroundings.colour(showing.color, on_terminal=surroundings.errors_on_terminal)
    for note in () if showing.quiet else (*loaded.notes, *old_zones(loaded, surroundings)):
        tell(note)
    told = (each for each in loaded.diagnostics if each.severity is Severity.ERROR or _is_told(each, showing))
    tell_diagnostics(told, loaded.texts, surroundings, colour=colour)


def old_zones(loaded: Loaded, surroundings: Surroundings) -> Iterator[str]:
    """A word on zone data that is older than a year, if anything on the clocks of a zone lies ahead."""
    data = zone_data()
    if data is None or surroundings.now.date() - data.made_by <= _YEAR or not _is_ahead(loaded, surroundings.now):
        return
    what = f"the zone data {data.version} is older than a year"
    yield f"{what}; where clocks were changed since, times ahead are wrong: update the package `tzdata`"


def _is_ahead(loaded: Loaded, now: datetime) -> bool:
    whens = (each.when for each in expand(loaded.programmes, now))
    return any(isinstance(each, Timed | TimeWindow) and each.zone != "UTC" for each in whens)


def read(
    context: typer.Context,
    ids: Sequence[str] | None,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    nearby: "Expanding | None" = None,
) -> Reading:
    """Load, address and select. Wrong usage ends the run with exit code 2 and says what to type instead.

    Where nothing but the moment is asked for, `nearby` expands what is needed.
    """
    check_stdin(context, ids, loading, selecting.attend)
    # before the events: the command that prints the ids may still be writing those
    loading, typed, files = _files_apart(loading, ids_given(ids))
    surroundings, loaded = load_events(context, loading, showing)
    clock = read_clock(selecting, surroundings)
    targets = targets_of(typed, loaded) if typed else _events_of(files, loaded)
    programmes = tuple(dict.fromkeys(each.programme for each in targets)) if targets else loaded.programmes
    dates = dates_asked(selecting, clock)
    asks_only_when = not targets and selecting == Selecting(at=selecting.at, tz=selecting.tz)
    expanded = _told(nearby(programmes, clock) if nearby and asks_only_when else _expanded(programmes, dates, clock))
    occurrences = expanded.occurrences
    for refusal in missing(occurrences, targets):
        refuse(str(refusal))
    wanted = addressed(occurrences, targets) if targets else occurrences
    open_to_all = selection_asked(selecting, dates, (*loaded.programmes, *programmes))
    selected = select(wanted, open_to_all, clock)
    attended = _attended(selecting, showing, surroundings=surroundings, loaded=loaded, occurrences=selected)
    selection = replace(open_to_all, attended=attended)
    kept = selected if attended is None else select(wanted, selection, clock)
    if not showing.quiet and (not kept or selection.has_choices):
        _tell_what_is_missing(programmes, targets, selection, clock, is_empty=not kept)
    is_selective = selection != Selection()
    is_cut = bool(expanded.cuts)
    return Reading(
        surroundings,
        loaded=loaded,
        clock=clock,
        targets=targets,
        programmes=programmes,
        occurrences=kept,
        selected=selected,
        attended=attended,
        is_selective=is_selective,
        is_cut=is_cut,
    )


def _is_told(warning: Diagnostic, showing: Showing) -> bool:
    """Whether a warning is told by every command: that an id may shift is a matter of `check`."""
    return not showing.quiet and warning.code.name != _OF_IDS


def _files_apart(loading: Loading, ids: tuple[str, ...]) -> tuple[Loading, tuple[str, ...], tuple[str, ...]]:
    """Where events come from, the ids, and the files that were named among them, which are read as well."""
    if not ids:
        return loading, (), ()
    from agendacli.cli.query.named_files import is_file

    files = tuple(each for each in ids if is_file(each))
    paths = [*(loading.events or ()), *files] or None
    return loading._replace(events=paths), tuple(each for each in ids if each not in files), files


def _tell_what_is_missing(
    programmes: Sequence[Programme], targets: Sequence[Target], selection: Selection, clock: Clock, *, is_empty: bool
) -> None:
    """Which filter left nothing; where something is left, which of several values nothing has on any day."""
    every = expand(programmes, moment=clock.now())
    there = addressed(every, targets) if targets else every
    emptied = emptied_by(there, selection, clock) if is_empty else None
    for each in (f"nothing is left: {emptied}",) if emptied else () if is_empty else nowhere(there, selection):
        tell(each)


def check_stdin(
    context: typer.Context, ids: Sequence[str] | None, loading: Loading, schedules: Sequence[str] | None = None
) -> None:
    """End the run if standard input would have to be two things."""
    given = {
        "the events": event_options(context.find_root().obj, loading.events),
        "the ids": ids,
        "a schedule": schedules,
    }
    taken = [what for what, names in given.items() if STDIN in (names or ())]
    if len(taken) > 1:
        refuse(f"`-` cannot be both {taken[0]} and {taken[1]}; give one of them a file")


def _attended(
    selecting: Selecting,
    showing: Showing,
    surroundings: Surroundings,
    loaded: Loaded,
    occurrences: tuple[Occurrence, ...],
) -> frozenset[str] | None:
    """The ids of the occurrences that are in a schedule; None where none is asked for."""
    if not selecting.attend and not selecting.mine:
        return None
    from agendacli.cli.query.schedule import attended

    targets = attended(selecting, surroundings, loaded, quiet=showing.quiet)
    return frozenset(each.id for each in addressed(occurrences, targets))


def ids_given(ids: Sequence[str] | None) -> tuple[str, ...]:
    """The ids as typed; in the place of `-` those that standard input holds, one a line."""
    if STDIN not in (ids or ()):
        return tuple(ids or ())
    from agendacli.formats.schedule import read_schedule

    text = standard_input().decode("utf-8", "replace")
    read = [each.id for each in read_schedule(text, "stdin").picked]
    if not read:
        refuse("no ids on standard input; give them one a line")
    return tuple(id_ for typed in ids or () for id_ in (read if typed == STDIN else [typed]))


def _events_of(files: Sequence[str], loaded: Loaded) -> tuple[Target, ...]:
    """The events of files that are named where no id is: all of these are meant."""
    return tuple(Target(each) for each in loaded.programmes if each.file in files) if files else ()


def targets_of(ids: Sequence[str], loaded: Loaded) -> tuple[Target, ...]:
    """What ids as typed mean; what means nothing ends the run with what to type instead."""
    programmes = (*loaded.programmes, *loaded.revisions)
    found = find_all(ids, programmes)
    if any(isinstance(each, Refusal) for each in found):
        from agendacli.analysis.selection.parts import find_read

        found = find_read(ids, programmes)
    refusals = [each for each in found if isinstance(each, Refusal)]
    if refusals:
        refuse_all(refusals)
    return tuple(each for each in found if isinstance(each, Target))


def dates_asked(selecting: Selecting, clock: Clock) -> AskedDates:
    """The days that `--from`, `--to` and `--on` ask for."""
    if selecting.first is selecting.last is selecting.on is None:
        return ANY_DATES
    from agendacli.words.times.typed_days import read_dates

    dates = read_dates(clock, selecting.first, selecting.last, selecting.on)
    return refuse(str(dates)) if isinstance(dates, Refusal) else dates


def _expanded(programmes: Sequence[Programme], dates: AskedDates, clock: Clock) -> Expansion:
    """The occurrences that may lie on the days asked for."""
    bounds_asked = [each for _, each in dates.ranges]
    first = min((each.start for each in bounds_asked), default=date.min)
    last = max((each.end for each in bounds_asked), default=date.max)
    # A day more on either side, since a day begins up to 14 hours earlier somewhere.
    start = None if first == date.min else midnight(first - DAY, "UTC")
    end = None if last == date.max else midnight(last + DAY, "UTC")
    return expansion(programmes, start, end, None if start else clock.now())


def _told(expanded: Expansion) -> Expansion:
    """What was expanded; what is left out of a rule that has too many times is told."""
    for cut in expanded.cuts:
        tell(f"{cut.programme.address}/{cut.session.id}: {cut.message}")
    return expanded


def selection_asked(selecting: Selecting, dates: AskedDates, programmes: Sequence[Programme]) -> Selection:
    """What the options select, but for schedules; people are looked up in the programmes."""
    return Selection(
        dates,
        persons=_persons(selecting.person, programmes) if selecting.person else (),
        roles=tuple(selecting.role or ()),
        rooms=tuple(selecting.room or ()),
        cities=tuple(selecting.city or ()),
        kinds=tuple(selecting.kind or ()),
        statuses=tuple(selecting.status or ()),
        texts=tuple(selecting.match or ()),
        categories=tuple(selecting.category or ()),
    )


def _persons(names: Sequence[str], programmes: Sequence[Programme]) -> tuple[str, ...]:
    from agendacli.analysis.people import find_persons, persons_in

    found = find_persons(names, persons_in(expand(programmes)))
    return refuse(f"--person: {found}") if isinstance(found, Refusal) else tuple(each.id for each in found)
