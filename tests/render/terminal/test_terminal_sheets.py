"""Events, single items, conflicts and diagnostics on a terminal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from syrupy.assertion import SnapshotAssertion

from agendacli.analysis.conflicts.times.days import DayRuns
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind
from agendacli.model.diagnostic import Code, Diagnostic, Note, Severity
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Participant
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.span import Span
from agendacli.model.when import Days, DayWindow, Hours, Timed, When
from agendacli.render.terminal.conflicts.pictures import draw_conflicts
from agendacli.render.terminal.console import draw
from agendacli.render.terminal.diagnostics import draw_diagnostic
from agendacli.render.terminal.events import dates_text, draw_events
from agendacli.render.terminal.show import draw_programme, draw_session

cell_len = import_module("rich.cells").cell_len
DAYS = Days(date(2017, 9, 27), date(2017, 9, 29), "America/New_York")
DECEMBER = DayWindow(date(2017, 12, 1), date(2018, 1, 1), "America/New_York")


def fits(text: str, width: int) -> str:
    assert max(map(cell_len, text.splitlines())) <= width
    return text


def test_events_none() -> None:
    assert draw(draw_events([]), width=80) == "no events\n"


@pytest.mark.parametrize("width", [30, 60, 80, 120, 200])
def test_events(meeting: Programme, width: int, snapshot: SnapshotAssertion) -> None:
    events: list[tuple[Programme, When | None]] = [
        (meeting, DAYS),
        (replace(meeting, id="security-council", short_title="Council", status=Status.TENTATIVE), DECEMBER),
        (
            replace(meeting, id="gone", short_title="Gone", status=Status.CANCELLED, place=Place("Puerto Vallarta")),
            None,
        ),
        (replace(meeting, id="multistakeholder-consultation", short_title=None, title="Named otherwise"), DAYS),
    ]
    assert fits(draw(draw_events(events, width), width=width), width) == snapshot


def test_events_with_hours_of_several_zones_tell_their_offsets(meeting: Programme) -> None:
    start, end = (datetime.fromisoformat(f"2017-09-27T{hour}") for hour in ("09:00", "12:00"))
    morning = Timed(start, end, "Europe/Vienna")
    elsewhere = replace(morning, zone="America/New_York")
    both: list[tuple[Programme, When | None]] = [(replace(meeting, id="a"), morning), (meeting, elsewhere)]
    lines = draw(draw_events(both, 120), width=120).splitlines()
    assert [line[20:60].strip() for line in lines] == [
        "Wed 27 September 2017, 09:00–12:00 UTC+2",
        "Wed 27 September 2017, 09:00–12:00 UTC−4",
    ]


def test_dates_of_a_whole_day() -> None:
    assert dates_text(replace(DAYS, hours=Hours.ALL)) == "Wed 27 – Thu 28 September 2017, all day"


def find(occurrences: tuple[Occurrence, ...], id_: str) -> Occurrence:
    return next(each for each in occurrences if each.session.id == id_)


@pytest.mark.parametrize("width", [24, 60, 80, 120, 200])
def test_show_session(high_level: tuple[Occurrence, ...], width: int, snapshot: SnapshotAssertion) -> None:
    assert fits(draw(draw_session(find(high_level, "panel-1"), width), width=width), width) == snapshot


@pytest.mark.parametrize("id_", ["closing", "lunch"])
def test_show_session_of_few_words(high_level: tuple[Occurrence, ...], id_: str, snapshot: SnapshotAssertion) -> None:
    assert draw(draw_session(find(high_level, id_)), width=80) == snapshot


@pytest.mark.parametrize("id_", ["span", "gone", "marks", "night", "december", "letter", "early"])
def test_show_odd_session(odd: tuple[Occurrence, ...], id_: str, snapshot: SnapshotAssertion) -> None:
    assert draw(draw_session(find(odd, id_)), width=80) == snapshot


def test_show_session_in_a_window_with_a_length(window: Occurrence, snapshot: SnapshotAssertion) -> None:
    assert draw(draw_session(window), width=80) == snapshot


def test_show_session_that_hangs_on_another_event(window: Occurrence) -> None:
    far = replace(window, session=replace(window.session, relative_to="other/meeting"))
    assert "depends on other/meeting" in draw(draw_session(far), width=80)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_show_programme(meeting: Programme, width: int, snapshot: SnapshotAssertion) -> None:
    assert fits(draw(draw_programme(meeting, DAYS, width), width=width), width) == snapshot


def test_show_programme_with_nothing_known(snapshot: SnapshotAssertion) -> None:
    bare = Programme("bare", "Bare", "bare.yaml", status=Status.CANCELLED, older=True, when_text="in the spring")
    assert draw(draw_programme(bare, None), width=80) == snapshot


def test_show_programme_in_the_south_west(snapshot: SnapshotAssertion) -> None:
    south = Programme("south", "South", "south.yaml", place=Place("Lima", coordinates=Coordinates(-12.05, -77.04)))
    assert draw(draw_programme(south, DAYS), width=80) == snapshot


def seats(occurrence: Occurrence) -> tuple[Participant, ...]:
    """Those of the president."""
    return tuple(each for each in occurrence.session.participants if each.name == "Miroslav Lajčák")


def conflict(first: Occurrence, second: Occurrence, kind: Kind, certainty: Certainty, **more: object) -> Conflict:
    start, end = (datetime(2017, 9, 27, hour, tzinfo=UTC) for hour in (19, 20))
    return Conflict(kind, certainty, first, second, start, end, **more)  # type: ignore[arg-type]


@pytest.fixture
def conflicts(high_level: tuple[Occurrence, ...], window: Occurrence) -> list[Conflict]:
    plenary, panel, other = (find(high_level, id_) for id_ in ("plenary-27-pm", "panel-1", "panel-2"))
    opening, closing = find(high_level, "opening"), find(high_level, "closing")
    night = Timed(
        datetime.fromisoformat("2017-09-27T22:00"), datetime.fromisoformat("2017-09-28T00:00"), "Europe/Vienna"
    )
    far = Session("far", "Far away", night)
    guest = Occurrence(replace(plenary.programme, id="vienna", place=Place("Vienna")), far, far.when)
    again = replace(closing, session=replace(closing.session, id="closing-again"))
    council = replace(again, when=DECEMBER)
    meeting = replace(council, session=replace(closing.session, id="meeting"))
    days = DayRuns.of((date(2017, 12, 4), date(2017, 12, 5), date(2017, 12, 9)))
    possible = Certainty.POSSIBLE
    return [
        conflict(plenary, panel, Kind.OVERLAP, Certainty.CERTAIN, minutes=90),
        conflict(
            window,
            opening,
            Kind.PERSON,
            possible,
            subject="Miroslav Lajčák",
            person_id="miroslav lajčák",
            seats=(seats(window), seats(opening)),
        ),
        conflict(guest, other, Kind.TRAVEL, Certainty.CERTAIN, minutes=30, journey=timedelta(hours=13, minutes=30)),
        conflict(guest, other, Kind.TRAVEL, possible),
        conflict(closing, again, Kind.ROOM, possible, subject="GA Hall"),
        conflict(
            closing,
            council,
            Kind.OVERLAP,
            possible,
            days=days,
            free=28,
            candidates=31,
            clear=1,
            depends_on=("its day",),
        ),
        conflict(
            council, meeting, Kind.OVERLAP, possible, free=930, candidates=961, depends_on=("its day", "its hour")
        ),
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_conflicts(conflicts: list[Conflict], width: int, snapshot: SnapshotAssertion) -> None:
    assert fits(draw(draw_conflicts(conflicts, width=width), width=width), width) == snapshot


def test_conflicts_in_colour(conflicts: list[Conflict], snapshot: SnapshotAssertion) -> None:
    assert draw(draw_conflicts(conflicts[:2]), width=80, colour=True) == snapshot


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (20, ["  depends  its hour,", "  on       which is", "           long"]),
        (22, ["  depends   its hour,", "  on        which is", "            long"]),
        (24, ["  depends    its hour,", "  on         which is", "             long"]),
        (25, ["  depends on  its hour,", "              which is", "              long"]),
        (26, ["  depends on  its hour,", "              which is", "              long"]),
    ],
)
def test_conflicts_on_few_columns_fold_the_label(conflicts: list[Conflict], width: int, lines: list[str]) -> None:
    unsettled = replace(conflicts[-1], depends_on=("its hour, which is long",))
    drawn = draw(draw_conflicts([unsettled], width=width), width=width)
    assert "\n".join(lines) in drawn


def test_conflicts_one() -> None:
    assert draw(draw_conflicts([]), width=80) == "no conflicts\n"


def test_conflicts_count_of_one(conflicts: list[Conflict]) -> None:
    assert draw(draw_conflicts(conflicts[:1]), width=80).splitlines()[-1] == "1 conflict: 1 certain, 0 possible"


ZONE = Code("unknown-zone", Severity.ERROR, "", "")
NEAR = Code("near-name", Severity.WARNING, "", "")


def diagnostic(code: Code, column: int, length: int, *notes: Note) -> Diagnostic:
    span = Span("events/x.yaml", 12, column, length)
    return Diagnostic(code, "no zone is called Europe/Wien; write Europe/Vienna", span, notes)


def test_diagnostic_with_line_and_notes() -> None:
    notes = (Note("zones are IANA names"), Note("declared here", Span("places.yaml", 3, 1)))
    shown = draw_diagnostic(diagnostic(ZONE, 9, 11, *notes), "  zone: Europe/Wien  # here")
    assert draw(shown, width=100).splitlines() == [
        "events/x.yaml:12:9: error[unknown-zone]: no zone is called Europe/Wien; write Europe/Vienna",
        "  12 │   zone: Europe/Wien  # here",
        "     │         ^^^^^^^^^^^",
        "     note: zones are IANA names",
        "     note: declared here (places.yaml:3:1)",
    ]


def test_diagnostic_without_line() -> None:
    assert draw(draw_diagnostic(diagnostic(NEAR, 1, 1)), width=100).splitlines() == [
        "events/x.yaml:12:1: warning[near-name]: no zone is called Europe/Wien; write Europe/Vienna"
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "width", "shown"),
    [
        ("a", 2, 1, 40, ["  12 │ a", "     │  ^"]),
        ("", 1, 1, 40, ["  12 │", "     │ ^"]),
        ("\ttab: x", 2, 3, 40, ["  12 │ ␉tab: x", "     │  ^^^"]),
        ("漢字: x", 5, 1, 40, ["  12 │ 漢字: x", "     │       ^"]),
        ("\x1b[2J: x", 1, 1, 40, ["  12 │ ␛[2J: x", "     │ ^"]),
        ("x" * 50, 1, 3, 27, ["  12 │ xxxxxxxxxxxxxxxxxxx…", "     │ ^^^"]),
        ("abc " * 20 + "wrong", 81, 5, 27, ["  12 │ … abc abc abc wrong", "     │               ^^^^^"]),
        ("key: " + "v" * 60, 6, 60, 27, ["  12 │ key: vvvvvvvvvvvvvv…", "     │      ^^^^^^^^^^^^^^^"]),
    ],
)
def test_diagnostic_line(line: str, column: int, length: int, width: int, shown: list[str]) -> None:
    text = draw(draw_diagnostic(diagnostic(ZONE, column, length), line, width), width=width)
    assert fits(text, width).splitlines()[-2:] == shown


def test_diagnostic_in_colour(snapshot: SnapshotAssertion) -> None:
    shown = draw_diagnostic(diagnostic(ZONE, 9, 11, Note("zones are IANA names")), "  zone: Europe/Wien")
    assert draw(shown, width=80, colour=True) == snapshot
