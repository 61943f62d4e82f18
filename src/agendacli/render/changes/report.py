"""All that is to be told of the changes between two versions."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from agendacli.analysis.changes.affected import Affected
from agendacli.analysis.changes.values import ChangeKind, Difference, Subject
from agendacli.analysis.changes.wording import clause, day_of
from agendacli.analysis.conflicts.changed import ConflictChange
from agendacli.model.dial import Dial
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.model.when import DayWindow, bounds
from agendacli.words.prose import day_text, window_text, zone_text

_ALONE = frozenset({ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CANCELLED, ChangeKind.RESTORED})


@frozen
class ChangeReport:
    """The differences in their order, whom they concern, what became of conflicts, and what the versions are called.

    `zone` is that of the clocks on which times are told, None for each one's own; the differences are on these already.
    """

    title: str
    old: str
    new: str
    differences: tuple[Difference, ...]
    affected: tuple[Affected, ...] = ()
    conflicts: tuple[ConflictChange, ...] = ()
    zone: str | None = None
    dial: Dial = Dial.TWENTY_FOUR

    @property
    def is_of_several(self) -> bool:
        """Whether more than one event changed."""
        return len({each.programme.id for each in self.differences}) > 1

    @property
    def clocks(self) -> str:
        """The zones of the clocks, each with its offset: `Europe/Vienna (UTC+2)`."""
        found: dict[str, None] = {}
        for each in self.differences:
            if isinstance(each.subject, Occurrence) and (zone := self.zone or each.subject.zone):
                found.setdefault(zone_text(zone, bounds(each.subject.when).start))
        return ", ".join(found)


@frozen
class ChangedDay:
    """The differences of one day of one event; `heading` names the day, or that they belong to no day."""

    event: str
    heading: str
    sessions: tuple[tuple[Subject, tuple[Difference, ...]], ...]


def changed_days(differences: Sequence[Difference]) -> Iterator[ChangedDay]:
    """The differences by event and day, those of one session together."""
    for (event, heading), found in groupby(differences, key=lambda each: (each.programme.title, _heading(each))):
        sessions = groupby(found, key=lambda each: each.subject.id)
        yield ChangedDay(event, heading, tuple(_together(tuple(each)) for _, each in sessions))


def _together(differences: tuple[Difference, ...]) -> tuple[Subject, tuple[Difference, ...]]:
    return differences[0].subject, differences


def _heading(difference: Difference) -> str:
    subject = difference.subject
    day = day_of(subject)
    if day is not None:
        return day_text(day)
    if isinstance(subject, Occurrence) and isinstance(subject.when, DayWindow):
        return window_text(subject.when)
    return "The programme as a whole"


def title_of(subject: Subject) -> str:
    """The title of a session or programme."""
    return subject.session.title if isinstance(subject, Occurrence) else subject.title


def fact_text(difference: Difference, report: ChangeReport) -> str:
    """The fact; of a session that is new also where it is and who is in it, since nobody knows that yet."""
    if difference.kind not in _ALONE:
        return clause(difference, report.zone, report.dial)
    subject = difference.subject
    if not isinstance(subject, Occurrence) or difference.kind is not ChangeKind.ADDED:
        return difference.kind.value
    people = ", ".join(each.name for each in subject.session.participants)
    return "; ".join(filter(None, ("added", subject.room, people)))
