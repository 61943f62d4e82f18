"""The consoles in README and docs: every command is run, and prints exactly what the page shows.

Commands run in a shell, in a folder with the pages beside it, with `agenda` on the path. With UPDATE_DOCS=1 set
the pages are written anew from what is printed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from agendacli.cli.menu import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
WITH_LINES = [page for page in PAGES if "```sh\nagenda " in page.read_text(encoding="utf-8")]
CONSOLE = re.compile(r"(?<=```console\n).*?(?=```\n)", re.DOTALL)
CASES = [(page, block) for page in PAGES for block in CONSOLE.findall(page.read_text(encoding="utf-8"))]


def commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def tool_in(folder: Path) -> Path:
    """The command `agenda` of this checkout, in a folder to be put on the path."""
    tool = folder / "bin" / "agenda"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m agendacli \"$@\"\n")
    tool.chmod(0o755)
    return tool


def transcript(block: str, folder: Path) -> str:
    """The block as the commands in it print it now."""
    tool = tool_in(folder)
    environment = {"PATH": f"{tool.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80"}
    environment |= {"LC_ALL": "C.UTF-8", "HOME": str(folder), "AGENDA_EVENTS": "bundled"}
    (folder / "docs").symlink_to(ROOT / "docs")
    shown = ""
    for command in commands(block):
        found = subprocess.run(
            ["bash", "-c", command],  # noqa: S607 (the shell of a reader)
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            cwd=folder,
            env=environment,
            check=False,
        )
        shown += f"$ {command}\n{found.stdout}"
    return shown


@pytest.mark.parametrize(("page", "block"), CASES, ids=[f"{page.stem}-{n}" for n, (page, _) in enumerate(CASES)])
def test_console_shows_what_is_printed(page: Path, block: str, tmp_path: Path) -> None:
    printed = transcript(block, tmp_path)
    if os.environ.get("UPDATE_DOCS"):
        page.write_text(page.read_text(encoding="utf-8").replace(block, printed), encoding="utf-8")
    else:
        assert printed == block


@pytest.mark.parametrize("page", WITH_LINES, ids=lambda page: page.stem)
def test_command_lines_of_a_page_can_be_typed(page: Path, tmp_path: Path) -> None:
    """Lines without what they print, in `sh` blocks: each runs, and is answered."""
    path = f"{tool_in(tmp_path).parent}{os.pathsep}{os.environ['PATH']}"
    found = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "packages" / "commands.py"), str(page)],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    assert (found.returncode, found.stdout.endswith(" command lines run\n"), found.stderr) == (0, True, ""), (
        found.stdout
    )


def test_man_page_has_every_command_and_each_shared_option_once() -> None:
    page = (ROOT / "docs" / "agenda.1").read_text(encoding="utf-8")
    assert [each for each in COMMANDS if f".SS {each}\n" not in page] == []
    assert page.count(".B \\-\\-city CITY") == 1
