"""Schedules that are written: valid, and read back as the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.changes.compare import compare
from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.formats.writers import WRITERS
from agendacli.load.programmes import load
from agendacli.model.asked import Refusal
from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Timed
from agendacli.model.zones import instant, wall

Faults = dict[str, Callable[[bytes], list[str]]]
PEOPLE = (Person("ann-poe", "Ann Poe", "Dr."), Person("jinxx", "jinxx"), Person("lauber-ana", "Lauber, Ana"))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
ZONE = "Europe/Berlin"


@st.composite
def times(draw: st.DrawFn) -> Timed:
    start = draw(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31))).replace(second=0, microsecond=0)  # noqa: DTZ001
    moment = wall(instant(start, ZONE), ZONE)
    end = wall(instant(start, ZONE) + timedelta(minutes=draw(st.integers(0, 6000 - 1))), ZONE)
    return Timed(moment.replace(tzinfo=None), end.replace(tzinfo=None), ZONE)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    ids = draw(
        st.lists(st.from_regex(r"[a-zé0-9][a-zé0-9._-]{0,8}", fullmatch=True), min_size=1, max_size=6, unique=True)
    )
    return Programme(
        draw(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)),
        draw(TEXTS),
        "x.yaml",
        zone=ZONE,
        sessions=tuple(draw(sessions(each)) for each in ids),
    )


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    rooms = draw(st.lists(TEXTS, max_size=2, unique=True))
    return Session(
        id_,
        draw(TEXTS),
        draw(times()),
        kind=draw(st.sampled_from(["session", "panel", "lunch"])),
        status=draw(st.sampled_from([Status.CONFIRMED, Status.CANCELLED])),
        room=", ".join(rooms) or None,
        rooms=tuple(rooms) if rooms[1:] else (),
        participants=tuple(
            Participant("speaker", each.name, each) for each in draw(st.lists(st.sampled_from(PEOPLE), unique=True))
        ),
        description=draw(st.none() | TEXTS),
        categories=tuple(draw(st.lists(TEXTS, max_size=1))),
        notes=tuple(draw(st.lists(TEXTS, max_size=1))),
    )


def written(programme: Programme, name: str) -> Exported:
    found = WRITERS[name](ToExport((programme,), expand((programme,))))
    assert isinstance(found, Exported)
    return found


@pytest.mark.parametrize("name", ["xml", "json"])
@given(programme=programmes())
def test_what_is_written_is_read_back(programme: Programme, name: str) -> None:
    found = written(programme, name)
    again = READERS[name](Given(found.data, "x.yaml")).programme
    assert again
    assert (again.id, again.title, again.zone) == (programme.id, programme.title, programme.zone)
    assert compare(programme, replace(again, dates=None)).changes == ()
    assert (found.missing, found.left_out) == ((), ())


@pytest.mark.parametrize("name", ["xml", "json"])
@given(programme=programmes())
def test_what_is_written_is_valid(programme: Programme, name: str, faults_of: Faults) -> None:
    assert faults_of[name](written(programme, name).data) == []


@pytest.mark.parametrize("name", ["xml", "json"])
@pytest.mark.parametrize("programme", load(["bundled"]).programmes, ids=lambda each: each.id)
def test_bundled_events_are_valid_or_refused(programme: Programme, name: str, faults_of: Faults) -> None:
    found = WRITERS[name](ToExport((programme,), expand((programme,))))
    if isinstance(found, Refusal):
        assert str(found) == "no session has a day, hours and an end, without which a schedule cannot be"
    else:
        assert faults_of[name](found.data) == []


def test_guids_outlive_a_new_time_and_a_new_title() -> None:
    later = replace(SESSION, title="Other", when=Timed(WHEN.start - timedelta(hours=1), WHEN.end, ZONE))
    guids = [guids_of(Programme("tides", "Tides", "x.yaml", zone=ZONE, sessions=(each,))) for each in (SESSION, later)]
    assert guids[0] == guids[1]


WHEN = Timed(datetime.fromisoformat("2026-03-14T10:00"), datetime.fromisoformat("2026-03-14T11:00"), ZONE)
SESSION = Session("tea", "Tea", WHEN)


def guids_of(programme: Programme) -> tuple[bytes, ...]:
    return tuple(line for line in written(programme, "xml").data.splitlines() if b"guid=" in line)


@pytest.mark.parametrize("name", ["xml", "json"])
def test_a_licence_of_the_programme_is_that_of_each_recording(name: str, faults_of: Faults) -> None:
    own = Programme("tea", "Tea", "x.yaml", zone=ZONE, license="CC BY 4.0", sessions=SEVERAL)
    found = written(own, name)
    assert faults_of[name](found.data) == []
    assert found.data.count(b"CC BY 4.0") == len(SEVERAL)
    read = READERS[name](Given(found.data, f"tea.{name}"))
    assert (read.programme and read.programme.license, read.left_out) == ("CC BY 4.0", ())


@pytest.mark.parametrize("name", ["xml", "json"])
def test_several_licences_are_none_of_the_whole(name: str) -> None:
    own = Programme("tea", "Tea", "x.yaml", zone=ZONE, license="CC BY 4.0", sessions=SEVERAL)
    read = READERS[name](Given(written(own, name).data.replace(b"CC BY 4.0", b"CC0", 1), f"tea.{name}"))
    assert (read.programme and read.programme.license, read.left_out) == (None, ("2 licences of recordings",))


START = datetime(2026, 3, 9, 10)  # noqa: DTZ001
SEVERAL = tuple(
    Session(each, each, Timed(START, START + timedelta(hours=1), ZONE), room=each) for each in ("tea", "cake")
)
