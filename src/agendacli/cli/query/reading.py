"""What every reading command does first: load events, find the ids, select."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from agendacli.cli.options.groups import Loading, Selecting, Showing
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.loading import check_stdin, load_events
from agendacli.cli.query.selecting import (
    addressed_among,
    dates_asked,
    expanded_on,
    selected_among,
    selection_asked,
    tell_cuts,
)
from agendacli.cli.run.origins import settings
from agendacli.cli.run.surroundings import Surroundings
from agendacli.load.loaded import Loaded
from agendacli.model.asked import Clock, Selection
from agendacli.model.config import Config
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.when import bounds

if TYPE_CHECKING:
    from agendacli.analysis.selection.addresses import Target
    from agendacli.analysis.timetable.clocks import Clocks
    from agendacli.cli.query.nearby import Expanding
    from agendacli.load.cache.store import Cache
    from agendacli.model.dial import Dial
    from agendacli.model.said import Names


@frozen
class Reading:
    """What was loaded and what of it was asked for.

    `occurrences` are selected by ids and options, `programmes` are those addressed. `selected` are the occurrences
    without regard to `--attend` and `--mine`; `attended` are the ids of those that are in a schedule, None without one.
    `zone` is the zone in which times are shown, None for that of each event. `is_cut`: a rule has more occurrences than
    are expanded, which was reported. `kept` is the cache, None without one.
    """

    surroundings: Surroundings
    loaded: Loaded
    clock: Clock
    targets: "tuple[Target, ...]"
    programmes: tuple[Programme, ...]
    occurrences: tuple[Occurrence, ...]
    selected: tuple[Occurrence, ...] = ()
    attended: frozenset[str] | None = None
    is_selective: bool = False
    is_cut: bool = False
    kept: "Cache | None" = None

    @property
    def is_of_everything(self) -> bool:
        """Whether every session that was loaded is selected, once: none repeats, so that no day of a run matters."""
        total = sum(len(each.sessions) for each in self.loaded.programmes)
        return not self.targets and len(self.selected) == total and all(each.original is None for each in self.selected)

    @property
    def is_personal(self) -> bool:
        """Whether only sessions of a schedule are asked for."""
        return self.attended is not None

    @property
    def events(self) -> tuple[Programme, ...]:
        """The programmes addressed, in order of time; if options select, those with a session left.

        Programmes that take nobody's time, such as a list of documents, come last.
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
        if not self.targets:
            return ()
        from agendacli.analysis.selection.addresses import addressed

        return addressed(self.occurrences, [each for each in self.targets if each.session])

    @property
    def dial(self) -> "Dial":
        """The clock that people read."""
        return self.settings.clock

    @property
    def settings(self) -> Config:
        """The user's settings."""
        return settings(self.surroundings)

    @property
    def clocks(self) -> "Clocks":
        """The zones and the clock in which times are shown."""
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

    @property
    def is_sound(self) -> bool:
        """Whether the input had no errors."""
        return self.loaded.is_sound


def _beginning(programme: Programme) -> tuple[bool, bool, datetime, str]:
    """A sort key: the start of the event, then its id; what takes no time comes late, what has no start last."""
    from agendacli.analysis.event_dates import event_dates

    when = event_dates(programme)
    in_background = bool(programme.sessions) and all(each.transparent for each in programme.sessions)
    start = bounds(when).start if when else datetime.max.replace(tzinfo=UTC)
    return when is None, in_background, start, programme.id


def read(
    context: typer.Context,
    ids: Sequence[str] | None,
    loading: Loading,
    selecting: Selecting,
    showing: Showing,
    nearby: "Expanding | None" = None,
) -> Reading:
    """Loads, addresses and selects. Raises RefusalError for wrong usage, with what to type instead.

    If only a time is asked for, and no other days, `nearby` expands what is needed.
    """
    check_stdin(context, ids, loading, selecting.attend)
    # before loading: the command that prints the ids may still be writing the events
    loading, find_targets = _addressing(loading, ids)
    surroundings, loaded = load_events(context, loading, showing)
    clock = read_clock(selecting, surroundings)
    targets = find_targets(loaded)
    programmes = tuple(dict.fromkeys(each.programme for each in targets)) if targets else loaded.programmes
    dates = dates_asked(selecting, clock)
    open_to_all = selection_asked(selecting, dates, (*loaded.programmes, *programmes), quiet=showing.quiet)
    if nearby and _is_about_a_time(selecting, targets):
        open_to_all = replace(open_to_all, known=_names_known(open_to_all, programmes))
        expanded = nearby(programmes, clock, lambda found: selected_among(tuple(found), open_to_all, clock))
    else:
        expanded = expanded_on(programmes, dates, clock, targets)
    tell_cuts(expanded)
    wanted = addressed_among(expanded.occurrences, targets)
    selected = selected_among(wanted, open_to_all, clock)
    attended = _attended(selecting, showing, surroundings=surroundings, loaded=loaded, occurrences=selected)
    is_open = attended is None and open_to_all.known is None
    selection = open_to_all if is_open else replace(open_to_all, attended=attended, known=None)
    kept = selected if attended is None else selected_among(wanted, selection, clock)
    if not showing.quiet and selection != Selection() and (not kept or selection.has_choices):
        from agendacli.cli.query.missing import Question, tell_what_is_missing

        tell_what_is_missing(Question(programmes, targets, clock, wanted), selection, is_empty=not kept)
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
        kept=None if loading.no_cache else surroundings.cache,
    )


def _addressing(
    loading: Loading, ids: Sequence[str] | None
) -> "tuple[Loading, Callable[[Loaded], tuple[Target, ...]]]":
    """Where events come from, in files that stand among the ids as well, and what finds the targets among them."""
    if not ids:
        return loading, lambda _: ()
    from agendacli.cli.query.typed_ids import events_in, files_apart, ids_given, targets_of

    reading, typed, files = files_apart(loading, ids_given(ids))
    return reading, lambda loaded: targets_of(typed, loaded) if typed else events_in(files, loaded)


def _is_about_a_time(selecting: Selecting, targets: "Sequence[Target]") -> bool:
    """Whether a window shows all that is asked for: no other days are named, no single session, no schedule."""
    names_more = selecting.first or selecting.last or selecting.on or selecting.attend or selecting.mine
    return not names_more and not any(each.session for each in targets)


def _names_known(selection: Selection, programmes: Sequence[Programme]) -> "Names | None":
    """The names of all sessions, among which those of rooms and cities are looked up; None where none is."""
    if not selection.rooms and not selection.cities:
        return None
    from agendacli.analysis.naming import names_in

    return names_in(programmes)


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
    from agendacli.analysis.selection.addresses import addressed
    from agendacli.cli.query.schedule import attended

    targets = attended(selecting, surroundings, loaded, quiet=showing.quiet)
    return frozenset(each.id for each in addressed(occurrences, targets))
