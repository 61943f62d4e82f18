"""Names of rooms that read like several: `Ballroom AB`, `Hall 1+2`, `Hall 1, Hall 2`."""

import re
from collections.abc import Iterator, Sequence

_JOINED = r"\s*[,;/&+|、]\s*|\s+(?:and|und|et|y|e|og|och|en)\s+"
_RANGE = r"(?P<head>.*\S\s+)(?:(?P<first>\d{1,3})\s*[-–]\s*(?P<last>\d{1,3})|(?P<a>[A-Z])\s*[-–]\s*(?P<z>[A-Z]))"
_LETTERS = r"(?P<head>.*\S\s+)(?P<letters>[A-Z]{2,4})"
_MOST = 8
"""Rooms in one: what would be more is not a range of rooms."""


def rooms_in_name(name: str) -> Iterator[tuple[str, ...]]:
    """The names of which a name may be put together, at least two, in each way in which it can be read."""
    pieces = tuple(filter(None, re.split(_JOINED, name.strip())))
    if pieces[1:]:
        yield pieces
        yield from _of_one_head(pieces)
    elif found := re.fullmatch(_LETTERS, name.strip()):
        yield tuple(f"{found['head']}{letter}" for letter in found["letters"])
    elif found := re.fullmatch(_RANGE, name.strip()):
        yield from _range(found)


def _of_one_head(pieces: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """`Hall 1`, `2` as `Hall 1`, `Hall 2`; `Halls 1`, `2` are these as well."""
    head, blank, first = pieces[0].rpartition(" ")
    for each in dict.fromkeys((head, head.removesuffix("s"))) if head else ():
        yield tuple(f"{each}{blank}{piece}" for piece in (first, *pieces[1:]))


def _range(found: re.Match[str]) -> Iterator[tuple[str, ...]]:
    head = found["head"]
    names: Sequence[object] = ()
    if found["first"]:
        names = range(int(found["first"]), int(found["last"]) + 1)
    else:
        names = [chr(code) for code in range(ord(found["a"]), ord(found["z"]) + 1)]
    if 1 < len(names) <= _MOST:
        yield from (tuple(f"{each}{name}" for name in names) for each in dict.fromkeys((head, _singular(head))))


def _singular(head: str) -> str:
    return f"{head.rstrip().removesuffix('s')} "
