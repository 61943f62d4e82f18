"""What most sessions of a document say, and what it means that one does not: people, a room, no one in a break."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.values.sorting import BY_FORM
from agendacli.formats.documents.values.told import Told, ToldPerson, ToldSession
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.kinds import is_transparent, kind_in_title

_BESIDE = re.compile(
    r"\b(?:registration|welcome|coffee|lunch|dinner|breaks?|opening|closing|end of|adjourn|arrival|departure|check.?in|"
    r"excursion|photo|social|tour|anmeldung|eroffnung|abschluss|ankunft|abreise|accueil|ouverture|cloture|inscription|"
    r"registro|clausura|apertura)"
)
_MOST, _FEW = 0.7, 6


@frozen
class Usual:
    """Whether most sessions name people and a room; breaks and the like do not count."""

    people: bool
    room: bool


def usual_in(sessions: Sequence[ToldSession]) -> Usual:
    """What is usual in a document; nothing where it has few sessions."""
    meant = [each for each in sessions if not is_beside(each.title.value)]
    least = max(_FEW, _MOST * len(meant)) if len(meant) >= _FEW else len(meant) + 1
    return Usual(sum(bool(each.people) for each in meant) >= least, sum(bool(each.room) for each in meant) >= least)


def lacking(session: ToldSession, usual: Usual) -> Iterator[str]:
    """What a session does not say, and others do."""
    if usual.people and not session.people and not is_beside(session.title.value):
        yield "most others name people"
    if usual.room and session.room is None and not is_beside(session.title.value):
        yield "most others have a room"


def with_person_first(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session of a document that names people with each, where the first line is one by its form and no title."""
    name = session.title.value
    if session.people or not session.notes or not session.title.lines or not sense.is_name(name, "form"):
        return session
    title, *notes = session.notes
    person = ToldPerson(name, "", "speaker", session.title.lines[0], doubts=(BY_FORM,))
    said = Told(title.text, (title,), (*session.title.doubts, "the line above it is taken for a person"))
    return replace(session, title=said, people=(person,), notes=tuple(notes))


def with_break_doubt(session: ToldSession) -> ToldSession:
    """The session; who is named in a break may belong to what stands beside it."""
    if not session.people or not is_transparent(kind_in_title(session.title.value)):
        return session
    people = (replace(each, doubts=(*each.doubts, "a break names nobody as a rule")) for each in session.people)
    return replace(session, people=tuple(people))


def is_beside(title: str) -> bool:
    """Whether the title is that of a break, or of another session that names nobody as a rule."""
    return is_transparent(kind_in_title(title)) or _BESIDE.search(folded(title)) is not None
