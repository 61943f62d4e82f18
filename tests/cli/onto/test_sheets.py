"""`import sheet --onto mine.yaml`: a sheet goes round and comes back."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
Row = dict[str, str]
Change = Callable[[list[Row]], list[Row]]

MINE = """\
# The school, by Ana.
title: Spring school
zone: Europe/Lisbon
room: Hall

days:
  2026-03-09:   # Monday
    - 09:00-10:00: Opening   # keep it short
      chair: Dr. Inês Prado, Harbour Institute
      join: https://meet.example.org/opening
    # after the opening
    - 10:00-11:00: 'Panel 1: Ledgers'
      id: ledgers
      room: Gauge house
      panellists:
        - Mr. Tomás Leal, City Archive   # by train
        - Ms. Ana Reis (tbc)
      from: minutes:3
    - 11:00-12:00: Reading
      room: Annex
      description: >-
        What the ledgers say,
        read aloud.

  2026-03-10:
    - 09:00-12:00: Workshop
      status: tentative
    - 12:00-13:00: Lunch
sources:
  minutes: {title: Minutes}
"""


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the definition, in which the command runs."""
    (tmp_path / "mine.yaml").write_text(MINE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def send(agenda: Agenda, there: Path) -> Callable[[Change], None]:
    """Exports `old.csv` and changes its rows as a person would: `new.csv`."""

    def sent(change: Change) -> None:
        assert agenda("-e", "mine.yaml", "export", "mine", "-q", "-f", "csv", "-o", "old.csv").exit_code == 0
        with (there / "old.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        write_rows(there / "new.csv", change(rows), list(rows[0]))

    return sent


def write_rows(path: Path, rows: list[Row], names: list[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


def merge(agenda: Agenda, *options: str) -> Result:
    result = agenda("import", "new.csv", "--onto", "mine.yaml", *options)
    assert result.exit_code == 0, result.output
    return result


def changed_lines(there: Path) -> list[str]:
    """The lines that are new in mine, and those that it has no more."""
    old, new = MINE.splitlines(), (there / "mine.yaml").read_text().splitlines()
    return [f"+{each}" for each in new if each not in old] + [f"-{each}" for each in old if each not in new]


def test_swapped_rooms_and_a_deleted_row_are_exactly_that(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    def change(rows: list[Row]) -> list[Row]:
        ledgers, reading = (next(each for each in rows if each["id"] == name) for name in ("ledgers", "reading"))
        ledgers["room"], reading["room"] = reading["room"], ledgers["room"]
        return sorted((each for each in rows if each["id"] != "lunch"), key=lambda row: row["title"])

    send(change)
    told = merge(agenda, "--was", "old.csv").stderr
    assert changed_lines(there) == ["-    - 12:00-13:00: Lunch"]
    text = (there / "mine.yaml").read_text()
    assert text == MINE.replace("Gauge house", "?").replace("Annex", "Gauge house").replace("?", "Annex").replace(
        "    - 12:00-13:00: Lunch\n", ""
    )
    assert "now in Annex, not in Gauge house" in told
    assert (there / "mine.yaml~").read_text() == MINE


def test_a_second_run_changes_nothing(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[0]["start"], rows[0]["end"], rows[0]["duration"] = "08:30", "09:45", ""
        rows[1]["panellists"] = "Mr. Tomás Leal, City Archive; Ms. Ana Reis; Ms. Eva Brandt"
        return [*rows[:-1], {**rows[-1], "id": "", "day": "2026-03-11", "title": "Farewell"}]

    send(change)
    merge(agenda, "--was", "old.csv")
    once = (there / "mine.yaml").read_text()
    told = merge(agenda, "--was", "old.csv").stderr
    assert (there / "mine.yaml").read_text() == once
    assert "nothing is changed" in told
    assert changed_lines(there) == [
        "+    - 08:30-09:45: Opening   # keep it short",
        "+        - Ms. Ana Reis",
        "+        - Ms. Eva Brandt",
        "+  2026-03-11:",
        "+    - 12:00-13:00: Farewell",
        "+      id: farewell",
        "+      kind: lunch",
        "-    - 09:00-10:00: Opening   # keep it short",
        "-        - Ms. Ana Reis (tbc)",
        "-    - 12:00-13:00: Lunch",
    ]


@pytest.mark.parametrize("older", [None, "# of yesterday"])
def test_a_file_that_may_not_be_written_leaves_no_copy(
    agenda: Agenda, there: Path, send: Callable[[Change], None], older: str | None
) -> None:
    send(lambda rows: rows[:-1])
    copy = there / "mine.yaml~"
    if older:
        copy.write_text(older)
    (there / "mine.yaml").chmod(0o444)
    told = agenda("import", "new.csv", "--onto", "mine.yaml", "--was", "old.csv")
    assert told.exit_code == 2
    assert "is write-protected" in told.stderr
    assert (copy.read_text() if copy.exists() else None) == older
    assert (there / "mine.yaml").read_text() == MINE


def test_all_sessions_may_give_way_to_others(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    def change(rows: list[Row]) -> list[Row]:
        blank = dict.fromkeys(rows[0], "")
        return [{**blank, "day": "2026-03-12", "start": "17:00", "end": "18:00", "title": "Concert"}]

    send(change)
    told = merge(agenda, "--was", "old.csv").stderr
    text = (there / "mine.yaml").read_text()
    assert "mine/concert: added" in told
    assert "mine/opening: removed" in told
    head, _, rest = MINE.partition("days:\n")
    assert text.startswith(head + "days:\n  2026-03-12:\n    - 17:00-18:00: Concert\n")
    assert text.endswith("sources:" + rest.partition("sources:")[2])
    assert "2026-03-09" not in text


def test_an_item_in_braces_goes_to_another_day_as_it_is_written(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    braces = "    - {09:00-12:00: Workshop, status: tentative}   # by hand\n"
    plain = "    - 09:00-12:00: Workshop\n      status: tentative\n"
    (there / "mine.yaml").write_text(MINE.replace(plain, braces))
    send(lambda rows: [{**each, "day": "2026-03-09"} if each["title"] == "Workshop" else each for each in rows])
    merge(agenda, "--was", "old.csv")
    monday, _, tuesday = (there / "mine.yaml").read_text().partition("  2026-03-10:\n")
    assert braces in monday
    assert tuesday.startswith("    - 12:00-13:00: Lunch\n")


def test_a_column_that_is_not_known_is_told(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    send(lambda rows: rows)
    sheet = there / "new.csv"
    sheet.write_text(sheet.read_text().replace("room", "Zimmer 7", 1).replace("Annex", "Barn"))
    told = merge(agenda, "--was", "old.csv").stderr
    assert "new.csv: left out, as a definition has no key for it: the column `Zimmer 7`" in told
    assert (there / "mine.yaml").read_text() == MINE
    assert "left out" not in merge(agenda, "--was", "old.csv", "-q").stderr


@pytest.mark.parametrize("onto", ["-", "https://example.org/mine.yaml", "/dev/null"])
def test_only_a_file_is_brought_up_to_date(
    agenda: Agenda, there: Path, send: Callable[[Change], None], onto: str
) -> None:
    send(lambda rows: rows)
    told = agenda("import", "new.csv", "--onto", onto)
    assert told.exit_code == 2
    assert f"--onto: {onto} is not a file that could be brought up to date" in told.stderr
    assert not (there / "-").exists()


def test_what_nobody_changed_in_the_sheet_changes_no_byte(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    send(lambda rows: rows[::-1])
    for options in (("--was", "old.csv"), ()):
        merge(agenda, *options)
        assert (there / "mine.yaml").read_text() == MINE
    assert not (there / "mine.yaml~").exists()


def test_both_changed_stands_elsewhere_with_a_doubt(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    def change(rows: list[Row]) -> list[Row]:
        rows[1]["room"], rows[2]["title"] = "Attic", "Reading aloud"
        return rows

    send(change)
    mine = MINE.replace("Gauge house", "Cellar").replace("09:00-12:00: Workshop", "09:30-12:00: Workshop")
    (there / "mine.yaml").write_text(mine)
    told = merge(agenda, "--was", "old.csv").stderr
    text = (there / "mine.yaml").read_text()
    assert "      room: Cellar\n" in text
    assert "      elsewhere:\n        new:3: {room: Attic}    # ? changed here and in new.csv\n" in text
    assert "  new: {title: new.csv, file: new.csv}\n" in text
    assert "    - 11:00-12:00: Reading aloud\n" in text
    assert "09:30-12:00: Workshop" in text
    assert "room: “Cellar” stays, “Attic” in new.csv stands under `elsewhere`" in told
    assert agenda("check", "mine.yaml").exit_code == 0
    merge(agenda, "--was", "old.csv")
    assert (there / "mine.yaml").read_text() == text


def test_both_changed_alike_is_no_dispute(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    send(lambda rows: [{**each, "room": each["room"].replace("Annex", "Attic")} for each in rows])
    mine = MINE.replace("Annex", "Attic")
    (there / "mine.yaml").write_text(mine)
    merge(agenda, "--was", "old.csv")
    assert (there / "mine.yaml").read_text() == mine


def test_without_an_earlier_version_nothing_is_removed(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    send(lambda rows: [{**each, "room": "Attic", "chairs": ""} for each in rows if each["id"] != "lunch"])
    told = merge(agenda).stderr
    text = (there / "mine.yaml").read_text()
    assert "Lunch" in text
    assert "chair: Dr. Inês Prado" in text
    assert text.count("room: Attic") == 4
    assert "nothing is removed" in told


def test_the_newest_earlier_revision_is_the_base(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    send(lambda rows: [each for each in rows if each["id"] != "lunch"])
    (there / "mine@2026-01-01.yaml").write_text(f"revision: 2026-01-01\n{MINE}")
    mine = MINE.replace("zone:", "revision: 2026-02-01\nzone:").replace("status: tentative", "status: confirmed")
    (there / "mine.yaml").write_text(mine)
    merge(agenda)
    assert (there / "mine.yaml").read_text() == mine.replace("    - 12:00-13:00: Lunch\n", "")


def test_a_removed_row_that_was_edited_stays_with_a_doubt(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    send(lambda rows: [each for each in rows if each["id"] != "workshop"])
    (there / "mine.yaml").write_text(MINE.replace("09:00-12:00: Workshop", "09:00-12:30: Workshop"))
    told = merge(agenda, "--was", "old.csv").stderr
    assert "    - 09:00-12:30: Workshop    # ? new.csv no longer has it\n" in (there / "mine.yaml").read_text()
    assert "stays, though new.csv no longer has it" in told


def test_what_was_taken_out_of_mine_does_not_come_back(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    send(lambda rows: [{**each, "room": "Attic"} if each["id"] == "lunch" else each for each in rows])
    mine = MINE.replace("    - 12:00-13:00: Lunch\n", "")
    (there / "mine.yaml").write_text(mine)
    told = merge(agenda, "--was", "old.csv").stderr
    assert (there / "mine.yaml").read_text() == mine
    assert "`lunch` is not in mine.yaml any more, though new.csv changed it" in told


def test_a_column_that_is_gone_empties_nothing(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    left = ("id", "day", "start", "end", "title", "zone")
    send(lambda rows: rows)
    with (there / "old.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [{name: row[name] for name in left} for row in csv.DictReader(file)]
    rows[3]["title"] = "Workshop on charts"
    write_rows(there / "new.csv", rows, [*left])
    merge(agenda, "--was", "old.csv")
    text = (there / "mine.yaml").read_text()
    assert changed_lines(there)[:2] == ["+    - 09:00-12:00: Workshop on charts", "+      id: workshop"]
    assert "Gauge house" in text
    assert "Ana Reis (tbc)" in text
    assert "read aloud" in text


def test_a_whole_day_that_moved_keeps_its_comments(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    send(lambda rows: [{**each, "day": each["day"].replace("03-09", "03-12")} for each in rows])
    merge(agenda, "--was", "old.csv")
    assert (there / "mine.yaml").read_text() == MINE.replace("2026-03-09", "2026-03-12")


def test_sessions_change_places_between_days(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    days = {"ledgers": "2026-03-10", "workshop": "2026-03-09"}
    send(lambda rows: [{**each, "day": days.get(each["id"], each["day"])} for each in rows])
    merge(agenda, "--was", "old.csv")
    text = (there / "mine.yaml").read_text()
    monday, tuesday = text.partition("  2026-03-10:")[::2]
    assert "Workshop\n      status: tentative\n" in monday
    assert "Panel 1: Ledgers" in tuesday
    assert "# by train" in tuesday
    assert agenda("diff", "new.csv", "mine.yaml", "--only", "moved").stdout == ""


def test_a_cancelled_row_is_cancelled(agenda: Agenda, there: Path, send: Callable[[Change], None]) -> None:
    send(lambda rows: [{**each, "status": "cancelled"} if each["id"] == "reading" else each for each in rows])
    merge(agenda, "--was", "old.csv")
    assert changed_lines(there) == ["+      status: cancelled"]


def test_dry_run_draws_what_would_change_and_writes_nothing(
    agenda: Agenda, there: Path, send: Callable[[Change], None]
) -> None:
    send(lambda rows: [{**each, "room": each["room"].replace("Annex", "Attic")} for each in rows])
    result = merge(agenda, "--was", "old.csv", "--dry-run")
    assert result.stdout.splitlines() == ["room\tmine/reading\tAnnex\tAttic\t\t\tReading"]
    assert (there / "mine.yaml").read_text() == MINE
    assert not (there / "mine.yaml~").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--was", "old.csv"), "name your own file with `--onto MINE.yaml`"),
        (("--dry-run",), "name your own file with `--onto MINE.yaml`"),
        (("--onto", "mine.yaml", "-o", "x.yaml"), "leave out `-o`"),
        (("--onto", "nowhere.yaml"), "nowhere.yaml is not there; `agenda import new.csv -o nowhere.yaml` makes it"),
        (("--onto", "people.yaml"), "people.yaml is not a definition"),
        (("--onto", "mine.yaml", "--was", "nowhere.csv"), "nowhere.csv"),
        (("--onto", "broken.yaml"), "broken.yaml has errors; see `agenda check broken.yaml`"),
    ],
)
def test_refused(
    agenda: Agenda, there: Path, send: Callable[[Change], None], options: tuple[str, ...], told: str
) -> None:
    send(lambda rows: rows)
    (there / "people.yaml").write_text("")
    (there / "broken.yaml").write_text("title: x\ndays:\n  2026-13-01:\n    - 09:00-10:00: A\n")
    result = agenda("import", "new.csv", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert (there / "mine.yaml").read_text() == MINE


def test_a_sheet_without_sessions_takes_nothing_away(agenda: Agenda, there: Path) -> None:
    (there / "new.csv").write_text("id,day,start,end,title\n")
    result = agenda("import", "new.csv", "--onto", "mine.yaml")
    assert result.exit_code == 2
    assert (there / "mine.yaml").read_text() == MINE
