"""Days that repeat in the words of people."""

import pytest

from agendacli.words.times.repeats import Every, is_repeat, parse_every
from agendacli.words.times.repeats_meant import every_meant

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
    "each Tuesday starting 10 March 2026 through 28 April 2026": "every Tuesday from 2026-03-10 to 2026-04-28",
    "every other Friday from March 13, 2026": "every other Friday from 2026-03-13",
}


@pytest.mark.parametrize(("text", "meant"), REPEATS.items())
def test_repeat_that_is_meant_is_read_alike_and_every_first_day_fits(text: str, meant: str) -> None:
    days = parse_every(meant)
    assert isinstance(days, Every)
    assert (every_meant(text), is_repeat(text), parse_every(text), days.misfit()) == (meant, True, days, None)


@pytest.mark.parametrize(
    "text",
    [
        "tbc",
        "every tenth Tuesday from 2026-03-10",
        "every moon from 2026-03-10",
        "every Tuesday from 2026-02-30",
        "every Tuesday",
        "",
    ],
)
def test_repeat_that_is_not_clear_is_none(text: str) -> None:
    assert every_meant(text) is None
