"""Word documents as tests look at them."""

import io
import zipfile
from collections.abc import Callable
from xml.etree.ElementTree import Element, fromstring

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.table import read_definition
from agendacli.formats.writers import WRITERS
from agendacli.model.programme import Programme
from agendacli.words.directory import Directory

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Parts = dict[str, bytes]
Printed = Callable[..., Exported]


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def text_of(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter() if each.tag in {f"{W}t", f"{W}delText"})


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


@pytest.fixture(scope="session")
def parts() -> Callable[[bytes], Parts]:
    """The parts of a document by name."""
    return parts_of


@pytest.fixture(scope="session")
def lines() -> Callable[[bytes], list[str]]:
    """A document as lines: `STYLE: TEXT` of each paragraph, and each row as its cells between `|`."""

    def read(data: bytes) -> list[str]:
        body = fromstring(parts_of(data)["word/document.xml"])[0]  # noqa: S314 (it was written here)
        found = []
        for each in body:
            if each.tag == f"{W}p":
                found.append(f"{_style(each)}: {text_of(each)}")
            for row in each.iter(f"{W}tr"):
                cells = [" / ".join(text_of(one) for one in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
                found.append(" | ".join(cells))
        return found

    return read


@pytest.fixture(scope="session")
def programme() -> Callable[[str], Programme]:
    """The programme that a definition says."""

    def read(text: str) -> Programme:
        found = read_definition(text.encode(), "x.yaml", Directory()).programme
        assert found
        return found

    return read


@pytest.fixture(scope="session")
def printed() -> Printed:
    """A programme as a Word document."""

    def write(programme: Programme, **wishes: object) -> Exported:
        asked = ToExport((programme,), expand((programme,)), **wishes)  # type: ignore[arg-type]
        found = WRITERS["docx"](asked)
        assert isinstance(found, Exported)
        return found

    return write
