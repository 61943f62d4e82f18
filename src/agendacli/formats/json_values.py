"""JSON of other programs: parsed without surprises, and values as the texts, lists and objects that they should be."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from agendacli.formats.given import Given
from agendacli.model.exchange_codes import SCHEDULE_SYNTAX
from agendacli.model.findings import Findings
from agendacli.model.span import Span

JsonObject: TypeAlias = Mapping[str, Any]

_MOST_MISSED = 20


def parsed_json(given: Given, findings: Findings) -> object:
    """The value that the bytes hold; None and a diagnostic where they hold none."""
    try:
        return json.loads(json_text(given))
    except json.JSONDecodeError as fault:
        message = f"the file is not JSON from here on: {fault.msg.lower()}"
        findings.report(SCHEDULE_SYNTAX, Span(given.file, fault.lineno, fault.colno), message)
    except (RecursionError, ValueError):  # nested a thousand times, or a number of many digits
        findings.report(SCHEDULE_SYNTAX, Span(given.file), "the file is nested deeper than any schedule is")
    return None


def json_text(given: Given) -> str:
    """The bytes as text, without a mark."""
    return given.data.decode("utf-8-sig", "replace")


def object_in(value: object) -> JsonObject:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def list_in(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def objects_in(value: object) -> Iterator[JsonObject]:
    """The values of a list as objects."""
    return map(object_in, list_in(value))


def text_in(said: JsonObject, *names: str) -> str:
    """The first text that stands under one of those names; empty where none does."""
    return next(filter(None, (text_of_json(said.get(name)) for name in names)), "")


def text_of_json(value: object) -> str:
    """A value as a text: of an object its name, and of texts in several languages the English one, else the first."""
    if isinstance(value, dict):
        return text_of_json(value["name"]) if "name" in value else _localised(value)
    return "" if value is None or isinstance(value, list) else str(value).strip()


def _localised(texts: JsonObject) -> str:
    """The text in English, else in the first language that has one."""
    if "id" in texts or "guid" in texts:  # a thing, and no text
        return ""
    found = [each.strip() for each in (texts.get("en"), *texts.values()) if isinstance(each, str)]
    return next(filter(None, found), "")


class JsonPlaces:
    """Where things stand in a JSON text, each found by a text of its own, from one to the next."""

    def __init__(self, given: Given) -> None:
        self._text, self._file = json_text(given), given.file
        self._is_escaped = "\\u" in self._text
        self._at, self._line, self._missed = 0, 1, 0

    def of(self, mark: str) -> Span:
        """The place of that text behind the last one; that of the last one where it is not found."""
        found = -1 if self._missed > _MOST_MISSED else self._text.find(self._written(mark), self._at)
        if found < 0:
            self._missed += 1
            return Span(self._file, self._line)
        self._line += self._text.count("\n", self._at, found)
        self._at = found
        return Span(self._file, self._line, found - self._text.rfind("\n", 0, found))

    def _written(self, mark: str) -> str:
        return json.dumps(mark, ensure_ascii=self._is_escaped)
