"""Asks the tool with and without what is kept of answers, and compares: bytes, words on standard error, exit code."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"
MOMENT = 1_504_600_200.0  # 2017-09-05 08:30 UTC, a Tuesday on which the bundled events have sessions
Answered = tuple[bytes, bytes, int]


@dataclass
class Asking:
    """A place to ask in: its folder, environment and clock."""

    process: "subprocess.Popen[str]"
    place: Path
    aside: Path
    environment: dict[str, str]
    moment: float = MOMENT
    replayed: list[bool] = field(default_factory=list)
    settled: float = float("-inf")  # files of tests are new
    found: list[Answered] = field(default_factory=list)
    before: dict[str, bytes] | None = None

    def once(self, *words: str, kept: bool = True, stdout: str = "", stdin: str = os.devnull) -> Answered:
        """What the tool answers; whether that was kept stands in `replayed`."""
        out, errors, marks = (self.aside / name for name in ("out", "errors", "marks"))
        for each in (out, errors, marks):
            each.write_bytes(b"")
        asked = {
            "words": words,
            "environment": self.environment,
            "place": str(self.place),
            "moment": self.moment,
            "kept": kept,
            "stdin": stdin,
            "stdout": stdout or str(out),
            "stderr": str(errors),
            "marks": str(marks),
            "settled": self.settled,
        }
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        self._put_back()
        self.replayed.append(bool(marks.read_bytes()))
        return out.read_bytes(), errors.read_bytes(), code

    def stays(self) -> None:
        """From now on whatever a command writes is taken back after it."""
        self.before = self._files()

    def _files(self) -> dict[str, bytes]:
        return {str(each): each.read_bytes() for each in sorted(self.place.rglob("*")) if each.is_file()}

    def _put_back(self) -> None:
        found = self._files() if self.before is not None else {}
        for path, data in (self.before or {}).items():
            if found.get(path) != data:
                Path(path).write_bytes(data)
        for path in found.keys() - (self.before or {}).keys():
            Path(path).unlink()

    def alike(self, *words: str, stdout: str = "", stdin: str = os.devnull) -> Answered:
        """What the tool answers, which is what it answers without what is kept."""
        found = self.once(*words, stdout=stdout, stdin=stdin)
        was = self.replayed[-1]
        plain = self.once(*words, kept=False, stdout=stdout, stdin=stdin)
        self.replayed[-1] = was
        assert found == plain, (words, "replayed" if was else "run")
        return found

    def twice(self, *words: str) -> bool:
        """Whether the second answer is the first, kept; then it is the one that is given without, too."""
        self.found = first, second = [self.once(*words) for _ in range(2)]
        if not self.replayed[-1]:
            return False
        assert first == second == self.once(*words, kept=False), words
        return True

    def write(self, name: str, text: str) -> Path:
        """A file, written a moment after whatever was before."""
        pause()
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def pause() -> None:
    """Long enough for another stamp: the clock of a file system may go on in steps of ten milliseconds."""
    time.sleep(0.012)


@contextmanager
def started() -> Iterator["subprocess.Popen[str]"]:
    """A process that becomes the tool for each question."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, str(HERE / "zygote.py")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd="/"
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def in_folder(process: "subprocess.Popen[str]", folder: Path) -> Asking:
    """A place of one's own, with a home beside it in which nothing is settled."""
    place, home, aside = (folder / name for name in ("place", "home", "aside"))
    for each in (place, home, aside):
        each.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "AGENDA_CACHE": str(folder / "kept"),
        "AGENDA_EVENTS": ".",
        "EDITOR": "true",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
        "COLUMNS": "100",
    }
    return Asking(process, place, aside, environment)
