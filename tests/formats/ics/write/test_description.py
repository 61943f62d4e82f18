from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.formats.ics.text import clean, summary_line
from agendacli.formats.ics.write.description import (
    calendar_description,
    categories,
    description,
    ics_status,
    location,
    summary,
)
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Days, DayWindow, Hours, Timed, TimeWindow

VIENNA = "Europe/Vienna"
DAY = date(2017, 9, 4)
TIMED = Timed(datetime.fromisoformat("2017-09-04 10:15"), datetime.fromisoformat("2017-09-04 13:00"), VIENNA)
DAYS = Days(DAY, date(2017, 9, 6), VIENNA)
WINDOW = DayWindow(date(2017, 12, 1), date(2018, 1, 1), "America/New_York")
MORNING = TimeWindow(datetime.fromisoformat("2017-09-05"), datetime.fromisoformat("2017-09-05 10:00"), VIENNA)
OTHER = Session("other", "Another one", TIMED)
SOURCES = (Source("web", "Programme of the meeting"), Source("letter", "Organization of work"))
FACILITATOR = Person("gomez", "Juan José Gómez Camacho", "H.E. Mr.")


def of(session: Session, **whole: str) -> Occurrence:
    """The session in a programme that has another one beside it."""
    programme = Programme(
        "vienna", "Vienna session", "vienna.yaml", sources=SOURCES, sessions=(session, OTHER), stage=whole.get("stage")
    )
    return Occurrence(programme, session, session.when)


def alone(session: Session, programme: Programme) -> Occurrence:
    """The session as the only one of that programme."""
    return Occurrence(
        Programme(
            programme.id,
            programme.title,
            programme.file,
            sources=SOURCES,
            sessions=(session,),
            participants=programme.participants,
            description=programme.description,
            notes=programme.notes,
            variants=programme.variants,
            citations=programme.citations,
        ),
        session,
        session.when,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc\nd", "a\nb\nc\nd", id="line breaks"),
        pytest.param("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng", id="what some readers break at"),
        pytest.param("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef", id="controls"),
        pytest.param("a\tb", "a\tb", id="a tab stays"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a character"),
        pytest.param("\u202eabc\u200f", "\u202eabc\u200f", id="marks of direction are text"),
    ],
)
def test_clean_leaves_what_text_may_hold(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_one_line_joins_lines_and_blanks() -> None:
    assert summary_line("  PANEL 1:\r\n\tTrafficking \n of  migrants ") == "PANEL 1: Trafficking of migrants"


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        pytest.param(Session("a", "Panel", TIMED), "Panel", id="confirmed"),
        pytest.param(Session("a", "Panel", TIMED, status=Status.TENTATIVE), "Panel (TBC)", id="tentative"),
        pytest.param(Session("a", "Panel (tbc)", TIMED, status=Status.TENTATIVE), "Panel (tbc)", id="said already"),
        pytest.param(Session("a", "Panel", TIMED, status=Status.CANCELLED), "Panel (CANCELLED)", id="cancelled"),
        pytest.param(Session("a", "Meeting", WINDOW), "Meeting (TBC)", id="window of days"),
        pytest.param(Session("a", "Dialogue", MORNING), "Dialogue (TBC)", id="part of a day"),
        pytest.param(
            Session("a", "Meeting", WINDOW, status=Status.CANCELLED), "Meeting (CANCELLED)", id="cancelled window"
        ),
        pytest.param(Session("a", "Off (Cancelled)", TIMED, status=Status.CANCELLED), "Off (Cancelled)", id="told"),
        pytest.param(Session("a", "", WINDOW), "(TBC)", id="no title"),
    ],
)
def test_summary_marks_what_is_to_be_confirmed(session: Session, expected: str) -> None:
    assert summary(of(session)) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.CONFIRMED, Status.TENTATIVE),
        (Status.TENTATIVE, Status.TENTATIVE),
        (Status.CANCELLED, Status.CANCELLED),
    ],
)
def test_ics_status_of_window_is_at_most_tentative(status: Status, expected: Status) -> None:
    assert ics_status(of(Session("a", "Meeting", WINDOW, status=status))) is expected


@pytest.mark.parametrize(
    ("room", "place", "expected"),
    [
        ("Room M2", Place("Vienna", "Austria", "International Centre"), "Room M2, International Centre, Vienna"),
        (None, Place("Vienna", "Austria"), "Vienna"),
        ("Vienna", Place("Vienna"), "Vienna"),
        (None, Place(), ""),
    ],
)
def test_location_is_room_venue_city(room: str | None, place: Place, expected: str) -> None:
    assert location(of(Session("a", "Panel", TIMED, room=room, place=place))) == expected


def test_categories_are_kind_and_categories_each_once() -> None:
    session = Session("a", "Panel", TIMED, kind="panel", categories=("human rights", "panel", " "))
    programme = Programme("p", "P", "p.yaml", categories=("migration", "human rights"))
    assert categories(Occurrence(programme, session, TIMED)) == ("panel", "human rights", "migration")


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        pytest.param(Session("a", "Panel", TIMED, when_text="10.15 a.m."), "", id="timed"),
        pytest.param(
            Session("a", "Closing", Timed(TIMED.start, None, VIENNA)),
            "\n\nNo document states when it ends.",
            id="end unknown",
        ),
        pytest.param(Session("a", "Meeting", DAYS), "\n\nHours not yet known.", id="hours unknown"),
        pytest.param(Session("a", "Fast", Days(DAY, date(2017, 9, 5), VIENNA, Hours.ALL)), "", id="the whole day"),
        pytest.param(
            Session("a", "Meeting", WINDOW, when_text="some day in 2017-12"),
            "\n\nDate to be confirmed: some day in December 2017. This entry spans every day it may fall on.",
            id="window of days",
        ),
        pytest.param(
            Session("a", "Dialogue", MORNING, when_text="morning, before 10:00"),
            "\n\nTime to be confirmed: Tue 5 September 2017, before 10:00. "
            "This entry spans all the time it may fall in.\nAs written: morning, before 10:00",
            id="part of a day",
        ),
        pytest.param(
            Session("a", "Report", DAYS, when_text="2 weeks before other", relative_to="other"),
            "\n\nHours not yet known.\nAs written: 2 weeks before other",
            id="days that depend on another session",
        ),
    ],
)
def test_description_says_what_is_not_known_of_the_time(session: Session, expected: str) -> None:
    assert description(of(session)) == f"Vienna session{expected}"


def test_description_says_stage_and_organizer() -> None:
    programme = Programme(
        "p", "Meeting", "p.yaml", stage="draft", revision=date(2017, 8, 24), organizer="Office", sessions=(OTHER,)
    )
    assert description(Occurrence(programme, OTHER, TIMED)) == (
        "Meeting\nProgramme of 24 August 2017: draft\nOrganizer: Office"
    )


def test_description_says_stage_without_date() -> None:
    assert description(of(OTHER, stage="provisional")) == "Vienna session\nProgramme: provisional"


def test_description_lists_people_role_by_role_in_printed_order() -> None:
    people = (
        Participant(
            "moderator", "the co-facilitator", FACILITATOR, "Permanent Representative of Mexico", confirmed=False
        ),
        Participant("panellist", "Ms. Ezeilo", Person("ezeilo", "Joy Ezeilo", "Ms.")),
        Participant("rapporteur", "United States", confirmed=False),
        Participant("panellist", "Smith", Person("smith", "Smith")),
        Participant("timekeeper", "A"),
        Participant("timekeeper", "B"),
    )
    assert description(of(Session("a", "Panel", TIMED, participants=people))) == (
        "Vienna session\n\n"
        "Moderator: H.E. Mr. Juan José Gómez Camacho, Permanent Representative of Mexico (to be confirmed)\n"
        "Panellists:\n- Ms. Joy Ezeilo\n- Smith\n"
        "Rapporteur: United States (to be confirmed)\n"
        "Timekeeper:\n- A\n- B"
    )


def test_description_tells_text_notes_variants_and_sources() -> None:
    session = Session(
        "a",
        "Panel",
        TIMED,
        description="What it is about.\r\nMore.",
        notes=("Webcast.", "No lunch."),
        variants=(Variant(Citation("letter", 59), "title", "Panel 2"),),
        participants=(Participant("chair", "X", variants=(Variant(Citation("web"), "person", "Y"),)),),
        citations=(
            Citation("web", 19),
            Citation("lost"),
            Citation("web", 7),
            Citation("web", 19),
            Citation("letter", 3),
        ),
    )
    assert description(of(session)) == (
        "Vienna session\n\nChair: X\n\nWhat it is about.\nMore.\n\nWebcast.\nNo lunch.\n\n"
        "In other documents:\n"
        "- Organization of work, line 59: title: Panel 2\n"
        "- Programme of the meeting: X, person: Y\n\n"
        "Sources:\n- Programme of the meeting, lines 7, 19\n- lost\n- Organization of work, line 3"
    )


def test_description_of_only_session_tells_what_its_programme_says() -> None:
    chair = Participant("chair", "X")
    programme = Programme(
        "p",
        "Working group",
        "p.yaml",
        participants=(chair,),
        description="Three days.",
        notes=("In private.",),
        variants=(Variant(Citation("letter"), "dates", "another week"),),
        citations=(Citation("web", 7),),
    )
    session = Session("meeting", "Working group", DAYS, participants=(chair,), description="Three days.")
    assert description(alone(session, programme)) == (
        "Hours not yet known.\n\nChair: X\n\nThree days.\n\nIn private.\n\n"
        "In other documents:\n- Organization of work: dates: another week\n\n"
        "Sources:\n- Programme of the meeting, line 7"
    )


@pytest.mark.parametrize(("name", "expected"), [("Short", "Meeting\n\nAbout it."), ("Meeting", "About it.")])
def test_calendar_description_of_one_programme_is_its_text_and_a_title_that_is_not_the_name(
    name: str, expected: str
) -> None:
    programme = Programme("p", "Meeting", "p.yaml", description="About it.")
    assert calendar_description((programme,), name) == expected


def test_calendar_description_has_the_people_and_notes_of_the_whole() -> None:
    chair = Participant("chair", "Zoe Angstrom", None)
    sessions = (Session("a", "A", TIMED), Session("b", "B", TIMED))
    whole = Programme("x", "T", "x.yaml", notes=("Bring your badge.",), participants=(chair,), sessions=sessions)
    assert calendar_description((whole,), "T") == "Chair: Zoe Angstrom\n\nBring your badge."
    other = Programme("y", "Other", "y.yaml")
    assert calendar_description((whole, other), "A") == "T\n\nChair: Zoe Angstrom\n\nBring your badge.\n\nOther"
    alone = replace(whole, sessions=sessions[:1])
    assert calendar_description((alone,), "T") == ""


def test_calendar_description_of_several_is_their_titles() -> None:
    programmes = (Programme("p", "One", "p.yaml", description="About it."), Programme("q", "Two", "q.yaml"))
    assert calendar_description(programmes, "Agenda") == "One\nTwo"


def test_description_of_what_a_calendar_holds_is_its_text_and_what_that_does_not_say() -> None:
    guest = Participant("guest", "Jo Doe", None)
    when = Timed(TIMED.start, None, VIENNA)
    session = replace(OTHER, when=when, uid="a@x", stamp="", description="Text.", participants=(guest,))
    calendar = Programme("x", "Calendar", "x.ics", description="Of it.", sessions=(session,))
    first = description(Occurrence(calendar, session, when))
    assert first == "Text.\n\nGuest: Jo Doe"
    again = replace(session, description=first, participants=())
    assert description(Occurrence(calendar, again, when)) == first
