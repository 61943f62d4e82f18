"""The dates of a large programme follow from its outermost sessions, and are those of all of them."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given
from hypothesis import strategies as st
from tests.cli.query.test_nearby import large

from agendacli.analysis.event_dates import endless, event_dates
from agendacli.model.lazy import FOREVER, ByTime, LazySessions
from agendacli.model.programme import Programme, Repeat, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, When, days_touched

ZONES = st.sampled_from(("Europe/Vienna", "Pacific/Kiritimati", "Etc/GMT+12", "UTC"))
BEGIN = datetime(2020, 1, 1)  # noqa: DTZ001 (wall time)


@st.composite
def whens(draw: st.DrawFn) -> When:
    start = BEGIN + timedelta(hours=draw(st.integers(0, 24 * 60) | st.integers(0, 24 * 900)))
    length = timedelta(hours=draw(st.sampled_from((1, 2, 30, 24 * 20))))
    zone = draw(ZONES)
    after = (start + length).date() + timedelta(days=1)
    kinds: Sequence[When] = (
        Timed(start, start + length, zone),
        Timed(start, start + length, zone),
        Timed(start, None, zone),
        Days(start.date(), after, zone),
        DayWindow(start.date(), after, zone),
    )
    return draw(st.sampled_from(kinds))


SESSIONS = st.builds(
    Session,
    st.uuids().map(str),
    st.just("Talk"),
    whens(),
    status=st.sampled_from((Status.CONFIRMED, Status.CONFIRMED, Status.CANCELLED)),
    transparent=st.booleans(),
    repeat=st.sampled_from((None, None, None, Repeat(("FREQ=WEEKLY",)), Repeat(("FREQ=DAILY;COUNT=40",)))),
)


def kept(sessions: Sequence[Session]) -> LazySessions:
    """The sessions as they are kept: with times as if those on the wall were UTC."""
    spans = [(-FOREVER, FOREVER) if each.repeat else tuple(map(midnight, days_touched(each.when))) for each in sessions]
    firsts, lasts = array("q", (first for first, _ in spans)), array("q", (last for _, last in spans))
    return LazySessions.in_order(ByTime.of(firsts, lasts), sessions.__getitem__)


def midnight(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())


@given(st.lists(SESSIONS, max_size=12), st.sampled_from((None, "Europe/Vienna")))
@example([Session(str(n), "Talk", Timed(BEGIN, BEGIN + timedelta(days=n), "UTC")) for n in (1, 40)], None)
def test_dates_of_kept_sessions_are_those_of_all(sessions: list[Session], zone: str | None) -> None:
    whole = Programme("p", "P", "p.yaml", zone=zone, sessions=tuple(sessions))
    few = replace(whole, sessions=kept(sessions))
    assert event_dates(few) == event_dates(whole)
    assert endless(few) == endless(whole)


def test_dates_of_many_sessions_decode_few() -> None:
    decoded: list[int] = []
    programme = large(decoded)
    assert event_dates(programme) == Days(date(2010, 1, 1), date(2019, 12, 30), "UTC")
    assert endless(programme) == ()
    assert len(decoded) < 12
