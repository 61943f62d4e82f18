"""Lines that say with whom there is a talk, or of whom something is: `Coloquio con Nerea Gascón`."""

import re
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.people import PeopleSense, Trust
from agendacli.formats.documents.values.people.named_in_titles import people_in
from agendacli.formats.documents.values.sorting import people_of
from agendacli.formats.documents.values.told import ToldPerson
from agendacli.words.folded import folded

_COMPANY = re.compile(r"^[^\W\d_][^.:;]{2,60} (?:by|with|con|mit|avec|von|par|por) (?=[^\W\d_a-z])")
_TALK = re.compile(
    r"(?:\w+ ){0,2}(?:talk|conversation|discussion|q a|interview|debate|dialogue|gesprach|diskussion|dialog|rencontre|"
    r"entretien|debat|discussion|encuentro|coloquio|charla|conversacion|entrevista)\b"
)
_LONGEST = 140


def people_in_talk(line: Line, sense: PeopleSense) -> tuple[ToldPerson, ...]:
    """The people of a short line that says of whom or with whom something is; none of any other."""
    company = _COMPANY.match(line.text) if len(line.text) <= _LONGEST else None
    if company is None:
        return ()
    who = replace(line, text=line.text[company.end() :].rstrip(" ."))
    trust: Trust = "form" if _TALK.match(folded(line.text)) else "known"
    return people_of(who, "speaker", sense, trust=trust) or tuple(people_in(line.text, line, sense))
