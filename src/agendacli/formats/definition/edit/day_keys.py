"""Days that are counted from another session follow the id of that: `2 weeks before panel-1`."""

from agendacli.formats.definition.edit.layout import BY_HAND, DefinitionText, Patch
from agendacli.formats.definition.edit.said import replaced, says_the_same, unplaced
from agendacli.formats.definition.nodes import Mapping, Scalar
from agendacli.formats.definition.schema.programme import PROGRAMME_DAYS
from agendacli.formats.definition.yaml.text import scalar
from agendacli.model.asked import Refusal
from agendacli.words.times.forms import RelativeDay
from agendacli.words.times.grammar import parse_days


def follow_in_days(data: bytes, old: str, new: str) -> bytes | Refusal:
    """The definition with every day that is counted from a session counted from it under its new id."""
    layout = DefinitionText.of(data)
    if isinstance(layout, Refusal):
        return layout
    days = next((node for key, node in layout.root.entries if key.text == PROGRAMME_DAYS.name), None)
    if not isinstance(days, Mapping):
        return data
    keys = {key.text: _followed(key, old, new) for key, _ in days.entries}
    patches = [_patch(layout, key, keys[key.text]) for key, _ in days.entries if keys[key.text] != key.text]
    written = layout.patched(patches)
    entries = tuple((unplaced(keys[key.text]), node) for key, node in days.entries)
    wanted = replaced(layout.root, days, Mapping(entries, days.span))
    return written if wanted and says_the_same(written, wanted) else Refusal(BY_HAND)


def _followed(key: Scalar, old: str, new: str) -> str:
    found = parse_days(key.text)
    if not isinstance(found, RelativeDay) or found.session != old:
        return key.text
    before, _, after = key.text.rpartition(old)
    return f"{before}{new}{after}"


def _patch(layout: DefinitionText, key: Scalar, text: str) -> Patch:
    start = layout.offset(key.span.line, key.span.column)
    return Patch(start, start + key.span.length, scalar(text))
