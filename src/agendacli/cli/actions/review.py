"""What `check --review` prints: drafts beside the documents that they cite."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agendacli.cli.run.outcome import tell
from agendacli.files import FileError
from agendacli.files.beside import path_beside
from agendacli.files.paths import named_path
from agendacli.files.reading import read_bytes
from agendacli.formats.table import document_lines
from agendacli.load.loaded import Loaded
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.people import ROLES, Participant
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation
from agendacli.render.review import ReviewRow, review_text
from agendacli.words.prose import when_text

Lines = Mapping[tuple[str, int, int], str]
"""The lines of documents by the id of their source, page (0 where there are none) and line."""

_LEFT = re.compile(r"^#   (?P<source>[a-z0-9._-]+):(?:p(?P<page>\d+)\.)?(?P<line>\d+): (?P<what>.*)$", re.MULTILINE)
_UNSURE = "unsure"


def review_of(loaded: Loaded, width: int) -> str:
    """Every programme that cites documents beside these."""
    programmes = (*loaded.programmes, *loaded.revisions)
    return "\n".join(review_text(_rows(each, loaded), width) for each in programmes if each.sources)


def unseen_in_review(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is wrong in the files and stands in no row: all but the doubts of drafts."""
    drafts = {each.file for each in (*loaded.programmes, *loaded.revisions) if each.sources}
    return (each for each in loaded.diagnostics if each.code.name != _UNSURE or each.span.file not in drafts)


def _rows(programme: Programme, loaded: Loaded) -> list[ReviewRow]:
    """The rows in the order of the documents: sessions, and what no session uses."""
    lines = dict(_lines(programme))
    doubts = [each for each in loaded.diagnostics if each.span.file == programme.file and each.code.name == _UNSURE]
    sessions = sorted(programme.sessions, key=lambda each: each.span.line if each.span else 0)
    found = [_head(programme, sessions, doubts, lines)]
    for n, session in enumerate(sessions):
        found.append(_row(session, _between(doubts, sessions, n), lines))
    found += _left_over(loaded.texts[programme.file], lines)
    return [row for _, row in sorted(found, key=lambda each: each[0])]


_Placed = tuple[tuple[str, int, int], ReviewRow]


def _lines(programme: Programme) -> Iterator[tuple[tuple[str, int, int], str]]:
    """The lines of every document of which the file is known; one that cannot be read is told."""
    for source in programme.sources:
        if source.file is None:
            continue
        try:
            data = read_bytes(path_beside(source.file, named_path(programme.file).parent))
        except FileError as fault:
            tell(str(fault))
            continue
        for (page, line), text in document_lines(data, source.file).items():
            yield (source.id, page, line), text


def _head(programme: Programme, sessions: Sequence[Session], doubts: Sequence[Diagnostic], lines: Lines) -> _Placed:
    first = min((each.span.line for each in sessions if each.span), default=1 << 30)
    made = [programme.title, *(each for each in (str(programme.place), programme.room) if each)]
    return _placed(programme.citations, (*made, *_told(each for each in doubts if each.span.line < first)), lines)


def _between(doubts: Sequence[Diagnostic], sessions: Sequence[Session], n: int) -> list[Diagnostic]:
    """The doubts from the line of a session to before that of the next one."""
    begin, after = (each.span.line if each and each.span else 1 << 30 for each in (sessions[n], _at(sessions, n + 1)))
    return [each for each in doubts if begin <= each.span.line < after]


def _at(sessions: Sequence[Session], n: int) -> Session | None:
    return sessions[n] if n < len(sessions) else None


def _row(session: Session, doubts: Sequence[Diagnostic], lines: Lines) -> _Placed:
    people = [f"{each.role}: {each.printed}" for each in sorted(session.participants, key=_role)]
    room = [f"room: {session.room}"] if session.room else []
    status = [f"status: {session.status}"] if session.status is not Status.CONFIRMED else []
    made = (f"{when_text(session.when)} {session.title}", *status, *room, *people, *_told(doubts))
    return _placed(session.citations, made, lines)


def _role(participant: Participant) -> int:
    return list(ROLES).index(participant.role) if participant.role in ROLES else len(ROLES)


def _told(doubts: Iterable[Diagnostic]) -> tuple[str, ...]:
    return tuple(f"? {each.message.rpartition('; ')[0]}" for each in doubts)


def _left_over(text: str, lines: Lines) -> Iterator[_Placed]:
    for found in _LEFT.finditer(text):
        place = Citation(found["source"], int(found["line"]), int(found["page"]) if found["page"] else None)
        yield _placed((place,), (f"left over: {found['what']}",), lines)


def _placed(citations: Sequence[Citation], made: tuple[str, ...], lines: Lines) -> _Placed:
    """A row with the last of its places, at which what it speaks of stands: a day may stand far above."""
    places = [(each.source, each.page or 0, each.line or 0) for each in citations]
    said = tuple((str(each), lines.get(place, "")) for each, place in zip(citations, places, strict=True))
    return max(places, default=("", 0, 0)), ReviewRow(said, made)
