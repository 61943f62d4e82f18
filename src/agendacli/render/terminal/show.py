"""One event or one session in full, with the documents it comes from and what other documents say instead."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendacli.analysis.blocks import items_of
from agendacli.analysis.timetable.clocks import USUAL_CLOCKS, Clocks
from agendacli.analysis.timetable.sections import lay_out
from agendacli.model.occurrence import Occurrence, on_its_clocks
from agendacli.model.people import Participant
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation
from agendacli.model.when import Timed, TimeWindow, When, bounds
from agendacli.model.zones import instant
from agendacli.render.terminal import styles
from agendacli.render.terminal.drawing import Drawable, Group, Indented
from agendacli.render.terminal.events import event_dates_text
from agendacli.render.terminal.fields import ShownField, citations, sheet, texts, variants
from agendacli.render.terminal.phrases import (
    NOTHING_CHANGED,
    Changed,
    beside_text,
    changes_of,
    joined,
    role_text,
    said,
    title,
    zones_text,
)
from agendacli.render.terminal.text import Text
from agendacli.render.terminal.timetable import draw_ids
from agendacli.render.text import paragraphs
from agendacli.words.harmless import one_line
from agendacli.words.prose import length_text, plain_day, when_text, zone_text

# The words with which a definition itself notes a time.
_NOTATION = re.compile(r"some (?:\d+ )?days? in|hours unknown|all day|\bto\b|\bbefore\b|\bafter\b")


def draw_session(
    occurrence: Occurrence, width: int = 80, clocks: Clocks = USUAL_CLOCKS, changed: Changed = NOTHING_CHANGED
) -> Drawable:
    """A session in full for a terminal of that many columns."""
    session, programme = occurrence.session, occurrence.programme
    head = Group(title(occurrence), joined([said(occurrence.id, styles.NAME), session.kind], styles.QUIET))
    facts = [
        ShownField("Changed", changes_of(occurrence, changed)),
        ShownField("When", tuple(_when(occurrence, clocks))),
        texts("Where", _where(occurrence.room, occurrence.place), _degrees(occurrence.place.coordinates)),
        texts("Part of", *_block(occurrence), f"{programme.name} ({programme.id})"),
        texts("Status", *_session_status(occurrence)),
        texts("Priority", str(session.priority) if session.priority != 1 else None),
        texts("Privacy", session.privacy.value if session.is_private else None),
        texts("Link", session.url),
        texts("Join", *occurrence.join),
    ]
    groups = (facts, *_common(session), _documents(session, programme))
    return Group(head, sheet(groups, width), *_listed(items_of(occurrence), width, clocks, changed))


def draw_programme(
    programme: Programme,
    when: When | None,
    width: int = 80,
    clocks: Clocks = USUAL_CLOCKS,
    *,
    changed: Changed = NOTHING_CHANGED,
) -> Drawable:
    """An event in full with its sessions; `when` is when it takes place as a whole, None if nothing says so."""
    ids = joined([said(programme.id, styles.NAME), programme.kind], styles.QUIET)
    name = (said(programme.title, styles.TITLE),)
    dates = event_dates_text(programme, when, clocks.dial) if when else None
    facts = [
        texts("When", dates, _printed(programme.when_text), _zone_of_hours(when) or programme.zone),
        texts("Where", _where(programme.room, programme.place), _degrees(programme.place.coordinates)),
        texts("Organizer", programme.organizer),
        texts("Status", *_programme_status(programme)),
        texts("Link", programme.url),
        texts("Licence", programme.license),
        texts("Join", *programme.join),
        texts("File", programme.file),
    ]
    groups = (facts, *_common(programme), _documents(programme, programme))
    sessions = (on_its_clocks(Occurrence(programme, each, each.when)) for each in programme.sessions)
    return Group(*name, ids, sheet(groups, width), *_listed(sessions, width, clocks, changed))


def _when(occurrence: Occurrence, clocks: Clocks) -> Iterable[Text]:
    when, session = clocks.shown(occurrence).when, occurrence.session
    yield said(when_text(when, clocks.dial) + _length(when))
    if session.repeat:
        yield said(f"repeats: {session.when_text or '; '.join(session.repeat.rules)}")
    if isinstance(when, Timed) and when.end is None:
        yield said("no document states its end", styles.UNSETTLED)
    if zone := zones_text([clocks.shown(occurrence)]):
        yield said(zone, styles.QUIET)
    if beside := beside_text(occurrence, clocks):
        yield said(beside, styles.QUIET)
    if session.relative_to:
        yield said(f"depends on {_address(session.relative_to, occurrence.programme)}", styles.QUIET)
    if printed := _printed(session.when_text):
        yield said(printed, styles.QUIET)


def _block(item: Occurrence) -> Iterable[str]:
    """The block of an item, with its address."""
    if item.parent:
        block = next((each for each in item.programme.sessions if each.id == item.session.parent), None)
        yield f"{block.title} ({item.parent})" if block else item.parent


def _address(session: str, programme: Programme) -> str:
    return session if "/" in session else f"{programme.id}/{session}"


def _zone_of_hours(when: When | None) -> str | None:
    """The zone of the hours that stand there, with its offset."""
    return zone_text(when.zone, bounds(when).start) if isinstance(when, Timed | TimeWindow) else None


def _length(when: When) -> str:
    if isinstance(when, TimeWindow) and when.length is not None:
        return f" ({length_text(when.length)} in it)"
    if isinstance(when, Timed) and when.end is not None and not when.is_moment:
        return f" ({length_text(instant(when.end, when.zone) - instant(when.start, when.zone))})"
    return ""


def _printed(words: str | None) -> str | None:
    """The words in which a time was written, where they say more than a date and hours in figures do."""
    if not words or not any(each.isalpha() for each in _NOTATION.sub("", one_line(words))):
        return None
    return f"written as “{words}”"


def _where(room: str | None, place: Place) -> str | None:
    return ", ".join(part for part in (room, str(place)) if part) or None


def _degrees(coordinates: Coordinates | None) -> Text | None:
    if coordinates is None:
        return None
    north = f"{abs(coordinates.latitude):.4f}° {'N' if coordinates.latitude >= 0 else 'S'}"
    east = f"{abs(coordinates.longitude):.4f}° {'E' if coordinates.longitude >= 0 else 'W'}"
    return said(f"{north}, {east}", styles.QUIET)


def _session_status(occurrence: Occurrence) -> Iterable[Text]:
    if occurrence.status is not Status.CONFIRMED:
        yield _status(occurrence.status)
    if occurrence.session.transparent:
        yield said("takes nobody’s time", styles.QUIET)


def _programme_status(programme: Programme) -> Iterable[Text]:
    if programme.status is not Status.CONFIRMED:
        yield _status(programme.status)
    revision = f"revision of {plain_day(programme.revision)}" if programme.revision else None
    stage = joined(
        [programme.stage, programme.symbol, programme.issue, revision, "an older one" if programme.older else None]
    )
    if stage:
        yield stage


def _status(status: Status) -> Text:
    return Text(status.value, style="red" if status is Status.CANCELLED else styles.UNSETTLED)


def _common(item: Session | Programme) -> Iterable[Sequence[ShownField]]:
    """What sessions and programmes both have: people, description, notes."""
    yield list(_people(item.participants))
    yield [texts("About", *paragraphs(item.description or ""))]
    yield [texts("Notes", *(line for note in item.notes for line in paragraphs(note)))]
    yield [texts("Internal", *(line for note in item.internal for line in paragraphs(note)))]
    yield [texts("Categories", ", ".join(item.categories))]


def _people(participants: Sequence[Participant]) -> Iterable[ShownField]:
    roles = dict.fromkeys(each.role for each in participants)
    for role in roles:
        seats = [each for each in participants if each.role == role]
        yield ShownField(role_text(role, len(seats)), tuple(line for each in seats for line in _seat(each)))


def _seat(seat: Participant) -> Iterable[Text | Indented]:
    text = said(seat.name)
    if not seat.confirmed:
        text.append(" (tbc)", styles.UNSETTLED)
    if seat.position:
        text.append(f", {one_line(seat.position)}", styles.QUIET)
    yield text
    for each in seat.variants:
        words = Text(f"{one_line(str(each.citation))} has “{one_line(each.text)}”", styles.UNSETTLED, overflow="fold")
        yield Indented(words, 2)


def _documents(item: Session | Programme, programme: Programme) -> Sequence[ShownField]:
    cited = (*item.citations, *_seats_cited(item.participants), *(each.citation for each in item.variants))
    others = programme.sources if item is programme else ()
    mentioned = (*cited, *(Citation(each.id) for each in others))
    return [
        ShownField("Elsewhere", variants(item.variants)),
        ShownField("Sources", citations(mentioned, programme.sources)),
    ]


def _seats_cited(participants: Sequence[Participant]) -> Iterable[Citation]:
    for each in participants:
        yield from each.citations
        yield from (variant.citation for variant in each.variants)


def _listed(sessions: Iterable[Occurrence], width: int, clocks: Clocks, changed: Changed) -> Iterable[Drawable]:
    """The sessions with their addresses, below an empty line."""
    timetable = lay_out(sessions, clocks.zone, clocks.second)
    if timetable.sections:
        yield Text("")
        yield draw_ids(replace(timetable, changed=changed), width, clocks.dial)
