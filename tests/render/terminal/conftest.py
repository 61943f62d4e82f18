"""Programmes and occurrences that several drawings are tested with."""

from datetime import date, datetime, timedelta

import pytest

from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant, Person
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow

NEW_YORK, VIENNA = "America/New_York", "Europe/Vienna"


def at(text: str) -> datetime:
    """The naive wall time of `27T10:00`, in September 2017."""
    return datetime.fromisoformat(f"2017-09-{text}")


def clock(start: str, end: str | None, zone: str = NEW_YORK) -> Timed:
    return Timed(at(start), at(end) if end else None, zone)


def seats(role: str, *names: str) -> tuple[Participant, ...]:
    return tuple(Participant(role, name, Person(name.lower(), name)) for name in names)


def every_session(programme: Programme) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(programme, each, each.when) for each in programme.sessions)


PANEL = (
    "Panel Discussion 1: The Global Plan of Action and effective partnerships for the prevention and prosecution of "
    "trafficking in persons"
)
MEETING = Programme(
    "high-level-meeting",
    "High Level Meeting for the appraisal of the Global Plan of Action to combat human trafficking",
    "events/high-level-meeting.yaml",
    short_title="High-level meeting",
    kind="high-level meeting",
    organizer="President of the General Assembly",
    stage="provisional",
    revision=date(2017, 9, 13),
    zone=NEW_YORK,
    place=Place("New York", "United States", "Headquarters", Coordinates(40.7489, -73.968), NEW_YORK),
    room="GA Hall",
    url="https://example.org/meeting",
    sources=(
        Source("draft", "Draft programme", "President of the General Assembly", date(2017, 9, 13), "draft.txt"),
        Source("web", "Web page", url="https://example.org/page"),
    ),
    categories=("trafficking in persons", "global plan"),
    description="Appraises what was done.\n\nTwo days.",
    notes=("Resolution 71/287 calls it.",),
    participants=seats("president", "Miroslav Lajčák"),
    citations=(Citation("draft", 3), Citation("draft", 1), Citation("briefing")),
    variants=(Variant(Citation("web", 4), "title", "The meeting"),),
    sessions=(
        Session(
            "opening",
            "Opening segment",
            clock("27T10:00", "27T11:00"),
            kind="opening",
            participants=(
                *seats("speaker", "Miroslav Lajčák", "António Guterres"),
                Participant("speaker", "Ms. Mira Sorvino", Person("sorvino", "Mira Sorvino"), confirmed=False),
            ),
        ),
        Session("plenary-27-am", "Plenary meeting", clock("27T11:00", "27T13:00"), kind="plenary"),
        Session("plenary-27-pm", "Plenary meeting", clock("27T15:00", "27T18:00"), kind="plenary"),
        Session(
            "panel-1",
            PANEL,
            clock("27T15:00", "27T16:30"),
            kind="panel",
            room="Trusteeship Council",
            participants=(
                *seats("chair", "Marc Pecsteen de Buytswerve"),
                Participant(
                    "panellist",
                    "Mr. Moussa Oumarou",
                    Person("oumarou", "Moussa Oumarou"),
                    "Director of the Governance and Tripartism Department, International Labour Organization",
                    confirmed=False,
                    citations=(Citation("draft", 118),),
                    variants=(Variant(Citation("web", 59), "participant", "a director (tbc)"),),
                ),
            ),
            when_text="3-4:30PM",
            url="https://example.org/panel",
            description="What was achieved, and what is missing.",
            notes=("Questions are in the concept note.",),
            citations=(Citation("draft", 115), Citation("draft", 42)),
            variants=(Variant(Citation("web", 60), "title", "Panel 1"), Variant(Citation("web"), "", "moved")),
        ),
        Session("panel-2", "Panel Discussion 2", clock("27T16:30", "27T18:00"), room="Trusteeship Council"),
        Session("plenary-28", "Plenary meeting", clock("28T10:00", "28T13:00"), kind="plenary"),
        Session("lunch", "Lunch", clock("28T13:00", "28T15:00"), kind="lunch", transparent=True),
        Session("closing", "Closing segment", clock("28T18:00", None), kind="closing"),
    ),
)

ODD = Programme(
    "odd",
    "Everything that is seldom",
    "odd.yaml",
    place=Place("Wien 維也納", zone=VIENNA),
    sessions=(
        Session("span", "Working group", Days(date(2017, 9, 6), date(2017, 9, 9), VIENNA)),
        Session("letter", "Letter", Days(date(2017, 9, 4), date(2017, 9, 5), None), "document", transparent=True),
        Session("early", "Informal dialogue", TimeWindow(at("04T00:00"), at("04T10:00"), VIENNA)),
        Session("gone", "Side event", clock("04T10:00", "04T12:00", VIENNA), status=Status.CANCELLED, room="M2"),
        Session("wide", "開会式と全体会議" * 4, clock("04T10:00", "04T12:00", VIENNA), room="大会議室"),
        Session("rtl", "נאום הפתיחה", clock("04T12:00", "04T13:00", VIENNA), participants=seats("דובר", "יואב", "דנה")),
        Session("marks", "e\u0301te\u0301 \x1b[31m[red]\u202e", clock("04T13:00", "04T14:00", VIENNA)),
        Session("night", "Reception", clock("04T22:00", "05T02:00", VIENNA), status=Status.TENTATIVE),
        Session("december", "Council", DayWindow(date(2017, 12, 1), date(2018, 1, 1), VIENNA)),
    ),
)

ROOMS = Programme(
    "rooms",
    "Many rooms",
    "rooms.yaml",
    place=Place("Vienna", zone=VIENNA),
    sessions=(
        *(
            Session(f"talk-{n}", f"Talk number {n}", clock("04T10:00", f"04T1{1 + n % 3}:00", VIENNA), room=f"Room {n}")
            for n in range(7)
        ),
        Session("double", "Booked twice", clock("04T10:30", "04T11:00", VIENNA), room="Room 0"),
        Session("lunch", "Lunch", clock("04T13:00", "04T14:00", VIENNA), "lunch", transparent=True),
        Session("late", "Open end", clock("04T23:00", None, VIENNA), room="Room 1"),
        Session("night", "Night watch", clock("04T22:00", "05T01:00", VIENNA), room="Room 2"),
    ),
)


@pytest.fixture
def meeting() -> Programme:
    """A meeting of two days; on the first a plenary runs beside two panels."""
    return MEETING


@pytest.fixture
def high_level() -> tuple[Occurrence, ...]:
    return every_session(MEETING)


@pytest.fixture
def odd() -> tuple[Occurrence, ...]:
    """Times and texts that are seldom: overnight, cancelled, windows, wide, combining, right to left, hostile."""
    return every_session(ODD)


@pytest.fixture
def rooms() -> tuple[Occurrence, ...]:
    """More rooms at once than fit a narrow terminal, one booked twice, one with an end that is not stated."""
    return every_session(ROOMS)


@pytest.fixture
def window() -> Occurrence:
    when = TimeWindow(at("27T00:00"), at("27T16:00"), NEW_YORK, timedelta(hours=1))
    return Occurrence(
        MEETING,
        Session("dialogue", "Dialogue", when, relative_to="panel-1", participants=seats("chair", "Miroslav Lajčák")),
        when,
    )
