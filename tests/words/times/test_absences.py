"""The texts of an absence."""

import pytest

from agendacli.model.fault import Fault
from agendacli.words.times.absences import LONGEST, Away, parse_absence


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-03-09", "03-09 00", "03-10 00"),
        ("9 March 2026", "03-09 00", "03-10 00"),
        ("2026-03-09 to 2026-03-10", "03-09 00", "03-11 00"),
        ("from 2026-03-09 to 2026-03-10", "03-09 00", "03-11 00"),
        ("2026-03", "03-01 00", "04-01 00"),
        ("2026-03-09, 09:00-12:00", "03-09 09", "03-09 12"),
        ("9 March 2026 9-10", "03-09 09", "03-09 10"),
        ("09:00-12:00 on 9 March 2026", "03-09 09", "03-09 12"),
        ("2026-03-09, morning", "03-09 00", "03-09 12"),
        ("2026-03-09, 18:00-", "03-09 18", "03-10 00"),
        ("2026-03-09, 22:00-02:00 +1", "03-09 22", "03-10 02"),
        ("2026-03-09, all day", "03-09 00", "03-10 00"),
        ("before 12:00 on 2026-03-09", None, "03-09 12"),
        ("before 2026-03-09, 12:00", None, "03-09 12"),
        ("not before noon on 9 March 2026", None, "03-09 12"),
        ("arrives at noon on 9 March 2026", None, "03-09 12"),
        ("before 2026-03-09", None, "03-09 00"),
        ("until 2026-03-09", None, "03-10 00"),
        ("until 12:00 on 2026-03-09", None, "03-09 12"),
        ("from 2026-03-10", "03-10 00", None),
        ("leaves on 10 March 2026", "03-10 00", None),
        ("From  15:00 on 2026-03-10", "03-10 15", None),
        ("after 2026-03-10", "03-11 00", None),
        ("not after 6pm on 2026-03-10", "03-10 18", None),
    ],
)
def test_text_to_time(text: str, start: str | None, end: str | None) -> None:
    found = parse_absence(text)
    assert isinstance(found, Away), found
    assert [each and f"{each:%m-%d %H}" for each in (found.start, found.end)] == [start, end]


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "10 or 12 May 2026",
        "before",
        "leaves on the 10th",
        "2026-03-09 to 2026-03-10, 09:00-12:00",
        "before 2026-03-09 to 2026-03-10",
        "2 days before opening",
        "2026-02-30",
        "some 2 days in 2026-03",
        "some day in 2026-03-09 to 2026-03-10",
        "a " * LONGEST,
    ],
)
def test_text_that_is_no_time(text: str) -> None:
    found = parse_absence(text)
    assert isinstance(found, Fault)
    assert "is not a time at which somebody is absent; write `2026-03-09 to 2026-03-10`" in found.message
