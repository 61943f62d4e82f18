from collections.abc import Callable
from datetime import date, datetime

import pytest

from agendacli.formats.definition.decode.programme import decode_programme
from agendacli.formats.definition.nodes import NodeList, Scalar
from agendacli.model.findings import Findings
from agendacli.model.people import Participant, Person
from agendacli.model.places import City, Coordinates, Gazetteer, Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Timed
from agendacli.words.directory import Directory

Decode = Callable[..., tuple[Programme, list[str]]]
GRAZ = City("graz", "Graz", "Austria", "Europe/Vienna", Coordinates(47.07, 15.44))
DIRECTORY = Directory((), Gazetteer((GRAZ,)))
WHOLE = """\
title: Festival of bees
short: Bees
kind: festival
organizer: Beekeepers
status: tentative
stage: draft
revision: 2026-01-12
place: Graz
room: Hall
dates: 2026-03-10 to 2026-03-11
url: https://example.org
categories: [bees, wasps]
description: All about bees.
notes: Bring a spoon.
sources:
  letter: {title: Invitation, issuer: Beekeepers, issued: 2026-01-12, file: letter.txt, url: https://example.org/l}
from: letter:1
elsewhere:
  letter:9: {dates: 12 March}
chair: Ms. Jo Doe, Beekeeper
days:
  2026-03-10:
    - 10:00-11:00: "Opening: a word"
      from: letter:2
      elsewhere: {letter:3: Welcome}
      description: Welcome.
      url: https://example.org/o
      categories: opening
      notes: [one, two]
      room: Garden
      status: cancelled
      transparent: yes
"""


def test_decode_reads_everything_that_a_definition_says(decode: Decode) -> None:
    programme, told = decode(WHOLE, DIRECTORY)
    place = Place("Graz", "Austria", None, Coordinates(47.07, 15.44), "Europe/Vienna")
    chair = Participant("chair", "Ms. Jo Doe, Beekeeper", Person("jo-doe", "Jo Doe", "Ms."), "Beekeeper")
    opening = Session(
        "opening",
        "Opening: a word",
        Timed(datetime.fromisoformat("2026-03-10T10:00"), datetime.fromisoformat("2026-03-10T11:00"), "Europe/Vienna"),
        "opening",
        Status.CANCELLED,
        transparent=True,
        when_text="2026-03-10, 10:00-11:00",
        room="Garden",
        description="Welcome.",
        url="https://example.org/o",
        notes=("one", "two"),
        categories=("opening",),
        citations=(Citation("letter", 2),),
        variants=(Variant(Citation("letter", 3), "itself", "Welcome"),),
    )
    assert told == []
    assert programme == Programme(
        "meeting",
        "Festival of bees",
        "meeting.yaml",
        "Bees",
        "festival",
        "Beekeepers",
        Status.TENTATIVE,
        "draft",
        "Europe/Vienna",
        place,
        "Hall",
        Days(date(2026, 3, 10), date(2026, 3, 12), "Europe/Vienna"),
        url="https://example.org",
        revision=date(2026, 1, 12),
        sources=(
            Source("letter", "Invitation", "Beekeepers", date(2026, 1, 12), "letter.txt", "https://example.org/l"),
        ),
        categories=("bees", "wasps"),
        description="All about bees.",
        notes=("Bring a spoon.",),
        participants=(chair,),
        citations=(Citation("letter", 1),),
        variants=(Variant(Citation("letter", 9), "dates", "12 March"),),
        sessions=(opening,),
    )


def test_decode_without_days_is_one_meeting_over_the_dates(decode: Decode) -> None:
    programme, told = decode("title: Bees\ndates: 2026-03-10\nsources: {a: {title: A}}\nfrom: a\nelsewhere: {a:1: B}\n")
    (session,) = programme.sessions
    days = Days(date(2026, 3, 10), date(2026, 3, 11), None)
    assert told == []
    assert (session.id, session.title, session.when, session.kind) == ("meeting", "Bees", days, "meeting")
    assert (session.status, session.span) == (Status.CONFIRMED, Span("meeting.yaml", 2, 8, 10))
    assert (session.citations, session.variants) == (programme.citations, programme.variants)


def test_decode_without_days_in_a_window_is_a_tentative_meeting(decode: Decode) -> None:
    programme, _ = decode("title: Bees\ndates: some day in 2026-03\n")
    assert programme.sessions[0].when == DayWindow(date(2026, 3, 1), date(2026, 4, 1), None)
    assert programme.sessions[0].status is Status.TENTATIVE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: Bees\n", ["1:1 missing-key: there is no time in it; add `days:` with items, or `dates:`"]),
        ("title: Bees\ndates: 2026-13\n", ["2:8 bad-date: `2026-13` is not a day of the calendar; write `2017-09-04`"]),
        (
            "title: Bees\ndates: 1 day after x\n",
            ["2:8 bad-date: the dates of a programme cannot depend on anything; write days"],
        ),
    ],
)
def test_decode_without_a_time_is_told_once(decode: Decode, text: str, told: list[str]) -> None:
    programme, found = decode(text)
    assert (programme.sessions, found) == ((), told)


@pytest.mark.parametrize(
    ("node", "found"),
    [(Scalar("x", Span("m")), "a text"), (NodeList((), Span("m")), "a list"), (Scalar("", Span("m")), "nothing")],
)
def test_decode_of_no_mapping_is_no_programme(node: Scalar | NodeList, found: str) -> None:
    findings = Findings()
    assert decode_programme(node, "m", Directory(), findings) is None
    assert [each.message for each in findings.all] == [f"expected a definition with `title:` and `days:`, not {found}"]


@pytest.mark.parametrize(
    ("file", "id_", "revision", "is_older"),
    [
        ("events/Spring Meeting.yaml", "spring-meeting", None, False),
        ("a.b.yml", "a-b", None, False),
        ("stdin", "stdin", None, False),
        ("bees@2026-01-12.yaml", "bees", date(2026, 1, 12), True),
    ],
)
def test_id_and_revision_come_from_the_name_of_the_file(
    decode: Decode, file: str, id_: str, revision: date | None, *, is_older: bool
) -> None:
    programme, told = decode("title: Bees\ndates: 2026-03-10\n", file=file)
    assert (programme.id, programme.revision, programme.older, told) == (id_, revision, is_older, [])


def test_revision_that_contradicts_the_name_of_the_file_is_told(decode: Decode) -> None:
    programme, told = decode("title: Bees\nrevision: 2026-01-13\ndates: 2026-03-10\n", file="bees@2026-01-12.yaml")
    assert programme.address == "bees@2026-01-12"
    assert told == ["2:11 bad-date: `revision` is not 2026-01-12, as the file's name says; make them the same"]


def test_name_of_a_file_that_holds_no_day_is_told(decode: Decode) -> None:
    programme, told = decode("title: Bees\nrevision: 2026-01-13\ndates: 2026-03-10\n", file="bees@old.yaml")
    assert (programme.revision, programme.older) == (date(2026, 1, 13), True)
    assert told == ["1:1 bad-date: the file's name says `@old`, which is not a day; write `@2017-09-04`"]


def test_title_that_is_missing_is_the_name_of_the_file(decode: Decode) -> None:
    programme, told = decode("dates: 2026-03-10\n")
    assert (programme.title, told) == ("meeting", ["1:1 missing-key: `title` is missing; add `title: …`"])


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ("letter", "2:10 wrong-type: expected documents under their ids, not a text"),
        ("{a: b}", "2:14 wrong-type: expected the keys of the document `a`, not a text"),
        ("{A: {title: B}}", "2:11 bad-id: `A` is not an id; use small letters, digits and hyphens"),
        ("{a: {issuer: B}}", "2:14 missing-key: `title` is missing; add `title: …`"),
    ],
)
def test_sources_that_cannot_be_read_are_told(decode: Decode, sources: str, told: str) -> None:
    assert decode(f"title: Bees\nsources: {sources}\ndates: 2026-03-10\n")[1] == [told]


def test_zone_of_the_programme_is_its_own_before_that_of_its_place(decode: Decode) -> None:
    assert decode("title: Bees\nplace: Graz\nzone: UTC\ndates: 2026-03-10\n", DIRECTORY)[0].zone == "UTC"
    assert decode("title: Bees\nplace: Graz\ndates: 2026-03-10\n", DIRECTORY)[0].zone == "Europe/Vienna"


def test_zone_that_is_unknown_is_told_once_and_nothing_is_placed_elsewhere(decode: Decode) -> None:
    text = "title: Bees\nplace: Graz\nzone: Graz\ndays:\n  2026-03-10:\n    - 10:00-11:00: Bees\n    - all day: Ants\n"
    programme, told = decode(text, DIRECTORY)
    assert [session.title for session in programme.sessions] == ["Ants"]
    assert told == ["3:7 unknown-zone: `Graz` is not an IANA time zone; write one like `Europe/Vienna`"]


def test_id_that_is_taken_by_what_is_no_session_is_told(decode: Decode) -> None:
    text = (
        "title: Bees\nzone: UTC\ndays:\n  2026-03-10:\n    - 10:00-11:00: []\n      id: bees\n    - 11:00-12:00: Bees\n"
    )
    _, told = decode(text)
    assert [each.partition(";")[0] for each in told] == [
        "5:20 wrong-type: expected the title of the item, not a list",
        "7:7 derived-id: the id `bees` is taken, so this is `bees-2`",
    ]
