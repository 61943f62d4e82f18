"""The styles of a document by name: those of the template, and ours for what it lacks."""

import re
from collections.abc import Container

from agendacli.formats.word.names import WORD
from agendacli.formats.word.package import STYLES, Template, our_template, style_ids

NAMES = (
    "Title", "Subtitle", "heading 1", "Agenda Head", "Agenda Time", "Agenda Session", "Agenda Item", "Agenda Break",
    "Agenda Room", "Agenda Title", "Agenda Role", "Agenda Note", "Agenda Table",
)  # fmt: skip
"""The names of the styles that a document has; a template may define each of them."""

_STYLE = re.compile(rb'<w:style (?=[^>]*w:styleId="(?P<id>\w+)").*?</w:style>')
_BASE = b'<w:basedOn w:val="%b"/>'


def complete(template: Template) -> tuple[Template, tuple[str, ...]]:
    """The template with our own styles under those names that it lacks, and these names."""
    lacking = tuple(name for name in NAMES if name.lower() not in template.styles)
    if not lacking:
        return template, ()
    known = our_template().styles
    data = template.parts[STYLES]
    end = data.rindex(b"</")
    added = _added({known[name.lower()].encode() for name in lacking}, template.styles.get("normal", "Normal").encode())
    parts = {**template.parts, STYLES: data[:end] + added + data[end:]}
    return Template(parts, style_ids(parts[STYLES]), template.section), lacking


def _added(ids: Container[bytes], base: bytes) -> bytes:
    """Our styles of those ids, which become others that no template has, as children of that style."""
    found = (each for each in _STYLE.finditer(our_template().parts[STYLES]) if each["id"] in ids)
    return b"".join(_renamed(each[0], each["id"]).replace(_BASE % b"Normal", _BASE % base) for each in found)


def _renamed(style: bytes, own: bytes) -> bytes:
    renamed = style.replace(b'w:styleId="%b"' % own, b'w:styleId="agendacli%b"' % own)
    return renamed.replace(b"<w:style ", b'<w:style xmlns:w="%b" ' % WORD.encode(), 1)
