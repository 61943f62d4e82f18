"""Changes of a programme as a whole: that it is new, gone or elsewhere, whom that concerns, how it is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from agendacli.analysis.changes.affected import affected
from agendacli.analysis.changes.clocks import on_clocks
from agendacli.analysis.changes.compare import compare, whole
from agendacli.analysis.changes.series_words import series_words
from agendacli.analysis.changes.values import ChangeKind
from agendacli.analysis.changes.wording import clause, day_of
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Repeat

Written = Callable[..., Programme]
DAYS = """\
  2026-03-09:
    - 10:00-11:00: Opening
      room: Hall
      chair: Ms. Ada Prado
  2026-03-10:
    - 10:00-11:00: Closing
      chair: Mr. Ben Costa
"""


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ChangeKind.ADDED, "added: Mon 9 – Tue 10 March 2026, hours unknown"),
        (ChangeKind.REMOVED, "removed: Mon 9 – Tue 10 March 2026, hours unknown"),
    ],
)
def test_programme_that_is_new_or_gone_is_told_with_its_days(written: Written, kind: ChangeKind, words: str) -> None:
    found = whole(written(DAYS), kind)
    assert (found.days, found.is_gone) == ((date(2026, 3, 9), date(2026, 3, 10)), kind is ChangeKind.REMOVED)
    assert clause(found) == words
    assert day_of(found.subject) is None


def test_programme_that_is_gone_concerns_everybody_in_it(written: Written) -> None:
    found = affected([whole(written(DAYS), ChangeKind.REMOVED)])
    assert [each.person.name for each in found] == ["Ada Prado", "Ben Costa"]


def test_programme_in_another_city_is_one_change(written: Written) -> None:
    old = written(DAYS)
    (found,) = compare(old, replace(old, place=Place(city="Porto"))).changes
    assert (found.kind, found.subject.id, found.was, found.now) == (ChangeKind.ROOM, "week", "Lisbon", "Porto")
    assert clause(found) == "now in Porto, not in Lisbon"


def test_programme_is_the_same_on_other_clocks(written: Written) -> None:
    found = whole(written(DAYS), ChangeKind.ADDED)
    assert on_clocks(found, "Asia/Tokyo").subject == found.subject


def test_series_of_several_rules_is_told_without_its_days(written: Written) -> None:
    session = written(DAYS).sessions[0]
    several = replace(session, repeat=Repeat(rules=("FREQ=WEEKLY", "FREQ=MONTHLY")))
    assert [series_words(each, each.when) for each in (session, several)] == [
        "2026-03-09 10:00-11:00",
        "several days 10:00-11:00",
    ]


def test_series_keeps_its_days_on_other_clocks(written: Written) -> None:
    days = "  every {} to 2026-03-25:\n    - 22:00-23:00: Talk\n"
    old, new = written(days.format("Monday from 2026-03-02")), written(days.format("Tuesday from 2026-03-03"))
    (found,) = compare(old, new).changes
    assert on_clocks(found, "Asia/Tokyo").days == found.days
