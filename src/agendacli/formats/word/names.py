"""The namespaces of a Word document, by the prefix under which we write them."""

from xml.etree.ElementTree import Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {WORD: "w", RELATIONSHIPS: "r"}


def prefixed(element: Element) -> Element:
    """A copy of a parsed element with the names as we write them; what has other namespaces is not in it."""
    found = Element(_name(element.tag) or "", {name: value for key, value in element.items() if (name := _name(key))})
    found.text = element.text
    found.extend(prefixed(each) for each in element if _name(each.tag))
    return found


def _name(name: str) -> str | None:
    namespace, _, local = name.removeprefix("{").partition("}")
    return f"{NAMESPACES[namespace]}:{local}" if namespace in NAMESPACES else None
