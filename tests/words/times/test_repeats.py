from datetime import date, datetime

import pytest

from agendacli.model.codes import BAD_DATE, END_BEFORE_START
from agendacli.model.fault import Fault
from agendacli.model.when import Days, Timed, TimeWindow, When
from agendacli.words.times.forms import REPEAT_PATTERN
from agendacli.words.times.repeats import Every, is_repeat, parse_every

HELP = (
    "write `every Tuesday from 2026-03-10 to 2026-04-14`, or begin with `every day`, `every weekday`, "
    "`every other Monday and Friday`, `every 3 weeks on Monday`, `every FREQ=MONTHLY;BYDAY=1TU`"
)
TUESDAY = date(2026, 3, 10)

ONLY = "so only that first day takes place; correct it"


def every(words: str) -> Every:
    found = parse_every(words)
    assert isinstance(found, Every)
    return found


@pytest.mark.parametrize(
    ("words", "first", "rule"),
    [
        ("day", 10, "FREQ=DAILY"),
        ("other day", 10, "FREQ=DAILY;INTERVAL=2"),
        ("3 days", 10, "FREQ=DAILY;INTERVAL=3"),
        ("weekday", 10, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("Tuesday", 10, "FREQ=WEEKLY;BYDAY=TU"),
        ("monday", 16, "FREQ=WEEKLY;BYDAY=MO"),
        ("Thursday and Monday", 12, "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("Monday, Wednesday and Friday", 11, "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("Monday, Wednesday, and Friday", 11, "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("other Sunday", 15, "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
        ("2 weeks", 10, "FREQ=WEEKLY;INTERVAL=2"),
        ("3 weeks on Monday and Wednesday", 11, "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE"),
        ("1 weeks", 10, "FREQ=WEEKLY"),
        ("freq=monthly;byday=2TU", 10, "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=DAILY;COUNT=3", 10, "FREQ=DAILY;COUNT=3"),
        ("FREQ=DAILY;UNTIL=20260310", 10, "FREQ=DAILY;UNTIL=20260310"),
        ("FREQ=DAILY;UNTIL=20260309T233000Z", 10, "FREQ=DAILY;UNTIL=20260309T233000Z"),
    ],
)
def test_parse_every_gives_the_first_day_and_the_rule(words: str, first: int, rule: str) -> None:
    found = every(f"every {words} from 2026-03-10")

    assert (found.first, found.last, found.rule) == (date(2026, 3, first), None, rule)


def test_parse_every_takes_any_spacing_and_a_last_day() -> None:
    assert every("Every  Tuesday from 2026-03-10\n to 2026-04-14").last == date(2026, 4, 14)


@pytest.mark.parametrize(
    "text",
    [
        "every Tuesday",
        "every other weekday from 2026-03-10",
        "every 0 days from 2026-03-10",
        "every 3 days on Monday from 2026-03-10",
        "every moon from 2026-03-10",
        "every Tuesday from March",
        "every",
    ],
)
def test_parse_every_refuses_other_words(text: str) -> None:
    assert parse_every(text) == Fault(BAD_DATE, f"`{text}` is not known here; {HELP}")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "every day from 2026-02-30",
            Fault(BAD_DATE, "`2026-02-30` is not a day of the calendar; write `2017-09-04`"),
        ),
        (
            "every day from 2026-02-01 to 2026-02-30",
            Fault(BAD_DATE, "`2026-02-30` is not a day of the calendar; write `2017-09-04`"),
        ),
        (
            "every day from 2026-03-10 to 2026-03-09",
            Fault(
                END_BEFORE_START,
                "`every day from 2026-03-10 to 2026-03-09` ends before it begins; "
                "turn the two days round or correct them",
            ),
        ),
        (
            "every Monday from 2026-03-10 to 2026-03-15",
            Fault(BAD_DATE, "there is no such day in `every Monday from 2026-03-10 to 2026-03-15`; correct its bounds"),
        ),
        (
            "every FREQ=OFTEN from 2026-03-10",
            Fault(BAD_DATE, "`FREQ=OFTEN` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"),
        ),
        *(
            (
                f"every FREQ=DAILY;UNTIL={until} from 2026-03-10",
                Fault(
                    END_BEFORE_START,
                    f"`FREQ=DAILY;UNTIL={until}` ends before 2026-03-10; correct its UNTIL, or the day after `from`",
                ),
            )
            for until in ("20260309", "20260308T235959Z")
        ),
        (
            "every FREQ=DAILY;COUNT=3 from 2026-03-10 to 2026-03-15",
            Fault(BAD_DATE, "`FREQ=DAILY;COUNT=3` says by itself when it ends; leave out `to 2026-03-15`"),
        ),
    ],
)
def test_parse_every_refuses_what_leads_to_no_days(text: str, fault: Fault) -> None:
    assert parse_every(text) == fault


@pytest.mark.parametrize(
    ("text", "expected"),
    [("every nonsense", True), ("Every day", True), ("everyday", False), ("2026-03-10", False), ("", False)],
)
def test_is_repeat_tells_by_the_first_word(text: str, *, expected: bool) -> None:
    assert is_repeat(text) is expected


def test_pattern_for_editors_takes_what_is_read() -> None:
    import re

    texts = ("every Tuesday from 2026-03-10", "Every 3 weeks on Monday from 2026-03-10 to 2026-04-14")

    assert all(re.search(REPEAT_PATTERN, text) for text in texts)
    assert re.search(REPEAT_PATTERN, "every Tuesday") is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every Tuesday from 2026-03-10 to 2026-03-31", [10, 17, 24, 31]),
        ("every Tuesday from 2026-03-09 to 2026-03-24", [10, 17, 24]),
        ("every other Monday and Wednesday from 2026-03-11", [11, 23, 25]),
        ("every 2 weeks from 2026-03-11", [11, 25]),
        ("every 10 days from 2026-03-02", [2, 12, 22]),
        ("every FREQ=MONTHLY from 2026-03-30", [30, 31]),
        ("every FREQ=MONTHLY;BYMONTHDAY=13,-1 from 2026-03-02", [2, 13, 31]),
        ("every FREQ=DAILY;UNTIL=20260312 from 2026-03-10", [10, 11, 12]),
    ],
)
def test_every_has_these_days_in_march(text: str, days: list[int]) -> None:
    found = every(text)

    assert [day for day in range(1, 32) if found.has(date(2026, 3, day))] == days


@pytest.mark.parametrize(
    ("text", "day", "near"),
    [
        ("every Tuesday from 2026-03-10", date(2026, 3, 25), date(2026, 3, 24)),
        ("every Tuesday from 2026-03-10", date(2026, 3, 30), date(2026, 3, 31)),
        ("every Tuesday from 2026-03-10", date(2026, 3, 1), None),
        ("every other day from 2026-03-10", date(2026, 3, 13), date(2026, 3, 12)),
        ("every FREQ=DAILY from 2026-03-10", date(2026, 3, 1), None),
    ],
)
def test_nearest_is_within_one_step(text: str, day: date, near: date | None) -> None:
    assert every(text).nearest(day) == near


def test_known_days_are_those_of_forty_years() -> None:
    days = list(every("every 600 days from 2026-03-10").known())

    assert (len(days), str(days[0]), str(days[-1])) == (25, "2026-03-10", "2065-08-12")


@pytest.mark.parametrize(
    ("text", "misfit"),
    [
        ("every Tuesday from 2026-03-10", None),
        ("every FREQ=MONTHLY;BYDAY=2TU from 2026-03-10 to 2026-03-20", None),
        ("every FREQ=MONTHLY;BYDAY=1TU from 2026-03-10 to 2026-04-20", None),
        ("every FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 from 2096-03-01", None),
        (
            "every FREQ=MONTHLY;BYDAY=1TU from 2026-03-10 to 2026-03-20",
            f"`FREQ=MONTHLY;BYDAY=1TU` falls on no day from 2026-03-10 to 2026-03-20, {ONLY}",
        ),
        (
            "every FREQ=DAILY;BYDAY=MO;UNTIL=20260312 from 2026-03-10",
            f"`FREQ=DAILY;BYDAY=MO;UNTIL=20260312` falls on no day from 2026-03-10 to 2026-03-12, {ONLY}",
        ),
        (
            "every freq=yearly;bymonth=2;bymonthday=30 from 2026-03-10",
            f"`FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30` falls on no day from 2026-03-10, {ONLY}",
        ),
    ],
)
def test_misfit_is_a_rule_that_never_falls_on_a_day(text: str, misfit: str | None) -> None:
    assert every(text).misfit() == misfit


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "end"),
    [
        (Timed(at("2026-03-10T14:00"), at("2026-03-10T15:30"), "Europe/Vienna"), "20260414T120000Z"),
        (Timed(at("2026-03-10T14:00"), None, "America/New_York"), "20260414T180000Z"),
        (TimeWindow(at("2026-03-10"), at("2026-03-10T10:00"), "Europe/Vienna"), "20260413T220000Z"),
        (Days(TUESDAY, date(2026, 3, 11), "Europe/Vienna"), "20260414"),
    ],
)
def test_rule_ends_as_its_kind_of_time_asks_for(when: When, end: str) -> None:
    days = every("every Tuesday from 2026-03-10 to 2026-04-14")

    assert days.rule_for(when) == f"FREQ=WEEKLY;BYDAY=TU;UNTIL={end}"


def test_rule_without_last_day_has_no_end() -> None:
    days = every("every Tuesday from 2026-03-10")

    assert days.rule_for(Days(TUESDAY, date(2026, 3, 11), None)) == "FREQ=WEEKLY;BYDAY=TU"
