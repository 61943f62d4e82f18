"""One calendar for each code of the iCalendar reader: `codes/CODE/calendar.ics`, and beside it what is told of it."""

from pathlib import Path

import pytest

from agendacli.formats.ics.read.calendar import read_calendar
from agendacli.model.codes import CODES
from agendacli.model.diagnostic import Diagnostic, in_order
from agendacli.model.findings import Findings

FOLDERS = sorted(path for path in (Path(__file__).parent / "codes").iterdir() if path.is_dir())


def found(folder: Path) -> tuple[Diagnostic, ...]:
    findings = Findings()
    read_calendar((folder / "calendar.ics").read_bytes(), "calendar.ics", "Europe/Vienna", findings)
    return in_order(findings.all)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_calendar_of_a_code_is_told_as_expected(folder: Path) -> None:
    lines = "".join(f"{each}\n" for each in found(folder))
    assert lines == (folder / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_calendar_of_a_code_has_no_other_code(folder: Path) -> None:
    assert {each.code.name for each in found(folder)} == {folder.name}


def test_every_code_of_calendars_has_its_calendar() -> None:
    assert [folder.name for folder in FOLDERS] == sorted(code.name for code in CODES if code.name.startswith("ics-"))
