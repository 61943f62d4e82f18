"""How a series is written: its VEVENTs, line by line, as far as they are about when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import horizon, rule_text, uids
from agendacli.formats.ics.write.writer import items
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Change, Programme, Repeat, Session, Status
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When

VIENNA = "Europe/Vienna"
NAMES = ("DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
EXPANDED = CalendarOptions(expanded=True)


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(fold=fold)


def timed(start: str, end: str | None, zone: str = VIENNA) -> Timed:
    return Timed(at(start), at(end) if end else None, zone)


# A Tuesday; the clocks go forward on 29 March 2026.
TUESDAY = timed("2026-03-10 16:00", "2026-03-10 17:30")
DAYS = Days(date(2026, 3, 10), date(2026, 3, 11), None, Hours.ALL)
RULE = "FREQ=WEEKLY;COUNT=4"
CLASS = Session("class", "Class", TUESDAY, repeat=Repeat((RULE,)))


def programme(session: Session) -> Programme:
    return Programme("school", "School", "school.yaml", sessions=(session,))


def written(session: Session, options: CalendarOptions = CalendarOptions()) -> tuple[tuple[str, ...], ...]:  # noqa: B008
    """The lines about when of each VEVENT."""
    found = items(expand((programme(session),)), options)
    return tuple(tuple(times(entry.lines)) for item in found for entry in item.entries)


def times(lines: Iterable[str]) -> Iterable[str]:
    return (line for line in lines if line.split(":")[0].split(";")[0] in NAMES)


def repeated(when: When = TUESDAY, **fields: object) -> Session:
    return replace(CLASS, when=when, repeat=replace(Repeat((RULE,)), **fields))  # type: ignore[arg-type]  # fields of Repeat


def change(original: date, when: When, *, onwards: bool = False) -> Change:
    return Change(original, Session("class", "Class", when), onwards)


MASTER = "DTSTART;TZID=Europe/Vienna:20260310T160000", "DTEND;TZID=Europe/Vienna:20260310T173000", f"RRULE:{RULE}"


def test_series_is_one_vevent_with_its_rule() -> None:
    assert written(CLASS) == (MASTER,)


def test_series_of_which_one_occurrence_is_selected_is_written_whole() -> None:
    second = expand((programme(CLASS),))[1]
    assert items((second,), CalendarOptions()) == items(expand((programme(CLASS),)), CalendarOptions())


def test_series_that_begins_on_a_night_when_clocks_change_has_the_length_of_the_others() -> None:
    night = replace(CLASS, when=timed("2017-10-28 22:00", "2017-10-29 06:00"))
    assert written(replace(night, repeat=Repeat(("FREQ=WEEKLY;COUNT=3",)))) == (
        (
            "DTSTART;TZID=Europe/Vienna:20171028T220000",
            "DTEND;TZID=Europe/Vienna:20171029T050000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
        ),
        (
            "DTSTART;TZID=Europe/Vienna:20171028T220000",
            "DTEND;TZID=Europe/Vienna:20171029T060000",
            "RECURRENCE-ID;TZID=Europe/Vienna:20171028T220000",
        ),
    )


def test_series_of_windows_says_where_a_reader_would_take_one_for_longer() -> None:
    # Over the change of the clocks 27 hours on the wall are 26: a DTEND gives 27 hours everywhere.
    window = TimeWindow(at("2000-01-01 00:00"), at("2000-01-02 03:00"), "America/New_York")
    repeat = Repeat(("FREQ=MONTHLY;COUNT=5",))
    assert written(replace(CLASS, when=window, repeat=repeat)) == (
        (
            "DTSTART;TZID=America/New_York:20000101T000000",
            "DTEND;TZID=America/New_York:20000102T030000",
            "RRULE:FREQ=MONTHLY;COUNT=5",
        ),
        (
            "DTSTART;TZID=America/New_York:20000401T000000",
            "DTEND;TZID=America/New_York:20000402T030000",
            "RECURRENCE-ID;TZID=America/New_York:20000401T000000",
        ),
    )


def test_series_of_which_a_calendar_holds_single_occurrences_is_written_as_these() -> None:
    first, second = (timed(f"2026-03-{day} 18:00", f"2026-03-{day} 19:00") for day in (10, 17))
    changes = tuple(
        replace(each, session=replace(each.session, uid="class@x"))
        for each in (change(at("2026-03-10 16:00"), first), change(at("2026-03-17 16:00"), second))
    )
    added = (timed("2026-03-17 16:00", "2026-03-17 17:30"),)
    held = replace(CLASS, uid="class@x", stamp="", repeat=Repeat(added=added, changes=changes))
    assert written(held) == tuple(
        (
            f"DTSTART;TZID=Europe/Vienna:202603{day}T180000",
            f"DTEND;TZID=Europe/Vienna:202603{day}T190000",
            f"RECURRENCE-ID;TZID=Europe/Vienna:202603{day}T160000",
        )
        for day in (10, 17)
    )


def test_series_without_a_rule_that_can_be_read_is_its_first_time() -> None:
    assert written(replace(CLASS, repeat=Repeat(("FREQ=NEVER",)))) == (MASTER[:2],)


@pytest.mark.parametrize("removed", [date(2026, 3, 17), at("2026-03-17 16:00"), datetime(2026, 3, 17, 15, tzinfo=UTC)])
def test_series_names_what_is_removed_by_its_start(removed: date) -> None:
    assert written(repeated(removed=frozenset({removed}))) == ((*MASTER, "EXDATE;TZID=Europe/Vienna:20260317T160000"),)


def test_series_of_days_removes_days() -> None:
    assert written(repeated(DAYS, removed=frozenset({date(2026, 3, 17)}))) == (
        ("DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260311", f"RRULE:{RULE}", "EXDATE;VALUE=DATE:20260317"),
    )


def test_series_leaves_out_removals_that_meet_nothing() -> None:
    assert written(repeated(removed=frozenset({date(2026, 3, 18)}))) == (MASTER,)


def test_series_in_utc_is_in_utc() -> None:
    when = timed("2026-03-10 16:00", "2026-03-10 17:30", "UTC")
    changes = (change(date(2026, 3, 24), timed("2026-03-24 18:00", None, "UTC")),)
    assert written(repeated(when, removed=frozenset({date(2026, 3, 17)}), changes=changes)) == (
        ("DTSTART:20260310T160000Z", "DTEND:20260310T173000Z", f"RRULE:{RULE}", "EXDATE:20260317T160000Z"),
        ("DTSTART:20260324T180000Z", "RECURRENCE-ID:20260324T160000Z"),
    )


def test_series_adds_times_and_says_where_they_are_longer() -> None:
    added = timed("2026-05-01 16:00", "2026-05-01 17:30"), timed("2026-05-02 16:00", "2026-05-02 18:00")
    assert written(repeated(added=added)) == (
        (*MASTER, "RDATE;TZID=Europe/Vienna:20260501T160000", "RDATE;TZID=Europe/Vienna:20260502T160000"),
        (
            "DTSTART;TZID=Europe/Vienna:20260502T160000",
            "DTEND;TZID=Europe/Vienna:20260502T180000",
            "RECURRENCE-ID;TZID=Europe/Vienna:20260502T160000",
        ),
    )


def test_series_adds_a_time_that_the_clocks_show_twice_in_utc() -> None:
    added = (Timed(at("2026-10-25 02:30", fold=1), None, VIENNA),)
    session = repeated(Timed(TUESDAY.start, None, VIENNA), added=added)
    assert written(session)[0][2:] == ("RDATE:20261025T013000Z",)


def test_series_says_which_occurrence_was_moved() -> None:
    changes = (change(date(2026, 3, 17), timed("2026-03-18 09:00", "2026-03-18 10:00", "Europe/London")),)
    assert written(repeated(changes=changes)) == (
        MASTER,
        (
            "DTSTART;TZID=Europe/London:20260318T090000",
            "DTEND;TZID=Europe/London:20260318T100000",
            "RECURRENCE-ID;TZID=Europe/Vienna:20260317T160000",
        ),
    )


def test_series_of_days_says_which_day_was_moved() -> None:
    changes = (change(date(2026, 3, 17), replace(DAYS, start=date(2026, 3, 18), end=date(2026, 3, 19))),)
    assert written(repeated(DAYS, changes=changes))[1] == (
        "DTSTART;VALUE=DATE:20260318",
        "DTEND;VALUE=DATE:20260319",
        "RECURRENCE-ID;VALUE=DATE:20260317",
    )


def test_series_has_a_date_for_a_change_that_no_rule_leads_to() -> None:
    when = timed("2026-03-19 16:00", "2026-03-19 17:30")
    assert written(repeated(changes=(change(date(2026, 3, 19), when),))) == (
        (*MASTER, "RDATE;TZID=Europe/Vienna:20260319T160000"),
        (
            "DTSTART;TZID=Europe/Vienna:20260319T160000",
            "DTEND;TZID=Europe/Vienna:20260319T173000",
            "RECURRENCE-ID;TZID=Europe/Vienna:20260319T160000",
        ),
    )


def test_series_does_not_remove_what_was_changed() -> None:
    day = date(2026, 3, 17)
    changes = (change(day, timed("2026-03-18 16:00", "2026-03-18 17:30")),)
    assert written(repeated(removed=frozenset({day}), changes=changes))[0] == MASTER


def test_series_of_dates_alone_has_its_first_among_them() -> None:
    changes = (change(date(2026, 3, 10), timed("2026-03-10 18:00", None)),)
    session = replace(CLASS, repeat=Repeat(changes=changes))
    assert written(session)[0] == (*MASTER[:2], "RDATE;TZID=Europe/Vienna:20260310T160000")


def test_series_that_is_changed_onwards_has_each_later_occurrence() -> None:
    changes = (change(date(2026, 3, 24), timed("2026-03-24 18:00", "2026-03-24 19:00"), onwards=True),)
    assert [each[-1] for each in written(repeated(changes=changes))] == [
        MASTER[-1],
        "RECURRENCE-ID;TZID=Europe/Vienna:20260324T160000",
        "RECURRENCE-ID;TZID=Europe/Vienna:20260331T160000",
    ]


def test_series_without_end_that_is_changed_onwards_says_so() -> None:
    changes = (change(date(2026, 3, 24), timed("2026-03-24 18:00", "2026-03-24 19:00"), onwards=True),)
    session = replace(CLASS, repeat=Repeat(("FREQ=WEEKLY",), changes=changes))
    assert [each[-1] for each in written(session)] == [
        "RRULE:FREQ=WEEKLY",
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Vienna:20260324T160000",
    ]


NIGHT = timed("2026-03-20 22:00", "2026-03-21 04:00")
LATER = change(at("2026-04-01 22:00"), timed("2026-04-01 23:00", "2026-04-02 04:00"), onwards=True)


@pytest.mark.parametrize("rule", ["FREQ=DAILY;COUNT=14", "FREQ=DAILY"])
def test_series_that_is_changed_onwards_says_before_it_too_where_the_clocks_make_one_shorter(rule: str) -> None:
    night = replace(CLASS, when=NIGHT, repeat=Repeat((rule,), changes=(LATER,)))
    assert written(night)[1] == (
        "DTSTART;TZID=Europe/Vienna:20260328T220000",
        "DTEND;TZID=Europe/Vienna:20260329T040000",
        "RECURRENCE-ID;TZID=Europe/Vienna:20260328T220000",
    )


def test_series_without_end_that_is_changed_onwards_on_a_night_when_clocks_change_has_that_length_onwards() -> None:
    later = change(at("2026-03-28 22:00"), timed("2026-03-28 22:00", "2026-03-29 06:00"), onwards=True)
    night = replace(CLASS, when=NIGHT, repeat=Repeat(("FREQ=DAILY",), changes=(later,)))
    assert [each[-1] for each in written(night)] == [
        "RRULE:FREQ=DAILY",
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Vienna:20260328T220000",
    ]


def test_series_without_end_has_changes_of_later_years() -> None:
    changes = (change(date(2031, 3, 11), timed("2031-03-11 18:00", None)),)
    removed = frozenset({date(2030, 3, 12)})
    session = replace(CLASS, repeat=Repeat(("FREQ=WEEKLY",), removed=removed, changes=changes))
    assert [each[-1] for each in written(session)] == [
        "EXDATE;TZID=Europe/Vienna:20300312T160000",
        "RECURRENCE-ID;TZID=Europe/Vienna:20310311T160000",
    ]


@pytest.mark.parametrize(("exact", "expected"), [(True, 1), (False, 2)])
def test_series_over_a_night_says_where_the_clocks_make_it_shorter(exact: bool, expected: int) -> None:  # noqa: FBT001
    night = timed("2026-03-21 22:00", "2026-03-22 04:00")
    session = repeated(night, exact=exact)
    assert len(written(session)) == expected


def test_series_that_begins_at_the_second_of_two_equal_times_is_written_apart() -> None:
    session = repeated(Timed(at("2026-10-25 02:30", fold=1), None, VIENNA))
    assert [item.uid for item in items(expand((programme(session),)), CalendarOptions())] == [
        "class%2F20261025T013000Z.school@agendacli",
        "class%2F20261101T013000Z.school@agendacli",
        "class%2F20261108T013000Z.school@agendacli",
        "class%2F20261115T013000Z.school@agendacli",
    ]


def test_series_at_a_time_that_the_clocks_skip_stays_on_the_clocks() -> None:
    session = repeated(timed("2026-03-29 02:30", None))
    assert written(session) == (("DTSTART;TZID=Europe/Vienna:20260329T023000", f"RRULE:{RULE}"),)


def test_series_expanded_is_one_item_an_occurrence() -> None:
    changes = (change(date(2026, 3, 17), timed("2026-03-18 09:00", None)),)
    session = repeated(removed=frozenset({date(2026, 3, 24)}), changes=changes)
    found = items(expand((programme(session),)), EXPANDED)
    assert {each.uid: tuple(times(each.entries[0].lines)) for each in found} == {
        "class%2F20260310T150000Z.school@agendacli": MASTER[:2],
        "class%2F20260317T150000Z.school@agendacli": ("DTSTART;TZID=Europe/Vienna:20260318T090000",),
        "class%2F20260331T140000Z.school@agendacli": (
            "DTSTART;TZID=Europe/Vienna:20260331T160000",
            "DTEND;TZID=Europe/Vienna:20260331T173000",
        ),
    }


def test_series_changed_in_status_keeps_its_place() -> None:
    cancelled = Change(
        date(2026, 3, 17), Session("class", "Class", timed("2026-03-17 16:00", None), status=Status.CANCELLED)
    )
    (found,) = items(expand((programme(repeated(changes=(cancelled,))),)), CalendarOptions())
    assert [each.value("STATUS") for each in found.entries] == ["CONFIRMED", "CANCELLED"]


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        pytest.param("freq=weekly; byday=tu", TUESDAY, "FREQ=WEEKLY;BYDAY=TU", id="as it should look"),
        pytest.param("FREQ=NEVER", TUESDAY, "", id="no rule"),
        pytest.param("FREQ=DAILY;UNTIL=20260401", TUESDAY, "FREQ=DAILY;UNTIL=20260401T215959Z", id="until a day"),
        pytest.param(
            "UNTIL=20260401T120000;FREQ=DAILY", TUESDAY, "FREQ=DAILY;UNTIL=20260401T100000Z", id="until a time"
        ),
        pytest.param(
            "FREQ=DAILY;UNTIL=20260401T120000Z", TUESDAY, "FREQ=DAILY;UNTIL=20260401T120000Z", id="until an instant"
        ),
        pytest.param(
            "FREQ=DAILY;UNTIL=20260401T120000Z", DAYS, "FREQ=DAILY;UNTIL=20260401", id="days until an instant"
        ),
        pytest.param(
            "FREQ=DAILY;UNTIL=20260401",
            DayWindow(DAYS.start, DAYS.end, None),
            "FREQ=DAILY;UNTIL=20260401",
            id="days until a day",
        ),
        pytest.param("FREQ=DAILY;UNTIL=99991231", TUESDAY, "FREQ=DAILY", id="for ever"),
    ],
)
def test_rule_text_ends_in_utc_or_on_a_day(text: str, when: When, expected: str) -> None:
    assert rule_text(text, when) == expected


def test_horizon_is_only_for_series_without_end() -> None:
    endless = replace(CLASS, repeat=Repeat(("FREQ=DAILY",)))
    last = datetime(2030, 1, 1, tzinfo=UTC)
    found = horizon(CLASS, last), horizon(endless), horizon(endless, last), horizon(replace(CLASS, repeat=None))
    assert found == (None, datetime(2027, 3, 11, 15, tzinfo=UTC), datetime(2030, 1, 3, tzinfo=UTC), None)


def test_uids_of_series_are_those_of_their_sessions() -> None:
    assert uids((programme(CLASS),), (), expanded=False) == {"class.school@agendacli"}


def test_uids_of_series_expanded_go_as_far_as_asked() -> None:
    endless = replace(CLASS, repeat=Repeat(("FREQ=WEEKLY",)))
    lunch = replace(CLASS, id="lunch", repeat=None)
    whole = replace(programme(endless), sessions=(endless, lunch))
    known = ("class%2F20300108T150000Z.school@agendacli", "class%2F20309999.school@agendacli", "x@example.org")
    found = uids((whole,), known, expanded=True)
    assert {"lunch.school@agendacli", known[0]} <= found
    assert known[1] not in found
    assert "class.school@agendacli" not in found


def test_uids_of_series_expanded_have_occurrences_that_were_moved_far_away() -> None:
    changes = (change(date(2026, 3, 17), timed("2046-03-18 09:00", None)),)
    endless = replace(CLASS, repeat=Repeat(("FREQ=WEEKLY",), changes=changes))
    assert "class%2F20260317T150000Z.school@agendacli" in uids((programme(endless),), (), expanded=True)


def test_occurrence_of_a_session_that_its_programme_does_not_have_is_written_as_it_is() -> None:
    alone = Occurrence(replace(programme(CLASS), sessions=()), replace(CLASS, repeat=None), TUESDAY, date(2026, 3, 10))
    (found,) = items((alone,), CalendarOptions())
    assert tuple(times(found.entries[0].lines)) == MASTER[:2]
