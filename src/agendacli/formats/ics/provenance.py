"""Where in a DESCRIPTION of ours it is said which documents and which version of the programme an item is from."""

import re
from collections.abc import Sequence
from zlib import crc32

SOURCES = "Sources"
ELSEWHERE = "In other documents"
STAGE = "Programme"
"""The word that begins the line with what is printed of the version: `Programme of 9 October 2017: provisional`."""

MARKS = "X-AGENDA-TEXT"
"""The property that has a mark for each paragraph of the text, where no documents end it."""

_STAGE = rf"{STAGE}(?: of [^:\n]*)?: "
_PARAGRAPH = r"\n[ \t]*\n\s*"


def without_provenance(text: str) -> str:
    """What a text says of the session itself, its paragraphs one by one: no documents, no version, nothing after it."""
    kept = [each for each in _ours(text) if not each.startswith((f"{SOURCES}:", f"{ELSEWHERE}:"))]
    head = "\n".join(line for line in kept[0].split("\n") if not re.match(_STAGE, line)) if kept else ""
    return "\n\n".join(filter(None, (head, *kept[1:])))


def paragraph_marks(text: str) -> str:
    """A short number for each paragraph of a text, so that it is known later which of them stood there.

    Empty for a text that ends in the documents: what is behind those is somebody else's anyway.
    """
    paragraphs = _paragraphs(text)
    return "" if _documents(paragraphs) else " ".join(map(_mark, paragraphs))


def added_to(text: str, marks: str, now: str) -> str:
    """What somebody else wrote into a text of ours: its paragraphs that were not ours, as their marks say.

    Without marks it is what stands behind the documents, else behind all that we say `now`, if that is how it begins.
    """
    paragraphs, ours = _paragraphs(text), _paragraphs(now)
    if marks:
        return "\n\n".join(each for each in paragraphs if _mark(each) not in marks.split())
    documents = _documents(paragraphs)
    begins = paragraphs[: len(ours)] == ours
    return "\n\n".join(paragraphs[documents or (len(ours) if begins else len(paragraphs)) :])


def without_paragraphs(text: str, others: str) -> str:
    """A text without those paragraphs of it."""
    left_out = _paragraphs(others)
    return "\n\n".join(each for each in _paragraphs(text) if each not in left_out)


def _ours(text: str) -> list[str]:
    paragraphs = _paragraphs(text)
    return paragraphs[: _documents(paragraphs) or len(paragraphs)]


def _documents(paragraphs: Sequence[str]) -> int:
    """How many paragraphs there are up to and with the documents; 0 where there are none."""
    last = [n for n, each in enumerate(paragraphs, 1) if each.startswith(f"{SOURCES}:")]
    return last[-1] if last else 0


def _mark(paragraph: str) -> str:
    return f"{crc32(paragraph.encode()):08x}"


def _paragraphs(text: str) -> list[str]:
    return [each for each in map(_tidy, re.split(_PARAGRAPH, text)) if each]


def _tidy(paragraph: str) -> str:
    return "\n".join(map(str.rstrip, paragraph.split("\n"))).strip()
