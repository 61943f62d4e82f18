"""The formats that are written, each by a writer that is imported when it is used."""

from collections.abc import Callable

from agendacli.formats.exported import Exported, ToExport
from agendacli.model.asked import Refusal


def _xml(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.frab.write.xml import write_xml

    return write_xml(asked)


def _json(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.frab.write.json import write_json

    return write_json(asked)


def _csv(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.sheet.write.csv import write_csv

    return write_csv(asked)


def _markdown(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.sheet.write.markdown import write_markdown

    return write_markdown(asked)


def _xlsx(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.sheet.write.xlsx import write_xlsx

    return write_xlsx(asked)


def _docx(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.word.writer import write_docx

    return write_docx(asked)


def _org(asked: ToExport) -> Exported | Refusal:
    from agendacli.formats.org import write_org

    return write_org(asked)


WRITERS: dict[str, Callable[[ToExport], Exported | Refusal]] = {
    "xml": _xml,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "xlsx": _xlsx,
    "docx": _docx,
    "org": _org,
}
"""By the names of the formats that are written, but for calendars, which are kept up to date as well."""

ONE_PROGRAMME = frozenset(WRITERS)
"""The formats that hold one programme only."""


def write_changes(old: ToExport, new: ToExport) -> Exported | Refusal:
    """A Word document of two versions of one programme, with what changed as tracked changes."""
    from agendacli.formats.word.writer import write_tracked

    return write_tracked(old, new)
