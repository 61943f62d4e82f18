"""Pages with light characters, held against those of pdfplumber."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from tests.formats.documents.test_document_pdf import pdf

pdfplumber = pytest.importorskip("pdfplumber")

FILES = sorted(Path(__file__).parents[2].glob("documents/files/*.pdf"))
WORDS = {"x_tolerance_ratio": 0.18, "y_tolerance": 2, "extra_attrs": ["fontname", "size"]}


def said(page: Any) -> tuple[object, ...]:  # noqa: ANN401 (pdfplumber has no types)
    """Words with all that is known of them, tables, boxes, and which way letters lie."""
    lying = [(each["upright"], each["matrix"]) for each in page.chars]
    return page.extract_words(**WORDS), [each.cells for each in page.find_tables()], page.rects, lying


def both(data: bytes) -> Iterator[tuple[Any, Any]]:
    from agendacli.formats.documents.readers.pdf.light_page import LightPage

    with pdfplumber.open(BytesIO(data)) as one, pdfplumber.open(BytesIO(data)) as other:
        yield from zip(one.pages, map(LightPage.of, other.pages), strict=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_and_tables_of_real_pages_are_the_same(path: Path) -> None:
    assert [said(light) for _, light in both(path.read_bytes())] == [said(page) for page, _ in both(path.read_bytes())]


@pytest.mark.parametrize("box", ["[0 0 600 800]", "[40 30 640 830]", "[-40 -30 560 770]"])
@pytest.mark.parametrize("turned", ["", "/Rotate 90 "])
def test_words_of_pages_that_begin_elsewhere_or_are_turned_are_the_same(box: str, turned: str) -> None:
    page = ((100, 80, "Tides in the north"), (300, 80, "*Room 2"), (100, 110, "_Ida Holm"))
    data = pdf(page, page, boxes=((90, 70, 400, 60),)).replace(
        b"/MediaBox [0 0 600 800]", f"{turned}/MediaBox {box}".encode()
    )
    pairs = [(said(light), said(page)) for page, light in both(data)]
    assert len(pairs) == 2
    assert all(light == page and page[0] for light, page in pairs)
