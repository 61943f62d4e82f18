"""Offices before a name without a comma, and letters behind it: `Mayor Linda Castillo`, `Tom Redmond KC`."""

import re

from agendacli.formats.documents.tokens.given_names import is_given
from agendacli.words.folded import folded, word_set
from agendacli.words.honorifics import is_honorific

_OFFICES = word_set(
    "mayor deputy officer commodore captain colonel detective general major lieutenant sergeant inspector chief "
    "commissioner "
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
    "rechtsanwalt rechtsanwaltin notar notarin architekt architektin apotheker apothekerin forster forsterin "
    "kommandant abgeordneter abgeordnete botschafter botschafterin "
    "solicitor barrister attorney avocat avocate notaire abogado abogada notario notaria arquitecto arquitecta "
    "maire ministre depute deputee senateur senatrice prefet prefete recteur rectrice president presidente "
    "directeur directrice abbe pere frere soeur eveque conseiller conseillere ambassadeur ambassadrice "
    "alcalde alcaldesa ministro ministra presidente presidenta director directora rector rectora concejal concejala "
    "consejero consejera padre hermano hermana obispo embajador embajadora diputado diputada senador senadora"
)
_FIRST = re.compile(r"(?:(?i:the|der|die|le|la|el)\s+)?([^\W\d_][\w’'-]*)\s+(?=[^\W\d_a-z])")
_CALLING = re.compile(
    r"(?:the|la|el|le|l[’']|der|die|den|dem)\s+(?:[a-zà-ÿ-]+\s+){1,2}(?<!\s(?:of|de|du)\s)(?<!\s(?:des|del|der|von|vom|los|las|les|the)\s)(?=[^\W\d_a-z])"
)
_HONORED = re.compile(r"(?:Dr|Prof|Dra|H\.E|Mag|Dipl)\b\.?-?")
_MOST = 3
_KNOWN = (
    r"KC|QC|SC|BL|MP|MEP|MSP|MS|MLA|MdB|MdL|MdEP|TD|OBE|CBE|MBE|KBE|DBE|LVO|FRS|FBA|FRSE|FSA|FRSL|JP|DL|PhD|MD|RN|RVN|"
    r"RGN|NDB|BVSc|BVM|DVM|BSc|MSc|BEng|MEng|CEng|LLB|LLM|MBA|MPhil|MRCVS|FRCS|FRCP|DPhil|EdD|OAM|AO|AM|OSB|OFM|SJ|OP|"
    r"SDB|[MB]\.\s?(?:A|Sc|Eng|Ed|Mus)|LL\.\s?[MB]|Ph\.\s?D|Dipl\.-\w+|"
    r"K\.C|Q\.C|J\.P|M\.P|O\.B\.E|M\.B\.E|S\.J|O\.S\.B|O\.P|O\.F\.M"
)
_LETTERS = re.compile(rf"(?<=\w)(?:\s+(?:{_KNOWN})(?![\w-])\.?)+$")
_CAPITALS = re.compile(r"(?<=[a-zà-ÿ])(?:\s+[A-Z]{2,6})+$")


def office_before(text: str) -> tuple[str, str]:
    """The office with which a text begins, else nothing, and what stands behind it."""
    calling = _CALLING.match(text)
    at = calling.end() if calling else 0
    for _ in range(_MOST):
        found = _FIRST.match(text, at)
        if (
            found is None
            or is_honorific(found[1])
            or (found[1][0].islower() and not is_given(text[found.end() :]))  # `père Jean Roux`
            or not (folded(found[1]) in _OFFICES or _HONORED.match(text, found.end()))
        ):
            break
        at = found.end()
    return text[:at].strip(), text[at:]


def letters_apart(name: str) -> tuple[str, str]:
    """A name without the letters behind it, and these; any capital letters behind a known given name are some."""
    found = _LETTERS.search(name) or (_CAPITALS.search(name) if is_given(name) else None)
    is_long = found is not None and " " in name[: found.start()]
    return (name[: found.start()], found[0].strip()) if found and is_long else (name, "")
