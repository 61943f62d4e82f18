from datetime import UTC, date, datetime

import pytest

from agendacli.model.asked import Refusal
from agendacli.model.rules.rule import Frequency, Rule, read_rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Rule(Frequency.DAILY)),
        ("freq=weekly;byday=tu,mo;wkst=su", Rule(Frequency.WEEKLY, by_day=((0, 1), (0, 0)), week_start=6)),
        (" FREQ=MONTHLY;;BYDAY=-1FR,+2MO; ", Rule(Frequency.MONTHLY, by_day=((-1, 4), (2, 0)))),
        ("FREQ=DAILY;COUNT=10;INTERVAL=2", Rule(Frequency.DAILY, count=10, interval=2)),
        ("FREQ=DAILY;UNTIL=20170905", Rule(Frequency.DAILY, until=date(2017, 9, 5))),
        ("FREQ=DAILY;UNTIL=20170905T101500Z", Rule(Frequency.DAILY, until=datetime(2017, 9, 5, 10, 15, tzinfo=UTC))),
        ("FREQ=DAILY;UNTIL=20170905T101500", Rule(Frequency.DAILY, until=datetime.fromisoformat("2017-09-05T10:15"))),
        (
            "FREQ=YEARLY;BYMONTH=12,1;BYMONTHDAY=-1,1;BYYEARDAY=-366;BYWEEKNO=53;BYSETPOS=-1",
            Rule(
                Frequency.YEARLY,
                by_month=(1, 12),
                by_month_day=(-1, 1),
                by_year_day=(-366,),
                by_week_number=(53,),
                by_position=(-1,),
            ),
        ),
        (
            "FREQ=SECONDLY;BYHOUR=0,23;BYMINUTE=0,59;BYSECOND=0,60",
            Rule(Frequency.SECONDLY, by_hour=(0, 23), by_minute=(0, 59), by_second=(0, 60)),
        ),
    ],
)
def test_read_rule_reads_every_part(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule


@pytest.mark.parametrize(
    "part",
    [
        "BYDAY=XX",
        "BYDAY=54MO",
        "BYDAY=0MO",
        "BYDAY=",
        "BYMONTH=13",
        "BYMONTH=-1",
        "BYMONTHDAY=0",
        "BYMONTHDAY=32",
        "BYHOUR=24",
        "BYHOUR=x",
        "COUNT=0",
        "COUNT=-1",
        "INTERVAL=0",
        "INTERVAL=99999999",
        "UNTIL=2017-09-05",
        "UNTIL=20170905Z",
        "UNTIL=20171305",
        "WKST=1",
        "FREQ=FORTNIGHTLY",
        "BYEASTER=0",
        "BYDAY",
    ],
)
def test_read_rule_refuses_what_no_rule_has(part: str) -> None:
    text = part if part.startswith("FREQ") else f"FREQ=DAILY;{part}"

    assert read_rule(text) == Refusal(f"`{part}` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`")


def test_read_rule_refuses_a_part_that_stands_twice() -> None:
    assert read_rule("FREQ=DAILY;COUNT=1;COUNT=2") == Refusal(
        "`COUNT` appears twice in the rule `FREQ=DAILY;COUNT=1;COUNT=2`"
    )


@pytest.mark.parametrize("text", ["", "COUNT=2"])
def test_read_rule_without_frequency_is_refused(text: str) -> None:
    assert read_rule(text) == Refusal(f"`{text}` is not a rule: it has no `FREQ`")


@pytest.mark.parametrize(
    ("text", "endless", "within_days"),
    [
        ("FREQ=DAILY", True, False),
        ("FREQ=DAILY;COUNT=1", False, False),
        ("FREQ=HOURLY;UNTIL=20170905", False, True),
        ("FREQ=MINUTELY", True, True),
    ],
)
def test_rule_says_whether_it_ends_and_what_it_counts_in(text: str, *, endless: bool, within_days: bool) -> None:
    rule = read_rule(text)

    assert isinstance(rule, Rule)
    assert (rule.is_endless, rule.is_within_days) == (endless, within_days)


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("FREQ=MONTHLY;BYDAY=53MO", "53MO"),
        ("FREQ=MONTHLY;BYDAY=TU,-6WE", "-6WE"),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=6MO", "6MO"),
    ],
)
def test_read_rule_refuses_a_weekday_that_no_month_has(text: str, beyond: str) -> None:
    assert read_rule(text) == Refusal(
        f"`{beyond}` is in no month, which has five of a weekday at most; write 1 to 5, or -1 to -5"
    )


@pytest.mark.parametrize("text", ["FREQ=YEARLY;BYDAY=53MO", "FREQ=MONTHLY;BYDAY=5MO,-5TU"])
def test_read_rule_takes_a_weekday_that_some_year_or_month_has(text: str) -> None:
    assert isinstance(read_rule(text), Rule)
