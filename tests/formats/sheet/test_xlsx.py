"""Excel workbooks: read as they are shown, written to be printed and to be read back."""

import io
import random
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from agendacli.analysis.changes.compare import compare
from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.formats.writers import WRITERS
from agendacli.load.programmes import load
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme

openpyxl = pytest.importorskip("openpyxl")
Edit = Callable[[Any], None]


def read(edit: Edit, zone: str = "Europe/Berlin") -> list[str]:
    """The sessions of a workbook, or what is wrong with it."""
    book = openpyxl.Workbook()
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return told(stream.getvalue(), zone)


def told(data: bytes, zone: str = "Europe/Berlin") -> list[str]:
    said = READERS["xlsx"](Given(data, "x.xlsx", zone))
    if said.diagnostics:
        return [str(each) for each in said.diagnostics]
    sessions = said.programme.sessions if said.programme else ()
    return [f"{each.when_text} | {each.title} | {each.room}" for each in sessions]


def test_days_and_times_of_the_spreadsheet() -> None:
    def edit(book: Any) -> None:  # noqa: ANN401 (the library has no types)
        book.active.append(["Date", "Start", "End", "Title", "Room"])
        book.active.append([date(2026, 3, 9), time(9), time(10, 30), "Tea", 7.0])
        book.active.append([datetime(2026, 3, 10), "9:00", None, "Cake", None])  # noqa: DTZ001 (as a cell has it)

    assert read(edit) == ["2026-03-09, 09:00-10:30 | Tea | 7", "2026-03-10, 9:00 | Cake | None"]


def test_hidden_pages_are_not_read() -> None:
    def edit(book: Any) -> None:  # noqa: ANN401 (the same)
        book.active.append(["Date", "Title"])
        book.active.append(["2026-03-09", "Draft"])
        book.active.sheet_state = "hidden"
        shown = book.create_sheet("Programme")
        shown.append(["Date", "Title"])
        shown.append(["2026-03-10", "Tea"])

    assert read(edit) == ["2026-03-10, hours unknown | Tea | None"]


def test_merged_cells_hold_for_all_of_their_rows_and_rooms() -> None:
    def edit(book: Any) -> None:  # noqa: ANN401 (the same)
        page = book.active
        page.append(["Spring School"])
        page.merge_cells("A1:D1")
        page.append(["Date", "Time", "Hall A", "Hall B"])
        page.append(["2026-03-09", "9:00-10:00", "Opening", None])
        page.append([None, "10:00-11:00", "Workshop", "Tea"])
        page.append([None, "11:00-12:00", None, "Cake"])
        page.merge_cells("A3:A5")
        page.merge_cells("C3:D3")
        page.merge_cells("C4:C5")

    assert read(edit) == [
        "2026-03-09, 9:00-10:00 | Opening | Hall A, Hall B",
        "2026-03-09, 10:00-12:00 | Workshop | Hall A",
        "2026-03-09, 10:00-11:00 | Tea | Hall B",
        "2026-03-09, 11:00-12:00 | Cake | Hall B",
    ]


def test_what_is_wrong_is_told_by_page_and_cell() -> None:
    def edit(book: Any) -> None:  # noqa: ANN401 (the same)
        book.active.append(["Date", "Title", "Status"])
        book.active.append(["2026-03-09", "Tea", "perhaps"])

    assert read(edit) == [
        "x.xlsx:Sheet!C2: error[not-a-choice]: `perhaps` is not a status; write `confirmed`, `tentative` or `cancelled`"
    ]


def cut_off() -> bytes:
    return b"PK\x03\x04 xl/workbook.xml"


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"0" * (1 << 28))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("hostile", "fault"),
    [
        (cut_off, "the workbook is cut off or broken; fetch it again"),
        (bomb, "the workbook unfolds to 256 MB, which no programme needs"),
    ],
    ids=["cut off", "bomb"],
)
def test_hostile_workbooks_are_told_at_once(hostile: Callable[[], bytes], fault: str) -> None:
    assert told(hostile()) == [f"x.xlsx:1:1: error[sheet-book]: {fault}"]


def book_with(name: str, old: bytes, new: bytes) -> bytes:
    """A workbook of two rows, in one part of which something stands instead of something else."""
    book, stream, found = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active.append(["Date", "Start", "Title"])
    book.active.append([date(2026, 3, 9), time(9), "Tea"])
    book.active.merge_cells("A2:A3")
    book.save(stream)
    with zipfile.ZipFile(stream) as parts, zipfile.ZipFile(found, "w") as changed:
        for each in parts.namelist():
            changed.writestr(each, parts.read(each).replace(old, new) if each == name else parts.read(each))
    return found.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"A2:A3", b"A2:XFD1048576"),
        (b"A2:A3", b"A2&#58;XFD1048576"),
        (b"<worksheet", b"\x4c\xa6"),
    ],
    ids=["large", "hidden", "EBCDIC"],
)
def test_merged_cells_without_number_are_not_made(old: bytes, new: bytes) -> None:
    fault = "the workbook merges more cells than any programme has; unmerge them, or save it as CSV"
    data = book_with("xl/worksheets/sheet1.xml", old, new)
    assert told(data) == [f"x.xlsx:1:1: error[sheet-book]: {fault}"]


def test_page_that_reaches_too_far_is_told() -> None:
    data = book_with("xl/worksheets/sheet1.xml", b'r="C2"', b'r="XFD1048576"')
    assert told(data)[0] == (
        "x.xlsx:Sheet!XFD1048576: error[sheet-book]: there are cells as far as here, which no programme needs; "
        "delete what stands below and beside it"
    )


@pytest.mark.parametrize("seed", range(120))
def test_damaged_workbooks_are_told_and_raise_nothing(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (no secret)
    with zipfile.ZipFile(io.BytesIO(book_with("", b"", b""))) as parts:
        name = chance.choice(parts.namelist())
        text = parts.read(name)
    at, until = sorted(chance.sample(range(len(text)), 2))
    put = chance.choice([b"", b"-1", b"99999999999999999999", b"<", b'"', b"1e400", text[: until - at]])
    assert told(book_with(name, text, text[:at] + put + text[until:])) is not None


def written(programme: Programme) -> bytes:
    found = WRITERS["xlsx"](ToExport((programme,), expand((programme,))))
    assert isinstance(found, Exported)
    return found.data


@pytest.mark.parametrize("programme", load(["bundled"]).programmes, ids=lambda each: each.id)
def test_workbook_of_a_bundled_event_is_read_back(programme: Programme) -> None:
    data = written(programme)
    assert data == written(programme)
    again = READERS["xlsx"](Given(data, "x.xlsx"))
    assert (again.diagnostics, bool(again.programme)) == ((), True)
    found = again.programme
    assert found
    kinds = {str(each.kind) for each in compare(programme, found, loose_rooms=True).changes}
    assert {each.id for each in found.sessions} == {each.id for each in programme.sessions}
    assert not kinds & {"moved", "retimed", "room", "added", "removed", "settled"}


def test_workbook_is_set_up_to_be_printed_and_holds_no_formula() -> None:
    (programme,) = load(["bundled"]).programmes[:1]
    (first,) = programme.sessions[:1]
    from dataclasses import replace

    guarded = replace(programme, sessions=(replace(first, title="=1+1"),))
    book = openpyxl.load_workbook(io.BytesIO(written(guarded)))
    assert book.sheetnames == ["Programme", "Rows"]
    rows = book["Rows"]
    assert (rows.freeze_panes, rows.page_setup.orientation, rows.cell(2, 1).alignment.wrap_text) == (
        "B2",
        "landscape",
        True,
    )
    (cell,) = [each for row in rows.iter_rows() for each in row if each.value == "=1+1"]
    assert cell.data_type == "s"


def test_lengths_moments_and_numbers_of_the_spreadsheet() -> None:
    def edit(book: Any) -> None:  # noqa: ANN401 (the same)
        book.active.append(["Start", "Duration", "Title", "Room"])
        book.active.append([datetime(2026, 3, 9, 9), timedelta(hours=1, minutes=30), "Tea", 7.0])  # noqa: DTZ001 (as a cell has it)

    assert read(edit) == ["2026-03-09, 09:00-10:30 | Tea | 7"]


def test_without_its_library_a_workbook_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    what_to_do = "`pip install 'agendacli[office]'`, or save it as CSV"
    assert told(stream.getvalue()) == [f"x.xlsx:1:1: error[sheet-book]: workbooks are read by openpyxl: {what_to_do}"]


def test_without_its_library_no_workbook_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    refused = WRITERS["xlsx"](ToExport((), ()))
    assert refused == Refusal("workbooks are written by openpyxl: `pip install 'agendacli[office]'`")


def test_number_that_another_program_writes_with_a_point_is_a_whole_one() -> None:
    data = book_with("xl/worksheets/sheet1.xml", b't="inlineStr"><is><t>Tea</t></is>', b't="n"><v>7.0</v>')
    assert told(data) == ["2026-03-09, 09:00 | 7 | None"]


def _pages(book: Any, rows: Mapping[str, Sequence[Sequence[object]]]) -> None:  # noqa: ANN401 (the same)
    book.remove(book.active)
    for name, said in rows.items():
        page = book.create_sheet(name)
        for row in said:
            page.append(row)


def test_pages_that_are_days_are_one_programme() -> None:
    head = ["Start", "End", "Title", "Room"]
    assert read(
        lambda book: _pages(
            book,
            {
                "Mon 9 March 2026": [["Tide Forum"], [], head, ["9:00", "10:00", "Tea", "Hall"]],
                "10 March 2026": [["Tide Forum"], head, ["9:30", "10:00", "Cake", "Hall"], ["11:00", "", "End", ""]],
                "Contacts": [["Ida Holm", "1234"]],
            },
        )
    ) == [
        "2026-03-09, 9:00-10:00 | Tea | Hall",
        "2026-03-10, 9:30-10:00 | Cake | Hall",
        "2026-03-10, 11:00 | End | None",
    ]


def test_pages_that_are_days_without_dates_are_told_each() -> None:
    head, row = ["Start", "Title"], ["9:00", "Tea"]
    told = "names no single date, and rows stand below it; write it like `2026-03-09`"
    assert read(lambda book: _pages(book, {"Monday": [head, row], "Tuesday": [head, row, row]})) == [
        f"x.xlsx:Monday!A1: error[sheet-row]: `Monday` {told}",
        f"x.xlsx:Tuesday!A1: error[sheet-row]: `Tuesday` {told}",
    ]


def test_pages_that_are_days_may_have_rooms_of_their_own() -> None:
    assert read(
        lambda book: _pages(
            book,
            {
                "9 March 2026": [["Time", "Hall 1", "Hall 2"], ["9:00-10:00", "Tea", "Talk"]],
                "10 March 2026": [["Time", "Hall 2", "Garden"], ["9:00-10:00", "Cake", "Walk"]],
            },
        )
    ) == [
        "2026-03-09, 9:00-10:00 | Tea | Hall 1",
        "2026-03-09, 9:00-10:00 | Talk | Hall 2",
        "2026-03-10, 9:00-10:00 | Cake | Hall 2",
        "2026-03-10, 9:00-10:00 | Walk | Garden",
    ]


def test_pages_that_are_rooms_are_one_programme() -> None:
    head = ["Date", "Start", "Title"]
    pages = {
        "Hall A": [["Tide Forum"], head, ["2026-03-09", "9:00", "Tea"], [], ["2026-03-10", "9:00", "Cake"]],
        "Room 2": [head, ["2026-03-09", "9:00", "Talk", "loud"], ["2026-03-10", "", ""]],
    }
    assert read(lambda book: _pages(book, pages)) == [
        "2026-03-09, 9:00 | Tea | Hall A",
        "2026-03-09, 9:00 | Talk | Room 2",
        "2026-03-10, 9:00 | Cake | Hall A",
    ]


@pytest.mark.parametrize("names", [("Programme", "Old version"), ("Version 1", "Version 2"), ("Hall A", "Notes")])
def test_pages_that_are_neither_days_nor_rooms_are_counted(names: tuple[str, str]) -> None:
    book = openpyxl.Workbook()
    _pages(book, {name: [["Date", "Start", "Title"], ["2026-03-09", "9:00", name]] for name in names})
    stream = io.BytesIO()
    book.save(stream)
    said = READERS["xlsx"](Given(stream.getvalue(), "x.xlsx", "Europe/Berlin"))
    assert [each.title for each in said.programme.sessions] == [names[0]]  # type: ignore[union-attr]
    assert said.left_out == ("1 more page of the workbook",)
