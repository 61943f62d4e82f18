"""Doubts put behind a line, `# ? reason`, and taken away again: no value changes by them."""

from collections.abc import Callable

from agendacli.formats.definition.edit.layout import DefinitionText, Patch
from agendacli.formats.definition.edit.said import says_the_same
from agendacli.formats.definition.yaml.doubts import doubts_in
from agendacli.model.asked import Refusal

_BETWEEN = "; "


def doubt_line(
    data: bytes, line: int, reasons: tuple[str, ...], *, instead_of: Callable[[str], bool] = lambda _: False
) -> bytes:
    """The definition with those reasons to doubt what stands on a line, each once, instead of some that are there.

    Where a comment would be part of a text it stays as it is.
    """
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return data
    text = layout.lines[line - 1].rstrip("\r\n")
    column, said = dict(doubts_in(layout.text)).get(line, (len(text) + 1, ""))
    before = tuple(filter(None, said.split(_BETWEEN)))
    parts = dict.fromkeys((*(each for each in before if not instead_of(each)), *reasons))
    if tuple(parts) == before:
        return data
    comment = f"    # ? {_BETWEEN.join(parts)}" if parts else ""
    start = layout.offset(line)
    written = layout.patched([Patch(start, start + len(text), text[: column - 1].rstrip() + comment)])
    return written if says_the_same(written, layout.root) else data
