"""The records of a published folder: the usual ones of events and sessions, without what says nothing there."""

import json
from collections.abc import Iterator, Mapping, Sequence

from agendacli.analysis.publication import Publication
from agendacli.model.identity import GENERATOR
from agendacli.records.event import event_record
from agendacli.records.occurrence import TABLE, ShownOccurrence
from agendacli.records.table import RecordTable

_NOT_OF_EVENTS = frozenset({"file"})
_NOT_OF_SESSIONS = frozenset({"join", "privacy", "when_text", "relative_to", "priority"})
_SESSION = RecordTable(
    TABLE.name, TABLE.meaning, tuple(each for each in TABLE.fields if each.name not in _NOT_OF_SESSIONS)
)


def published_json(found: Publication, feeds: Sequence[Mapping[str, str]]) -> str:
    """A JSON document: who made it, each event with its `sessions`, and the calendars beside it."""
    document = {"generator": GENERATOR, "events": [*_events(found)], "feeds": feeds}
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n"


def feeds_in(data: bytes) -> Mapping[str, str]:
    """The file of each calendar by what it is of, as such a document says; none where it is no such document."""
    try:
        return {each["of"]: each["file"] for each in json.loads(data)["feeds"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _events(found: Publication) -> Iterator[Mapping[str, object]]:
    for programme in found.programmes:
        own = (each for each in found.occurrences if each.programme is programme)
        sessions = [_SESSION.record(ShownOccurrence(each)) for each in own]
        event = {name: value for name, value in event_record(programme).items() if name not in _NOT_OF_EVENTS}
        yield {**event, "sessions": sessions}
