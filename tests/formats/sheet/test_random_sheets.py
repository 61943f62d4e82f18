"""Sheets of any programme are read back as what they say."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.changes.compare import compare
from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.formats.writers import WRITERS
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import DAY, Days, Hours, Timed, When

ZONE = "Europe/Berlin"
PEOPLE = (Person("ann-poe", "Ann Poe"), Person("ira-sand", "Ira Sand"), Person("ana-de-la-cruz", "Ana de la Cruz"))
WORDS = [
    "Tea",
    "=1+1",
    "-5",
    "@home",
    "+49",
    "a; b",
    "a, b",
    "a | b",
    '"quoted"',
    "Ünïcode",
    "2026-03-09",
    "9:30",
    "#1",
    "*x*",
]
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def times(draw: st.DrawFn) -> When:
    day = date(2026, 3, 1) + timedelta(days=draw(st.integers(0, 20)))
    if draw(st.integers(0, 4)) == 0:
        return Days(day, day + DAY, ZONE, draw(st.sampled_from(Hours)))
    start = datetime(day.year, day.month, day.day, draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 59])))  # noqa: DTZ001
    length = draw(st.none() | st.integers(1, 26 * 60))
    return Timed(start, start + timedelta(minutes=length) if length else None, ZONE)


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    seats = draw(
        st.lists(st.tuples(st.sampled_from(["speaker", "chair", "panellist"]), st.sampled_from(PEOPLE)), max_size=3)
    )
    return Session(
        id_,
        draw(TITLES),
        draw(times()),
        kind=draw(st.sampled_from(["session", "panel", "lunch"])),
        status=draw(st.sampled_from(Status)),
        transparent=False,
        room=draw(st.sampled_from([None, "Hall 1", "Säulenhalle"])),
        participants=tuple(Participant(role, person.name, person) for role, person in dict.fromkeys(seats)),
        categories=tuple(draw(st.lists(st.sampled_from(["Sea", "Food"]), unique=True))),
        description=draw(st.none() | st.just("One line.") | st.just("Two\nlines, with; signs")),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    ids = draw(
        st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z0-9]", fullmatch=True), min_size=1, max_size=6, unique=True)
    )
    return Programme("tides", "Tides", "tides.yaml", zone=ZONE, sessions=tuple(draw(sessions(each)) for each in ids))


@pytest.mark.parametrize("name", ["csv", "markdown", "xlsx"])
@given(programme=programmes())
@settings(max_examples=60, deadline=None)
def test_sheet_of_any_programme_comes_back(programme: Programme, name: str) -> None:
    if name == "xlsx":
        pytest.importorskip("openpyxl")
    written = WRITERS[name](ToExport((programme,), expand((programme,))))
    assert isinstance(written, Exported)
    again = READERS[name](Given(written.data, f"tides.{name}")).programme
    assert again
    found = [str(each.kind) for each in compare(programme, again, loose_rooms=True).changes]
    assert (found, written.missing) == ([], ())
