"""For other programs: load programmes, and ask what the command line answers.

Answers are the records of `--json`, whose schemas `agenda schema --record NAME` prints; docs/stability.md says how they
may change. Nothing is printed, and no config file, schedule or variable is read; nothing is kept from call to call.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from agendacli.load.loaded import Loaded
    from agendacli.model.conflict_kind import Kind
    from agendacli.model.occurrence import Occurrence

__all__ = ["Events", "Record", "conflicts", "diff", "export", "load", "timetable"]

Record = dict[str, Any]
"""A record as its schema says: texts, numbers, booleans, None, lists and records."""


class Events:
    """The programmes that `load` read, and what was wrong with them. What is `inside` is not a part of the API."""

    def __init__(self, inside: "Loaded") -> None:
        self.inside = inside

    @property
    def records(self) -> list[Record]:
        """The record `event` of each programme."""
        from agendacli.records.event import event_record

        return [event_record(each) for each in self.inside.programmes]

    @property
    def diagnostics(self) -> list[Record]:
        """The record `diagnostic` of everything that is wrong or doubtful in the files, by file and line."""
        from agendacli.records.diagnostic import diagnostic_record

        return [diagnostic_record(each) for each in self.inside.diagnostics]

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each path that could not be read at all."""
        return self.inside.problems

    @property
    def is_sound(self) -> bool:
        """Whether everything could be read without errors; warnings do not count."""
        return self.inside.is_sound


def load(*paths: str | PathLike[str], zone: str | None = None) -> Events:
    """What lies at the paths: folders, definitions, calendars, schedules, sheets; `bundled` for the bundled events.

    `zone` is the IANA zone of times without one. Where nothing is said a calendar is read in UTC with a warning, and
    what other programs write has an error. Raises ValueError for what is not such a zone or not a path, such as an
    address; nothing for what a file contains: `diagnostics` and `problems` of the result say what is wrong.
    """
    from agendacli.load.loaded import Unsaid
    from agendacli.load.programmes import load as load_programmes

    return Events(load_programmes([_path(each) for each in paths], unsaid=Unsaid(_zone(zone))))


def timetable(events: Events, *ids: str, zone: str | None = None, now: datetime | None = None) -> list[Record]:
    """The record `occurrence` of each session, in order of time: the answer of `agenda timetable --json`.

    `ids` are whole events (`EVENT`) or sessions (`EVENT/SESSION`), none for all; `zone` is the IANA zone of times, None
    for each event's own. Repeats without end are followed for a year from `now`, an aware moment, None for this one.
    Raises LookupError for an id that nothing has, ValueError for what is not a zone or a moment without one.
    """
    from agendacli.records.occurrence import occurrence_record

    shown = _zone(zone)
    return [occurrence_record(each, shown) for each in _occurrences(events, ids, now)]


def conflicts(
    events: Events, *ids: str, kinds: Iterable[str] = (), zone: str | None = None, now: datetime | None = None
) -> list[Record]:
    """The record `conflict` of what cannot both be kept: the answer of `agenda conflicts --json` without settings.

    `kinds` are those of `--only`, none for the usual ones; the rest is as in `timetable`. Raises LookupError for an id
    that nothing has, ValueError for an unknown kind, for what is not a zone and for a moment without one.
    """
    from agendacli.analysis.conflicts import Rules, find_conflicts
    from agendacli.analysis.doubts.search import find_doubts
    from agendacli.cli.actions.conflict_rules import within_a_year
    from agendacli.model.conflict_kind import USUAL_KINDS, Kind
    from agendacli.records.conflict import conflict_record

    found, wanted, shown = _occurrences(events, ids, now), _kinds(kinds), _zone(zone)
    people, places = events.inside.people, events.inside.gazetteer
    rules = Rules(
        kinds=wanted or USUAL_KINDS,
        offers=Kind.OVERLAP not in wanted,
        chosen=_chosen(found, ids),
        doubts=find_doubts(found, people, places),
    )
    moment = _moment(now)
    near = within_a_year(found, lambda: moment)
    return [conflict_record(each, shown) for each in find_conflicts(near, places, rules)]


def diff(old: Events, new: Events, *, everything: bool = False, zone: str | None = None) -> list[Record]:
    """The record `change` of each difference: the answer of `agenda diff OLD NEW --json`; with `everything` of `--all`.

    Programmes are compared by their ids; where either side has one, these two whatever they are called. Raises
    ValueError if either has errors, and for what is not a zone.
    """
    from agendacli.analysis.changes.values import QUIET_KINDS
    from agendacli.cli.actions.comparison.compared import compared
    from agendacli.cli.query.operands import Version, Versions, paired_programmes
    from agendacli.records.change import change_records

    shown = _zone(zone)
    before, now = (Version(name, _sound(each).programmes, each.inside) for name, each in (("old", old), ("new", new)))
    pairs = paired_programmes(before.programmes, now.programmes)
    found = compared(Versions(before, now, pairs), in_full=everything).differences
    kept = (each for each in found if everything or each.kind not in QUIET_KINDS)
    return [dict(each) for each in change_records(kept, shown)]


def export(events: Events, *ids: str, format: str = "ics", now: datetime | None = None) -> bytes:  # noqa: A002
    """The file that `agenda export -f FORMAT` writes, with private items as they are.

    `format` is `ics` or another that `agenda export` knows; the rest is as in `timetable`. Raises LookupError for an id
    that nothing has, ValueError if an event has errors, for an unknown format, and for what it cannot hold.
    """
    from agendacli.formats.writers import WRITERS

    loaded, found = _sound(events), _occurrences(events, ids, now)
    if format == "ics":
        return _calendar(loaded, found)
    if format not in WRITERS:
        _refuse(f"`{format}` is not a format that is written; there are ics, {', '.join(WRITERS)}")
    return _written(format, found)


def _written(name: str, occurrences: "Sequence[Occurrence]") -> bytes:
    from agendacli.formats.exported import ToExport
    from agendacli.formats.writers import WRITERS
    from agendacli.model.asked import Refusal

    programmes = tuple(dict.fromkeys(each.programme for each in occurrences))
    if len(programmes) != 1:
        _refuse(f"{name} holds one event, not {len(programmes)}")
    found = WRITERS[name](ToExport(programmes, tuple(occurrences)))
    return _refuse(str(found)) if isinstance(found, Refusal) else found.data


def _calendar(loaded: "Loaded", occurrences: "Sequence[Occurrence]") -> bytes:
    from agendacli.cli.actions.calendars.sequences import earlier_revisions
    from agendacli.formats.ics.write.doubles import singled
    from agendacli.formats.ics.write.options import CalendarOptions
    from agendacli.formats.ics.write.writer import calendar

    programmes = tuple(dict.fromkeys(each.programme for each in occurrences))
    sequences = earlier_revisions(programmes, loaded.revisions)
    return calendar(singled(occurrences, programmes).occurrences, CalendarOptions(), sequences)


def _occurrences(events: Events, ids: Sequence[str], now: datetime | None) -> "tuple[Occurrence, ...]":
    """Those of the events or sessions with these ids, all without any. Raises LookupError."""
    from agendacli.analysis.occurrences import expand

    moment = _moment(now)
    found = expand(events.inside.programmes, moment=lambda: moment)
    if unknown := [id_ for id_ in ids if not any(_is_in(each, id_) for each in found)]:
        message = f"no event and no session is called `{unknown[0]}`"
        raise LookupError(message)
    return tuple(each for each in found if not ids or any(_is_in(each, id_) for id_ in ids))


def _is_in(occurrence: "Occurrence", address: str) -> bool:
    return f"{occurrence.id}/".startswith(f"{address}/")


def _chosen(occurrences: "Iterable[Occurrence]", ids: Sequence[str]) -> frozenset[str]:
    """The sessions that are named one by one: among them an overlap is a conflict also within one event."""
    named = [each for each in ids if "/" in each]
    return frozenset(each.id for each in occurrences if any(_is_in(each, address) for address in named))


def _moment(now: datetime | None) -> datetime:
    if now and now.utcoffset() is None:
        _refuse(f"`now` is a moment without a zone, {now}; give it one, as with `tzinfo=UTC`")
    return now or datetime.now(UTC)


def _zone(name: str | None) -> str | None:
    from agendacli.model.asked import Refusal
    from agendacli.words.typed_zones import read_zone

    zone = name if name is None else read_zone(name)
    return _refuse(str(zone)) if isinstance(zone, Refusal) else zone


def _path(given: str | PathLike[str]) -> str:
    from agendacli.files.paths import STDIN, is_address

    path = fspath(given)
    if path in ("", STDIN) or is_address(path):
        _refuse(f"`{path}` is not the path of a file or folder; nothing else is read here")
    return path


def _kinds(names: Iterable[str]) -> "frozenset[Kind]":
    from agendacli.model.conflict_kind import KIND_NAMES, Kind

    given = (names,) if isinstance(names, str) else tuple(names)
    if unknown := [each for each in given if each not in KIND_NAMES]:
        _refuse(f"`{unknown[0]}` is not a kind of conflict; there are {', '.join(KIND_NAMES)}")
    return frozenset(map(Kind, given))


def _sound(events: Events) -> "Loaded":
    """What was read, if it has no errors. Raises ValueError with the first."""
    if not events.is_sound:
        errors = (
            f"{each['file']}:{each['line']}: {each['message']}"
            for each in events.diagnostics
            if each["severity"] == "error"
        )
        _refuse(next(iter((*events.problems, *errors))))
    return events.inside


def _refuse(why: str) -> NoReturn:
    raise ValueError(why)
