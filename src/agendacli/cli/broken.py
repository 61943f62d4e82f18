"""What is told when the tool itself breaks: one paragraph. Where in the code that was goes into a file of the cache.

Neither holds anything of a programme: messages of exceptions and lines of code may quote it, and are left out.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from agendacli import __version__

T = TypeVar("T")

BROKEN = 70  # EX_SOFTWARE of sysexits.h, which no answer of ours has
_FILE = "traceback.txt"
_MOST_EXCEPTIONS = 10
_MOST_PLACES = 30  # at either end; what calls itself has a thousand between
_PRIVATE = 0o077
_AGAIN = "with AGENDA_CACHE=FOLDER the same line writes one, which holds nothing of your programme"


def tell_broken(fault: BaseException, words: Sequence[str]) -> int:
    """Tells which command broke and where to report it, and keeps where in the code; returns the exit code.

    `words` are those of the line. A shell that asks for completions is told nothing.
    """
    ran = _trying(partial(_ran, words), "the command line")
    where = _trying(partial(_kept, fault, ran), f"; no traceback could be kept: {_AGAIN}")
    if not _trying(_is_completing, otherwise=False):
        _say(
            f"agenda: agendacli {__version__} broke while it ran {ran}: {_kind(fault)}. That is a fault of the tool, "
            f"not of your files. Please report it where you have agendacli from{where}.\n"
        )
    return BROKEN


def _trying(what: Callable[[], T], otherwise: T) -> T:
    """What that returns; where it breaks as well, what can be said without."""
    try:
        return what()
    except Exception:  # noqa: BLE001 (of what broke already anything may be broken)
        return otherwise


def _is_completing() -> bool:
    from agendacli.cli.run.outcome import is_completing

    return is_completing()


def _say(text: str) -> None:
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()


def _ran(words: Sequence[str]) -> str:
    """The command and the names of its options, without whatever else was typed."""
    from agendacli.cli.menu import BEFORE_PATHS, command_among, options_of

    command = command_among(words)
    known = {*BEFORE_PATHS, "--version", "--verbose", "--help"}
    with suppress(Exception):  # building the command may be what is broken
        known |= options_of(command).keys()
    named = dict.fromkeys(name for each in words if (name := _name(each)) in known)
    return f"`{' '.join(['agenda', *filter(None, [command])])}`" + (f" with {', '.join(named)}" if named else "")


def _name(word: str) -> str:
    """The name of the option that a word may be, without a value behind it."""
    return word.partition("=")[0] if word.startswith("--") else word[:2]


def _kept(fault: BaseException, ran: str) -> str:
    """Where the traceback was written, or why it was not; the end of a sentence."""
    from agendacli.files import FileError
    from agendacli.files.paths import cache_folder

    folder = cache_folder(os.environ)
    if folder is None:
        return f"; no traceback was kept, as AGENDA_CACHE is `off`: {_AGAIN}"
    try:
        _write(folder / _FILE, "\n".join(_report(fault, ran)))
    except (FileError, OSError) as why:
        return f"; no traceback could be kept ({why}): {_AGAIN}"
    return f", with {folder / _FILE}, which says where in the code it happened and holds nothing of your programme"


def _write(file: Path, text: str) -> None:
    """Writes it for this user only. Raises FileError."""
    from agendacli.files.paths import remove
    from agendacli.files.writing import make_private_folder, write_own

    os.umask(_PRIVATE)  # of a process that is about to end
    make_private_folder(file.parent)
    remove(file)
    write_own(file, f"{text}\n".encode())


def _report(fault: BaseException, ran: str) -> Iterator[str]:
    yield f"agendacli {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    yield ran
    for each in _chain(fault):
        yield f"\n{_kind(each)}"
        yield from _shortened(tuple(_places(each.__traceback__)))


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    """The exception, then what led to it, that to this, and so on."""
    for _ in range(_MOST_EXCEPTIONS):
        if fault is None:
            return
        yield fault
        fault = fault.__cause__ or fault.__context__


def _kind(fault: BaseException) -> str:
    return type(fault).__qualname__


def _places(traceback: TracebackType | None) -> Iterator[str]:
    """Module, line and function of each call, the outermost first."""
    while traceback:
        frame = traceback.tb_frame
        yield f"  {frame.f_globals.get('__name__')}:{traceback.tb_lineno} {frame.f_code.co_qualname}"
        traceback = traceback.tb_next


def _shortened(places: tuple[str, ...]) -> tuple[str, ...]:
    if len(places) <= 2 * _MOST_PLACES:
        return places
    return (*places[:_MOST_PLACES], f"  … {len(places) - 2 * _MOST_PLACES} more", *places[-_MOST_PLACES:])
