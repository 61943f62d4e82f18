"""YAML text to nodes with spans. The only module that uses the YAML library.

The events of the C parser are built into nodes here: that gives every key and value its line and column, leaves all
values text (none of YAML 1.1's `12:30` = 750), and meets aliases before they unfold.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

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

from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar, describe
from agendacli.formats.definition.yaml.faults import Stop, report_stop
from agendacli.model.codes import ALIAS, DUPLICATE_KEY, SEVERAL_DOCUMENTS, TOO_DEEP, WRONG_TYPE
from agendacli.model.diagnostic import Note
from agendacli.model.findings import Findings
from agendacli.model.span import Span

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 40
_MOST_REPAIRS = 300
_MOST_REREAD = 10_000_000  # characters: a repaired text is read again from its beginning


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read, and the nodes around it."""

    is_mapping: bool
    span: Span
    outer: list[Node]


def read_nodes(text: str, file: str, findings: Findings) -> Node | None:
    """The root node of a YAML text, or None if there is none; every fault goes to `findings`.

    If a text only lacks quotes, reading goes on with them, so that one run reports everything else as well.
    """
    mended: set[tuple[int, int]] = set()
    for _ in range(1 + min(_MOST_REPAIRS, _MOST_REREAD // (len(text) + 1))):
        builder = _Builder(file, mended)
        stop = builder.build(text)
        repair = report_stop(stop, text, file, findings) if stop else None
        if repair is None:
            break
        text = repair.text
        mended.add((repair.line, repair.column))
    findings.extend(builder.findings.all)
    return None if stop else builder.root


Place = tuple[int, int]
"""A line and a column, both from 0."""


def quoted_places(text: str) -> tuple[tuple[Place, Place], ...]:
    """Where texts in quotes and blocks of lines begin and end in a YAML text; nothing of what is none."""
    found: list[tuple[Place, Place]] = []
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, ScalarEvent) and event.style:
                start, end = _place(event.start_mark), _place(event.end_mark)
                found.append(((start[0] + 1, 0) if event.style in "|>" else start, end))
    except yaml.YAMLError:
        return ()
    return tuple(found)


class _Builder:
    """Builds nodes from parser events with an explicit stack, so that depth is bounded and never recursed."""

    def __init__(self, file: str, mended: Collection[tuple[int, int]]) -> None:
        """Builds the nodes of a file; at the places `mended` (from 0) stand quotes that the file does not have."""
        self.findings = Findings()
        self._file = file
        self._mended = mended
        self._nodes: list[Node] = []  # of the innermost list or mapping, whose keys and values alternate
        self._stack: list[_Frame] = []
        self._documents = 0
        self._aliases: set[str] = set()

    @property
    def root(self) -> Node | None:
        """The outermost node, once it is whole."""
        return self._nodes[0] if self._nodes and not self._stack else None

    def build(self, text: str) -> Stop | None:
        """Reads a text; returns why and where the parser gave up, None if it did not."""
        try:
            next_event = _LOADER(text).get_event
            span_of = self._span_of_mended if self._mended else self._span
            put = self._nodes.append
            while (event := next_event()) is not None:
                if type(event) is ScalarEvent:  # nearly all of them
                    put(Scalar(event.value, span_of(event)))
                elif self._take(event):
                    put = self._nodes.append
                else:
                    break
        except yaml.YAMLError as fault:
            return _stop(fault)
        return None

    def _take(self, event: Event) -> bool:
        """Take the next event that is not text; False when reading on would be of no use."""
        match event:
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
        start: Any = event.start_mark  # a parser sets both
        end: Any = event.end_mark
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        return Span(self._file, line + 1, column + 1, length or 1)

    def _span_of_mended(self, event: ScalarEvent) -> Span:
        span = self._span(event)
        if span.length > 1 and (span.line - 1, span.column - 1) in self._mended:
            return replace(span, length=len(event.value))
        return span

    def _begin_document(self, event: Event) -> bool:
        self._documents += 1
        if self._documents > 1:
            message = "a second document begins here; put each programme into a file of its own"
            self.findings.report(SEVERAL_DOCUMENTS, self._span(event), message)
        return self._documents == 1

    def _open(self, event: Event) -> bool:
        span = self._span(event)
        if len(self._stack) == _DEEPEST:
            message = f"nested more than {_DEEPEST} levels deep; look for a missing bracket"
            self.findings.report(TOO_DEEP, span, message)
            return False
        self._stack.append(_Frame(isinstance(event, MappingStartEvent), span, self._nodes))
        self._nodes = []
        return True

    def _close(self) -> None:
        frame, nodes = self._stack.pop(), self._nodes
        self._nodes = frame.outer
        if frame.is_mapping:
            self._nodes.append(Mapping(self._entries(nodes), frame.span))
        else:
            self._nodes.append(NodeList(tuple(nodes), frame.span))

    def _refuse_alias(self, event: AliasEvent) -> None:
        """Reports the first alias; its own words replace what it would expand to."""
        span, words = self._span(event), f"*{event.anchor}"
        if words not in self._aliases:
            self._aliases.add(words)
            self.findings.report(ALIAS, span, f"`{words}` is an alias; write the text out, in quotes if it is the text")
        self._nodes.append(Scalar(words, span))

    def _entries(self, nodes: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.findings.report(WRONG_TYPE, key.span, f"a key has to be a text, not {describe(key)}")
            elif key.text in entries:
                note = Note("it first appears here", entries[key.text][0].span)
                self.findings.report(DUPLICATE_KEY, key.span, f"`{key.text}` appears twice; keep one of them", note)
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())


def _stop(fault: yaml.YAMLError) -> Stop:
    problem = str(getattr(fault, "problem", None) or "the text is not YAML")
    begin = getattr(fault, "context_mark", None)
    return Stop(problem, *_place(getattr(fault, "problem_mark", None)), _place(begin) if begin else None)


def _place(mark: object) -> tuple[int, int]:
    """Line and column of the library's mark, both from 0."""
    return getattr(mark, "line", 0), getattr(mark, "column", 0)
