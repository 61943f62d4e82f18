"""The records of a published folder: the usual ones of events and sessions, without what says nothing there."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendacli.analysis.publication import Publication
from agendacli.model.identity import GENERATOR
from agendacli.records.event import event_record
from agendacli.records.occurrence import TABLE, ShownOccurrence
from agendacli.records.table import RecordTable

_NOT_OF_EVENTS = frozenset({"file", "sessions"})  # the latter is a number, in place of which they stand themselves
_NOT_OF_SESSIONS = frozenset({"join", "privacy", "when_text", "relative_to", "priority"})
_json = json.JSONEncoder(ensure_ascii=False).encode
_SESSION = RecordTable(
    TABLE.name, TABLE.meaning, tuple(each for each in TABLE.fields if each.name not in _NOT_OF_SESSIONS)
)


def published_json(found: Publication, feeds: Sequence[Mapping[str, str]]) -> str:
    """A JSON document: who made it, each event with its `sessions`, and the calendars beside it.

    Each session and each calendar is on a line of its own; indented it would take three times as long to make.
    """
    lists = {"events": _events(found), "feeds": map(_json, feeds)}
    return f"{_with_lists({'generator': GENERATOR}, lists)}\n"


def feeds_in(data: bytes) -> Mapping[str, str]:
    """The file of each calendar by what it is of, as such a document says; none where it is no such document."""
    try:
        return {each["of"]: each["file"] for each in json.loads(data)["feeds"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _events(found: Publication) -> Iterator[str]:
    for programme in found.programmes:
        own = (each for each in found.occurrences if each.programme is programme)
        sessions = (_json(_SESSION.record(ShownOccurrence(each))) for each in own)
        event = {name: value for name, value in event_record(programme).items() if name not in _NOT_OF_EVENTS}
        yield _with_lists(event, {"sessions": sessions})


def _with_lists(fields: Mapping[str, object], lists: Mapping[str, Iterable[str]]) -> str:
    """A JSON object of some fields, and of lists of which each item, which is JSON already, begins a line."""
    listed = (f"{_json(name)}: [{_lines(items)}\n]" for name, items in lists.items())
    return f"{', '.join((_json(fields).removesuffix('}'), *listed))}}}"


def _lines(items: Iterable[str]) -> str:
    return ",".join(f"\n{each}" for each in items)
