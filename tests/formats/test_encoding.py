import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.encoding import position, read_text
from agendacli.model.findings import Findings


def read(data: bytes) -> tuple[str | None, list[str]]:
    findings = Findings()
    text = read_text(data, "x", findings)
    return text, [str(each) for each in findings.all]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"title: x\n", "title: x\n"),
        ("Gómez\n".encode(), "Gómez\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\x85b\u2028c\u2029d".encode(), "a b c d"),
        ("\U0001f41d\ta".encode(), "\U0001f41d\ta"),
    ],
)
def test_read_text_gives_the_text_with_plain_line_ends(data: bytes, text: str) -> None:
    assert read(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfea\0", "x:1:1: error[not-utf8]: the file is UTF-16; save it as UTF-8"),
        (b"\xfe\xff\0a", "x:1:1: error[not-utf8]: the file is UTF-16; save it as UTF-8"),
        (
            b"a\nb\xc3\xa9\0",
            "x:2:3: error[binary]: the file contains a zero byte, so it is not text; give a definition in YAML",
        ),
        (b"a\r\nb\xe9", "x:2:2: error[not-utf8]: byte 0xE9 is not UTF-8 (“é” in Latin-1); save the file as UTF-8"),
        (b"\x80", "x:1:1: error[not-utf8]: byte 0x80 is not UTF-8; save the file as UTF-8"),
        (b"", "x:1:1: error[empty]: the file is empty; begin with `title:` and `days:`"),
        (b" \r\n\t", "x:1:1: error[empty]: the file is empty; begin with `title:` and `days:`"),
    ],
)
def test_read_text_of_no_text_gives_nothing_and_says_why(data: bytes, told: str) -> None:
    assert read(data) == (None, [told])


def test_read_text_skips_a_byte_order_mark() -> None:
    told = ["x:1:1: warning[byte-order-mark]: the file begins with a byte order mark; save it as UTF-8 without BOM"]
    assert read(b"\xef\xbb\xbfa") == ("a", told)


def test_read_text_of_a_byte_order_mark_alone_is_empty() -> None:
    assert read(b"\xef\xbb\xbf\n")[0] is None


def test_read_text_tells_each_run_of_control_characters_and_keeps_columns() -> None:
    text, told = read("a\x07\x1bb\x00".replace("\x00", "").encode() + "\n\x9f \ufeff".encode())
    assert text == "a\ufffd\ufffdb\n\ufffd \ufffd"
    assert told == [
        "x:1:2: error[control-character]: control character U+0007; delete it",
        "x:2:1: error[control-character]: control character U+009F; delete it",
        "x:2:3: error[control-character]: control character U+FEFF; delete it",
    ]


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2))])
def test_position_counts_lines_and_columns_from_one(offset: int, place: tuple[int, int]) -> None:
    assert position("ab\nc", offset) == place


@given(st.text())
def test_read_text_of_any_text_has_as_many_lines_as_an_editor_shows(text: str) -> None:
    read_back, _ = read(text.encode())
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    assert read_back is None or read_back.count("\n") == shown.count("\n")
