"""Words and lines of what the command line's own tests do not reach: long sessions, combining letters."""

from datetime import UTC, datetime

import pytest

from agendacli.model.asked import Clock, Moment
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed
from agendacli.render.line import next_line, now_line
from agendacli.render.relative import rest_text

VIENNA = "Europe/Vienna"


def clock(text: str) -> Clock:
    return Clock(Moment(datetime.fromisoformat(text).replace(tzinfo=UTC)))


def occurrence(title: str, start: str, end: str) -> Occurrence:
    when = Timed(datetime.fromisoformat(start), datetime.fromisoformat(end), VIENNA)
    return Occurrence(Programme("p", "P", "p.yaml"), Session("s", title, when), when)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-03-02T08:00", "3 more days"),
        ("2026-03-04T08:00", "until tomorrow"),
        ("2026-03-04T10:00", "23 h left"),
        ("2026-03-05T08:59:59", "1 min left"),
    ],
)
def test_rest_of_what_takes_days_by_the_clock(moment: str, words: str) -> None:
    sprint = occurrence("Sprint", "2026-03-02T09:00", "2026-03-05T10:00")
    assert rest_text(sprint, clock(moment)) == words


def test_rest_of_what_takes_no_time() -> None:
    assert rest_text(occurrence("Gong", "2026-03-02T09:00", "2026-03-02T09:00"), clock("2026-03-02T08:00")) == "now"


@pytest.mark.parametrize(
    ("before", "words"),
    [("2026-03-28T12:00", "in 20 h"), ("2026-10-24T12:00", "in 21 h")],
)
def test_wait_across_the_night_on_which_the_clocks_change(before: str, words: str) -> None:
    day = "2026-03-29" if "-03-" in before else "2026-10-25"
    morning = occurrence("Run", f"{day}T10:00", f"{day}T11:00")
    assert next_line([morning], clock(before)).endswith(f"Run · {words}")


def test_line_is_cut_between_letters_with_their_accents() -> None:
    accented = occurrence("e\u0301te\u0301 a\u0300 la mer", "2026-03-02T09:00", "2026-03-02T10:00")
    line = now_line([accented], clock("2026-03-02T08:30"), 28)
    assert line == "09:00 e\u0301te\u0301 a\u0300 l… · 30 min left"
