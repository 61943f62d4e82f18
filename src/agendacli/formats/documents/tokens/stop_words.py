"""Words of programmes that stand in no name, folded, in four languages."""

import re

from agendacli.words.folded import word_set

_KIND = re.compile(
    r"\w{3,}(?:vortrag|sitzung|fuhrung|gesprach|konzert|versammlung|empfang|diskussion|pause|gottesdienst)"
)
NO_NAMES = word_set(
    "doktorandin doktorand studentin student students librarian candidate "
    "session sessions break breaks lunch coffee tea opening closing welcome registration keynote panel discussion "
    "discussions remarks address introduction introductions workshop workshops meeting plenary dinner reception "
    "report reports update overview presentation presentations poster posters summary conclusion conclusions "
    "award awards ceremony group photo networking tour visit talk talks lecture lectures tutorial programme "
    "program agenda schedule day morning afternoon evening night end start time part round table roundtable "
    "conference committee working wrap answers questions arrival departure breakfast social event events room "
    "hall auditorium ballroom lobby foyer atrium terrace courtyard garden building data analysis development "
    "management systems system learning technology engineering "
    "computer education security policy paper papers oral invited contributed demonstration demonstrations demo "
    "exhibition hackathon recap reading service concert music film open close closed space free team all "
    "participants chairs staff everyone online virtual practical exercise exercises feedback evaluation "
    "announcement announcements setup cloud national global statistical public private mission board review key "
    "messages next steps action plan side special sponsor sponsors research science sciences world new first "
    "second third the and for with from in on at of to an by north south east west africa asia europe america "
    "american european pause mittagspause kaffeepause begrussung vortrag vortrage eroffnung anmeldung abschluss "
    "diskussion ende abendessen empfang tagung gruppe raum saal programm mittagessen einfuhrung podiumsdiskussion "
    "fruhstuck abfahrt accueil ouverture cloture dejeuner diner atelier ateliers seance expose exposes debat "
    "debats journee inscription remise prix inauguracion clausura cafe almuerzo comida cierre apertura bienvenida "
    "mesa redonda acreditacion taller talleres charla charlas descanso desayuno presentacion ceremonia registro "
    "cena sesion conferencia debate mananas introduccion jornada equipo area project projects lab labs using how "
    "what why when where who is are be human rights climate change digital health water energy food capacity "
    "training best practices case study studies lightning demos ideas challenges opportunities future final deep "
    "werke kompositionen kantaten sonaten motetten gedichte works oeuvres obras "
    "dancing singing painting drawing cooking swimming running walking cycling fishing sailing baking knitting rowing "
    "climbing juggling weaving racing "
    "ambulance werkstatt lesung probe kurs treffen turnier ausstellung vernissage theater film kino tanz musik "
    "district authority agency council exchange irrigation institute association federation foundation gmbh ltd "
    "machine artificial intelligence neural networks network model models language large street square "
)
"""None of these is in the name of a person."""


def is_no_name(word: str) -> bool:
    """Whether a folded word is hardly a part of a name; one for a kind of session may be made of two."""
    return word in NO_NAMES or _KIND.fullmatch(word) is not None
