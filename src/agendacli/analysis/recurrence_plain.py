"""The short way for what nearly every repeated session is: hours of one day, one rule, and nothing else."""

from datetime import timedelta

from agendacli.analysis.recurrence_starts import Starts, starts
from agendacli.analysis.recurrence_times import BEGIN_OF_TIME, END_OF_TIME, around, moved
from agendacli.analysis.recurrence_values import Found, Stretch
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.rules import Rule
from agendacli.model.when import DAY, Timed


def plain(
    programme: Programme, session: Session, rules: tuple[Rule, ...], stretch: Stretch, limit: int
) -> Found | None:
    """What of a repeated session touches the stretch; None where the short way does not give everything."""
    when, repeat = session.when, session.repeat or Repeat()
    differs = repeat.added or repeat.removed or repeat.changes
    if differs or len(rules) != 1 or rules[0].is_within_days or not isinstance(when, Timed) or _length(when) > DAY:
        return None
    given = _starts(when, rules[0], stretch, limit)
    placed = [moved(when, start - when.start, exact=repeat.exact) for start in given.times]
    found = [
        (Occurrence(programme, session, time, interval.start), interval)
        for time, interval in placed
        if stretch.touches(interval)
    ]
    return found, given.cut


def _starts(when: Timed, rule: Rule, stretch: Stretch, limit: int) -> Starts:
    """The starts on the wall that may touch the stretch, the session's own among them."""
    low = around(stretch.start, when.zone)[0] - _length(when) if stretch.start else BEGIN_OF_TIME
    high = around(stretch.end, when.zone)[1] if stretch.end else END_OF_TIME
    given = starts(rule, when.start, when.zone, (low, high), limit)
    return Starts((when.start, *given.times), given.cut) if low <= when.start < high else given


def _length(when: Timed) -> timedelta:
    """How long it may take at most, on the wall."""
    return DAY if when.end is None else when.end - when.start
