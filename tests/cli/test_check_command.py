"""`agenda check` as users meet it: what it reads besides definitions, and how much it shows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
FAIR = "title: Fair\nzone: UTC\ndays:\n  2026-03-09:\n    - 09:00-10:00: One\n    - 10:00-11:00: Two\n"
WAIVERS = "- {reason: agreed, sessions: {fair/one: a, market/stall: b}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fair.yaml").write_text(FAIR)
    return tmp_path


@pytest.mark.parametrize("paths", [(".",), ("fair.yaml",), ("fair.yaml", "waivers.yaml"), ("waivers.yaml",)])
def test_waivers_beside_the_definitions_are_checked(agenda: Agenda, folder: Path, paths: tuple[str, ...]) -> None:
    (folder / "waivers.yaml").write_text(WAIVERS)
    result = agenda("check", *paths, "-q")
    lost = "there is no event `market` here; correct the id, or delete this waiver"
    assert (result.exit_code, result.stdout) == (0, f"waivers.yaml:1:3: warning[lost-waiver]: {lost}\n")


def test_fault_in_a_file_of_waivers_is_told(agenda: Agenda, folder: Path) -> None:
    (folder / "waivers.yaml").write_text("- reason: agreed\n")
    result = agenda("check", ".", "-q")
    told = "waivers.yaml:1:3: error[missing-key]: `sessions` is missing; add `sessions: …`\n"
    assert (result.exit_code, result.stdout) == (1, told)


def test_waivers_are_not_looked_for_beside_standard_input(agenda: Agenda, folder: Path) -> None:
    (folder / "waivers.yaml").write_text(WAIVERS)
    result = agenda("check", "-", stdin=FAIR)
    assert (result.exit_code, result.stdout) == (0, "")


def test_more_faults_than_anybody_reads_are_counted_on_a_terminal(agenda: Agenda, folder: Path) -> None:
    items = "".join(f"    - 09:00-10:{minutes % 40 + 60}: Item\n" for minutes in range(150))
    (folder / "fair.yaml").write_text(f"{FAIR}{items}")
    drawn, plain = agenda("check", ".", "-f", "table"), agenda("check", ".")
    assert drawn.stdout.count("error[bad-time]") == 99
    assert drawn.stdout.endswith("and 51 more; `agenda check -f lines` prints a line for each\n")
    assert (len(plain.stdout.splitlines()), plain.stderr) == (151, drawn.stderr)
