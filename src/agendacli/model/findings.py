"""The diagnostics of one reading, gathered as they are found."""

from agendacli.model.diagnostic import Code, Diagnostic, Note
from agendacli.model.span import Span

_LONGEST = 500  # characters of a message: nobody reads more, and a file may hold a text of megabytes
_BEGINNING = 250


class Findings:
    """A list of diagnostics that grows; readers are handed one and report into it instead of raising."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._once: set[tuple[str, str]] = set()

    def report(self, code: Code, span: Span, message: str, *notes: Note) -> None:
        """Keep a diagnostic. Of a message that quotes a text of many lines the middle is left out."""
        if len(message) > _LONGEST:
            message = f"{message[:_BEGINNING]} … {message[_BEGINNING - _LONGEST :]}"
        self._found.append(Diagnostic(code, message, span, notes))

    def report_once(self, code: Code, span: Span, message: str) -> None:
        """Keep a diagnostic unless that file has one of the code: what is mended in one place is told once."""
        if (code.name, span.file) not in self._once:
            self._once.add((code.name, span.file))
            self.report(code, span, message)

    def extend(self, diagnostics: "tuple[Diagnostic, ...]") -> None:
        """Keep the diagnostics of another reading."""
        self._found.extend(diagnostics)

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """What was found so far, in the order of finding."""
        return tuple(self._found)
