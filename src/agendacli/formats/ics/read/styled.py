"""The text of a description that is only there as HTML (X-ALT-DESC; STYLED-DESCRIPTION in RFC 9073 6.5)."""

from agendacli.formats.html_text import text_of_html
from agendacli.formats.ics.component import Component
from agendacli.formats.ics.read.online import STYLED
from agendacli.formats.ics.text import read_escaped


def styled_text(component: Component) -> str:
    """The text of the first property of a VEVENT that describes it in HTML, or plainly under that name."""
    met = next((each for name in STYLED for each in component.every(name) if each.value), None)
    return text_of_html(read_escaped(met.value)) if met else ""
