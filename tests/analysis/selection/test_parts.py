"""Parts of ids and titles, for those who read."""

from array import array
from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.analysis.selection.addresses import Target, find
from agendacli.analysis.selection.parts import find_read, is_whole
from agendacli.model.asked import Refusal
from agendacli.model.lazy import MANY, LazySessions
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

WHEN = Timed(datetime.fromisoformat("2017-09-04T10:00"), datetime.fromisoformat("2017-09-04T11:00"), "Europe/Vienna")


def programme(id_: str, title: str, *sessions: tuple[str, str], older: bool = False) -> Programme:
    items = tuple(Session(name, text, WHEN) for name, text in sessions)
    revision = date(2017, 8, 24) if older else None
    return Programme(id_, title, f"{id_}.yaml", sessions=items, revision=revision, older=older)


LIBRARIES = programme(
    "libraries",
    "Measuring Libraries",
    ("keynote", "Keynote: Counting what readers do not say"),
    ("panel-1", "Panel Discussion 1"),
    ("panel-10", "Panel Discussion 10: Größe"),
)
DRAFT = programme("libraries", "Draft", ("tea", "Tea"), older=True)
COUNCIL = programme("council", "Security Council", ("opening", "Opening"), ("panel", "A panel"))
ALL = (DRAFT, LIBRARIES, COUNCIL)


def read(text: str, *programmes: Programme) -> str:
    (found,) = find_read((text,), programmes or ALL)
    return found.id if isinstance(found, Target) else str(found)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("libraries/keynote", "libraries/keynote"),
        ("keynote", "libraries/keynote"),
        ("Panel Discussion 1", "libraries/panel-1"),
        ("panel discussion 10", "libraries/panel-10"),
        ("libraries/discussion 1", "libraries/panel-1"),
        ("counting what readers", "libraries/keynote"),
        ("grosse", "libraries/panel-10"),
        ("security", "council"),
        ("Measuring Libraries", "libraries"),
        ("lib/count", "libraries/keynote"),
        ("panel-1", "libraries/panel-1"),
    ],
)
def test_part_that_is_unambiguous_is_found(text: str, address: str) -> None:
    assert read(text) == address


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("discussion", "`discussion` could be `libraries/panel-1` or `libraries/panel-10`; write more of it"),
        ("ounting", "no event is called `ounting`; there are `council` and `libraries`"),
        ("tea", "no event is called `tea`; there are `council` and `libraries`"),
        ("council/keynote", "`council` has no session `keynote`; there are `opening` and `panel`"),
    ],
)
def test_part_of_several_or_of_none_is_refused(text: str, message: str) -> None:
    assert read(text) == message


def test_event_may_be_left_out_where_only_one_is_loaded() -> None:
    assert find("keynote", (DRAFT, LIBRARIES)) == Target(LIBRARIES, LIBRARIES.sessions[0])
    assert find("keynote/20170904T080000Z", (LIBRARIES,)) == Target(
        LIBRARIES, LIBRARIES.sessions[0], "20170904T080000Z"
    )
    assert isinstance(find("keynote", ALL), Refusal)


def test_session_goes_before_an_event_of_which_the_text_is_a_part() -> None:
    event = programme("keynotes", "Keynotes", ("keynote", "Keynote"))
    assert find("keynote", (event,)) == Target(event, event.sessions[0])
    assert find("keynotes", (event,)) == Target(event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("libraries/keynote", True),
        ("Libraries/Keynote", True),
        ("libraries", True),
        ("lib/keynote", False),
        ("libraries/count", False),
        ("keynote", False),
    ],
)
def test_whole_ids(text: str, *, expected: bool) -> None:
    (found,) = find_read((text,), ALL)
    assert isinstance(found, Target)
    assert is_whole(text, found, ALL) is expected


def test_whole_id_of_the_only_event_may_leave_that_out() -> None:
    found = find("keynote", (LIBRARIES,))
    assert isinstance(found, Target)
    assert is_whole("keynote", found, (DRAFT, LIBRARIES))


def test_title_among_very_many_is_found_without_decoding_the_others() -> None:
    decoded: list[int] = []

    def decode(number: int) -> Session:
        decoded.append(number)
        return Session(f"s{number}", f"Talk on tides {number}", WHEN)

    zeros = array("q", [0] * MANY)
    kept = LazySessions(zeros, zeros, decode).labels
    decoded.clear()
    large = replace(COUNCIL, sessions=LazySessions(zeros, zeros, decode, kept_labels=lambda: kept))
    assert (read("tides 77", large), decoded) == ("council/s77", [77])
    decoded.clear()
    assert read("storms", large).startswith("no event is called `storms`")
    assert decoded == []
