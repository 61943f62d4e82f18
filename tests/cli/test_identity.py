"""The `id` of a programme: whatever its file is called, its addresses and its calendars stay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from agendacli.cli.app import app

FORUM = """\
title: Water Forum
id: forum
zone: Africa/Dakar
days:
  2026-03-21:
    - 10:00-11:00: Opening
    - {hours}: Panel on wells
"""
Agenda = Callable[..., Result]


@pytest.fixture
def agenda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Agenda:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, list(arguments), prog_name="agenda")


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_an_id_that_is_stated_is_the_address(agenda: Agenda) -> None:
    write("forum_v3_FINAL.yaml", FORUM.format(hours="11:00-12:00"))
    result = agenda("-e", "forum_v3_FINAL.yaml", "timetable", "--fields", "id")
    assert (result.stdout, result.stderr) == ("forum/opening\nforum/panel-on-wells\n", "")


def test_a_calendar_is_kept_up_to_date_after_the_file_has_another_name(agenda: Agenda) -> None:
    write("forum.yaml", FORUM.format(hours="11:00-12:00"))
    write("forum_v3_FINAL.yaml", FORUM.format(hours="11:15-12:00"))
    agenda("-e", "forum.yaml", "export", "-o", "old.ics")
    result = agenda("-e", "forum_v3_FINAL.yaml", "export", "--since", "old.ics", "-o", "new.ics")
    assert "1 changed" in result.stderr
    lines = Path("new.ics").read_text(encoding="utf-8").splitlines()
    kept = [each for each in lines if each.startswith(("UID", "SEQUENCE"))]
    assert kept == ["UID:opening.forum@agendacli", "SEQUENCE:0", "UID:panel-on-wells.forum@agendacli", "SEQUENCE:1"]


def test_a_revision_has_the_id_of_its_programme(agenda: Agenda) -> None:
    write("forum_v3.yaml", FORUM.format(hours="11:15-12:00"))
    write("forum_v1@2026-01-05.yaml", FORUM.format(hours="11:00-12:00"))
    result = agenda("-e", ".", "timetable", "forum@2026-01-05", "--fields", "id,start")
    assert result.stdout.splitlines()[1] == "forum@2026-01-05/panel-on-wells\t2026-03-21T11:00:00+00:00"


def test_two_files_with_one_id_are_told(agenda: Agenda) -> None:
    write("a.yaml", FORUM.format(hours="11:00-12:00"))
    write("b.yaml", FORUM.format(hours="11:00-12:00"))
    told = "b.yaml:1:1: error[duplicate-id]: `a.yaml` has the id `forum` already; rename one of the files, or "
    assert agenda("check", "a.yaml", "b.yaml").stdout.splitlines()[0] == f"{told}give it an `id`"


def test_an_import_of_ones_own_calendar_keeps_the_id(agenda: Agenda) -> None:
    write("forum.yaml", FORUM.format(hours="11:00-12:00"))
    agenda("-e", "forum.yaml", "export", "-o", "out.ics")
    assert agenda("import", "out.ics").stdout.splitlines()[1:3] == ["title: Water Forum", "id: forum"]
    agenda("import", "out.ics", "-o", "mine.yaml")
    assert agenda("-e", "mine.yaml", "timetable", "--fields", "id").stdout == "forum/opening\nforum/panel-on-wells\n"


def test_a_waiver_of_an_event_whose_file_has_another_name_is_not_lost(agenda: Agenda) -> None:
    write("forum_v3.yaml", FORUM.format(hours="11:00-12:00"))
    write("other.yaml", FORUM.format(hours="11:00-12:00").replace("forum", "other"))
    write("waivers.yaml", '- reason: "known"\n  sessions:\n    "forum/opening": "x"\n    "other/opening": "x"\n')
    assert "lost-waiver" not in agenda("check", "other.yaml", "waivers.yaml").output
