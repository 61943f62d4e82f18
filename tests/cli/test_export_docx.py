"""`agenda export -f docx`, as it is run."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from agendacli.load.programmes import load
from agendacli.model.when import Timed

Agenda = Callable[..., Result]

PRIVATE = """\
title: Tea
zone: Europe/Vienna
days:
  2026-03-09:
    - 9:00-10:00: Secret talk
      privacy: private
      internal: never tell
    - 10:00-11:00: Tea
      internal: never tell
"""
BUNDLED = [
    each.id
    for each in load([str(Path(__file__).parents[2] / "events")]).programmes
    if not each.older and any(isinstance(one.when, Timed) for one in each.sessions)
]


@pytest.mark.parametrize("name", BUNDLED)
def test_reading_it_back_gives_the_same_sessions(agenda: Agenda, tmp_path: Path, name: str) -> None:
    """Whatever has hours comes back with day, hours, title, room and people; the head says who chairs the whole."""
    file = str(tmp_path / "x.docx")
    assert agenda("export", name, "-o", file).exit_code == 0
    found = agenda("diff", name, file, "-f", "tsv", "--fields", "change,id,precision")
    lines = [line.split("\t") for line in found.stdout.splitlines()[1:]]
    assert [each for each in lines if each not in UNSAID] == []


UNSAID = [["person removed", "vienna-session", ""], ["removed", "vienna-session/informal-dialogue", ""]]


def test_private_items_are_left_out_of_what_is_public_and_internal_words_of_all(agenda: Agenda, tmp_path: Path) -> None:
    source = tmp_path / "tea.yaml"
    source.write_text(PRIVATE)
    for wish, count in (("--public", 0), ("--busy", 0), ("-q", 1)):
        file = tmp_path / "x.docx"
        assert agenda("export", "-e", str(source), "-f", "docx", "-o", str(file), wish).exit_code == 0
        text = zipfile.ZipFile(file).read("word/document.xml").decode()
        assert (text.count("Secret talk"), text.count("never tell")) == (count, 0)


def test_a_template_is_for_word_documents(agenda: Agenda, tmp_path: Path) -> None:
    house = tmp_path / "house.docx"
    assert agenda("export", "vienna-session", "-o", str(house)).exit_code == 0
    again = agenda("export", "vienna-session", "-f", "docx", "--template", str(house), "-o", str(tmp_path / "x.docx"))
    assert (again.exit_code, "no style" in again.stderr) == (0, False)
    assert (tmp_path / "x.docx").read_bytes() == house.read_bytes()
    refused = agenda("export", "vienna-session", "--template", str(house))
    assert (refused.exit_code, refused.stderr) == (
        2,
        "agenda: --template is for Word documents; iCalendar has no styles: add `-f docx`\n",
    )
    missing = agenda("export", "vienna-session", "-f", "docx", "--template", str(tmp_path / "no.docx"))
    assert missing.exit_code == 2


def test_a_comparison_as_tracked_changes(agenda: Agenda, tmp_path: Path) -> None:
    """What a word processor accepts of it is the newer programme: our reader reads it so."""
    file = tmp_path / "x.docx"
    asked = agenda("diff", "vienna-session@2017-08-24", "-f", "docx", "-o", str(file))
    assert (asked.exit_code, asked.stderr) == (1, "")
    found = agenda("diff", "vienna-session", str(file), "-f", "tsv", "--fields", "change,id,precision")
    lines = [line.split("\t") for line in found.stdout.splitlines()[1:]]
    assert [each for each in lines if each not in UNSAID] == []
    again = agenda("diff", "vienna-session@2017-08-24", "-f", "docx", "--template", str(file), "--exit-zero")
    assert (again.exit_code, again.stdout_bytes == file.read_bytes()) == (0, True)


def test_what_tracked_changes_do_not_go_with(agenda: Agenda) -> None:
    for options, message in (
        (["-f", "docx", "--people"], "-f docx is the programme with its changes; leave out --conflicts, --people and"),
        (["--template", "x.docx"], "--template is for Word documents: add `-f docx`"),
    ):
        found = agenda("diff", "vienna-session@2017-08-24", *options)
        assert (found.exit_code, found.stderr.startswith(f"agenda: {message}")) == (2, True)


def test_private_items_are_in_no_tracked_changes(agenda: Agenda, tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(PRIVATE)
    new.write_text(PRIVATE.replace("Secret talk", "Secret tea"))
    file = tmp_path / "x.docx"
    assert agenda("diff", str(old), str(new), "-f", "docx", "-o", str(file)).exit_code == 1
    assert "Secret" not in zipfile.ZipFile(file).read("word/document.xml").decode()
