"""No text breaks a document, whatever it holds."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.exported import Exported
from agendacli.model.people import ROLES, Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, DayWindow, Timed, When

HOSTILE = [
    "\0",
    "]]>",
    "<w:p>&amp;",
    "\x1b[0m",
    "\ufffe",
    "a\r\nb",
    "שלום 12",
    "👩🏽‍🚀",
    "\u202eabc",
    " ",
    "",
    "x" * 5000,
]
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=20)
START = datetime(2026, 3, 9, 10)  # noqa: DTZ001
WHENS: list[When] = [
    Timed(START, None, "Europe/Vienna"),
    Timed(START, START.replace(day=10), "Asia/Tokyo"),
    Days(date(2026, 3, 9), date(2026, 3, 12), None),
    DayWindow(date(2026, 3, 1), date(2026, 4, 1), None),
]


@st.composite
def seats(draw: st.DrawFn) -> Participant:
    person = Person("p", draw(TEXTS)) if draw(st.booleans()) else None
    role = draw(st.sampled_from([*ROLES]) | TEXTS)
    return Participant(role, draw(TEXTS), person, draw(st.none() | TEXTS), confirmed=draw(st.booleans()))


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    return Programme(
        "x",
        draw(TEXTS),
        "x.yaml",
        organizer=draw(TEXTS),
        place=Place(draw(st.none() | TEXTS)),
        description=draw(st.none() | TEXTS),
        notes=tuple(draw(st.lists(TEXTS, max_size=2))),
        participants=tuple(draw(st.lists(seats(), max_size=2))),
        sessions=tuple(draw(sessions(f"s{n}")) for n in range(draw(st.integers(0, 3)))),
    )


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    return Session(
        id_,
        draw(TEXTS),
        draw(st.sampled_from(WHENS)),
        kind=draw(st.sampled_from(["session", "lunch", "document"])),
        status=draw(st.sampled_from([*Status])),
        room=draw(st.none() | TEXTS),
        notes=tuple(draw(st.lists(TEXTS, max_size=2))),
        participants=tuple(draw(st.lists(seats(), max_size=3))),
    )


@given(programme=programmes())
def test_every_part_is_xml_and_every_title_stands_in_it(
    programme: Programme, printed: Callable[..., Exported], lines: Callable[[bytes], list[str]]
) -> None:
    data = printed(programme).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for each in archive.namelist():
            fromstring(archive.read(each))  # noqa: S314 (it was written here)
    kept = "".join(lines(data))
    plain = (each.title for each in programme.sessions if each.title.isascii() and each.title.isalnum())
    assert [each for each in plain if each not in kept] == []
