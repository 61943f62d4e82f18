from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agendacli.formats.ics.zones.clock_changes import Observance, YearlyRule
from agendacli.formats.ics.zones.use import ZoneUse
from agendacli.formats.ics.zones.vtimezone import ZoneDefinition, zone_definition
from agendacli.model.zones import WallTime, existence, offsets, zone_names

HOUR = timedelta(hours=1)
ZONES = sorted(name for name in zone_names() if "/" in name and not name.startswith(("posix", "right", "Etc")))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def new_year(year: int) -> datetime:
    return datetime.combine(date(year, 1, 1), time())


def through(first: int, last: int) -> ZoneUse:
    """Something repeats in all of these years."""
    return ZoneUse(frozenset({new_year(first) + 12 * HOUR}), (first, last))


def single(*moments: str) -> ZoneUse:
    """Single items at these times."""
    return ZoneUse(frozenset(map(at, moments)))


def onsets(observance: Observance, until: int) -> tuple[datetime, ...]:
    """Every onset up to the end of that year, by the clocks before the change."""
    if observance.rule is None:
        return (observance.onset,)
    years = range(observance.onset.year, until + 1)
    return tuple(datetime.combine(observance.rule.day_in(year), observance.onset.time()) for year in years)


def offset_at(definition: ZoneDefinition, wall: datetime) -> timedelta | None:
    """The offset that a reader of the definition gives a wall time; None for one before all that it says."""
    begun = [(onset, each.offset_to) for each in definition.observances for onset in onsets(each, wall.year)]
    return max(((onset, to) for onset, to in begun if onset <= wall), default=(wall, None))[1]


def shape(definition: ZoneDefinition) -> tuple[tuple[str, str, str | None], ...]:
    """Which part, its first onset, and the day on which it repeats."""
    return tuple(
        ("DAYLIGHT" if each.daylight else "STANDARD", each.onset.isoformat(), each.rule.byday if each.rule else None)
        for each in definition.observances
    )


def assert_same_clocks(definition: ZoneDefinition, wall: datetime) -> None:
    if existence(wall, definition.tzid) is WallTime.ONCE:
        assert offset_at(definition, wall) == offsets(wall, definition.tzid)[0]


def test_zone_definition_of_a_zone_with_summer_time_repeats_both_changes() -> None:
    assert zone_definition("Europe/Vienna", through(2017, 2017)) == ZoneDefinition(
        "Europe/Vienna",
        (
            Observance(at("2015-10-25 03:00"), 2 * HOUR, HOUR, "CET", daylight=False, rule=YearlyRule(10, -1, 6)),
            Observance(at("2015-03-29 02:00"), HOUR, 2 * HOUR, "CEST", daylight=True, rule=YearlyRule(3, -1, 6)),
        ),
    )


def test_zone_definition_without_changes_is_one_standard_time() -> None:
    assert zone_definition("Asia/Kolkata", through(2017, 2018)) == ZoneDefinition(
        "Asia/Kolkata", (Observance(at("2015-01-01"), 5.5 * HOUR, 5.5 * HOUR, "IST", daylight=False),)
    )


@pytest.mark.parametrize(
    ("zone", "first", "last", "expected"),
    [
        pytest.param(
            "America/New_York",
            2017,
            2026,
            (("STANDARD", "2015-11-01T02:00:00", "1SU"), ("DAYLIGHT", "2015-03-08T02:00:00", "2SU")),
            id="north",
        ),
        pytest.param(
            "Australia/Sydney",
            2017,
            2018,
            (("STANDARD", "2015-04-05T03:00:00", "1SU"), ("DAYLIGHT", "2015-10-04T02:00:00", "1SU")),
            id="south",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            2017,
            2018,
            (("STANDARD", "2015-04-05T02:00:00", "1SU"), ("DAYLIGHT", "2015-10-04T02:00:00", "1SU")),
            id="half an hour of summer time",
        ),
        pytest.param(
            "Europe/Dublin",
            2017,
            2018,
            (("STANDARD", "2015-10-25T02:00:00", "-1SU"), ("DAYLIGHT", "2015-03-29T01:00:00", "-1SU")),
            id="winter as the exception",
        ),
        pytest.param(
            "America/Mexico_City",
            2017,
            2017,
            (("STANDARD", "2015-10-25T02:00:00", "-1SU"), ("DAYLIGHT", "2015-04-05T02:00:00", "1SU")),
            id="summer time that was abolished later",
        ),
        pytest.param(
            "America/Mexico_City",
            2022,
            2023,
            (
                ("STANDARD", "2021-10-31T02:00:00", None),
                ("DAYLIGHT", "2022-04-03T02:00:00", None),
                ("STANDARD", "2022-10-30T02:00:00", None),
            ),
            id="summer time abolished in the years in use",
        ),
        pytest.param(
            "America/Mexico_City",
            2023,
            2024,
            (("STANDARD", "2022-10-30T02:00:00", None),),
            id="after the last change",
        ),
        pytest.param(
            "Africa/Casablanca",
            2017,
            2017,
            (
                ("STANDARD", "2016-10-30T03:00:00", None),
                ("DAYLIGHT", "2017-03-26T02:00:00", None),
                ("STANDARD", "2017-05-21T03:00:00", None),
                ("DAYLIGHT", "2017-07-02T02:00:00", None),
                ("STANDARD", "2017-10-29T03:00:00", None),
            ),
            id="four changes a year",
        ),
        pytest.param(
            "Europe/Istanbul",
            2016,
            2016,
            (("STANDARD", "2015-11-08T04:00:00", None), ("DAYLIGHT", "2016-03-27T03:00:00", None)),
            id="the clocks never went back",
        ),
        pytest.param(
            "Asia/Amman",
            2023,
            2023,
            (("STANDARD", "2022-02-25T00:00:00", None),),
            id="summer time for good is standard time",
        ),
        pytest.param(
            "Asia/Pyongyang",
            2015,
            2015,
            (("STANDARD", "2013-01-01T00:00:00", None), ("STANDARD", "2015-08-15T00:00:00", None)),
            id="another standard time",
        ),
        pytest.param(
            "America/Bahia_Banderas",
            2010,
            2010,
            (
                ("STANDARD", "2009-10-25T02:00:00", None),
                ("DAYLIGHT", "2010-04-04T02:00:00", None),
                ("STANDARD", "2010-10-31T02:00:00", None),
            ),
            id="forward by two hours and back by one",
        ),
        pytest.param(
            "America/Santiago",
            2022,
            2024,
            (
                ("DAYLIGHT", "2021-09-05T00:00:00", None),
                ("STANDARD", "2022-04-03T00:00:00", None),
                ("DAYLIGHT", "2022-09-11T00:00:00", None),
                ("STANDARD", "2023-04-02T00:00:00", None),
                ("DAYLIGHT", "2023-09-03T00:00:00", None),
                ("STANDARD", "2024-04-07T00:00:00", None),
                ("DAYLIGHT", "2024-09-08T00:00:00", None),
            ),
            id="no single BYDAY gives the changes",
        ),
    ],
)
def test_zone_definition_says_what_held_in_the_years_in_use(
    zone: str, first: int, last: int, expected: tuple[tuple[str, str, str | None], ...]
) -> None:
    assert shape(zone_definition(zone, through(first, last))) == expected


def test_zone_definition_of_unknown_zone_raises() -> None:
    with pytest.raises(KeyError, match="Mars/Olympus"):
        zone_definition("Mars/Olympus", through(2017, 2017))


@pytest.mark.parametrize(("first", "last"), [(1, 2), (9998, 9999)])
def test_zone_definition_at_the_ends_of_the_calendar_has_something_to_say(first: int, last: int) -> None:
    assert zone_definition("Europe/Vienna", through(first, last)).observances != ()


def test_yearly_rule_gives_the_last_weekday_of_december() -> None:
    assert YearlyRule(12, -1, 6).day_in(2017) == date(2017, 12, 31)


@settings(max_examples=60, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    first=st.integers(1950, 2040),
    more=st.integers(0, 2),
    share=st.floats(0, 1, exclude_max=True),
)
@example("Africa/Casablanca", 2019, 2, 0.5)
@example("America/Nuuk", 2023, 2, 0.25)
@example("Pacific/Apia", 2011, 0, 0.999)
@example("Africa/Juba", 2021, 0, 0.1)
def test_zone_definition_read_back_gives_the_clocks_of_the_zone(zone: str, first: int, more: int, share: float) -> None:
    length = new_year(first + more + 1) - new_year(first)
    definition = zone_definition(zone, through(first, first + more))
    assert_same_clocks(definition, new_year(first) + timedelta(seconds=int(length.total_seconds() * share)))
    for each in definition.observances:
        for onset in onsets(each, first + more):
            for around in (-25 * HOUR, -HOUR / 60, HOUR * 4, 25 * HOUR):
                if new_year(first) <= onset + around < new_year(first + more + 1):
                    assert_same_clocks(definition, onset + around)


@settings(max_examples=60, deadline=None)
@given(zone=st.sampled_from(ZONES), first=st.integers(1950, 2040), more=st.integers(0, 2))
@example("Pacific/Apia", 1950, 0)  # its clocks change as that year begins
def test_zone_definition_begins_with_the_years_in_use_or_before(zone: str, first: int, more: int) -> None:
    observances = zone_definition(zone, through(first, first + more)).observances
    assert min(each.onset for each in observances) <= new_year(first)


def test_zone_definition_repeats_only_in_pairs() -> None:
    repeats = {
        tuple((each.daylight, each.rule is not None) for each in zone_definition(zone, through(2017, 2018)).observances)
        for zone in ZONES
        if any(each.rule for each in zone_definition(zone, through(2017, 2018)).observances)
    }
    assert repeats == {((False, True), (True, True))}


def test_zone_definition_finds_the_change_to_the_second() -> None:
    change = zone_definition("Europe/Vienna", through(2016, 2017)).observances[1]
    assert (change.onset - change.offset_from).replace(tzinfo=UTC) == datetime(2014, 3, 30, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "use", "expected"),
    [
        pytest.param(
            "Europe/Vienna",
            single("2027-01-12 09:00", "2027-11-02 09:00"),
            (("STANDARD", "2025-10-26T03:00:00", "-1SU"), ("DAYLIGHT", "2025-03-30T02:00:00", "-1SU")),
            id="two years before the first use",
        ),
        pytest.param(
            "America/Mexico_City",
            single("2022-06-01 09:00", "2022-12-01 09:00"),
            (("STANDARD", "2020-10-25T02:00:00", "-1SU"), ("DAYLIGHT", "2020-04-05T02:00:00", "1SU")),
            id="pair in force, though abolished in that year",
        ),
        pytest.param(
            "America/Mexico_City",
            single("2022-12-01 09:00", "2023-06-01 09:00"),
            (("STANDARD", "2022-10-30T02:00:00", None),),
            id="no change between the first use and the last",
        ),
        pytest.param(
            "America/New_York",
            single("2007-06-01 09:00", "2008-01-15 09:00", "2008-03-20 09:00"),
            (("STANDARD", "2007-11-04T02:00:00", "1SU"), ("DAYLIGHT", "2007-03-11T02:00:00", "2SU")),
            id="since it was in force",
        ),
        pytest.param(
            "America/New_York",
            single("2007-01-15 09:00", "2007-06-01 09:00"),
            (("STANDARD", "2005-10-30T02:00:00", "-1SU"), ("DAYLIGHT", "2005-04-03T02:00:00", "1SU")),
            id="the pair before is right for these",
        ),
        pytest.param(
            "Africa/Casablanca",
            single("2023-12-15 09:00"),
            (("STANDARD", "2023-04-23T02:00:00", None),),
            id="what came once is not a yearly pair",
        ),
    ],
)
def test_zone_definition_says_what_held_for_single_items(
    zone: str, use: ZoneUse, expected: tuple[tuple[str, str, str | None], ...]
) -> None:
    found = zone_definition(zone, use)
    assert (shape(found), found.is_plain) == (expected, True)
    for moment in use.moments:
        assert_same_clocks(found, moment)


@pytest.mark.parametrize(
    ("zone", "use"),
    [
        ("America/Mexico_City", single("2022-06-01 09:00", "2023-06-01 09:00")),
        ("Africa/Casablanca", single("2015-07-15 09:00", "2015-12-15 09:00", "2023-12-15 09:00")),
        ("America/Mexico_City", through(2022, 2023)),
    ],
)
def test_zone_definition_of_rules_that_changed_in_between_is_not_plain(zone: str, use: ZoneUse) -> None:
    assert not zone_definition(zone, use).is_plain


WALLS = st.datetimes(at("1990-01-01"), at("2040-01-01"))


@settings(max_examples=50, deadline=None)
@given(zone=st.sampled_from(ZONES), moments=st.frozensets(WALLS, min_size=1, max_size=4))
def test_plain_zone_definition_is_right_for_every_single_item(zone: str, moments: frozenset[datetime]) -> None:
    found = zone_definition(zone, ZoneUse(moments))
    if found.is_plain:
        for moment in moments:
            assert_same_clocks(found, moment)
