import pytest

from agendacli.model.diagnostic import Code, Diagnostic, Note, Severity, has_errors, in_order
from agendacli.model.span import Span

BROKEN = Code("broken", Severity.ERROR, "something is broken", "mend it")
ODD = Code("odd", Severity.WARNING, "something is odd", "look at it")


def diagnostic(code: Code = BROKEN, line: int = 1, column: int = 1, message: str = "m", file: str = "a") -> Diagnostic:
    return Diagnostic(code, message, Span(file, line, column))


def test_text_is_place_severity_code_and_message() -> None:
    span = Span("events/vienna.yaml", 12, 7, 5)

    assert str(Diagnostic(ODD, "room 'M3' is near 'M2'", span)) == (
        "events/vienna.yaml:12:7: warning[odd]: room 'M3' is near 'M2'"
    )


@pytest.mark.parametrize(("code", "severity"), [(BROKEN, Severity.ERROR), (ODD, Severity.WARNING)])
def test_severity_is_that_of_the_code(code: Code, severity: Severity) -> None:
    assert diagnostic(code).severity is severity


def test_in_order_is_by_file_line_column_code_and_message() -> None:
    expected = (
        diagnostic(ODD, 9, 9, file="a"),
        diagnostic(BROKEN, 2, 3, file="b"),
        diagnostic(BROKEN, 2, 10, message="a", file="b"),
        diagnostic(BROKEN, 2, 10, message="b", file="b"),
        diagnostic(ODD, 2, 10, message="a", file="b"),
        diagnostic(BROKEN, 10, 1, file="b"),
    )

    assert in_order(reversed(expected)) == expected


def test_in_order_drops_what_is_said_twice() -> None:
    assert in_order([diagnostic(), diagnostic(), diagnostic(line=2)]) == (diagnostic(), diagnostic(line=2))


def test_in_order_keeps_diagnostics_that_differ_in_their_notes() -> None:
    noted = Diagnostic(BROKEN, "m", Span("a"), (Note("first given here", Span("a", 3)),))

    assert in_order([noted, diagnostic()]) == (noted, diagnostic())


def test_in_order_of_nothing_is_nothing() -> None:
    assert in_order([]) == ()


@pytest.mark.parametrize(("codes", "expected"), [([], False), ([ODD], False), ([BROKEN], True), ([ODD, BROKEN], True)])
def test_has_errors_ignores_warnings(codes: list[Code], *, expected: bool) -> None:
    assert has_errors(diagnostic(code) for code in codes) is expected


@pytest.mark.parametrize(
    ("sheet", "column", "shown"),
    [("Rows", 2, "x.xlsx:Rows!B7"), ("Day 1", 27, "x.xlsx:'Day 1'!AA7"), ("It's", 703, "x.xlsx:'It''s'!AAA7")],
)
def test_place_in_a_workbook_is_a_page_and_a_cell(sheet: str, column: int, shown: str) -> None:
    assert str(Span("x.xlsx", 7, column, sheet=sheet)) == shown
