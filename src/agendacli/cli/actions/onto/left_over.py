"""What the next letter names and no session says: listed at the end, as in a draft, where it was not before."""

from collections.abc import Iterable
from dataclasses import replace

from agendacli.cli.actions.onto.sides import Side
from agendacli.formats.definition.edit.layout import DefinitionText
from agendacli.formats.definition.edit.said import says_the_same
from agendacli.formats.definition.write.draft import left_over_lines
from agendacli.formats.draft import LeftOver
from agendacli.model.asked import Refusal


def new_left_over(base: Side | None, theirs: Side, source: str) -> tuple[LeftOver, ...]:
    """What is left over in theirs and was not in the base, cited as that source."""
    known = {(each.text, each.kind) for each in (base.left if base else ())}
    new = (each for each in theirs.left if (each.text, each.kind) not in known)
    return tuple(replace(each, citation=replace(each.citation, source=source)) for each in new)


def with_left_over(data: bytes, left: Iterable[LeftOver]) -> bytes:
    """The definition with what is left over as comments at its end, each that it does not list yet."""
    layout = DefinitionText.of(data)
    lines = tuple(left_over_lines(tuple(left)))
    new = [] if isinstance(layout, Refusal) else [each for each in lines[1:] if each not in layout.text]
    if isinstance(layout, Refusal) or not new:
        return data
    if lines[0] not in layout.text:
        new = ["", lines[0], *new]
    written = layout.patched([layout.below(len(layout.lines), new)])
    return written if says_the_same(written, layout.root) else data
