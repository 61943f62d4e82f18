"""The end of a run: results to standard output or a file, everything else to standard error, one exit code."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr, NoReturn, TextIO

import typer

if TYPE_CHECKING:
    from agendacli.cli.run.surroundings import Surroundings
    from agendacli.model.diagnostic import Diagnostic

DONE, FOUND, FAILED = 0, 1, 2
INTERRUPTED = 130
_BLOCK = 65536
_MOST_TOLD = 20  # diagnostics on a terminal, above the results


class RefusalError(Exception):
    """Why a question cannot be answered, in a line for each thing that is wrong; none where all of it was reported.

    What reads a question raises it and ends nothing: whoever asks decides what becomes of it.
    """


@contextmanager
def ending() -> Iterator[None]:
    """The one place where what goes on in it ends a run early. A closed pipe ends it silently, Ctrl-C with 130.

    What is refused is reported and ends it with exit code 2.
    """
    try:
        yield
    except BrokenPipeError:
        _abandon(sys.stdout)
        raise typer.Exit(DONE) from None
    except RefusalError as refused:
        for each in refused.args:
            tell(str(each))
        raise typer.Exit(FAILED) from None
    except typer.Abort:
        raise typer.Exit(INTERRUPTED) from None
    except EOFError as fault:  # a bug, of which Typer would make exit code 1, which means “found”
        raise RuntimeError from fault


def guarded(command: Callable[..., None], **values: object) -> None:
    """Runs a command to its end, however it ends; a file that cannot be read or written is one way of being refused."""
    with ending():
        try:
            command(**values)
        except Exception as fault:
            from agendacli.files import FileError  # who reads no file is not to import it

            if isinstance(fault, FileError):
                refuse(str(fault))
            raise
        sys.stdout.flush()


def open_closed_streams() -> None:
    """Opens the standard streams that the run was started without: input is empty, writing to output fails."""
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if isinstance(sys.stdout, TextIOWrapper):  # what Typer prints: answers are made writable before
        sys.stdout.reconfigure(errors="replace")


def is_completing() -> bool:
    """Whether a shell requests completions in this run: then nobody reads what it tells."""
    return any(f"_{name}_COMPLETE" in os.environ for name in ("AGENDA", "AGENDACLI"))


def is_of_output(fault: OSError) -> bool:
    """Whether it may come of writing to standard output: the system says why, and names no file."""
    return fault.filename is None and (fault.errno is not None or isinstance(fault, UnsupportedOperation))


def output_failed(fault: OSError) -> int:
    """Reports that standard output cannot be written, on a full disk for example; returns the exit code."""
    _abandon(sys.stdout)
    tell(f"standard output: {fault.strerror.lower() if fault.strerror else 'it is closed'}")
    return FAILED


def _abandon(stream: TextIO) -> None:
    """Redirects a standard stream to nowhere: Python flushes it again at exit, which must not fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def finish(*, sound: bool = True, found: bool = False) -> None:
    """Ends the command: 2 if the input had errors, 1 if the answer is "found" (or "none"), else 0."""
    if not sound:
        raise typer.Exit(FAILED)
    if found:
        raise typer.Exit(FOUND)


def refuse(message: str) -> NoReturn:
    """Raises RefusalError with a line that says what is wrong with the usage or the environment."""
    raise RefusalError(message)


def refuse_nameless(option: str, names: object) -> None:
    """Refuses that a file named by an option or argument is the empty text: an unset variable, perhaps."""
    if names == "" or (isinstance(names, list) and "" in names):
        refuse(f"{option}: a file without a name; if that comes from a variable, it is empty")


def refuse_all(messages: Iterable[object]) -> NoReturn:
    """Raises RefusalError with a line for each thing that is wrong."""
    raise RefusalError(*messages)


def tell(message: str) -> None:
    """Writes a line to standard error; whatever it quotes is made harmless."""
    from agendacli.words.harmless import harmless

    _warn(f"agenda: {harmless(message)}\n")


def _warn(text: str) -> None:
    """Writes to standard error; if that fails, the exit code has to report it."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def deliver(data: AnyStr, output: str | None) -> None:
    """Writes results to standard output, or atomically into a file."""
    deliver_all((data,), output)


def deliver_all(pieces: Iterable[AnyStr], output: str | None) -> None:
    """Writes results while they are made: to standard output the first piece at once, the rest in blocks.

    To a file as `deliver` does. Pieces of any size are requested one by one, and no more once a reader closed the pipe.
    """
    if output:
        from agendacli.files.writing import write_pieces

        write_pieces(
            Path(output), (each if isinstance(each, bytes) else each.encode("utf-8", "replace") for each in pieces)
        )
    else:
        for block in _blocks(pieces):
            _put(block)


def _put(block: str | bytes) -> None:
    """Writes to standard output at once, so that nothing on standard error overtakes it."""
    if isinstance(block, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(block)
    else:
        sys.stdout.write(_writable(block, sys.stdout.encoding or "ascii"))
    sys.stdout.flush()


def _writable(text: str, encoding: str) -> str:
    """The text; characters that the encoding lacks are replaced by plainer ones."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        from agendacli.words.encodable import encodable

        return encodable(text, encoding)
    return text


def _blocks(pieces: Iterable[AnyStr]) -> Iterator[AnyStr]:
    """The first pieces one by one, so that something shows at once; then pieces joined to growing blocks."""
    block: list[AnyStr] = []
    size = least = 0
    for each in pieces:
        block.append(each)
        size += len(each)
        if size >= least:
            yield block[0][:0].join(block)
            block, size, least = [], 0, min(2 * least or 1, _BLOCK)
    if block:
        yield block[0][:0].join(block)


def tell_diagnostics(
    diagnostics: "Iterable[Diagnostic]", texts: Mapping[str, str], surroundings: "Surroundings", *, colour: bool
) -> None:
    """Writes diagnostics to standard error: all of them, one line each; on a terminal the first with their lines.

    If some are left out there, errors come before warnings, and a line counts the rest.
    """
    found, drawn = tuple(diagnostics), surroundings.errors_on_terminal
    shown = found if not drawn or len(found) <= _MOST_TOLD else _gravest(found)
    _warn(diagnostics_text(shown, texts, surroundings, drawn=drawn, colour=colour))
    if len(shown) < len(found):
        _, *others = files = dict.fromkeys(each.span.file for each in found)
        file = "FILE" if others else next(iter(files))
        tell(f"and {len(found) - len(shown)} more; `agenda check {file}` shows what is wrong")


def _gravest(found: "tuple[Diagnostic, ...]") -> "tuple[Diagnostic, ...]":
    """The diagnostics to show on a terminal, errors before warnings, in their order."""
    from agendacli.model.diagnostic import Severity

    first = sorted(range(len(found)), key=lambda n: found[n].severity is not Severity.ERROR)[:_MOST_TOLD]
    return tuple(found[n] for n in sorted(first))


def diagnostics_text(
    diagnostics: "Iterable[Diagnostic]",
    texts: Mapping[str, str],
    surroundings: "Surroundings",
    *,
    drawn: bool,
    colour: bool,
) -> str:
    """The diagnostics as text: with their lines and carets, or plain with one line each."""
    found = tuple(diagnostics)
    if not found:
        return ""
    if not drawn:
        from agendacli.records.diagnostic import diagnostic_record
        from agendacli.records.lines import diagnostic_lines

        return "".join(f"{line}\n" for line in diagnostic_lines(diagnostic_record(each) for each in found))
    from agendacli.cli.run.surroundings import WIDEST
    from agendacli.render.terminal.console import draw
    from agendacli.render.terminal.diagnostics import draw_diagnostic

    width = min(surroundings.width, WIDEST)
    lines = {file: texts.get(file, "").split("\n") for file in {each.span.file for each in found}}
    drawings = (draw_diagnostic(each, _line(each, lines), width) for each in found)
    return draw(*drawings, width=width, colour=colour, encoding=surroundings.encoding)


def _line(diagnostic: "Diagnostic", lines: Mapping[str, Sequence[str]]) -> str | None:
    there, number = lines[diagnostic.span.file], diagnostic.span.line - 1
    return there[number] if number < len(there) else None
