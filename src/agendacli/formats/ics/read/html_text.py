"""The text of a description that is only there as HTML (X-ALT-DESC; STYLED-DESCRIPTION in RFC 9073 6.5)."""

import re
from html.parser import HTMLParser

from agendacli.formats.ics.component import Component
from agendacli.formats.ics.read.online import STYLED
from agendacli.formats.ics.text import read_escaped

_BLOCKS = frozenset({"address", "blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre"})
_LINES = _BLOCKS | {"table", "tr", "ul", "li"}
_UNSHOWN = frozenset({"head", "script", "style", "title"})
_LONGEST = 200_000
_BLANKS = re.compile(r"[^\S\n]+")


def styled_text(component: Component) -> str:
    """The text of the first property of a VEVENT that describes it in HTML, or plainly under that name."""
    met = next((each for name in STYLED for each in component.every(name) if each.value), None)
    return text_of_html(read_escaped(met.value)) if met else ""


def text_of_html(html: str) -> str:
    """What people see of it: a line for each paragraph, row or item of a list, a blank one between paragraphs."""
    seen = _Seen()
    seen.feed(html[:_LONGEST])
    seen.close()
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(seen.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Seen(HTMLParser):
    """Gathers the text that is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (as the base says)
        self._hidden += tag in _UNSHOWN
        self.parts += ["\n"] if tag in _LINES else []
        self.parts += ["- "] if tag == "li" else []

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _UNSHOWN and self._hidden > 0
        self.parts += ["\n\n"] if tag == "p" else ["\n"] if tag in _LINES - {"br", "li"} else []

    def handle_data(self, data: str) -> None:
        self.parts += [] if self._hidden else [data.replace("\n", " ")]
