"""A file of waivers: nodes to `Waiver`, and a waiver to the text that is appended to such a file."""

from agendacli.model.codes import NOT_A_CHOICE, WRONG_TYPE
from agendacli.model.waiver import Waiver
from agendacli.model.yaml_text import double_quoted
from agendacli.source import schema
from agendacli.source.entries import Entries, read_entries
from agendacli.source.findings import Findings
from agendacli.source.near import suggestion
from agendacli.source.nodes import Items, Mapping, Node, Scalar, describe

CONFLICT_KINDS = ("overlap", "room", "person", "travel")
_TAKE = "; take overlap, room, person or travel"


def decode_waivers(node: Node, findings: Findings) -> tuple[Waiver, ...]:
    """The waivers of a list; faults go to `findings`, what is good is kept."""
    if not isinstance(node, Items):
        findings.report(WRONG_TYPE, node.span, f"expected a list of waivers, not {describe(node)}")
        return ()
    found = (_waiver(each, findings) for each in node.items)
    return tuple(each for each in found if each)


def waiver_text(waiver: Waiver) -> str:
    """The waiver as an item of a YAML list, every text quoted; `decode_waivers` reads it back equal."""
    lines = [f"- kind: {waiver.kind}"] if waiver.kind else []
    lines.append(f"reason: {double_quoted(waiver.reason)}")
    lines += [f"author: {double_quoted(waiver.author)}"] if waiver.author else []
    lines.append("sessions:")
    lines += [f"  {double_quoted(name)}: {double_quoted(was)}" for name, was in waiver.sessions]
    head, *rest = lines
    return "\n".join([head if head.startswith("- ") else f"- {head}", *(f"  {line}" for line in rest)]) + "\n"


def _waiver(node: Node, findings: Findings) -> Waiver | None:
    entries = read_entries(node, schema.WAIVER, findings, "`reason:` and `sessions:`")
    if not entries:
        return None
    reason, sessions = entries.read(schema.REASON), _sessions(entries, findings)
    kind = _kind(entries, findings)
    if not reason or not sessions:
        return None
    return Waiver(sessions, reason, entries.read(schema.AUTHOR), kind, node.span)


def _kind(entries: Entries, findings: Findings) -> str | None:
    kind = entries.read(schema.CONFLICT_KIND)
    if kind and kind not in CONFLICT_KINDS:
        message = f"`{kind}` is no kind of conflict{suggestion(kind, CONFLICT_KINDS) or _TAKE}"
        findings.report(NOT_A_CHOICE, entries.span(schema.CONFLICT_KIND), message)
    return kind


def _sessions(entries: Entries, findings: Findings) -> tuple[tuple[str, str], tuple[str, str]] | None:
    match entries.node(schema.WAIVED_SESSIONS):
        case Mapping(entries=((first, Scalar() as was), (second, Scalar() as were))):
            return (first.text, was.text), (second.text, were.text)
        case Scalar() | Items() | Mapping() as other:
            message = "expected two sessions with their facts; `agenda waive` writes them"
            findings.report(WRONG_TYPE, other.span, message)
    return None
