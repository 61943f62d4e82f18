"""The terminal as values: a width, colour or none, an encoding. Everything that is drawn passes through here."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType

NARROWEST = 20
_HEIGHT = 25  # never used: given so that Rich does not ask the environment for a size
_TRAILING = re.compile(r"(?: |\x1b\[[\d;]*m)+$")
_FOREIGN = re.compile(r".?[^\x00-\x7f]+")  # with the character before, which may be drawn as one with what follows
_ESCAPES = re.compile(r"\x1b\[[\d;]*m")
_PLAINER = str.maketrans(
    {
        **dict.fromkeys("–—−─·", "-"),
        **dict.fromkeys("│┃╎", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╴╵╶╷", "+"),
        "▆": "#",
        "▂": "=",
        "┄": ".",
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}’", "'"),
        **dict.fromkeys("•", "*"),
        **dict.fromkeys("×", "x"),
        **dict.fromkeys("⟨«", "<"),
        **dict.fromkeys("⟩»→", ">"),
        "\N{NO-BREAK SPACE}": " ",
        "…": ".",
        "ß": "s",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)


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
    target = console(width, colour=colour)
    with target.capture() as captured:
        target.print(Group(*renderables))
    lines = captured.get().removesuffix("\n").split("\n")
    text = "\n".join(_TRAILING.sub(_keep_escapes, line) for line in lines) + "\n"
    return text if encoding.lower().startswith("utf") else encodable(text, encoding)


def encodable(text: str, encoding: str) -> str:
    """The text with every character that `encoding` lacks replaced by plain ones of the same width in cells."""
    return _FOREIGN.sub(lambda match: _of_one_width(match.group(), encoding), text)


def _of_one_width(text: str, encoding: str) -> str:
    """The text replaced character by character; where several are drawn as one, cut or filled to the width of that."""
    plain, width = "".join(_replaced(each, encoding) for each in text), cell_len(text)
    return plain if cell_len(plain) == width else plain[:width].ljust(width, "?")


@lru_cache(maxsize=2048)
def _replaced(character: str, encoding: str) -> str:
    for candidate in _candidates(character):
        if cell_len(candidate) == cell_len(character) and _has(encoding, candidate):
            return candidate
    return "?" * cell_len(character)


def _candidates(character: str) -> Iterable[str]:
    base = unicodedata.normalize("NFKD", character)
    bare = "".join(each for each in base if not unicodedata.combining(each))
    return character, character.translate(_PLAINER), bare


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _keep_escapes(match: re.Match[str]) -> str:
    return "".join(_ESCAPES.findall(match.group()))
