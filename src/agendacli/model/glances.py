"""What a run has seen of the clock, as the time for which it would have seen the same."""

from datetime import datetime

_MINUTE, _QUARTER = 60, 900
_NEVER = float("inf")


class Glances:
    """From `since` to before `until` a clock that shows whole seconds answers alike; seconds of the epoch.

    Who only asks whether something has been reached, or for the day, narrows it by that; who reads the clock itself
    leaves the moment alone, for which nothing can be said.
    """

    def __init__(self, now: datetime) -> None:
        self.now = now.timestamp()
        self.since, self.until = -_NEVER, _NEVER

    def between(self, since: float, until: float) -> None:
        """Narrows it to the time from `since` to before `until`, in which the moment lies."""
        self.since, self.until = max(self.since, since), min(self.until, until)

    def read(self) -> None:
        """The clock itself was read."""
        self.between(self.now, self.now)

    def reached(self, turn: float) -> None:
        """It was asked whether the moment is at or after that one."""
        self.between(*((turn, _NEVER) if turn <= self.now else (-_NEVER, turn)))

    def passed(self, turn: float) -> None:
        """It was asked whether the moment is after that one."""
        self.reached(turn // 1 + 1)

    def minute(self) -> None:
        """The minute was shown."""
        begun = self.now - self.now % _MINUTE
        self.between(begun, begun + _MINUTE)

    def quarter(self) -> tuple[float, float]:
        """The first and the last second of this quarter of an hour, at whose ends days begin, wherever that is."""
        begun = self.now - self.now % _QUARTER
        return begun, begun + _QUARTER - 1
