"""What people and their spreadsheets put into cells: lists of names, moments at midnight, formulas without values."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from agendacli.formats.given import Given
from agendacli.formats.readers import READERS
from agendacli.model.said import Said

ReadSheet = Callable[..., Said]


@pytest.mark.parametrize(
    "names",
    ["Ann Poe;", "; Ann Poe", "- Ann Poe", "• Ann Poe\n", "1. Ann Poe", "Ann Poe; ;"],
)
def test_signs_of_a_list_are_no_part_of_a_name(read_sheet: ReadSheet, names: str) -> None:
    said = read_sheet(f'Date;Title;Speakers\n2026-03-09;Tea;"{names}"\n')
    assert (said.diagnostics, bool(said.programme)) == ((), True)
    (tea,) = said.programme.sessions if said.programme else ()
    assert [each.name for each in tea.participants] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ("2026-03-09 09:30", "2026-03-09, 09:30"), ("2026-03-09 00:00:00", "2026-03-09, hours unknown"),
        ("2026-03-09T00:00", "2026-03-09, hours unknown"),
    ],
)  # fmt: skip
def test_time_in_the_cell_of_the_day_is_the_start_where_no_other_stands(
    items: Callable[..., list[str]], day: str, when: str
) -> None:
    assert items(f"Date;Title\n{day};Tea\n") == [f"{when} | Tea | None"]


def book(*rows: tuple[object, ...]) -> bytes:
    """A workbook of one page with those rows."""
    openpyxl = pytest.importorskip("openpyxl")
    made, stream = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(stream)
    return stream.getvalue()


def read(data: bytes) -> Said:
    return READERS["xlsx"](Given(data, "x.xlsx", "Europe/Berlin"))


def test_midnight_is_a_time_where_hours_are_shown() -> None:
    nine, ten = (datetime(2026, 3, day) for day in (9, 10))  # noqa: DTZ001 (as spreadsheets have them)
    rows = (nine.replace(hour=22), ten, "Dance"), (nine, time(1), "Night")
    said = read(book(("Start", "End", "Title"), *rows))
    assert (said.diagnostics, bool(said.programme)) == ((), True)
    assert [each.when_text for each in said.programme.sessions] == [  # type: ignore[union-attr]
        "2026-03-09, 22:00-00:00 +1",
        "2026-03-09, 00:00-01:00",
    ]


def test_formula_that_was_never_calculated_is_told_at_its_cell() -> None:
    said = read(book(("Date", "Start", "Title"), (date(2026, 3, 9), time(9), "Tea"), ("=A2+1", time(9), "Cake")))
    way = "was never calculated; open the workbook in a spreadsheet and save it again"
    assert [str(each) for each in said.diagnostics] == [
        f"x.xlsx:1:1: error[sheet-book]: the formula in A3 {way}",
    ]


@pytest.mark.parametrize("value", ["<v>46091</v>", '<v></v>" t="str'])
def test_formula_with_a_value_is_its_value(value: str) -> None:
    data, stream = book(("Date", "Title"), (date(2026, 3, 9), "Tea"), ("=A2+1", "Cake")), io.BytesIO()
    value, _, kind = value.partition('" ')
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.namelist():
            text = old.read(each).decode()
            if each.endswith("sheet1.xml"):
                text = text.replace("<v></v>", value).replace("<v />", value).replace("<v/>", value)
                text = text.replace('<c r="A3"', f'<c r="A3" {kind}"' if kind else '<c r="A3"')
            new.writestr(each, text)
    assert "never calculated" not in "".join(map(str, read(stream.getvalue()).diagnostics))
