"""Answers that depend on the time: kept for as long as they hold, and not a second longer, whichever way clocks go."""

import ast
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.answers.asking import MOMENT, Asking
from tests.answers.programmes import TEA, WEEKLY

import agendacli
from agendacli.analysis.occurrences import expand
from agendacli.analysis.upcoming import coming, on_now
from agendacli.model.asked import Clock, Moment
from agendacli.model.glances import Glances
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed
from agendacli.render.line import next_line, now_line

# 08:30 UTC: a minute ends after 60 seconds, a quarter after 900, the talk has begun after 1800.
STEPS = (0, 0, 59, 60, 0, 899, 900, 1_800)


@pytest.mark.parametrize("line", ["now --line", "next --line", "now -f table", "timetable -f table --on today"])
def test_the_clock_goes_on_and_back(asking: Asking, line: str) -> None:
    for name, text in (("tea.yaml", TEA), ("week.ics", WEEKLY)):
        asking.write(name, text)
    for step in STEPS:
        asking.moment = MOMENT - 1_800 + step
        asking.alike(*line.split())
    assert any(asking.replayed)


@pytest.mark.parametrize("line", ["timetable -e week.ics", "export -e week.ics", "conflicts -q -e week.ics"])
def test_what_asks_the_clock_itself_is_not_kept(asking: Asking, line: str) -> None:
    asking.write("week.ics", WEEKLY)
    assert not asking.twice(*line.split())


MOMENTS = st.integers(-90_000, 90_000).map(lambda seconds: datetime.fromtimestamp(MOMENT + seconds, UTC))
SECONDS = st.one_of(st.sampled_from((0, 60, 900, 3_600, 86_400, -60, -86_400)), st.integers(-90_000, 90_000))
ZONES = st.sampled_from(("UTC", "Europe/Vienna", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata"))
SESSIONS = st.lists(st.tuples(SECONDS, st.sampled_from((0, 30, 60, 3_600, 90_000)), ZONES), min_size=1, max_size=6)


def _occurrences(sessions: list[tuple[int, int, str]]) -> tuple[Occurrence, ...]:
    found = []
    for number, (begin, length, zone) in enumerate(sessions):
        start = datetime.fromtimestamp(MOMENT + begin, UTC).replace(tzinfo=None)
        when = Timed(start, start + timedelta(seconds=length), zone)
        found.append(Session(f"s{number}", f"S{number}", when))
    return expand((Programme("p", "P", "p.yaml", sessions=tuple(found)),))


@settings(max_examples=150, deadline=None)
@given(MOMENTS, SESSIONS, st.one_of(st.none(), ZONES), st.data())
def test_what_was_seen_is_seen_at_every_moment_for_which_it_is_said_to_hold(
    moment: datetime, sessions: list[tuple[int, int, str]], zone: str | None, data: st.DataObject
) -> None:
    found = _occurrences(sessions)

    def seen(moment: datetime, glances: Glances | None) -> tuple[object, ...]:
        clock = Clock(Moment(moment, glances), zone)
        on, later = on_now(found, clock), coming(found, clock, timedelta(hours=2))
        lines = now_line(on, clock), next_line(later, clock)
        return on, later, coming(found, clock, count=2), *lines, clock.today("Asia/Tokyo"), clock.todays

    glances = Glances(moment)
    expected = seen(moment, glances)
    assert glances.since <= moment.timestamp() < glances.until
    first, last = (max(glances.since, MOMENT - 200_000), min(glances.until, MOMENT + 200_000) - 1)
    for second in (first, last, data.draw(st.integers(int(first), int(last)))):
        assert seen(datetime.fromtimestamp(second, UTC), None) == expected


def test_the_moment_itself_holds_for_no_time() -> None:
    for asks in (lambda it: it.time, lambda it: it.instant_in("UTC"), lambda it: Clock(it).now()):
        glances = Glances(datetime.fromtimestamp(MOMENT, UTC))
        asks(Moment(datetime.fromtimestamp(MOMENT, UTC), glances))
        assert not glances.since < glances.until


CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "ctime", "strftime", "uuid1", "uuid4"}
READERS = {"cli/run/surroundings.py", "api.py", "answers/replaying.py", "answers/notes.py"}


def test_the_clock_is_read_in_one_place() -> None:
    """Elsewhere an answer could depend on it unseen."""
    root = Path(agendacli.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.Attribute) and each.attr in CLOCKS and ast.unparse(each.value) in MODULES:
                found.add(path.relative_to(root).as_posix())
    assert found == READERS


MODULES = {"datetime", "date", "time", "uuid"}
