from datetime import date

import pytest

from agendacli.model.asked import Refusal
from agendacli.words.times.typed.keys import read_day_key

MONDAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2026-01-05", "2026-01-05"),
        (" some  day in 2026-02 ", "some day in 2026-02"),
        ("2 weeks before panel-1", "2 weeks before panel-1"),
        ("2026-02", "2026-02"),
        ("tomorrow", "2026-01-06"),
        ("9 march", "2026-03-09"),
        ("next week", "2026-01-12 to 2026-01-18"),
        ("14-15 July 2026", "2026-07-14 to 2026-07-15"),
        ("10 or 12 May", "2026-05-10 or 2026-05-12"),
        ("mid-March 2027", "some day in 2027-03-11 to 2027-03-20"),
    ],
)
def test_day_key_of_what_is_typed(text: str, key: str) -> None:
    assert read_day_key(text, MONDAY) == key


def test_day_key_of_a_week_that_begins_on_sunday() -> None:
    assert read_day_key("this week", MONDAY, 6) == "2026-01-04 to 2026-01-10"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("4/9/2026", "`4/9/2026` could be 4 September 2026 or 9 April 2026; write `2026-09-04` or `2026-04-09`"),
        ("2026-02-30", "`2026-02-30` is not a day of the calendar; write `2017-09-04`"),
        (
            "2026-01-05 to 2026-01-04",
            "`2026-01-05 to 2026-01-04` ends before it begins; turn the two round or correct them",
        ),
    ],
)
def test_day_key_of_what_is_no_day(text: str, message: str) -> None:
    assert read_day_key(text, MONDAY) == Refusal(message)
