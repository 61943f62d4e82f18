"""The first impression, drawn: what is on and what comes next, or what there is and what to type."""

from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from agendacli.analysis.event_dates import event_dates
from agendacli.analysis.occurrences import expand
from agendacli.analysis.timetable.clocks import Clocks
from agendacli.analysis.upcoming import coming, on_now
from agendacli.load.programmes import load
from agendacli.model.asked import Clock, Moment
from agendacli.model.occurrence import Occurrence
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.overview import draw_overview


def overview(moment: datetime, width: int) -> str:
    programmes = load(["bundled"]).programmes
    occurrences, clock = expand(programmes), Clock(Moment(moment))
    events = [(each, event_dates(each)) for each in programmes]
    drawn = draw_overview(on_now(occurrences, clock), coming(occurrences, clock, count=3), events, width)
    return draw(drawn, width=width)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_overview_long_after_everything(snapshot: SnapshotAssertion, width: int) -> None:
    assert overview(datetime(2026, 11, 22, tzinfo=UTC), width) == snapshot


def test_overview_in_the_middle_of_a_day(snapshot: SnapshotAssertion) -> None:
    assert overview(datetime(2017, 9, 5, 11, 30, tzinfo=UTC), 80) == snapshot


def test_overview_of_one_event_names_it_in_its_heading_on_the_clocks_asked_for(
    high_level: tuple[Occurrence, ...],
) -> None:
    opening = next(each for each in high_level if each.session.id == "opening")
    drawn = draw(draw_overview((opening,), (), (), 100, Clocks("Europe/Vienna")), width=100).splitlines()
    assert drawn[:2] == [
        "On now",
        "WEDNESDAY 27 SEPTEMBER 2017 · High-level meeting · New York · Europe/Vienna (UTC+2)",
    ]
    assert drawn[3].startswith("16:00–17:00")


def test_overview_of_no_events() -> None:
    assert draw(draw_overview((), (), (), 80), width=80).splitlines() == [
        "There are no events here.",
        "",
        "agenda timetable EVENT           its programme by day",
        "agenda conflicts                 what cannot both be kept",
        "agenda export EVENT -o FILE.ics  for your calendar app",
        "agenda --help                    everything else",
    ]
