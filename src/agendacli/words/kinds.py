"""Words for kinds of sessions, in English, German, French and Spanish: what a title says of its kind.

What takes nobody's time (a break, lunch, registration) is only said by a heading that names nothing else: `Coffee break
(Foyer)` is a break, `How to take a break` is a talk, and `Tea` may be a meeting.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from agendacli.model.programme import TRANSPARENT_KINDS
from agendacli.words.folded import folded

_DRINKS = "coffee|tea|refreshments?|kaffee|tee|cafe|the|te"
_WHICH = (
    f"(?:(?:{_DRINKS}|mid-?morning|mid-?afternoon|morning|afternoon|evening|short|long|health|comfort|networking|bio"
    r"|kurze|kleine)(?: ?(?:and|&|/|\+|or|und|et|y) ?|[ -])?)*"
)
_BREAK = (
    rf"{_WHICH}(?:breaks?|pausen?|recess|intermission)"
    rf"|(?:{_DRINKS}) ?(?:and|&|/|\+|und|et|y) ?(?:{_DRINKS}|kuchen|cake)"
    r"|pause[ -](?:cafe|the|gourmande|sante)|(?:pausa|descanso|receso)(?:[ -](?:para |de |del )?(?:el )?(?:cafe|te))?"
)
_LUNCH = (
    r"mittagessen|mittagspause|mittag|dejeuner|pause[ -]dejeuner|(?:almuerzo|comida)"
    r"|(?:pausa|descanso) (?:para |de |del )?(?:el )?(?:almuerzo|comida|comer)"
)
_REGISTRATION = (
    r"(?:arrival|welcome|late)?(?: ?(?:and|&|/) ?)?registration(?: (?:opens|desk|open))?|check-?in|sign-?in"
    r"|anmeldung|registrierung|einlass|accueil(?: (?:cafe|des participants))?|inscriptions?|registro|inscripcion(?:es)?"
    r"|acreditacion(?:es)?|registro de participantes"
)
_WHOLE = {
    "break": _BREAK,
    "lunch": _LUNCH,
    "registration": _REGISTRATION,
    "reception": r"(?:\w+ ){0,3}(?:reception|recepcion|cocktail)|(?:\w+-?)?empfang|vin d'honneur|apero",
    "dinner": r"(?:\w+ ){0,3}(?:dinner|banquet|diner|cena)|(?:\w+-?)?abendessen|(?:diner|cena) (?:de )?\w+",
    "social event": "social (?:event|programme|program|evening)|gesellschaftsabend|soiree|evento social",
}
_NAMED = {
    "lunch": r"(?<!working )(?<!after )\blunch(?! (?:talk|lecture|seminar|session|debate))(?!time)",
    "opening": "opening|eroffnung|ouverture|apertura|inauguracion",
    "closing": "closing|abschluss|cloture|clausura",
    "summary": "summary|zusammenfassung|synthese|conclusiones",
    "plenary": "plenary|plenum|pleniere|plenaria",
    "panel": "panel|podiumsdiskussion|table ronde|mesa redonda",
    "keynote": r"^(?:\w+ )?keynote\b|^hauptvortrag|^conferencia (?:inaugural|magistral)|^conference inaugurale",
    "workshop": r"^(?:workshop|atelier|taller)\b",
    "tutorial": r"^(?:tutorial|tutoriel)\b",
    "poster session": r"^(?:posters?|postersession|sesion de (?:carteles|posters)|session (?:de )?posters)\b",
    "side event": "^(?:side[- ]event|nebenveranstaltung|evenement parallele|evento paralelo)",
}
_END_OF_HEADING = r"\s*(?:[(/,;|]|\s[-–—]\s|\s(?:and|und|et|y|in|at|im)\s).*"
_LONGEST_HEADING = 50


def kind_in_title(title: str) -> str:
    """The kind of a session of which only the title is known: what its heading is, or names; else `session`."""
    words = folded(title)
    named = _compiled().named
    return _kind_of_heading(words) or next((kind for kind, each in named if each.search(words)), "session")


@lru_cache(maxsize=256)  # a programme has few kinds and many sessions
def is_transparent(kind: str) -> bool:
    """Whether sessions of a kind take nobody's time: `break`, and what means the same: `coffee break`, `Pause café`."""
    return kind in TRANSPARENT_KINDS or kind_in_title(kind) in TRANSPARENT_KINDS


def _kind_of_heading(words: str) -> str | None:
    """What the whole of a title is, or what stands before its first bracket, `and` or the like; None if it is more."""
    compiled = _compiled()
    headings = dict.fromkeys((words, compiled.end.sub("", words)))
    short = [each for each in headings if len(each) <= _LONGEST_HEADING]
    return next((kind for text in short for kind, each in compiled.whole if each.fullmatch(text)), None)


class _Compiled(NamedTuple):
    """The patterns as they are used, each with its kind."""

    whole: tuple[tuple[str, re.Pattern[str]], ...]
    named: tuple[tuple[str, re.Pattern[str]], ...]
    end: re.Pattern[str]


@cache
def _compiled() -> _Compiled:
    whole, named = (tuple((kind, re.compile(each)) for kind, each in group.items()) for group in (_WHOLE, _NAMED))
    return _Compiled(whole, named, re.compile(_END_OF_HEADING))
