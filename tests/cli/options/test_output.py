"""`-o -` is standard output."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result


@pytest.mark.parametrize("line", ["list", "export", "schema", "timetable -f markdown", "import tea.csv --zone UTC"])
def test_a_dash_is_standard_output(
    agenda: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tea.csv").write_text("title,start,end\nTea,2026-01-05 16:00,2026-01-05 17:00\n", encoding="utf-8")
    words = line.split()
    plain = agenda(*words)
    assert plain.stdout
    assert (agenda(*words, "-o", "-").stdout, list(tmp_path.iterdir())) == (plain.stdout, [tmp_path / "tea.csv"])


def test_a_dash_is_no_folder_to_publish_into(agenda: Callable[..., Result]) -> None:
    assert "-o" in agenda("publish", "-o", "-").stderr
