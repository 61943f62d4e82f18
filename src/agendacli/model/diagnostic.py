"""What is wrong with an input, as a value: severity, stable code, message, span, notes."""

from collections.abc import Iterable
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


class Severity(StrEnum):
    """How much a finding weighs: an error makes the input invalid, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Code:
    """A kind of finding: its stable name, its severity, and what to know about it (for the errors page)."""

    name: str
    severity: Severity
    summary: str
    advice: str


@frozen
class Note:
    """A sentence that belongs to a diagnostic, with the other place it speaks of, if there is one."""

    message: str
    span: Span | None = None


@frozen
class Diagnostic:
    """One finding about one input: a code, a message (lower case, with what to do), where it stands."""

    code: Code
    message: str
    span: Span
    notes: tuple[Note, ...] = ()

    @property
    def severity(self) -> Severity:
        """Error or warning, as the code says."""
        return self.code.severity

    def __str__(self) -> str:
        return f"{self.span}: {self.severity}[{self.code.name}]: {self.message}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, each once, by file, line and column; equal places by code."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda each: (each.span, each.code.name, each.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics is an error."""
    return any(each.severity is Severity.ERROR for each in diagnostics)
