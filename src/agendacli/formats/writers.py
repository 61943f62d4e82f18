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


WRITERS: dict[str, Callable[[ToExport], Exported | Refusal]] = {"xml": _xml, "json": _json}
"""By the names of the formats that are written, but for calendars, which are kept up to date as well."""

ONE_PROGRAMME = frozenset({"xml", "json"})
"""The formats that hold one programme only."""
