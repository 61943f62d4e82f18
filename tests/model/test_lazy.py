"""Sessions that are decoded when they are looked at."""

from array import array
from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from agendacli.model.lazy import FOREVER, SLACK, ByTime, LazySessions
from agendacli.model.programme import Session
from agendacli.model.when import Timed

DAY = 86_400


def session(number: int) -> Session:
    return Session(
        f"s{number}", "Session", Timed(datetime.fromisoformat(f"1970-01-{1 + number:02}T09:00"), None, "Europe/Vienna")
    )


def lazy(decoded: list[int], number: int = 5) -> LazySessions:
    """Sessions of one day each; what is decoded is noted."""

    def decode(place: int) -> Session:
        decoded.append(place)
        return session(place)

    firsts = array("q", [place * DAY for place in range(number)])
    lasts = array("q", [(place + 1) * DAY for place in range(number)])
    return LazySessions(firsts, lasts, decode)


def test_session_is_decoded_once_and_when_it_is_looked_at() -> None:
    decoded: list[int] = []
    sessions = lazy(decoded)
    assert (sessions[3], sessions[-2], sessions[3].id, decoded) == (session(3), session(3), "s3", [3])


def test_lazy_sessions_are_a_sequence_like_any_other() -> None:
    sessions = lazy([])
    everything = tuple(session(place) for place in range(5))
    assert (len(sessions), tuple(sessions), sessions[1:3]) == (5, everything, everything[1:3])
    assert sessions == everything
    assert everything == sessions
    assert sessions != everything[:4]
    assert sessions != 5
    assert hash(sessions) == hash(lazy([]))


def test_only_sessions_near_a_stretch_are_decoded() -> None:
    decoded: list[int] = []
    sessions = lazy(decoded, 30)
    found = sessions.touching(datetime(1970, 1, 11, tzinfo=UTC), datetime(1970, 1, 12, tzinfo=UTC))
    assert [each.id for each in found] == ["s9", "s10", "s11"]
    assert decoded == [9, 10, 11]


def test_stretch_without_bounds_is_touched_by_everything() -> None:
    sessions = LazySessions(array("q", [-FOREVER, 0]), array("q", [FOREVER, 1]), session)
    assert [each.id for each in sessions.touching(None, None)] == ["s0", "s1"]
    assert [each.id for each in sessions.touching(datetime(2026, 1, 1, tzinfo=UTC), None)] == ["s0"]
    assert [each.id for each in sessions.touching(None, datetime(1960, 1, 1, tzinfo=UTC))] == ["s0"]


TIMES = st.integers(-3, 40) | st.sampled_from((-FOREVER, FOREVER))
SPANS = st.lists(st.tuples(TIMES, TIMES).map(sorted), max_size=8)
MANY_SPANS = st.builds(lambda some, times: some * times, SPANS, st.sampled_from((1, 40, 150)))
MOMENTS = st.none() | st.integers(-5, 45).map(
    lambda place: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=place * SLACK)
)


@given(MANY_SPANS, MOMENTS, MOMENTS, st.integers(-5, 45), st.integers(-5, 45))
@example([[-FOREVER, 5]] * 300, None, None, 1, 2)
@example([[3, 5], [1, FOREVER]] * 300, None, None, 1, 2)
def test_sessions_whose_order_is_kept_are_found_like_others(
    spans: list[list[int]], start: datetime | None, end: datetime | None, early: int, late: int
) -> None:
    firsts, lasts = (array("q", [_spread(each[side]) for each in spans]) for side in (0, 1))
    scanned = LazySessions(firsts, lasts, _numbered)
    in_order = LazySessions.in_order(ByTime.of(firsts, lasts), _numbered)
    assert list(in_order.touching(start, end)) == list(scanned.touching(start, end))
    assert list(in_order.beyond(_spread(early), _spread(late))) == list(scanned.beyond(_spread(early), _spread(late)))
    assert list(in_order.without_end()) == list(scanned.without_end())
    assert in_order.extent() == scanned.extent()
    assert list(in_order.outermost()) == list(scanned.outermost())


def _spread(time: int) -> int:
    return time if abs(time) == FOREVER else time * SLACK


def _numbered(number: int) -> Session:
    return Session(f"s{number}", "Session", Timed(datetime(1970, 1, 1, 9), None, "UTC"))  # noqa: DTZ001 (wall time)
