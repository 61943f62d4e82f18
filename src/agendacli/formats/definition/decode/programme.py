"""Decodes a definition: nodes to a `Programme`. Reports what is wrong and keeps the rest; raises nothing."""

from dataclasses import replace
from datetime import date
from pathlib import PurePath

from agendacli.formats.definition.decode.days import (
    check_dates,
    dated,
    decode_days,
    marked_as_numbered,
    refuse_duplicates,
    warn_of_taken_ids,
)
from agendacli.formats.definition.decode.entries import Entries, read_entries
from agendacli.formats.definition.decode.lookup import Lookup
from agendacli.formats.definition.decode.newer import is_newer
from agendacli.formats.definition.decode.participants import decode_seats
from agendacli.formats.definition.decode.places import decode_place, room_and_links
from agendacli.formats.definition.decode.repeats import with_participants
from agendacli.formats.definition.decode.role_references import (
    RoleReference,
    Seat,
    holders_of,
    resolve_seats,
    within_bounds,
)
from agendacli.formats.definition.decode.sessions import Defaults, SessionDraft, with_links
from agendacli.formats.definition.decode.surnames import surnames_of, with_surnames
from agendacli.formats.definition.nodes import Mapping, Node, describe
from agendacli.formats.definition.schema.programme import (
    ABSENT_PEOPLE,
    DATES,
    FORMAT,
    PROGRAMME,
    PROGRAMME_DAYS,
    PROGRAMME_ID,
    PROGRAMME_KIND,
    REVISION,
    SOURCE,
    SOURCE_TITLE,
    SOURCES,
    TITLE,
)
from agendacli.formats.definition.schema.shared import PLACE, ROOM, ZONE_NAME
from agendacli.formats.definition.shapes.plain import ID
from agendacli.model.codes import BAD_DATE, MISSING_KEY, WRONG_TYPE
from agendacli.model.findings import Findings
from agendacli.model.people import Absence, Participant
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Source
from agendacli.model.span import Span
from agendacli.model.when import DayWindow, When
from agendacli.words.directory import Directory
from agendacli.words.ids import slug
from agendacli.words.times.forms import RelativeDay, date_form


def decode_programme(node: Node, file: str, directory: Directory, findings: Findings) -> Programme | None:
    """The programme of a definition, None if it is none at all; diagnostics go to `findings`.

    Its id is the one that it states, else the name of the file without ending; `NAME@DATE` marks an older revision.
    """
    if not isinstance(node, Mapping):
        message = f"expected a definition with `title:` and `days:`, not {describe(node)}"
        findings.report(WRONG_TYPE, node.span, message)
        _tell_foreign(node, findings)
        return None
    if is_newer(node, findings):
        return None
    entries = Entries(node, PROGRAMME, findings)
    entries.read(FORMAT)
    if entries.is_misnamed(PROGRAMME_DAYS):
        _tell_foreign(node, findings)
    sources = _sources(entries.node(SOURCES), findings)
    lookup = Lookup(directory, frozenset(each.id for each in sources), findings)
    programme = _heading(entries, file, sources=sources, span=node.span, lookup=lookup)
    return _with_sessions(programme, entries, lookup)


def _tell_foreign(node: Node, findings: Findings) -> None:
    from agendacli.formats.definition.decode.foreign import tell_foreign_items, tell_foreign_list

    if isinstance(node, Mapping):
        tell_foreign_list(node, findings)
    else:
        tell_foreign_items(node, findings)


def _sources(node: Node | None, findings: Findings) -> tuple[Source, ...]:
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        findings.report(WRONG_TYPE, node.span, f"expected documents under their ids, not {describe(node)}")
        return ()
    found = []
    for key, value in node.entries:
        entries = read_entries(value, SOURCE, findings, f"the keys of the document `{key.text}`")
        name = ID.read(key, findings)
        found += [_source(name, entries, key.span)] if name and entries else []
    return tuple(found)


def _source(name: str, entries: Entries, span: Span) -> Source:
    title = entries.read(SOURCE_TITLE) or name
    return Source(name, title, span=span, **entries.kept())


def _heading(entries: Entries, file: str, sources: tuple[Source, ...], span: Span, lookup: Lookup) -> Programme:
    """Everything about the programme itself, without its sessions."""
    name, at, _ = PurePath(file).stem.partition("@")
    place = _place(entries, lookup)
    zone = entries.read(ZONE_NAME) if entries.has(ZONE_NAME) else place.zone
    room, links = room_and_links(entries.read(ROOM))
    return Programme(
        id=entries.read(PROGRAMME_ID) or slug(name),
        title=entries.read(TITLE) or name,
        file=file,
        kind=entries.read(PROGRAMME_KIND) or "meeting",
        zone=zone,
        place=place,
        room=room,
        dates=_dates(entries, zone, lookup.findings),
        revision=_revision(entries, file, lookup.findings),
        older=bool(at),
        sources=sources,
        citations=lookup.cited(entries),
        variants=lookup.disagreements(entries),
        span=span,
        room_span=entries.span_if_there(ROOM),
        place_span=entries.span_if_there(PLACE),
        **with_links(entries.kept(), links),
    )


def _revision(entries: Entries, file: str, findings: Findings) -> date | None:
    """The day of this version, from `revision` or from the name of the file."""
    stated = entries.read(REVISION)
    _, at, text = PurePath(file).stem.partition("@")
    if not at:
        return stated
    named = date_form(text)
    if not isinstance(named, date):
        findings.report(
            BAD_DATE, Span(file), f"the file's name says `@{text}`, which is not a day; write `@2017-09-04`"
        )
        return stated
    if stated and stated != named:
        message = f"`revision` is not {named}, as the file's name says; make them the same"
        findings.report(BAD_DATE, entries.span(REVISION), message)
    return named


def _place(entries: Entries, lookup: Lookup) -> Place:
    node = entries.node(PLACE)
    return decode_place(node, lookup.directory, lookup.findings) if node else Place()


def _dates(entries: Entries, zone: str | None, findings: Findings) -> When | None:
    days = entries.read(DATES)
    if isinstance(days, RelativeDay):
        findings.report(BAD_DATE, entries.span(DATES), "the dates of a programme cannot depend on anything; write days")
        return None
    return dated(days, zone) if days else None


def _with_sessions(programme: Programme, entries: Entries, lookup: Lookup) -> Programme:
    is_said = entries.has(ZONE_NAME) or entries.is_misnamed(ZONE_NAME)
    zone_is_wrong = programme.zone is None and is_said
    rooms = (programme.room,) if programme.room else ()
    setting = Defaults(programme.place, programme.zone, rooms, zone_is_wrong)
    node = entries.node(PROGRAMME_DAYS)
    drafts = decode_days(node, setting, lookup) if node else _whole(programme, entries, lookup.findings)
    unique = marked_as_numbered(refuse_duplicates(drafts, lookup.findings))
    warn_of_taken_ids(unique, lookup.findings)
    sessions, people = _seated(unique, decode_seats(entries, lookup), lookup.findings)
    check_dates(sessions, programme.dates, lookup.findings)
    absences = _absences(entries.node(ABSENT_PEOPLE), sessions, people, lookup.findings)
    return replace(programme, sessions=sessions, participants=people, absences=absences)


def _absences(
    node: Node | None, sessions: tuple[Session, ...], people: tuple[Participant, ...], findings: Findings
) -> tuple[Absence, ...]:
    """When those who sit in the programme are not there."""
    if node is None:
        return ()
    from agendacli.formats.definition.decode.absences import decode_absences

    seats = (*people, *(seat for session in sessions for seat in session.participants))
    return decode_absences(node, (seat.person for seat in seats if seat.person), findings)


def _whole(programme: Programme, entries: Entries, findings: Findings) -> tuple[SessionDraft, ...]:
    """A programme without days: one meeting over its dates, hours unknown."""
    if programme.dates is None:
        if programme.span and not entries.has(DATES):
            message = "there is no time in it; add `days:` with items, or `dates:`"
            findings.report(MISSING_KEY, programme.span, message)
        return ()
    status = Status.TENTATIVE if isinstance(programme.dates, DayWindow) else Status.CONFIRMED
    meeting = Session(
        "meeting",
        title=programme.title,
        when=programme.dates,
        kind="meeting",
        status=status,
        span=entries.span(DATES),
    )
    cited = replace(meeting, citations=programme.citations, variants=programme.variants)
    return (SessionDraft(cited, ()),)


def _seated(
    drafts: tuple[SessionDraft, ...], own: tuple[Seat, ...], findings: Findings
) -> tuple[tuple[Session, ...], tuple[Participant, ...]]:
    """The sessions with their people, and the people of the programme as a whole, every reference resolved."""
    seats = (*own, *(seat for draft in drafts for seat in draft.seats))
    surnames = surnames_of(seats)
    is_whole = not surnames and not any(isinstance(seat, RoleReference) for seat in seats)
    holders = {} if is_whole else within_bounds(holders_of(with_surnames(seats, surnames)), seats, findings)

    def settled(found: tuple[Seat, ...]) -> tuple[Participant, ...]:
        return resolve_seats(with_surnames(found, surnames), holders, findings)

    seated = (draft.session if is_whole else with_participants(draft.session, settled(draft.seats)) for draft in drafts)
    sessions = tuple(session for session, draft in zip(seated, drafts, strict=True) if draft.has_time)
    return sessions, settled(own)
