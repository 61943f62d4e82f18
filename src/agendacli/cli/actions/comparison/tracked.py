"""A comparison as a Word document: the newer programme, with what changed since the older one as tracked changes."""

from dataclasses import replace

from agendacli.analysis.changes.compare import Comparison
from agendacli.analysis.occurrences import expand
from agendacli.cli.actions.comparison.answer import Answer
from agendacli.cli.options.groups import Showing
from agendacli.cli.run.outcome import deliver, refuse, tell
from agendacli.files.paths import named_path
from agendacli.files.reading import read_bytes
from agendacli.formats.exported import ToExport
from agendacli.formats.private import PrivateItems, shown_occurrences
from agendacli.formats.writers import write_changes
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme, Session

_GONE = "-"  # begins no id


def deliver_tracked(answer: Answer, showing: Showing) -> None:
    """Write the document; private items are not in it, as it is made to be handed round."""
    compared = answer.compared.comparisons
    if len(compared) != 1:
        names = ", ".join(f"`{each.new.id}`" for each in compared) or "none"
        refuse(f"-f docx: a Word document holds one event that both versions have; name one of {names}")
    if answer.differences != answer.compared.differences:
        tell("-f docx shows the whole programme with all of its changes, whatever is selected")
    old, new = (_asked(each, answer.clock.zone) for each in (_with_ids_of_newer(compared[0]), compared[0].new))
    template = answer.comparing.template
    written = write_changes(old, new._replace(template=read_bytes(named_path(template)) if template else None))
    if isinstance(written, Refusal):
        refuse(f"-f docx: {written}")
    deliver(written.data, showing.output)


def _asked(programme: Programme, zone: str | None) -> ToExport:
    occurrences = shown_occurrences(expand((programme,)), PrivateItems.LEFT_OUT)
    return ToExport((programme,), occurrences, zone=zone)


def _with_ids_of_newer(comparison: Comparison) -> Programme:
    """The older programme with the ids of the newer one, and such as the newer one has not for what is gone."""
    newer = {each.old.id: each.new.id for each in comparison.pairs}
    named = {each.id: newer.get(each.id, f"{_GONE}{each.id}") for each in comparison.old.sessions}
    sessions = tuple(_renamed(each, named) for each in comparison.old.sessions)
    return replace(comparison.old, id=comparison.new.id, sessions=sessions)


def _renamed(session: Session, named: dict[str, str]) -> Session:
    parent = session.parent and named.get(session.parent, session.parent)
    return replace(session, id=named[session.id], parent=parent)
