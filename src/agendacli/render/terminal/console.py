"""The terminal as values: a width, colour or none, an encoding. Everything that is drawn passes through here."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import StringIO

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console, Group, RenderableType
from rich.segment import Segment

from agendacli.words.encodable import replacement

NARROWEST = 20
_HEIGHT = 25  # never used: given so that Rich does not ask the environment for a size
_TRAILING = re.compile(r"(?: |\x1b\[[\d;]*m)+$")
_FOREIGN = re.compile(r".?[^\x00-\x7f]+")  # with the character before, which may be drawn as one with what follows
_ESCAPES = re.compile(r"\x1b\[[\d;]*m")


def console(width: int, *, colour: bool = False) -> Console:
    """A Rich console of that many columns that depends on nothing around it: no environment, no markup, no emoji.

    With colour it uses the sixteen colours that the user's own theme defines, so light and dark backgrounds both do.
    """
    return Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        height=_HEIGHT,
        color_system="standard" if colour else None,
        force_terminal=colour,
        force_interactive=False,
        force_jupyter=False,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )


def draw(*renderables: RenderableType, width: int, colour: bool = False, encoding: str = "utf-8") -> str:
    """The renderables as text, one below the other, every line no wider than `width` columns (at least 20).

    A character that `encoding` lacks is replaced by plain ones that are as wide, so columns stay where they are.
    Lines have no blanks at their ends; the last line ends too.
    """
    return "".join(draw_lines(*renderables, width=width, colour=colour, encoding=encoding))


def draw_lines(
    *renderables: RenderableType, width: int, colour: bool = False, encoding: str = "utf-8"
) -> Iterator[str]:
    """The lines of what `draw` gives, each ended, drawn one after the other as they are asked for."""
    target = console(width, colour=colour)
    colours = ColorSystem.STANDARD if colour else None
    for line in Segment.split_and_crop_lines(
        target.render(Group(*renderables)), target.width, pad=False, include_new_lines=False
    ):
        text = f"{_painted(line, colours)}\n"
        yield text if encoding.lower().startswith("utf") else encodable_in_cells(text, encoding)


def _painted(line: Sequence[Segment], colours: ColorSystem | None) -> str:
    """A line with its escape sequences, without blanks at its end."""
    text = "".join(style.render(text, color_system=colours) if style else text for text, style, _ in line)
    last = next((each.text for each in reversed(line) if each.text), "")
    return _TRAILING.sub(_keep_escapes, text) if last.endswith(" ") else text


def encodable_in_cells(text: str, encoding: str) -> str:
    """The text with every character that `encoding` lacks replaced by plain ones of the same width in cells."""
    return _FOREIGN.sub(lambda match: _of_one_width(match.group(), encoding), text)


def _of_one_width(text: str, encoding: str) -> str:
    """The text replaced character by character; where several are drawn as one, cut or filled to the width of that."""
    plain, width = "".join(_replaced(each, encoding) for each in text), cell_len(text)
    return plain if cell_len(plain) == width else plain[:width].ljust(width, "?")


@lru_cache(maxsize=2048)
def _replaced(character: str, encoding: str) -> str:
    found = replacement(character, encoding)
    width = cell_len(character)
    return found if found is not None and cell_len(found) == width else "?" * width


def _keep_escapes(match: re.Match[str]) -> str:
    return "".join(_ESCAPES.findall(match.group()))
