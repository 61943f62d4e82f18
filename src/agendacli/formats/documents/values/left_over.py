"""What a document names and no session says: times, and people with an honorific, each with its line."""

from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import Document, Line
from agendacli.formats.documents.slots.slot import Found
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.people import PeopleSense, honored_in
from agendacli.formats.documents.values.told import ToldSession
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics

_MOST = 400


@frozen
class Unused:
    """A time, a name or struck words that no session uses, the line, and what kind of thing it is."""

    text: str
    line: Line
    kind: str


def unused_in(
    document: Document, sessions: Sequence[ToldSession], found: Found, sense: PeopleSense
) -> tuple[Unused, ...]:
    """What is left, in order of the document, then what was struck in it."""
    used = _times_used(sessions, found)
    names = " | ".join(folded(each.name) for session in sessions for each in session.people)
    titles = " | ".join(folded(session.title.value) for session in sessions)
    lines = (*document.lines(), *document.quoted)
    left = [each for line in lines for each in (*_times(line, used), *_names(line, f"{names} | {titles}", sense))]
    return (*left[:_MOST], *(Unused(each.text, each, "struck") for each in document.lost[:_MOST]))


def _place(line: Line, text: str) -> tuple[int, int, str]:
    return line.page, line.line, text.strip(" -–—")


def _times_used(sessions: Sequence[ToldSession], found: Found) -> set[tuple[int, int, str]]:
    kept = {(line.page, line.line) for each in sessions for line in (*each.start.lines, *each.end.lines)}
    slots = {_place(each.at, each.hours.text) for each in found.slots if (each.at.page, each.at.line) in kept}
    titles = {
        _place(line, hours.text) for each in sessions for line in each.start.lines for hours in hours_in(line.text)
    }
    return slots | titles


def _times(line: Line, used: set[tuple[int, int, str]]) -> Iterator[Unused]:
    for hours in hours_in(line.text):
        if not hours.is_plain and _place(line, hours.text) not in used:
            yield Unused(hours.text.strip(), line, "time")


def _names(line: Line, said: str, sense: PeopleSense) -> Iterator[Unused]:
    """Those with an honorific anywhere in a line, and those of one that is a list of people."""
    honored = honored_in(line.text)
    listed = () if honored else (each.name for each in sense.people(line.text) or ())
    for each in (*honored, *listed):
        name = folded(name_and_honorifics(each)[0])
        if len(name) > 3 and name not in said:
            yield Unused(each, line, "name")
