"""The words of a VEVENT: title, place, people, what is not known, what documents say. Plain text, one string each."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from agendacli.formats.ics.palette import COLOURS
from agendacli.formats.ics.provenance import ELSEWHERE, SOURCES, STAGE
from agendacli.formats.ics.states import marked
from agendacli.formats.ics.text import clean, summary_line
from agendacli.model.identity import programme_of
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import ROLES, Participant
from agendacli.model.programme import Programme, Status
from agendacli.model.source import Citation, Variant
from agendacli.model.when import Days, DayWindow, Hours, TimeWindow, When
from agendacli.words.prose import plain_day, when_text

T = TypeVar("T")

JOIN = "Join: "
"""What stands before an address at which a session is joined from afar."""


def is_window(occurrence: Occurrence) -> bool:
    """Whether only the bounds are known that it lies between."""
    return isinstance(occurrence.when, DayWindow | TimeWindow)


def ics_status(occurrence: Occurrence) -> Status:
    """The status to write: a window is never more than tentative."""
    status = occurrence.status
    return Status.TENTATIVE if status is Status.CONFIRMED and is_window(occurrence) else status


def summary(occurrence: Occurrence) -> str:
    """The title on one line; ` (TBC)` after what is tentative, ` (CANCELLED)` after what is off: few apps show that."""
    return marked(summary_line(occurrence.session.title), ics_status(occurrence))


def location(occurrence: Occurrence) -> str:
    """Room, venue and city in that order, each said once; empty when none is known."""
    parts = (occurrence.room, occurrence.place.venue, occurrence.place.city)
    return ", ".join(dict.fromkeys(filter(None, (summary_line(part or "") for part in parts))))


def categories(occurrence: Occurrence) -> tuple[str, ...]:
    """The kind of the session, then its categories and those of the programme, each once.

    On an item of somebody else no category says that it is a session.
    """
    session = occurrence.session
    is_plain = session.kind == "session" and session.uid is not None and not programme_of(session.uid)
    named = (*(() if is_plain else (session.kind,)), *session.categories, *occurrence.programme.categories)
    return tuple(dict.fromkeys(filter(None, map(summary_line, named))))


def colour(occurrence: Occurrence) -> str:
    """A CSS3 name of a colour for the kind of the session (RFC 7986 5.9); empty for a kind without one."""
    return COLOURS.get(occurrence.session.kind, "")


def description(occurrence: Occurrence, *, repeats: bool = False) -> str:
    """All that no other property holds, in paragraphs: programme, time, people, text, notes, other documents, sources.

    With `repeats` it is for all occurrences of a series, so that it names no day. The people, text, notes, variants
    and sources of the programme as a whole stand in its only session, if it has one. What a calendar holds keeps its
    text, with what that does not say yet.
    """
    if occurrence.session.is_of_calendar:
        return _told_before(occurrence)
    paragraphs = (
        _programme(occurrence),
        _time(occurrence, repeats=repeats),
        _joining(occurrence),
        _people(_both(occurrence.session.participants, occurrence.programme.participants, occurrence)),
        *_both((occurrence.session.description,), (occurrence.programme.description,), occurrence),
        "\n".join(_both(occurrence.session.notes, occurrence.programme.notes, occurrence)),
        _bullets(ELSEWHERE, _variants(occurrence)),
        _bullets(SOURCES, _sources(occurrence)),
    )
    return _paragraphs(paragraphs)


def calendar_description(programmes: Sequence[Programme], name: str) -> str:
    """What a calendar of that name holds: what is said of one programme as a whole, or of several, each with its title.

    Before what is said of one stands its title, unless the calendar has it for its name.
    """
    if len(programmes) == 1:
        title = programmes[0].title
        return _paragraphs((title if title != name else "", programmes[0].description, *_of_all(programmes[0])))
    separator = "\n\n" if any(any(_of_all(each)) for each in programmes) else "\n"
    found = (_paragraphs((summary_line(each.title), *_of_all(each))) for each in programmes)
    return separator.join(filter(None, found))


def _of_all(programme: Programme) -> tuple[str, ...]:
    """The people and notes of a programme as a whole; those of a single session stand in that."""
    if len(programme.sessions) == 1:
        return ()
    return _people(programme.participants), "\n".join(programme.notes)


def _told_before(occurrence: Occurrence) -> str:
    """The text of an item of a calendar; people that were invited, and notes, are not properties of what is written."""
    session = occurrence.session
    text = clean(session.description or "").strip()
    more = (_people(session.participants), "\n".join(session.notes))
    unsaid = (each for each in more if clean(each).strip() not in text)
    joining = "\n".join(_join(each) for each in session.join if each not in text)
    return _paragraphs((text, *unsaid, joining))


def _paragraphs(texts: Iterable[str | None]) -> str:
    return "\n\n".join(filter(None, (clean(each or "").strip() for each in texts)))


def _both(own: tuple[T, ...], whole: tuple[T, ...], occurrence: Occurrence) -> tuple[T, ...]:
    """What the session says, and what its programme says as a whole where the session is all of it; each once."""
    return tuple(dict.fromkeys(own + whole)) if len(occurrence.programme.sessions) == 1 else own


def _programme(occurrence: Occurrence) -> str:
    programme = occurrence.programme
    title = "" if programme.title == occurrence.session.title else programme.title
    organizer = f"Organizer: {programme.organizer}" if programme.organizer else ""
    return "\n".join(filter(None, (title, _stage(programme), organizer)))


def _stage(programme: Programme) -> str:
    if not programme.stage:
        return ""
    dated = f" of {plain_day(programme.revision)}" if programme.revision else ""
    return f"{STAGE}{dated}: {programme.stage}"


def _time(occurrence: Occurrence, *, repeats: bool) -> str:
    """What an app would otherwise show as known (the hours, the end, the day), and the words that say more of it."""
    session = occurrence.session
    tells = session.when_text and (session.relative_to or isinstance(occurrence.when, TimeWindow))
    return "\n".join(
        filter(None, (_unknown(occurrence, repeats=repeats), f"As written: {session.when_text}" if tells else ""))
    )


def _unknown(occurrence: Occurrence, *, repeats: bool) -> str:
    when = occurrence.when
    if isinstance(when, DayWindow):
        return f"Date to be confirmed{_said(when, repeats=repeats)}. This entry spans every day it may fall on."
    if isinstance(when, TimeWindow):
        return f"Time to be confirmed{_said(when, repeats=repeats)}. This entry spans all the time it may fall in."
    if isinstance(when, Days):
        return "Hours not yet known." if when.hours is Hours.UNKNOWN else ""
    return "No document states when it ends." if when.end is None else ""


def _said(when: When, *, repeats: bool) -> str:
    return "" if repeats else f": {when_text(when)}"


def _joining(occurrence: Occurrence) -> str:
    return "\n".join(map(_join, occurrence.join))


def _join(address: str) -> str:
    return f"{JOIN}{address}"


def _people(participants: Iterable[Participant]) -> str:
    """The people role by role, in printed order: one on the line of the role, several below it.

    Who is known by an address alone is not named: it is nobody's business but theirs.
    """
    roles: dict[str, list[str]] = {}
    for each in participants:
        if "@" in each.name:
            continue
        roles.setdefault(each.role, []).append(summary_line(_person(each)))
    return "\n".join(_role(role, people) for role, people in roles.items())


def _role(role: str, people: list[str]) -> str:
    named = role if len(people) == 1 else ROLES.get(role, role)
    title = summary_line(named[:1].upper() + named[1:])
    return f"{title}: {people[0]}" if len(people) == 1 else _bullets(title, people)


def _person(participant: Participant) -> str:
    confirmed = "" if participant.confirmed else " (to be confirmed)"
    return ", ".join(filter(None, (_full_name(participant), participant.position))) + confirmed


def _full_name(participant: Participant) -> str:
    person = participant.person
    return " ".join(filter(None, (person.honorific, person.name))) if person else participant.printed


def _variants(occurrence: Occurrence) -> Iterable[str]:
    programme, session = occurrence.programme, occurrence.session
    own = [_variant(programme, each) for each in _both(session.variants, programme.variants, occurrence)]
    people = _both(session.participants, programme.participants, occurrence)
    return own + [_variant(programme, each, of=person.name) for person in people for each in person.variants]


def _variant(programme: Programme, variant: Variant, of: str = "") -> str:
    subject = ", ".join(filter(None, (of, variant.field)))
    return f"{_citation(programme, variant.citation)}: {subject}: {variant.text}"


def _sources(occurrence: Occurrence) -> Iterable[str]:
    """Every document that is cited, once, with the lines."""
    lines: dict[str, set[int]] = {}
    for each in _both(occurrence.session.citations, occurrence.programme.citations, occurrence):
        found = lines.setdefault(_title(occurrence.programme, each), set())
        found.update(() if each.line is None else (each.line,))
    return (_at_lines(title, sorted(found)) for title, found in lines.items())


def _citation(programme: Programme, citation: Citation) -> str:
    return _at_lines(_title(programme, citation), () if citation.line is None else (citation.line,))


def _title(programme: Programme, citation: Citation) -> str:
    """The title of the document that is cited; the id that was cited if no document has it."""
    return next((each.title for each in programme.sources if each.id == citation.source), citation.source)


def _at_lines(title: str, lines: Sequence[int]) -> str:
    """A place in a document: `Letter, line 4`, `Letter, lines 4, 7`."""
    word = "line" if len(lines) == 1 else "lines"
    return f"{title}, {word} {', '.join(map(str, lines))}" if lines else title


def _bullets(title: str, lines: Iterable[str]) -> str:
    bullets = [f"- {summary_line(each)}" for each in lines]
    return "\n".join([f"{title}:", *bullets]) if bullets else ""
