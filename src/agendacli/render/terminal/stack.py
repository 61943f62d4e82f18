"""Drawings one below the other."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text


def stack(drawings: Iterable[RenderableType]) -> RenderableType:
    """The drawings with a blank line between each two."""
    parts: list[RenderableType] = []
    for each in drawings:
        parts += [Text(), each] if parts else [each]
    return Group(*parts)
