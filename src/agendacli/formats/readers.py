"""The formats that are read, each by a reader that is imported when it is used. Importing this weighs nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from agendacli.formats.given import Given

if TYPE_CHECKING:
    from agendacli.model.said import Said


def _xml(given: Given) -> "Said":
    from agendacli.formats.frab.read.xml import read_xml

    return read_xml(given)


def _json(given: Given) -> "Said":
    from agendacli.formats.frab.read.json import read_json

    return read_json(given)


def _sessionize(given: Given) -> "Said":
    from agendacli.formats.services.sessionize import read_sessionize

    return read_sessionize(given)


def _indico(given: Given) -> "Said":
    from agendacli.formats.services.indico import read_indico

    return read_indico(given)


def _pretalx(given: Given) -> "Said":
    from agendacli.formats.services.pretalx import read_pretalx

    return read_pretalx(given)


def _csv(given: Given) -> "Said":
    from agendacli.formats.sheet.read.csv import read_csv

    return read_csv(given)


def _markdown(given: Given) -> "Said":
    from agendacli.formats.sheet.read.markdown import read_markdown

    return read_markdown(given)


def _xlsx(given: Given) -> "Said":
    from agendacli.formats.sheet.read.xlsx import read_xlsx

    return read_xlsx(given)


READERS: "dict[str, Callable[[Given], Said]]" = {
    "xml": _xml,
    "json": _json,
    "sessionize": _sessionize,
    "indico": _indico,
    "pretalx": _pretalx,
    "csv": _csv,
    "markdown": _markdown,
    "xlsx": _xlsx,
}
"""By the names of the formats that are read, but for calendars and definitions."""
