"""The language of a document, by its small words: four are read, others are named."""

import re
from collections import Counter
from collections.abc import Iterable

from agendacli.formats.documents.page import Line
from agendacli.words.folded import folded, word_set

READ = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
"""The languages that are read, by their codes."""

_WORDS = {
    "English": "the and of with for by from to at on will welcome session opening closing lunch break",
    "German": "und der die das mit von fur im am zum zur uhr ein eine auf bei ist begrussung pause mittag",
    "French": "et le les du des avec pour par dans sur une est au aux pause accueil dejeuner seance",
    "Spanish": "y el los las del con para por una en sobre almuerzo sesion apertura cafe taller",
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
_WORD = re.compile(r"[^\W\d_]+")
_LEAST, _MUCH_MORE, _FOREIGN_LETTERS = 8, 1.3, 0.4


def foreign_language(lines: Iterable[Line]) -> str | None:
    """The language of a document that is none of those that are read; None where it is one, or too little is said."""
    text = "\n".join(each.text for each in lines)[:100_000]
    letters = [each for each in text if each.isalpha()]
    other = sum(ord(each) > 0x24F for each in letters)
    if letters and other > _FOREIGN_LETTERS * len(letters):
        return "a language in another script"
    counted = Counter(folded(each) for each in _WORD.findall(text))
    scores = {name: sum(counted[word] for word in words) for name, words in _SETS.items()}
    best = max(scores, key=lambda name: scores[name])
    own = max(scores[name] for name in READ.values())
    is_foreign = best not in READ.values() and scores[best] >= _LEAST and scores[best] > _MUCH_MORE * own
    return best if is_foreign else None
