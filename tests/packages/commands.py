"""Runs every command line of the README, or of the pages that are named, with the `agenda` on PATH, as readers type it.

Lines of `sh` blocks that begin with `agenda` are run page by page, each in a folder with the files that the page speaks
of. Exit codes 0 and 1 are answers; anything else is told, and makes this one 1. It needs nothing but Python and bash.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?<=```sh\n).*?(?=```\n)", re.DOTALL)
FIRST = tuple(f"agenda export vienna-session -o {name}" for name in ("calendar.ics", "published.ics", "letter.docx"))
ON_A_TERMINAL = re.compile(r"agenda pick\s*#")
STUBS = {"fzf": "head -n 1", "jq": "cat", "mail": "cat", "notify-send": "cat"}


def example() -> str:
    """The definition that the README shows."""
    found = re.search(r"(?<=```yaml\n)title: Spring School.*?(?=```\n)", _text(ROOT / "README.md"), re.DOTALL)
    return found.group() if found else ""


def lines_of(page: Path) -> list[str]:
    """The command lines of a page that begin with `agenda`, less those that wait for somebody at a terminal."""
    lines = (line for block in BLOCK.findall(_text(page)) for line in block.splitlines())
    return [each for each in lines if each.startswith("agenda ") and not ON_A_TERMINAL.match(each)]


def faults(page: Path, folder: Path) -> Iterator[str]:
    """Each command line of a page that does not end with 0 or 1, and what it tells."""
    _prepare(folder)
    environment = {
        "PATH": os.pathsep.join((os.environ["PATH"], str(folder / "stubs"))),
        "HOME": str(folder / "home"),
        "LC_ALL": "C.UTF-8",
        "SITE": "https://example.org",
        "TARGET_BRANCH": "main",
        "AGENDA_EVENTS": os.pathsep.join(("bundled", str(folder / "today.yaml"))),
        **{name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ},
    }
    for line in (*FIRST, *lines_of(page)):
        found = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],  # noqa: S607 (the shell of a reader)
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if found.returncode not in (0, 1) or "Traceback" in found.stderr:
            yield f"{page.name}: {line}\n  ends with {found.returncode}: {found.stderr.strip()}"


def _prepare(folder: Path) -> None:
    """The files that the pages speak of, and a stand-in for each foreign program that is not installed."""
    for name in ("stubs", "home", "events"):
        (folder / name).mkdir()
    for name in ("spring-school.yaml", "programme.yaml", "school.yaml", "events/spring-school.yaml"):
        (folder / name).write_text(example(), encoding="utf-8")
    today = f"title: Today\nzone: UTC\ndays:\n  {datetime.now(UTC).date()}:\n    - 00:00-24:00: Tea\n"
    (folder / "today.yaml").write_text(today, encoding="utf-8")
    for name, command in STUBS.items():
        if not which(name):
            stub = folder / "stubs" / name
            stub.write_text(f"#!/bin/sh\nexec {command}\n", encoding="utf-8")
            stub.chmod(0o755)
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for line in (["init", "-q"], ["add", "events"], [*author, "commit", "-qm", "a"], ["update-ref", _REMOTE, "HEAD"]):
        subprocess.run(["git", *line], cwd=folder, check=True)  # noqa: S607


_REMOTE = "refs/remotes/origin/main"


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def main(pages: Sequence[str]) -> int:
    """Run the README, or the pages; how many lines ran, or which failed."""
    told: list[str] = []
    ran = 0
    for page in map(Path, pages or [str(ROOT / "README.md")]):
        with tempfile.TemporaryDirectory() as folder:
            told += faults(page, Path(folder))
        ran += len(lines_of(page))
    print("\n".join(told) or f"{ran} command lines run")  # noqa: T201
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
