"""The status of a session: what its lines say, its title, what stands below it, or its day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.statuses import (
    SaidStatus,
    is_only_status,
    is_only_tentative,
    is_sentence,
    may_say_status,
    said_status,
    without_status,
    without_tentative,
)
from agendacli.formats.documents.values.room_parts import NEXT_SENTENCE
from agendacli.formats.documents.values.status.in_lines import status_apart
from agendacli.formats.documents.values.told import Told, ToldSession

_MOST_WORDS = 4  # `This session is cancelled.`


def with_status(session: ToldSession, beside: Sequence[Line] = ()) -> ToldSession:
    """The session with its status, its title without the words for that; confirmed where nothing says another.

    `beside` are the lines of other columns that say one.
    """
    found = next((found for found in _found(session, beside) if found), None) or _doubted(session)
    return replace(found, notes=tuple(map(_whole, found.notes)))


def _doubted(session: ToldSession) -> ToldSession:
    word = may_say_status(session.title.value)
    return replace(session, title=session.title.doubted(f"`{word}` stands in it")) if word else session


def _whole(note: Line) -> Line:
    """A note with the words that were parted from it."""
    return replace(note, text=f"{note.text} {note.said_status}", said_status="") if note.said_status else note


def _found(session: ToldSession, beside: Sequence[Line]) -> Iterator[ToldSession | None]:
    """What each place that may say a status makes of a session, the nearest first."""
    yield from (_by_column(session, each) for each in beside)
    yield _by_lines(session)
    yield _by_title(session)
    yield _by_notes(session)
    yield _by_day(session)
    title, said = without_tentative(session.title.value)
    yield _made(session, said, session.title.lines, title) if said else None


def _made(session: ToldSession, said: SaidStatus, lines: tuple[Line, ...], title: str = "") -> ToldSession:
    status = Told(said.status, lines, (said.doubt,) if said.doubt else ())
    return replace(session, status=status, title=replace(session.title, value=title or session.title.value))


def _by_column(session: ToldSession, line: Line) -> ToldSession:
    """Where another column says it, alone or behind what may be meant by it."""
    made = _made(session, said_status(line.said_status, is_alone=not line.text), (line,))
    doubt = f"`{line.said_status}` may be said of `{line.text}`" if line.text else ""
    return replace(made, status=made.status and made.status.doubted(doubt))


def _by_lines(session: ToldSession) -> ToldSession | None:
    line = next((each for each in (*session.title.lines, *session.start.lines) if each.said_status), None)
    if line is None:
        return None
    made = _made(session, said_status(line.said_status), (line,))
    is_named = any((each.line.page, each.line.line) == (line.page, line.line) for each in session.people)
    is_behind = not line.said_status[:1].isalnum() and is_named
    doubt = f"`{line.said_status}` may be said of who is named there" if is_behind else ""
    return replace(made, status=made.status and made.status.doubted(doubt))


def _by_title(session: ToldSession) -> ToldSession | None:
    """Where the title says it; if it says nothing else, what stands below it is the title."""
    title, lines = session.title.value, session.title.lines
    if not is_only_status(title):
        rest, words = status_apart(replace(lines[0], text=title)) if len(lines) == 1 else without_status(title)
        return _made(session, said_status(words), lines, rest) if words else None
    made = _made(session, said_status(title, is_alone=True), lines)
    if not session.notes:
        return replace(made, title=made.title.doubted("it may be no title"))
    first, *notes = session.notes
    below = Told(first.text, (*lines, first), ("it stands below what says that it does not take place",))
    return replace(made, title=below, notes=tuple(notes))


def _by_notes(session: ToldSession) -> ToldSession | None:
    """Where a line below the title says it, by itself or in a short sentence, which is kept."""
    for n, note in enumerate(session.notes):
        if is_only_status(note.text) or is_only_tentative(note.text):
            others = (*session.notes[:n], *session.notes[n + 1 :])
            return _made(replace(session, notes=others), said_status(note.text, is_alone=True), (note,))
        sentences = () if note.is_bullet else NEXT_SENTENCE.split(note.text)
        said = next((each for text in sentences for each in _by_sentence(text)), None)
        if said:
            return _made(session, said, (note,))
    return None


def _by_sentence(text: str) -> Iterator[SaidStatus]:
    """What a short sentence says of the status."""
    rest, words = without_status(text)
    if words[:1] not in {"", "(", "["} and is_sentence(text) and len(rest.split()) <= _MOST_WORDS:
        said = said_status(words)
        yield replace(said, doubt=said.doubt or f"`{words}` stands below it")


def _by_day(session: ToldSession) -> ToldSession | None:
    for line in session.day.lines if not any(hours_in(each.text) for each in session.day.lines) else ():
        words = without_status(line.text)[1]
        if words:
            said = said_status(words)
            return _made(session, replace(said, doubt=said.doubt or f"`{words}` stands with its day"), (line,))
    return None
