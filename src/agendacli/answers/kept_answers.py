"""What is kept of answers, for people: a list of it, and its end."""

import marshal
import os
from contextlib import suppress
from typing import NamedTuple

from agendacli.answers.keeping import opened_folder
from agendacli.answers.replaying import FOLDER, holds, kept_in


class KeptAnswer(NamedTuple):
    """A kept answer for people: the line that it answers (empty: it is damaged), its bytes, whether it still holds."""

    source: str
    size: int
    is_current: bool


def kept_answers(cache: str) -> tuple[KeptAnswer, ...]:
    """What is kept in that cache folder, by line."""
    with suppress(OSError), opened_folder(f"{cache}/{FOLDER}") as folder:
        return tuple(sorted(_told(folder, name) for name in os.listdir(folder)))
    return ()


def forget_answers(cache: str) -> int:
    """Removes every answer of that cache folder; returns how many there were. OSError if that cannot be done."""
    folder, found = f"{cache}/{FOLDER}", 0
    if os.path.isdir(folder):
        with opened_folder(folder) as there:
            for name in os.listdir(there):
                os.unlink(name, dir_fd=there)
                found += 1
        os.rmdir(folder)
    return found


def _told(folder: int, name: str) -> KeptAnswer:
    size = os.stat(name, dir_fd=folder, follow_symlinks=False).st_size
    kept = kept_in(folder, name)
    if kept is None:
        return KeptAnswer("", size, is_current=False)
    words = marshal.loads(kept[0])[0]  # noqa: S302 (this user's own)
    return KeptAnswer(" ".join(("agenda", *words[1:])), size, holds(kept))
