from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from agendacli.formats.definition.nodes import Mapping, Node
from agendacli.formats.definition.shapes.citations import CITATIONS, ELSEWHERE
from agendacli.formats.definition.shapes.plain import COORDINATES, ID, PRIORITY, STATUS, TEXT, TEXTS, UID, YES_NO
from agendacli.formats.definition.shapes.shape import Located, Shape, part
from agendacli.formats.definition.shapes.times import DATE, DAYS, LENGTH, ZONE
from agendacli.model.findings import Findings
from agendacli.model.places import Coordinates
from agendacli.model.programme import Status
from agendacli.model.source import Citation, Variant
from agendacli.model.span import Span
from agendacli.words.times.forms import EachDay

Nodes = Callable[[str], tuple[Node | None, list[str]]]


@pytest.fixture
def read(nodes: Nodes) -> Callable[[Shape[Any], str], tuple[object, list[str]]]:
    """The value that a shape reads behind `a: `, and what is told of it."""

    def reading(shape: Shape[Any], text: str) -> tuple[object, list[str]]:
        root, _ = nodes(f"a: {text}\n")
        assert isinstance(root, Mapping)
        findings = Findings()
        value = shape.read(root.entries[0][1], findings)
        found = [f"{each.span.column}+{each.span.length} {each.code.name}: {each.message}" for each in findings.all]
        return value, found

    return reading


Read = Callable[[Shape[Any], str], tuple[object, list[str]]]


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (TEXT, "' x  y '", "x  y"),
        (TEXTS, "x", ("x",)),
        (TEXTS, "[x, ' y']", ("x", "y")),
        (TEXTS, "[]", ()),
        (DATE, "2017-09-04", date(2017, 9, 4)),
        (DAYS, "2017-09-04", EachDay(date(2017, 9, 4), date(2017, 9, 5))),
        (ZONE, "Europe/Vienna", "Europe/Vienna"),
        (STATUS, "tentative", Status.TENTATIVE),
        (YES_NO, "yes", True),
        (YES_NO, "false", False),
        (ID, "panel-1.b_2", "panel-1.b_2"),
        (LENGTH, "1 h 30 min", timedelta(minutes=90)),
        (COORDINATES, "[48.235, -16]", Coordinates(48.235, -16.0)),
        (COORDINATES, "[-90, 180.0]", Coordinates(-90.0, 180.0)),
    ],
)
def test_shape_reads_its_values(read: Read, shape: Shape[Any], text: str, value: object) -> None:
    assert read(shape, text) == (value, [])


COLON = "a text that contains a colon has to be quoted"
NO_ZONE = "; write one like `Europe/Vienna`"


@pytest.mark.parametrize(
    ("shape", "text", "told"),
    [
        (TEXT, "", "3+1 wrong-type: expected a text, not nothing; write it, or delete the key"),
        (TEXT, "[x]", "4+1 wrong-type: expected a text, not a list"),
        (
            TEXT,
            "{x: y}",
            "4+1 wrong-type: expected a text, not keys with values; a text that contains a colon has to be quoted",
        ),
        (DATE, "4 September", "4+11 bad-date: `4 September` names no year; write that as well"),
        (DATE, "[]", "4+1 wrong-type: expected a date such as `2017-09-04`, not a list"),
        (DAYS, "[]", "4+1 wrong-type: expected days such as `2017-09-04 to 2017-09-05`, not a list"),
        (DAYS, "2017-13", "4+7 bad-date: `2017-13` is not a day of the calendar; write `2017-09-04`"),
        (ZONE, "[]", "4+1 wrong-type: expected a time zone such as `Europe/Vienna`, not a list"),
        (
            ZONE,
            "europe/vienna",
            "4+13 unknown-zone: `europe/vienna` is not an IANA time zone; did you mean `Europe/Vienna`?",
        ),
        (ZONE, "Vienna", "4+6 unknown-zone: `Vienna` is not an IANA time zone; did you mean `Europe/Vienna`?"),
        (
            ZONE,
            "new york",
            "4+8 unknown-zone: `new york` is not an IANA time zone; did you mean `America/New_York`?",
        ),
        (
            ZONE,
            "CEST",
            "4+4 unknown-zone: `CEST` is not an IANA time zone; it may be `Europe/Paris` or `Europe/Vienna`",
        ),
        (ZONE, "somewhere", f"4+9 unknown-zone: `somewhere` is not an IANA time zone{NO_ZONE}"),
        (
            STATUS,
            "Confirmed",
            "4+9 not-a-choice: `Confirmed` is not a status; write `confirmed`, `tentative` or `cancelled`",
        ),
        (STATUS, "[]", "4+1 wrong-type: expected a text, not a list"),
        (YES_NO, "ja", "4+2 not-a-choice: `ja` is neither `yes` nor `no`"),
        (YES_NO, "[]", "4+1 wrong-type: expected `yes` or `no`, not a list"),
        (ID, "-a", "4+2 bad-id: `-a` is not an id; use small letters, digits and hyphens"),
        (ID, "[]", "4+1 wrong-type: expected a text, not a list"),
        (LENGTH, "0 h", "4+3 bad-time: `0 h` is not a length; write `45 min` or `1 h 30 min`"),
        (LENGTH, "[]", "4+1 wrong-type: expected a length such as `1 h 30 min`, not a list"),
    ],
)
def test_shape_refuses_anything_else(read: Read, shape: Shape[Any], text: str, told: str) -> None:
    assert read(shape, text) == (None, [told])


@pytest.mark.parametrize(
    "text", ["1, 2", "[1]", "[1, 2, 3]", "[90.5, 0]", "[0, 180.5]", "[a, b]", "[[1], 2]", "[1e1, 2]"]
)
def test_coordinates_are_two_numbers_on_earth(read: Read, text: str) -> None:
    value, told = read(COORDINATES, text)
    message = "bad-coordinates: no coordinates; write `[48.2350, 16.4167]`, north then east in degrees"
    assert (value, [each.partition(" ")[2] for each in told]) == (None, [message])


def test_texts_keep_what_is_good(read: Read) -> None:
    assert read(TEXTS, "[x, [y], z]") == (("x", "z"), ["8+1 wrong-type: expected a text, not a list"])


def located(source: str, line: int | None, column: int, length: int) -> Located[Citation]:
    return Located(Citation(source, line), Span("x.yaml", 1, column, length))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("letter", [located("letter", None, 4, 6)]),
        ("letter:41, web:19", [located("letter", 41, 4, 9), located("web", 19, 15, 6)]),
        ("'letter:41,web:19'", [located("letter", 41, 5, 9), located("web", 19, 15, 6)]),
        (
            "[letter:41, 'web , press,']",
            [located("letter", 41, 5, 9), located("web", None, 17, 3), located("press", None, 23, 5)],
        ),
    ],
)
def test_citations_know_their_own_places(read: Read, text: str, cited: list[Located[Citation]]) -> None:
    assert read(CITATIONS, text) == (tuple(cited), [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("letter:x", ["4+8 bad-citation: `letter:x` is not a citation; write `SOURCE` or `SOURCE:LINE`"]),
        (
            "a:1, B:2, c:12345678",
            [
                "9+3 bad-citation: `B:2` is not a citation; write `SOURCE` or `SOURCE:LINE`",
                "14+10 bad-citation: `c:12345678` is not a citation; write `SOURCE` or `SOURCE:LINE`",
            ],
        ),
        ("','", ["4+3 bad-citation: `,` is not a citation; write `SOURCE` or `SOURCE:LINE`"]),
        ("[[]]", ["5+1 wrong-type: expected citations such as `letter:41`, not a list"]),
        ("{a: b}", [f"4+1 wrong-type: expected citations such as `letter:41`, not keys with values; {COLON}"]),
    ],
)
def test_what_is_no_citation_is_told(read: Read, text: str, told: list[str]) -> None:
    assert read(CITATIONS, text)[1] == told


def test_variants_are_of_the_thing_itself_or_of_a_field(read: Read) -> None:
    value, told = read(ELSEWHERE, "{letter:3: Title, web: {dates: 4 May, room: M2}}")
    assert isinstance(value, tuple)
    assert [each.value for each in value] == [
        Variant(Citation("letter", 3), "itself", "Title"),
        Variant(Citation("web"), "dates", "4 May"),
        Variant(Citation("web"), "room", "M2"),
    ]
    assert told == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("letter:3", ["4+8 wrong-type: expected `SOURCE:LINE: what it says`, not a text"]),
        ("{Letter: x}", ["5+6 bad-citation: `Letter` is not a citation; write `SOURCE` or `SOURCE:LINE`"]),
        ("{letter: []}", ["13+1 wrong-type: expected a text, not a list"]),
        ("{letter: {a: }}", ["17+1 wrong-type: expected a text, not nothing; write it, or delete the key"]),
    ],
)
def test_variants_that_say_nothing_are_told(read: Read, text: str, told: list[str]) -> None:
    assert read(ELSEWHERE, text)[1] == told


def test_part_leaves_a_node_to_its_own_reader(nodes: Nodes) -> None:
    root, _ = nodes("a: b\n")
    assert root
    assert part("anything", {}).read(root, Findings()) is root


@pytest.mark.parametrize(
    ("shape", "text", "told"),
    [
        (PRIORITY, "high", "`high` is not a priority; write a whole number from 0 to 999: more counts more"),
        (UID, "x" * 300, f"`{'x' * 40}` is not a UID; it has at most 255 octets, on one line"),
    ],
)
def test_what_is_no_priority_and_no_uid_is_told(read: Read, shape: Shape[Any], text: str, told: str) -> None:
    value, found = read(shape, text)
    assert (value, [each.partition(": ")[2] for each in found]) == (None, [told])
