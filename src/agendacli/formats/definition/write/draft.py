"""A draft as the text of a definition: doubts as comments behind their values, what was left over at the end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from agendacli.formats.definition.yaml.layout import Keys, Noted, Prose, Value
from agendacli.formats.draft import Doubt, LeftOver
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES
from agendacli.words.harmless import one_line

LEFT_OVER = "# Left over: what the document names and no session says."
"""The comment above what is left over."""


@frozen
class DraftDoubts:
    """The doubts of a draft by session; `days` those of its days, by the key of the day."""

    of_session: Mapping[str, Sequence[Doubt]] = field(default_factory=dict)

    @staticmethod
    def among(doubts: Iterable[Doubt]) -> "DraftDoubts":
        """Those doubts, sorted."""
        found: dict[str, list[Doubt]] = {}
        for each in doubts:
            found.setdefault(each.session, []).append(each)
        return DraftDoubts(found)

    def noted(self, session: str, keys: Keys) -> Keys:
        """The keys of a session, or of the programme where it is empty, with the doubts behind their values."""
        doubts = self.of_session.get(session, ())
        return {
            key: self._value(key, value, doubts, is_first=not n and bool(session))
            for n, (key, value) in enumerate(keys.items())
        }

    def day(self, sessions: Iterable[str], value: Value) -> Value:
        """What stands under a day, with the doubts of the day behind its key, each once."""
        reasons = [each.reason for name in sessions for each in self.of_session.get(name, ()) if each.field == "day"]
        return _with(value, reasons)

    def _value(self, key: str, value: Value, doubts: Sequence[Doubt], *, is_first: bool) -> Value:
        named = [each for each in doubts if key in {each.field, ROLES.get(each.field)} and each.name]
        if named:
            return _people(value, named)
        return _with(value, [each.reason for each in doubts if each.field == ("when" if is_first else key)])


def left_over_lines(left: Sequence[LeftOver]) -> Iterator[str]:
    """Comments that say what the document names and the draft does not."""
    if left:
        yield LEFT_OVER
    for each in left:
        yield f"#   {each.citation}: {one_line(each.text)} ({each.kind})"


def _with(value: Value, reasons: Sequence[str]) -> Value:
    return Noted(value, one_line("; ".join(dict.fromkeys(reasons)))) if reasons else value


def _people(value: Value, doubts: Sequence[Doubt]) -> Value:
    if isinstance(value, str | Prose | Noted | Mapping):
        return _with(value, [each.reason for each in doubts if _says(value, each.name)])
    return [_with(one, [each.reason for each in doubts if _says(one, each.name)]) for one in value]


def _says(value: Value, name: str) -> bool:
    """Whether a value is that of the person of that name."""
    if isinstance(value, Mapping):
        return any(_says(each, name) for each in value.values())
    return isinstance(value, str) and (value == name or value.startswith((f"{name},", f"{name} (")))
