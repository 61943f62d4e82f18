"""YAML text to nodes with spans. The only module that uses the YAML library.

The events of the C parser are built into nodes here: that gives every key and value its line and column, leaves all
values text (none of YAML 1.1's `12:30` = 750), and meets aliases before they unfold.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from agendacli.model.codes import (
    ALIAS,
    DUPLICATE_KEY,
    SEVERAL_DOCUMENTS,
    TAB,
    TOO_DEEP,
    UNQUOTED_COLON,
    WRONG_TYPE,
    YAML_SYNTAX,
)
from agendacli.model.diagnostic import Note
from agendacli.model.span import Span
from agendacli.source.findings import Findings
from agendacli.source.nodes import Items, Mapping, Node, Scalar, describe

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 40

_PROBLEMS = {
    "did not find expected ',' or ']'": "the bracket `[` is not closed before this",
    "did not find expected ',' or '}'": "the brace `{` is not closed before this",
    "found unexpected end of stream": "the text ends inside a quotation; close the quote",
    "did not find expected key": "this does not stand in line with the keys above it",
    "did not find expected '-' indicator": "this does not stand in line with the items above it",
    "found character that cannot start any token": "no text can begin with this character; quote the text",
    "could not find expected ':'": "this key has no colon and value",
}


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read; a mapping's keys and values alternate in `nodes`."""

    is_mapping: bool
    span: Span
    nodes: list[Node] = field(default_factory=list)


def read_nodes(text: str, file: str, findings: Findings) -> Node | None:
    """The root node of a YAML text, or None when there is none; every fault goes to `findings`."""
    builder = _Builder(file, findings)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return None
    except yaml.YAMLError as fault:
        _report_syntax(fault, text, file, findings)
        return None
    return None if builder.has_aliases else builder.root


class _Builder:
    """Builds nodes from parser events with an explicit stack, so that depth is bounded and never recursed."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.root: Node | None = None
        self.has_aliases = False
        self._file = file
        self._findings = findings
        self._stack: list[_Frame] = []
        self._documents = 0

    def take(self, event: Event) -> bool:
        """Take the next event; False when reading on would be of no use."""
        match event:
            case ScalarEvent():
                self._place(Scalar(event.value, self._span(event)))
            case MappingStartEvent() | SequenceStartEvent():
                return self._open(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._close()
            case AliasEvent():
                self._refuse_alias(event)
            case DocumentStartEvent():
                return self._begin_document(event)
        return True

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(self._file)
        length = end.column - start.column if end.line == start.line else 1
        return Span(self._file, start.line + 1, start.column + 1, max(length, 1))

    def _begin_document(self, event: Event) -> bool:
        self._documents += 1
        if self._documents > 1:
            message = "a second document begins here; put each programme into a file of its own"
            self._findings.report(SEVERAL_DOCUMENTS, self._span(event), message)
        return self._documents == 1

    def _open(self, event: Event) -> bool:
        span = self._span(event)
        if len(self._stack) == _DEEPEST:
            message = f"nested more than {_DEEPEST} levels deep; look for a missing bracket"
            self._findings.report(TOO_DEEP, span, message)
            return False
        self._stack.append(_Frame(isinstance(event, MappingStartEvent), span))
        return True

    def _close(self) -> None:
        frame = self._stack.pop()
        nodes = tuple(frame.nodes)
        if frame.is_mapping:
            self._place(Mapping(self._entries(nodes), frame.span))
        else:
            self._place(Items(nodes, frame.span))

    def _place(self, node: Node) -> None:
        if self._stack:
            self._stack[-1].nodes.append(node)
        else:
            self.root = node

    def _refuse_alias(self, event: AliasEvent) -> None:
        self.has_aliases = True
        span = self._span(event)
        self._findings.report(ALIAS, span, f"`*{event.anchor}` is an alias; write the text out")
        self._place(Scalar("", span))

    def _entries(self, nodes: tuple[Node, ...]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in list(pairwise(nodes))[::2]:
            if not isinstance(key, Scalar):
                self._findings.report(WRONG_TYPE, key.span, f"a key has to be a text, not {describe(key)}")
            elif key.text in entries:
                note = Note("it stands here first", entries[key.text][0].span)
                self._findings.report(DUPLICATE_KEY, key.span, f"`{key.text}` stands twice; keep one of them", note)
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())


def _report_syntax(fault: yaml.YAMLError, text: str, file: str, findings: Findings) -> None:
    mark = getattr(fault, "problem_mark", None)
    problem = str(getattr(fault, "problem", None) or "the text is not YAML")
    if mark is None:
        findings.report(YAML_SYNTAX, Span(file), problem)
        return
    span = Span(file, mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab character" in problem:
        column = line.index("\t") + 1 if "\t" in line else span.column
        findings.report(TAB, Span(file, span.line, column), "a tab indents this line; indent with spaces")
    elif problem.startswith("mapping values are not allowed"):
        _report_colon(line, span, findings)
    else:
        findings.report(YAML_SYNTAX, span, _PROBLEMS.get(problem, problem))


def _report_colon(line: str, span: Span, findings: Findings) -> None:
    before = line[: span.column - 1]
    key, colon, _ = before.partition(": ")
    if not colon:
        findings.report(YAML_SYNTAX, span, "this line is indented deeper than the one that it continues")
        return
    text = line[len(key) + len(colon) :].strip()
    value_span = Span(span.file, span.line, len(key) + len(colon) + 1, len(text))
    findings.report(UNQUOTED_COLON, value_span, f'the text holds a colon; quote it: "{text}"')
