"""What became of a time: moved, longer, known more exactly, or only written in another way."""

from agendacli.analysis.changes.values import ChangeKind
from agendacli.model.frozen import frozen
from agendacli.model.interval import Interval
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When, bounds
from agendacli.model.zones import instant

_MINUTE = 60
_UNKNOWN_END = 3


@frozen
class TimeChange:
    """What became of a time, and the difference on the clock in minutes, where both are known that exactly."""

    kind: ChangeKind
    minutes: int | None = None


def time_change(old: When, new: When) -> TimeChange | None:
    """The change of a time; None if both are the same, in whatever words.

    A time that became more exact, within what was known before, has settled: it has not moved.
    """
    before, after = _exactness(old), _exactness(new)
    if before != after:
        kinds = (ChangeKind.SETTLED, old, new) if after > before else (ChangeKind.LOOSENED, new, old)
        kind, loose, exact = kinds
        return TimeChange(kind if _lies_within(exact, loose) else ChangeKind.MOVED)
    if isinstance(old, Timed) and isinstance(new, Timed):
        return _on_the_clock(old, new)
    if isinstance(old, Days) and isinstance(new, Days):
        return _of_days(old, new)
    return _of_windows(old, new)


def _exactness(when: When) -> int:
    """How exactly a time is known; equal numbers are known alike."""
    if isinstance(when, DayWindow):
        return 0
    if isinstance(when, TimeWindow):
        return 2
    if isinstance(when, Days):
        return 4 if when.hours is Hours.ALL else 1
    return _UNKNOWN_END if when.end is None else 4


def _lies_within(exact: When, loose: When) -> bool:
    if isinstance(loose, Timed):
        return isinstance(exact, Timed) and _begins(exact) == _begins(loose)
    inner, outer = bounds(exact, loose.zone or "UTC"), bounds(loose, exact.zone or "UTC")
    return outer.start <= inner.start and inner.end <= outer.end


def _begins(when: Timed) -> int:
    return round(instant(when.start, when.zone).timestamp())


def _ends(when: Timed) -> int | None:
    return round(instant(when.end, when.zone).timestamp()) if when.end else None


def _on_the_clock(old: Timed, new: Timed) -> TimeChange | None:
    shift = (_begins(new) - _begins(old)) // _MINUTE
    if shift and old.start == new.start:
        return TimeChange(ChangeKind.ZONE, shift)
    if shift or _begins(new) != _begins(old):
        return TimeChange(ChangeKind.MOVED, shift)
    before, after = _ends(old), _ends(new)
    return None if before is None or after is None else _length(before, after)


def _length(before: int, after: int) -> TimeChange | None:
    """What became of a stretch that ends at another moment."""
    if before == after:
        return None
    kind = ChangeKind.LENGTHENED if after > before else ChangeKind.SHORTENED
    return TimeChange(kind, (after - before) // _MINUTE)


def _of_days(old: Days, new: Days) -> TimeChange | None:
    if old.start != new.start:
        return TimeChange(ChangeKind.MOVED, round((new.start - old.start).total_seconds()) // _MINUTE)
    ends = (round((each.end - old.start).total_seconds()) for each in (old, new))
    return _length(*ends)


def _of_windows(old: When, new: When) -> TimeChange | None:
    before, after = _widths(old), _widths(new)
    if before == after:
        return None
    if type(old) is type(new) and before[1] == after[1]:
        if _is_inside(after[0], before[0]):
            return TimeChange(ChangeKind.SETTLED)
        if _is_inside(before[0], after[0]):
            return TimeChange(ChangeKind.LOOSENED)
    return TimeChange(ChangeKind.MOVED)


def _widths(when: When) -> tuple[Interval, object]:
    length = when.length if isinstance(when, TimeWindow) else getattr(when, "days", None)
    return bounds(when), length


def _is_inside(inner: Interval, outer: Interval) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
