"""Two versions as tracked changes: accepted it is the newer document, rejected the older one."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.documents.page import Line, PageCell
from agendacli.formats.documents.readers.docx import read_docx
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.writers import write_changes
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Timed

OLD = """\
title: Tea
zone: Europe/Vienna
revision: 2026-03-01
days:
  2026-03-09:
    - {9:00-10:00: Welcome, id: welcome, room: Hall A, chair: Ann Poe}
    - {10:00-11:00: Cake, id: cake, room: Hall A}
  2026-03-10:
    - {9:00-10:00: Farewell, id: farewell}
"""
NEW = """\
title: Tea and cake
zone: Europe/Vienna
revision: 2026-03-04
days:
  2026-03-09:
    - {9:30-10:00: Welcome, id: welcome, room: Hall B, chair: Ann Poe, speaker: Bob Roe}
    - {11:00-12:00: Scones, id: scones}
"""


MARKED = [
    ("del", "Tea"),
    ("ins", "Tea and cake"),
    ("del", "9–10 "),
    ("ins", "9 "),
    ("del", "1 "),
    ("ins", "4 "),
    ("del", "09:00–10:00"),
    ("ins", "09:30–10:00"),
    ("ins", "Speaker:"),
    ("ins", " Bob Roe"),
    ("del", "A"),
    ("ins", "B"),
    ("del", "10:00–11:00"),
    ("del", "Cake"),
    ("del", "Hall A"),
    ("ins", "11:00–12:00"),
    ("ins", "Scones"),
    ("del", "Tuesday, 10 March 2026"),
    ("del", "Time"),
    ("del", "Programme"),
    ("del", "Room"),
    ("del", "09:00–10:00"),
    ("del", "Farewell"),
]


def rejected(data: bytes) -> bytes:
    """The document as it is once all changes are rejected, to a reader that accepts all: each is turned round."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            new.writestr(each, turned(old.read(each)) if each == "word/document.xml" else old.read(each))
    return made.getvalue()


def turned(document: bytes) -> bytes:
    names = {b"ins": b"del", b"del": b"ins"}
    found = re.sub(rb"(</?w:)(ins|del)(?=[ />])", lambda each: each[1] + names[each[2]], document)
    return found.replace(b"w:delText", b"w:t")


def read(data: bytes) -> list[object]:
    """Lines and rows of a document without their places."""
    found = read_docx(data).blocks
    return [each.text if isinstance(each, Line) else [_texts(cell) for cell in each.cells] for each in found]


def _texts(cell: PageCell) -> list[str]:
    return [each.text for each in cell.lines]


def changed(old: Programme, new: Programme) -> bytes:
    found = write_changes(*(ToExport((each,), expand((each,))) for each in (old, new)))
    assert isinstance(found, Exported)
    return found.data


def test_what_is_marked(programme: Callable[[str], Programme], parts: Callable[[bytes], dict[str, bytes]]) -> None:
    text = parts(changed(programme(OLD), programme(NEW)))["word/document.xml"].decode()
    marked = re.findall(r'<w:(ins|del) w:id="\d+" w:author="agenda" w:date="2026-03-04T00:00:00Z">(.*?)</w:\1>', text)
    said = [(kind, *re.findall(r"<w:(?:t|delText) [^>]*>([^<]*)", inner)) for kind, inner in marked]
    assert said == MARKED
    assert len(set(re.findall(r'w:id="(\d+)"', text))) == text.count("w:id=")


def test_accepted_and_rejected(programme: Callable[[str], Programme], printed: Callable[..., Exported]) -> None:
    old, new = programme(OLD), programme(NEW)
    data = changed(old, new)
    assert read(data) == read(printed(new).data)
    assert read(rejected(data)) == read(printed(old).data)


def test_what_has_no_revision_has_changes_without_a_day(parts: Callable[[bytes], dict[str, bytes]]) -> None:
    old, new = (Programme("x", title, "x.yaml") for title in ("Tea", "Cake"))
    text = parts(changed(old, new))["word/document.xml"]
    assert b'<w:ins w:id="2" w:author="agenda"><w:r>' in text


START = datetime(2026, 3, 8, 9)  # noqa: DTZ001
ROOMS = st.sampled_from([None, "Hall A", "Hall B"])
TITLES = st.sampled_from(["Tea", "Tea and cake", "Cake", "Scones and more"])
NAMES = st.sampled_from(["Ann Poe", "Bob Roe", "Carl Moe, Chief", "Ann Moe"])


@st.composite
def versions(draw: st.DrawFn) -> Programme:
    ids = draw(st.lists(st.sampled_from("abcde"), unique=True))
    days = draw(st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 5)))
    return Programme("x", draw(TITLES), "x.yaml", revision=days, sessions=tuple(draw(sessions(each)) for each in ids))


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    start = START.replace(day=draw(st.integers(8, 9)), hour=draw(st.integers(10, 12)))
    names = draw(st.lists(NAMES, max_size=3))
    return Session(
        id_,
        draw(TITLES),
        Timed(start, None, "Europe/Vienna"),
        kind=draw(st.sampled_from(["session", "lunch"])),
        status=draw(st.sampled_from([*Status])),
        room=draw(ROOMS),
        participants=tuple(Participant(draw(st.sampled_from(["chair", "speaker"])), each) for each in names),
        notes=tuple(draw(st.lists(TITLES, max_size=2))),
    )


@given(old=versions(), new=versions())
def test_any_two_versions(old: Programme, new: Programme, printed: Callable[..., Exported]) -> None:
    room = Session("room", "Room", Timed(START, None, "Europe/Vienna"), room="Hall")  # so both have a column for rooms
    old, new = (replace(each, sessions=(*each.sessions, room)) for each in (old, new))
    data = changed(old, new)
    assert read(data) == read(printed(new).data)
    assert read(rejected(data)) == read(printed(old).data)
