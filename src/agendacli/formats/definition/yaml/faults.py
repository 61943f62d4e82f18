"""Errors of the YAML parser as diagnostics that say what to do, and repairs with which reading can go on."""

import re

from agendacli.model.codes import TAB, UNQUOTED_COLON, YAML_SYNTAX
from agendacli.model.diagnostic import Note
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.span import Span


@frozen
class Stop:
    """Why and where a parser gave up (line and column from 0), and where that which it was reading begins."""

    problem: str
    line: int
    column: int
    begin: tuple[int, int] | None = None


@frozen
class Repair:
    """A text with a value in quotes, and where (line and column from 0) the quotes were put."""

    text: str
    line: int
    column: int


_TABBED = re.compile(r"[ -]*\t")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # as the YAML parser counts lines
_KEY = re.compile(r"(?P<indent>[ -]*)(?P<key>[^\s#'\"\[{][^#]*?):\s+(?=\S)")
_COMMENT = re.compile(r"(?<!\s)\s+#.*")

# Faults in a list or mapping begun earlier are reported where that begins.
_BEGUN = {
    "did not find expected ',' or ']'": "the bracket `[` is not closed; close it, or quote the text that it begins",
    "did not find expected ',' or '}'": "the brace `{` is not closed; close it, or quote the text that it begins",
    "found unexpected end of stream": "the quotation that begins here does not end; close the quote",
    "did not find expected alphabetic or numeric character": "no text can begin with this character; quote the text",
    "could not find expected ':'": "this key has no colon and value; add them, or indent it if the text above goes on",
}
_BAD_BEGINNINGS = (
    "found character that cannot start any token",
    "did not find expected alphabetic or numeric character",
)
_COLON_IN_BRACKETS = "a text inside brackets contains this colon; quote that text"
_HERE = {
    "did not find expected key": "this does not line up with the keys above it; indent it as they are",
    "did not find expected '-' indicator": "this does not line up with the items above it; indent it as they are",
    "found character that cannot start any token": "no text can begin with this character; quote the text",
    "found unknown escape character": "no escape is written so in double quotes; write `\\\\` for a backslash",
    "did not find expected hexdecimal number": "no escape is written so in double quotes; write `\\\\` for a backslash",
    "did not find expected node content": "a value is missing here; write it, or quote the text",
    "did not find expected <document start>": "this follows the end of the document; delete what does not belong to it",
}


def report_stop(stop: Stop, text: str, file: str, findings: Findings) -> Repair | None:
    """Report why a parser gave up; where quotes are all that is missing, the text with them."""
    lines = _LINE_END.split(text)
    lines += [""] * (stop.line + 1 - len(lines))  # YAML ends lines in more ways
    line = lines[stop.line]
    if "tab character" in stop.problem or _TABBED.match(line):
        _report_tabs(lines, file, findings)
        return None
    if stop.problem.startswith("mapping values are not allowed"):
        return _report_colon(stop, lines, file, findings)
    if stop.problem in _BEGUN and stop.begin:
        return _report_begun(stop, stop.begin, lines=lines, file=file, findings=findings)
    _report_here(stop, line, file, findings)
    return _without_bad_beginning(stop.problem, stop.line, stop.column, lines)


def _without_bad_beginning(problem: str, number: int, column: int, lines: list[str]) -> Repair | None:
    """The text with a value in quotes that begins with a character such as `@`, if that is the problem."""
    match = _KEY.match(lines[number]) if problem in _BAD_BEGINNINGS else None
    return _with_quotes(lines, number, match) if match and match.end() == column else None


def _report_tabs(lines: list[str], file: str, findings: Findings) -> None:
    for number, line in enumerate(lines, start=1):
        if match := _TABBED.match(line):
            findings.report(TAB, Span(file, number, match.end()), "a tab indents this line; indent with spaces")


def _report_begun(stop: Stop, begin: tuple[int, int], lines: list[str], file: str, findings: Findings) -> Repair | None:
    here = Span(file, stop.line + 1, stop.column + 1)
    if stop.line == begin[0] and lines[stop.line][stop.column :].startswith(":"):
        findings.report(UNQUOTED_COLON, here, _COLON_IN_BRACKETS)
        return None
    note = Note("reading on fails here", here)
    findings.report(YAML_SYNTAX, Span(file, begin[0] + 1, begin[1] + 1), _BEGUN[stop.problem], note)
    return _without_bad_beginning(stop.problem, *begin, lines)


def _report_here(stop: Stop, line: str, file: str, findings: Findings) -> None:
    message = _HERE.get(stop.problem, stop.problem)
    if stop.problem == "did not find expected key" and line[: stop.column].strip(" -"):
        message = "the value ends before this; quote the whole text"
    findings.report(YAML_SYNTAX, Span(file, stop.line + 1, stop.column + 1), message)


def _report_colon(stop: Stop, lines: list[str], file: str, findings: Findings) -> Repair | None:
    match = _KEY.match(lines[stop.line])
    if not match or match.end() > stop.column:
        message = "a text cannot go on with a key; quote the text, or indent this line as the keys above"
        findings.report(YAML_SYNTAX, Span(file, stop.line + 1, stop.column + 1), message)
        return None
    value = _COMMENT.sub("", lines[stop.line][match.end() :]).rstrip()
    last = _last_line(lines, stop.line, match)
    advice = f"quote it: {quoted(value)}" if last == stop.line else f"quote it, from here to the end of line {last + 1}"
    span = Span(file, stop.line + 1, match.end() + 1, len(value))
    findings.report(UNQUOTED_COLON, span, f"the text contains a colon; {advice}")
    return _with_quotes(lines, stop.line, match)


def quoted(text: str) -> str:
    """The text as YAML takes it in quotes: double ones if they need no escape."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _with_quotes(lines: list[str], number: int, match: re.Match[str]) -> Repair:
    """The text, with the value that begins after a key in quotes; no line and no earlier column moves."""
    last = _last_line(lines, number, match)
    value = [lines[number][match.end() :], *lines[number + 1 : last + 1]]
    value[-1] = _COMMENT.sub("", value[-1]).rstrip()
    begun = lines[number][: match.end()]
    text = "\n".join([*lines[:number], begun + quoted("\n".join(value)), *lines[last + 1 :]])
    return Repair(text, number, match.end())


def _last_line(lines: list[str], number: int, match: re.Match[str]) -> int:
    """The last line of a text that goes on in lines indented deeper than its key."""
    indent = len(match["indent"])
    last = number
    while last + 1 < len(lines) and _indent(lines[last + 1]) > indent:
        last += 1
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" ")) if line.strip() else 0
