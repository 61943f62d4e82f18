import pytest

from agendacli.model.fault import Fault
from agendacli.words.times.grammar import parse_clock, parse_days
from agendacli.words.times.repeats import Every, parse_every
from agendacli.words.times.suggestions import day_meant, time_meant

DAYS = {
    "10 March 2026": "2026-03-10",
    "March 10, 2026": "2026-03-10",
    "2026-5-7": "2026-05-07",
    "Monday 2026-05-04": "2026-05-04",
    "Tue., 10 March 2026": "2026-03-10",
    "2026-05-04 (Monday)": "2026-05-04",
    "2026-05-04 - 2026-05-08": "2026-05-04 to 2026-05-08",
    "4 May 2026 until 8 May 2026": "2026-05-04 to 2026-05-08",
    "May 2026": "2026-05",
    "2026-W19": "2026-05-04 to 2026-05-10",
    "some day in June 2026": "some day in 2026-06",
    "some 2 days in June 2026": "some 2 days in 2026-06",
}
REPEATS = {
    "Tuesdays from 2026-03-10": "every Tuesday from 2026-03-10",
    "every Tuesdays from 2026-03-10 until 2026-04-28": "every Tuesday from 2026-03-10 to 2026-04-28",
    "every Tue from 2026-03-10": "every Tuesday from 2026-03-10",
    "every week from 2026-03-10": "every Tuesday from 2026-03-10",
    "daily from 2026-03-10": "every day from 2026-03-10",
    "monthly from 2026-03-10": "every FREQ=MONTHLY from 2026-03-10",
    "every year from 2026-03-10": "every FREQ=YEARLY from 2026-03-10",
    "every first Tuesday from 2026-03-10": "every FREQ=MONTHLY;BYDAY=1TU from 2026-04-07",
    "every last Friday of the month from 2026-03-01": "every FREQ=MONTHLY;BYDAY=-1FR from 2026-03-27",
}
TIMES = {
    "3pm-5pm": "write `15:00-17:00`",
    "9-9:30": "write `09:00-09:30`",
    "13.00 to 15.00": "write `13:00-15:00`",
    "10h00-11h30": "write `10:00-11:30`",
    "noon-1:30 p.m.": "write `12:00-13:30`",
    "22:00-midnight": "write `22:00-24:00`",
    "17:00-late": "write `17:00-`: nobody states its end",
    "12:00": "write its end as well, or `12:00-` if nobody states that",
    "from 3pm": "write its end as well, or `15:00-` if nobody states that",
    "TBC": "write `hours unknown`",
    "time to be announced": "write `hours unknown`",
    "All-day": "write `all day`",
    "14:00-15:00 (TBC)": "write `14:00-15:00`, and `status: tentative` below it",
    "morning (tbc)": "write `morning`, and `status: tentative` below it",
}


@pytest.mark.parametrize(("text", "meant"), [*DAYS.items(), *REPEATS.items()])
def test_day_that_is_meant(text: str, meant: str) -> None:
    assert day_meant(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "tbc",
        "Monday",
        "10 March",
        "05/06/2026",
        "some day in June",
        "2026-05-06, 2026-05-07",
        "4 May 2026 to whenever",
        "every tenth Tuesday from 2026-03-10",
        "every moon from 2026-03-10",
        "every Tuesday from 2026-02-30",
        "every Tuesday",
        "",
    ],
)
def test_day_that_is_not_clear_is_none(text: str) -> None:
    assert day_meant(text) is None


@pytest.mark.parametrize(("text", "meant"), TIMES.items())
def test_time_that_is_meant(text: str, meant: str) -> None:
    assert time_meant(text) == meant


@pytest.mark.parametrize("text", ["", "title", "9-5pm", "30:00", "99:00-late", "13:00-12:00", "after lunch"])
def test_time_that_is_not_clear_is_none(text: str) -> None:
    assert time_meant(text) is None


@pytest.mark.parametrize("meant", DAYS.values())
def test_day_that_is_meant_is_taken(meant: str) -> None:
    assert not isinstance(parse_days(meant), Fault)


@pytest.mark.parametrize("meant", REPEATS.values())
def test_repeat_that_is_meant_is_taken_and_every_first_day_fits(meant: str) -> None:
    days = parse_every(meant)
    assert isinstance(days, Every)
    assert days.misfit() is None


@pytest.mark.parametrize("meant", TIMES.values())
def test_time_that_is_meant_is_taken(meant: str) -> None:
    assert not isinstance(parse_clock(meant.split("`")[1]), Fault)
