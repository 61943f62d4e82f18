"""The places of keys and values in a TOML file: `tomllib` returns values without places."""

import re
from collections.abc import Iterator, Mapping

from agendacli.model.frozen import frozen
from agendacli.model.span import Span

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_TABLE = re.compile(rf"[ \t]*\[\[?[ \t]*({_NAME})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_NAME})[ \t]*=[ \t]*(.*)")
_INSIDE = re.compile(rf"[{{,][ \t]*({_NAME})[ \t]*=[ \t]*(\"[^\"\n]*\"|'[^'\n]*'|[^,}}]*)")
_VALUE = re.compile(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[^#"'])*""")


@frozen
class KeySpans:
    """Where a key stands and where its value does, as far as that is on the same line."""

    key: Span
    value: Span


def toml_places(text: str, file: str) -> Mapping[str, KeySpans]:
    """The places of the keys and tables of a text that is TOML, by dotted name (`severity.room`), the first of each.

    Keys in an array of tables or after a line break inside a value may be missing.
    """
    found: dict[str, KeySpans] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        header = _TABLE.match(line)
        if header:
            table = f"{_plain(header[1])}."
            span = _span(file, number, header.start(1), header[1])
            found.setdefault(_plain(header[1]), KeySpans(span, span))
            continue
        for name, place in _keys(line, file, number):
            found.setdefault(table + name, place)
    return found


def _keys(line: str, file: str, number: int) -> Iterator[tuple[str, KeySpans]]:
    """The key of a line, and those of a table that stands inside it in braces."""
    match = _KEY.match(line)
    if match is None:
        return
    yield _plain(match[1]), _place(match, file, number)
    if match[2].startswith("{"):
        for inner in _INSIDE.finditer(line, match.start(2)):
            yield f"{_plain(match[1])}.{_plain(inner[1])}", _place(inner, file, number)


def _place(match: re.Match[str], file: str, number: int) -> KeySpans:
    written = _VALUE.match(match[2])
    value = written[0].rstrip() if written else ""
    return KeySpans(_span(file, number, match.start(1), match[1]), _span(file, number, match.start(2), value))


def _span(file: str, line: int, start: int, text: str) -> Span:
    return Span(file, line, start + 1, max(len(text), 1))


def _plain(name: str) -> str:
    """A dotted name without quotes and blanks."""
    return ".".join(part.strip("\"'") for part in re.findall(_PART, name))
