"""Times and sessions that both sides of a merge have changed or added."""

from collections.abc import Callable

import pytest

from agendacli.analysis.merging.three_way import merged
from agendacli.analysis.merging.values import MergeTerms
from agendacli.model.programme import Programme
from agendacli.words.times.written import hours

Written = Callable[..., Programme]

CASES = {
    "both moved the start": ("10:00-12:00", "09:00-12:00", "10:30-12:00", "09:00-12:00 or 10:30-12:00"),
    "each moved one end": ("10:00-12:00", "09:00-12:00", "10:00-13:00", "09:00-13:00"),
    "one is without an end": ("10:00-11:00", "09:00-11:00", "10:00-", "09:00-"),
    "nobody knows the hours": ("10:00-11:00", "hours unknown", "10:00-12:00", "hours unknown or 10:00-12:00"),
    "it would end before it begins": ("10:00-12:00", "11:30-12:00", "10:00-11:00", "11:30-12:00 or 10:00-11:00"),
}


@pytest.mark.parametrize(("base", "mine", "theirs", "outcome"), CASES.values(), ids=CASES)
def test_hours_that_both_changed(written: Written, base: str, mine: str, theirs: str, outcome: str) -> None:
    assert _told(*(written(f"  2026-03-09:\n    - {each}: Opening\n") for each in (base, mine, theirs))) == outcome


def test_hours_in_other_zones_are_not_put_together(written: Written) -> None:
    days = "  2026-03-09:\n    - {}: Opening\n      zone: {}\n"
    base, mine = (written(days.format(each, "Europe/Lisbon")) for each in ("10:00-12:00", "09:00-12:00"))
    theirs = written(days.format("10:00-14:00", "Europe/Madrid"))
    assert _told(base, mine, theirs) == "09:00-12:00 or 10:00-14:00"


def _told(base: Programme, mine: Programme, theirs: Programme) -> str:
    """The hours that a merge comes to, or the two that are left to be decided."""
    (edit,) = merged(base, mine, theirs, MergeTerms()).edits
    if edit.when is not None:
        return hours(edit.when) or "hours unknown"
    (dispute,) = edit.disputes
    return f"{dispute.mine} or {dispute.theirs}".replace("2026-03-09 ", "")


def test_sessions_of_one_title_that_both_added_at_other_times_are_two(written: Written) -> None:
    base = "  2026-03-09:\n    - 10:00-11:00: Opening\n"
    mine, theirs = (written(f"{base}    - {each}\n") for each in ("12:00-13:00: Tea", "15:00-16:00: Tea\n      id: x"))
    assert [each.id for each in merged(written(base), mine, theirs, MergeTerms()).added] == ["x"]


def test_what_both_took_out_is_not_told(written: Written) -> None:
    day = "  2026-03-09:\n    - 10:00-11:00: Opening\n"
    with_room = f"{day}      room: Hall\n"
    assert merged(written(with_room), written(day), written(day), MergeTerms()).edits == ()
