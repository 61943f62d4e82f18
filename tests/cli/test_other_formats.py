"""Files of other formats behind `-e` and in `import`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

SCHEDULE = """\
<schedule>
  <conference><title>Tides 2026</title><acronym>tides26</acronym></conference>
  <day date='2026-03-14'><room name='Saal 1'>
    <event guid='5f049ba4-500a-5aa1-b04d-000000000001' id='11'>
      <date>2026-03-14T10:00:00+01:00</date><duration>00:45</duration><title>Pegel lesen</title><type>Talk</type>
      <language>de</language><persons><person id='1'>Ira Sand</person></persons>
    </event>
  </room></day>
</schedule>
"""


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    file = tmp_path / "schedule.xml"
    file.write_text(SCHEDULE)
    return file


def test_schedule_behind_e_and_on_standard_input(agenda: Agenda, schedule: Path) -> None:
    line = "tides26/11\t2026-03-14T10:00:00+01:00\t2026-03-14T10:45:00+01:00\tSaal 1\tPegel lesen\tconfirmed\n"
    assert agenda("timetable", "-e", str(schedule)).output == line
    assert agenda("timetable", str(schedule)).output == line
    assert agenda("timetable", "-e", "-", stdin=SCHEDULE).output == line


def test_schedule_as_a_definition(agenda: Agenda, schedule: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.yaml"
    found = agenda("import", str(schedule), "--zone", "Europe/Berlin", "-o", str(output))
    assert found.stderr.splitlines() == [
        f"agenda: {schedule}: left out, as a definition has no key for it: 1 language",
        f"agenda: {output}: an item; see `agenda check {output}`",
    ]
    assert (
        output.read_text()
        == """\
title: Tides 2026
id: tides26
kind: conference
zone: Europe/Berlin

days:
  2026-03-14:
    - 10:00-10:45: Pegel lesen
      id: 11
      kind: talk
      room: Saal 1
      speaker: Ira Sand
      uid: 5f049ba4-500a-5aa1-b04d-000000000001
"""
    )
    assert agenda("diff", "--zone", "Europe/Berlin", str(schedule), str(output)).output == ""


@pytest.mark.parametrize("arguments", [("list", "-e"), ("import",), ("check",)], ids=lambda arguments: arguments[0])
def test_format_that_is_not_read_is_named(agenda: Agenda, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "letter.png"
    file.write_bytes(b"\x89PNG\r\n")
    found = agenda(*arguments, str(file))
    assert found.exit_code == 2
    assert found.stderr.splitlines()[0] == (
        f"agenda: {file}: a picture, which is not read here; "
        "copy its programme into a sheet, or into a definition: `agenda new`"
    )
