"""A file of waivers: nodes to `Waiver`, and a waiver to the text that is appended to such a file."""

from collections.abc import Collection, Iterable
from collections.abc import Mapping as ByName

from agendacli.formats.definition import schema
from agendacli.formats.definition.decode.entries import Entries, read_entries
from agendacli.formats.definition.yaml.nodes import Items, Mapping, Node, Scalar, describe
from agendacli.formats.definition.yaml.text import double_quoted
from agendacli.model.codes import LOST_WAIVER, NOT_A_CHOICE, WRONG_TYPE
from agendacli.model.conflict_kind import KIND_NAMES
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.findings import Findings
from agendacli.model.waiver import Waiver
from agendacli.words.near import NearNames, suggestion
from agendacli.words.person import slug

_DELETE = "; correct the id, or delete this waiver"
_TAKE = f"; take {', '.join(KIND_NAMES[:-1])} or {KIND_NAMES[-1]}"


def decode_waivers(node: Node, findings: Findings) -> tuple[Waiver, ...]:
    """The waivers of a list; faults go to `findings`, what is good is kept."""
    if not isinstance(node, Items):
        findings.report(WRONG_TYPE, node.span, f"expected a list of waivers, not {describe(node)}")
        return ()
    found = (_waiver(each, findings) for each in node.items)
    return tuple(each for each in found if each)


def lost_sessions(
    waivers: Iterable[Waiver], sessions: ByName[str, Collection[str]], files: Iterable[str] | None = None
) -> tuple[Diagnostic, ...]:
    """A warning for each session of a waiver that is none of `sessions`, the ids of each event's own.

    With `files`, the names of all definitions without endings, also for one of an event that is none of them.
    """
    events = None if files is None else {slug(each.partition("@")[0]) for each in files}
    near = {event: NearNames(ids) for event, ids in sessions.items()}
    findings = Findings()
    for name, span in ((name, each.span) for each in waivers for name, _ in each.sessions if each.span):
        event, _, rest = name.partition("/")
        session = rest.partition("/")[0]
        if event in sessions and session not in sessions[event]:
            hint = near[event].suggestion(session) or _DELETE
            findings.report(LOST_WAIVER, span, f"`{event}` has no session `{session}` any more{hint}")
        elif event not in sessions and events is not None and event.partition("@")[0] not in events:
            findings.report(LOST_WAIVER, span, f"there is no event `{event}` here{_DELETE}")
    return findings.all


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
    if kind and kind not in KIND_NAMES:
        message = f"`{kind}` is no kind of conflict{suggestion(kind, KIND_NAMES) or _TAKE}"
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
