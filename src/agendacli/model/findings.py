"""The diagnostics of one reading, collected as they are found."""

from agendacli.model.diagnostic import Code, Diagnostic, Note
from agendacli.model.span import Span

_LONGEST = 500  # characters of a message: nobody reads more, and a file may hold a text of megabytes
_BEGINNING = 250


class Findings:
    """A growing list of diagnostics; readers report into it instead of raising."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._once: set[tuple[str, str]] = set()

    def report(self, code: Code, span: Span, message: str, *notes: Note) -> None:
        """Adds a diagnostic. A message that quotes a long text is shortened in the middle."""
        if len(message) > _LONGEST:
            message = f"{message[:_BEGINNING]} … {message[_BEGINNING - _LONGEST :]}"
        self._found.append(Diagnostic(code, message, span, notes))

    def report_once(self, code: Code, span: Span, message: str) -> None:
        """Adds a diagnostic unless the file has one of that code: what is mended in one place is reported once."""
        if (code.name, span.file) not in self._once:
            self._once.add((code.name, span.file))
            self.report(code, span, message)

    def extend(self, diagnostics: "tuple[Diagnostic, ...]") -> None:
        """Adds the diagnostics of another reading."""
        self._found.extend(diagnostics)

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """The diagnostics so far, in the order in which they were found."""
        return tuple(self._found)
