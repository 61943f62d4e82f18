"""Where in a DESCRIPTION of ours it is said which documents and which version of the programme an item is from."""

import re

SOURCES = "Sources"
ELSEWHERE = "In other documents"
STAGE = "Programme"
"""The word that begins the line with what is printed of the version: `Programme of 9 October 2017: provisional`."""

_STAGE = re.compile(rf"{STAGE}(?: of [^:\n]*)?: ")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


def without_provenance(text: str) -> str:
    """What a text says of the session itself, its paragraphs one by one: no documents, no version, nothing after it."""
    kept = [each for each in _ours(text) if not each.startswith((f"{SOURCES}:", f"{ELSEWHERE}:"))]
    head = "\n".join(line for line in kept[0].split("\n") if not _STAGE.match(line)) if kept else ""
    return "\n\n".join(filter(None, (head, *kept[1:])))


def added_behind(text: str) -> str:
    """What stands behind the documents, with which a text of ours ends: somebody else wrote that."""
    paragraphs = _paragraphs(text)
    return "\n\n".join(paragraphs[len(_ours(text)) :])


def _ours(text: str) -> list[str]:
    paragraphs = _paragraphs(text)
    last = [n for n, each in enumerate(paragraphs, 1) if each.startswith(f"{SOURCES}:")]
    return paragraphs[: last[-1]] if last else paragraphs


def _paragraphs(text: str) -> list[str]:
    return [each for each in map(_tidy, _PARAGRAPH.split(text)) if each]


def _tidy(paragraph: str) -> str:
    return "\n".join(map(str.rstrip, paragraph.split("\n"))).strip()
