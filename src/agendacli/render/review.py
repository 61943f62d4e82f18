"""A draft beside its document: the lines that are cited at the left, what was made of them at the right."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from agendacli.model.frozen import frozen
from agendacli.words.harmless import one_line

_RULE = " │ "
_NARROWEST = 24


@frozen
class ReviewRow:
    """What some lines of a document say, each with where it stands, and what was made of them."""

    said: tuple[tuple[str, str], ...]
    made: tuple[str, ...]


def review_text(rows: Sequence[ReviewRow], width: int) -> str:
    """The rows in two columns, an empty line between two of them."""
    column = max(_NARROWEST, (width - len(_RULE)) // 2)
    return "\n".join("".join(f"{line}\n" for line in _lines(row, column)) for row in rows)


def _lines(row: ReviewRow, column: int) -> Iterator[str]:
    left = [line for place, text in row.said for line in _wrapped(f"{place} {text}", column)]
    right = [line for text in row.made for line in _wrapped(text, column)]
    for said, made in zip_longest(left, right, fillvalue=""):
        yield f"{said:<{column}}{_RULE}{made}".rstrip()


def _wrapped(text: str, column: int) -> list[str]:
    """A text over as many lines as it needs, at most four: the end of a long paragraph tells nothing more."""
    lines = wrap(one_line(text), column, subsequent_indent="  ")
    return lines if len(lines) <= 4 else [*lines[:3], f"{lines[3][: column - 2]} …"]  # noqa: PLR2004 (as said)
