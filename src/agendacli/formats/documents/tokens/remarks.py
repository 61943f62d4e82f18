"""Remarks to those who come, as they stand behind names and titles: `booking essential`, `Eintritt frei`, `£5`."""

import re

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.minutes import minutes_said

_REMARK = re.compile(
    r"\W*(?:[£$€]|\d+ ?(?:[£$€]|euros?\b|eur\b|chf\b|usd\b)|"
    r"(?:booking|bookings|bring|tickets?|free|admission|sponsored|limited|places|register|registration|rsvp|doors|"
    r"(?:new )?members|everyone|all welcome|please|no booking|suitable|not suitable|ages?|adults|children|"
    r"eintritt|einlass|anmeldung|anmelden|anschliessend|anschl|bitte|kostenlos|kostenfrei|platze|begrenzte|unkostenbeitrag|"
    r"sur (?:inscription|reservation)|inscription|reservation|entree libre|entree gratuite|gratuit|duree|tarif|"
    r"entrada|aforo|plazas|inscripcion|duracion|gratis|gratuito|previa)\b)"
)

_FIRST = re.compile(r"[(\[]?(?P<remark>[^()\[\]]{2,40})[)\]]\W*(?=\w)")
_LENGTH_FIRST = re.compile(r"[(\[]?(?P<remark>[^:–—/·|()\[\],]{2,20}?)[)\]]?\s*(?:[:/·|,]|\s[–—-])\s*(?=\w)")


def is_remark(text: str) -> bool:
    """Whether a text that stands apart is one, or a length."""
    return _REMARK.match(letterwise(text)) is not None or minutes_said(text) is not None


def remark_before(text: str) -> tuple[str, str]:
    """The remark behind a time, whose bracket is open, and the title: `30 min): Tides`; nothing where none is.

    A length needs no bracket: `1 hour: Tides`.
    """
    found = _LENGTH_FIRST.match(text)
    if found and minutes_said(found["remark"]) is not None:
        return found["remark"], text[found.end() :]
    found = _FIRST.match(text)
    return (found["remark"], text[found.end() :]) if found and is_remark(found["remark"]) else ("", text)


def without_remarks(text: str) -> str:
    """The parts of a text between commas up to the first that is one: `Coast Office, booking essential`."""
    parts = text.split(", ")
    kept = next((n for n, each in enumerate(parts) if is_remark(each)), len(parts))
    return ", ".join(parts[:kept])
