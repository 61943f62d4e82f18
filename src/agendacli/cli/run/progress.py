"""Shows on a terminal what takes more than a second, until it is done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

AFTER = 1.0


@contextmanager
def patience(what: str, width: int, *, after: float = AFTER, stream: TextIO | None = None) -> Iterator[None]:
    """Shows `agenda: reading …` after `after` seconds, while it lasts, on a terminal of that width."""
    from threading import Timer

    from agendacli.words.harmless import harmless

    line = f"agenda: {harmless(what)} ..."[: width - 1]
    said: list[str] = []
    timer = Timer(after, _say, (line, said, stream or sys.stderr))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said:
            _write(f"\r{' ' * len(line)}\r", stream or sys.stderr)


def _say(line: str, said: list[str], stream: TextIO) -> None:
    said.append(line)
    _write(line, stream)


def _write(text: str, stream: TextIO) -> None:
    stream.write(text.encode(stream.encoding or "utf-8", "replace").decode(stream.encoding or "utf-8"))
    stream.flush()
