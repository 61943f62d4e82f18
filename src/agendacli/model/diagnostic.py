"""Diagnostics: severity, stable code, message, span, notes."""

from collections.abc import Iterable
from enum import StrEnum

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


class Severity(StrEnum):
    """The weight of a finding: an error makes the input invalid, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Code:
    """A kind of finding: its stable name, its severity, and its text for docs/errors.md."""

    name: str
    severity: Severity
    summary: str
    advice: str


@frozen
class Note:
    """A sentence that belongs to a diagnostic, with the other place that it refers to, if any."""

    message: str
    span: Span | None = None


@frozen
class Diagnostic:
    """One finding about one input: a code, a message (lower case, says what to do) and its place."""

    code: Code
    message: str
    span: Span
    notes: tuple[Note, ...] = ()

    @property
    def severity(self) -> Severity:
        """Error or warning, by the code."""
        return self.code.severity

    def __str__(self) -> str:
        return f"{self.span}: {self.severity}[{self.code.name}]: {self.message}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics without duplicates, by file, line and column; equal places by code."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda each: (each.span, each.code.name, each.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the diagnostics is an error."""
    return any(each.severity is Severity.ERROR for each in diagnostics)
