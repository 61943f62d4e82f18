"""A file of waivers: nodes to `Waiver`, and a waiver to the text that is appended to such a file."""

from agendacli.formats.definition.decode.entries import Entries, read_each, read_entries
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.schema.declared import AUTHOR, CONFLICT_KIND, REASON, WAIVED_SESSIONS, WAIVER
from agendacli.model.codes import NOT_A_CHOICE, WRONG_TYPE
from agendacli.model.conflict_kind import KIND_NAMES, Kind
from agendacli.model.findings import Findings
from agendacli.model.waiver import Waiver
from agendacli.words.near import suggestion

_TAKE = f"; take {', '.join(KIND_NAMES[:-1])} or {KIND_NAMES[-1]}"


def decode_waivers(node: Node, findings: Findings) -> tuple[Waiver, ...]:
    """The waivers of a list; faults go to `findings`, what is good is kept."""
    return read_each(node, "waivers", _waiver, findings)


def _waiver(node: Node, findings: Findings) -> Waiver | None:
    entries = read_entries(node, WAIVER, findings, "`reason:` and `sessions:`")
    if not entries:
        return None
    reason, sessions = entries.read(REASON), _sessions(entries, findings)
    kind = _kind(entries, findings)
    if not reason or not sessions:
        return None
    return Waiver(sessions, reason=reason, author=entries.read(AUTHOR), kind=kind, span=node.span)


def _kind(entries: Entries, findings: Findings) -> str | None:
    kind = entries.read(CONFLICT_KIND)
    if kind and kind not in KIND_NAMES:
        message = f"`{kind}` is not a kind of conflict{suggestion(kind, KIND_NAMES) or _TAKE}"
        findings.report(NOT_A_CHOICE, entries.span(CONFLICT_KIND), message)
    return kind


def _sessions(entries: Entries, findings: Findings) -> tuple[tuple[str, str], ...] | None:
    match entries.node(WAIVED_SESSIONS):
        case Mapping(entries=((only, Scalar() as was),)) if entries.read(CONFLICT_KIND) == Kind.ABSENCE:
            return ((only.text, was.text),)
        case Mapping(entries=((first, Scalar() as was), (second, Scalar() as were))):
            return (first.text, was.text), (second.text, were.text)
        case Scalar() | NodeList() | Mapping() as other:
            message = "expected two sessions with their facts; `agenda waive` writes them"
            findings.report(WRONG_TYPE, other.span, message)
    return None
