"""RRULE values as files have them."""

from datetime import date, datetime

import pytest

from agendacli.formats.ics.read.rrule import RuleText, read_rrule
from agendacli.model.when import Days, Timed

TIMED = Timed(datetime.fromisoformat("2017-09-04 10:15"), None, "Europe/Vienna")
DAYS = Days(date(2017, 9, 4), date(2017, 9, 5), None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,-1FR", "FREQ=WEEKLY;BYDAY=MO,-1FR"),
        ("freq=weekly; wkst=su ;", "FREQ=WEEKLY;WKST=SU"),
        ("FREQ=DAILY;X-OTHER=1;BYMONTH=;INTERVAL=", "FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=20170910T080000Z", "FREQ=DAILY;UNTIL=20170910T080000Z"),
        ("FREQ=DAILY;UNTIL=20170910T080000", "FREQ=DAILY;UNTIL=20170910T060000Z"),
        ("FREQ=DAILY;UNTIL=20170910", "FREQ=DAILY;UNTIL=20170910T215959Z"),
        ("FREQ=DAILY;UNTIL=2017-09-10", "FREQ=DAILY;UNTIL=20170910T215959Z"),
        ("RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT", "FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=00030101T000000Z", "FREQ=DAILY;UNTIL=00030101T000000Z"),
    ],
)
def test_rule_of_a_time_on_the_clock(value: str, text: str) -> None:
    assert read_rrule(value, TIMED) == RuleText(text)


@pytest.mark.parametrize("until", ["20170910", "20170910T080000Z", "20170910T080000"])
def test_last_day_of_a_rule_of_days_is_a_day(until: str) -> None:
    assert read_rrule(f"FREQ=DAILY;UNTIL={until}", DAYS) == RuleText("FREQ=DAILY;UNTIL=20170910")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("FREQ=DAILY;UNTL=20170910", "`UNTL=20170910` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"),
        ("FREQ=DAILY;UNTIL=", "`UNTIL` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"),
        ("FREQ=DAILY;UNTIL=soon", "`UNTIL=SOON` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"),
        ("nonsense", "`NONSENSE` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"),
        ("COUNT=3", "`COUNT=3` is not a rule: it has no `FREQ`"),
        ("FREQ=DAILY;COUNT=3;COUNT=4", "`COUNT` appears twice in the rule `FREQ=DAILY;COUNT=3;COUNT=4`"),
        ("%n;BYMONTH=", "`%N` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"),
    ],
)
def test_what_is_no_rule_says_why(value: str, message: str) -> None:
    assert read_rrule(value, TIMED) == RuleText(None, message)


def test_rule_of_another_calendar_is_right_but_not_known() -> None:
    message = "it repeats by the chinese calendar, of which only the first day is known"
    assert read_rrule("RSCALE=CHINESE;FREQ=YEARLY", DAYS) == RuleText(None, message, unknown=True)


def test_skip_is_told() -> None:
    message = "SKIP=FORWARD is not followed: days that a month does not have are left out"
    assert read_rrule("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", DAYS) == RuleText("FREQ=YEARLY", message)
