"""Rules against dateutil walking from their first time, whichever way the tool takes."""

from datetime import datetime, timedelta
from itertools import islice

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from agendacli.analysis.recurrence.equal_steps import has_equal_steps, stepped
from agendacli.analysis.recurrence.starts import starts
from agendacli.analysis.recurrence.values import led_nowhere, too_many
from agendacli.analysis.recurrence.walk import walked
from agendacli.model.rules.rule import DAY_NAMES, Rule, read_rule

MANY = 10_000
FIRST = datetime.fromisoformat("2017-01-31T09:30")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def rule_of(text: str) -> Rule:
    rule = read_rule(text)
    assert isinstance(rule, Rule)
    return rule


def given_by(text: str, low: str, high: str, first: datetime = FIRST) -> list[str]:
    found = starts(rule_of(text), first, "Europe/Vienna", (at(low), at(high)), MANY)
    return [f"{each:%Y-%m-%d %H:%M}" for each in found.times]


def expected(text: str, first: datetime, low: datetime, high: datetime) -> list[datetime]:
    """What dateutil walks to without help; the first time counts as one and is left out."""
    from dateutil.rrule import rrulestr

    plain = ";".join(part for part in text.split(";") if not part.startswith("COUNT"))
    count = rule_of(text).count
    others = (each for each in rrulestr(plain, dtstart=first) if each != first)
    counted = others if count is None else islice(others, count - 1)
    found = []
    for each in counted:
        if each >= high:
            break
        found += [each] if each >= low else []
    return found


WEEKDAYS = st.lists(st.sampled_from(DAY_NAMES), unique=True, max_size=4)
FIRSTS = st.datetimes(at("1999-01-01"), at("2020-12-31")).map(lambda each: each.replace(microsecond=0))
INTERVALS = st.integers(1, 5)
COUNTS = st.none() | st.integers(1, 60)
WINDOWS = st.tuples(st.integers(-100, 4000), st.integers(0, 400))


def part(name: str, value: object) -> str:
    return f";{name}={value}" if value else ""


@st.composite
def stepped_rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY"]))
    weekdays = draw(WEEKDAYS) if frequency == "WEEKLY" else []
    return (
        f"FREQ={frequency}{part('INTERVAL', draw(INTERVALS))}{part('COUNT', draw(COUNTS))}"
        f"{part('BYDAY', ','.join(weekdays))}{part('WKST', draw(st.sampled_from(DAY_NAMES)))}"
    )


def numbers(low: int, high: int) -> st.SearchStrategy[str]:
    nothing: st.SearchStrategy[list[int]] = st.just([])
    some = nothing | st.lists(st.integers(low, high).filter(bool), unique=True, max_size=3)
    return some.map(lambda each: ",".join(map(str, each)))


@st.composite
def other_rules(draw: st.DrawFn) -> str:
    """Rules of every kind that dateutil reads as RFC 5545 means them.

    It gives nothing where one weekday is counted and another is not, and every day of a week that is given by its
    number alone. Of the week in which a rule begins it takes the rest for the whole (BYSETPOS, RFC 5545 3.3.10).
    """
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]))
    weeks = draw(numbers(1, 53)) if frequency == "YEARLY" else ""
    is_counted = frequency in {"YEARLY", "MONTHLY"} and not weeks
    ordinal = draw(st.sampled_from(["", "1", "-1", "2", "5"])) if is_counted else ""
    weekdays = ",".join(ordinal + each for each in draw(WEEKDAYS)) or ("TU" if weeks else "")
    return (
        f"FREQ={frequency}{part('INTERVAL', draw(st.sampled_from([0, 2, 3, 7, 24])))}{part('COUNT', draw(COUNTS))}"
        f"{part('BYMONTH', draw(numbers(1, 12)))}{part('BYMONTHDAY', draw(numbers(-31, 31)))}"
        f"{part('BYYEARDAY', draw(numbers(-366, 366)))}{part('BYWEEKNO', weeks)}{part('BYDAY', weekdays)}"
        f"{part('BYHOUR', draw(numbers(1, 23)))}{part('BYMINUTE', draw(numbers(1, 59)))}"
        f"{part('BYSECOND', draw(numbers(1, 59)))}"
        f"{part('BYSETPOS', draw(numbers(-3, 3)) if weekdays and frequency != 'WEEKLY' else '')}"
        f"{part('WKST', draw(st.sampled_from(DAY_NAMES)))}"
    )


@settings(max_examples=60, deadline=None)
@given(stepped_rules(), FIRSTS, WINDOWS)
def test_equal_steps_are_what_dateutil_walks_to(text: str, first: datetime, window: tuple[int, int]) -> None:
    low = first + timedelta(window[0])
    high = low + timedelta(window[1])
    found = [each for each in stepped(rule_of(text), first, low, high) if low <= each < high]

    assert has_equal_steps(rule_of(text))
    assert found == expected(text, first, low, high)


def test_position_in_a_week_is_that_in_the_whole_week_also_where_the_rule_begins() -> None:
    found = given_by("FREQ=WEEKLY;BYDAY=MO,TU,TH;BYSETPOS=1", "2000-07-31", "2000-08-15", at("2000-08-02T09:30"))
    assert found == ["2000-08-07 09:30", "2000-08-14 09:30"]


# What takes dateutil long to find nothing is compared for shorter.
SHORTER = {"HOURLY": 100, "MINUTELY": 3_000, "SECONDLY": 100_000}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(stepped_rules() | other_rules(), FIRSTS, WINDOWS)
def test_every_rule_begun_near_the_window_is_what_dateutil_walks_to(
    text: str, first: datetime, window: tuple[int, int]
) -> None:
    shorter = SHORTER.get(text.partition(";")[0].removeprefix("FREQ="), 1)
    low = first + timedelta(window[0] / shorter)
    high = low + timedelta(window[1] / shorter)
    assume(leads_somewhere(text, first, high))
    found = [] if high <= first else [each for each in walked(rule_of(text), first, low, high) if each and low <= each]

    assert found == expected(text, first, low, high)


def leads_somewhere(text: str, first: datetime, high: datetime) -> bool:
    """Whether the rule gives a time soon, as else dateutil would look for one to the end of the calendar."""
    within = min(high + timedelta(400 / SHORTER.get(text.partition(";")[0].removeprefix("FREQ="), 1)), at("2040-01-01"))
    plain = ";".join(part for part in text.split(";") if not part.startswith("COUNT"))
    return any(each and each >= high for each in walked(rule_of(plain), first, first, within))


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=DAILY;BYMONTH=1",
        "FREQ=WEEKLY;BYSETPOS=1;BYDAY=MO,TU",
        "FREQ=MONTHLY",
        "FREQ=WEEKLY;BYMONTHDAY=13",
    ],
)
def test_what_has_no_equal_steps_is_followed_step_by_step(text: str) -> None:
    assert not has_equal_steps(rule_of(text))


@pytest.mark.parametrize(
    ("text", "low", "high", "found"),
    [
        ("FREQ=MONTHLY", "2017-01-01", "2017-08-01", ["2017-03-31", "2017-05-31", "2017-07-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01", "2026-03-01", ["2026-01-30", "2026-02-27"]),
        ("FREQ=MONTHLY;BYDAY=2TU;INTERVAL=2", "2026-01-01", "2026-04-30", ["2026-01-13", "2026-03-10"]),
        ("FREQ=YEARLY", "2018-01-01", "2020-01-01", ["2018-01-31", "2019-01-31"]),
        ("FREQ=YEARLY;BYMONTH=2", "2018-01-01", "2040-01-01", []),
        ("FREQ=YEARLY;BYMONTH=3", "2018-01-01", "2020-01-01", ["2018-03-31", "2019-03-31"]),
        ("FREQ=YEARLY;BYWEEKNO=20", "2026-01-01", "2027-01-01", ["2026-05-12"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2026-01-01", "2027-01-01", ["2026-05-11"]),
        ("FREQ=YEARLY;BYYEARDAY=1,-1", "2026-01-01", "2027-01-01", ["2026-01-01", "2026-12-31"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2020-01-01", "2021-01-01", ["2020-11-03"]),
        ("FREQ=YEARLY;BYDAY=20MO", "2026-01-01", "2027-01-01", ["2026-05-18"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-02-01", "2028-04-01", ["2028-02-29", "2028-03-31"]),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "2026-01-01", "2026-01-15", ["2026-01-05", "2026-01-12"]),
        ("FREQ=WEEKLY;BYMONTH=2", "2026-01-01", "2026-02-15", ["2026-02-03", "2026-02-10"]),
        ("FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR", "2026-01-01", "2026-04-01", ["2026-02-13", "2026-03-13"]),
        ("FREQ=DAILY;UNTIL=20170203", "2017-01-01", "2018-01-01", ["2017-02-01", "2017-02-02", "2017-02-03"]),
        ("FREQ=DAILY;UNTIL=20170202T083000Z", "2017-01-01", "2018-01-01", ["2017-02-01", "2017-02-02"]),
        ("FREQ=DAILY;UNTIL=20170202T082959Z", "2017-01-01", "2018-01-01", ["2017-02-01"]),
        ("FREQ=DAILY;UNTIL=20170202T093000", "2017-01-01", "2018-01-01", ["2017-02-01", "2017-02-02"]),
        ("FREQ=DAILY;UNTIL=20170202T092959", "2017-01-01", "2018-01-01", ["2017-02-01"]),
        ("FREQ=DAILY;UNTIL=20160101", "2015-01-01", "2018-01-01", []),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "2026-01-01", "2026-01-08", ["2026-01-06"]),
        ("FREQ=WEEKLY;UNTIL=99991231", "2026-01-01", "2026-01-08", ["2026-01-06"]),
    ],
)
def test_rule_gives_these_days(text: str, low: str, high: str, found: list[str]) -> None:
    assert given_by(text, low, high) == [f"{day} 09:30" for day in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0", ["2017-02-01 08:00", "2017-02-01 18:00"]),
        ("FREQ=HOURLY;INTERVAL=12", ["2017-02-01 09:30", "2017-02-01 21:30"]),
        ("FREQ=MINUTELY;INTERVAL=500", ["2017-02-01 02:10", "2017-02-01 10:30", "2017-02-01 18:50"]),
        ("FREQ=SECONDLY;INTERVAL=43200", ["2017-02-01 09:30", "2017-02-01 21:30"]),
        ("FREQ=DAILY;BYSECOND=60", ["2017-02-01 09:30"]),
        ("FREQ=HOURLY;INTERVAL=24;BYHOUR=8", []),
    ],
)
def test_rule_gives_these_hours(text: str, found: list[str]) -> None:
    assert given_by(text, "2017-02-01", "2017-02-02") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=3", ["2017-02-06", "2017-02-13"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3", ["2017-02-01", "2017-03-01"]),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", ["2017-02-07", "2017-02-14"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", ["2017-03-31", "2017-05-31"]),
    ],
)
def test_first_time_counts_as_one_even_where_the_rule_does_not_lead_to_it(text: str, found: list[str]) -> None:
    assert given_by(text, "2017-01-01", "2018-01-01") == [f"{day} 09:30" for day in found]


def test_until_is_held_against_instants_where_the_clocks_go_back() -> None:
    first = at("2017-10-29T00:30")
    found = given_by("FREQ=HOURLY;UNTIL=20171029T003000Z", "2017-10-29", "2017-10-30", first)

    assert found == ["2017-10-29 01:30", "2017-10-29 02:30"]


def test_days_end_with_the_day_that_until_writes() -> None:
    span = at("2017-01-01"), at("2018-01-01")
    found = starts(rule_of("FREQ=DAILY;UNTIL=20170203T230000Z"), at("2017-02-01"), None, span, MANY)

    assert found.times == (at("2017-02-02"), at("2017-02-03"))


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
        "FREQ=YEARLY;BYDAY=53MO;INTERVAL=2",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=9999999",
        "FREQ=HOURLY;INTERVAL=9999999;COUNT=2",
    ],
)
def test_rule_that_leads_nowhere_comes_to_an_end(text: str) -> None:
    assert given_by(text, "2026-01-01", "2027-01-01") == []


def test_more_times_than_the_limit_are_cut_and_told() -> None:
    found = starts(rule_of("FREQ=SECONDLY"), FIRST, "UTC", (at("2026-01-01"), at("2027-01-01")), 3)

    assert (found.times, found.cut) == (tuple(at(f"2026-01-01T00:00:0{n}") for n in range(3)), too_many(3))


def test_rule_with_a_count_is_not_followed_for_ever() -> None:
    found = starts(rule_of("FREQ=SECONDLY;COUNT=9999999"), FIRST, "UTC", (at("2026-01-01"), at("2027-01-01")), 3)

    assert (found.times, found.cut) == ((), led_nowhere(30))


def test_what_is_cut_on_the_last_day_of_the_span_is_not_told() -> None:
    found = starts(rule_of("FREQ=SECONDLY"), FIRST, "UTC", (at("2026-01-01"), at("2026-01-02")), 3)

    assert found.cut == ""


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=MINUTELY;BYSETPOS=2",
        "FREQ=SECONDLY;BYSETPOS=2",
        "FREQ=HOURLY;INTERVAL=2;BYSETPOS=-366",
        "FREQ=MINUTELY;INTERVAL=3;BYMINUTE=2;COUNT=9",
    ],
)
def test_rule_that_gives_no_time_is_given_up_and_told(text: str) -> None:
    found = starts(rule_of(text), FIRST, "UTC", (FIRST, at("2040-01-01")), 1_000)

    assert (found.times, found.cut) == ((), led_nowhere(10_000))


def test_weekdays_counted_and_not_counted_stand_side_by_side() -> None:
    assert given_by("FREQ=MONTHLY;BYDAY=WE,-1TU", "2017-02-01", "2017-03-01") == [
        f"2017-02-{day} 09:30" for day in ("01", "08", "15", "22", "28")
    ]
