"""Formats are known by their content."""

import pytest

from agendacli.formats.file_formats import FORMATS, TEXT, ReadBy, recognised_format
from agendacli.formats.readers import READERS
from agendacli.formats.sheet.read.markdown import is_markdown_page, is_markdown_table

BEGINNINGS = {
    "ics": b"BEGIN:VCALENDAR\r\n",
    "xml": b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a schedule -->\n<schedule>",
    "json": b' {"schedule": {"version": "1", "conference": {}}}',
    "sessionize": b'[{"sessions": [{"title": "Tea", "startsAt": null}]}]',
    "indico": b'{"count": 0, "_type": "HTTPAPIResult", "results": []}',
    "pretalx": b'{"results": [{"code": "ABC", "submission_type": 1}]}',
    "csv": b"\xef\xbb\xbfDatum;Titel\r\n",
    "markdown": b"# Tea\n\n## 9 March 2026\n\n| start | title |\n|---|---|\n| 9:00 | Tea |\n",
    "xlsx": b"PK\x03\x04....xl/workbook.xml",
    "ods": b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    "xls": b"\xd0\xcf\x11\xe0\xa1",
    "docx": b"PK\x03\x04....word/document.xml",
    "org": b"#+title: Tea\n* Tea\n",
    "rtf": b"{\\rtf1 9 March 2026}",
    "odt": b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text",
    "pdf": b"%PDF-1.4",
    "html": b"<!DOCTYPE html>\n<html>",
    "eml": b"From: Ann <ann@example.org>\n",
    "picture": b"\x89PNG",
    "zip": b"PK\x03\x04....readme.txt",
    "gz": b"\x1f\x8b\x08",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_format_by_its_beginning(name: str) -> None:
    found = recognised_format(BEGINNINGS[name], "stdin")
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "first",
    [
        "Delivered-To: b@example.org",
        "Subject: Spring school",
        "X-Mozilla-Status: 0001",
        "Content-Type: text/plain",
        "Reply-To: c@example.org",
        "DKIM-Signature: v=1; a=rsa-sha256;\n\tb=abc",
        "From - Mon Feb 02 10:00:00 2026",
        "from:ann@example.org",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_header_of_a_mail_may_begin_with_any_field(first: str, end: str) -> None:
    text = f"{first}\nSubject: Spring school\nTo: b@example.org\nDate: Mon, 02 Feb 2026 10:00:00 +0100\n\nDear all\n"
    found = recognised_format(text.replace("\n", end).encode(), "letter.eml")
    assert found
    assert found.name == "eml"


@pytest.mark.parametrize(
    "text", ["Subject: Spring school\n\nDear all\n", "Dear all,\nSubject: x\nTo: y\n", "a:" * 40_000]
)
def test_a_text_with_a_subject_is_no_mail(text: str) -> None:
    assert recognised_format(text.encode(), "letter.eml") is None


def test_utf16_is_recognised() -> None:
    found = recognised_format("<?xml version='1.0'?><schedule/>".encode("utf-16"), "x")
    assert found
    assert found.name == "xml"


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html>\n<title>Tea</title>", "<h1>Tea</h1>", "<table><tr>", "<P class=a>Tea"]
)
def test_a_page_may_begin_without_its_outer_elements(text: str) -> None:
    found = recognised_format(text.encode(), "stdin")
    assert found
    assert found.name == "html"


@pytest.mark.parametrize("text", ["title: Tea\ndays: {}\n", '{"title": "Tea", "days": {}}', "", "- a", "<!-- " * 800])
def test_definitions_and_the_unknown_are_none(text: str) -> None:
    assert recognised_format(text.encode(), "stdin") is None


def test_names_of_definitions_count() -> None:
    assert recognised_format(b"%PDF-", "x.yaml") is None


TABLE = "| start | title |\n|---|---|\n| 9:00 | Tea |\n| 10:00 | Tides |\n"
SHEETS = {
    "a heading": f"# Tea\n\n## Monday, 9 March 2026\n\n{TABLE}",
    "a column": "| date | start | title |\n|---|---|---|\n| 2026-03-09 | 9:00 | Tea |\n",
    "a moment": "| start | title |\n|---|---|\n| 2026-03-09 9:00 | Tea |\n",
    "either order": "| date | start | title |\n|---|---|---|\n| 03/09/2026 | 9:00 | Tea |\n",
    "a fault": "| date | start | title |\n|---|---|---|\n| 2026-02-30 | 9:00 | Tea |\n| 2026-03-09 | 9:00 | Tea |\n",
    "a remark": f"# Tea\n\nDoors open at 8:30.\n\n## Monday, 9 March 2026\n\n{TABLE}",
}
PAGES = {
    "no day": f"# Tea\n\n{TABLE}",
    "a day in a sentence": f"# Tea\n\nWe meet on Monday, 9 March 2026.\n\n{TABLE}",
    "a day in the title": f"# Tea on 9 March 2026\n\n{TABLE}",
    "a time beside the table": f"# Tea\n\n## Monday, 9 March 2026\n\n8:30 Walk\n\n{TABLE}",
    "a list beside the table": f"# Tea\n\n## Monday, 9 March 2026\n\n{TABLE}\n- **11:00** Walk\n",
    "no column of times": "| date | Delhi | title |\n|---|---|---|\n| 9 March 2026 | 9:00 | Tea |\n",
    "a heading with its time": f"# Tea\n\n## Monday, 9 March 2026\n\n{TABLE}\n### 11:00 Walk\n",
}


@pytest.mark.parametrize("name", ["x.md", "stdin"])
@pytest.mark.parametrize("text", SHEETS.values(), ids=SHEETS)
def test_tables_that_say_their_days_are_a_sheet(text: str, name: str) -> None:
    found = recognised_format(text.encode(), name)
    assert found
    assert found.name == "markdown"


@pytest.mark.parametrize("name", ["x.md", "stdin"])
@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_of_tables_that_do_not_say_all_a_draft_is_made(text: str, name: str) -> None:
    assert recognised_format(text.encode(), name) is TEXT
    assert recognised_format(text.replace("\n", "\r\n").encode(), name) is TEXT


def test_a_definition_that_holds_a_table_is_no_page() -> None:
    table = TABLE.replace("\n", "\n  ")
    assert recognised_format(f"format: 1\ndescription: |\n  {table}\n".encode(), "stdin") is None


def test_comments_without_end_are_no_format() -> None:
    assert recognised_format(b"<!---->" * 500 + b"<!-- ", "x") is None


def test_every_format_has_a_beginning_here_and_a_reader_or_a_way() -> None:
    assert {each.name for each in FORMATS} - {TEXT.name} == set(BEGINNINGS)
    assert set(READERS) == {each.name for each in FORMATS if each.reading is ReadBy.ALWAYS} - {"ics"}
    assert [each.name for each in FORMATS if each.reading is ReadBy.NEVER and not each.way] == []


def test_text_of_tables_without_known_headings_is_no_markdown_page() -> None:
    assert not is_markdown_page(b"| colour | shape |\n|---|---|\n| red | round |\n")


def test_text_with_a_table_below_much_else_is_no_markdown_table() -> None:
    text = "Dear all,\nwe meet in Lisbon.\nBring your boats.\nCome early.\nYours, Ida\n"
    assert not is_markdown_table(f"{text}| Date | Title |\n|---|---|\n| 2026-03-09 | Tea |\n".encode())
