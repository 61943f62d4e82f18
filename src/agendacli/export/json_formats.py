"""Records as one JSON document, or as JSON lines."""

import json
import re
from collections.abc import Iterable, Sequence

from agendacli.model.cells import Record, picked
from agendacli.model.harmless import OBEYED


def to_json(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    """The records as a JSON array, indented by two, with a final newline; `fields` picks fields in that order.

    Letters of every script stand as they are; what could drive a terminal, or cannot be written as UTF-8, is escaped,
    which means the same to every reader (RFC 8259 7).
    """
    return _escaped(json.dumps(_chosen(records, fields), indent=2, ensure_ascii=False)) + "\n"


def to_jsonl(records: Iterable[Record], fields: Sequence[str] | None = None) -> str:
    """The records as JSON objects, one a line, each line ended; `fields` picks fields in that order."""
    return "".join(_escaped(json.dumps(each, ensure_ascii=False)) + "\n" for each in _chosen(records, fields))


def in_ascii(text: str) -> str:
    """The same JSON in ASCII, for an output that has not every letter: those are escaped (RFC 8259 7)."""
    return re.sub("[^\x00-\x7f]", lambda match: json.dumps(match.group())[1:-1], text)


def _chosen(records: Iterable[Record], fields: Sequence[str] | None) -> list[dict[str, object]]:
    return [dict(each) if fields is None else {name: picked(each, name) for name in fields} for each in records]


def _escaped(text: str) -> str:
    return OBEYED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    # The line ends that structure the document stay: inside a text JSON has escaped them already.
    return match.group() if match.group() == "\n" else f"\\u{ord(match.group()):04x}"
