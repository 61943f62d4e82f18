"""Addresses and files as people type them, for commands that read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
TALKS = """\
title: Spring talks
zone: Europe/Vienna
days:
  2026-03-10:
    - 10:00-11:00: "Keynote: Bees"
    - 11:00-12:00: Panel Discussion 1
    - 12:00-13:00: Panel Discussion 2
"""


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks.yaml").write_text(TALKS)
    return "talks.yaml"


def titles(result: Result) -> list[str]:
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout.splitlines()


def test_file_is_taken_as_what_it_is(agenda: Agenda, talks: str) -> None:
    assert titles(agenda("timetable", talks, "--fields", "id")) == [
        "talks/keynote",
        "talks/panel-discussion-1",
        "talks/panel-discussion-2",
    ]


def test_file_beside_other_events_stands_for_its_own(agenda: Agenda, talks: str) -> None:
    assert titles(agenda("list", "-e", "bundled", talks, "--fields", "id")) == ["talks"]


@pytest.mark.parametrize("typed", ["keynote", "bees", "talks/keynote", "tal/key"])
def test_session_of_a_file_is_found_by_a_part(agenda: Agenda, talks: str, typed: str) -> None:
    assert titles(agenda("show", talks, typed, "--fields", "id")) == ["talks/keynote"]


def test_session_is_found_by_its_title_among_all_events(agenda: Agenda, talks: str) -> None:
    found = titles(agenda("timetable", "-e", "bundled", "-e", talks, "Panel Discussion 2", "--fields", "id"))
    assert found == ["talks/panel-discussion-2"]


def test_part_of_several_is_refused_with_them(agenda: Agenda, talks: str) -> None:
    result = agenda("show", talks, "discussion")
    either = "`talks/panel-discussion-1` or `talks/panel-discussion-2`"
    assert (result.exit_code, result.stderr) == (2, f"agenda: `discussion` could be {either}; write more of it\n")


def test_file_that_is_not_there_is_refused(agenda: Agenda, talks: str) -> None:
    result = agenda("timetable", f"no-{talks}")
    assert (result.exit_code, result.stderr) == (2, "agenda: no-talks.yaml: no such file or directory\n")


def test_export_of_an_event_into_a_file_says_how(agenda: Agenda, talks: str) -> None:
    result = agenda("export", "-e", talks, "talks", "out.ics")
    message = "agenda: `out.ics` is not an event; to write into that file give `-o out.ics`\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
