"""Whether one person can be at two sessions: what the search for conflicts finds of them, and on what that hangs."""

from collections.abc import Iterator, Sequence

from agendacli.analysis.conflicts.times.instants import day_start
from agendacli.analysis.conflicts.times.judgement import Finding, judge
from agendacli.analysis.conflicts.times.sweep import NOTHING_BETWEEN
from agendacli.analysis.conflicts.wording import status_unknowns, time_unknowns, way_unknowns
from agendacli.analysis.cover.stops import Coverage
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow
from agendacli.words.prose import window_text

_BY_DAYS: dict[type, int] = {DayWindow: 0, Days: 1}
Stretch = tuple[int, int]
"""From one second (UTC) to another, exclusive."""


@frozen
class Verdict:
    """That one person cannot be at both of two sessions, or may not be able to: at which times, on what that hangs.

    Where nothing is unknown it is certain. Times that are whole days are days of the zone `days_in`.
    """

    stretches: tuple[Stretch, ...]
    depends_on: tuple[str, ...] = ()
    days_in: str | None = None


def verdict(coverage: Coverage, one: int, other: int) -> Verdict | None:
    """That of two sessions, by their indexes on the board; None if one person surely can be at both."""
    way = coverage.grounds.way(*(coverage.board.spot(each) for each in (one, other)))
    judged = judge(coverage.shape(one), coverage.shape(other), way, NOTHING_BETWEEN)
    findings = tuple(each for each in (judged.overlap, judged.travel) if each)
    if not findings:
        return None
    pair = coverage.board.occurrence(one), coverage.board.occurrence(other)
    is_sure = any(each.certain for each in findings)
    told = () if is_sure else _unknowns(*pair)
    if not (told or is_sure) and way.is_estimate:
        told = way_unknowns(*pair, way)
    return Verdict(
        tuple(each for found in findings for each in _stretches(found, coverage, one, other)),
        told or (*status_unknowns(pair[0]), *status_unknowns(pair[1])),
        _days_in(findings, coverage, one, other),
    )


def _unknowns(*pair: Occurrence) -> tuple[str, ...]:
    """What is not known of the times of two sessions: the days, where these are not known, else the hours."""
    days = tuple(f"{each.id}: {window_text(each.when)}" for each in pair if isinstance(each.when, DayWindow))
    return days or tuple(phrase for each in pair for phrase in time_unknowns(each))


def _stretches(found: Finding, coverage: Coverage, *pair: int) -> Iterator[Stretch]:
    """When the two clash: on each run of days, as far as hours in these are known; else from start to end."""
    zone, clocks = _zone_of_days(coverage, *pair), [coverage.span(each) for each in pair if _has_hours(coverage, each)]
    runs = found.days.runs if found.days is not None else ()
    spans = [(day_start(first, zone), day_start(after, zone)) for first, after in runs]
    for start, end in spans or [(found.start, found.end)]:
        within = [(start, end), *(span for span in clocks if span[0] < end and start < span[1])]
        yield max(low for low, _ in within), min(high for _, high in within)


def _days_in(findings: Sequence[Finding], coverage: Coverage, *pair: int) -> str | None:
    is_by_days = all(each.days is not None for each in findings) and not any(
        _has_hours(coverage, each) for each in pair
    )
    return _zone_of_days(coverage, *pair) if is_by_days else None


def _has_hours(coverage: Coverage, index: int) -> bool:
    return isinstance(coverage.board.occurrence(index).when, Timed | TimeWindow)


def _zone_of_days(coverage: Coverage, *pair: int) -> str:
    """The zone of the days on which two sessions clash: those on which one begins whose day is not known."""
    both = [coverage.board.occurrence(each) for each in pair]
    both.sort(key=lambda each: _BY_DAYS.get(type(each.when), len(_BY_DAYS)))  # a day without a zone is one of the other
    return next((zone for each in both if (zone := each.zone or each.place.zone)), coverage.zone)
