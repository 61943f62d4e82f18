"""A Word document as a ZIP archive (ECMA-376, part 2): our own parts, or those of a template with another text."""

import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from agendacli.formats.encoding import xml_text
from agendacli.formats.word.names import WORD, prefixed
from agendacli.model.asked import Refusal
from agendacli.words.harmless import one_line

DOCUMENT, STYLES, PROPERTIES, TYPES = "word/document.xml", "word/styles.xml", "docProps/core.xml", "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # no clock in the bytes: equal input, equal file
_MOST_BYTES = 60_000_000
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ET.ParseError, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError,
)  # fmt: skip
_OURS = (
    TYPES,
    "_rels/.rels",
    PROPERTIES,
    DOCUMENT,
    "word/_rels/document.xml.rels",
    STYLES,
    "word/settings.xml",
    "word/footer1.xml",
)
_TEMPLATE_TYPE, _DOCUMENT_TYPE = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"


class Template(NamedTuple):
    """The parts of a document by name, its styles' ids by their names in small letters, and its page set-up."""

    parts: Mapping[str, bytes]
    styles: Mapping[str, str]
    section: ET.Element | None


@cache
def our_template() -> Template:
    """The template that is used where none is given."""
    folder = files(__package__).joinpath("parts")
    return _template({name: folder.joinpath(name.rpartition("/")[2]).read_bytes() for name in _OURS})


def read_template(data: bytes) -> Template | Refusal:
    """The document of which only the text is not wanted; refused is what is none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
                return Refusal("the template unfolds to more than 60 MB")
            return _template({each.filename: archive.read(each) for each in archive.infolist() if not each.is_dir()})
    except _DAMAGED:
        return Refusal("the template is not a Word document, or it is damaged or encrypted; save it as .docx")


def _template(parts: dict[str, bytes]) -> Template:
    if b"</" not in parts[STYLES]:
        raise ValueError(STYLES)
    body = ET.fromstring(parts[DOCUMENT]).find(f"{{{WORD}}}body")  # noqa: S314 (expat bounds what entities grow to)
    section = None if body is None else body.find(f"{{{WORD}}}sectPr")
    parts[TYPES] = parts[TYPES].replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
    return Template(parts, style_ids(parts[STYLES]), None if section is None else prefixed(section))


def style_ids(data: bytes) -> dict[str, str]:
    """The id of each style by its name in small letters."""
    found: dict[str, str] = {}
    for each in ET.fromstring(data).iter(f"{{{WORD}}}style"):  # noqa: S314
        name = each.find(f"{{{WORD}}}name")
        if name is not None:
            found.setdefault(name.get(f"{{{WORD}}}val", "").lower(), each.get(f"{{{WORD}}}styleId", ""))
    return found


def with_text(template: Template, document: bytes, title: str) -> bytes:
    """The archive with that as its main part, under that title."""
    parts = {**template.parts, DOCUMENT: document}
    if PROPERTIES in parts:
        parts[PROPERTIES] = (
            our_template().parts[PROPERTIES].replace(b"TITLE", escape(xml_text(one_line(title))).encode())
        )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
