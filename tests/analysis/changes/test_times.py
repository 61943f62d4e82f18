from datetime import date, datetime

import pytest

from agendacli.analysis.changes.times import TimeChange, time_change
from agendacli.analysis.changes.values import ChangeKind
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

ZONE = "Europe/Lisbon"


def at(start: str, end: str | None = None, zone: str = ZONE) -> Timed:
    return Timed(_moment(start), _moment(end) if end else None, zone)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text if "-" in text else f"2026-03-10T{text}")


def window(start: str, end: str) -> TimeWindow:
    return TimeWindow(_moment(start), _moment(end), ZONE)


DAY = Days(date(2026, 3, 10), date(2026, 3, 11), ZONE)
WHOLE = Days(date(2026, 3, 10), date(2026, 3, 11), ZONE, Hours.ALL)
MONTH = DayWindow(date(2026, 3, 1), date(2026, 4, 1), ZONE)
WEEK = DayWindow(date(2026, 3, 8), date(2026, 3, 15), ZONE)
NEXT_MONTH = DayWindow(date(2026, 4, 1), date(2026, 5, 1), ZONE)
TEN = at("10:00", "11:00")

GRID: list[tuple[When, When, TimeChange | None]] = [
    (TEN, TEN, None),
    (TEN, at("11:00", "12:00", "Europe/Madrid"), None),
    (TEN, at("10:30", "11:30"), TimeChange(ChangeKind.MOVED, 30)),
    (TEN, at("09:30", "12:00"), TimeChange(ChangeKind.MOVED, -30)),
    (TEN, at("10:00", "10:45"), TimeChange(ChangeKind.SHORTENED, -15)),
    (TEN, at("10:00", "12:00"), TimeChange(ChangeKind.LENGTHENED, 60)),
    (TEN, at("10:00", "11:00", "Europe/Madrid"), TimeChange(ChangeKind.ZONE, -60)),
    (at("10:00"), TEN, TimeChange(ChangeKind.SETTLED)),
    (at("10:00"), at("11:00", "12:00"), TimeChange(ChangeKind.MOVED)),
    (at("10:00"), at("11:00"), TimeChange(ChangeKind.MOVED, 60)),
    (DAY, TEN, TimeChange(ChangeKind.SETTLED)),
    (DAY, at("2026-03-11T10:00", "2026-03-11T11:00"), TimeChange(ChangeKind.MOVED)),
    (DAY, WHOLE, TimeChange(ChangeKind.SETTLED)),
    (DAY, Days(date(2026, 3, 10), date(2026, 3, 12), ZONE), TimeChange(ChangeKind.LENGTHENED, 24 * 60)),
    (DAY, Days(date(2026, 3, 11), date(2026, 3, 12), ZONE), TimeChange(ChangeKind.MOVED, 24 * 60)),
    (DAY, Days(date(2026, 3, 10), date(2026, 3, 11), None), None),
    (MONTH, TEN, TimeChange(ChangeKind.SETTLED)),
    (MONTH, WEEK, TimeChange(ChangeKind.SETTLED)),
    (WEEK, MONTH, TimeChange(ChangeKind.LOOSENED)),
    (WHOLE, TEN, TimeChange(ChangeKind.MOVED)),
    (MONTH, NEXT_MONTH, TimeChange(ChangeKind.MOVED)),
    (NEXT_MONTH, TEN, TimeChange(ChangeKind.MOVED)),
    (window("00:00", "12:00"), TEN, TimeChange(ChangeKind.SETTLED)),
    (window("00:00", "12:00"), window("00:00", "10:00"), TimeChange(ChangeKind.SETTLED)),
    (window("00:00", "12:00"), window("12:00", "18:00"), TimeChange(ChangeKind.MOVED)),
    (DAY, window("00:00", "12:00"), TimeChange(ChangeKind.SETTLED)),
]


@pytest.mark.parametrize(("old", "new", "change"), GRID)
def test_what_became_of_a_time(old: When, new: When, change: TimeChange | None) -> None:
    assert time_change(old, new) == change


def test_the_hour_that_comes_twice_is_another_instant() -> None:
    first, second = (Timed(_moment("2026-10-25T01:30").replace(fold=n), None, ZONE) for n in (0, 1))
    assert time_change(first, second) == TimeChange(ChangeKind.ZONE, 60)
