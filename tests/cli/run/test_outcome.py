"""What is told above the results: all of it in a pipe, the gravest on a terminal."""

from datetime import UTC, datetime

import pytest

from agendacli.cli.run.outcome import tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.diagnostic import Code, Diagnostic, Severity
from agendacli.model.span import Span

CODES = {each: Code("odd", each, "", "") for each in Severity}


def surroundings(*, on_terminal: bool) -> Surroundings:
    return Surroundings(
        datetime.now(UTC), {}, on_terminal=on_terminal, errors_on_terminal=on_terminal, width=80, encoding="utf-8"
    )


def faults(count: int, file: str = "tea.yaml", severity: Severity = Severity.WARNING) -> list[Diagnostic]:
    return [Diagnostic(CODES[severity], f"fault {n}", Span(file, n, 1)) for n in range(1, count + 1)]


def told(capsys: pytest.CaptureFixture[str], diagnostics: list[Diagnostic], *, on_terminal: bool) -> list[str]:
    tell_diagnostics(diagnostics, {}, surroundings(on_terminal=on_terminal), colour=False)
    return [line for line in capsys.readouterr().err.splitlines() if "│" not in line]


def test_diagnostics_in_a_pipe_are_all_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(told(capsys, faults(1000), on_terminal=False)) == 1000


def test_diagnostics_that_a_terminal_holds_are_all_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(told(capsys, faults(20), on_terminal=True)) == 20


def test_diagnostics_on_a_terminal_are_counted_from_the_twenty_first(capsys: pytest.CaptureFixture[str]) -> None:
    *lines, last = told(capsys, faults(1000), on_terminal=True)
    assert [len(lines), lines[19]] == [20, "tea.yaml:20:1: warning[odd]: fault 20"]
    assert last == "agenda: and 980 more; `agenda check tea.yaml` shows what is wrong"


def test_diagnostics_of_several_files_point_to_none_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    *_, last = told(capsys, faults(15) + faults(15, "cake.yaml"), on_terminal=True)
    assert last == "agenda: and 10 more; `agenda check FILE` shows what is wrong"


def test_diagnostics_on_a_terminal_are_errors_rather_than_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    *lines, _ = told(capsys, faults(30) + faults(2, "z.yaml", Severity.ERROR), on_terminal=True)
    assert lines[17:] == [
        "tea.yaml:18:1: warning[odd]: fault 18",
        "z.yaml:1:1: error[odd]: fault 1",
        "z.yaml:2:1: error[odd]: fault 2",
    ]
