"""The language of a document, by small words that another has not: four are read, others are named."""

import re
from collections import Counter
from collections.abc import Iterable

from agendacli.formats.documents.page import Line
from agendacli.words.folded import folded, word_set

READ = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
"""The languages that are read, by their codes."""

_WORDS = {
    "English": "the and of in with for by from to at on will welcome session opening closing lunch break",
    "German": "und der die das mit von fur in im am zum zur uhr ein eine auf bei ist begrussung pause mittag",
    "French": "et le la les de du des d l a en avec pour par dans sur une est au aux pause accueil dejeuner seance "
    "salle",
    "Spanish": "y el la los las de del a al en con para por una sobre almuerzo sesion apertura cafe taller "
    "pausa comida sala h",
    "Italian": "il gli della delle dei con per di che sul alla nel presentazione pranzo apertura sessione ore",
    "Portuguese": "o os da das dos com para uma em no na ao sobre almoco sessao abertura palestra intervalo",
    "Dutch": "het een van en met voor door bij op aan naar lunch opening pauze uur zaal",
    "Swedish": "och med av till for en ett pa som fran lunch kaffe kl inledning",
    "Danish or Norwegian": "og med af til for en et pa som fra frokost kaffe kl velkomst av",
    "Polish": "i w z na do od oraz przez dla sesja przerwa obiad otwarcie godz",
    "Czech or Slovak": "a v na s do pro od prestavka obed zahajeni prednaska uvod hod",
    "Turkish": "ve ile icin bir bu oturum acilis arasi ogle yemegi kahve",
    "Romanian": "si cu la de pe din pentru sesiune pauza deschidere masa",
    "Hungarian": "es a az egy hogy ebed szunet megnyito eloadas",
    "Finnish": "ja on seka tauko lounas avaus kello",
}
_SETS = {name: word_set(words) for name, words in _WORDS.items()}
_FOREIGN = [name for name in _WORDS if name not in READ.values()]
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"
_LEAST, _MUCH_MORE, _FOREIGN_LETTERS = 8, 1.3, 0.4


def foreign_language(lines: Iterable[Line]) -> str | None:
    """The language of a document that is none of those that are read; None where it is one, or too little is said."""
    text = "\n".join(each.text for each in lines)[:100_000]
    letters = sum(map(str.isalpha, text))
    other = sum(each.isalpha() for each in text if each > _LAST_LATIN)
    if other > _FOREIGN_LETTERS * letters:
        return "a language in another script"
    counted = Counter[str]()
    for word, times in Counter(_WORD.findall(text)).items():
        counted[folded(word)] += times
    scores = {name: _count(words, counted) for name, words in _SETS.items()}
    best, own = (max(names, key=lambda name: scores[name]) for names in (_FOREIGN, READ.values()))
    apart = _count(_SETS[best] - _SETS[own], counted), _count(_SETS[own] - _SETS[best], counted)
    return best if apart[0] >= _LEAST and apart[0] > _MUCH_MORE * apart[1] else None


def _count(words: frozenset[str], counted: Counter[str]) -> int:
    return sum(counted[word] for word in words)
