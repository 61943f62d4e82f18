"""The records of a published folder: the usual ones of events and sessions, without what says nothing there."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendacli.analysis.publication import Publication
from agendacli.model.identity import GENERATOR
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme
from agendacli.records.event import event_record
from agendacli.records.occurrence import TABLE, ShownOccurrence
from agendacli.records.table import RecordTable

_NOT_OF_EVENTS = frozenset({"file", "sessions"})  # the latter is a number, in place of which they stand themselves
_NOT_OF_SESSIONS = frozenset({"join", "privacy", "when_text", "relative_to", "priority"})
_json = json.JSONEncoder(ensure_ascii=False).encode
_SESSION = RecordTable(
    TABLE.name, TABLE.meaning, tuple(each for each in TABLE.fields if each.name not in _NOT_OF_SESSIONS)
)


def published_json(found: Publication, feeds: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """A JSON document, piece by piece: who made it, each event with its `sessions`, and the calendars beside it.

    Each session and each calendar is on a line of its own; indented it would take three times as long to make.
    """
    yield f'{{"generator": {_json(GENERATOR)}, "events": '
    yield from _listed(_event(each, found.occurrences) for each in found.programmes)
    yield ', "feeds": '
    yield from _listed((_json(each),) for each in feeds)
    yield "}\n"


def feeds_in(data: bytes) -> Mapping[str, str]:
    """The file of each calendar by what it is of, as such a document says; none where it is no such document."""
    try:
        return {each["of"]: each["file"] for each in json.loads(data)["feeds"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _event(programme: Programme, occurrences: Iterable[Occurrence]) -> Iterator[str]:
    fields = {name: value for name, value in event_record(programme).items() if name not in _NOT_OF_EVENTS}
    own = (each for each in occurrences if each.programme is programme)
    yield f'{_json(fields).removesuffix("}")}, "sessions": '
    yield from _listed((_json(_SESSION.record(ShownOccurrence(each))),) for each in own)
    yield "}"


def _listed(items: Iterable[Iterable[str]]) -> Iterator[str]:
    """A list of items, which are pieces of JSON already, each beginning a line."""
    lead = "[\n"
    for each in items:
        yield lead
        yield from each
        lead = ",\n"
    yield "[]" if lead == "[\n" else "\n]"
