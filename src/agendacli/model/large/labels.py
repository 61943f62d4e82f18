"""The ids and titles of many sessions in one text, in which one is found without decoding the others."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from agendacli.model.programme import Session

_LINE, _CELL = b"\n", b"\t"


@final
class Labels:
    """A line of id and title for each session, in their order; `text` has a line break before each.

    What stands before `begin` in the text is none of it: so what was read need not be copied.
    """

    __slots__ = ("_begin", "_text")

    def __init__(self, text: bytes, begin: int = 0) -> None:
        self._text = text
        self._begin = begin

    @property
    def lines(self) -> bytes:
        """All lines."""
        return self._text[self._begin :]

    @classmethod
    def of(cls, sessions: "Iterable[Session]") -> "Labels":
        """Those of all these sessions, each of which is looked at."""
        return cls(b"".join(_LINE + _written(each.id) + _CELL + _written(each.title) for each in sessions) + _LINE)

    def number(self, id_: str) -> int | None:
        """The number of the last session with that id, from 0; None if there is none."""
        place = self._text.rfind(_LINE + _written(id_) + _CELL, self._begin)
        return None if place < 0 else self._text.count(_LINE, self._begin, place)

    def begun(self, start: str) -> Iterator[tuple[str, str]]:
        """The id and the title of each session whose id begins so, in their order."""
        sought = _LINE + _written(start)
        place = self._text.find(sought, self._begin)
        while place >= 0 and (end := self._text.find(_LINE, place + 1)) >= 0:
            id_, _, title = self._text[place + 1 : end].partition(_CELL)
            yield _read(id_), _read(title)
            place = self._text.find(sought, end)


def _written(text: str) -> bytes:
    """The text without line breaks and tabs; what begins a text begins it here, too."""
    return json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass")


def _read(text: bytes) -> str:
    return str(json.loads(b'"%s"' % text)) if b"\\" in text else text.decode("utf-8", "surrogatepass")
