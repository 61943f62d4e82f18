"""The entries of a mapping: unknown and missing keys are reported, values read by their shapes."""

from collections.abc import Callable, Iterable
from typing import Any

from agendacli.formats.definition.decode.unknown_keys import UnknownKey, unknown_inside, unknown_key
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar, describe
from agendacli.formats.definition.schema.keys import Key, Table
from agendacli.formats.definition.shapes.shape import T
from agendacli.model.codes import DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from agendacli.model.findings import Findings
from agendacli.model.span import Span


class Entries:
    """The entries of a mapping, by key."""

    def __init__(self, mapping: Mapping, table: Table, findings: Findings, skip: int = 0) -> None:
        """Hold a mapping against a table; its first `skip` entries are data and not keys."""
        self._mapping = mapping
        self._table = table
        self._findings = findings
        self._found: dict[str, tuple[Scalar, Node]] = {}
        self._guessed: set[str | None] = set()
        for key, value in mapping.entries[skip:]:
            self._enter(key, value)
        for each in table.required:
            if each.name not in self._found and not self.is_misnamed(each):
                findings.report(MISSING_KEY, mapping.span, f"`{each.name}` is missing; add `{each.name}: …`")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that are there, in the order of the text."""
        return tuple(self._found)

    def has(self, field: Key[T]) -> bool:
        """Whether a field is there, with whatever value."""
        return field.name in self._found

    def is_misnamed(self, field: Key[T]) -> bool:
        """Whether a field is there under a misspelt name, which is reported already."""
        return field.name in self._guessed

    def read(self, field: Key[T]) -> T | None:
        """The value of a field, None if it is absent or wrong (which is reported)."""
        found = self._found.get(field.name)
        return field.shape.read(found[1], self._findings) if found else None

    def node(self, field: Key[T]) -> Node | None:
        """The node of a field, as it stands there."""
        found = self._found.get(field.name)
        return found[1] if found else None

    def kept(self) -> dict[str, Any]:
        """The values that the model keeps as they are read, by attribute; what is absent or wrong is left out."""
        fields = (self._table.by_name[name] for name in self._found)
        values = ((each.attribute, self.read(each)) for each in fields if each.attribute)
        return {attribute: value for attribute, value in values if attribute and value is not None}

    def refuse_unknown(self, node: Node, also: Iterable[str]) -> None:
        """Report the keys of a mapping inside this one that are none of this one, nor `also`; of no mapping nothing."""
        known = {**dict.fromkeys(also), **dict.fromkeys(self._table.by_name)}
        for key in (key for key, _ in node.entries if key.text not in known) if isinstance(node, Mapping) else ():
            self._refuse(key, unknown_inside(key.text, self._table, known))

    def span(self, field: Key[T]) -> Span:
        """Where a field's value stands; the mapping itself where it is absent."""
        found = self._found.get(field.name)
        return found[1].span if found else self._mapping.span

    def span_if_there(self, field: Key[T]) -> Span | None:
        """Where a field's value stands; None where it is absent."""
        return self.span(field) if self.has(field) else None

    def _enter(self, key: Scalar, value: Node) -> None:
        field = self._table.by_name.get(key.text)
        if field is None:
            known = [name for name in self._table.by_name if name not in self._found]
            self._refuse(key, unknown_key(key.text, self._table, known))
        elif field.name in self._found:
            other = self._found[field.name][0].text
            message = f"`{key.text}` means the same as `{other}`; keep one of them"
            self._findings.report(DUPLICATE_KEY, key.span, message)
        else:
            self._found[field.name] = (key, value)
            if key.text == field.was:
                self._warn_of_old_name(key, field.name)

    def _warn_of_old_name(self, key: Scalar, name: str) -> None:
        from agendacli.model.version_codes import RENAMED_KEY  # of hardly any file

        self._findings.report(RENAMED_KEY, key.span, f"`{key.text}` is called `{name}` now; rename it")

    def _refuse(self, key: Scalar, unknown: UnknownKey) -> None:
        self._guessed.add(unknown.meant)
        self._findings.report(UNKNOWN_KEY, key.span, unknown.message)


def read_each(
    node: Node, expected: str, read: Callable[[Node, Findings], T | None], findings: Findings
) -> tuple[T, ...]:
    """What `read` makes of each item of a node that has to be a list; nothing and a diagnostic where it is none."""
    if not isinstance(node, NodeList):
        findings.report(WRONG_TYPE, node.span, f"expected a list of {expected}, not {describe(node)}")
        return ()
    return tuple(found for each in node.items if (found := read(each, findings)) is not None)


def read_entries(node: Node, table: Table, findings: Findings, expected: str) -> Entries | None:
    """The entries of a node that has to be a mapping; None and a diagnostic where it is none."""
    if isinstance(node, Mapping):
        return Entries(node, table, findings)
    findings.report(WRONG_TYPE, node.span, f"expected {expected}, not {describe(node)}")
    return None
