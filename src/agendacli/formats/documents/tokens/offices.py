"""Offices and callings before a name without a comma: `Mayor Linda Castillo`, `the artist Tom Redmond`."""

import re

from agendacli.words.folded import folded, word_set
from agendacli.words.honorifics import is_honorific

_OFFICES = word_set(
    "mayor deputy officer commodore captain colonel general major lieutenant sergeant inspector chief commissioner "
    "senator congressman congresswoman councillor councilor alderman minister president chancellor governor director "
    "cr cllr aunty auntie uncle elder curate verger chaplain vicar warden curator "
    "principal headmaster headmistress dean rector provost archbishop bishop archdeacon deacon canon pastor father "
    "brother sister rabbi imam cantor coach author artist poet composer conductor soprano pianist organist journalist "
    "bundesminister bundesministerin minister ministerin staatssekretar staatssekretarin landesrat landesratin "
    "landeshauptmann landeshauptfrau landrat landratin burgermeister burgermeisterin oberburgermeister "
    "oberburgermeisterin vizeburgermeister vizeburgermeisterin stadtrat stadtratin gemeinderat gemeinderatin "
    "schulrat schulratin schulersprecher schulersprecherin rektor rektorin dekan dekanin direktor direktorin "
    "prasident prasidentin vorsitzender vorsitzende obmann obfrau pfarrer pfarrerin pfr pater dechant bischof "
    "bischofin superintendent "
    "superintendentin propst propstin kantor kantorin vikar vikarin diakon diakonin pastorin kirchenmusiker "
    "kirchenmusikerin bruder schwester schulleiter schulleiterin leiter leiterin trainer trainerin kmd obm stadtratin "
    "ortsvorsteher "
    "kommandant abgeordneter abgeordnete botschafter botschafterin "
    "maire ministre depute deputee senateur senatrice prefet prefete recteur rectrice president presidente "
    "directeur directrice abbe pere frere soeur eveque conseiller conseillere ambassadeur ambassadrice "
    "alcalde alcaldesa ministro ministra presidente presidenta director directora rector rectora concejal concejala "
    "consejero consejera padre hermano hermana obispo embajador embajadora diputado diputada senador senadora"
)
_FIRST = re.compile(r"(?:(?i:the|der|die|le|la|el)\s+)?([^\W\d_a-z][\w’'-]*)\s+(?=[^\W\d_a-z])")
_CALLING = re.compile(r"(?:the|la|el|le|l[’']|der|die|den|dem)\s+(?:[a-zà-ÿ-]+\s+){1,2}(?=[^\W\d_a-z])")
_HONORED = re.compile(r"(?:Dr|Prof|Dra|H\.E|Mag|Dipl)\b\.?-?")
_MOST = 3


def office_before(text: str) -> tuple[str, str]:
    """The office with which a text begins, else nothing, and what stands behind it."""
    calling = _CALLING.match(text)
    at = calling.end() if calling else 0
    for _ in range(_MOST):
        found = _FIRST.match(text, at)
        if (
            found is None
            or is_honorific(found[1])
            or not (folded(found[1]) in _OFFICES or _HONORED.match(text, found.end()))
        ):
            break
        at = found.end()
    return text[:at].strip(), text[at:]
