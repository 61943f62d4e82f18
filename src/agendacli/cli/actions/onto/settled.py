"""What older letters left open, and what the next one settles: what they did not say, or said otherwise than mine."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath

from agendacli.analysis.merging.fields import MERGED_FIELDS
from agendacli.analysis.merging.seats import seat_of
from agendacli.cli.actions.onto.steps import DISPUTED, GONE, key_place, line_of_seat, name_to_say, said_no_more
from agendacli.formats.definition.edit.doubting import doubt_line
from agendacli.formats.definition.edit.entries import EntryPlace, doubts_inside, line_of_entry
from agendacli.formats.definition.edit.layout import DefinitionText
from agendacli.formats.definition.schema.shared import DISAGREEMENT
from agendacli.formats.definition.yaml.doubts import doubts_in
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Variant

_OF_MERGES = (GONE, said_no_more(""), said_no_more("\0").rpartition("\0")[2])


def without_settled(data: bytes, programme: Programme, sent: Mapping[str, Session]) -> bytes:
    """The definition, whose programme is given, without doubts that its sessions as they were sent settle, by id."""
    for line in _doubted(data):
        mine = _session_at(programme.sessions, line)
        if mine and (theirs := sent.get(mine.id)):
            data = doubt_line(data, line, (), instead_of=partial(_ends, tuple(_settled(data, line, mine, theirs))))
    return data


def earlier_said(data: bytes, session: Session, mine: Programme) -> frozenset[Variant]:
    """What a session of mine says elsewhere that a merge put there of a letter: doubted, with the name of its file."""
    if not session.variants or session.span is None:
        return frozenset()
    doubts = doubts_inside(data, EntryPlace(session.span.line, DISAGREEMENT.name))
    names = {each.id: PurePath(each.file).name for each in mine.sources if each.file}
    said = ((each, names.get(each.citation.source, "")) for each in session.variants)
    return frozenset(
        each for each, name in said if f"{DISPUTED}{name}" in doubts.get(str(each.citation), "").split("; ")
    )


def _ends(endings: tuple[str, ...], reason: str) -> bool:
    return reason.endswith(endings)


def _doubted(data: bytes) -> Iterator[int]:
    """The lines that have a doubt of a merge."""
    layout = DefinitionText.of(data)
    found = () if isinstance(layout, Refusal) else tuple(doubts_in(layout.text))
    return (line for line, (_, reasons) in found if any(each in reasons for each in _OF_MERGES))


def _session_at(sessions: Sequence[Session], line: int) -> Session | None:
    """The last session that begins on the line or above it."""
    above = [each for each in sessions if each.span and each.span.line <= line]
    return max(above, key=lambda it: it.span.line if it.span else 0, default=None)


def _settled(data: bytes, line: int, mine: Session, theirs: Session) -> Iterator[str]:
    """How doubts on a line of a session end that hold no more."""
    first = mine.span.line if mine.span else line
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
