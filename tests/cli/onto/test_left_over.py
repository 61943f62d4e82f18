"""`import --onto`: what a letter names and no session says, listed at the lines of the newest letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

HEAD = "# Left over: what the document names and no session says.\n"
FIRST = """\
Spring Fair in Lisbon

Monday, 9 March 2026
09.00 - 09.30 Opening
Registration by 5 March, 12.00
10.00 - 11.00 Reading

Opening hours of the office: 9.00-12.00
"""
LANGUAGES = {
    "en": ("Monday, 9 March 2026", "Opening hours of the office: 9.00-12.00"),
    "de": ("Montag, 9. März 2026", "Öffnungszeiten des Büros: 9.00-12.00 Uhr"),
    "fr": ("Lundi 9 mars 2026", "Heures d'ouverture du bureau : 9h00-12h00"),
    "es": ("Lunes, 9 de marzo de 2026", "Horario de oficina: 9:00-12:00"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def start(agenda: Agenda, text: str) -> str:
    Path("one.txt").write_text(text)
    assert agenda("import", "one.txt", "-o", "mine.yaml").exit_code == 0
    return mine()


def merge(agenda: Agenda, name: str, text: str) -> str:
    Path(name).write_text(text)
    result = agenda("import", name, "--onto", "mine.yaml")
    assert result.exit_code == 0, result.output
    return mine()


def mine() -> str:
    return Path("mine.yaml").read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_both_letters_name_is_listed_at_its_line_in_the_new_one(agenda: Agenda, language: str) -> None:
    day, hours = LANGUAGES[language]
    text = f"Lisbon 2026\n\n{day}\n10:00 - 11:00 Tour\n12:00 - 13:00 Film\n\n{hours}\n"
    before = start(agenda, text).partition(HEAD)[2]
    assert before.startswith("#   letter:7: ")
    after = merge(agenda, "two.txt", f"\n\n{text}").partition(HEAD)[2]
    assert after == before.replace("letter:7", "letter:9")


def test_what_the_new_letter_does_not_name_is_listed_no_more(agenda: Agenda) -> None:
    start(agenda, FIRST)
    second = FIRST.replace("Registration by 5 March, 12.00\n", "").replace("Lisbon\n", "Lisbon\n\nSecond edition.\n")
    assert merge(agenda, "two.txt", second).endswith(f"\n{HEAD}#   letter:9: 9.00-12.00 (time)\n")
    review = agenda("check", "mine.yaml", "--review").stdout
    assert "letter:9 Opening hours of the office" in review
    once = mine()
    assert merge(agenda, "two.txt", second) == once


def test_a_list_of_nothing_has_no_heading(agenda: Agenda) -> None:
    start(agenda, FIRST)
    found = merge(agenda, "two.txt", "".join(FIRST.splitlines(keepends=True)[:4]) + "10.00 - 11.00 Reading\n")
    assert "Left over" not in found
    assert found.endswith("from: letter:3, letter:5\n")


def test_what_a_person_took_off_the_list_stays_away(agenda: Agenda) -> None:
    Path("mine.yaml").write_text(start(agenda, FIRST).replace("#   letter:5: 12.00 (time)\n", ""))
    found = merge(agenda, "two.txt", f"\n{FIRST}Thanks to H.E. Mr. Jonas Weber.\n")
    assert found.endswith(f"\n{HEAD}#   letter:9: 9.00-12.00 (time)\n#   letter:10: H.E. Mr. Jonas Weber (name)\n")


def test_a_letter_that_only_leaves_something_else_over_is_cited_from_then_on(agenda: Agenda) -> None:
    start(agenda, FIRST)
    found = merge(agenda, "two.txt", FIRST.replace("\nOpening hours", "\n\nOpening hours"))
    assert "file: two.txt}" in found
    assert "#   letter:9: 9.00-12.00 (time)\n" in found


def test_what_a_person_wrote_around_the_list_stays(agenda: Agenda) -> None:
    Path("mine.yaml").write_text(start(agenda, FIRST).replace(HEAD, f"{HEAD}# see below\n") + "\n# ask Ana\n")
    found = merge(agenda, "two.txt", f"\n{FIRST}Thanks to H.E. Mr. Jonas Weber.\n")
    listed = "#   letter:6: 12.00 (time)\n#   letter:9: 9.00-12.00 (time)\n#   letter:10: H.E. Mr. Jonas Weber (name)\n"
    assert found.endswith(f"\n{HEAD}# see below\n{listed}\n# ask Ana\n")
