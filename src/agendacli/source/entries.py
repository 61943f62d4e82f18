"""The entries of a mapping, held against its table: unknown and missing keys are told, values read by shape."""

from agendacli.model.codes import DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from agendacli.model.span import Span
from agendacli.source.findings import Findings
from agendacli.source.near import suggestion
from agendacli.source.nodes import Mapping, Node, Scalar, describe
from agendacli.source.schema import NOTES, Field, Table
from agendacli.source.shapes import T


class Entries:
    """What a mapping says, by field."""

    def __init__(self, mapping: Mapping, table: Table, findings: Findings, skip: int = 0) -> None:
        """Hold a mapping against a table; its first `skip` entries are data and not keys."""
        self._mapping = mapping
        self._table = table
        self._findings = findings
        self._names = {name: each for each in table.fields for name in (each.name, each.also) if name}
        self._found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in mapping.entries[skip:]:
            self._enter(key, value)
        for each in table.fields:
            if each.required and each.name not in self._found:
                findings.report(MISSING_KEY, mapping.span, f"`{each.name}` is missing; add `{each.name}: …`")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that are there, in the order of the text."""
        return tuple(self._found)

    def has(self, field: Field[T]) -> bool:
        """Whether a field is there, with whatever value."""
        return field.name in self._found

    def read(self, field: Field[T]) -> T | None:
        """The value of a field, None where it is absent or wrong (then a diagnostic says so)."""
        found = self._found.get(field.name)
        return field.shape.read(found[1], self._findings) if found else None

    def node(self, field: Field[Node]) -> Node | None:
        """The node of a field that has a reader of its own."""
        found = self._found.get(field.name)
        return found[1] if found else None

    def span(self, field: Field[T]) -> Span:
        """Where a field's value stands; the mapping itself where it is absent."""
        found = self._found.get(field.name)
        return found[1].span if found else self._mapping.span

    def _enter(self, key: Scalar, value: Node) -> None:
        field = self._names.get(key.text)
        if field is None:
            known = [name for name in self._names if name not in self._found]
            hint = self._new_item(key.text) or suggestion(key.text, known) or self._ways_out()
            message = f"`{key.text}` is no key here{hint}"
            self._findings.report(UNKNOWN_KEY, key.span, message)
        elif field.name in self._found:
            other = self._found[field.name][0].text
            message = f"`{key.text}` means the same as `{other}`; keep one of them"
            self._findings.report(DUPLICATE_KEY, key.span, message)
        else:
            self._found[field.name] = (key, value)

    def _new_item(self, name: str) -> str:
        """A hint where the name of a key looks like the time with which an item would begin."""
        return f"; begin a new item: `- {name}: …`" if self._table.first_key and name[:1].isdigit() else ""

    def _ways_out(self) -> str:
        """What can be done with a key that is like no other."""
        if NOTES.name in self._names:
            return "; say it under `notes`, or delete it"
        return f"; there are {', '.join(f'`{name}`' for name in self._names)}"


def read_entries(node: Node, table: Table, findings: Findings, expected: str) -> Entries | None:
    """The entries of a node that has to be a mapping; None and a diagnostic where it is none."""
    if isinstance(node, Mapping):
        return Entries(node, table, findings)
    findings.report(WRONG_TYPE, node.span, f"expected {expected}, not {describe(node)}")
    return None
