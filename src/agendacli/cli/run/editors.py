"""The user's editor: finding it, opening it at a line, and waiting for it."""

import shlex
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

VARIABLES = ("VISUAL", "EDITOR")
_PLUS_LINE = frozenset(("vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak"))
_COLON_LINE = frozenset(("hx", "helix", "subl", "zed"))
_GOTO_LINE = frozenset(("code", "code-insiders", "codium", "cursor", "windsurf"))
# Editors that return to the terminal while their window is open, and the option that makes them wait.
_WAIT = dict.fromkeys((*_GOTO_LINE, "subl", "zed"), "--wait") | {"gvim": "--nofork"}


def editor_of(environment: Mapping[str, str]) -> str | None:
    """The command of the user's editor: VISUAL, else EDITOR; None if neither is set."""
    return next((environment[name] for name in VARIABLES if environment.get(name, "").strip()), None)


def opening(editor: str, path: Path, line: int) -> list[str]:
    """The command that opens a file at a line and ends when the user is done; ValueError if a quote is not closed.

    An unknown editor gets only the file.
    """
    words = shlex.split(editor)
    name = _name(words)
    wait = [_WAIT[name]] if name in _WAIT and _WAIT[name] not in words else []
    if name in _PLUS_LINE:
        return [*words, *wait, f"+{line}", str(path)]
    if name in _COLON_LINE:
        return [*words, *wait, f"{path}:{line}"]
    return [*words, *wait, "--goto", f"{path}:{line}"] if name in _GOTO_LINE else [*words, str(path)]


def is_known(editor: str) -> bool:
    """Whether it surely is an editor that ends only when the user is done."""
    name = _name(editor.split())
    return any(name in names for names in (_PLUS_LINE, _COLON_LINE, _GOTO_LINE))


def open_in(editor: str, path: Path, line: int) -> str | None:
    """Lets the user edit the file; returns what went wrong, None if nothing did."""
    try:
        command = opening(editor, path, line)
    except ValueError:
        return f"a quote in VISUAL or EDITOR is not closed: `{editor}`"
    # Ctrl-C belongs to the editor while it runs; a handler, unlike SIG_IGN, is not inherited.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        status = subprocess.run(command, check=False).returncode  # noqa: S603 (the user's own choice)
    except OSError as fault:
        return f"the editor `{command[0]}` cannot be run: {str(fault.strerror).lower()}; set VISUAL or EDITOR"
    finally:
        signal.signal(signal.SIGINT, before)
    return f"the editor ended with exit code {status}" if status else None


def _name(words: list[str]) -> str:
    return Path(words[0]).name.removesuffix(".exe")
