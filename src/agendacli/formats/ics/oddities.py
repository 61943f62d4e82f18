"""Oddities in an iCalendar file, which are tolerated: each kind is reported once, however often it occurs."""

from agendacli.model.diagnostic import Code, Note
from agendacli.model.findings import Findings
from agendacli.model.span import Span


class _Kind:
    """One kind of oddity: where it was met first and last, and how often. (No dataclass: making one takes 2 ms.)"""

    __slots__ = ("count", "last", "line", "message")

    def __init__(self, line: int, message: str) -> None:
        self.line = self.last = line
        self.message = message
        self.count = 1


class Oddities:
    """The oddities of one file. Files repeat theirs by the hundred: each kind is one diagnostic with a count."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.file = file
        self._findings = findings
        self._kinds: dict[tuple[Code, str], _Kind] = {}

    def tell(self, code: Code, line: int, message: str, kind: str = "") -> None:
        """Adds an oddity; those of one `kind` (else of one message) are reported once, in the words of the first."""
        key = code, kind or message
        known = self._kinds.get(key)
        if known:
            known.count += 1
            known.line, known.last = min(known.line, line), max(known.last, line)
        else:
            self._kinds[key] = _Kind(line, message)

    def lose(self, code: Code, line: int, message: str) -> None:
        """Report a loss, each for itself."""
        self._findings.report(code, Span(self.file, line), message)

    def report(self) -> None:
        """Reports the oddities in the order of their lines, those of bytes before those of content."""
        for (code, _), kind in sorted(self._kinds.items(), key=lambda each: each[1].line):
            self._findings.report(code, Span(self.file, kind.line), kind.message, *self._others(kind))

    def _others(self, kind: _Kind) -> tuple[Note, ...]:
        if kind.count == 1:
            return ()
        last = Span(self.file, kind.last)
        return (Note(f"{kind.count - 1} more like it, the last in line {kind.last}", last),)
