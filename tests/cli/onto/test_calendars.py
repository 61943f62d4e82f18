"""A calendar or a schedule that comes back, merged into one's own file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

EVENTS = Path(__file__).parents[3] / "events"


@pytest.mark.parametrize("ending", ["ics", "xml", "json", "csv", "markdown"])
def test_every_format_comes_back_to_a_bundled_event(
    agenda: Agenda, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("people", "places"):
        Path(f"{name}.yaml").write_bytes((EVENTS / f"{name}.yaml").read_bytes())
    mine = (EVENTS / "vienna-session.yaml").read_text()
    Path("mine.yaml").write_text(mine)
    old, new = f"old.{ending}", f"new.{ending}"
    agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", ending, "-o", old)
    Path(new).write_text(Path(old).read_text().replace("Room M2", "Room M9").replace("Opening segment", "Opening act"))
    for options in (("--was", old), ()):
        assert agenda("import", old, "--onto", "mine.yaml", *options).exit_code == 0
        assert Path("mine.yaml").read_text() == mine
    assert agenda("import", new, "--onto", "mine.yaml", "--was", old).exit_code == 0
    made = mine.replace("room: Room M2", "room: Room M9").replace("10:15: Opening segment", "10:15: Opening act")
    assert Path("mine.yaml").read_text() == made
    assert "nothing is changed" in agenda("import", new, "--onto", "mine.yaml", "--was", old).stderr
