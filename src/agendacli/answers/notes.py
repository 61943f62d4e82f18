"""What an answer depends on, noted while a run goes on."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOENT, ENOTDIR
from stat import S_ISDIR, S_ISREG
from typing import Any, Protocol

from agendacli.answers.replaying import LARGEST, KeptQuestion, Stamp, mark

# What lies here changes without a stamp.
_PSEUDO = ("/proc/", "/sys/", "/dev/")
# Copies of addresses in the cache folder, which grow old.
_WEB = "web"
_MISSING = (ENOENT, ENOTDIR)


class Glance(Protocol):
    """What a run saw of the clock: from when until before when it would have seen the same, seconds of the epoch."""

    since: float
    until: float


class Notes:
    """What one run read, looked for and wrote to standard output so far; `is_spoilt` once it cannot be kept."""

    def __init__(self, question: KeptQuestion) -> None:
        self.question = question
        self.begun = time.time()
        self.place = os.getcwd()
        self.is_spoilt = self.is_deaf = False
        self.inputs: dict[tuple[str, bool], Stamp] = {}
        self.scanned: set[str] = set()
        self.modules: dict[str, os.stat_result] = {}
        self.glances: list[Glance] = []
        self.pieces: list[bytes] = []
        self._size = 0

    def note(self, path: str, found: Stamp, *, follow: bool) -> None:
        """Takes a path that was looked at for an input; the first stamp counts, as it is the one before it was read."""
        if path.startswith(_PSEUDO) or f"{path}/".startswith(f"{self.question.cache}/{_WEB}/"):
            self.is_spoilt = True
        else:
            self.inputs.setdefault((path, follow), found)

    def look(self, path: str) -> None:
        """Takes a path that is about to be read for an input; what is neither file nor folder nor gone spoils it.

        What lies in a folder that nobody may enter can be read by who is inside of it, but not looked at.
        """
        found = mark(path)
        is_known = S_ISREG(found[0]) or S_ISDIR(found[0]) if isinstance(found, tuple) else found in _MISSING
        self.is_spoilt = self.is_spoilt or not is_known
        self.note(path, found, follow=True)

    def say(self, data: bytes) -> None:
        """Takes what was written to standard output."""
        self._size += len(data)
        if self._size > LARGEST:
            self.is_spoilt = True
            self.pieces.clear()
        elif not self.is_spoilt:
            self.pieces.append(data)

    @contextmanager
    def deaf(self) -> Iterator[None]:
        """While this holds, nothing is noted."""
        was_deaf, self.is_deaf = self.is_deaf, True
        try:
            yield
        finally:
            self.is_deaf = was_deaf

    def path(self, given: Any) -> str:  # noqa: ANN401 (whatever `os` takes for a path)
        """A path as text, absolute; nothing else of it changes, as `..` behind a link is not what it seems."""
        path = os.fsdecode(given)
        return path if path.startswith("/") else os.path.join(self.place, path)
