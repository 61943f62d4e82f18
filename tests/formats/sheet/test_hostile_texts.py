"""No text breaks a sheet, whatever it holds, and none is a formula."""

import csv
import io
import zipfile
from datetime import datetime
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.writers import WRITERS
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

HOSTILE = ["\0", "]]>", "\ufffe", "\x0b", "a\r\nb", "=1+1", "+1", "-1", "@a", "שלום", "👩🏽", "a|b", "", "x" * 40_000]
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=12)
START = datetime(2026, 3, 9, 10)  # noqa: DTZ001


def written(name: str, texts: tuple[str, str, str]) -> bytes:
    title, room, note = texts
    session = Session("tea", title, Timed(START, None, "UTC"), room=room, notes=(note,))
    own = Programme("x", title, "x.yaml", sessions=(session,))
    found = WRITERS[name](ToExport((own,), expand((own,))))
    assert isinstance(found, Exported)
    return found.data


@given(texts=st.tuples(TEXTS, TEXTS, TEXTS))
def test_every_part_of_a_workbook_is_xml_and_no_cell_is_a_formula(texts: tuple[str, str, str]) -> None:
    pytest.importorskip("openpyxl")
    with zipfile.ZipFile(io.BytesIO(written("xlsx", texts))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    for each in parts.values():
        fromstring(each)  # noqa: S314 (it was written here)
    assert [name for name, each in parts.items() if name.startswith("xl/worksheets") and b"<f>" in each] == []


@given(texts=st.tuples(TEXTS, TEXTS, TEXTS))
def test_csv_has_two_rows_and_no_formula(texts: tuple[str, str, str]) -> None:
    rows = list(csv.reader(io.StringIO(written("csv", texts).decode("utf-8-sig"), newline="")))
    assert (len(rows), len(rows[0])) == (2, len(rows[1]))
    assert [each for each in rows[1] if each.startswith(("=", "+", "-", "@"))] == []


@given(texts=st.tuples(TEXTS, TEXTS, TEXTS))
def test_markdown_has_one_row_a_session(texts: tuple[str, str, str]) -> None:
    lines = written("markdown", texts).decode().split("\n")
    assert sum(each.startswith("| ") for each in lines) == 3
