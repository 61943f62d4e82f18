"""The selection that the options describe: days, people and the rest; and reports which of them leaves nothing."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from agendacli.analysis.occurrences import Expansion, expansion, expansion_of
from agendacli.cli.options.groups import Selecting
from agendacli.cli.run.outcome import refuse, refuse_all, tell
from agendacli.model.asked import ANY_DATES, AskedDates, Clock, Refusal, Selection
from agendacli.model.interval import Stretch
from agendacli.model.lazy import FURTHEST_OFF
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.model.zones import midnight

if TYPE_CHECKING:
    from agendacli.analysis.selection.addresses import Target


def addressed_among(occurrences: tuple[Occurrence, ...], targets: "Sequence[Target]") -> tuple[Occurrence, ...]:
    """Those that the targets mean, all without any. What is not an occurrence of its session is refused."""
    if not targets:
        return occurrences
    from agendacli.analysis.selection.addresses import addressed, missing

    if lost := missing(occurrences, targets):
        refuse_all(lost)
    return addressed(occurrences, targets)


def selected_among(occurrences: tuple[Occurrence, ...], selection: Selection, clock: Clock) -> tuple[Occurrence, ...]:
    """Those that are selected: all where nothing is asked for."""
    if selection == Selection():
        return occurrences
    from agendacli.analysis.selection.select import select

    return select(occurrences, selection, clock)


def dates_asked(selecting: Selecting, clock: Clock) -> AskedDates:
    """The days of `--from`, `--to` and `--on`."""
    if selecting.first is selecting.last is selecting.on is None:
        return ANY_DATES
    from agendacli.words.times.typed.days import read_dates

    dates = read_dates(clock, selecting.first, selecting.last, selecting.on)
    return refuse(str(dates)) if isinstance(dates, Refusal) else dates


def expanded_on(
    programmes: Sequence[Programme], dates: AskedDates, clock: Clock, targets: "Sequence[Target]" = ()
) -> Expansion:
    """The occurrences that may lie on the days asked for; where all targets are sessions, only theirs."""
    bounds_asked = [each for _, each in dates.ranges]
    first = min((each.start for each in bounds_asked), default=date.min)
    last = max((each.end for each in bounds_asked), default=date.max)
    # Some hours more on either side, since a day begins that much earlier or later somewhere.
    start = None if first == date.min else midnight(first, "UTC") - FURTHEST_OFF
    end = None if last == date.max else midnight(last, "UTC") + FURTHEST_OFF
    moment = None if start else clock.now
    sessions = [(each.programme, each.session) for each in targets if each.session]
    if sessions and len(sessions) == len(targets):
        return expansion_of(dict.fromkeys(sessions), Stretch(start, end, moment))
    return expansion(programmes, start, end, moment=moment)


def tell_cuts(expanded: Expansion) -> None:
    """Reports what is left out of a rule with too many occurrences."""
    for cut in expanded.cuts:
        tell(f"{cut.programme.address}/{cut.session.id}: {cut.message}")


def selection_asked(
    selecting: Selecting, dates: AskedDates, programmes: Sequence[Programme], *, quiet: bool = True
) -> Selection:
    """The selection of the options, except schedules; people are looked up in the programmes.

    Whom a name may mean besides is reported, unless that was done before (`quiet`).
    """
    return Selection(
        dates,
        persons=_persons(selecting.person, programmes, quiet=quiet) if selecting.person else (),
        roles=tuple(selecting.role or ()),
        rooms=tuple(selecting.room or ()),
        cities=tuple(selecting.city or ()),
        kinds=tuple(selecting.kind or ()),
        statuses=tuple(selecting.status or ()),
        texts=tuple(selecting.match or ()),
        categories=tuple(selecting.category or ()),
    )


def _persons(names: Sequence[str], programmes: Sequence[Programme], *, quiet: bool) -> tuple[str, ...]:
    from agendacli.cli.query.persons import asked_among, tell_doubtful

    found = asked_among(names, programmes)
    if isinstance(found, Refusal):
        refuse(f"--person: {found}")
    if not quiet:
        tell_doubtful(found)
    return tuple(each.id for each in found.persons)
