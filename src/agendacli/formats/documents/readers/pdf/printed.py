"""Words as they stand on a page, and the lines that they make."""

import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from agendacli.formats.documents.page import Line
from agendacli.model.frozen import frozen

_BOLD = re.compile(r"bold|black|heavy|semib|-bd$|cmbx|cmssbx", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slant|cmti|-it$", re.IGNORECASE)
_DOUBLE = re.compile(r"(?:^|\s)[^\W\d_a-z][\w’'-]+-$")  # the first half of a name such as `Holm-Berg`
_BULLET = re.compile(r"^\s*[•▪◦·‣●■□➢✓\ue000-\uf8ff–-]\s+(?=\S)")
_ACCENTS = dict(zip("\u00b4`\u00a8\u02c6\u02dc\u00b8", "\u0301\u0300\u0308\u0302\u0303\u0327", strict=True))
_ACCENT = re.compile("([\u00b4`\u00a8\u02c6\u02dc\u00b8]) ?([A-Za-z\u0131])")
_NO_LETTER = re.compile(r"\(cid:\d+\)")  # of a font that does not say which sign it is: before a line, a bullet
_SAME_LINE = 0.5
_NO_GAP = 0.05  # of the size of the letters


@frozen
class PrintedWord:
    """A word and its box on the page, in points from the left and the top."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    is_italic: bool = False

    @property
    def middle(self) -> float:
        """Its middle from the top."""
        return (self.top + self.bottom) / 2


@frozen
class PrintedLine:
    """Words beside each other, the number of their line on the page, and of its column where it is read in columns."""

    words: tuple[PrintedWord, ...]
    number: int = 0
    column: int = 0

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @cached_property
    def top(self) -> float:
        """Its upper edge."""
        return min(each.top for each in self.words)

    @cached_property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(each.bottom for each in self.words)

    @property
    def middle(self) -> float:
        """Its middle from the top."""
        return (self.top + self.bottom) / 2

    @cached_property
    def size(self) -> float:
        """The size of its letters."""
        return statistics.median(each.size for each in self.words)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(each.text for each in self.words)

    @cached_property
    def is_italic(self) -> bool:
        """Whether all of it is italic."""
        return all(each.is_italic for each in self.words)

    @cached_property
    def is_bold(self) -> bool:
        """Whether most of it is bold."""
        bold = sum(len(each.text) for each in self.words if each.is_bold)
        return bold > 0.6 * sum(len(each.text) for each in self.words)

    def part(self, words: Sequence[PrintedWord]) -> "PrintedLine":
        """Some words of it, on the same line."""
        return PrintedLine(tuple(words), self.number, self.column)

    def pieces(self, gap: float = 1.0) -> "tuple[PrintedLine, ...]":
        """The parts of it between gaps of so many times the size of its letters."""
        if gap not in self._pieces:
            self._pieces[gap] = self._parted(gap)
        return self._pieces[gap]

    @cached_property
    def _pieces(self) -> "dict[float, tuple[PrintedLine, ...]]":
        return {}

    def _parted(self, gap: float) -> "tuple[PrintedLine, ...]":
        found: list[list[PrintedWord]] = [[self.words[0]]]
        widest = gap * self.size
        for before, word in pairwise(self.words):
            if word.x0 - before.x1 > widest:
                found.append([])
            found[-1].append(word)
        return tuple(map(self.part, found))


def printed_word(found: Mapping[str, Any]) -> PrintedWord:
    """A word as pdfplumber gives it."""
    text, top, bottom = str(found["text"]), float(found["top"]), float(found["bottom"])
    is_bold, is_italic = _style(str(found.get("fontname") or ""))
    return PrintedWord(
        "•" if _NO_LETTER.fullmatch(text) else text,
        x0=float(found["x0"]),
        x1=float(found["x1"]),
        top=top,
        bottom=bottom,
        size=float(found.get("size") or bottom - top),
        is_bold=is_bold,
        is_italic=is_italic,
    )


@lru_cache(maxsize=64)  # a document has few fonts
def _style(font: str) -> tuple[bool, bool]:
    """Whether the name of a font says that it is bold, and italic."""
    return bool(_BOLD.search(font)), bool(_ITALIC.search(font))


def whole_words(words: Iterable[PrintedWord]) -> list[PrintedWord]:
    """The words as they are read: one whose ligature is set in a font of its own comes in pieces without gaps."""
    found: list[PrintedWord] = []
    for word in words:
        last = found[-1] if found else None
        if last and _goes_on(last, word):
            found[-1] = replace(last, text=last.text + word.text, x1=word.x1)
        else:
            found.append(word)
    return found


def _goes_on(last: PrintedWord, word: PrintedWord) -> bool:
    is_near = abs(word.x0 - last.x1) < _NO_GAP * word.size and abs(word.middle - last.middle) < _NO_GAP * word.size
    return is_near and last.is_bold == word.is_bold and last.text[-1].isalpha() and word.text[0].isalpha()


def lines_of(words: Iterable[PrintedWord]) -> list[PrintedLine]:
    """The lines that words make, from the top, numbered from 1."""
    rows: list[list[PrintedWord]] = []
    for word in sorted(words, key=lambda each: (each.middle, each.x0)):
        last = rows[-1][0] if rows else None
        if last is None or abs(word.middle - last.middle) > _SAME_LINE * min(word.size, last.size):
            rows.append([])
        rows[-1].append(word)
    return [PrintedLine(tuple(sorted(row, key=lambda each: each.x0)), n) for n, row in enumerate(rows, 1)]


def as_line(parts: Sequence[PrintedLine], page: int) -> Line:
    """Lines that are one, joined, as a line of the document."""
    text = parts[0].text
    for part in parts[1:]:
        is_joined = text.endswith(("\u00ad", "-")) and not text.endswith(" -")
        is_broken = is_joined and part.text[:1].islower()
        between = "" if is_joined and _DOUBLE.search(text) and part.text[:1].isupper() else " "
        text = f"{text.rstrip(chr(0xAD) + '-')}{part.text}" if is_broken else f"{text}{between}{part.text}"
    text = _ACCENT.sub(_accented, re.sub(r"(?<=\d[:.])\u00ad(?=\d)", "", text))
    plain = _BULLET.sub("", text)
    last = parts[-1].number
    return Line(
        plain,
        parts[0].number,
        page,
        is_bold=parts[0].is_bold,
        is_bullet=plain != text,
        last=last if len(parts) > 1 else 0,
    )


def _accented(found: re.Match[str]) -> str:
    """A letter with the accent that is printed before it, as TeX does."""
    return unicodedata.normalize("NFC", found[2].replace("\u0131", "i") + _ACCENTS[found[1]])
