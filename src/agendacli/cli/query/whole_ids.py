"""Whole ids for what writes: a part is offered written out on a terminal, and in a pipe refused with it."""

from collections.abc import Sequence

import typer

from agendacli.analysis.selection.addresses import Target
from agendacli.analysis.selection.parts import find_read, is_whole
from agendacli.cli.run.outcome import refuse, refuse_all
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme


def whole_targets(
    ids: Sequence[str], programmes: Sequence[Programme], surroundings: Surroundings
) -> tuple[Target, ...]:
    """What the ids mean, each named in full or confirmed by a person; anything else is refused."""
    found = find_read(ids, programmes)
    if refusals := [each for each in found if isinstance(each, Refusal)]:
        refuse_all(refusals)
    targets = tuple(each for each in found if isinstance(each, Target))
    insist(ids, targets, programmes, surroundings)
    return targets


def insist(
    ids: Sequence[str], targets: Sequence[Target], programmes: Sequence[Programme], surroundings: Surroundings
) -> None:
    """Go on only with ids that are whole, or that a person says are meant."""
    parts = [(text, each) for text, each in zip(ids, targets, strict=True) if not is_whole(text, each, programmes)]
    if not parts:
        return
    if not (surroundings.input_on_terminal and surroundings.errors_on_terminal):
        refuse_all(f"`{text}` is not a whole id; did you mean `{each.id}`?" for text, each in parts)
    for text, each in parts:
        _confirm(text, each)


def _confirm(text: str, target: Target) -> None:
    if not typer.confirm(f"`{text}` is not a whole id; do you mean `{target.id}`?", err=True):
        refuse("nothing is written; name it by its whole id")
