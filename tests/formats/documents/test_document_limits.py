"""Hostile documents: what grows without end when it is unpacked, is nested without end, or takes its time."""

import subprocess
import sys
import zlib
from datetime import date, timedelta

import pytest
from tests.steps import grows_evenly

from agendacli.formats.documents.door import read_draft
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.readers.pdf.limits import TimeIsUp, is_bomb, within
from agendacli.formats.draft import Draft, DraftAsked
from agendacli.formats.given import Given


def stream(data: bytes, head: bytes = b"<< /Filter /FlateDecode >>") -> bytes:
    """A stream of a PDF that unpacks to the data."""
    return b"4 0 obj\n" + head + b"\nstream\n" + zlib.compress(data, 9) + b"\nendstream\nendobj\n"


def test_streams_that_grow_too_large() -> None:
    assert is_bomb(b"%PDF-1.7\n" + stream(b" " * (61 << 20)))


def test_streams_that_grow_too_large_together() -> None:
    assert is_bomb(stream(b" " * (31 << 20)) * 2)


def test_streams_of_usual_size() -> None:
    assert not is_bomb(b"%PDF-1.7\n" + stream(b"10:00 Tides" * 1000) + b"stream\nno packed data at all\nendstream")


def test_a_picture_may_be_larger() -> None:
    assert not is_bomb(stream(b" " * (61 << 20), b"<< /Subtype /Image /Filter /FlateDecode >>"))


def test_what_is_packed_twice_is_not_unpacked() -> None:
    assert is_bomb(stream(zlib.compress(b"x"), b"<< /Filter [/FlateDecode /FlateDecode] >>"))


def endless() -> None:
    while True:
        pass


def test_time_is_up() -> None:
    with pytest.raises(TimeIsUp), within(0.05):
        endless()


def test_time_is_not_up() -> None:
    with within(60):
        done = sum(range(1000))
    assert done == 499_500


_TRACED = """
import sys
from agendacli.formats.documents.readers.pdf.limits import within
sys.settrace(lambda *_: None)
with within(60):
    pass
print([*map(str, range(3))])
"""


def test_what_is_traced_goes_on_behind_a_limit() -> None:
    ended = subprocess.run([sys.executable, "-c", _TRACED], capture_output=True, text=True, timeout=30, check=True)
    assert ended.stdout == "['0', '1', '2']\n"


def forms(levels: int, width: int) -> bytes:
    """A PDF of forms that each draw the next one so many times."""
    parts = [
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {n + 5} 0 R >> >> "
        f"/Length {6 * width} >>\nstream\n{'/X Do ' * width}\nendstream"
        for n in range(levels)
    ]
    head = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>"
    )
    text = "%PDF-1.4\n"
    places = []
    for number, each in enumerate([*head, page, *parts, parts[0].replace("/X Do ", "0 0 m ")], 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF"
    return f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def run_on(lost: list[str]) -> None:
    """Work without end, in which what is raised is lost once."""
    while True:
        try:
            while True:
                str(lost)
        except TimeIsUp:
            if lost:
                raise
            lost.append("once")


def test_what_is_lost_where_python_ignores_it_is_raised_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agendacli.formats.documents.readers.pdf.limits._AGAIN", 0.05)
    lost: list[str] = []
    with pytest.raises(TimeIsUp), within(0.05):
        run_on(lost)
    assert lost == ["once"]


def test_forms_in_forms_take_no_longer_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pdfplumber")
    assert not read_document(forms(1, 1), "x.pdf").unread.startswith("the PDF takes")  # what is slow once is done then
    monkeypatch.setattr("agendacli.formats.documents.readers.pdf.reading._MOST_SECONDS", 0.5)
    assert "takes more than 0.5 seconds" in read_document(forms(9, 10), "x.pdf").unread


def test_a_pdf_whose_time_is_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # as above, but raised where it can be foreseen: what another thread sends may hide lines from coverage
    pytest.importorskip("pdfplumber")

    def late(_: object) -> None:
        raise TimeIsUp

    monkeypatch.setattr("agendacli.formats.documents.readers.pdf.reading._pages", late)
    assert read_document(forms(1, 1), "x.pdf").unread == "the PDF takes more than 30 seconds to read"


@pytest.mark.parametrize("depth", [1000, 20_000])
def test_messages_in_messages(depth: int) -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    found = read_document(f"Subject: x\nMIME-Version: 1.0\n{parts}Content-Type: text/plain\n\nx\n".encode(), "x.eml")
    assert found.unread


@pytest.mark.parametrize("charset", ["unicode_escape", "utf-7", "idna", "hex", '"\x00nope"', "rot13"])
def test_messages_of_odd_charsets(charset: str) -> None:
    data = f"Content-Type: text/plain; charset={charset}\n\n10:00 \\ud800 +AGE- \xe4\n".encode("latin-1")
    for line in read_document(data, "x.eml").lines:
        assert line.text.encode()


@pytest.mark.parametrize("piece", ["*_`[", "|", "[](", "<!--", "**a", "~~"])
def test_long_lines_of_markdown_end(piece: str) -> None:
    found = read_document((piece * 20_000).encode(), "x.md")
    assert not found.unread


@pytest.mark.parametrize("heading", ["%A %d %B %Y", "%A", "Day %j: %d %B %Y"])
def test_days_without_number_take_the_same_steps_each(heading: str) -> None:
    assert grows_evenly(lambda number: drafted(heading, number), 50)


def drafted(heading: str, number: int) -> None:
    """Reads a document of so many days, each under a heading like that."""
    days = [date(2024, 11, 1) + timedelta(n) for n in range(number)]
    text = "".join(f"## {day.strftime(heading)}\n\n{day:%A %d %B %Y}\n\n09:00 Tides\n\n" for day in days)
    draft = read_draft(Given(f"# Tides\n\n{text}".encode(), "x.md"), DraftAsked(language="en"), "x.yaml")
    assert isinstance(draft, Draft)
    assert len(draft.programme.sessions) == number


def test_of_a_long_text_the_first_lines_are_read_and_it_says_so() -> None:
    text = "Programme, 9 March 2026\n\n" + "10:00 Tides\n" * 10_100
    found = read_document(text.encode(), "x.txt")
    assert len(found.lines) == 10_000
    assert found.cut == "of its 10,101 lines only the first 10,000 are read"
    assert not read_document(text[:5000].encode(), "x.txt").cut


def test_of_a_page_with_very_many_parts_the_first_are_read_and_it_says_so() -> None:
    found = read_document(b"<html><p>10:00 Tides</p>\n" + b"<b></b>\n" * 70_000, "x.html")
    assert [each.text for each in found.lines] == ["10:00 Tides"]
    assert found.cut == "only its first 66,666 lines are read"


@pytest.mark.parametrize("part", ["<b>x</b>", "<table><tr><td>x", "<table><tr><td>x</table>", "<li>x", "<del>x</del>"])
def test_parts_of_a_page_take_the_same_steps_each(part: str) -> None:
    def read(number: int) -> None:
        read_document(f"<html><p>10:00 Tides</p>{part * number}".encode(), "x.html")

    assert grows_evenly(read, 500)


def test_tables_deep_in_tables_are_rows_of_one() -> None:
    deep = "<table><tr><td>" * 70 + "10:00" + "</td><td>Tides</td></tr></table>" * 70 + "<p>Behind</p>"
    assert [each.text for each in read_document(f"<html>{deep}".encode(), "x.html").lines][-1] == "Behind"
    assert "10:00" in [each.text for each in read_document(f"<html>{deep}".encode(), "x.html").lines]


def test_of_a_line_without_end_the_first_letters_are_read_and_it_says_so() -> None:
    found = read_document(f"9 March 2026\n\n10:00 {'Tides ' * 1000}\n11:00 Ferns\n".encode(), "x.txt")
    assert [len(each.text) for each in found.lines] == [12, 4000, 11]
    assert found.cut == "of a line only the first 4,000 letters are read"
