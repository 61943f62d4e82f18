"""A time of which mine changed one end and theirs the other."""

from datetime import datetime

from agendacli.model.frozen import frozen
from agendacli.model.programme import Session
from agendacli.model.when import DAY, Timed
from agendacli.model.zones import instant


@frozen
class _End:
    """A start or an end after a merge: None is one that is not known."""

    moment: datetime | None


def hours_of_both(base: Session, mine: Session, theirs: Session) -> Timed | None:
    """The time with the start and the end that either of them changed.

    None where both changed one and the same, where nobody knows hours, or where it would not end after it begins.
    """
    before, here, there = (each.when if isinstance(each.when, Timed) else None for each in (base, mine, theirs))
    if before is None or here is None or there is None or mine.repeat:
        return None
    if len({before.zone, here.zone, there.zone}) > 1:
        return None
    start, end = _of_both(before.start, here.start, there.start), _of_both(before.end, here.end, there.end)
    if start is None or end is None or start.moment is None:
        return None
    found = Timed(start.moment, end.moment, here.zone)
    return found if _lasts(found) else None


def _of_both(before: datetime | None, here: datetime | None, there: datetime | None) -> _End | None:
    """What one of them changed, or both alike; None where they differ."""
    if there in (before, here):
        return _End(here)
    return _End(there) if before == here else None


def _lasts(when: Timed) -> bool:
    """Whether it ends after it begins, within a day."""
    if when.end is None:
        return True
    is_after = instant(when.end, when.zone) > instant(when.start, when.zone)
    return is_after and when.end - when.start < DAY
