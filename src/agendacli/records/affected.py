"""The record of a person who is affected by changes."""

from agendacli.analysis.changes.affected import Affected
from agendacli.analysis.changes.wording import clause
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence
from agendacli.records.table import DATE, TEXT, Field, RecordTable, list_of


@frozen
class ShownAffected:
    """A person affected by changes, and the zone in which the record shows times (None: that of each session)."""

    affected: Affected
    zone: str | None = None

    @property
    def reasons(self) -> list[str]:
        """What changes for the person, one clause each, preceded by the title of the session."""
        found = []
        for each in self.affected.changes:
            subject = each.subject
            title = subject.session.title if isinstance(subject, Occurrence) else subject.title
            found.append(f"{title}: {clause(each, self.zone)}")
        return found


TABLE: RecordTable[ShownAffected] = RecordTable(
    "affected",
    "A person whom changes concern: who has a seat where time, place or status changed, or whose own seat did.",
    (
        Field("id", TEXT, "of the person", lambda it: it.affected.person.id),
        Field("name", TEXT, "without honorific", lambda it: it.affected.person.name),
        Field(
            "days",
            list_of(DATE),
            "the days on which something is different for the person, before or after",
            lambda it: [day.isoformat() for day in it.affected.days],
        ),
        Field(
            "changes",
            list_of(TEXT),
            "what happened, each once",
            lambda it: list(dict.fromkeys(each.kind.value for each in it.affected.changes)),
        ),
        Field("reasons", list_of(TEXT), "each change in words", lambda it: it.reasons),
    ),
)


def affected_record(affected: Affected, zone: str | None = None) -> dict[str, object]:
    """The record of a person who is affected by changes."""
    return TABLE.record(ShownAffected(affected, zone))
