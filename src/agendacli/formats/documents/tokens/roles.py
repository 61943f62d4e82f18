"""Roles as documents name them before people, in four languages: `Moderator: …`, `chaired by …`, `Intervenantes: …`."""

import re
from collections.abc import Iterable
from functools import lru_cache

from agendacli.formats.documents.tokens.letterwise import MOST_KEPT, letterwise, unaccented
from agendacli.model.frozen import frozen

LEADS, ANIMATES = "leader", "animator"
"""Who has a role that the session decides: chair or speaker, moderator or speaker (`values.roles_by_kind`)."""
_WORDS = {
    "chair": "vors versammlungsleitung wahlleitung sitzungsleiter sitzungsleiterin "
    "chair chairs chair(s) chairperson chairpersons chairman chairwoman session-chair session-chairs "
    "session-chair(s) chaired-by sitzungsleitung vorsitz presidence president-de-seance presidente-de-seance "
    "presidence-de-seance presidencia-de-sesion presidente-de-sesion presidenta-de-sesion "
    "presidencia preside president presidente presidenta presidee-par preside-par presidido-por presidida-por "
    "presidence-de sous-la-presidence-de convenor "
    "convenors convener conveners convened-by convener(s) convenor(s) in-the-chair",
    LEADS: "leitung dirigee-par dirige-par dirigido-por dirigida-por unter-der-leitung-von",
    "co-chair": "co-chair co-chairs cochair cochairs",
    "moderator": "moderator moderators moderator(s) moderated-by moderation moderatorin moderatoren modera moderan "
    "moderador moderadora moderadores moderateur moderatrice moderateurs moderiert-von moderado-por moderada-por "
    "modere-par moderee-par",
    ANIMATES: "facilitator facilitators facilitated-by animation anime-par animee-par animateur animatrice",
    "speaker": "speaker speakers speaker(s) keynote-speaker keynote-speakers invited-speaker invited-speakers "
    "profesor profesora profesores docente docentes professeur enseignant kursleiter kursleiterin monitor monitora "
    "monitores dozent dozentin dozenten dozentinnen dozent:innen dozent*innen presenter "
    "presenters presenter(s) presented-by lecturer lecturers instructor instructors trainer trainers author authors "
    "author(s) referent referentin referenten referent*innen referent:innen referierende redner vortragende "
    "vortragender intervenant intervenants intervenante intervenantes orateur orateurs ponente ponentes intervienen "
    "interviene imparte impartido-por impartida-por a-cargo-de lead-presenter "
    "led-by run-by leader leaders guide guides "
    "guided-by conducted-by taught-by given-by read-by played-by mene-par menee-par guide-par guidee-par "
    "encadre-par encadree-par propose-par proposee-par lu-par lue-par accompagne-par accompagnee-par donne-par "
    "geleitet-von gefuhrt-von begleitet-von gelesen-von guiado-por guiada-por conducido-por conducida-por dirige "
    "keynote remarks-by opening-remarks-by par por preacher predigt prediger predigerin predicador celebrant "
    "presenta presentan presente-par conferencier conferenciere conferenciers conferencieres oratrice oratrices "
    "conferenciante conferenciantes presentateur presentatrice presentateurs presentatrices guia guias readers "
    "zu-gast zu-gast-ist a-l-affiche artiste artistes artist artists artista artistas kunstler kunstlerin lectrice "
    "lecteur curator kurator kuratorin comisaria comisario commissaire witness witnesses zeuge zeugen temoin temoins "
    "comparece comparecen informa informan testigo testigos "
    "guest guests gast gaste invite invitee invites invitees invitado invitada invitados invitadas "
    "impuls officiant coach coaches reader "
    "soloist soloists solist solistin solisten conductor dirigent dirigentin leiterin",
    "panellist": "podiumsgast podiumsgaste diskussionsteilnehmer diskussionsteilnehmende panelgaste "
    "panellist panellists panelist panelists panellist(s) panelist(s) panel-members discussant "
    "discussants "
    "commentator commentary-by reply response replik erwiderung korreferat koreferat repondant repondante replica "
    "respondent panelista panelistas paneliste panelistes panel podium on-the-panel "
    "auf-dem-podium avec con mit participan au-micro",
    "rapporteur": "rapporteur rapporteurs rapporteuse rapporteuses berichterstatter relator relatora",
    "host": "gm game-master spielleitung spielleiter "
    "spielleiterin host hosts hosted-by emcee mc compere presentadora presentador "
    "master-of-ceremonies gastgeber gastgeberin anfitrion anfitriona anfitriones anfitrionas hote hotes hotesse "
    "hotesses",
    "thematic expert": "thematic-expert thematic-experts",
    "expert": "expert experts judge judges experte experten expertin examiner examiners prufer pruferin jury",
    "co-facilitator": "co-facilitator co-facilitators",
    "participant": "participant participants participante participantes teilnehmende",
}
_ROLE = {
    word.replace("-", " ") if word[:3] != "co-" else word: role
    for role, words in _WORDS.items()
    for word in words.split()
}


def _any_of(roles: Iterable[str]) -> str:
    return "|".join(re.escape(each).replace(r"\ ", r"[ -]") for each in sorted(roles, key=len, reverse=True))


_NO_HEADS = frozenset({"panel", "avec", "con", "mit", "par", "por", "podium", "keynote", "reader", "jury", "mc"})
_NO_COLUMNS = _NO_HEADS | {"guest", "guests", "gast", "gaste"}  # of a match, too
_ANY, _ANY_HEAD = _any_of(_ROLE), _any_of(_ROLE.keys() - _NO_HEADS)
_ENDING = r"(?:[:*_/-]?in(?:nen)?|/-innen)?"  # of German words: `Referentinnen`, `Moderator*in`, `Trainer/innen`
_LABEL = re.compile(rf"\W*(?:s\d +)?(?P<role>{_ANY}){_ENDING}\.?(?: *\((?:tbc)\))? *(?::|-(?= )) *")
_BARE = re.compile(rf"\W*(?!gm\b)(?P<role>{_ANY}|with) +")  # before a name GM is a grandmaster
_BY_WORDS = (
    r"(?:chaired|convened|moderated|presented|facilitated|hosted|led|commentary|guided|conducted|taught|given|run) by|"
    r"(?:sous la )?presidence de|(?:anim|moder|presid|dirig|men|guid|encadr)ee? par|(?:moderiert|geleitet|gefuhrt) von|"
    r"unter der leitung von|a cargo de|(?:moderad|impartid|dirigid|presidid|guiad|conducid)[oa] por"
)
_BY = re.compile(rf"\W*(?P<role>{_BY_WORDS}) +")
_BY_LAST = re.compile(rf"\b(?:{_BY_WORDS})$")
_BEFORE = re.compile(
    rf"(?:\b(?:by|of|with|von|mit|par|por|con) +)?(?:the |die |der |les |los |las )?(?<![\w-])(?P<role>{_ANY})"
    r"(?:,? *|, the )$"
)
_PRESIDENT = re.compile(r"president")
_ANNOUNCED = re.compile(rf"\b(?:by|von|par|por) +(?:the |die |der |les |los |las )?(?<![\w-])(?P<role>{_ANY}) *:?$")
COMPANY = frozenset({"avec", "con", "mit", "with"})
"""Words before people that leave their role to the title."""

_LONGEST = 60
_FORMS = re.compile(r"\W+(?:in(?:nen)?|trice|a|e|s)\W*$")
_OFFICE = re.compile(
    r"^(?:vice |past |hon(?:orary)? )?"
    r"(?:president\w*|conven[eo]rs?|leaders?|author|coach|trainer\w*|conductor|dirigent\w*)$|"
    r"\b(?:(?:of|der|des|de|del|du|dell\w*)\b|d['’])"
)
_EITHER = re.compile(r"\s*/\s*|\s+(?:and|or|und|oder|et|ou|y|o|&)\s+")
_MORE = re.compile(r"(?:\s*[(/]| (?:of|der|des|de|del|du)\b| d['’]).*")
_INSIDE = re.compile(
    r"(?<=[\w).?!”»\"’])[ ,;(|.·•–—-]{1,9}"
    r"(?<!\bguest )(?<!^in the )(?<!auf dem )(?<!on the )"
    r"(?P<role>(?:session |panel )?(?:coach(?:es)?|chairs?|moderators?|speakers?|panell?ist[ae]?s?|"
    r"facilitators?|chaired by|moderated by|moderation|moderat(?:eur|rice|orin|ora)|moderadora?|leitung|"
    r"referent(?:in|en)?|ponentes?|intervenants?|judges|hosts?|solist(?:in|en)?|soloists?|presenters?|animation|modera|participan|"
    r"intervienen|avec|preside|presidence|podium)) *: +(?=[\w(])"
)
_AT_SIGN = re.compile(  # any role behind the end of a sentence or a sign: `Salle 3. Présidente de séance : Ida Holm`
    rf"(?<=[\w)\]}}.?!”»\"’])(?:[.;,|] +| [–—-] +| ?\()(?P<role>{_ANY_HEAD}){_ENDING} *: +(?=[\w(])"
)
_BEHIND_BRACKET = re.compile(rf"(?<=[)\]}}])[ .,;:|–—-]*(?P<role>{_ANY}){_ENDING} *: +(?=[\w(])")
_BY_INSIDE = re.compile(rf"(?<=[\w)\]}}.”\"’])[ ,;(|.·•–—-]{{1,9}}(?P<role>{_BY_WORDS}) +(?=\w)")


@frozen
class Label:
    """A role that a line names before people: `role` as the model has it, and what stands behind it."""

    role: str
    rest: str
    word: str


@lru_cache(maxsize=MOST_KEPT)
def role_label(text: str) -> Label | None:
    """The role with which a line begins: `Moderators: …`, `chaired by …`; the rest is empty for a heading of a list."""
    words = letterwise(text)
    found = _LABEL.match(words) or _BY.match(words)
    if found is None:
        return None
    word = found["role"].replace("-", " ") if found["role"][:3] != "co-" else found["role"]
    return Label(_ROLE[word], text[found.end() :].strip(), word)


@lru_cache(maxsize=MOST_KEPT)
def role_beside(text: str) -> Label | None:
    """The role with which a text begins without a sign behind it, before a name: `Leitung Petra Ahlers`."""
    found = _BARE.match(letterwise(text))
    if found is None or not text[found.end() :][:1].isupper():
        return None
    word = found["role"].replace("-", " ") if found["role"][:3] != "co-" else found["role"]
    return Label(_ROLE.get(word, "panellist"), text[found.end() :].strip(), word)


@lru_cache(maxsize=MOST_KEPT)
def role_heading(text: str) -> str | None:
    """The role that the head of a column names: `Chair(s)`, `Moderator*in`; None of any other.

    Of several it is that of most people: who has another in `Facilitator / Presenter` is told apart beside the name.
    """
    either = [_of_heading(each) for each in _EITHER.split(text)]
    return "speaker" if "speaker" in either else _of_heading(text)


def _of_heading(text: str) -> str | None:
    said = letterwise(text).strip(" :.")
    words = said.replace("-", " ") if not said.startswith("co-") else said
    tries = (words, _FORMS.sub("", words), _MORE.sub("", words))
    return next((_ROLE[each] for each in tries if each in _ROLE and each not in _NO_COLUMNS), None)


def ends_at_role(text: str) -> bool:
    """Whether a text ends with a word for who does something, of which the names are missing: `… chaired by`."""
    return _BY_LAST.search(letterwise(text[-_LONGEST:])) is not None


def is_office(text: str) -> bool:
    """Whether a role behind a name is what somebody is elsewhere, too: `convenor`, `Chair of the committee`."""
    words = letterwise(text).strip(" :.")
    return _OFFICE.search(words) is not None


def role_before(text: str) -> str | None:
    """The role with which a text ends, before people: `Opening by the co-facilitators, `."""
    found = _BEFORE.search(letterwise(text[-_LONGEST:]))
    if found is None or _PRESIDENT.match(found["role"]):  # `Welcome from our President, Dr Ida Holm`
        return None
    return _ROLE[found["role"].replace("-", " ") if found["role"][:3] != "co-" else found["role"]]


def role_announced(text: str) -> str | None:
    """The role of those who stand below a line: `Welcoming remarks by the co-facilitators`."""
    found = _ANNOUNCED.search(letterwise(text[-_LONGEST:]))
    return _ROLE[found["role"].replace("-", " ") if found["role"][:3] != "co-" else found["role"]] if found else None


_BESIDE = re.compile(  # `Silver band, conductor Ida Holm`
    rf"(?<=[\w)\]”»?!])(?:[,;]| [–—-]) (?P<role>(?i:{_ANY_HEAD})){_ENDING} (?=[^\W\d_a-z][\w’'-]+ [^\W\d_a-z])"
)


@lru_cache(maxsize=MOST_KEPT)
def role_inside(text: str) -> int | None:
    """Where in a line behind other words a role with people begins; None where none does."""
    words = letterwise(text)
    patterns = (_INSIDE, _AT_SIGN, _BEHIND_BRACKET, _BY_INSIDE)
    found = (*(each.search(words) for each in patterns), _BESIDE.search(unaccented(text)))
    places = [each.start("role") for each in found if each]
    return min(places, default=None)
