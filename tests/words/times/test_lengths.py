"""Lengths of time as people write them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.model.asked import Refusal
from agendacli.words.times.lengths import parse_length, read_length


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15m", 15),
        ("45 min", 45),
        ("45 min.", 45),
        ("90'", 90),
        ("90 minutes", 90),
        ("2h", 120),
        (" 2 hours ", 120),
        ("1 hour", 60),
        ("2 hrs", 120),
        ("1.5 h", 90),
        ("1h30", 90),
        ("1h30m", 90),
        ("9 h 30 min", 570),
        ("2 hours and 30 minutes", 150),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("3 days", 3 * 1440),
        ("1w", 7 * 1440),
        ("1 d 2 h", 1560),
    ],
)
def test_length_in_minutes(text: str, minutes: int) -> None:
    assert (parse_length(text), read_length(text)) == (timedelta(minutes=minutes),) * 2


@pytest.mark.parametrize("text", ["", "0 min", "0 h 0 min", "long", "15", "2h-", "1h75", "30", "1.5"])
def test_no_length_is_refused(text: str) -> None:
    assert parse_length(text) is None
    assert read_length(text) == Refusal(f"`{text}` is not a length of time; write one like `15m`, `2h` or `1h30m`")


@given(st.text(" 0123456789hmdw.'", max_size=20))
def test_any_text_is_a_length_that_is_more_than_nothing_or_none(text: str) -> None:
    length = parse_length(text)
    assert length is None or length > timedelta()
