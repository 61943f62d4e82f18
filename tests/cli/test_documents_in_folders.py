"""Letters that lie in other folders than the definitions that are made of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

LETTER = "Spring Fair in Lisbon\n\nMonday, 9 March 2026\n10.00 - 11.00 Opening\n11.00 - 12.00 Closing\n"
LATER = LETTER.replace("11.00 - 12.00 Closing\n", "")


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for each in ("letters", "defs", "elsewhere"):
        (tmp_path / each).mkdir()
    (tmp_path / "letters" / "one.txt").write_text(LETTER)
    (tmp_path / "letters" / "two.txt").write_text(LATER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("here", "letter", "definition", "file"),
    [
        ("letters", "one.txt", "../defs/mine.yaml", "../letters/one.txt"),
        (".", "letters/one.txt", "defs/mine.yaml", "../letters/one.txt"),
        ("defs", "../letters/one.txt", "mine.yaml", "../letters/one.txt"),
        (".", "letters/one.txt", "letters/mine.yaml", "one.txt"),
        (".", "letters/one.txt", "mine.yaml", "letters/one.txt"),
    ],
)
def test_a_definition_names_its_letter_as_seen_from_its_folder(  # noqa: PLR0913, PLR0917 (a table)
    agenda: Agenda,
    monkeypatch: pytest.MonkeyPatch,
    folders: Path,
    here: str,
    letter: str,
    definition: str,
    file: str,
) -> None:
    monkeypatch.chdir(folders / here)
    assert agenda("import", letter, "-o", definition).exit_code == 0
    path = (folders / here / definition).resolve()
    assert f"file: {file}" in path.read_text()
    monkeypatch.chdir(folders / "elsewhere")
    review = agenda("check", str(path), "--review")
    assert "letter:3 Monday, 9 March 2026" in review.stdout
    assert "no such file" not in review.stderr
    monkeypatch.chdir("/")
    told = agenda("import", str(folders / "letters" / "two.txt"), "--onto", str(path)).stderr
    assert "`closing` stays, though" in told
    assert "no earlier version" not in told


def test_the_next_letter_is_named_as_seen_from_the_definition(
    agenda: Agenda, monkeypatch: pytest.MonkeyPatch, folders: Path
) -> None:
    agenda("import", "letters/one.txt", "-o", "defs/mine.yaml")
    monkeypatch.chdir(folders / "letters")
    agenda("import", "two.txt", "--onto", "../defs/mine.yaml")
    text = (folders / "defs" / "mine.yaml").read_text()
    assert "file: ../letters/two.txt" in text
    assert "file: ../letters/one.txt" in text
    assert "says it already" in agenda("import", "two.txt", "--onto", "../defs/mine.yaml").stderr


def test_a_sheet_that_disagrees_is_named_so_too(agenda: Agenda, folders: Path) -> None:
    agenda("import", "letters/one.txt", "-o", "defs/mine.yaml")
    mine = folders / "defs" / "mine.yaml"
    sheet = "id,date,start,end,title,room\nopening,2026-03-09,10:00,11:00,Opening,{}\n"
    (folders / "letters" / "old.csv").write_text(sheet.format("Hall"))
    (folders / "letters" / "new.csv").write_text(sheet.format("Loft"))
    mine.write_text(mine.read_text().replace("id: opening", "id: opening\n      room: Attic"))
    agenda("import", "letters/new.csv", "--onto", "defs/mine.yaml", "--was", "letters/old.csv")
    assert "file: ../letters/new.csv" in mine.read_text()


def test_a_letter_of_the_same_name_in_another_folder_is_another_one(agenda: Agenda, folders: Path) -> None:
    agenda("import", "letters/one.txt", "-o", "letters/mine.yaml")
    (folders / "elsewhere" / "one.txt").write_text(LATER)
    told = agenda("import", "elsewhere/one.txt", "--onto", "letters/mine.yaml").stderr
    assert "elsewhere/one.txt is compared with letters/one.txt" in told
    assert "file: ../elsewhere/one.txt" in (folders / "letters" / "mine.yaml").read_text()


def test_a_definition_that_was_moved_finds_the_letter_beside_it(agenda: Agenda, folders: Path) -> None:
    agenda("import", "letters/one.txt", "-o", "mine.yaml")
    (folders / "mine.yaml").rename(folders / "elsewhere" / "mine.yaml")
    (folders / "letters" / "one.txt").rename(folders / "elsewhere" / "one.txt")
    assert "letter:3 Monday, 9 March 2026" in agenda("check", "elsewhere/mine.yaml", "--review").stdout


def test_what_is_not_there_is_named_with_its_folder(
    agenda: Agenda, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agenda("import", "letters/one.txt", "-o", "defs/mine.yaml")
    (folders / "letters" / "one.txt").unlink()
    monkeypatch.chdir("/")
    told = agenda("check", str(folders / "defs" / "mine.yaml"), "--review").stderr
    assert f"{folders}/defs/../letters/one.txt" in told


def test_a_whole_path_stays_one_and_standard_input_is_no_file(agenda: Agenda, folders: Path) -> None:
    agenda("import", str(folders / "letters" / "one.txt"), "-o", "defs/mine.yaml")
    assert f"file: {folders}/letters/one.txt" in (folders / "defs" / "mine.yaml").read_text()
    assert "file:" not in agenda("import", "-", stdin=LETTER).stdout
    assert "file: letters/one.txt" in agenda("import", "letters/one.txt").stdout
