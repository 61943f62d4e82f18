"""The terminal as values: a width, colour or none, an encoding. Everything that is drawn passes through here."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from agendacli.render.terminal.drawing import Drawable, lines_on
from agendacli.render.terminal.text import Line
from agendacli.words.encodable import replacement

NARROWEST = 20
_TRAILING = r"(?: |\x1b\[[\d;]*m)+$"
_FOREIGN = r".?[^\x00-\x7f]+"  # with the character before, which may be drawn as one with what follows
_ESCAPES = r"\x1b\[[\d;]*m"
_ATTRIBUTES = {"bold": 1, "dim": 2, "italic": 3, "underline": 4, "reverse": 7, "strike": 9}
# Those of the sixteen colours that the user's own theme defines, so light and dark backgrounds both do.
_COLOURS = {"red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36, "default": 39}


def draw(*renderables: Drawable, width: int, colour: bool = False, encoding: str = "utf-8") -> str:
    """The renderables as text, one below the other, every line no wider than `width` columns (at least 20).

    A character that `encoding` lacks is replaced by plain ones that are as wide, so columns stay where they are.
    Lines have no blanks at their ends; the last line ends too.
    """
    return "".join(draw_lines(*renderables, width=width, colour=colour, encoding=encoding))


def draw_lines(*renderables: Drawable, width: int, colour: bool = False, encoding: str = "utf-8") -> Iterator[str]:
    """The lines of what `draw` gives, each ended, drawn one after the other as they are asked for."""
    widest, is_utf = max(width, NARROWEST), encoding.lower().startswith("utf")
    for each in renderables:
        for line in lines_on(each, widest):
            text = f"{_painted(_cropped(line, widest), colour=colour)}\n"
            yield text if is_utf else encodable_in_cells(text, encoding)


def _cropped(line: Line, width: int) -> Line:
    """The line, cut to a width."""
    if sum([cell_len(text) for text, _ in line]) <= width:
        return line
    found: Line = []
    at = 0
    for text, style in line:
        if at + cell_len(text) >= width:
            return [*found, (set_cell_size(text, width - at), style)]
        found.append((text, style))
        at += cell_len(text)
    return found


def _painted(line: Line, *, colour: bool) -> str:
    """A line with its escape sequences, without blanks at its end."""
    if not colour:
        return "".join([text for text, _ in line]).rstrip(" ")
    pieces = [f"\x1b[{_codes(style)}m{text}\x1b[0m" if style and text else text for text, style in line]
    text = "".join(pieces)
    last = next((text for text, _ in reversed(line) if text), "")
    return re.sub(_TRAILING, _keep_escapes, text) if last.endswith(" ") else text


@lru_cache(maxsize=256)
def _codes(style: str) -> str:
    """What a terminal is told for a style, such as `1;31` for bold red; of several colours the last counts."""
    words = style.split()
    attributes = sorted({_ATTRIBUTES[each] for each in words if each in _ATTRIBUTES})
    colours = [_COLOURS[each] for each in words if each not in _ATTRIBUTES]
    return ";".join(map(str, (*attributes, *colours[-1:])))


def encodable_in_cells(text: str, encoding: str) -> str:
    """The text with every character that `encoding` lacks replaced by plain ones of the same width in cells."""
    return re.sub(_FOREIGN, lambda match: _of_one_width(match.group(), encoding), text)


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
    return "".join(re.findall(_ESCAPES, match.group()))
