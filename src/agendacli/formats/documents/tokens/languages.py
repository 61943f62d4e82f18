"""The language of a document, by small words that another has not: four are read, others are named."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.days import days_in
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
_CALENDAR = {  # months, and weekdays, that no language that is read has
    "Italian": "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
    "| lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "Portuguese": "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
    "| segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "Catalan": "gener febrer març maig juny juliol agost setembre desembre "
    "| dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "Dutch": "januari februari maart mei augustus | maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "Swedish": "januari februari maj augusti | måndag tisdag onsdag torsdag fredag lördag söndag",
    "Danish or Norwegian": "marts maj desember | mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
    "| poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "Czech or Slovak": "ledna února března dubna května června července srpna září října listopadu prosince "
    "januára februára apríla mája júna júla októbra novembra decembra "
    "| pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok",
    "Turkish": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
    "| pazartesi salı çarşamba perşembe cuma cumartesi",
    "Romanian": "ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie "
    "| marți miercuri vineri sâmbătă duminică",
    "Hungarian": "január február március április május június július augusztus szeptember október "
    "| hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "Finnish": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta | maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
}
_SETS = {name: word_set(words) for name, words in _WORDS.items()}
_FOREIGN = [name for name in _WORDS if name not in READ.values()]
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS, _WEEKDAYS = (
    "|".join(sorted({each for words in _CALENDAR.values() for each in words.split(" | ")[n].split()}, key=len)[::-1])
    for n in range(2)
)
_DATE = re.compile(
    rf"(?<![^\W_])(?:(?P<weekday>{_WEEKDAYS})[a-z]{{0,2}}[\s,.]*(?:(?:den|dnia|il|de|dia|op) )?(?=\d)|"
    rf"\d{{1,2}}[.ºª°]?\s+(?:d['’]|d[ei] )?(?P<month>{_MONTHS})(?![^\W_])|(?P<first>{_MONTHS})\s\d{{1,2}}\.)"
)
_LAST_LATIN = "\u024f"
_LEAST, _MUCH_MORE, _FOREIGN_LETTERS = 8, 1.3, 0.4


def foreign_language(lines: Iterable[Line]) -> str | None:
    """The language of a document that is none of those that are read; None where it is one, or too little is said."""
    text = "\n".join(each.text for each in lines)[:100_000]
    letters = sum(map(str.isalpha, text))
    other = sum(each.isalpha() for each in text if each > _LAST_LATIN)
    if other > _FOREIGN_LETTERS * letters:
        return "a language in another script"
    dated = _language_of_dates(text)
    if dated:
        return dated
    counted = Counter[str]()
    for word, times in Counter(_WORD.findall(text)).items():
        counted[folded(word)] += times
    scores = {name: _count(words, counted) for name, words in _SETS.items()}
    best, own = (max(names, key=lambda name: scores[name]) for names in (_FOREIGN, READ.values()))
    apart = _count(_SETS[best] - _SETS[own], counted), _count(_SETS[own] - _SETS[best], counted)
    return best if apart[0] >= _LEAST and apart[0] > _MUCH_MORE * apart[1] else None


def _count(words: frozenset[str], counted: Counter[str]) -> int:
    return sum(counted[word] for word in words)


def _language_of_dates(text: str) -> str | None:
    """The language in which most dates of a text are written; None if it is one that is read, or there are none."""
    counted = Counter[str]()
    own = 0
    for line in text.split("\n"):
        found = [*_DATE.finditer(unicodedata.normalize("NFC", line).lower())]
        for each in found:
            name = each["weekday"] or each["month"] or each["first"]
            counted.update(language for language, words in _CALENDAR.items() if name in words.split())
        days = (each for each in days_in(line) if each.is_dated)
        own += sum(not any(one.start() < each.to and each.at < one.end() + 1 for one in found) for each in days)
    return max(counted, key=lambda name: counted[name]) if counted and max(counted.values()) > own else None
