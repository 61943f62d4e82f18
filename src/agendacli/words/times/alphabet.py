"""Words for days in one alphabet, whatever the language and the typography they are written in.

`Tuesday, 14th of July 2026`, `mardi 14 juillet 2026` and `Di., 14. Juli 2026` all become `D1 14 M7 2026`: a weekday is
`D` with its number (Monday 0), a month `M` with its own, `~` stands between the two ends of a range, `|` between
alternatives, `+` between days that are all meant. What the alphabet has no letter for stays as it is, folded.
"""

import re
from collections.abc import Iterable, Sequence

from agendacli.words.folded import folded

MONTHS = (
    "january januar janner janvier enero",
    "february februar fevrier febrero",
    "march marz mrz mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juni juin junio",
    "july juli juillet julio",
    "august aout agosto",
    "september septembre septiembre setiembre",
    "october oktober octobre octubre",
    "november novembre noviembre",
    "december dezember decembre diciembre",
)
WEEKDAYS = (
    "monday montag lundi lunes",
    "tuesday dienstag mardi martes",
    "wednesday mittwoch mercredi miercoles",
    "thursday donnerstag jeudi jueves",
    "friday freitag vendredi viernes",
    "saturday samstag sonnabend samedi sabado",
    "sunday sonntag dimanche domingo",
)
_SHORT_WEEKDAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
_SHORTEST_NAME = 3
_SIGNS = {
    **dict.fromkeys(("to", "until", "till", "through", "thru", "bis", "au", "al", "hasta"), "~"),
    **dict.fromkeys(("or", "oder", "ou", "o"), "|"),
    **dict.fromkeys(("and", "und", "et", "y"), "+"),
    **dict.fromkeys(("the", "of", "on", "from", "de", "del", "du", "le", "el", "den", "der", "am", "vom"), ""),
}
_NO_NAMES = ("ago", "mid")  # English words, and no short forms of Spanish or French ones

_DASHES = re.compile("[\u00ad\u2010-\u2015\u2212]")
_BEFORE = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=\d)(?:st|nd|rd|th|er)\b", ""),  # 4th, 1er
        (r"\.(?=[\s,)-]|$)|[,()]", " "),  # 4. Sept., (Monday)
        (r"\.\.|(?<=\d{2}-\d{2})/(?=\d{4}-)|(?<=\d) a (?=\d)", "~"),
        (r"&", "+"),
        (r"\b(?:mid|mi)-(?=[a-z0-9])", "mid "),
    )
)
_AFTER = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"\s+", " "),
        (r"\b(\d{1,2})-(M\d{1,2})-(?=\d{4}\b)", r"\1 \2 "),  # 14-Jul-2026
        (r"(?<=\S)(?: - ?|- )", "~"),
        (r"(?<=M\d)-|(?<=M\d\d)-|(?<![a-z])-(?=[MD]\d)", "~"),  # 30 June-2 July
        (r"(?<=[./]\d)-|(?<=[./]\d\d)-|(?<![\d-])(?<=\d)-(?=\d{1,2}(?:[./]\d| M))", "~"),  # 14.07.-15.07.2026
        (
            r"\b(\d{1,2})-(?=\d{1,2}(?:[./]\d| M))|(M\d\d? \d{1,2})-(?=\d{1,2}(?: |$))",
            r"\1\2~",
        ),  # 14-15 July
        (r" ?([~|+]) ?", r"\1"),
    )
)


def spelt(text: str) -> str:
    """The text in the alphabet of days."""
    plain = _rewritten(_DASHES.sub("-", folded(text)), _BEFORE)
    words = re.findall(r"[a-z]+", plain)
    has_month = sum(_month(each) is not None for each in words) > 1
    letters = re.sub(r"[a-z]+", lambda found: _letter(found[0], has_month=has_month), plain)
    return _rewritten(letters, _AFTER).strip()


def _rewritten(text: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, to in rules:
        text = pattern.sub(to, text)
    return text


def _letter(word: str, *, has_month: bool) -> str:
    """The letter for a word; `mar` is March, or mardi or martes beside a month."""
    if word in _SIGNS:
        return _SIGNS[word]
    month, weekday = _month(word), _weekday(word)
    if month is None or (weekday is not None and has_month):
        return word if weekday is None else f"D{weekday}"
    return f"M{month + 1}"


def _month(word: str) -> int | None:
    return None if word in _NO_NAMES else _number(word, MONTHS)


def _weekday(word: str) -> int | None:
    return _SHORT_WEEKDAYS.get(word, _number(word, WEEKDAYS))


def _number(word: str, names: Sequence[str]) -> int | None:
    """The index of a name that is written out or cut to three letters or more; None if two are possible."""
    if len(word) < _SHORTEST_NAME:
        return None
    found = [n for n, each in enumerate(names) if any(name.startswith(word) for name in each.split())]
    return found[0] if len(found) == 1 else None
