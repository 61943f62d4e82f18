"""Repeated sessions in the window asked for. Starts are wall times of the zone, results UTC instants."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand, expansion
from agendacli.analysis.recurrence.expand import recurrences
from agendacli.analysis.recurrence.values import too_many
from agendacli.model.interval import Interval, Stretch
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Change, Programme, Repeat, Session, Start, Status
from agendacli.model.when import DAY, Days, DayWindow, Hours, Timed, TimeWindow, When
from agendacli.model.zones import instant

VIENNA = "Europe/Vienna"
NEW_YORK = "America/New_York"
LORD_HOWE = "Australia/Lord_Howe"
PROGRAMME = Programme("group", "Group", "group.yaml")
WEEKLY = Repeat(("FREQ=WEEKLY;COUNT=5",))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(at(start), at(end) if end else None, zone)


MONDAY = timed("2027-04-05T09:00", "2027-04-05T10:00")


def occurrences(when: When, repeat: Repeat, start: str | None = None, end: str | None = None) -> tuple[Occurrence, ...]:
    programme = replace(PROGRAMME, sessions=(Session("talk", "Talk", when, repeat=repeat),))
    return expand([programme], at(f"{start}Z") if start else None, at(f"{end}Z") if end else None)


def starts(when: When, repeat: Repeat, start: str | None = None, end: str | None = None) -> list[str]:
    return [f"{each.bounds.start:%m-%d %H:%M}" for each in occurrences(when, repeat, start, end)]


def walls(when: When, repeat: Repeat) -> list[str]:
    """Start and end as the clocks show them."""
    found = (each.when for each in occurrences(when, repeat))
    return [f"{each.start:%m-%d %H:%M}-{each.end:%H:%M}" for each in found if isinstance(each, Timed) and each.end]


def changed(original: Start, when: When, status: Status = Status.CONFIRMED, *, onwards: bool = False) -> Change:
    return Change(original, Session("talk", "Talk", when, status=status), onwards)


def days_of_month(month: str, days: range, hours: str) -> list[str]:
    return [f"{month}-{day:02} {hours}" for day in days]


RULES = [
    (
        timed("2027-01-31T12:00", "2027-01-31T13:00"),
        Repeat(("FREQ=MONTHLY;COUNT=7",)),
        ["01-31 11:00", "03-31 10:00", "05-31 10:00", "07-31 10:00", "08-31 10:00", "10-31 11:00", "12-31 11:00"],
    ),
    (
        timed("2027-03-01T08:00", "2027-03-01T09:00", NEW_YORK),
        Repeat(("FREQ=DAILY;COUNT=20",), removed=frozenset({at("2027-03-05T13:00Z"), at("2027-03-15T12:00Z")})),
        [
            *days_of_month("03", range(1, 5), "13:00"),
            *days_of_month("03", range(6, 14), "13:00"),
            "03-14 12:00",
            *days_of_month("03", range(16, 21), "12:00"),
        ],
    ),
    (
        timed("2027-01-29T17:30", "2027-01-29T18:00"),
        Repeat(("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4",)),
        ["01-29 16:30", "02-26 16:30", "03-31 15:30", "04-30 15:30"],
    ),
    (
        timed("2027-04-01T07:00", "2027-04-01T07:45", "America/Mexico_City"),
        Repeat(("FREQ=DAILY;COUNT=10",)),
        days_of_month("04", range(1, 11), "13:00"),
    ),
    (
        MONDAY,
        replace(WEEKLY, changes=(changed(at("2027-04-19T09:00"), timed("2027-04-21T14:00", "2027-04-21T16:00")),)),
        ["04-05 07:00", "04-12 07:00", "04-21 12:00", "04-26 07:00", "05-03 07:00"],
    ),
    (
        MONDAY,
        replace(WEEKLY, changes=(changed(at("2027-04-12T09:00"), timed("2027-05-10T09:00", "2027-05-10T10:00")),)),
        ["04-05 07:00", "04-19 07:00", "04-26 07:00", "05-03 07:00", "05-10 07:00"],
    ),
    (
        timed("2027-10-20T18:00", "2027-10-20T19:30", NEW_YORK),
        Repeat(("FREQ=WEEKLY;UNTIL=20271201T230000Z",)),
        [
            *("10-20 22:00", "10-27 22:00", "11-03 22:00"),
            *("11-10 23:00", "11-17 23:00", "11-24 23:00", "12-01 23:00"),
        ],
    ),
    (
        timed("2027-07-01T19:00", "2027-07-01T21:00"),
        Repeat(
            ("FREQ=MONTHLY;COUNT=3",),
            (timed("2027-07-14T19:00", "2027-07-14T21:00"), timed("2027-11-05T19:00", "2027-11-05T21:00")),
        ),
        ["07-01 17:00", "07-14 17:00", "08-01 17:00", "09-01 17:00", "11-05 18:00"],
    ),
    (
        timed("2027-06-01T10:00", "2027-06-01T11:00"),
        Repeat(("FREQ=DAILY;UNTIL=20270605T080000Z",)),
        days_of_month("06", range(1, 6), "08:00"),
    ),
    (
        timed("2027-03-03T09:00", "2027-03-03T10:00"),
        Repeat(("FREQ=WEEKLY;COUNT=8",)),
        [*days_of_month("03", range(3, 25, 7), "08:00"), "03-31 07:00", *days_of_month("04", range(7, 22, 7), "07:00")],
    ),
    (
        timed("2027-08-03T09:00", "2027-08-03T09:30", NEW_YORK),
        Repeat(("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",)),
        ["08-03 13:00", "08-15 13:00", "08-17 13:00", "08-29 13:00"],
    ),
    (
        timed("2027-08-03T09:00", "2027-08-03T09:30", NEW_YORK),
        Repeat(("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",)),
        ["08-03 13:00", "08-08 13:00", "08-17 13:00", "08-22 13:00"],
    ),
    (
        timed("2027-04-03T12:00", "2027-04-03T13:00", LORD_HOWE),
        Repeat(("FREQ=DAILY;COUNT=3",)),
        ["04-03 01:00", "04-04 01:30", "04-05 01:30"],
    ),
    (
        MONDAY,
        Repeat(("FREQ=WEEKLY;COUNT=2", "FREQ=WEEKLY;BYDAY=WE;COUNT=3", "FREQ=DAILY;INTERVAL=7;COUNT=3")),
        ["04-05 07:00", "04-07 07:00", "04-12 07:00", "04-14 07:00", "04-19 07:00"],
    ),
    (MONDAY, Repeat(), ["04-05 07:00"]),
]


@pytest.mark.parametrize(("when", "repeat", "expected"), RULES)
def test_expand_gives_the_instants_of_a_repeated_session(when: When, repeat: Repeat, expected: list[str]) -> None:
    assert starts(when, repeat) == expected


@pytest.mark.parametrize(("when", "repeat", "expected"), RULES)
def test_expand_gives_the_same_in_a_window(when: When, repeat: Repeat, expected: list[str]) -> None:
    inside = [each for each in expected if "04-06" <= each < "10-27 23:00"]

    assert starts(when, repeat, "2027-04-06T00:00", "2027-10-27T23:00") == inside


@pytest.mark.parametrize(
    ("when", "rule", "expected"),
    [
        (("2027-03-27T02:30", "2027-03-27T04:30", VIENNA), "DAILY", ["03-27 02:30-04:30", "03-28 03:30-04:30"]),
        (("2027-03-27T02:15", "2027-03-27T02:45", VIENNA), "DAILY", ["03-27 02:15-02:45", "03-28 03:15-03:45"]),
        (("2027-03-27T02:30", "2027-03-27T03:00", VIENNA), "DAILY", ["03-27 02:30-03:00", "03-28 03:30-04:00"]),
        (("2027-03-20T22:00", "2027-03-21T04:00", VIENNA), "WEEKLY", ["03-20 22:00-04:00", "03-27 22:00-04:00"]),
        (("2027-10-30T01:30", "2027-10-30T03:30", VIENNA), "DAILY", ["10-30 01:30-03:30", "10-31 01:30-03:30"]),
        (("2027-03-13T14:00", "2027-03-13T15:30", NEW_YORK), "DAILY", ["03-13 14:00-15:30", "03-14 14:00-15:30"]),
        (("2027-10-02T02:10", "2027-10-02T04:00", LORD_HOWE), "DAILY", ["10-02 02:10-04:00", "10-03 02:40-04:00"]),
    ],
)
def test_times_of_day_stay_when_the_clocks_change(when: tuple[str, str, str], rule: str, expected: list[str]) -> None:
    assert walls(timed(*when), Repeat((f"FREQ={rule};COUNT=2",))) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-03-20T22:00", "2027-03-21T04:00", ["03-20 22:00-04:00", "03-27 22:00-05:00"]),
        ("2027-10-23T22:00", "2027-10-24T04:00", ["10-23 22:00-04:00", "10-30 22:00-03:00"]),
        ("2027-03-20T14:00", "2027-03-20T15:30", ["03-20 14:00-15:30", "03-27 14:00-15:30"]),
    ],
)
def test_exact_lengths_stay_when_the_clocks_change(start: str, end: str, expected: list[str]) -> None:
    assert walls(timed(start, end), Repeat(("FREQ=WEEKLY;COUNT=2",), exact=True)) == expected


def test_first_time_keeps_which_of_two_equal_wall_times_it_is() -> None:
    second = Timed(at("2027-10-31T02:30").replace(fold=1), at("2027-10-31T04:00"), VIENNA)

    assert starts(second, Repeat(("FREQ=DAILY;COUNT=2",))) == ["10-31 01:30", "11-01 01:30"]
    assert starts(second, Repeat((), removed=frozenset({at("2027-10-31T01:30Z")}))) == []


def test_id_is_the_original_start_even_where_it_was_moved() -> None:
    moved = changed(at("2027-04-12T09:00"), timed("2027-04-14T14:00", "2027-04-14T15:00"))
    found = occurrences(MONDAY, replace(WEEKLY, rules=("FREQ=WEEKLY;COUNT=2",), changes=(moved,)))

    assert [each.id for each in found] == ["group/talk/20270405T070000Z", "group/talk/20270412T070000Z"]
    assert [each.original for each in found] == [at("2027-04-05T07:00Z"), at("2027-04-12T07:00Z")]


def test_session_that_does_not_repeat_has_no_original() -> None:
    programme = replace(PROGRAMME, sessions=(Session("talk", "Talk", MONDAY),))

    assert [(each.id, each.original) for each in expand([programme])] == [("group/talk", None)]


@pytest.mark.parametrize(
    ("removed", "expected"),
    [
        (date(2027, 4, 12), ["04-05 07:00", "04-19 07:00"]),
        (at("2027-04-12T09:00"), ["04-05 07:00", "04-19 07:00"]),
        (at("2027-04-12T07:00Z"), ["04-05 07:00", "04-19 07:00"]),
        (at("2027-04-12T03:00-04:00"), ["04-05 07:00", "04-19 07:00"]),
        (at("2027-04-12T10:00"), ["04-05 07:00", "04-12 07:00", "04-19 07:00"]),
        (at("2027-04-05T09:00"), ["04-12 07:00", "04-19 07:00"]),
    ],
)
def test_removed_starts_do_not_take_place(removed: Start, expected: list[str]) -> None:
    assert starts(MONDAY, Repeat(("FREQ=WEEKLY;COUNT=3",), removed=frozenset({removed}))) == expected


def test_removed_day_takes_all_that_begin_on_it() -> None:
    twice = Repeat(("FREQ=DAILY;BYHOUR=9,17;COUNT=4",), removed=frozenset({date(2027, 4, 5)}))

    assert starts(MONDAY, twice) == ["04-06 07:00", "04-06 15:00"]


@pytest.mark.parametrize("original", [date(2027, 4, 12), at("2027-04-12T09:00"), at("2027-04-12T07:00Z")])
def test_cancelled_occurrence_stays_and_is_marked(original: Start) -> None:
    cancelled = changed(original, timed("2027-04-12T09:00", "2027-04-12T10:00"), Status.CANCELLED)
    found = occurrences(MONDAY, Repeat(("FREQ=WEEKLY;COUNT=3",), changes=(cancelled,)))

    assert [(f"{each.bounds.start:%d}", each.status) for each in found] == [
        ("05", Status.CONFIRMED),
        ("12", Status.CANCELLED),
        ("19", Status.CONFIRMED),
    ]


def test_changed_occurrence_takes_place_though_removed_and_though_no_rule_leads_to_it() -> None:
    own = changed(at("2027-04-12T09:00"), timed("2027-04-13T09:00", "2027-04-13T10:00"))
    strange = changed(at("2027-04-20T09:00"), timed("2027-04-21T09:00", "2027-04-21T10:00"))
    repeat = Repeat(("FREQ=WEEKLY;COUNT=3",), removed=frozenset({own.original}), changes=(own, strange))

    assert starts(MONDAY, repeat) == ["04-05 07:00", "04-13 07:00", "04-19 07:00", "04-21 07:00"]


def test_change_onwards_moves_all_that_follow_until_the_next() -> None:
    later = changed(at("2027-04-19T09:00"), timed("2027-04-20T11:00", "2027-04-20T13:00"), onwards=True)
    latest = changed(at("2027-05-03T09:00"), timed("2027-05-03T08:00", "2027-05-03T08:30"), onwards=True)
    single = changed(at("2027-04-26T09:00"), timed("2027-04-26T20:00", "2027-04-26T21:00"))
    repeat = Repeat(("FREQ=WEEKLY;COUNT=6",), changes=(latest, later, single))

    assert walls(MONDAY, repeat) == [
        "04-05 09:00-10:00",
        "04-12 09:00-10:00",
        "04-20 11:00-13:00",
        "04-26 20:00-21:00",
        "05-03 08:00-08:30",
        "05-10 08:00-08:30",
    ]


def test_change_onwards_keeps_its_length_in_real_time_though_the_first_has_no_end() -> None:
    night = changed(at("2027-03-26T22:00"), timed("2027-03-26T22:00", "2027-03-27T06:00"), onwards=True)
    repeat = Repeat(("FREQ=DAILY;COUNT=4",), changes=(night,))

    assert walls(timed("2027-03-25T22:00", None), repeat) == [
        "03-26 22:00-06:00",
        "03-27 22:00-07:00",
        "03-28 22:00-06:00",
    ]


def test_change_onwards_is_found_where_it_was_moved_to() -> None:
    later = changed(at("2027-04-19T09:00"), timed("2027-07-19T09:00", "2027-07-19T10:00"), onwards=True)
    repeat = Repeat(("FREQ=WEEKLY",), changes=(later,))

    assert starts(MONDAY, repeat, "2027-04-10T00:00", "2027-05-20T00:00") == ["04-12 07:00"]
    assert starts(MONDAY, repeat, "2027-07-01T00:00", "2027-08-01T00:00") == ["07-19 07:00", "07-26 07:00"]


def test_change_onwards_moves_added_times_too() -> None:
    later = changed(at("2027-04-12T09:00"), timed("2027-04-12T11:00", "2027-04-12T12:00"), onwards=True)
    added = timed("2027-04-07T20:00", "2027-04-07T23:00"), timed("2027-04-14T20:00", "2027-04-14T23:00")
    repeat = Repeat(("FREQ=WEEKLY;COUNT=2",), added, changes=(later,))

    assert walls(MONDAY, repeat) == ["04-05 09:00-10:00", "04-07 20:00-23:00", "04-12 11:00-12:00", "04-14 22:00-23:00"]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        (timed("2027-04-07T03:00", "2027-04-07T04:00", NEW_YORK), "group/talk/20270407T070000Z"),
        (timed("2027-03-01T09:00", "2027-03-01T10:00"), "group/talk/20270301T080000Z"),
        (Days(date(2027, 4, 7), date(2027, 4, 8), VIENNA), "group/talk/20270407T070000Z"),
    ],
)
def test_added_time_is_known_by_its_own_start(added: When, expected: str) -> None:
    found = occurrences(MONDAY, Repeat((), (added,)))

    assert [(each.id, each.when) for each in found if each.when != MONDAY] == [(expected, added)]


def test_added_time_that_a_rule_gives_as_well_is_there_once() -> None:
    again = timed("2027-04-12T09:00", "2027-04-12T10:00")

    assert starts(MONDAY, Repeat(("FREQ=WEEKLY;COUNT=2",), (again,))) == ["04-05 07:00", "04-12 07:00"]


DAY_RULES = [
    (Repeat(("FREQ=WEEKLY;COUNT=3",)), ["20270405", "20270412", "20270419"]),
    (Repeat(("FREQ=WEEKLY;UNTIL=20270412",)), ["20270405", "20270412"]),
    (Repeat(("FREQ=WEEKLY;UNTIL=20270412T000000Z",)), ["20270405", "20270412"]),
    (Repeat(("FREQ=MONTHLY;COUNT=2",)), ["20270405", "20270505"]),
    (Repeat((), (Days(date(2027, 4, 7), date(2027, 4, 8), None),)), ["20270405", "20270407"]),
    (Repeat((), (timed("2027-04-07T00:00", "2027-04-07T10:00"),)), ["20270405", "20270407"]),
    (Repeat(("FREQ=DAILY;COUNT=3",), removed=frozenset({date(2027, 4, 6)})), ["20270405", "20270407"]),
    (Repeat(("FREQ=DAILY;COUNT=3",), removed=frozenset({at("2027-04-06T00:00")})), ["20270405", "20270407"]),
    (Repeat(("FREQ=DAILY;COUNT=3",), removed=frozenset({at("2027-04-06T22:00Z")})), ["20270405", "20270407"]),
]


@pytest.mark.parametrize(("repeat", "expected"), DAY_RULES)
@pytest.mark.parametrize("zone", [None, VIENNA, "Pacific/Kiritimati", "Pacific/Honolulu"])
def test_days_repeat_as_days(zone: str | None, repeat: Repeat, expected: list[str]) -> None:
    when = Days(date(2027, 4, 5), date(2027, 4, 7), zone, Hours.ALL)
    found = occurrences(when, repeat)

    assert [each.id.removeprefix("group/talk/") for each in found] == expected
    assert [each.id for each in occurrences(when, repeat, "2027-04-01T00:00", "2027-06-01T00:00")] == [
        each.id for each in found
    ]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Days(date(2027, 3, 1), date(2027, 3, 3), VIENNA), Days(date(2027, 3, 2), date(2027, 3, 4), VIENNA)),
        (
            DayWindow(date(2027, 3, 1), date(2027, 4, 1), VIENNA, 2),
            DayWindow(date(2027, 3, 2), date(2027, 4, 2), VIENNA, 2),
        ),
        (
            TimeWindow(at("2027-03-01"), at("2027-03-01T10:00"), VIENNA, timedelta(hours=1)),
            TimeWindow(at("2027-03-02"), at("2027-03-02T10:00"), VIENNA, timedelta(hours=1)),
        ),
        (timed("2027-03-01T18:00", None), timed("2027-03-02T18:00", None)),
        (timed("2027-03-27T02:30", None), timed("2027-03-28T03:30", None)),
        (timed("2027-03-01T18:00", "2027-03-04T18:00"), timed("2027-03-02T18:00", "2027-03-05T18:00")),
    ],
)
def test_every_kind_of_time_repeats(when: When, expected: When) -> None:
    assert [each.when for each in occurrences(when, Repeat(("FREQ=DAILY;COUNT=2",)))] == [when, expected]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-04-12T07:00", "2027-04-12T08:00", ["04-12 07:00"]),
        ("2027-04-12T07:59", "2027-04-12T08:00", ["04-12 07:00"]),
        ("2027-04-12T08:00", "2027-04-19T07:00", []),
        ("2027-04-12T08:00", "2027-04-19T07:01", ["04-19 07:00"]),
        ("2036-04-07T00:00", "2036-04-14T00:00", ["04-07 07:00"]),
        ("2027-03-01T00:00", "2027-04-05T07:00", []),
    ],
)
def test_window_is_half_open(start: str, end: str, expected: list[str]) -> None:
    assert starts(MONDAY, Repeat(("FREQ=WEEKLY",)), start, end) == expected


def test_what_has_no_length_touches_the_window_by_its_start() -> None:
    moment = timed("2027-04-05T09:00", "2027-04-05T09:00")
    endless = Repeat(("FREQ=DAILY",))

    assert starts(moment, endless, "2027-04-06T07:00", "2027-04-07T07:00") == ["04-06 07:00"]


def test_end_that_is_not_stated_touches_the_rest_of_the_day() -> None:
    open_end = timed("2027-04-05T18:00", None)

    assert starts(open_end, Repeat(("FREQ=WEEKLY",)), "2027-04-12T21:59", "2027-04-12T23:00") == ["04-12 16:00"]
    assert starts(open_end, Repeat(("FREQ=WEEKLY",)), "2027-04-12T22:00", "2027-04-12T23:00") == []


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (None, 53, "2028-04-03"),
        ("2027-05-01T00:00", 52, "2028-04-24"),
        ("2036-02-29T00:00", 52, "2037-02-23"),
    ],
)
def test_endless_repeat_stops_after_a_year(start: str | None, count: int, last: str) -> None:
    found = occurrences(MONDAY, Repeat(("FREQ=WEEKLY",)), start)

    assert (len(found), f"{found[-1].bounds.start:%Y-%m-%d}") == (count, last)


def test_repeat_with_an_end_is_given_whole() -> None:
    assert len(occurrences(MONDAY, Repeat(("FREQ=WEEKLY;COUNT=520",)))) == 520


def test_rule_that_cannot_be_read_is_told_and_the_first_time_kept() -> None:
    programme = replace(PROGRAMME, sessions=(Session("talk", "Talk", MONDAY, repeat=Repeat(("FREQ=OFTEN",))),))
    found = expansion([programme])

    assert [each.when for each in found.occurrences] == [MONDAY]
    assert [each.message for each in found.cuts] == [
        "`FREQ=OFTEN` is not a part of a rule such as `FREQ=WEEKLY;BYDAY=TU`"
    ]


def test_hostile_rules_are_cut_and_told_ever_earlier() -> None:
    hostile = Session("talk", "Talk", MONDAY, repeat=Repeat(("FREQ=SECONDLY",)))
    programme = replace(PROGRAMME, sessions=(hostile, replace(hostile, id="other"), Session("tea", "Tea", MONDAY)))
    found = expansion([programme], at("2030-01-01T00:00Z"), at("2030-01-08T00:00Z"))

    assert [(each.session.id, each.message) for each in found.cuts] == [
        ("talk", "only the first 10000 times of a rule are shown"),
        ("other", "only the first 5000 times of a rule are shown"),
    ]
    assert len(found.occurrences) == 10000 + 5000 - 2  # one of each ends when the window begins


def test_limit_holds_for_each_rule() -> None:
    session = Session("talk", "Talk", MONDAY, repeat=Repeat(("FREQ=HOURLY", "FREQ=DAILY")))
    found = recurrences(PROGRAMME, session, Stretch(at("2027-04-05T00:00Z"), at("2027-06-06T00:00Z")), 10)

    assert (len(found.found), found.cut) == (1 + 10 + 10, too_many(10))


def test_times_beyond_the_calendar_are_left_out() -> None:
    far = changed(at("2027-04-12T09:00"), timed("9999-06-01T09:00", "9999-06-01T10:00"), onwards=True)
    repeat = Repeat(("FREQ=YEARLY;COUNT=3",), changes=(far,))

    assert [each.when.start for each in occurrences(MONDAY, repeat)] == [MONDAY.start, far.session.when.start]
    assert starts(MONDAY, repeat, "2027-01-01T00:00", "2028-01-01T00:00") == ["04-05 07:00"]


def test_times_moved_to_long_ago_are_found_there() -> None:
    ago = changed(at("2027-04-12T09:00"), timed("0005-04-12T09:00", "0005-04-12T10:00"), onwards=True)
    repeat = Repeat(("FREQ=YEARLY;COUNT=3",), changes=(ago,))

    assert starts(MONDAY, repeat, "8999-01-01T00:00", "9100-01-01T00:00") == []


def test_order_is_start_then_later_end_then_id() -> None:
    short = timed("2027-04-05T09:00", "2027-04-05T09:30")
    sessions = (
        Session("b", "B", short),
        Session("a", "A", short, repeat=Repeat(("FREQ=DAILY;COUNT=2",))),
        Session("c", "C", MONDAY),
    )
    found = expand([replace(PROGRAMME, sessions=sessions)])

    assert [each.id for each in found] == [
        "group/c",
        "group/a/20270405T070000Z",
        "group/b",
        "group/a/20270406T070000Z",
    ]


def test_window_leaves_out_what_does_not_repeat_as_well() -> None:
    programme = replace(PROGRAMME, sessions=(Session("talk", "Talk", MONDAY),))

    assert expand([programme], start=at("2027-04-05T08:00Z")) == ()
    assert expand([programme], end=at("2027-04-05T07:00Z")) == ()
    assert len(expand([programme], at("2027-04-05T07:59Z"), at("2027-04-05T08:00Z"))) == 1


ZONES = st.sampled_from(
    [VIENNA, NEW_YORK, LORD_HOWE, "America/Mexico_City", "Pacific/Apia", "Africa/Casablanca", "UTC"]
)
FIRSTS = st.datetimes(at("2009-01-01"), at("2020-12-31")).map(lambda each: each.replace(second=0, microsecond=0))
WINDOWS = st.tuples(st.integers(-50, 2000), st.integers(0, 200))


@settings(max_examples=60, deadline=None)
@given(ZONES, FIRSTS, st.sampled_from(["DAILY", "WEEKLY", "WEEKLY;BYDAY=MO,SA,SU", "DAILY;INTERVAL=3"]), WINDOWS)
def test_own_arithmetic_gives_the_instants_that_dateutil_walks_to(
    zone: str, first: datetime, rule: str, window: tuple[int, int]
) -> None:
    from dateutil.rrule import rrulestr

    low = instant(first, zone) + timedelta(window[0])
    high = low + timedelta(window[1])
    when = Timed(first, first + timedelta(hours=1), zone)
    session = Session("talk", "Talk", when, repeat=Repeat((f"FREQ={rule}",)))
    found = {each.original for each, _ in recurrences(PROGRAMME, session, Stretch(low, high)).found}
    wall_times = rrulestr(f"FREQ={rule}", dtstart=first).between(
        low.replace(tzinfo=None) - 3 * DAY, high.replace(tzinfo=None) + 3 * DAY, inc=True
    )
    # The end keeps its time of day, so that on the night when the clocks go back an hour on the wall may be two.
    ends = {instant(each, zone): instant(each + timedelta(hours=1), zone) for each in (first, *wall_times)}

    lasting = ((each, end if end > each else each + timedelta(hours=1)) for each, end in ends.items())

    assert found == {each for each, end in lasting if each < high and end > low}


@settings(max_examples=60, deadline=None)
@given(ZONES, FIRSTS, WINDOWS)
def test_the_short_way_and_the_full_way_agree(zone: str, first: datetime, window: tuple[int, int]) -> None:
    low = instant(first, zone) + timedelta(window[0])
    stretch = Stretch(low, low + timedelta(window[1]))
    session = Session("talk", "Talk", Timed(first, first + timedelta(hours=3), zone))
    plain = Repeat(("FREQ=WEEKLY;BYDAY=SA,SU,MO",))
    full = replace(plain, removed=frozenset({date(1999, 1, 1)}))
    found = [recurrences(PROGRAMME, replace(session, repeat=each), stretch).found for each in (plain, full)]
    times = [sorted((each.id, span, each.when.start) for each, span in some) for some in found]

    assert times[0] == times[1]


def test_bounds_given_with_an_occurrence_are_its_own() -> None:
    repeat = Repeat(("FREQ=DAILY;COUNT=10",))
    session = Session("talk", "Talk", timed("2027-03-25T01:30", "2027-03-25T02:30"), repeat=repeat)
    found = recurrences(PROGRAMME, session, Stretch()).found

    assert [span for _, span in found] == [each.bounds for each, _ in found]
    assert found[3][1] == Interval(datetime(2027, 3, 28, 0, 30, tzinfo=UTC), datetime(2027, 3, 28, 1, 30, tzinfo=UTC))
