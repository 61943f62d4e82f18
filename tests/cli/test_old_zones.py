"""Zone data that is too old for what lies ahead."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from agendacli.cli.query.loading import old_zones
from agendacli.cli.run.surroundings import Surroundings
from agendacli.load.loaded import Loaded
from agendacli.model.programme import Programme, Repeat, Session
from agendacli.model.when import Timed
from agendacli.model.zones import zone_data

TEA = Session("tea", "Tea", Timed(datetime.fromisoformat("2090-03-10T10:00"), None, "Europe/Vienna"))


def loaded(*sessions: Session) -> Loaded:
    return Loaded((Programme("p", "P", "p.ics", sessions=sessions),))


def at(year: int) -> Surroundings:
    found = Surroundings.read()
    found.read_at = datetime(year, 1, 1, tzinfo=UTC)
    return found


def test_old_zone_data_is_told_where_something_lies_ahead() -> None:
    data = zone_data()
    assert data
    message = (
        f"the zone data {data.version} is older than a year; where clocks were changed since, times ahead are wrong: "
        "update the package `tzdata`"
    )
    assert list(old_zones(loaded(TEA), at(2089))) == [message]


@pytest.mark.parametrize(
    ("sessions", "year"),
    [
        ([TEA], 2020),
        ([], 2089),
        ([TEA], 2091),
        ([replace(TEA, when=replace(TEA.when, zone="UTC"))], 2089),
    ],
    ids=["data is new", "nothing is there", "nothing lies ahead", "no clocks that are set"],
)
def test_zone_data_that_does_not_matter_is_not_told(sessions: list[Session], year: int) -> None:
    assert list(old_zones(loaded(*sessions), at(year))) == []


def test_old_zone_data_is_told_of_what_never_ends() -> None:
    assert len(list(old_zones(loaded(replace(TEA, repeat=Repeat(("FREQ=WEEKLY",)))), at(2095)))) == 1
