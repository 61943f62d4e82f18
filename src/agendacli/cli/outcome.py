"""How a run ends: results to standard output or a file, everything else to standard error, one exit code."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

import typer

from agendacli.cli.surroundings import Surroundings
from agendacli.files import FileError, write_whole
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.harmless import harmless

DONE, FOUND, FAILED = 0, 1, 2
INTERRUPTED = 130


def guarded(command: Callable[..., None], **values: object) -> None:
    """Run a command. A closed pipe ends it quietly, a file that cannot be read or written with exit code 2."""
    try:
        command(**values)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_output()
        raise typer.Exit(DONE) from None
    except FileError as fault:
        refuse(str(fault))


def open_closed_streams() -> None:
    """Give the run the standard streams that it was started without: input is empty, writing to output fails."""
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def output_failed(fault: OSError) -> int:
    """Tell that standard output cannot be written, a full disk for example; gives the exit code."""
    _abandon_output()
    tell(f"standard output: {fault.strerror.lower() if fault.strerror else 'it is closed'}")
    return FAILED


def _abandon_output() -> None:
    """Lead standard output to nowhere: Python flushes it once more as it ends, and that must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(message: str) -> NoReturn:
    """End with a line of what is wrong with the usage or the environment, exit code 2."""
    tell(message)
    raise typer.Exit(FAILED)


def refuse_all(messages: Iterable[object]) -> NoReturn:
    """End with a line for each thing that is wrong, exit code 2."""
    for each in messages:
        tell(str(each))
    raise typer.Exit(FAILED)


def tell(message: str) -> None:
    """A line for people to standard error, harmless whatever it quotes."""
    sys.stderr.write(f"agenda: {harmless(message)}\n")


def deliver(data: str | bytes, output: str | None) -> None:
    """Results to standard output, or into a file whole or not at all."""
    if output:
        write_whole(Path(output), data.encode("utf-8", "replace") if isinstance(data, str) else data)
    elif isinstance(data, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(data.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()  # before anything that standard error says of it


def tell_diagnostics(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], surroundings: Surroundings, *, colour: bool
) -> None:
    """Diagnostics to standard error: with the line and a caret on a terminal, one line each elsewhere."""
    sys.stderr.write(
        diagnostics_text(diagnostics, texts, surroundings, drawn=surroundings.errors_on_terminal, colour=colour)
    )


def diagnostics_text(
    diagnostics: Iterable[Diagnostic],
    texts: Mapping[str, str],
    surroundings: Surroundings,
    *,
    drawn: bool,
    colour: bool,
) -> str:
    """The diagnostics as text: drawn with their lines, or plain with one line each."""
    found = tuple(diagnostics)
    if not found:
        return ""
    if not drawn:
        from agendacli.export.records.diagnostic import diagnostic_record
        from agendacli.render.plain import diagnostic_lines

        return "".join(f"{line}\n" for line in diagnostic_lines(diagnostic_record(each) for each in found))
    from agendacli.render.terminal.console import draw
    from agendacli.render.terminal.diagnostics import draw_diagnostic

    drawings = (draw_diagnostic(each, _line(each, texts), surroundings.width) for each in found)
    return draw(*drawings, width=surroundings.width, colour=colour, encoding=surroundings.encoding)


def _line(diagnostic: Diagnostic, texts: Mapping[str, str]) -> str | None:
    lines = texts.get(diagnostic.span.file, "").split("\n")
    number = diagnostic.span.line - 1
    return lines[number] if number < len(lines) else None
