"""Names of people over two lines: whether a list that one line ends goes on in the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.formats.documents.tokens.people import PeopleSense, honored_in
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import ends_at_role, role_beside, role_inside, role_label
from agendacli.words.honorifics import is_honorific

_AND_LAST = re.compile(r"\s(?:and|und|et|y|e|&)\s*$")
_LAST_NAME = re.compile(r"(?:^|(?<=\s(?:and|und)\s)|(?<=\s(?:et)\s)|(?<=\s[ye&]\s))[^\W\d_a-z][^\W\d_]+$")
_INITIAL_LAST = re.compile(r"(?:^|\s)[^\W\d_a-z]\.$")
_ENDS_FIRST = re.compile(r"[,;.(]|\s(?:and|und|et|y|e|&)\s")
_FAMILY = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?(?=$|\s?[,;.(]|\s(?:and|und|et|y|e|&)\s)")
_ENDS = re.compile(r"(?:^|[:,;]\s*)(?P<last>[^:,;]+:?)$")

_SMALL_FIRST = re.compile(r"(?:(?:and|und|et|y|e|van|von|de|del|der|den|di|da|du|la|le|el)\s+){1,3}[^\W\d_a-z][\w’'-]+")
_PLACE_LAST = re.compile(
    r"\b(?:lugar|ort|lieu|venue|place|where|room|salle|sala|raum|treffpunkt)\s*:\s*[^.;:]{3,40}$", re.IGNORECASE
)
_LABEL_LAST = re.compile(r"(?<=\S )[^\W\d_][\w-]* ?:$")
_NAME_FIRST = re.compile(r"[^\W\d_a-z][\w.’'-]+ [^\W\d_a-z]")
_SMALL_LAST = re.compile(r"(?:^|[\s,])(?:the|el|la|los|las|le|les|l[’']|der|die|das|de|del|du|von|of|and|und|et|y)$")
_AND_FIRST = re.compile(r"(?:and|und|et|y|e)\s+(?=[^\W\d_a-z])")


def list_goes_on(above: str, below: str, sense: PeopleSense) -> bool:
    """Whether what ends a line goes on in the next one: an honorific, a word for a role or *and*, or a given name."""
    ends = _ENDS.search(above)
    if ends is None:
        return False
    last = ends["last"]
    if is_honorific(last) or _AND_LAST.search(last) or last.endswith(":"):
        return True
    word = _LAST_NAME.search(last)
    if word and sense.is_shown(f"{word[0]} {_ENDS_FIRST.split(below)[0].strip()}"):
        return True
    is_begun = _INITIAL_LAST.search(last) is not None or (word is not None and is_given(word[0]))
    return is_begun and _FAMILY.match(below) is not None


def with_lists_whole(lines: Sequence[Line]) -> list[Line]:
    """The lines, a list of people that goes on in the next one as a whole: `… Ms. Amina Diallo,` and `and Mr. …`."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        is_list = above and above.text.endswith(",") and _AND_FIRST.match(line.text) and honored_in(above.text)
        if above and (is_list or _people_go_on(above, line) or _is_open(above, line) or _is_name_open(above, line)):
            found[-1] = replace(above, text=f"{above.text} {line.text}", last=line.ends)
        else:
            found.append(line)
    return found


def _is_open(above: Line, line: Line) -> bool:
    """Whether a bracket that a line opens is closed in the next one."""
    is_next = line.line == above.ends + 1 and not line.page
    opened = above.text.count("(") - above.text.count(")")
    return is_next and opened == 1 and ")" in line.text.partition("(")[0] and not line.is_bullet


def _people_go_on(above: Line, line: Line) -> bool:
    """Whether what stands behind a role or a word for a place goes on: `Leaders: Ida Holm` and `and Paul Kern`."""
    is_next = line.line == above.ends + 1 and not (line.page or line.is_bullet or above.text.endswith((".", "!", "?")))
    if is_next and _PLACE_LAST.search(above.text) and _SMALL_FIRST.match(line.text):  # `Lugar: Museo` and `del Agua`
        return True
    if is_next and ends_at_role(above.text) and line.text[:1].isupper():  # `… chaired by` and `Ida Holm`
        return True
    ends = _LABEL_LAST.search(above.text) if is_next else None
    if ends and role_label(ends[0]) and _NAME_FIRST.match(line.text):  # `Piéger le frelon. Modératrice :`
        return True
    at = role_inside(above.text) if is_next else None
    label = role_label(above.text[at or 0 :]) if is_next else None
    is_open = label is not None and (
        _SMALL_LAST.search(label.rest) is not None or _SMALL_FIRST.match(line.text) is not None
    )
    return is_open and bool(label and label.rest)


def _is_name_open(above: Line, line: Line) -> bool:
    """Whether a list of people behind their role ends within a name, of which the rest begins the next line."""
    is_next = line.line == above.ends + 1 and not line.is_bullet
    at = role_inside(above.text) or 0
    label = role_label(above.text[at:]) or role_beside(above.text[at:]) if is_next else None
    if label is None:
        return False
    if label.rest and is_honorific(label.rest):  # `In the chair: Professor`
        return True
    is_first = at > 0 and " " not in label.rest and is_given(label.rest) and _FAMILY.match(line.text) is not None
    return is_first or _goes_over(above.text[at:], line.text)


def _goes_over(above: str, below: str) -> bool:
    """Whether a list of people ends with one word, and the next line begins with what may be the rest of the name."""
    ends = _ENDS.search(above)
    word = _LAST_NAME.search(ends["last"]) if ends else None
    family = _FAMILY.match(below)
    if ends is None or word is None or family is None or word[0].isupper():
        return False
    is_list = word.start() > 0 or ends[0][0] in {",", ";"}
    is_alone = family.end() == len(below) and not is_place(below)
    return is_list and (is_given(word[0]) or family.end() < len(below) or is_alone)
