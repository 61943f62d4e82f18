"""The absences of people as time that is taken."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, time

from agendacli.analysis.absences import absences_from
from agendacli.model.asked import DateRange
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Absence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import DAY, Timed


def absent(occurrences: Iterable[Occurrence], persons: Collection[str], days: DateRange) -> Iterator[Occurrence]:
    """The absences of some persons who sit in the occurrences; what is open reaches beyond the days asked for."""
    away = {
        (absence.start, absence.end, each.zone or each.place.zone or "UTC"): (each.programme, absence)
        for each in occurrences
        for seat in each.session.participants
        if seat.person and seat.person.id in persons
        for absence in absences_from(each.programme, seat.person.id, seat.person.absences)
    }
    for (_, _, zone), (programme, absence) in away.items():
        yield from _block(programme, absence, days, zone)


def _block(programme: Programme, absence: Absence, days: DateRange, zone: str) -> Iterator[Occurrence]:
    """An absence as a session of its own, on the clocks of what the person is needed for."""
    start = absence.start or datetime.combine(days.start - DAY, time())
    end = absence.end or datetime.combine(days.end + DAY, time())
    if start < end:
        when = Timed(start, end, zone)
        yield Occurrence(programme, Session("absent", "Absent", when), when)
