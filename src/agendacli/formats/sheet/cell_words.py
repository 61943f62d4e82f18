"""Words in cells that stand for a value of the definition format, in several languages."""

import re

from agendacli.words.folded import folded_words, word_set
from agendacli.words.ids import read_id, slug

_STATUSES = {
    "confirmed": "confirmed|ok|okay|yes|accepted|final|fixed|bestatigt|zugesagt|fest|ja|confirme|confirmee|confirmado"
    "|confirmada|confermato",
    "tentative": "tentative|tbc|to be confirmed|provisional|unconfirmed|pending|planned|vorlaufig|offen|geplant"
    "|unter vorbehalt|angefragt|provisoire|a confirmer|en attente|por confirmar|provisorio|da confermare|pendiente",
    "cancelled": "cancelled|canceled|called off|abgesagt|entfallt|fallt aus|annule|annulee|supprime|cancelado|cancelada"
    "|suspendido|suspendida|annullato|annullata",
}
_STATUS_OF = {" ".join(folded_words(text)): status for status, texts in _STATUSES.items() for text in texts.split("|")}
_BULLET = re.compile(r"^\s*(?:[-–•*·▪]|\d{1,2}[.)])\s+(?=\S)")
_YES = word_set("true yes y x 1 ja wahr oui vrai si sim verdadero private privat prive privado")


def status_named(text: str) -> str:
    """The status that a word stands for; any other text as it is."""
    return _STATUS_OF.get(" ".join(folded_words(text)), text)


def is_yes(text: str) -> bool:
    """Whether the text of a cell says yes."""
    return " ".join(folded_words(text)) in _YES


def names_alone(text: str) -> str:
    """Names without the signs of a list before them, and what parts them from nobody."""
    lines = (_BULLET.sub("", each).strip(" ;|") for each in text.split("\n"))
    return "\n".join(each for each in lines if each)


def id_of_code(text: str) -> str:
    """An id as it stands, without that of its event before it; of a code such as `T 01` small letters and hyphens."""
    name = text.rpartition("/")[2]
    return slug(name) if read_id(name) is None and any(map(str.isalnum, name)) else name
