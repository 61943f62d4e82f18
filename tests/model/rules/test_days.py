from datetime import date, timedelta

import pytest

from agendacli.model.rules.days import can_fall_on
from agendacli.model.rules.rule import Rule, read_rule

DAY = timedelta(days=1)
START = date(2026, 1, 1)


def rule(text: str) -> Rule:
    found = read_rule(text)
    assert isinstance(found, Rule)
    return found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=10", ["2026-01-10", "2026-02-10"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-01-31", "2026-02-28"]),
        ("FREQ=YEARLY;BYYEARDAY=32,-334", ["2026-02-01"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", []),
        ("FREQ=MONTHLY;BYDAY=1TU", ["2026-01-06", "2026-02-03"]),
        ("FREQ=MONTHLY;BYDAY=-1TU", ["2026-01-27", "2026-02-24"]),
        ("FREQ=YEARLY;BYDAY=6TU", ["2026-02-10"]),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=2TU", ["2026-02-10"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=TH,FR,SA,SU", ["2026-01-01", "2026-01-02", "2026-01-03"]),
        ("FREQ=YEARLY;BYWEEKNO=-53,1;BYDAY=MO;WKST=SU", ["2026-01-05"]),
        ("FREQ=YEARLY;BYWEEKNO=2;BYDAY=1TU", ["2026-01-06"]),
    ],
)
def test_can_fall_on_these_days(text: str, days: list[str]) -> None:
    found = [each for n in range(60) if can_fall_on(rule(text), each := START + n * DAY)]
    assert [str(each) for each in found][: len(days) or None] == days
