"""Words in cells that stand for a value of the definition format, in several languages."""

from agendacli.words.folded import folded_words, word_set

_STATUSES = {
    "confirmed": "confirmed|ok|okay|yes|accepted|final|fixed|bestatigt|zugesagt|fest|ja|confirme|confirmee|confirmado"
    "|confirmada|confermato",
    "tentative": "tentative|tbc|to be confirmed|provisional|unconfirmed|pending|planned|vorlaufig|offen|geplant"
    "|unter vorbehalt|angefragt|provisoire|a confirmer|en attente|por confirmar|provisorio|da confermare|pendiente",
    "cancelled": "cancelled|canceled|called off|abgesagt|entfallt|fallt aus|annule|annulee|supprime|cancelado|cancelada"
    "|suspendido|suspendida|annullato|annullata",
}
_STATUS_OF = {" ".join(folded_words(text)): status for status, texts in _STATUSES.items() for text in texts.split("|")}
_YES = word_set("true yes y x 1 ja wahr oui vrai si sim verdadero private privat prive privado")


def status_named(text: str) -> str:
    """The status that a word stands for; any other text as it is."""
    return _STATUS_OF.get(" ".join(folded_words(text)), text)


def is_yes(text: str) -> bool:
    """Whether the text of a cell says yes."""
    return " ".join(folded_words(text)) in _YES
