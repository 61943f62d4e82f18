"""A house's own template: its styles, its headers and its page stay; its text goes."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.word.package import our_template
from agendacli.formats.writers import WRITERS
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme

TEA = Programme("tea", "Tea", "tea.yaml")
NORMAL = b'w:styleId="Normal"><w:name w:val="Normal"/>'


def archive(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as found:
        for name, data in parts.items():
            found.writestr(name, data)
    return made.getvalue()


@pytest.fixture
def house() -> dict[str, bytes]:
    """The parts of a template with a text of its own, a page on its side, and a style of its own for titles alone."""
    parts = dict(our_template().parts)
    text = parts["word/document.xml"]
    text = text.replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>Old text</w:t></w:r></w:p>")
    parts["word/document.xml"] = text.replace(
        b'w:w="11906" w:h="16838"', b'w:w="16838" w:h="11906" w:orient="landscape"'
    )
    styles = re.sub(
        rb'<w:style [^>]*w:styleId="(?!Normal").*?</w:style>', b"", parts["word/styles.xml"], flags=re.DOTALL
    )
    title = b'<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="title"/></w:style></w:styles>'
    styles = styles.replace(NORMAL, b'w:styleId="Standard"><w:name w:val="Normal"/>')
    parts["word/styles.xml"] = styles.replace(b"</w:styles>", title)
    parts["word/header1.xml"] = b"<our-header/>"
    return parts


def test_its_styles_page_and_headers_stay_and_what_it_lacks_is_told(
    house: dict[str, bytes], printed: Callable[..., Exported], parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    found = printed(TEA, template=archive(house))
    made = parts(found.data)
    text = made["word/document.xml"].decode()
    assert '<w:pStyle w:val="Titel" /></w:pPr><w:r><w:rPr /><w:t xml:space="preserve">Tea<' in text
    assert "Old text" not in text
    assert 'w:orient="landscape"' in text
    assert '<w:footerReference w:type="default" r:id="rId3" />' in text
    assert made["word/header1.xml"] == b"<our-header/>"
    assert (
        b'w:styleId="agendacliAgendaHead"><w:name w:val="Agenda Head"/><w:basedOn w:val="Standard"/>'
        in made["word/styles.xml"]
    )
    told = (
        "the template has no style `Subtitle`, `heading 1`, `Agenda Head`, `Agenda Time`, `Agenda Session`, "
        "`Agenda Item`, `Agenda Break`, `Agenda Room` and 4 more: ours stands in for it"
    )
    assert found.left_out == (told,)


def test_a_document_of_ours_is_a_template_that_lacks_nothing(printed: Callable[..., Exported]) -> None:
    first = printed(TEA)
    assert printed(TEA, template=first.data) == first


def test_a_dotx_becomes_a_document(
    house: dict[str, bytes], printed: Callable[..., Exported], parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    kind = house["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    made = printed(TEA, template=archive({**house, "[Content_Types].xml": kind}))
    assert b"wordprocessingml.document.main+xml" in parts(made.data)["[Content_Types].xml"]


BROKEN = {
    "no archive": b"PK\x03\x04 and no more",
    "no document": archive({"word/styles.xml": b"<a/>"}),
    "no XML": archive({**our_template().parts, "word/document.xml": b"<w:document"}),
    "no styles": archive({**our_template().parts, "word/styles.xml": b"<styles/>"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_word_document_is_refused(name: str) -> None:
    found = WRITERS["docx"](ToExport((TEA,), expand((TEA,)), template=BROKEN[name]))
    assert found == Refusal("the template is not a Word document, or it is damaged or encrypted; save it as .docx")


def test_a_bomb_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as found:
        found.writestr("word/document.xml", bytes(61_000_000))
    asked = ToExport((TEA,), expand((TEA,)), template=made.getvalue())
    assert WRITERS["docx"](asked) == Refusal("the template unfolds to more than 60 MB")
