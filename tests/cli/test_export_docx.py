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
    for each in load(["bundled"]).programmes
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
