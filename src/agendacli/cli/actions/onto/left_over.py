"""What a letter names and no session says: listed at the end, as in a draft, at its lines in the newest one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.cli.actions.onto.citing import Citing
from agendacli.cli.actions.onto.sides import Side
from agendacli.formats.definition.edit.layout import DefinitionText, Patch
from agendacli.formats.definition.edit.said import says_the_same
from agendacli.formats.definition.write.draft import LEFT_OVER, left_over_lines
from agendacli.formats.draft import LeftOver
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

_LISTED = re.compile(r"#   (?P<source>[a-z0-9._-]+)(?::(?:p[0-9]+\.)?[0-9]+)?: (?P<what>.*\S)\s*")

Listed = list[tuple[str, str]]
"""What is left over, each with the line that lists it."""


@frozen
class LeftOvers:
    """What is left over in the document that came and in the one before, if there was any, and how it is cited."""

    base: Side | None
    theirs: Side
    citing: Citing

    def listed_in(self, data: bytes) -> bytes:
        """The definition with that at its end, each at its line in what came; what that names no more is gone.

        What the document before left over and the definition no longer lists stays away.
        """
        layout = DefinitionText.of(data)
        if isinstance(layout, Refusal) or not self.theirs.is_document:
            return data
        said = self._listed(self.theirs.left)
        kept = [*self._kept(layout.lines, said)]
        lines = _with_new(kept, [*self._new(said)], layout.end)
        written = layout.patched([Patch(0, len(layout.text), "".join(lines))])
        return written if says_the_same(written, layout.root) else data

    def _listed(self, left: Sequence[LeftOver]) -> Listed:
        source = self.citing.source.id
        cited = tuple(replace(each, citation=replace(each.citation, source=source)) for each in left)
        return [(found["what"], line) for line in left_over_lines(cited) if (found := _LISTED.fullmatch(line))]

    def _kept(self, lines: Sequence[str], said: Listed) -> Iterator[str]:
        """The lines of the definition, those that list what is left over as they are now; what is kept is said."""
        ours = {*self.citing.replaces, self.citing.source.id}
        for line in lines:
            found = _LISTED.fullmatch(line)
            if found is None or found["source"] not in ours:
                yield line
            elif same := next((each for each in said if each[0] == found["what"]), None):
                said.remove(same)
                yield same[1] + line[len(line.rstrip("\r\n")) :]

    def _new(self, said: Listed) -> Iterator[str]:
        known = {what for what, _ in self._listed(self.base.left if self.base else ())}
        return (line for what, line in said if what not in known)


def _with_new(kept: list[str], new: Sequence[str], end: str) -> Sequence[str]:
    """The lines with those that are new below the others of the list, which has a heading where it lists anything."""
    listed = [number for number, line in enumerate(kept) if _LISTED.fullmatch(line)]
    heads = [number for number, line in enumerate(kept) if line.rstrip() == LEFT_OVER]
    if heads and not listed and not new:
        return _without_heading(kept, heads[0])
    at = max((*listed, *heads), default=len(kept) - 1) + 1
    added = new if heads or not new else ["", LEFT_OVER, *new]
    above = [*kept[: at - 1], kept[at - 1].rstrip("\r\n") + end] if added else kept[:at]
    return [*above, *(f"{each}{end}" for each in added), *kept[at:]]


def _without_heading(lines: Sequence[str], number: int) -> Sequence[str]:
    """The lines without that one, and without an empty one before it."""
    first = number - 1 if number and not lines[number - 1].strip() else number
    return [*lines[:first], *lines[number + 1 :]]
