"""The head of a content line (RFC 5545 3.1): where it ends, its parameters, their quotation marks and escapes."""

import re
from collections.abc import Mapping

FOLD = "\0"
"""Stands in a content line where it was folded: what follows stood on the next line of the file."""

_NAME = re.compile(r"[A-Za-z0-9-]+")
_QUOTED = re.compile(r"[,;:]")


def cut(line: str) -> tuple[str, str | None]:
    """What stands before the first colon outside quotation marks, and after it; None where there is no such colon."""
    if '"' not in line:
        head, colon, value = line.partition(":")
        return head, value if colon else None
    length = 0
    for n, piece in enumerate(line.split('"')):
        if n % 2 == 0 and ":" in piece:
            length += piece.index(":")
            return line[:length], line[length + 1 :]
        length += len(piece) + 1
    return line, None


def outside_quotes(text: str, separator: str) -> list[str]:
    """The text cut at each separator that does not stand in quotation marks."""
    if '"' not in text:
        return text.split(separator)
    pieces = enumerate(text.split('"'))
    return '"'.join(piece if n % 2 else piece.replace(separator, FOLD) for n, piece in pieces).split(FOLD)


def parameter(text: str) -> tuple[str, str]:
    """The name of a parameter in capitals, and its value without quotation marks and escapes (RFC 6868)."""
    name, _, value = text.partition("=")
    value = value.strip().strip('"')
    if "^" in value:
        value = "^".join(each.replace("^n", "\n").replace("^'", '"') for each in value.split("^^"))
    return name.strip().upper(), value


def value_of(line: str) -> str:
    """The value of the property that a content line holds; empty if it has none."""
    return cut(line)[1] or ""


def parameters_of(line: str) -> dict[str, str]:
    """The parameters of the property that a content line holds, as `parameter` has them; of two alike the last."""
    return dict(parameter(each) for each in outside_quotes(cut(line)[0], ";")[1:])


def written_line(name: str, parameters: Mapping[str, str], value: str) -> str:
    """The content line of a property, not folded: what `parameters_of` and `value_of` take apart."""
    said = "".join(f";{key}={_written(each)}" for key, each in parameters.items())
    return f"{name}{said}:{value}"


def _written(value: str) -> str:
    """The value of a parameter with its escapes (RFC 6868), in quotation marks where it needs them."""
    escaped = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{escaped}"' if _QUOTED.search(escaped) else escaped


def name_of(line: str) -> str:
    """The name of the property that a content line holds, in capitals; empty if it is not a content line."""
    found = _NAME.match(line)
    return found[0].upper() if found else ""
