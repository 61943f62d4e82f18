"""Remarks behind names and titles, and short dates before times, which are neither positions nor times."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.remarks import is_remark, without_remarks

Shown = Callable[..., list[str]]
DAY = "9 March 2026\n\n"


@pytest.mark.parametrize(
    "text",
    ["booking essential", "bring boots", "£5", "5 €", "20 min", "Eintritt frei", "sur inscription", "aforo limitado"],
)
def test_remarks(text: str) -> None:
    assert is_remark(text)
    assert without_remarks(f"Coast Office, {text}, Room 2") == "Coast Office"


@pytest.mark.parametrize("text", ["Coast Office", "Director of Tides", "Amt für Küsten"])
def test_positions_are_none(text: str) -> None:
    assert not is_remark(text)


@pytest.mark.parametrize(
    "line", ["Talk by Dr Ann Lee, booking essential", "Talk (Dr Ann Lee, free entry)", "Talk - Dr Ann Lee, £5"]
)
def test_a_remark_behind_a_name_is_no_position(shown: Shown, line: str) -> None:
    (found,) = shown(f"{DAY}10:00 {line}\n")
    assert "+Dr Ann Lee (speaker)" in found


def test_a_remark_below_what_reads_like_a_person_is_no_title(shown: Shown) -> None:
    (found,) = shown("Thursday 12 March 2026, 7.30pm\nClara Rowe Revisited\nTickets at the door\n")
    assert found.startswith("2026-03-12 19:30- Clara Rowe Revisited")


def test_a_short_date_before_a_time_is_a_day(shown: Shown) -> None:
    text = "Termine 2026\n\n12.05. 19:00 Stammtisch\n09.06. 14-16 Uhr Grillen\n14.07. Sommerfest\n"
    found = [each.partition(" ?")[0] for each in shown(text)]
    assert found[:2] == ["2026-05-12 19:00- Stammtisch", "2026-06-09 14:00-16:00 Grillen"]


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [("15.04. Einführung", 1, 0), ("9.30. Begrüßung", 0, 1), ("Lunch is at 12.30.", 0, 1), ("10.05 Pause", 0, 1)],
)
def test_a_short_date_is_no_time(text: str, days: int, hours: int) -> None:
    assert (len(days_in(text)), len(hours_in(text))) == (days, hours)


@pytest.mark.parametrize("title", ["Summer Reading: a challenge", "Walk: a marshalled walk"])
def test_a_hall_inside_of_a_word_is_no_room(shown: Shown, title: str) -> None:
    (found,) = shown(f"{DAY}10:00 {title}\n")
    assert "@" not in found


def test_who_stands_before_a_colon_may_be_what_it_is_about(shown: Shown) -> None:
    (found,) = shown(f"{DAY}10:00 Beat Making: for teenagers\n")
    assert "before a sign of the title, which may be about it" in found
