"""libical as a yardstick: a few lines of C, compiled when a compiler and Debian's libical-dev are there."""

import shutil
import subprocess
from pathlib import Path

from benchmarks.bench import INSIDE, Bench
from benchmarks.measuring import Subject

LIBICAL = "libical"


def compiled(folder: Path) -> str | None:
    """The program that parses a file with libical and tells its seconds; None when it cannot be made."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    program = folder / "libical"
    if program.exists() or compiler is None:
        return str(program) if program.exists() else None
    made = subprocess.run(
        [compiler, "-O2", "-o", str(program), str(INSIDE / "libical.c"), "-lical"], capture_output=True, check=False
    )
    return str(program) if made.returncode == 0 else None


def libical(bench: Bench, path: Path) -> tuple[Subject, ...]:
    """The subject that parses that file, or nothing where it is not installed."""
    program = compiled(bench.folder)
    return (Subject(LIBICAL, (program, str(path)), inside=True),) if program else ()
