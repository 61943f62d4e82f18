"""What stands on the days of a calendar."""

from datetime import date

from agendacli.analysis.occurrences import expand
from agendacli.analysis.timetable.calendar_weeks import calendar_entries
from agendacli.analysis.timetable.sections import lay_out
from agendacli.load.programmes import load_text

PHASE = """\
title: Phase
zone: UTC
days:
  2026-03-09 to 2026-03-11:
    - hours unknown: Submission of papers
      transparent: yes
"""


def test_event_that_takes_no_time_stands_with_each_of_its_sessions() -> None:
    programmes = (each for name in ("phase", "week") for each in load_text(PHASE.encode(), f"{name}.yaml").programmes)
    found = calendar_entries(lay_out(expand(programmes)), whole_events=True)
    days = date(2026, 3, 9), date(2026, 3, 12)
    assert [(each.occurrence.session.title, each.start, each.end) for each in found] == [
        ("Submission of papers", *days),
        ("Submission of papers", *days),
    ]
