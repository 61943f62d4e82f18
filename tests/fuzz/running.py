"""One run of the tool, as a child of this process that has imported it already, within limits."""

import contextlib
import os
import pkgutil
import resource
import signal
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import agendacli
from agendacli.__main__ import main
from agendacli.cli.broken import BROKEN

SECONDS = 10
"""Of the processor, for one run."""

PATIENCE = 60.0
"""Seconds on the clock: a machine may have other things to do."""

MEGABYTES = 600
_FINE = (0, 1, 2)
_PAUSE = 0.002
_FOR_ALL = {"AGENDA_CONFIG": "config.toml", "AGENDA_SCHEDULE": "mine.txt", "AGENDA_CACHE": "kept", "EDITOR": "true"}


def fault_of(words: Sequence[str], folder: Path) -> str | None:
    """What is wrong with how a run of that line ends in a folder; None where it ends as it should."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _run(words, folder)
    status = _ended(child)
    told = (folder / "stderr").read_text(errors="replace")
    if status is None:
        return f"does not end in {PATIENCE:.0f} seconds"
    if os.WIFSIGNALED(status):
        name = signal.Signals(os.WTERMSIG(status)).name
        return f"takes more than {SECONDS} seconds" if name == "SIGXCPU" else f"dies of {name}"
    if "Traceback" in told:
        return told.strip().rpartition("\n")[2]
    code = os.waitstatus_to_exitcode(status)
    if code == BROKEN:
        return told.strip()
    return None if code in _FINE else f"ends with exit code {code}"


def import_everything() -> None:
    """Import all modules of the tool, so that no run has to."""
    for each in pkgutil.walk_packages(agendacli.__path__, "agendacli."):
        if not each.name.endswith("__main__"):
            import_module(each.name)


def _ended(child: int) -> int | None:
    """The status with which a child ends; None for one that had to be killed."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(_PAUSE)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _run(words: Sequence[str], folder: Path) -> None:
    """Be the tool, and end as it ends."""
    import traceback

    code = 1
    try:
        _settle(folder)
        sys.argv = ["agenda", *words]
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 (whatever it is, it is what is looked for)
        traceback.print_exc()
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _settle(folder: Path) -> None:
    """Go into the folder, with nothing of the user's own, output into files there, and limits."""
    os.chdir(folder)
    for each in [name for name in os.environ if name.startswith(("AGENDA", "XDG"))]:
        del os.environ[each]
    os.environ |= {**_FOR_ALL, "HOME": str(folder)}
    for number, name, flags in ((0, os.devnull, os.O_RDONLY), (1, "stdout", _NEW), (2, "stderr", _NEW)):
        os.dup2(os.open(name, flags, 0o600), number)
    sys.stdin, sys.stdout, sys.stderr = (open(n, mode, encoding="utf-8") for n, mode in enumerate(("r", "w", "w")))  # noqa: PTH123, SIM115
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20,) * 2)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
