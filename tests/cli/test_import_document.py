"""Letters and pages as drafts: `import`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

LETTER = """\
Harbour Office
3 February 2026

The Tide Forum takes place on 9-10 March 2026 in Lisbon. Mr. Paul Kern is its host.

Monday, 9 March
9.00-9.30 Opening
Welcome by the office.
10.00- Panel: Tides
Moderator: Ms. Ida Holm, Director (tbc)
2 p.m. Visit, Main Hall
"""
DRAFT = """\
format: 1
title: Harbour Office    # ? the first line that may be a title
id: letter
zone: Europe/Lisbon    # ? the clocks of Lisbon, which is named above
sources:
  letter: {title: Harbour Office, issued: 2026-02-03, file: letter.txt}
from: letter:1

days:
  2026-03-09:
    - 09:00-09:30: Opening
      id: opening
      internal: Welcome by the office.
      from: letter:6, letter:7
    - 10:00-: "Panel: Tides"
      id: panel
      moderator: Ms. Ida Holm, Director (tbc)
      from: letter:6, letter:9, letter:10
    - 14:00-: Visit
      id: visit
      room: Main Hall    # ? read from the end of the title
      from: letter:6, letter:11

# Left over: what the document names and no session says.
#   letter:4: Mr. Paul Kern (name)
"""


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def test_a_letter_becomes_a_draft(agenda: Agenda, letter: Path) -> None:
    done = agenda("import", "letter.txt", "-o", "x.yaml")
    assert (done.exit_code, (letter / "x.yaml").read_text(encoding="utf-8")) == (
        0,
        DRAFT.replace("id: letter\n", "", 1),
    )
    assert "3 items, 3 doubts, 1 left over; see `agenda check x.yaml`" in done.stderr
    assert agenda("check", "x.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("10:00 Tea\n11:00 Talks\n", (), "it names no date; say it with `--date DATE`"),
        ("Monday, 9 March\n10:00 Tea\n", (), "it names no year; say it with `--year YEAR`"),
        (
            "Fair 2027\n\nMon 9 March\n10:00 Tea\n",
            (),
            "`Mon 9 March` is no day of 2027, and it names no other year; say it with `--year YEAR`",
        ),
        ("29 February\n10:00 Tea\n", ("--year", "2027"), "`29 February` is no day of 2027; say it with `--year YEAR`"),
        ("31 February 2026\n10:00 Tea\n", (), "`31 February 2026` is not a day of the calendar; say it with `--date"),
        ("Måndag 9 mars 2026\n10.00 Öppning\n", (), "seems to be in Swedish, which is not read; `--lang en` (or"),
        ("9 March 2026\nnothing at all\n", (), "no times of a programme are found in it"),
        ("9 March 2026\n10:00 Tea\n", ("--date", "soon"), "--date: `soon` is not a day"),
        (
            "9 March\n10:00 Tea\n",
            ("--date", "2026-03-09", "--year", "2027"),
            "--date: 2026-03-09 is not in the year of `--year 2027`; leave one of them out",
        ),
        ("9 March 2026\n10:00 Tea\n", ("--lang", "it"), "--lang: documents are read in en, de, fr, es, not in `it`"),
        ("9 March 2026\n10:00 Tea\n", ("--from", "2026-03-09"), "--from and --to choose from a calendar"),
        (
            "Programma della giornata: il saluto di tutti e gli interventi della mattina\n9 marzo 2026\n10:00 Saluto\n"
            * 9,
            (),
            "Italian",
        ),
        ("Программа дня\n10:00 Открытие конференции\n", (), "another script"),
    ],
)
def test_what_stops_a_draft(agenda: Agenda, letter: Path, text: str, words: tuple[str, ...], told: str) -> None:
    (letter / "letter.txt").write_text(text, encoding="utf-8")
    done = agenda("import", "letter.txt", "-o", "x.yaml", *words)
    assert (done.exit_code, (letter / "x.yaml").exists()) == (2, False)
    assert told in done.stderr


def test_an_option_of_another_kind_of_file_is_refused(agenda: Agenda, letter: Path) -> None:
    (letter / "tea.csv").write_text("date,start,title\n2026-03-09,10:00,Tea\n", encoding="utf-8")
    (letter / "tea.yaml").write_text(
        "title: Tea\nzone: UTC\ndays:\n  2026-03-09:\n    - 10:00-11:00: Tea\n", encoding="utf-8"
    )
    words = "says what a document leaves out, and"
    for given, told in (
        (("tea.csv", "--year", "2026"), f"--year {words} tea.csv is a sheet; leave it out"),
        (("tea.yaml", "--lang", "de"), f"--lang {words} tea.yaml is a definition; leave it out"),
        (("letter.txt", "--day-first"), "--day-first says how a sheet is read, and letter.txt is a document"),
        (("letter.txt", "--columns", "A=start"), "--columns says how a sheet is read, and letter.txt is a document"),
        (("tea.csv", "--zone", "UTC", "--onto", "tea.yaml", "--date", "2026-03-09"), f"--date {words} tea.csv is"),
    ):
        done = agenda("import", *given)
        assert (done.exit_code, done.stdout) == (2, "")
        assert told in " ".join(done.stderr.split())


def test_days_without_a_date_are_counted_from_the_one_that_is_given(agenda: Agenda, letter: Path) -> None:
    (letter / "letter.txt").write_text("MONDAY\n10:00 Tea\nTUESDAY\n10:00 Talks\n", encoding="utf-8")
    done = agenda("import", "letter.txt", "--date", "2026-03-09", "--zone", "UTC")
    assert done.exit_code == 0
    assert [line.strip() for line in done.stdout.splitlines() if "2026-" in line] == ["2026-03-09:", "2026-03-10:"]


def test_another_language_is_read_if_that_is_asked(agenda: Agenda, letter: Path) -> None:
    text = "Programma della giornata: il saluto di tutti e gli interventi della mattina con gli ospiti\n" * 4
    (letter / "letter.txt").write_text(f"{text}2026-03-09\n10:00 Saluto\n", encoding="utf-8")
    assert agenda("import", "letter.txt", "--lang", "en").exit_code == 0


def test_a_letter_may_come_on_standard_input(agenda: Agenda, letter: Path) -> None:
    draft = letter.with_name("piped.yaml")
    result = agenda("import", "-", "-o", str(draft), stdin=LETTER)
    assert result.exit_code == 0, result.stderr
    assert "days:" in draft.read_text()


def test_no_letter_on_standard_input(agenda: Agenda) -> None:
    result = agenda("import", "-", stdin="Eggs\nMilk\n9.30 something\n")
    assert result.exit_code == 2
    assert "ics-no-calendar" in result.stderr


def test_two_letters_are_compared_by_their_drafts(agenda: Agenda, letter: Path) -> None:
    (letter / "next.txt").write_text(LETTER.replace("2 p.m.", "3 p.m."), encoding="utf-8")
    done = agenda("diff", "letter.txt", "next.txt")
    assert [line.split("\t")[:2] for line in done.stdout.splitlines()] == [["moved", "next/visit"]]
    (letter / "next.txt").write_text("Monday\n10:00 Tea\n", encoding="utf-8")
    done = agenda("diff", "letter.txt", "next.txt")
    assert (done.exit_code, "make a definition of it first" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fair\n\nMon 9 March\n10:00 Tea\n",
            "it names no year; make a definition of it first: `agenda import next.txt ",
        ),
        ("10:00 Tea\n11:00 Talks\n", "it names no date; make a definition of it first: `agenda import next.txt --date"),
        (
            "Måndag 9 mars 2026\n10.00 Te\n",
            "in Swedish, which is not read; make a definition of it first: `agenda import",
        ),
        ("Hello\n", "next.txt: no times of a programme are found in it; nothing is written\n"),
    ],
)
def test_what_diff_cannot_be_told_is_said_to_import(agenda: Agenda, letter: Path, text: str, told: str) -> None:
    (letter / "next.txt").write_text(text, encoding="utf-8")
    done = agenda("diff", "letter.txt", "next.txt")
    assert (done.exit_code, told in done.stderr) == (2, True)
    assert "say it with" not in done.stderr


@pytest.mark.parametrize("name", ["letter.docx", "letter.pdf", "letter.eml", "letter.html", "letter.xlsx", "letter"])
def test_an_empty_file_is_told(agenda: Agenda, letter: Path, name: str) -> None:
    (letter / name).write_bytes(b"\n")
    assert f"agenda: {name}: it is empty\n" == agenda("import", name).stderr


def test_nothing_on_standard_input_is_told(agenda: Agenda) -> None:
    done = agenda("import", "-", stdin="")
    assert (done.exit_code, done.stderr) == (2, "agenda: stdin: it is empty\n")


@pytest.mark.parametrize(
    ("name", "kind"), [("x.docx", "a Word document"), ("x.pdf", "a PDF"), ("x.eml", "a mail"), ("x.html", "a web page")]
)
def test_a_text_under_another_name_is_told_what_to_be_called(
    agenda: Agenda, letter: Path, name: str, kind: str
) -> None:
    (letter / name).write_text(LETTER, encoding="utf-8")
    told = f"by its name it is {kind}, and by what it holds it is none; call it `.txt` if it is a text"
    assert f"agenda: {name}: {told}\n" == agenda("import", name).stderr


def test_an_archive_that_is_no_whole_word_document_is_told(agenda: Agenda, letter: Path) -> None:
    (letter / "x.docx").write_bytes(b"PK\x03\x04garbage\0")
    assert (
        "by its name it is a Word document, and by what it holds it is none; save it again"
        in agenda("import", "x.docx").stderr
    )
    (letter / "x.zip").write_bytes(b"PK\x03\x04garbage\0")
    assert "a ZIP archive, which is not read here; unpack it" in agenda("import", "x.zip").stderr


def test_a_rich_text_is_told_how_to_be_converted(agenda: Agenda, letter: Path) -> None:
    (letter / "x.rtf").write_text(r"{\rtf1 9 March 2026}", encoding="utf-8")
    assert "an RTF text, which is not read here; convert it and give that" in agenda("import", "x.rtf").stderr


def test_a_letter_whose_name_has_no_ending_is_read(agenda: Agenda, letter: Path) -> None:
    (letter / "letter").write_text(LETTER, encoding="utf-8")
    assert "days:" in agenda("import", "letter").stdout
