"""Sessions that are decoded when they are looked at."""

from array import array
from datetime import UTC, datetime

from agendacli.model.large.lazy import FOREVER, LazySessions
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
    assert [each.id for each in found] == ["s8", "s9", "s10", "s11", "s12"]
    assert decoded == [8, 9, 10, 11, 12]


def test_stretch_without_bounds_is_touched_by_everything() -> None:
    sessions = LazySessions(array("q", [-FOREVER, 0]), array("q", [FOREVER, 1]), session)
    assert [each.id for each in sessions.touching(None, None)] == ["s0", "s1"]
    assert [each.id for each in sessions.touching(datetime(2026, 1, 1, tzinfo=UTC), None)] == ["s0"]
    assert [each.id for each in sessions.touching(None, datetime(1960, 1, 1, tzinfo=UTC))] == ["s0"]
