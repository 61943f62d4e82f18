"""Whatever a file holds, reading it gives programmes and diagnostics, and never an exception."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from agendacli.files.paths import bundled_folder
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Severity
from agendacli.model.when import Days, DayWindow, bounds
from agendacli.model.zones import WallTime, existence

DEFINITIONS = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted(bundled_folder().glob("*.yaml"))
    if path.name not in ("people.yaml", "places.yaml")
)
LINES = tuple(sorted({line for text in DEFINITIONS for line in text.splitlines()}))
PIECES = (
    "",
    "\t",
    ": ",
    " #",
    "- ",
    "'",
    '"',
    "[",
    "{",
    "*",
    "&",
    "|",
    "\n",
    "  ",
    "\x00",
    "\ufeff",
    "é",
    "🐝",
    "24:00",
    "-",
)


def loaded(data: bytes) -> Loaded:
    return load(["-"], data)


def assert_whole(found: Loaded) -> None:
    """Every diagnostic points into the text, and what is not an error took place."""
    lines = found.texts["stdin"].split("\n")
    for each in found.diagnostics:
        if each.span.file == "stdin":
            assert 1 <= each.span.line <= len(lines) + 1
            line = lines[each.span.line - 1] if each.span.line <= len(lines) else ""
            assert 1 <= each.span.column <= len(line) + 1
            assert each.span.column + each.span.length <= len(line) + 2
    for session in chain.from_iterable(programme.sessions for programme in found.programmes):
        span = bounds(session.when)
        assert span.start < span.end
        if not isinstance(session.when, Days | DayWindow):
            ends = (session.when.start, session.when.end)
            assert WallTime.SKIPPED not in [existence(end, session.when.zone) for end in ends if end]


@given(st.binary())
def test_any_bytes_give_diagnostics(data: bytes) -> None:
    found = loaded(data)
    assert found.diagnostics or found.problems
    assert_whole(found)


@given(st.text())
def test_any_text_gives_diagnostics(text: str) -> None:
    found = loaded(text.encode())
    assert found.diagnostics or found.problems
    assert_whole(found)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A bundled definition with some lines deleted, doubled, moved or replaced."""
    lines = draw(st.sampled_from(DEFINITIONS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        count = draw(st.integers(0, 3))
        taken = lines[place : place + count]
        new = draw(
            st.sampled_from([[], taken * 2, taken[::-1], [f"  {line}" for line in taken]])
            | st.lists(st.sampled_from(LINES), max_size=2)
        )
        lines[place : place + count] = new
        lines = lines or [""]
    return "\n".join(lines)


@given(mutated())
def test_definition_with_changed_lines_gives_diagnostics(text: str) -> None:
    assert_whole(loaded(text.encode()))


@given(st.sampled_from(DEFINITIONS), st.data())
def test_definition_with_changed_characters_gives_diagnostics(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(PIECES)) + text[place + data.draw(st.integers(0, 2)) :]
    assert_whole(loaded(text.encode()))


DATES = st.sampled_from(
    [
        "2017-03-26",
        "2017-10-29",
        "2017-09-04",
        "2017-02-29",
        "2017-12",
        "some day in 2017-10",
        "1 day after a",
        "2017-09-04 to 2017-09-06",
        "1000-01-01",
        "2999-12-31",
    ]
)
HOURS = st.sampled_from(
    [
        "02:30-03:30",
        "01:30-02:30",
        "02:30 first-02:30 second",
        "22:00-24:00",
        "22:00-02:30 +1",
        "morning",
        "evening",
        "before 02:15",
        "18:00-",
        "hours unknown",
        "all day",
        "24:00-01:00 +1",
    ]
)
ZONES = st.sampled_from(["Europe/Vienna", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC", "Mars"])
IDS = st.sampled_from("abc")


@given(ZONES, st.lists(st.tuples(DATES, HOURS, IDS, ZONES), max_size=6))
def test_definition_made_of_odd_times_gives_sessions_that_take_place(
    zone: str, items: list[tuple[str, str, str, str]]
) -> None:
    days = "".join(
        f"  {day}:\n    - {hours}: Bees\n      id: {id_}\n      zone: {own}\n" for day, hours, id_, own in items
    )
    found = loaded(f"title: Bees\nzone: {zone}\ndates: 2017-01-01\ndays:\n{days}".encode())
    assert_whole(found)
    if not any(each.severity is Severity.ERROR for each in found.diagnostics):
        assert len(found.programmes[0].sessions) == len(items)
