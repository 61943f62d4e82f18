"""What older letters left open, and what the next one settles: what they did not say, or said otherwise than mine."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath

from agendacli.analysis.merging.fields import MERGED_FIELDS
from agendacli.analysis.merging.seats import seat_of
from agendacli.cli.actions.onto.steps import DISPUTED, GONE, key_place, line_of_seat, name_to_say, said_no_more
from agendacli.formats.definition.edit.apart import edit_apart
from agendacli.formats.definition.edit.doubting import doubt_line
from agendacli.formats.definition.edit.entries import line_of_entry
from agendacli.formats.definition.edit.several import Edited
from agendacli.formats.definition.yaml.doubts import doubts_in
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Variant

_OF_MERGES = (GONE, said_no_more(""), said_no_more("\0").rpartition("\0")[2])


def without_settled(data: bytes, programme: Programme, sent: Mapping[str, Session]) -> bytes:
    """The definition, whose programme is given, without doubts that its sessions as they were sent settle, by id."""
    lines: dict[str, list[int]] = defaultdict(list)
    own = {each.id: each for each in programme.sessions}
    for line, _, reasons in _doubts(data):
        mine = _session_at(programme.sessions, line)
        if mine and mine.id in sent and any(each in reason for each in _OF_MERGES for reason in reasons):
            lines[mine.id].append(line)
    steps = [(_line(own[name]), partial(_step, own[name], sent[name], found)) for name, found in lines.items()]
    made = edit_apart(data, steps)
    return data if isinstance(made, Refusal) else made


def earlier_said(data: bytes, mine: Programme) -> Mapping[str, frozenset[Variant]]:
    """What sessions of mine, by id, say elsewhere that a merge put there of a letter: doubted, with its file's name."""
    found: dict[str, frozenset[Variant]] = defaultdict(frozenset)
    names = {each.id: PurePath(each.file).name for each in mine.sources if each.file}
    for line, text, reasons in _doubts(data):
        session = _session_at(mine.sessions, line)
        for each in session.variants if session else ():
            name = names.get(each.citation.source)
            if session and name and f"{DISPUTED}{name}" in reasons and str(each.citation) in text:
                found[session.id] |= {each}
    return found


def _step(mine: Session, theirs: Session, lines: Sequence[int], data: bytes, first: int) -> Edited:
    """The definition with the session, which begins on that line, and without its doubts on those that it had."""
    for line in (each - _line(mine) + first for each in lines):
        endings = tuple(_settled(data, line, (mine, first), theirs))
        data = doubt_line(data, line, (), instead_of=partial(_ends, endings))
    return Edited(data, first)


def _line(session: Session) -> int:
    return session.span.line if session.span else 0


def _ends(endings: tuple[str, ...], reason: str) -> bool:
    return reason.endswith(endings)


def _doubts(data: bytes) -> Iterator[tuple[int, str, list[str]]]:
    """The lines that have doubts, with their text and the reasons."""
    text = data.decode(errors="replace")
    lines = text.split("\n")
    return ((line, lines[line - 1], reasons.split("; ")) for line, (_, reasons) in doubts_in(text))


def _session_at(sessions: Sequence[Session], line: int) -> Session | None:
    """The last session that begins on the line or above it."""
    return max((each for each in sessions if 0 < _line(each) <= line), key=_line, default=None)


def _settled(data: bytes, line: int, at: tuple[Session, int], theirs: Session) -> Iterator[str]:
    """How doubts on a line of a session, which begins on another, end that hold no more."""
    mine, first = at
    if line == first:
        yield GONE
    fields = (each for each in MERGED_FIELDS if line_of_entry(data, key_place(first, each.name)) == line)
    said = [each.is_said(theirs) for each in fields]
    for seat in (each for each in mine.participants if line_of_seat(data, first, each) == line):
        is_there = seat_of(theirs.participants, seat, seat.role) is not None
        name = name_to_say(data, first, seat)
        said += [] if name else [is_there]
        if name and is_there:
            yield said_no_more(name)
    if said and all(said):
        yield said_no_more("")
