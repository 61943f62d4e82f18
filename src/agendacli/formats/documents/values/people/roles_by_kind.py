"""Roles that their words leave to the session: who has the `Leitung` is in the chair, with a doubt on a tour."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.roles import ANIMATES, LEADS, role_label
from agendacli.formats.documents.values.told import WHOLE_PART, ToldPerson, ToldSession
from agendacli.words.folded import folded
from agendacli.words.honorifics import name_and_honorifics

_MEETING = re.compile(
    r"sitzung|versammlung|plen(?:um|ar)|podium|diskussion|konferenz|gesprach|debat|"
    r"\b(?:forum|runde|panel|sessions?|round ?table|table ronde|mesa redonda|seance|assembl\w+|asamblea|reunion|"
    r"meeting|discussion|discusion|echange|echanges|coloquio|colloque|conversatorio|hearing|audition|audience)\b"
)
_TAUGHT = re.compile(  # or shown, played, preached
    r"workshops?|ateliers?|werkstatt|wanderung|fuhrung|spaziergang|rundgang|exkursion|ausflug|kurs|training|ubung|gottesdienst|"
    r"andacht|konzert|concert|concierto|"
    r"\b(?:taller(?:es)?|visit[ea]s?|balades?|randonnee|stage|initiation|excursion(?:es)?|sorties?|tours?|walks?|hikes?|course|"
    r"cours|curso|class|lesson|worship|messe|misa|culte)\b"
)
_OTHER = re.compile(
    r"\b(guides?|coach(?:es)?|trainers?|instructors?|celebrants?|officiants?|preachers?|predig\w+|soloists?|solist\w*|"
    r"conductors?|dirigent\w*|dirige|readers?|authors?|autor\w*|judges?|jury|examiners?|pruf\w+|gm|game masters?|"
    r"spielleit\w+|mc|emcee|compere|discussants?|respondents?|commentators?|conven[eo]rs?|monitor\w*|talleristas?|presentan?|"
    r"leaders?|(?:led|run|guided|conducted|accompanied|called|introduced|presented) by|"
    r"(?:geleitet|gefuhrt|begleitet) von|"
    r"(?:men|guid|accompagn|encadr)ee? par|(?:guiad|conducid|acompanad)[oa]s? por|guias?)"
    r"\W{1,3}(?:\w{1,5}\.? )*$"
)
_MAY_SPEAK = "who leads it may be its speaker"
_MAY_TAKE_PART = "who takes part is taken for who speaks"
_LEADING = {LEADS: "chair", ANIMATES: "moderator"}
_BESIDE = frozenset({*_LEADING, "chair", "moderator", "host"})


def with_roles_by_kind(session: ToldSession) -> ToldSession:
    """The session with the roles that follow from its title, and from whether somebody else has a part in it."""
    if not session.people:
        return session
    title = folded(session.title.value)
    is_taught = _TAUGHT.search(title) is not None and all(each.role in _BESIDE for each in session.people)
    is_moderated = any(each.role in {"moderator", ANIMATES} for each in session.people)
    decided = [_decided(each, title, is_taught=is_taught, is_moderated=is_moderated) for each in session.people]
    return replace(session, people=tuple(_with_word(each, decided) for each in decided))


def _decided(person: ToldPerson, title: str, *, is_taught: bool, is_moderated: bool) -> ToldPerson:
    if person.role in _LEADING:
        doubts = (_MAY_SPEAK,) if is_taught and WHOLE_PART not in person.doubts else ()
        return _of(person, _LEADING[person.role], *doubts)
    if person.role != "participant":
        return person
    if _MEETING.search(title) or is_moderated:
        return _of(person, "panellist")
    is_of_column = role_label(person.line.text) is None
    return _of(person, "speaker", _MAY_TAKE_PART) if is_of_column else person


def _with_word(person: ToldPerson, people: Sequence[ToldPerson]) -> ToldPerson:
    """The person, doubted where the word before the name says another role than the one that is written.

    It is said once before several: `Guides : Ida Holm, Jonas Falk`.
    """
    text = letterwise(person.line.text)
    places = [_place_of(each, text) for each in people if each.role == person.role and each.line == person.line]
    word = next((found for at in places if at <= _place_of(person, text) and (found := _OTHER.search(text[:at]))), None)
    doubt = f"`{word[1]}` is taken for {person.role}" if word else ""
    return replace(person, doubts=(*person.doubts, doubt)) if doubt else person


def _place_of(person: ToldPerson, text: str) -> int:
    """Where in a text, as `letterwise` gives it, somebody is named; 0 if nowhere."""
    return max(0, text.find(letterwise(name_and_honorifics(person.name)[0].split()[0])))


def _of(person: ToldPerson, role: str, *doubts: str) -> ToldPerson:
    return replace(person, role=role, doubts=(*person.doubts, *doubts))
