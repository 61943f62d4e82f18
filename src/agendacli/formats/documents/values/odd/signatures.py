"""Whoever signs a letter stands below its last session, and has no part in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.tokens.roles import role_beside, role_inside, role_label
from agendacli.formats.documents.values.told import ToldPerson, ToldSession

_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.!?]\W*")
MAY_SIGN = "it may be who signs"
"""Why somebody may have no part in the last session."""


def with_signature(sessions: Sequence[ToldSession]) -> list[ToldSession]:
    """The sessions, those doubted who stand below the last: below a sentence, or behind a gap as no others do."""
    last = max(sessions, key=_place, default=None)
    are_apart = any(_is_apart(one, each) for each in sessions if each is not last for one in each.people)
    return [_signed(each, are_apart=are_apart) if each is last else each for each in sessions]


def _place(session: ToldSession) -> tuple[int, int]:
    lines = session.title.lines or session.start.lines
    return (lines[0].page, lines[0].line) if lines else (0, 0)


def _signed(session: ToldSession, *, are_apart: bool) -> ToldSession:
    people = tuple(
        replace(each, doubts=(*each.doubts, MAY_SIGN))
        if _is_below_sentence(each, session) or (_is_apart(each, session) and not are_apart)
        else each
        for each in session.people
    )
    return replace(session, people=people)


def _has_role(person: ToldPerson) -> bool:
    text = person.line.text
    return role_inside(text) is not None or (role_label(text) or role_beside(text)) is not None


def _is_below_sentence(person: ToldPerson, session: ToldSession) -> bool:
    """Whether a sentence stands between the title and the line of somebody without a role."""
    place = person.line.page, person.line.line
    above = (each for each in session.notes if _place(session) < (each.page, each.line) < place)
    return any(_SENTENCE.fullmatch(each.text) for each in above) and not _has_role(person)


def _is_apart(person: ToldPerson, session: ToldSession) -> bool:
    """Whether nothing stands just above somebody without a role, who is named below the title."""
    at, page = person.line.line, person.line.page
    said = (*session.title.lines, *session.start.lines, *session.notes, *(each.line for each in session.people))
    ends = [each.ends for each in said if each.page == page and each.line < at]
    return page == 0 and bool(ends) and at - max(ends) > 1 and not _has_role(person)
