"""What reading people needs: the declared ones, the programme's sources, and where faults go."""

from dataclasses import field

from agendacli.formats.definition.decode.entries import Entries
from agendacli.formats.definition.nodes import Mapping
from agendacli.formats.definition.schema.shared import DISAGREEMENT, FROM, SAID_ELSEWHERE
from agendacli.formats.definition.shapes.shape import Located
from agendacli.model.codes import UNKNOWN_SOURCE
from agendacli.model.findings import Findings
from agendacli.model.frozen import frozen
from agendacli.model.people import Person
from agendacli.model.source import Citation, Variant
from agendacli.words.directory import Directory
from agendacli.words.near import suggestion


@frozen
class Lookup:
    """What is needed to read people: the declared ones, the programme's sources, and where faults go."""

    directory: Directory
    sources: frozenset[str]
    findings: Findings
    met: dict[tuple[str, str | None], Person] = field(default_factory=dict)
    """The persons of whom there was nothing to tell, by name and honorific: most are named again and again."""

    def cited(self, entries: Entries) -> tuple[Citation, ...]:
        """The citations under `from`; one of an undeclared source is reported."""
        return tuple(self._known(each) for each in entries.read(FROM) or ())

    def disagreements(self, entries: Entries) -> tuple[Variant, ...]:
        """The variants under `elsewhere`."""
        node = entries.node(DISAGREEMENT)
        if node is None:
            return ()
        for _, said in node.entries if isinstance(node, Mapping) else ():
            entries.refuse_unknown(said, SAID_ELSEWHERE)
        found = entries.read(DISAGREEMENT) or ()
        for each in found:
            self._known(Located(each.value.citation, each.span))
        return tuple(each.value for each in found)

    def _known(self, cited: Located[Citation]) -> Citation:
        source = cited.value.source
        if source not in self.sources:
            message = f"`{source}` is not among the `sources`{suggestion(source, self.sources) or '; declare it there'}"
            self.findings.report(UNKNOWN_SOURCE, cited.span, message)
        return cited.value
