"""Words that stand where a name would, and name no one and no room: two of them are not one person, nor one room.

Each text is taken as its words, without case and accents. docs/definition-format.md lists the tables.
"""

import re
from functools import lru_cache

from agendacli.words.folded import folded, word_set
from agendacli.words.folded import folded_words as words

NOT_KNOWN = (
    "n n", "n a", "nn", "none", "tba", "tbc", "tbd", "to be advised", "to be announced", "to be confirmed",
    "to be decided", "to be defined", "to be determined", "unknown", "not known", "not yet known", "noch offen",
    "noch nicht bekannt", "wird bekanntgegeben", "wird noch bekanntgegeben", "wird noch bekannt gegeben", "a annoncer",
    "en attente", "por anunciar", "pendiente", "da definire", "da confermare", "a confirmer", "a definir",
    "a determiner", "a preciser", "a confirmar", "a determinar", "por confirmar", "por definir", "por determinar",
)  # fmt: skip
"""Phrases that say only that a name is not known yet."""

REPRESENTATIVES = (
    "representative", "representatives", "vertreter", "vertreterin", "vertreterinnen", "vertretung", "representant",
    "representante", "representants", "representantes", "delegation", "delegations", "delegate", "delegates",
    "delegacion", "delegierte", "delegierter", "delegue", "deleguee", "delegado", "delegada",
)  # fmt: skip
"""Who speaks for a country or a body, if its name follows: `Permanent Representative of Chad to the United Nations`."""

GROUPS = (
    "speaker", "speakers", "moderator", "moderators", "chair", "chairs", "chairperson", "panel", "panelist",
    "panelists", "panellist", "panellists", "presenter", "presenters", "participant", "participants", "expert",
    "experts", "guest", "guests", "host", "hosts", "facilitator", "facilitators", "rapporteur", "rapporteurs",
    "delegates", "delegations", "organizer", "organizers", "organiser", "organisers", "staff", "secretariat",
    "volunteers", "everybody", "everyone", "all", "various", "several", "multiple", "alle", "diverse", "verschiedene",
    "mehrere", "leitung", "moderation", "moderatorin", "moderatoren", "referent", "referentin", "referenten", "redner",
    "rednerin", "rednerinnen", "sprecher", "sprecherin", "teilnehmer", "teilnehmende", "vortragende", "mitarbeitende",
    "sekretariat", "organisationsteam", "divers", "plusieurs", "tous", "animateur", "animatrice", "intervenant",
    "intervenante", "intervenants", "intervenantes", "orateur", "oratrice", "orateurs", "moderateur", "moderatrice",
    "moderateurs", "organisateurs", "personnel", "varios", "varias", "todos", "ponente", "ponentes", "orador",
    "oradora", "oradores", "moderadora", "moderadores", "moderador", "participantes", "expositores", "organizadores",
    "personal", "secretaria", "discussant", "discussants", "convener", "conveners", "team", "committee", "students",
    "teilnehmenden", "teilnehmerinnen", "mitarbeiter", "mitarbeiterinnen", "studierende", "comite", "etudiants",
    "estudiantes", "equipe", "equipo",
)  # fmt: skip
"""Roles and groups that are nobody by name, alone or with each other and with what may stand beside them."""

ROOMLESS = (
    "zoom", "webex", "teams", "meet", "skype", "hangout", "hangouts", "jitsi", "bigbluebutton", "kudo", "interprefy",
    "youtube", "discord", "gather", "online", "virtual", "virtuell", "virtuelle", "virtuel", "remote", "remotely",
    "webinar", "webcast", "livestream", "linea", "ligne", "linha", "remoto", "distanciel", "distance",
    "videokonferenz", "videoconference", "visioconference", "videoconferencia", "teleconference", "telephone",
    "telefon", "phone", "hybrid", "internet", "homeoffice", "telefonkonferenz", "gotomeeting", "bluejeans", "whereby",
    "twitch", "stream", "various", "several", "multiple", "verschiedene", "diverse", "mehrere", "differentes",
    "diverses", "diversas", "varias", "tba", "tbc", "tbd",
)  # fmt: skip
"""What is not a room of a house, alone or with each other and with what may stand beside them."""

_BESIDE_GROUPS = word_set(
    "the a one guest invited other local keynote organising organizing organisateur organizador members tba tbc tbd "
    "die der das le la les los las el de seance"
)
_BEFORE_REPRESENTATIVES = word_set(
    "the a deputy alternate acting permanent special senior high der die le la el standiger standige "
    "stellvertretender stellvertretende"
)
_OF = word_set("of from to for permanent permanente permanents permanentes von der des aus vom de du d del")
_BESIDE_ROOMLESS = word_set(
    "the a in on by via per at en em por de di do da uber im only nur fully microsoft ms google cisco meeting call "
    "link room rooms location locations place places venue venues event session conference konferenz besprechung "
    "sitzung veranstaltung reunion riunione reuniao sesion evento raum raume ort orte saal salle salles lieu lieux "
    "sala salas lugar lugares video live platform and or und oder et y"
)
_ADDRESS = r"(?:[a-z0-9-]+\.)+[a-z]{2,}/\S"
_NOT_KNOWN, _GROUPS, _REPRESENTATIVES, _ROOMLESS = map(frozenset, (NOT_KNOWN, GROUPS, REPRESENTATIVES, ROOMLESS))
_ROOM_WORDS = ("room", "venue", "location", "place", "raum", "ort", "saal", "salle", "lieu", "sala", "lugar")


@lru_cache(maxsize=4096)
def is_placeholder(text: str) -> bool:
    """Whether a text only says that a name is not known: `TBC`, `N.N.`, `to be announced`."""
    found = words(text)
    return not found or " ".join(found) in _NOT_KNOWN


@lru_cache(maxsize=4096)
def is_seat(text: str) -> bool:
    """Whether a text says who is to speak without a name: `Representative of Kenya`, `Various speakers`, `Staff`."""
    found = words(text)
    return _is_made_of(found, _GROUPS, _BESIDE_GROUPS) or _is_representative(found)


@lru_cache(maxsize=4096)
def is_no_room(text: str) -> bool:
    """Whether a text is not a room that two sessions may both want: `Zoom`, `online`, a link, `Room TBD`, `various`."""
    found = words(" ".join(each for each in folded(text).split() if not _is_link(each)))
    if found[:1] and found[0] in _ROOM_WORDS and is_placeholder(" ".join(found[1:])) and found[1:]:
        return True
    return is_placeholder(" ".join(found)) or _is_made_of(found, _ROOMLESS, _BESIDE_ROOMLESS)


def _is_made_of(found: tuple[str, ...], wanted: frozenset[str], beside: frozenset[str]) -> bool:
    """Whether one of the words is wanted, and each other one is, or may stand beside it."""
    return not wanted.isdisjoint(found) and wanted.union(beside).issuperset(found)


def _is_representative(found: tuple[str, ...]) -> bool:
    """Whether that is a representative and of whom; `Permanent Representative` of nobody is a position."""
    before = next((n for n, each in enumerate(found) if each not in _BEFORE_REPRESENTATIVES), len(found))
    return (
        _REPRESENTATIVES.issuperset(found[before : before + 1])
        and _OF.issuperset(found[before + 1 : before + 2])
        and len(found) > before + 2
    )


def _is_link(word: str) -> bool:
    return "://" in word or word.startswith("www.") or ("/" in word and re.match(_ADDRESS, word) is not None)
