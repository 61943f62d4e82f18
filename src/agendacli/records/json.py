"""Records as one JSON document, or as JSON lines, record by record."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendacli.records.table import Record, pickers
from agendacli.words.harmless import OBEYED

_STEP = "  "
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_INDENTING = json.JSONEncoder(ensure_ascii=False, indent=2)


def to_json(records: Iterable[Record], fields: Sequence[str] | None = None) -> Iterator[str]:
    """The records as a JSON array, indented by two, with a final newline; `fields` selects fields in that order.

    Yields one record at a time. Letters of every script are written as they are; what could control a terminal, or
    cannot be encoded as UTF-8, is escaped, which means the same to every reader (RFC 8259 7).
    """
    lead = "[\n"
    for each in _chosen(records, fields):
        yield f"{lead}{_STEP}{_indented(each)}"
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def to_jsonl(records: Iterable[Record], fields: Sequence[str] | None = None) -> Iterator[str]:
    """The records as JSON objects, one a line; `fields` selects fields in that order."""
    return (f"{_escaped(_ENCODER.encode(each))}\n" for each in _chosen(records, fields))


def in_ascii(text: str) -> str:
    """The same JSON in ASCII, for an output that cannot encode every letter: those are escaped (RFC 8259 7)."""
    return re.sub("[^\x00-\x7f]", lambda match: json.dumps(match.group())[1:-1], text)


def _chosen(records: Iterable[Record], fields: Sequence[str] | None) -> Iterator[dict[str, object]]:
    if fields is None:
        return (dict(each) for each in records)
    picked = tuple(zip(fields, pickers(fields), strict=True))
    return ({name: pick(each) for name, pick in picked} for each in records)


def _indented(record: Mapping[str, object]) -> str:
    """The record on lines of its own, nested in a list."""
    lines = _INDENTING.encode(record).split("\n")
    return f"\n{_STEP}".join(map(_escaped, lines))


def _escaped(text: str) -> str:
    """A line of JSON; text that is printable needs no further escaping, which is quick to test."""
    return text if text.isprintable() else re.sub(OBEYED, _escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
