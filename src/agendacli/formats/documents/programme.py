"""A draft as a programme: ids, kinds, times on clocks, people, and a citation for every line that says something."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from agendacli.formats.documents.drafting import Drafted
from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.letters import greets
from agendacli.formats.documents.values.heading import Head
from agendacli.formats.documents.values.times import clock_words
from agendacli.formats.documents.values.told import WHOLE_PART, Told, ToldPerson, ToldSession
from agendacli.formats.draft import Doubt, Draft, LeftOver, ValuePlace
from agendacli.model.fault import Fault
from agendacli.model.people import Participant, Person
from agendacli.model.places import Place
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source
from agendacli.model.when import DAY, Days, When
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.ids import free_id, slug
from agendacli.words.kinds import is_transparent, kind_in_title
from agendacli.words.person import undeclared_id
from agendacli.words.times.forms import MINUTES_OF_DAY, ClockTime, EachDay, FromTo
from agendacli.words.times.resolve import resolve

SOURCE = "letter"
"""The id of the document in the citations of its draft."""

_LONGEST_ID, _LONGEST_NOTE = 40, 1200
_UNTITLED = "(no title)"


def draft_of(drafted: Drafted, head: Head, file: str, output: str) -> Draft:
    """The draft of what was read of a file, as the definition that `output` names."""
    dated = [each for each in drafted.sessions if each.day.value]
    ids = [*_ids(dated)]
    heads = Counter(map(_heading, dated))
    sessions = tuple(
        replace(_session(each, name, head.zone.value), numbered=heads[_heading(each)] > 1)
        for each, name in zip(dated, ids, strict=True)
    )
    title = head.title.value
    source = Source(SOURCE, title, issued=head.issued, file=file)
    programme = Programme(
        slug(PurePath(output).stem.partition("@")[0]),
        title,
        output,
        zone=head.zone.value,
        place=Place(zone=head.zone.value) if head.place else Place(),
        room=head.room.value if head.room else None,
        sources=(source,),
        citations=cited(line for each in (head.title, head.place, head.room) if each for line in each.lines),
        sessions=sessions,
    )
    doubts = (
        *_of_head(head, drafted),
        *(doubt for each, name in zip(dated, ids, strict=True) for doubt in _doubts(each, name)),
        *_of_whole_parts(dated, ids),
    )
    places = (place for each, name in zip(dated, ids, strict=True) for place in _places(each, name))
    return Draft(
        programme,
        tuple(doubts),
        tuple(_left(drafted, head.title)),
        place=head.place.value if head.place else "",
        places=tuple(places),
    )


def cited(lines: Iterable[Line]) -> tuple[Citation, ...]:
    """Where lines stand, each place once and in order."""
    spans = [(line.page, range(line.line, line.ends + 1)) for line in lines if line.line]
    places = sorted({(page, number) for page, numbers in spans for number in numbers})
    return tuple(Citation(SOURCE, line, page or None) for page, line in places)


def _ids(sessions: Sequence[ToldSession]) -> Iterator[str]:
    taken: set[str] = set()
    for each in sessions:
        tries = (_heading(each), _short(slug(each.title.value)))
        name = next((one for one in tries if one not in taken), None) or free_id(tries[-1], taken)
        taken.add(name)
        yield name


def _heading(told: ToldSession) -> str:
    """The id that its title says up to a colon; which of several with the same one has it hangs on their order."""
    return _short(slug(told.title.value.partition(":")[0]))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_ID else name[:_LONGEST_ID].rpartition("-")[0] or name[:_LONGEST_ID]


def _session(told: ToldSession, name: str, zone: str) -> Session:
    title = told.title.value or _UNTITLED
    kind = kind_in_title(title)
    lines = [
        *told.day.lines,
        *told.start.lines,
        *told.end.lines,
        *told.title.lines,
        *(told.room.lines if told.room else ()),
        *(told.status.lines if told.status else ()),
    ]
    return Session(
        name,
        title,
        _when(told, zone),
        kind=kind,
        transparent=is_transparent(kind),
        room=told.room.value if told.room else None,
        participants=tuple(map(_participant, told.people)),
        internal=_notes(told.notes),
        citations=cited((*lines, *(each.line for each in told.people))),
        status=told.status.value if told.status else Status.CONFIRMED,
    )


def _when(told: ToldSession, zone: str) -> When:
    day = told.day.value or date.min
    later, end = divmod(told.end.value or 0, MINUTES_OF_DAY)
    if told.end.value == MINUTES_OF_DAY:
        later, end = 0, MINUTES_OF_DAY
    hours = FromTo(ClockTime(told.start.value), ClockTime(end) if told.end.value is not None else None, later)
    found = resolve(EachDay(day, day + DAY), hours, zone)
    return Days(day, day + DAY, zone) if isinstance(found, Fault) else found


def _participant(told: ToldPerson) -> Participant:
    name, honorific = name_and_honorifics(told.name)
    person = Person(undeclared_id(name, honorific), name, honorific)
    printed = f"{told.name}, {told.position}" if told.position else told.name
    return Participant(told.role, printed, person, told.position or None, confirmed=told.is_confirmed)


def _notes(lines: Sequence[Line]) -> tuple[str, ...]:
    text = "\n".join(line.text for line in lines)
    return (text[:_LONGEST_NOTE].strip(),) if text.strip() else ()


def _of_head(head: Head, drafted: Drafted) -> Iterator[Doubt]:
    for field, told in (("title", head.title), ("zone", head.zone), ("room", head.room)):
        yield from (Doubt("", field, reason) for reason in (told.doubts if told else ()))
    if drafted.document.cut:
        yield Doubt("", "title", drafted.document.cut, is_shared=True)
    if drafted.document.lost:
        reason = "the document has changes that nobody accepted: what is struck out is listed at the end"
        yield Doubt("", "title", reason, is_shared=True)


def _of_whole_parts(sessions: Sequence[ToldSession], ids: Sequence[str]) -> Iterator[Doubt]:
    """The doubts of rooms, and of those who lead, that are said once for several sessions: each once a day."""
    seen: set[tuple[object, str]] = set()
    for told, name in zip(sessions, ids, strict=True):
        room = told.room.value if told.room and WHOLE_PART in told.room.doubts else ""
        people = [each for each in told.people if WHOLE_PART in each.doubts]
        doubts = [(room, Doubt(name, "room", WHOLE_PART, is_shared=True))] if room else []
        doubts += [(each.name, Doubt(name, each.role, WHOLE_PART, each.name, is_shared=True)) for each in people]
        yield from (doubt for value, doubt in doubts if (told.day.value, value) not in seen)
        seen |= {(told.day.value, value) for value, _ in doubts}


def _doubts(told: ToldSession, name: str) -> Iterator[Doubt]:
    yield from (Doubt(name, "day", reason) for reason in told.day.doubts)
    for words, value in (("", told.start), ("end: ", told.end), ("title: ", told.title)):
        yield from (Doubt(name, "when", f"{words}{reason}") for reason in value.doubts)
    if told.room:
        yield from (Doubt(name, "room", reason) for reason in told.room.doubts if reason != WHOLE_PART)
    if told.status:
        yield from (Doubt(name, "status", reason) for reason in told.status.doubts)
    for person in told.people:
        yield from (Doubt(name, person.role, reason, person.name) for reason in person.doubts if reason != WHOLE_PART)


def _places(told: ToldSession, name: str) -> Iterator[ValuePlace]:
    """Where the document says the values of a session: each at the first of its lines."""
    room = told.room.lines if told.room else ()
    fields = ("time", told.start.lines or told.day.lines), ("title", told.title.lines), ("room", room)
    found = ((field, "", lines) for field, lines in (*fields, ("internal", told.notes)))
    people = ((each.role, each.name, (each.line,)) for each in told.people)
    for field, person, lines in (*found, *people):
        yield from (ValuePlace(name, field, each, person) for each in cited(lines)[:1])


def _left(drafted: Drafted, title: Told[str]) -> Iterator[LeftOver]:
    for each in drafted.sessions:
        if not each.day.value:
            place = (*cited(each.title.lines or each.start.lines), Citation(SOURCE))[0]
            yield LeftOver(place, f"{clock_words(each.start.value)} {each.title.value}", "no day")
    for unused in drafted.left:
        if greets(unused.text) or (unused.line in title.lines and _begins(title.value, unused.text)):
            continue
        yield LeftOver((*cited((unused.line,)), Citation(SOURCE))[0], unused.text, unused.kind)


def _begins(title: str, text: str) -> bool:
    """Whether a text that was taken for a name or a room is the title, or all of it up to a sign or a number."""
    behind = title[len(text) :].lstrip()
    return title.startswith(text) and not behind[:1].isalpha()
