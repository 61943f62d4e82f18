"""Definitions that are written: they read like the printed page, and are decoded to the same sessions."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.files.paths import bundled_folder
from agendacli.formats.definition.decode.programme import decode_programme
from agendacli.formats.definition.write.writer import definition
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.formats.encoding import read_text
from agendacli.load.programmes import load, load_text
from agendacli.model.findings import Findings
from agendacli.model.interval import Stretch
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import ROLES, Participant, Person
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import KINDS, Change, Programme, Repeat, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow, When, bounds
from agendacli.model.zones import instant, wall
from agendacli.words.directory import Directory

BUNDLED = sorted(each for each in bundled_folder().glob("*.yaml") if each.stem not in ("people", "places"))
DAY = timedelta(days=1)
VIENNA = "Europe/Vienna"
ZONES = (VIENNA, "America/New_York", "America/Santiago", "Asia/Amman", "Australia/Lord_Howe", "UTC")
# What YAML, names and day keys could take for something else.
CHARACTERS = st.sampled_from("abcXYZ 0123456789\\;,:\"'#-[]{}|>%@&*!?\n\r\t\x1b\u2028=ü€😀日")
TEXTS = st.text(CHARACTERS, max_size=200)
TITLES = st.one_of(st.sampled_from(("PANEL 1: Tea", "Lunch", "10:00-11:00", "Opening panel", "")), TEXTS)
NAMES = st.sampled_from(
    ("Jo Doe", "Doe, Jo", "jo", "jo@example.org", "the moderators", "Dr. Jo Doe", "Jo (tbc)", "Ana  de la Cruz", "")
)
DATES = st.dates(date(1990, 1, 1), date(2036, 12, 20))
# Clocks change in March, April, October, November: half of the times lie on such nights.
NIGHTS = st.sampled_from([date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 1), date(2026, 3, 8), date(2026, 4, 5)])
CLOCKS = st.builds(
    datetime.combine, st.one_of(DATES, NIGHTS), st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
)
ROOMS = st.none() | TEXTS.filter(lambda text: bool(text.strip()))  # no reader gives a room of blanks
STATUSES = st.sampled_from(Status)


def read(text: str) -> tuple[Programme, list[str]]:
    """What a definition says, and what is told of it but for near misses."""
    findings = Findings()
    plain = read_text(text.encode(), "p.yaml", findings)
    node = read_nodes(plain or "", "p.yaml", findings)
    programme = decode_programme(node, "p.yaml", Directory(), findings) if node else None
    assert programme
    return programme, [str(each) for each in findings.all if each.code.name != "unknown-kind"]


def written(programme: Programme, stretch: Stretch | None = None) -> Programme:
    """The programme as its definition says it, which has to be without fault."""
    found, told = read(definition(programme, stretch or Stretch()).text)
    assert told == []
    return found


def programme(*sessions: Session) -> Programme:
    return Programme("p", "P", "p.yaml", zone=VIENNA, sessions=sessions)


clock = datetime.fromisoformat


def at(text: str, minutes: int | None = 60, zone: str = VIENNA) -> Timed:
    start = clock(text)
    return Timed(start, None if minutes is None else start + timedelta(minutes=minutes), zone)


def days_of(*sessions: Session) -> str:
    """What stands below `days:`."""
    return definition(programme(*sessions)).text.partition("days:\n")[2]


# ---- What a reader of it sees.


def test_definition_reads_like_a_printed_page() -> None:
    people = (
        Participant("moderator", "Dr. Jo Doe", Person("jo-doe", "Jo Doe", "Dr."), "Harbour Institute"),
        Participant("panellist", "Al Roe", Person("al-roe", "Al Roe"), confirmed=False),
        Participant("panellist", "United States", confirmed=False),
    )
    about = "First words.\n\n  - an indented point: yes\n# no comment"
    panel = Session("panel-1", "Panel 1: Tea", at("2026-03-09T10:00", 150), "panel", participants=people, room="M2")
    sessions = (
        replace(panel, description=about, url="https://example.org/", categories=("tea", "cake, sweet")),
        Session("opening", "Opening", at("2026-03-09T09:30", 30), "opening"),
        Session("call", "Call", at("2026-03-09T10:00", zone="Asia/Tokyo"), status=Status.TENTATIVE),
        Session("night", "Reception", at("2026-03-10T18:00", None), "reception"),
        Session("talk", "Lunch talk", at("2026-03-09T12:30"), "lunch", transparent=False),
        Session("tour", "Tour", Days(date(2026, 3, 9), date(2026, 3, 12), VIENNA, Hours.ALL)),
        Session("later", "Later", DayWindow(date(2026, 4, 1), date(2026, 5, 1), VIENNA), status=Status.CANCELLED),
        Session("weekly", "Weekly", at("2026-03-09T08:00"), repeat=Repeat(("FREQ=WEEKLY",))),
    )
    whole = replace(programme(*sessions), title="A: B", description="About tea. " * 12, notes=("One", "Two"))
    made = definition(whole)
    assert (made.items, made.remarks) == (8, ())
    assert made.text == (
        """\
format: 1
title: "A: B"
zone: Europe/Vienna
description: >-
  About tea. About tea. About tea. About tea. About tea. About tea. About tea. About tea. About tea.
  About tea. About tea. About tea.
notes:
  - One
  - Two

days:
  2026-03-09:
    - 10:00-11:00: Call
      id: call
      zone: Asia/Tokyo
      status: tentative
    - 09:30-10:00: Opening
      id: opening
    - 10:00-12:30: "Panel 1: Tea"
      id: panel-1
      room: M2
      moderator: Dr. Jo Doe, Harbour Institute
      panellists:
        - Al Roe (tbc)
        - seat: United States
          tbc: yes
      url: https://example.org/
      categories:
        - tea
        - cake, sweet
      description: |-
        First words.

          - an indented point: yes
        # no comment
    - 12:30-13:30: Lunch talk
      id: talk
      kind: lunch
      transparent: no

  2026-03-09 to 2026-03-11:
    - all day: Tour
      id: tour

  every Monday from 2026-03-09:
    - 08:00-09:00: Weekly
      id: weekly

  2026-03-10:
    - 18:00-: Reception
      id: night

  some day in 2026-04:
    - hours unknown: Later
      id: later
      status: cancelled
"""
    )


@pytest.mark.parametrize(
    ("when", "key"),
    [
        (at("2026-03-09T22:00", 240), "2026-03-09: 22:00-02:00 +1"),
        (at("2026-03-09T09:00", 15 * 60), "2026-03-09: 09:00-24:00"),
        (at("2026-03-09T09:00", 63 * 60), "2026-03-09: 09:00-24:00 +2"),
        (at("2026-10-25T02:30", 15), "2026-10-25: 02:30 first-02:45 first"),
        (
            Timed(clock("2026-10-25T02:30").replace(fold=1), clock("2026-10-25T03:00"), VIENNA),
            "2026-10-25: 02:30 second-03:00",
        ),
        (
            Timed(clock("2026-10-25T02:45"), clock("2026-10-25T02:15").replace(fold=1), VIENNA),
            "2026-10-25: 02:45 first-02:15 second",
        ),
        (at("2026-03-29T02:30", 120), "2026-03-29: 03:30-04:30"),
        (at("2026-03-29T02:30", 60), "2026-03-29: 03:30-"),
        (at("2026-03-09T10:00:20", 60), "2026-03-09: 10:00-11:00"),
        (Timed(clock("2026-03-09"), clock("2026-03-09T23:59:59"), VIENNA), "2026-03-09: 00:00-24:00"),
        (at("2026-03-09T10:00", 200 * 24 * 60), "2026-03-09 to 2026-09-25: hours unknown"),
        (Days(date(2026, 3, 9), date(2026, 3, 10), None), "2026-03-09: hours unknown"),
        (
            DayWindow(date(2026, 3, 9), date(2026, 3, 14), None, 2),
            "some 2 days in 2026-03-09 to 2026-03-13: hours unknown",
        ),
    ],
)
def test_time_has_words(when: When, key: str) -> None:
    day, _, hours = key.rpartition(": ")
    assert days_of(Session("a", "A", when)) == f"  {day}:\n    - {hours}: A\n      id: a\n"


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("00:00", "12:00", "morning"),
        ("12:00", "18:00", "afternoon"),
        ("18:00", "24:00", "evening"),
        ("00:00", "10:30", "before 10:30"),
        ("00:00", "24:00", "before 24:00"),
        ("12:00", "14:00", "afternoon, before 14:00"),
        ("18:00", "20:00", "evening, before 20:00"),
        ("08:00", "12:00", "morning, after 08:00"),
        ("13:00", "18:00", "afternoon, after 13:00"),
        ("19:00", "24:00", "after 19:00"),
        ("09:00", "11:00", "hours unknown"),
        ("19:00", "26:00", "hours unknown"),
    ],
)
def test_part_of_a_day_has_words(start: str, end: str, hours: str) -> None:
    first, last = (
        at("2026-03-09").start + timedelta(hours=int(each[:2]), minutes=int(each[3:])) for each in (start, end)
    )
    lines = days_of(Session("a", "A", TimeWindow(first, last, VIENNA))).splitlines()
    assert lines[1] == f"    - {hours}: A"


def test_part_of_a_day_keeps_its_length() -> None:
    window = TimeWindow(at("2026-03-09").start, at("2026-03-09T10:00").start, VIENNA, timedelta(minutes=90))
    assert days_of(Session("a", "A", window)).splitlines()[1] == "    - before 10:00 for 1 h 30 min: A"


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("FREQ=DAILY", "every day from 2026-03-10"),
        ("freq=daily; interval=2", "every other day from 2026-03-10"),
        ("FREQ=DAILY;INTERVAL=10", "every 10 days from 2026-03-10"),
        ("FREQ=DAILY;BYDAY=MO,TU", "every Monday and Tuesday from 2026-03-10"),
        ("FREQ=WEEKLY", "every Tuesday from 2026-03-10"),
        ("FREQ=WEEKLY;WKST=SU", "every Tuesday from 2026-03-10"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday from 2026-03-10"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day from 2026-03-10"),
        ("FREQ=WEEKLY;BYDAY=TH,TU,FR", "every Tuesday, Thursday and Friday from 2026-03-10"),
        ("FREQ=WEEKLY;INTERVAL=2", "every other Tuesday from 2026-03-10"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU", "every 3 weeks on Tuesday and Sunday from 2026-03-10"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
            "every FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU from 2026-03-10",
        ),
        ("FREQ=WEEKLY;BYDAY=WE", "every FREQ=WEEKLY;BYDAY=WE from 2026-03-10"),
        ("FREQ=WEEKLY;COUNT=3", "every Tuesday from 2026-03-10 to 2026-03-24"),
        ("FREQ=WEEKLY;UNTIL=20260401", "every Tuesday from 2026-03-10 to 2026-03-31"),
        ("FREQ=WEEKLY;UNTIL=20260401T090000Z", "every Tuesday from 2026-03-10 to 2026-03-31"),
        ("UNTIL=20260601T000000;FREQ=MONTHLY;BYDAY=2TU", "every FREQ=MONTHLY;BYDAY=2TU from 2026-03-10 to 2026-05-12"),
        ("FREQ=DAILY;BYHOUR=9,17;COUNT=5", "every FREQ=DAILY;BYHOUR=9,17;COUNT=5 from 2026-03-10"),
        ("FREQ=DAILY;UNTIL=20991231", "every FREQ=DAILY;UNTIL=20991231 from 2026-03-10"),
        ("FREQ=DAILY;INTERVAL=1000", "every FREQ=DAILY;INTERVAL=1000 from 2026-03-10"),
    ],
)
def test_rule_has_words(rule: str, key: str) -> None:
    session = Session("a", "A", at("2026-03-10T09:00"), repeat=Repeat((rule,)))
    assert days_of(session) == f"  {key}:\n    - 09:00-10:00: A\n      id: a\n"


WEEKLY = Session("a", "A", at("2026-03-10T09:00"), repeat=Repeat(("FREQ=WEEKLY;COUNT=4",)))


def differing(*changes: Change, removed: tuple[datetime | date, ...] = (), exact: bool = False) -> Session:
    assert WEEKLY.repeat
    return replace(WEEKLY, repeat=replace(WEEKLY.repeat, changes=changes, removed=frozenset(removed), exact=exact))


def on(day: str, when: str, **others: object) -> Change:
    return Change(at(f"{day}T09:00").start, replace(WEEKLY, when=at(when), repeat=None, **others))  # type: ignore[arg-type]  # any field


def test_repeat_says_what_differs_by_date() -> None:
    session = differing(
        on("2026-03-10", "2026-03-10T09:00", status=Status.CANCELLED),
        on("2026-03-17", "2026-03-17T11:30"),
        on("2026-03-24", "2026-03-25T09:00"),
        removed=(date(2026, 3, 31),),
    )
    made = definition(programme(session))
    assert made.remarks == ()
    assert made.text.splitlines()[-5:] == [
        "      except:",
        "        2026-03-10: cancelled",
        "        2026-03-17: 11:30-12:30",
        "        2026-03-24: 2026-03-25",
        "        2026-03-31: none",
    ]


def test_occurrence_with_another_title_is_an_item_of_its_own() -> None:
    made = definition(programme(differing(on("2026-03-17", "2026-03-17T11:30", title="B"))))
    assert made.remarks == ("`a`: once it differs in more than its time; written as an item of its own",)
    assert made.text.partition("days:\n")[2] == (
        """\
  every Tuesday from 2026-03-10 to 2026-03-31:
    - 09:00-10:00: A
      id: a
      except: {2026-03-17: none}

  2026-03-17:
    - 11:30-12:30: B
      id: a-2026-03-17
"""
    )


def test_repeat_of_which_all_differs_is_written_one_by_one() -> None:
    days = ("2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31")
    made = definition(programme(differing(*(on(each, f"{each}T09:00", title="B") for each in days))))
    assert (made.items, "every" in made.text) == (4, False)


def test_name_that_would_be_read_as_something_else_is_written_as_it_stands() -> None:
    names = ("Doe, Director", "jo", "Doe, Jo")
    people = tuple(Participant("speaker", each, Person("x", each)) for each in names)
    made = definition(programme(replace(WEEKLY, repeat=None, participants=people)))
    assert made.remarks == ()
    assert [each.strip() for each in made.text.splitlines()[-4:]] == [
        "speakers:",
        "- name: Doe, Director",
        "- name: jo",
        "- Doe, Jo",
    ]


def test_further_dates_are_items_of_their_own() -> None:
    assert WEEKLY.repeat
    added = (at("2026-03-12T09:00"), at("2026-03-12T15:00"))
    made = definition(programme(replace(WEEKLY, repeat=replace(WEEKLY.repeat, added=added))))
    assert made.remarks == ("`a`: 2 times it takes place where no rule leads; written as 2 items of their own",)
    assert made.text.count("id: a-2026-03-12\n") == made.text.count("id: a-2026-03-12-2\n") == 1


@pytest.mark.parametrize(
    "session",
    [
        differing(replace(on("2026-03-17", "2026-03-17T11:30"), onwards=True)),
        replace(WEEKLY, repeat=Repeat(("FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;COUNT=2"))),
        replace(WEEKLY, repeat=Repeat((), (at("2026-03-17T09:00"), at("2026-03-24T09:00"), at("2026-04-10T09:00")))),
        replace(WEEKLY, when=Days(date(2026, 3, 10), date(2026, 3, 12), VIENNA)),
        replace(WEEKLY, when=at("2026-03-29T02:30", 120)),
    ],
    ids=["onwards", "two rules", "dates only", "several days", "first is skipped"],
)
def test_repeat_without_words_is_written_one_by_one(session: Session) -> None:
    made = definition(programme(session))
    remark = "`a`: it repeats in a way that has no words here; written as 4 items of their own"
    assert (made.items, made.remarks) == (4, (remark,))
    assert seen(written(programme(session))) == seen(programme(session))


@pytest.mark.parametrize(
    ("session", "change"),
    [
        (WEEKLY, on("2026-03-17", "2026-03-17T09:00").session),
        (replace(WEEKLY, when=Days(date(2026, 3, 10), date(2026, 3, 11), VIENNA)), WEEKLY),
    ],
    ids=["too long", "several days"],
)
def test_new_time_that_has_no_words_is_an_item_of_its_own(session: Session, change: Session) -> None:
    when = session.when
    assert WEEKLY.repeat
    if isinstance(when, Days):
        longer: When = replace(when, start=date(2026, 3, 17), end=date(2026, 3, 19))
        original: date = date(2026, 3, 17)
    else:
        longer, original = at("2026-03-17T09:00", 150 * 24 * 60), at("2026-03-17T09:00").start
    other = Change(original, replace(change, when=longer, repeat=None))
    made = definition(programme(replace(session, repeat=replace(WEEKLY.repeat, changes=(other,)))))
    assert "except: {2026-03-17: none}" in made.text
    assert made.text.endswith("      id: a-2026-03-17\n")


@pytest.mark.parametrize("removed", [frozenset({at("2026-03-10T14:00").start}), frozenset()])
def test_several_times_a_day_are_written_one_by_one_where_one_differs(removed: frozenset[datetime]) -> None:
    session = replace(WEEKLY, repeat=Repeat(("FREQ=HOURLY;INTERVAL=5;COUNT=3",), removed=removed))
    made = definition(programme(session))
    assert made.items == (2 if removed else 1)
    cut = definition(programme(session), Stretch(end=datetime(2026, 3, 10, 14, tzinfo=UTC)))
    assert cut.items == (1 if removed else 2)


def test_endless_repeat_without_words_goes_on_for_a_year() -> None:
    session = replace(WEEKLY, repeat=Repeat(("FREQ=MONTHLY", "FREQ=YEARLY")))
    made = definition(programme(session), Stretch(moment=lambda: datetime(2030, 1, 1, tzinfo=UTC)))
    up_to = "written as 58 items of their own up to 2031-01-02"
    assert made.remarks == (f"`a`: it repeats in a way that has no words here; {up_to}",)


def test_repeat_that_has_too_many_times_is_cut() -> None:
    session = replace(WEEKLY, repeat=Repeat(("FREQ=MINUTELY;COUNT=10500", "FREQ=DAILY;COUNT=2")))
    (remark,) = definition(programme(session)).remarks
    assert remark.endswith("items of their own, as far as it was followed")


def test_end_keeps_the_length_on_the_night_when_clocks_change() -> None:
    night = Session("a", "A", at("2026-03-27T22:00", 360), repeat=Repeat(("FREQ=DAILY",), exact=True))
    made = definition(programme(night))
    assert (
        "      except: {2026-03-28: 22:00-05:00 +1, 2026-10-24: 22:00-03:00 +1, 2027-03-27: 22:00-05:00 +1}\n"
        in made.text
    )
    assert made.remarks == ("`a`: on nights when the clocks change it ends at another hour; written up to 2027-03-28",)


def test_night_on_which_clocks_change_is_the_exception_where_a_series_begins_with_it() -> None:
    night = Session("a", "A", Timed(clock("2017-10-28T22:00"), clock("2017-10-29T05:00"), VIENNA))
    made = days_of(replace(night, repeat=Repeat(("FREQ=WEEKLY;COUNT=3",), exact=True)))
    assert made == (
        "  every Saturday from 2017-10-28 to 2017-11-11:\n"
        "    - 22:00-06:00 +1: A\n"
        "      id: a\n"
        "      except: {2017-10-28: 22:00-05:00 +1}\n"
    )


def test_stretch_cuts_repeats_and_leaves_out_the_rest() -> None:
    endless = replace(WEEKLY, id="b", repeat=Repeat(("FREQ=WEEKLY;INTERVAL=2",)))
    hourly = replace(WEEKLY, id="c", repeat=Repeat(("FREQ=HOURLY;INTERVAL=5",)))
    single = Session("d", "D", at("2026-03-16T09:00"))
    stretch = Stretch(datetime(2026, 3, 17, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC))
    made = definition(programme(WEEKLY, endless, hourly, single), stretch)
    assert [each.strip() for each in made.text.splitlines() if each.startswith("  every")] == [
        "every FREQ=HOURLY;INTERVAL=5;UNTIL=20260331T235959Z from 2026-03-17:",
        "every Tuesday from 2026-03-17 to 2026-03-31:",
    ]
    assert made.text.count("id: b\n") == 1
    assert "id: d" not in made.text


def test_relative_day_is_written_as_such() -> None:
    meeting = Session("meeting", "Meeting", Days(date(2026, 3, 9), date(2026, 3, 12), VIENNA))
    report = Session("report", "Report", Days(date(2026, 2, 23), date(2026, 2, 24), VIENNA), relative_to="meeting")
    thanks = Session("thanks", "Thanks", at("2026-03-12T10:00"), relative_to="meeting")
    inside = Session("inside", "Inside", at("2026-03-10T10:00"), relative_to="meeting")
    keys = [
        each
        for each in days_of(meeting, report, thanks, inside).splitlines()
        if each.startswith("  ") and each[2] != " "
    ]
    assert keys == [
        "  2 weeks before meeting:",
        "  2026-03-09 to 2026-03-11:",
        "  2026-03-10:",
        "  1 day after meeting:",
    ]


def test_relative_days_that_are_several_are_written_as_dates() -> None:
    meeting = Session("meeting", "Meeting", Days(date(2026, 3, 9), date(2026, 3, 12), VIENNA))
    fair = Session("fair", "Fair", Days(date(2026, 3, 2), date(2026, 3, 4), VIENNA), relative_to="meeting")
    assert days_of(meeting, fair).startswith("  2026-03-02 to 2026-03-03:\n")


def test_relative_day_of_a_window_moves_as_a_whole() -> None:
    window = DayWindow(date(2026, 4, 1), date(2026, 5, 1), VIENNA)
    moved = DayWindow(date(2026, 3, 18), date(2026, 4, 17), VIENNA)
    sessions = (
        Session("a", "A", window),
        Session("b", "B", moved, relative_to="a"),
        Session("c", "C", at("2026-05-01T10:00"), relative_to="a"),
    )
    assert days_of(*sessions).splitlines()[::4] == ["  2 weeks before a:", "  some day in 2026-04:", "  2026-05-01:"]


def test_year_that_cannot_be_written_is_told() -> None:
    made = definition(programme(Session("a", "A", at("0999-12-30T10:00"))))
    assert made.remarks == ("`a`: `0999-12-30` is not a day that can be written; it is left out",)
    assert made.text.endswith("days: {}\n")


def test_seconds_are_told() -> None:
    weekly = replace(WEEKLY, id="b", when=at("2026-03-10T09:00:30"))
    made = definition(programme(Session("a", "A", at("2026-03-09T10:00:20")), weekly))
    assert made.remarks == ("`a`: times are written to the minute", "`b`: times are written to the minute")


def test_ids_stay_those_of_the_sessions() -> None:
    assert WEEKLY.repeat
    weekly = replace(WEEKLY, repeat=replace(WEEKLY.repeat, added=(at("2026-03-12T09:00"),)))
    taken = Session("a-2026-03-12", "T", at("2026-03-09T10:00"))
    ids = [each.id for each in written(programme(weekly, taken)).sessions]
    assert sorted(ids) == ["a", "a-2026-03-12", "a-2026-03-12-2"]


# ---- What a programme says is what is read again.


def heading_of(whole: Programme) -> Programme:
    return replace(whole, file="", sessions=())


def plain_session(session: Session) -> Session:
    """The session without what is only how the document puts it."""
    return replace(
        session, when_text=None, participants=tuple(replace(each, printed="") for each in session.participants)
    )


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_bundled_event_is_the_same_when_written_and_read(path: Path) -> None:
    loaded = load([str(path)])
    (before,) = (*loaded.programmes, *loaded.revisions)
    again = load_text(definition(before).text.encode(), str(path))
    (after,) = (*again.programmes, *again.revisions)
    assert again.diagnostics == ()
    plain = [
        replace(heading_of(each), participants=tuple(replace(one, printed="") for one in each.participants))
        for each in (before, after)
    ]
    assert plain[0] == plain[1]
    found = [sorted(map(plain_session, each.sessions), key=lambda one: one.id) for each in (before, after)]
    assert found[0] == found[1]


def test_empty_programme_is_read_again() -> None:
    assert written(programme()).sessions == ()


@st.composite
def timed(draw: st.DrawFn) -> Timed:
    zone = draw(st.sampled_from(ZONES))
    start = wall(instant(draw(CLOCKS).replace(fold=draw(st.integers(0, 1))), zone), zone).replace(tzinfo=None)
    end = wall(instant(start, zone) + draw(st.integers(1, 140)) * timedelta(minutes=15), zone).replace(tzinfo=None)
    return Timed(start, draw(st.sampled_from((end, None))), zone)


@st.composite
def in_days(draw: st.DrawFn) -> Days | DayWindow:
    start, zone = draw(DATES), draw(st.sampled_from((VIENNA, "Asia/Tokyo")))
    end = start + draw(st.integers(1, 30)) * DAY
    length = draw(st.sampled_from((None, 1)))
    options: tuple[Days | DayWindow, ...] = (
        Days(start, end, zone, Hours.ALL),
        Days(start, end, zone),
        DayWindow(start, end, zone, length),
    )
    return draw(st.sampled_from(options))


@st.composite
def parts_of_days(draw: st.DrawFn) -> TimeWindow:
    day = datetime.combine(draw(DATES), time())
    end = day + timedelta(minutes=draw(st.sampled_from((13 * 60, 19 * 60 + 30, 23 * 60 + 59, 24 * 60))))
    start = day + timedelta(hours=draw(st.sampled_from((0, 12))))
    return TimeWindow(start, end, "Asia/Kolkata", draw(st.sampled_from((None, timedelta(minutes=45)))))


CITATIONS = st.lists(st.sampled_from((Citation("letter"), Citation("letter", 12))), max_size=2).map(tuple)
VARIANTS = st.lists(
    st.builds(Variant, st.just(Citation("letter", 3)), st.just("title"), st.just("Other: x")), max_size=1
).map(tuple)


@st.composite
def participants(draw: st.DrawFn) -> Participant:
    name = draw(NAMES)
    # A name of one word is that of whom an honorific tells apart elsewhere, so that here it always has one.
    persons = (Person("x", name, "H.E. Ms."), *((Person("x", name),) if " " in name else ()))
    person = draw(st.sampled_from((None, *persons)))
    full = f"{person.honorific or ''} {name}".strip() if person else name
    printed = draw(st.sampled_from((full, "the chairs", "x"))) if person else name
    position = draw(st.sampled_from((None, "Director of Tea, Harbour", "Host (tbc)")))
    role = draw(st.sampled_from((*ROLES, "timekeeper")))
    return Participant(role, printed, person, position, draw(st.booleans()), draw(CITATIONS), draw(VARIANTS))


PLACES = st.one_of(
    st.builds(
        Place,
        st.one_of(st.none(), TEXTS),
        st.none(),
        st.one_of(st.none(), TEXTS),
        st.sampled_from((None, Coordinates(48.25, -16.5))),
        st.sampled_from((None, "Asia/Tokyo")),
    ),
    st.just(Place(city="Springfield")),
)


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    return Session(
        id_,
        draw(TITLES),
        draw(st.one_of(timed(), in_days(), parts_of_days())),
        draw(st.sampled_from((*KINDS, "working party"))),
        draw(STATUSES),
        transparent=draw(st.booleans()),
        room=draw(ROOMS),
        place=draw(st.one_of(st.none(), PLACES.filter(place_of))),
        participants=tuple(draw(st.lists(participants(), max_size=3))),
        description=draw(st.one_of(st.none(), TEXTS)),
        url=draw(st.sampled_from((None, "https://example.org/?a=b#c"))),
        notes=tuple(draw(st.lists(TEXTS, max_size=2))),
        categories=tuple(draw(st.lists(TEXTS, max_size=2))),
        citations=draw(CITATIONS),
        variants=draw(VARIANTS),
    )


RULES = (
    *("FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;COUNT=6;BYDAY=MO,TH", "FREQ=MONTHLY;COUNT=5", "freq=weekly", "FREQ=NEVER"),
    *(
        "FREQ=DAILY;INTERVAL=2",
        "FREQ=HOURLY;INTERVAL=7;COUNT=9",
        "FREQ=DAILY;BYHOUR=3,22;COUNT=8",
        "FREQ=DAILY;COUNT=1",
    ),
    *("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU", "FREQ=MONTHLY;BYDAY=-1FR"),
)


@st.composite
def repeated(draw: st.DrawFn, session: Session) -> Session:
    """The session, repeated; some of its times are removed, moved, cancelled or added."""
    more = draw(st.sampled_from(((), (), (), ("FREQ=DAILY;COUNT=2",))))
    # Part of a day, or a day, does not come several times a day.
    rules = RULES if isinstance(session.when, Timed) else [each for each in RULES if "HOUR" not in each]
    until = f"FREQ=DAILY;INTERVAL=3;UNTIL={bounds(session.when).start + 40 * DAY:%Y%m%dT%H%M%SZ}"
    repeat = Repeat((draw(st.sampled_from((*rules, until))), *more), exact=draw(st.booleans()))
    found = [each for each in expand((programme(replace(session, repeat=repeat)),))[:12] if each.original is not None]
    moved = draw(st.lists(st.sampled_from(found), max_size=3, unique_by=lambda each: each.id))
    removed = draw(st.lists(st.sampled_from(found), max_size=2, unique_by=lambda each: each.id))
    changes = tuple([draw(changed(session, each)) for each in moved])
    starts = frozenset(each.original for each in removed if each.original is not None)
    added = [later(session.when, n * DAY + timedelta(hours=n)) for n in draw(st.sets(st.integers(1, 9), max_size=1))]
    return replace(session, repeat=replace(repeat, removed=starts, changes=changes, added=tuple(added)))


@st.composite
def changed(draw: st.DrawFn, session: Session, occurrence: Occurrence) -> Change:
    assert occurrence.original is not None
    by = draw(st.sampled_from((timedelta(), timedelta(minutes=45), DAY, 3 * DAY)))
    title = draw(st.sampled_from((session.title, session.title, "Another")))
    other = replace(session, when=later(occurrence.when, by), status=draw(STATUSES), title=title)
    return Change(occurrence.original, other, onwards=draw(st.integers(0, 5)) == 0)


def later(when: When, by: timedelta) -> When:
    """The same time, so much later in real time; days in days."""
    match when:
        case Timed(start, end, zone):
            start, after = (wall(instant(each, zone) + by, zone).replace(tzinfo=None) for each in (start, end or start))
            return Timed(start, end and after, zone)
        case Days(start, end, zone, hours):
            return Days(start + by, end + by, zone, hours)
        case _:
            return when


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    ids = ("panel-1", "panel.2", "3_x")[: draw(st.integers(0, 3))]
    plain = [draw(sessions(each)) for each in ids]
    found = [draw(repeated(each)) if draw(st.booleans()) else each for each in plain]
    return Programme(
        "p",
        draw(TITLES),
        "p.yaml",
        status=draw(STATUSES),
        zone=draw(st.sampled_from((VIENNA, "UTC"))),
        place=draw(PLACES),
        room=draw(ROOMS),
        url=draw(st.sampled_from((None, "https://example.org/"))),
        revision=draw(st.one_of(st.none(), DATES)),
        description=draw(st.one_of(st.none(), TEXTS)),
        categories=tuple(draw(st.lists(TEXTS, max_size=2))),
        participants=tuple(draw(st.lists(participants(), max_size=2))),
        sources=(Source("letter", "A letter: of tea", issued=date(2026, 1, 1)),),
        sessions=tuple(found),
    )


def one_line(text: str) -> str:
    return " ".join(text.replace("\r", "\n").split("\n")).strip()


def texts(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.strip() for each in values if each.strip())


def people(found: tuple[Participant, ...]) -> list[tuple[str, ...]]:
    """Roles, names and positions as they are printed, in an order that does not depend on the roles."""
    return sorted(
        (
            each.role if each.role in ROLES else "participant",
            full_name(each),
            " ".join((each.position or ("" if each.role in ROLES else each.role)).split()),
            str(each.confirmed),
            str((each.citations, each.variants)),
        )
        for each in found
        if each.name.strip()
    )


def full_name(participant: Participant) -> str:
    """The name with its honorific; one that would be read as something else is the words of a seat."""
    honorific = (participant.person.honorific if participant.person else None) or ""
    name = " ".join(participant.name.split())
    is_name = participant.person and name not in ("Doe, Jo", "jo", "the moderators", "Jo (tbc)")
    return f"{honorific} {name}".strip() if is_name else name


def instants(when: When) -> tuple[object, ...]:
    if isinstance(when, Days | DayWindow):
        return (when,)
    return (
        instant(when.start, when.zone),
        when.end and instant(when.end, when.zone),
        type(when),
        getattr(when, "length", 0),
    )


def seen(whole: Programme, end: datetime | None = None) -> Counter[tuple[object, ...]]:
    """What takes place up to then, and all that is said of it but how it repeats."""
    return Counter(map(seen_one, expand((whole,), end=end)))


def seen_one(occurrence: Occurrence) -> tuple[object, ...]:
    session = occurrence.session
    return (
        *instants(occurrence.when),
        one_line(session.title) or "(no title)",
        session.kind,
        occurrence.status,
        session.transparent,
        (occurrence.room or "").strip(),
        str(people(session.participants)),
        (session.description or "").strip(),
        session.url,
        texts(session.notes),
        texts(session.categories),
        (session.citations, session.variants),
    )


@settings(max_examples=60, deadline=None)
@given(programmes())
def test_any_programme_is_read_again_as_it_was(whole: Programme) -> None:
    after = written(whole)
    end = (
        min((bounds(each.when).start for each in whole.sessions), default=datetime(2026, 1, 1, tzinfo=UTC)) + 200 * DAY
    )
    assert seen(after, end) == seen(whole, end)
    assert people(after.participants) == people(whole.participants)
    single = [each for each in whole.sessions if not each.repeat]
    places = {each.id: each.place for each in after.sessions}
    assert [place_of(places[each.id]) for each in single] == [place_of(each.place) for each in single]
    assert (after.title, after.zone, after.revision, place_of(after.place), after.sources) == (
        *(one_line(whole.title) or "(no title)", whole.zone, whole.revision, place_of(whole.place), whole.sources),
    )


def place_of(place: Place | None) -> tuple[object, ...]:
    if place is None:
        return ()
    said = (place.city or "").strip(), (place.venue or "").strip(), place.coordinates, place.zone
    return said if any(said) else ()


@settings(max_examples=50, deadline=None)
@given(programmes(), st.integers(-40, 40), st.integers(1, 90))
def test_stretch_of_any_programme_is_read_again(whole: Programme, shift: int, length: int) -> None:
    starts = [each.bounds.start for each in expand((whole,))]
    start = min(starts, default=datetime(2026, 1, 1, tzinfo=UTC)) + shift * DAY
    end = start + length * DAY
    after = written(whole, Stretch(start, end))
    assert Counter(map(seen_one, expand((after,)))) == Counter(map(seen_one, expand((whole,), start, end)))
