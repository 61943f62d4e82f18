"""Content lines as they are written: folded as RFC 5545 3.1 has it."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.ics.write.values import content_line, text_value

FOLD = b"\r\n "
TEXTS = st.text(st.sampled_from('ab ,;\\^"é日😀\u0301\n'), max_size=300)
PLAIN = st.text(st.sampled_from("ab cé日😀"), max_size=300)


def pieces(text: str) -> list[bytes]:
    return content_line("SUMMARY", text_value(text)).data.removesuffix(b"\r\n").split(FOLD)


@given(TEXTS)
def test_lines_are_folded_between_letters_and_hold_what_they_held(text: str) -> None:
    found = pieces(text)
    assert max(map(len, found)) <= 74
    assert "".join(each.decode() for each in found) == content_line("SUMMARY", text_value(text)).text


@given(TEXTS)
def test_no_fold_parts_an_escape_from_what_it_escapes(text: str) -> None:
    assert not [each for each in pieces(text)[:-1] if re.search(rb"(?<!\\)(?:\\\\)*\\\Z", each)]


@given(PLAIN)
def test_lines_without_escapes_are_folded_where_the_library_folds(text: str) -> None:
    from icalendar.parser import Contentline

    folding: Any = Contentline
    line = content_line("SUMMARY", text_value(text))
    assert line.data == folding(line.text).to_ical() + b"\r\n"


def test_a_line_of_nothing_but_escapes_is_folded_too() -> None:
    found = pieces("\\" * 200)
    assert max(map(len, found)) <= 74
    assert b"".join(found) == b"SUMMARY:" + b"\\" * 400
