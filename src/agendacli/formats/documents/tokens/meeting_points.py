"""Where people meet, told in words: `meet at the pier`, `Treffpunkt am Hauptportal`, `salida desde la plaza`."""

import re

from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.model.frozen import frozen

_MEET = (
    r"(?:treff(?:punkt|en)?|meet(?:ing (?:point|place))?|gather|rendez-vous|rdv|point de rencontre|punto de encuentro)"
)
_AT = (
    r"(?:am|an (?:der|dem)|beim?(?: der)?|vor (?:der|dem)|auf dem|in (?:der|front of)|im|at|in|by|outside|on|au|"
    r"a l[’']|a la|al?|devant|dans|derriere|sur|en|ante|junto al?)"
)
_POINT = r"(?:treffpunkt|meeting (?:point|place)|point de rencontre|punto de encuentro)"  # before a name
_FROM = r"(?:salida (?:desde|de)|depart (?:depuis|devant|de)|abfahrt (?:am|vom|an der)|start (?:from|am|at))"
_SAID = re.compile(
    rf"(?:^|[,;:.(–—-] *)(?:{_MEET}(?: is| ist)? {_AT}|{_FROM}|(?P<bare>{_POINT}))(?:(?<=[’'])| +)"
    r"(?:(?:the|la|le|el) +|l[’'])?(?P<place>[^\W\d_][^,;.()–—|]{2,44}?)(?P<end>[.)]*\s*$|[,;)]\s*|\s+(?=\())"
)
_LABELLED = re.compile(
    r"(?:^|\s*[,;.(–—-]\s*)(?:treffpunkt|treff|start|meeting (?:point|place)|meet|point de rencontre|rendez-vous|rdv|"
    r"lieu de rendez-vous|punto de encuentro|salida|depart|departure|abfahrt)\s*:\s*"
    r"(?P<place>[^\W\d_][^,;()]{2,50})(?P<end>\)?\W*$)"
)


@frozen
class MeetingPoint:
    """Where a text says that people meet, and what stands before and behind."""

    before: str
    place: str
    behind: str


def meeting_point(text: str) -> MeetingPoint | None:
    """Where a text says that people meet."""
    words = letterwise(text)
    found = _LABELLED.search(words) or _SAID.search(words)
    place = text[found.start("place") : found.end("place")].strip() if found else ""
    is_bare = found is not None and found.re is _SAID and found["bare"] is not None
    if found is None or hours_in(place) or (is_bare and not place[:1].isupper()):
        return None
    return MeetingPoint(text[: found.start()].rstrip(" ,;.(–—-"), place, text[found.end("end") :].strip())


def place_to_meet(text: str) -> str | None:
    """Where people meet, as a line says that says nothing else."""
    met = meeting_point(text)
    return met.place if met and not met.before and not met.behind else None
