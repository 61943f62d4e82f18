"""What lies round the moment is what everything gives, and of a large calendar only that is decoded."""

from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.analysis.upcoming import coming, on_now, soonest
from agendacli.cli.query.nearby import ahead, expansion_around
from agendacli.load.programmes import load
from agendacli.model.asked import Clock, Moment
from agendacli.model.glances import Glances
from agendacli.model.lazy import LazySessions
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.when import Days, Hours, Timed

BUNDLED = load(["bundled"]).programmes
MOMENTS = st.datetimes(datetime(2017, 1, 1), datetime(2018, 12, 31))  # noqa: DTZ001 (a time on the clock)
HOMES = st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Vienna"])
COUNTS = st.integers(1, 12)


def clock_of(moment: datetime, home: str, *, is_instant: bool) -> Clock:
    return Clock(Moment(moment.replace(tzinfo=UTC) if is_instant else moment), home=home)


def weekly(id_: str, start: datetime) -> Session:
    when = Timed(start, start + timedelta(hours=1), "America/New_York")
    return Session(id_, id_, when, repeat=Repeat(("FREQ=WEEKLY",)))


DAY = Session("day", "Day", Days(datetime(2017, 9, 5).date(), datetime(2017, 9, 6).date(), None, Hours.ALL))  # noqa: DTZ001
OWN = Programme("own", "Own", "own.yaml", sessions=(weekly("w", datetime(2016, 5, 4, 9)), DAY))  # noqa: DTZ001
EVERYTHING = (*BUNDLED, OWN)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, HOMES, st.booleans())
def test_what_is_on_is_found_around_the_moment(moment: datetime, home: str, is_instant: bool) -> None:  # noqa: FBT001
    clock = clock_of(moment, home, is_instant=is_instant)
    whole = expand(EVERYTHING, moment=clock.now)
    assert on_now(expansion_around(EVERYTHING, clock).occurrences, clock) == on_now(whole, clock)
    assert on_now(ahead(1)(EVERYTHING, clock, tuple).occurrences, clock) == on_now(whole, clock)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, HOMES, st.integers(0, 15 * 60 - 1))
def test_what_is_on_later_in_the_quarter_is_found_as_well(moment: datetime, home: str, seconds: int) -> None:
    begun = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0, tzinfo=UTC)
    clock, later = (
        Clock(Moment(each, Glances(each)), home=home) for each in (begun, begun + timedelta(seconds=seconds))
    )
    whole = expand(EVERYTHING, moment=later.now)
    assert on_now(expansion_around(EVERYTHING, clock).occurrences, later) == on_now(whole, later)
    assert coming(ahead(1)(EVERYTHING, clock, tuple).occurrences, later)[:1] == coming(whole, later)[:1]


@settings(max_examples=60, deadline=None)
@given(MOMENTS, HOMES, st.booleans(), COUNTS)
def test_what_comes_next_is_found_ahead(moment: datetime, home: str, is_instant: bool, count: int) -> None:  # noqa: FBT001
    clock = clock_of(moment, home, is_instant=is_instant)
    for programmes in (BUNDLED, EVERYTHING):
        whole = coming(expand(programmes, moment=clock.now), clock)
        near = coming(ahead(count)(programmes, clock, tuple).occurrences, clock)
        assert near[:count] == whole[:count]
        assert soonest(near, clock) == soonest(whole, clock)


def large(decoded: list[int]) -> Programme:
    """Ten years with a session a day, of which it is noted which were decoded."""
    begin, day = datetime(2010, 1, 1, tzinfo=UTC), timedelta(days=1)

    def session(number: int) -> Session:
        decoded.append(number)
        start = (begin + number * day).replace(tzinfo=None)
        return Session(str(number), "Talk", Timed(start, start + timedelta(hours=1), "UTC"))

    firsts = array("q", (int((begin + n * day).timestamp()) for n in range(3_650)))
    lasts = array("q", (each + 3_600 for each in firsts))
    return replace(OWN, sessions=LazySessions(firsts, lasts, session))


def test_of_a_large_calendar_only_what_is_near_is_decoded() -> None:
    clock = clock_of(datetime(2015, 6, 1, 12), "UTC", is_instant=True)  # noqa: DTZ001
    decoded: list[int] = []
    expansion_around((large(decoded),), clock)
    assert len(decoded) < 5
    decoded.clear()
    ahead(3)((large(decoded),), clock, tuple)
    assert len(decoded) < 15
