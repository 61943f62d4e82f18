"""Keys and values as lines of YAML, in the layout that people use for definitions."""

import re
from collections.abc import Iterator, Mapping, Sequence

from agendacli.formats.definition.yaml.text import prose, scalar
from agendacli.model.frozen import frozen

_WIDTH = 100
_STEP = "  "
_PLAIN = re.compile(r"(?:-(?=\d))?\w(?:[\w.+/()-]|:(?=\w)| (?=[\w(+]))*")


@frozen
class Prose:
    """A text that may take several lines."""

    text: str


@frozen
class Noted:
    """A value with the reason to doubt it, which stands behind it as a comment, `# ? reason`."""

    value: "Value"
    reason: str


Value = str | Prose | Noted | Sequence["Value"] | Mapping[str, "Value"]
Keys = dict[str, Value]


def mapping_lines(keys: Mapping[str, Value], indent: str = "") -> Iterator[str]:
    """The lines of a mapping, each with that much space before it."""
    for key, value in keys.items():
        yield from _entry(f"{indent}{scalar(key)}:", value, indent)


def _entry(head: str, value: Value, indent: str) -> Iterator[str]:
    """What stands behind a key or a hyphen, and below it."""
    if isinstance(value, Noted):
        first, *below = _entry(head, value.value, indent)
        yield f"{first}    # ? {' '.join(value.reason.split())}"
        yield from below
        return
    inline = _inline(value)
    if inline is not None and len(head) + len(inline) < _WIDTH:
        yield f"{head} {inline}"
    elif isinstance(value, str):
        yield f"{head} {scalar(value)}"
    elif isinstance(value, Prose):
        first, *rest = prose(value.text, _WIDTH - len(indent))
        yield f"{head} {first}"
        yield from (f"{indent}{_STEP}{each}" if each else "" for each in rest)
    else:
        yield head
        inside = indent + _STEP
        yield from mapping_lines(value, inside) if isinstance(value, Mapping) else list_lines(value, inside)


def list_lines(values: Sequence[Value], indent: str = "") -> Iterator[str]:
    """The lines of a list, each with that much space before it."""
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = mapping_lines(value, indent + _STEP)
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield from _entry(f"{indent}-", value, indent)


def _inline(value: Value) -> str | None:
    """A short list or mapping of plain texts on one line; None where it is neither."""
    if isinstance(value, str | Prose | Noted):
        return None
    if isinstance(value, Mapping):
        found = [(key, _plain(each)) for key, each in value.items()]
        pairs = [f"{key}: {each}" for key, each in found if each and _plain(key)]
        return f"{{{', '.join(pairs)}}}" if len(pairs) == len(value) else None
    texts = [each for each in map(_plain, value) if each]
    return f"[{', '.join(texts)}]" if len(texts) == len(value) else None


def _plain(value: Value) -> str | None:
    """The text if it needs no quotes inside brackets."""
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else None
