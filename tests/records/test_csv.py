import csv
import io
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.records import csv as table_formats
from agendacli.records.table import Record

PEOPLE = [
    {"id": "sanchez", "name": "Ana Sánchez", "role": "moderator", "position": "Chair; Forum", "confirmed": True},
    {"id": None, "name": "United States", "role": "moderator", "position": None, "confirmed": False},
]
RECORDS: list[dict[str, object]] = [
    {"id": "a/b", "title": 'Say "no", now', "end": None, "transparent": False, "people": PEOPLE},
    {"id": "a/c", "title": "=1+1|two\nlines", "end": "2017-09-05", "transparent": True, "people": []},
]


def to_csv(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    return "".join(table_formats.to_csv(records, fields))


def to_tsv(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    return "".join(table_formats.to_tsv(records, fields))


def to_markdown(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    return "".join(table_formats.to_markdown(records, fields))


def test_to_csv_quotes_as_rfc_4180_says() -> None:
    assert to_csv(RECORDS) == (
        "id,title,end,transparent,people\r\n"
        'a/b,"Say ""no"", now",,false,"Ana Sánchez (moderator); United States (moderator, to be confirmed)"\r\n'
        'a/c,"\'=1+1|two\nlines",2017-09-05,true,\r\n'
    )


def test_to_tsv_has_one_line_a_record() -> None:
    assert to_tsv(RECORDS) == (
        "id\ttitle\tend\ttransparent\tpeople\n"
        'a/b\tSay "no", now\t\tfalse\tAna Sánchez (moderator); United States (moderator, to be confirmed)\n'
        "a/c\t'=1+1|two lines\t2017-09-05\ttrue\t\n"
    )


def test_to_markdown_escapes_pipes() -> None:
    assert to_markdown(RECORDS, ["id", "title", "end"]) == (
        "| id | title | end |\n"
        "| --- | --- | --- |\n"
        '| a/b | Say "no", now |  |\n'
        "| a/c | =1+1\\|two lines | 2017-09-05 |\n"
    )


def test_fields_are_picked_in_the_order_asked() -> None:
    assert to_csv(RECORDS, ["people.1.name", "id"]) == "people.1.name,id\r\nUnited States,a/b\r\n,a/c\r\n"


def test_without_records_the_fields_asked_for_are_the_header() -> None:
    written = [write([], ["id", "end"]) for write in (to_csv, to_tsv, to_markdown)]

    assert written == ["id,end\r\n", "id\tend\n", "| id | end |\n| --- | --- |\n"]


def test_without_records_and_fields_there_is_nothing() -> None:
    assert [write([]) for write in (to_csv, to_tsv, to_markdown)] == ["", "", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_to_csv_defuses_what_a_spreadsheet_would_run(start: str) -> None:
    text = f"{start}cmd"

    assert list(csv.reader(io.StringIO(to_csv([{"title": text}]), newline=""))) == [["title"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["a=b", " =1", "'=1", "2017-09-04", "", "10:15–13:00"])
def test_to_csv_leaves_other_text_alone(text: str) -> None:
    assert to_csv([{"title": text, "id": "a"}]) == f"title,id\r\n{text},a\r\n"


def test_to_csv_does_not_defuse_numbers() -> None:
    assert to_csv([{"minutes": -5, "id": "a"}]) == "minutes,id\r\n-5,a\r\n"


@pytest.mark.parametrize(("text", "written"), [("\x1b[31m", "␛[31m"), ("\u202egnp", "⟨U+202E⟩gnp"), ("\x00", "␀")])
def test_tables_show_what_could_drive_a_terminal(text: str, written: str) -> None:
    records = [{"title": text, "id": "a"}]

    assert (to_csv(records), to_tsv(records)) == (f"title,id\r\n{written},a\r\n", f"title\tid\n{written}\ta\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*bold* and `code`", "\\*bold\\* and \\`code\\`"),
        ("<script>", "\\<script>"),
        ("[a](b)", "\\[a\\](b)"),
        ("back\\slash ~~gone~~", "back\\\\slash \\~\\~gone\\~\\~"),
        ("R&D &amp; more", "R&D \\&amp; more"),
        ("_this_ snake_case", "\\_this\\_ snake_case"),
        ("Panel 1: people – no. 2", "Panel 1: people – no. 2"),
    ],
)
def test_to_markdown_escapes_what_markdown_would_obey(text: str, written: str) -> None:
    assert to_markdown([{"title": text}]) == f"| title |\n| --- |\n| {written} |\n"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_any_text_keeps_the_shape_of_the_table(texts: list[tuple[str, str]]) -> None:
    records = [{"title": title, "id": other} for title, other in texts]

    rows = list(csv.reader(io.StringIO(to_csv(records), newline="")))
    lines = [each.split("\t") for each in to_tsv(records).splitlines()]

    assert ({len(row) for row in rows}, len(rows), {len(line) for line in lines}, len(lines)) == (
        {2},
        len(texts) + 1,
        {2},
        len(texts) + 1,
    )


def test_a_field_that_is_asked_for_twice_stands_twice() -> None:
    assert to_tsv(RECORDS, ["id", "id"]) == "id\tid\na/b\ta/b\na/c\ta/c\n"


def test_without_a_field_there_is_nothing() -> None:
    assert [write(RECORDS, []) for write in (to_csv, to_tsv, to_markdown)] == ["", "", ""]
