"""Bytes to content lines: folds, line ends, encodings, pieces."""

import pytest

from agendacli.formats.ics import bytes as ics_text
from agendacli.formats.ics.bytes import content_lines, shown_calendar, tidied
from agendacli.formats.ics.oddities import Oddities
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings


def lines(data: bytes) -> tuple[list[str], list[str]]:
    """The content lines, folds shown as `|`, and what is told."""
    findings = Findings()
    oddities = Oddities("x.ics", findings)
    found = [line.replace("\0", "|") for every in content_lines(tidied(data, oddities), 1, oddities) for line in every]
    oddities.report()
    return found, [str(each) for each in in_order(findings.all)]


def test_lines_end_with_crlf_or_lf() -> None:
    assert lines(b"A:1\r\nB:2\nC:3") == (["A:1", "B:2", "C:3"], [])


def test_folds_by_blank_and_tab_are_marked() -> None:
    assert lines(b"A:1\r\n 2\r\n\t3\r\nB:4\r\n") == (["A:1|2|3", "B:4"], [])


def test_nothing_has_no_lines() -> None:
    assert lines(b"") == ([], [])


def test_old_line_ends_are_line_ends() -> None:
    assert lines(b"A:1\rB:2\r") == (["A:1", "B:2"], [])


def test_carriage_return_inside_a_line_is_left_out() -> None:
    assert lines(b"A:1\r2\r\r\nB:2\n") == (["A:12", "B:2"], [])


def test_byte_order_mark_is_told() -> None:
    assert lines(b"\xef\xbb\xbfA:1\n") == (
        ["A:1"],
        ["x.ics:1:1: warning[byte-order-mark]: the file begins with a byte order mark; save it as UTF-8 without BOM"],
    )


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_and_told(codec: str) -> None:
    assert lines("\ufeffA:ü\r\n".encode(codec)) == (
        ["A:ü"],
        ["x.ics:1:1: warning[ics-encoding]: the file is UTF-16, which iCalendar is not; it was read all the same"],
    )


def test_latin_1_is_read_line_by_line_and_told_once() -> None:
    assert lines(b"A:\xc3\xbc\r\n b\r\nB:\xfc\n C\nC:\x93\xe9\x94\n") == (
        ["A:ü|b", "B:ü|C", "C:“é”"],
        ["x.ics:3:1: warning[ics-encoding]: byte 0xFC is not UTF-8; the line was read as Latin-1"],
    )


def test_byte_that_windows_has_no_character_for_is_latin_1() -> None:
    assert lines(b"A:\x81\n")[0] == ["A:\x81"]


def test_fold_inside_a_character_is_moved_to_the_end_of_the_line() -> None:
    assert lines(b"A:\xc3\r\n \xbcb\r\nB:1\r\n") == (["A:üb|", "B:1"], [])


def test_zero_bytes_are_left_out_and_told() -> None:
    assert lines(b"A:1\nB:\0\x002\n") == (
        ["A:1", "B:2"],
        ["x.ics:2:1: warning[ics-encoding]: the file contains zero bytes, which are not text; they were left out"],
    )


def test_large_file_is_cut_between_content_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"AAAA:1\n 2\n\t3\nB:\xfc\nCC:4\n 5"
    whole = lines(data)
    for size in range(1, len(data)):
        monkeypatch.setattr(ics_text, "_CHUNK", size)
        assert lines(data) == whole


def test_lines_of_the_shown_text_are_counted_alike() -> None:
    assert shown_calendar(b"A:1\r\nB:\xfc\r\n").split("\n")[1] == "B:ü\r"
    assert shown_calendar(b"A:1\rB:2").split("\n")[1] == "B:2"
    assert shown_calendar("\ufeffA:1\nB:ü".encode("utf-16-le")).split("\n") == ["A:1", "B:ü"]
