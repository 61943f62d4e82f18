"""Titles that are sentences: `there will be a lunch`, `the judging starts`, `Graham Otter leads a workshop`."""

import re
from dataclasses import replace

from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.tokens.people import PeopleSense
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.people.leading_verbs import doing_in, given_in
from agendacli.formats.documents.values.people.named_in_titles import INSIDE, people_in, without_people
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.told import ToldPerson, ToldSession
from agendacli.words.folded import folded

TOLD = "it is told in a sentence, with who gives it"
"""Why a title may be longer."""
BEHIND_NAME = "what stands behind a name is taken for it"
"""Why a title may be another."""

_LEADS_TO = re.compile(  # in small letters: `Hay Festival` is none
    r"(?:there(?: will be|['’]ll be| is| are)|we(?:['’]ll| will)? (?:have|hold|(?:start|begin|end) with)|"
    r"gibt es|es gibt|haben wir|wir haben|nous (?:avons|aurons)|il y a(?:ura)?|on a(?:ura)?|hay|habrá|tenemos|"
    r"tendremos|to (?:end|start|begin|finish)(?: with)?,|zum (?:Abschluss|Schluss|Auftakt)|pour (?:finir|commencer),|"
    r"para (?:terminar|empezar|acabar),) "
    r"(?:(?:an?|the|our|some|eine?n?|der|die|das|den|unser\w*|une?|des|les?|la|du|una?|el|los|las) |l[’'])?(?=\S{3})"
)
_VERB_LAST = re.compile(
    r"(?:(?:the|our|die|der|das|unsere?|le|la|el|los|las) |l[’'])(?P<what>[^,;:]{4,60}?) "
    r"(?:starts?|begins?|follows?|takes place|beginnt|beginnen|startet|folgt|findet statt|commence(?:nt)?|débute|suit|"
    r"a lieu|empieza|comienza|sigue|tiene lugar)"
)
_IN_CHAIR = re.compile(r",? (?P<said>(?:with|mit|avec|con) [^,;:()]{5,50})$")
_QUOTED = re.compile(r"[\"“„«](?P<title>[^\"“”„«»]{4,150})[\"”“»]\W*")
_ALONE = re.compile(
    r"(?:(?:the|an?|ein|der|une?|el|una) )?(?:talk|lecture|vortrag|lesung|reading|expose|conference|charla|"
    r"conferencia|ponencia|presentation|prasentation)"
)


def with_title_told(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session, of a title that is a sentence what that tells, with whom it names."""
    title = session.title.value
    lead = _LEADS_TO.match(title)
    short = title[lead.end() :] if lead else title
    short = last["what"] if (last := _VERB_LAST.fullmatch(short)) else short
    told = replace(session, title=replace(session.title, value=short))
    return _with_quoted(_with_chair(_with_giver(_with_named(told, sense), sense), sense))


def _with_named(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session with those with whom its title ends once the room is cut off: `prizes by Ida Holm in the hall`."""
    room, title = session.room, session.title
    is_cut = room is not None and room.lines == title.lines[:1] and room.value not in title.value
    if not is_cut or session.people:
        return session
    people = tuple(people_in(title.value, title.lines[0], sense))
    return replace(session, people=people, title=replace(title, value=without_people(title.value, people)))


def _with_giver(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session, its title what somebody gives, as it says."""
    given = given_in(session.title.value)
    if given is None or is_group(given.who) or names_room(given.who):
        return session
    people = _people(session, given.who, given.role, sense)
    return replace(
        session,
        people=(*session.people, *people),
        title=replace(session.title, value=given.what).doubted(TOLD) if people else session.title,
    )


def _with_chair(session: ToldSession, sense: PeopleSense) -> ToldSession:
    """The session, its title without who is in the chair: `General meeting, with Ida Holm in the chair`."""
    title = session.title.value
    found = _IN_CHAIR.search(title)
    doing = [*doing_in(found["said"])] if found else []
    people = tuple(each for one in doing for each in _people(session, one.who, one.role, sense))
    if found is None or not people:
        return session
    short = replace(session.title, value=title[: found.start()])
    return replace(session, people=(*session.people, *people), title=short)


def _people(session: ToldSession, who: str, role: str, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """Those of a name in a title who are not in the session already."""
    line = session.title.lines[0]
    found = people_of(replace(line, text=who, pieces=()), role, sense, trust="form")
    own = {folded(each.name) for each in session.people}
    return tuple(
        replace(each, line=line, doubts=(*each.doubts, INSIDE)) for each in found if folded(each.name) not in own
    )


def _with_quoted(session: ToldSession) -> ToldSession:
    """The session, its title that of the talk which is quoted behind a name: `talk by Ida Holm, “No dig”`."""
    one = session.people[0] if len(session.people) == 1 else None
    quoted = _QUOTED.fullmatch(one.position) if one else None
    if one is None or quoted is None or not _ALONE.fullmatch(folded(session.title.value)):
        return session
    return replace(
        session,
        people=(replace(one, position=""),),
        title=replace(session.title, value=quoted["title"]).doubted(BEHIND_NAME),
    )
