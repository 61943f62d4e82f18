"""Whether a definition is of a later version of the format than this tool reads: then only that is told of it."""

from agendacli import __version__
from agendacli.formats.definition.nodes import Mapping, Node, Scalar
from agendacli.formats.definition.schema.programme import FORMAT
from agendacli.formats.definition.shapes.plain import LATEST_FORMAT
from agendacli.model.findings import Findings

_LONGEST = 9


def is_newer(node: Mapping, findings: Findings) -> bool:
    """Whether it says a later format, which is reported."""
    stated = next((value for key, value in node.entries if key.text == FORMAT.name), None)
    number = _number(stated) if stated else ""
    if stated is None or not _is_later(number):
        return False
    from agendacli.model.version_codes import NEWER_FORMAT

    message = f"format {number[:_LONGEST]} needs a later agendacli than {__version__}; update it"
    findings.report(NEWER_FORMAT, stated.span, message)
    return True


def _number(stated: Node) -> str:
    """The digits of a number, without zeros before it; empty for anything else."""
    text = stated.text.strip().lstrip("0") if isinstance(stated, Scalar) else ""
    return text if text.isascii() and text.isdecimal() else ""


def _is_later(number: str) -> bool:
    return len(number) > _LONGEST or int(number or 0) > LATEST_FORMAT
