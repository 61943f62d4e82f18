"""Offices and callings before a name without a comma: `Mayor Linda Castillo`, `the artist Tom Redmond`."""

import re

from agendacli.words.folded import folded, word_set

_OFFICES = word_set(
    "mayor deputy officer commodore captain colonel general major lieutenant sergeant inspector chief commissioner "
    "senator congressman congresswoman councillor councilor alderman minister president chancellor governor director "
    "principal headmaster headmistress dean rector provost archbishop bishop archdeacon deacon canon pastor father "
    "brother sister rabbi imam cantor coach author artist poet composer conductor soprano pianist organist journalist "
    "bundesminister bundesministerin minister ministerin staatssekretar staatssekretarin landesrat landesratin "
    "landeshauptmann landeshauptfrau landrat landratin burgermeister burgermeisterin oberburgermeister "
    "oberburgermeisterin vizeburgermeister vizeburgermeisterin stadtrat stadtratin gemeinderat gemeinderatin "
    "schulrat schulratin schulersprecher schulersprecherin rektor rektorin dekan dekanin direktor direktorin "
    "prasident prasidentin vorsitzender vorsitzende obmann obfrau pfarrer pfarrerin pfr pater dechant bischof "
    "kommandant abgeordneter abgeordnete botschafter botschafterin "
    "maire ministre depute deputee senateur senatrice prefet prefete recteur rectrice president presidente "
    "directeur directrice abbe pere eveque conseiller conseillere ambassadeur ambassadrice "
    "alcalde alcaldesa ministro ministra presidente presidenta director directora rector rectora concejal concejala "
    "consejero consejera padre obispo embajador embajadora diputado diputada senador senadora"
)
_FIRST = re.compile(r"(?:(?i:the|der|die|le|la|el)\s+)?([^\W\d_a-z][\w’'-]*)\s+(?=[^\W\d_a-z])")
_CALLING = re.compile(r"(?:the|la|el|le|l[’']|der|die|den|dem)\s+(?:[a-zà-ÿ-]+\s+){1,2}(?=[^\W\d_a-z])")
_MOST = 3


def office_before(text: str) -> tuple[str, str]:
    """The office with which a text begins, else nothing, and what stands behind it."""
    calling = _CALLING.match(text)
    at = calling.end() if calling else 0
    for _ in range(_MOST):
        found = _FIRST.match(text, at)
        if found is None or folded(found[1]) not in _OFFICES:
            break
        at = found.end()
    return text[:at].strip(), text[at:]
