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
    r"\b(?:registration|welcome|coffee|lunch|dinner|break|opening|closing|end of|adjourn|arrival|departure|"
    r"check.?in|excursion|photo|social|tour|farewell|anmeldung|eroffnung|abschluss|ankunft|abreise|"
    r"verabschiedung|ende|accueil|ouverture|cloture|inscription|arrivee|depart|"
    r"fin d[eu]|registro|clausura|apertura|cierre|llegada|salida)s?\b"
)
_SURNAMES = re.compile(r"(?=.*(?:,|\bal\b))[^\W\d_a-z][\w’'-]+(?:, [^\W\d_a-z][\w’'-]+)*(?P<more>,? et\.? al\.?)?")
_BRACKET = re.compile(r"\(([^\W\d_a-z][^()\d]+ [^()\d]+)\)\W*$")
_MOST, _FEW, _SOME = 0.7, 6, 3


@frozen
class Usual:
    """Whether most sessions name people and a room; breaks and the like do not count. `brackets`: in these."""

    people: bool
    room: bool
    brackets: bool


def usual_in(sessions: Sequence[ToldSession]) -> Usual:
    """What is usual in a document; nothing where it has few sessions."""
    meant = [each for each in sessions if not is_beside(each.title.value)]
    least = max(_FEW, _MOST * len(meant)) if len(meant) >= _FEW else len(meant) + 1
    return Usual(
        sum(bool(each.people) for each in meant) >= least,
        sum(bool(each.room) for each in meant) >= least,
        sum(any(f"({one.name}" in one.line.text for one in each.people) for each in sessions) >= _SOME,
    )


def lacking(session: ToldSession, usual: Usual) -> Iterator[str]:
    """What a session does not say, and others do."""
    if usual.people and not session.people and not is_beside(session.title.value):
        yield "most others name people"
    if usual.room and session.room is None and not is_beside(session.title.value):
        yield "most others have a room"
    bracket = _BRACKET.search(session.title.value) if usual.brackets and not session.people else None
    if bracket:
        yield f"`{bracket[1]}` stands where others name people"


def with_person_first(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session of a document that names people with each, where the first line is one by its form and no title."""
    names = _names_first(session.title.value, sense)
    if session.people or not session.notes or not session.title.lines or not names:
        return session
    title, *notes = session.notes
    people = tuple(ToldPerson(name, "", "speaker", session.title.lines[0], doubts=(BY_FORM,)) for name in names)
    said = Told(title.text, (title,), (*session.title.doubts, "the line above it is taken for a person"))
    return replace(session, title=said, people=people, notes=tuple(notes))


def _names_first(text: str, sense: PeopleSense) -> list[str]:
    """The name that a text is by its form, or the family names that it lists: `Batey, Moran et al.`"""
    listed = _SURNAMES.fullmatch(text)
    if listed:
        return text[: listed.start("more") if listed["more"] else len(text)].split(", ")
    return [text] if sense.is_name(text, "form") else []


def with_break_doubt(session: ToldSession) -> ToldSession:
    """The session; who is named in a break may belong to what stands beside it."""
    if not session.people or not is_transparent(kind_in_title(session.title.value)):
        return session
    people = (replace(each, doubts=(*each.doubts, "a break names nobody as a rule")) for each in session.people)
    return replace(session, people=tuple(people))


def is_beside(title: str) -> bool:
    """Whether the title is that of a break, or of another session that names nobody as a rule."""
    return is_transparent(kind_in_title(title)) or _BESIDE.search(folded(title)) is not None
