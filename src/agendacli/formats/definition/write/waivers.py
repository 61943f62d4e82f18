"""A waiver as YAML for waivers.yaml."""

from agendacli.formats.definition.yaml.text import double_quoted
from agendacli.model.waiver import Waiver


def waiver_text(waiver: Waiver) -> str:
    """The waiver as an item of a YAML list, every text quoted; `decode_waivers` reads it back equal."""
    lines = [f"- kind: {waiver.kind}"] if waiver.kind else []
    lines.append(f"reason: {double_quoted(waiver.reason)}")
    lines += [f"author: {double_quoted(waiver.author)}"] if waiver.author else []
    lines.append("sessions:")
    lines += [f"  {double_quoted(name)}: {double_quoted(was)}" for name, was in waiver.sessions]
    head, *rest = lines
    return "\n".join([head if head.startswith("- ") else f"- {head}", *(f"  {line}" for line in rest)]) + "\n"
