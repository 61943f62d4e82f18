"""For how long what was asked of the clock stays as it is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from agendacli.model.asked import Clock, Moment
from agendacli.model.glances import Glances

NOW = datetime(2026, 3, 9, 9, 7, 30, tzinfo=UTC)
EVER = float("inf")


def seconds(text: str) -> float:
    return datetime.fromisoformat(f"2026-03-{text}+00:00").timestamp()


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-{text}+00:00")


@pytest.mark.parametrize(
    ("ask", "since", "until"),
    [
        (lambda clock: clock.moment.time, seconds("09T09:07:30"), seconds("09T09:07:30")),
        (lambda clock: clock.now(), seconds("09T09:07:30"), seconds("09T09:07:30")),
        (lambda clock: clock.moment.onwards(), seconds("09T09:07:30"), EVER),
        (lambda clock: clock.moment.minute_in("Europe/Vienna"), seconds("09T09:07"), seconds("09T09:08")),
        (lambda clock: clock.moment.day_in("Europe/Vienna"), seconds("09T09:00"), seconds("09T09:15")),
        (lambda clock: clock.has_reached(at("09T09:10")), -EVER, seconds("09T09:10")),
        (lambda clock: clock.has_reached(at("09T09:10"), ahead=timedelta(minutes=5)), seconds("09T09:05"), EVER),
        (lambda clock: clock.has_passed(at("09T09:07:30")), -EVER, seconds("09T09:07:31")),
        (lambda clock: clock.minutes_to(at("09T09:10")), seconds("09T09:07"), seconds("09T09:08")),
        (lambda clock: clock.minutes_to(at("11T09:10")), -EVER, seconds("10T09:10:01")),
        (lambda clock: clock.apart(at("09T09:10")), -EVER, EVER),
        (lambda _: None, -EVER, EVER),
    ],
)
def test_answers_hold_as_long_as_what_was_asked(ask: Callable[[Clock], object], since: float, until: float) -> None:
    glances = Glances(NOW)
    ask(Clock(Moment(NOW, glances)))
    assert (glances.since, glances.until) == (since, until)


def test_a_wall_time_is_its_own_minute_and_day_everywhere() -> None:
    wall = Moment(datetime(2026, 3, 9, 9, 7, 30))  # noqa: DTZ001 (a wall time is what is asked about)
    assert (str(wall.minute_in("Asia/Tokyo")), str(wall.day_in("Asia/Tokyo"))) == ("2026-03-09 09:07:00", "2026-03-09")
    assert str(wall.instant_in("Asia/Tokyo")) == "2026-03-09 00:07:30+00:00"


def test_a_day_that_ends_within_the_quarter_holds_for_no_time() -> None:
    """Until 1972 the clocks of Liberia were 44 minutes and 30 seconds behind."""
    evening = datetime(1971, 3, 9, 0, 40, tzinfo=UTC)
    glances = Glances(evening)
    assert str(Moment(evening, glances).day_in("Africa/Monrovia")) == "1971-03-08"
    assert glances.since == glances.until
