"""Whether words read like the name of a person or like a position: guesses to build a doubt on, never a fact."""

import re
from functools import lru_cache

from agendacli.words.folded import folded_words as words
from agendacli.words.folded import word_set

_GIVEN = word_set(
    "aaron abdul abdullah abigail abraham adam adela adele adrian adriana agata agnes agnieszka ahmad ahmed aicha "
    "aisha akira alan alba albert alberto alejandra alejandro aleksandr aleksandra alessandra alessandro alex "
    "alexander alexandra alexandre alexis alfonso alfred ali alice alicia alina aline alison allison alma alvaro "
    "amadou amanda amelia amina amir amit amy ana andre andrea andreas andrei andrej andres andrew andrzej andy "
    "angel angela angelika angelo anita anja anke ann anna annabel anne annette annika anthony antje antoine "
    "anton antonia antonio anya araceli ariel arjun arne arnold arthur arturo asha astrid august aurelie axel "
    "ayesha barbara barry bart bartosz bea beata beatrice beatriz ben benedikt benita benjamin benoit bernard "
    "bernd bert bettina bill birgit birgitta bjorn bob bogdan boris brandon brenda brian bridget brigitte bruce "
    "bruno bryan camila camille carina carl carla carlo carlos carmen carol caroline carsten catalina catherine "
    "cathy cecilia cecile celine cesar charles charlie charlotte chen chiara chioma chloe chris christa christian "
    "christiane christina christine christoph christophe christopher claire clara claude claudia claudio clemens "
    "colin connie conrad constance cristian cristina cynthia dagmar damian dan daniel daniela daniele danielle "
    "danny dario dave david deborah denis denise dennis derek diana diane diego dieter dimitri dirk dmitry "
    "dolores dominik dominique don donald donna doris dorothea dorothy doug douglas duncan ebba eddie edgar edith "
    "eduardo edward eileen ekaterina elaine elena eleni elif elisa elisabeth elizabeth ella ellen elsa emanuel "
    "emil emilia emilie emily emma emmanuel enrico enrique eric erica erich erik erika erin ernst esteban esther "
    "ethan eugene eugenia eva evelyn fabian fabio fabrice farah fatima fatou federica federico felipe felix "
    "fernanda fernando filip fiona florian francesca francesco francis francisca francisco franck francois "
    "francoise frank franz fred frederic frederik friedrich gabor gabriel gabriela gabriele gabriella gary gemma "
    "geoffrey georg george georges gerald gerard gerd gerhard giacomo gianni gilbert gina giorgio giovanna "
    "giovanni gisela giulia giuseppe gloria gordon grace graham greg gregory greta guido guillaume guillermo "
    "gunter gustavo hamza hana hanna hannah hanne hans harald harry hassan heather hector heidi heike heinrich "
    "heinz helen helena helene helga helmut henri henrik henry herbert hilary hiroshi holger hugo ian ibrahim ida "
    "ignacio igor ilse imran ines inga inge ingrid irene irina iris isaac isabel isabella isabelle ismail ivan "
    "ivana jack jacob jacqueline jacques jaime jakob jakub james jamie jan jana jane janet janina jasmin jason "
    "javier jean jeff jeffrey jelena jenna jennifer jenny jens jeremy jerome jesper jesse jessica jesus jim jimmy "
    "joachim joan joana joanna joao joaquin jochen joe joel joelle joerg johan johann johanna johannes john "
    "johnny jon jonas jonathan jorge jorgen jose josef josefina joseph josephine joshua joyce juan juana judith "
    "julia julian juliana julie julien juliette julio julius jun jurgen jurg justin justyna kai karen karim karin "
    "karina karl karsten kasper katarina kate katerina katharina katherine kathleen kathrin kathryn kathy katja "
    "katrin kay keith kelly ken kenji kenneth kerstin kevin khalid kim kirsten klaus knut konrad konstantin "
    "kristian kristin kristina krzysztof kurt kwame kyle lara larry lars laszlo laura laure laurence laurent leah "
    "lee leigh lena leo leon leonard leonardo leonie leonor leticia lewis li liam lilian lily linda linus lisa "
    "liz lorena lorenzo louis louisa louise luc luca lucas lucia lucie lucy ludwig luis luisa luka lukas luke luz "
    "lydia lynn maarten maciej magda magdalena mahmoud maike maja malik manfred manuel manuela marc marcel "
    "marcello marcia marcin marco marcos marcus margaret margarita margit margot maria mariam mariana marianne "
    "marie mariela marina mario marion marius mark marko markus marta martha martin martina mary maryam masha "
    "mateo mateusz matteo matthew matthias matthieu maud maureen maurice mauricio max maxim maximilian may megan "
    "mehmet mei melanie melissa mercedes michael michal michel michele michelle miguel mihai mika mike mikhail "
    "milan milena mira miriam mirjam miroslav mohamed mohammad mohammed moises monica monika monique moritz moses "
    "moussa muhammad mustafa nadia nadine nancy naomi nasser natalia natalie natasha nathalie nathan neil nelson "
    "nia nicholas nick nicola nicolas nicole nigel nikita niklas nikola nikolai nils nina nino noah noel nora "
    "norbert nuno oksana ola olaf ole oleg olga oliver olivia olivier omar oscar oskar otto pablo paloma pamela "
    "paola paolo pascal patricia patrick paul paula paulina pauline paulo pavel pedro peggy penelope per pete "
    "peter petra petr phil philip philipp philippa philippe phillip phumzile phyllis pia pierre pietro pilar "
    "piotr priya rachel rafael rahul raimund rainer raj ralf ralph ramon ramona raphael raquel rashid raul ravi "
    "raymond rebecca regina reinhard renata renate rene ricardo riccardo richard rick rita rob robert roberta "
    "roberto robin rodrigo roger roland rolf roman ron ronald rosa rosalind rose rosemary roy ruben rudolf rui "
    "rupert russell ruth ryan sabine sabrina sally salma salvador sam samantha samir samira samuel sandra sandro "
    "sara sarah sascha scott sean sebastian serena serge sergei sergey sergio sharon sheila shirley silke silvia "
    "simon simona simone sofia sonia sonja sophia sophie stefan stefania stefanie stella stephan stephane "
    "stephanie stephen steve steven stuart sue susan susana susanna susanne suzanne sven svetlana sylvia sylvie "
    "takeshi tamara tanja tanya tara tatiana ted teresa terry thea theo theodor theresa thierry thomas tiago "
    "tilman tim timo timothy tina tobias todd tom tomas tommaso tony torsten tova tracy udo ulf ulrich ulrike "
    "ursula uta ute uwe valentin valentina valeria valerie vanessa vasil vera veronica veronika veronique vicente "
    "victor vikram viktor viktoria vincent vincenzo viola vladimir volker wael walter wanda wei wendy werner "
    "wilfried wilhelm will william willy wim wolfgang xavier xiaoming yan yann yannick yasmin yolanda youssef "
    "yuki yuri yusuf yves yvette yvonne zainab zara zoe zofia"
)  # fmt: skip
"""Common given names of many languages, folded; those that are as often a country or a city are left out."""

_COUNTRIES = word_set(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain "
    "bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi "
    "cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark "
    "djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia "
    "georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia "
    "iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos "
    "latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives "
    "mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique "
    "myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama "
    "paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia "
    "seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan "
    "tajikistan tanzania thailand togo tonga tunisia turkey turkiye turkmenistan tuvalu uganda ukraine uruguay "
    "usa uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe deutschland frankreich italien schweiz "
    "osterreich espana brasil allemagne suisse italie belgique"
)  # fmt: skip
_POSITIONS = word_set(
    "academic academy accountant activist actor adviser advisor affairs africa african agency ambassador america "
    "american analyst architect archivist art artist arts asia assembly assistant associate association author "
    "bank beekeeper board bureau business campaign captain care center central centre ceo cfo chair chairman "
    "chairperson chairwoman chamber charity chief church cio city civil climate club co coach college commission "
    "commissioner committee community company conference congress consul consultant consulting cooperative "
    "coordinator corporation council counsel counsellor court cto curator cuts data dean delegate delegation "
    "democracy department deputy design designer developer development digital director directorate doctor "
    "economist editor education embassy emergency energy engineer engineering entrepreneur environment europe "
    "european executive expert faculty federal federation fellow film fisheries foreign forum foundation founder "
    "free freelance frontier fund general global gmbh goods government governor graduate group guild harbour head "
    "health hill historian home hospital house human hub inc independent industries industry initiative "
    "innovation institute institut instituto institution inspector international investigator journal journalist "
    "judge justice keeper lab laboratory labs labour law lawyer lead leader league lecturer legal liaison library "
    "licensing light limited llc local logistics london ltd magazine manager map maritime marketing mayor media "
    "medical member migration minister ministry mission moderator movement museum music musician nation national "
    "nations network news officer office open operations organisation organiser organization organizer owner "
    "panellist parliament participant partner partners party peace permanent photographer physicist planner poet "
    "police policy political port postdoc practitioner presenter president press principal private producer "
    "professor program programme programmer project public radio rapporteur red regional registrar relations "
    "reporter representative republic research researcher resident review rights royal school science sciences "
    "scientist secretariat secretary senator senior service services social society software solutions south "
    "speaker special specialist spokesperson staff state statistics station strategy student studies studio "
    "support systems teacher team tech technical technologies technology theatre times town trade trainer "
    "transport treasurer treasury trust trustee tv uk un union united university universidad universidade "
    "universitat universite us vice visiting voice volunteer water women world writer youth professorin leiterin "
    "leiter direktor direktorin ministerin botschafter botschafterin geschaftsfuhrer geschaftsfuhrerin "
    "vorsitzende vorsitzender verein hochschule stiftung amt bund land stadt directeur directrice ministre "
    "ambassadeur ambassadrice presidente professeur chef responsable societe ministere ecole directora ministra "
    "embajador embajadora profesor profesora jefe jefa ministerio universita banca banco banque centro"
)  # fmt: skip
"""Words of positions and institutions, folded."""

_INSTITUTIONS = word_set(
    "academy agency amt association bank banca banco banque bureau centre center chamber college commission "
    "committee company corporation council court department ecole embassy faculty federation foundation gmbh "
    "hochschule hospital inc institut institute instituto laboratory llc ltd ministere ministerio ministry "
    "mission museum ngo organisation organization parliament school society stiftung trust union universidad "
    "universidade universita universitat universite university verein"
)
"""Words of which one stands in the name of an institution, folded."""

_SMALL_WORDS = word_set("of the and for in at on to de del der des di du et la le les und von y")
_PARTICLES = word_set(
    "al ap auf av ben bin bint binti da dal de del della den der des di do dos du e el i ibn la le les ten ter van vom "
    "von y zu zum zur á í"
)
_VOWELS = frozenset("aeiouy")
_COMPOUND = frozenset(
    {"Czech Republic", "Costa Rica", "El Salvador", "New Zealand", "Saudi Arabia", "South Africa", "South Korea"}
    | {"Sri Lanka", "United Arab Emirates", "United Kingdom", "United States", "Republic of Korea", "Northern Ireland"}
)
_JOINED = re.compile(r"(?:d[’']|l[’']|el-|al-|[’']t |at-|ad-|ibn-)(?=[^\W\d_a-zà-ÿ])")
_SHORT = 3
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W\d_][^\W\d_.’'-]*(?:[.’'-][^\W\d_]+)*\.?")


def is_land(text: str) -> bool:
    """Whether a text is a country or the short name of a state: `France`, `UK`, `OR`."""
    found = words(text)
    return bool(found) and (
        _COUNTRIES.issuperset(found) or text in _COMPOUND or (text.isupper() and len(text) <= _SHORT)
    )


def is_full_name(text: str) -> bool:
    """Whether a text is built like a full name, without honorific: `Jürg Lauber`, `Marc Pecsteen de Buytswerve`."""
    found = text.split()
    is_short = len(found) > 1 and len(_without_particles(text)) <= _MOST_WORDS
    is_built_so = is_short and all(_is_name_word(each) for each in found) and found[-1] not in _PARTICLES
    return is_built_so and not any(_is_acronym(each) for each in found) and _POSITIONS.isdisjoint(words(text))


def begins_with_position(text: str) -> bool:
    """Whether the first word of a text is one of a position or institution, and of no name."""
    return not _POSITIONS.isdisjoint(words(text)[:1])


def is_given_name(text: str) -> bool:
    """Whether a text begins with a common given name."""
    return _GIVEN.issuperset(words(text.partition(" ")[0].partition("-")[0]) or (" ",))


@lru_cache(maxsize=4096)  # many sessions are led by the same few
def institution(position: str) -> str | None:
    """The institution that a position names: the last part between commas that reads like one; None if none does."""
    parts = (each.strip() for each in reversed(position.split(",")))
    return next((each for each in parts if _is_institution(each)), None)


def is_one_institution(one: str, other: str) -> bool:
    """Whether two institutions may be one: they have a telling word in common, or one of them has none."""
    here, there = (frozenset(words(each)) - _INSTITUTIONS - _SMALL_WORDS for each in (one, other))
    return one == other or not here or not there or not here.isdisjoint(there)


def _is_institution(text: str) -> bool:
    return not _INSTITUTIONS.isdisjoint(words(text)) or any(each.isupper() and len(each) > 1 for each in text.split())


@lru_cache(maxsize=4096)
def is_surname_first(surname: str, given: str) -> bool:
    """Whether `SURNAME, GIVEN` reads like one name turned round, and not like a name with a position."""
    first = given.split()
    if not 0 < len(first) <= 3 or not all(_is_given_word(each, surname) for each in first):  # noqa: PLR2004
        return False
    if is_given_name(given):
        return len(first) == 1 or len(_without_particles(surname)) == 1
    return len(first) == 1 and len(_without_particles(surname)) == 1


def _without_particles(surname: str) -> list[str]:
    return [each for each in surname.split() if each not in _PARTICLES]


def _is_given_word(word: str, surname: str) -> bool:
    is_initial = len(word.strip(".")) == 1
    is_loud = word.isupper() and not is_initial and not surname.isupper()
    return (
        _is_name_word(word) and word[0].isupper() and not is_loud and (_POSITIONS | _COUNTRIES).isdisjoint(words(word))
    )


def _is_name_word(word: str) -> bool:
    """Whether that is a word with a capital letter, an initial, or a particle such as `von`."""
    is_joined = _JOINED.match(word) is not None
    return word in _PARTICLES or (_WORD.fullmatch(word) is not None and (word[0].isupper() or is_joined))


def _is_acronym(word: str) -> bool:
    """Whether that is several capital letters without a vowel, or one of the known ones; `LI` may be a surname."""
    return word.isupper() and len(word.strip(".")) > 1 and _VOWELS.isdisjoint(words(word)[0] if words(word) else "a")
