"""Absences of people as time that is taken."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from agendacli.analysis.availability.absent import absent
from agendacli.model.asked import DateRange
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Absence, Participant, Person
from agendacli.model.when import Timed

Build = Callable[..., Occurrence]
WEEK = DateRange(date(2026, 3, 9), date(2026, 3, 14))
TEN = datetime.fromisoformat("2026-03-10T10:00")
LATER = datetime.fromisoformat("2026-04-10T10:00")


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        (TEN, None, ["2026-03-10 10:00:00 to 2026-03-15 00:00:00"]),
        (None, TEN, ["2026-03-08 00:00:00 to 2026-03-10 10:00:00"]),
        (LATER, None, []),
    ],
)
def test_open_side_of_an_absence_reaches_beyond_the_days_that_are_asked_for(
    occurrence: Build, start: datetime | None, end: datetime | None, taken: list[str]
) -> None:
    ann = Person("ann", "Ann", absences=(Absence("ann", "away", start, end),))
    when = Timed(TEN, None, "Europe/Vienna")
    found = absent([occurrence("a/1", when, people=(Participant("speaker", "Ann", ann),))], {"ann"}, WEEK)
    times = [each.when for each in found]
    assert [f"{each.start} to {each.end}" for each in times if isinstance(each, Timed)] == taken
