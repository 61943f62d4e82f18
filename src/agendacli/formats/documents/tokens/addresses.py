"""Addresses of houses in a street, which are no rooms: `12 Cooper Street`, `Hauptstraße 3`, `3, rue du Port`."""

import re

from agendacli.formats.documents.tokens.letterwise import letterwise

_NUMBER = r"\d{1,4} ?[a-z]?(?:-\d{1,4})?"
_ADDRESS = re.compile(
    rf"(?:{_NUMBER},? (?:\w[\w'’.-]* ){{1,3}}(?:street|st\.|road|rd\.|lane|avenue|ave\.|drive)\b"
    r"|(?:\w[\w-]* )?\w*(?:stra[sß]s?e|str\.|weg|gasse|allee|damm|ufer|kerkhof|straat|laan|plein|gracht|kade|singel)"
    rf",? {_NUMBER}(?!\w)"
    rf"|{_NUMBER},? (?:bis,? |ter,? )?(?:rue|avenue|boulevard|chemin|allee|quai|impasse|place)\b"
    rf"|(?:calle|avenida|paseo|c/) ?\w[^,]{{1,30}},? (?:n[.º°o]* ?)?{_NUMBER}(?!\w)).*"
)
_STOREY = re.compile(
    r"(?<=[^\W_]),? (?:(?:im|in the|on the|au|en el|en la) )?"
    r"(?:(?:floor|level|[ée]tage|niveau|stock|piso|planta) -?\d{1,2}|"
    r"-?\d{1,2}(?:st|nd|rd|th|er|e|[èe]me|[.ºª])? (?:floor|level|[ée]tage|stock|og|ug|piso|planta))$",
    re.IGNORECASE,
)


def is_house_address(text: str) -> bool:
    """Whether a text begins as the address of a house."""
    return any(each.isdigit() for each in text) and _ADDRESS.fullmatch(letterwise(text.strip(" .()"))) is not None


def without_storey(text: str) -> str:
    """A place without the floor on which it is: `Hörsaal, 2. Stock` is `Hörsaal`."""
    return _STOREY.sub("", text)
