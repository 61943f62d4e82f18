"""What a format can say comes back: export, then diff; import, then diff; nothing has changed."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.formats.file_formats import FORMATS as FILE_FORMATS
from agendacli.formats.file_formats import ReadBy
from agendacli.load.programmes import load

Agenda = Callable[..., Result]
EVENTS = [each.id for each in load(["bundled"]).programmes]
FORMATS = [
    each.name
    for each in FILE_FORMATS
    if each.is_written and each.reading is ReadBy.ALWAYS and (each.name != "xlsx" or find_spec("openpyxl"))
]
"""Those that are both written and read; the library of one is an extra."""


@pytest.fixture
def exported(agenda: Agenda, tmp_path: Path) -> Callable[[str, str], Path | None]:
    """The file of an event in a format; None where the format has no place for anything of it."""

    def export(event: str, name: str) -> Path | None:
        file = tmp_path / f"{event}.{name}"
        found = agenda("export", "-e", "bundled", event, "-f", name, "-o", str(file))
        return file if found.exit_code == 0 else None

    return export


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("name", FORMATS)
def test_bundled_event_comes_back(
    agenda: Agenda, exported: Callable[[str, str], Path | None], tmp_path: Path, event: str, name: str
) -> None:
    file, mine = exported(event, name), tmp_path / "mine.yaml"
    if file is None:
        return
    there = agenda("diff", event, str(file))
    assert (there.stdout, there.exit_code) == ("", 0), there.stderr
    made = agenda("import", str(file), "-o", str(mine))
    assert made.exit_code == 0, made.stderr
    back = agenda("diff", str(file), str(mine))
    assert (back.stdout, back.exit_code) == ("", 0), back.stderr
