"""Words for places in English, German, French and Spanish: at the end of a name, at its beginning, before a number."""

LAST = (  # English and German: the word for a place comes last
    r"(?:rooms?|halls?|guildhall|townhall|loft|attic|priory|abbey|minster|theat(?:re|er)|auditorium|chamber|orangery|library|foyer|lobby|atrium|lounge|gallery|studios?|cafe|cafeteria|"
    r"canteen|restaurant|refectory|pub|inn|tavern|bistro|hotel|barn|shed|marquee|tent|pavilion|lawn|gardens?|terrace|"
    r"courtyard|quad|square|park|fields?|pitch|court|pool|gym|gymnasium|arena|stadium|stage|church|chapel|cathedral|"
    r"churchyard|hut|roof|lodge|house|\w+house|lab|laboratory|labs|laboratories|classroom|\w+room|cent(?:re|er)|campus|"
    r"building|block|wing|tower|floor|suite|deck|pier|quay|harbour|beach|school|museum|yard|kitchen|basement|mezzanine|"
    r"balcony|bar|rotunda|cloister|crypt|\w+shed|entrance|collections|club|college|green|reception area|"
    r"floor reception|"
    r"\w*saal|\w*raum|\w*zimmer|\w*halle|\w*zelt|\w*platze?|\w*heim|\w*wiese|\w*hof|\w*garten|\w*keller|\w*haus|\w*gebaude|\w*kirche|"
    r"\w*buhne|\w*scheune|\w*stube|\w*gelande|aula|mensa|\w*labor|\w*turm|\w*schule|\w*bibliothek|\w*bucherei|"
    r"\w*zentrum|\w*terrasse|\w*pavillon|\w*eingang|flur|empore|\w*werkstatt|\w*kuche|\w*kapelle|\w+lokal|dom|\w*stadion|\w*becken|"
    r"\w*haltestelle|\w*bahnsteig|\w*anleger|\w{4,}brucke|\w{4,}brunnen|\w{4,}hutte|\w{4,}denkmal|jetty|slipway|playground|orchard|meadow|paddock|forecourt|boardroom|"
    r"manor|castle|palace|\w*staircase|residence|\w*residenz|gates?|exit|"
    r"parade ground|campsite|campfire circle|vestry|nave|undercroft|annexe?|bandstand|"
    r"vicarage|rectory|boatyard|aula magna)"
)
FIRST = (  # French, Spanish and Italian: it comes first
    r"(?:salles?|salon|scene|escenario|amphi(?:theatre)?|auditorium|auditoire|hall|espace|cafeteria|cantine|restaurant|foyer|jardin|cour|"
    r"parvis|chapelle|eglise|bibliotheque|mediatheque|mairie|gymnase|theatre|batiment|parc|terrasse|cloitre|"
    r"grange|preau|quai|buvette|stade|chapiteau|maison|kiosque|esplanade|labo(?:ratoire)?|brasserie|bistrot|auberge|"
    r"sala|aula|campo|auditorio|vestibulo|laboratorio|biblioteca|restaurante|comedor|patio|plaza|parque|teatro|capilla|"
    r"iglesia|claustro|pabellon|polideportivo|edificio|terraza|espacio|carpa|centro|casa|ayuntamiento|explanada|"
    r"trattoria|osteria|pizzeria|gasthof|gasthaus|wirtshaus|landgasthof|brauhaus|weinstube|hotel|parador|meson|bodega|hostal|convento|monasterio|taberna|"
    r"parking|lavoir|camping|aparcamiento|ermita|parroquia|gimnasio|piscina|playa|albergue|conserjeria|sacristia|balcon|orangerie|refectoire|galerie|rotonde|"
    r"pelouse|verriere|verger|serre|potager|loge|halle|refuge|gite|chalet|phare|moulin|ponton|"
    r"sotano|zaguan|templo|atrio|portico|boulodrome|square|rue|avenue|boulevard|calle|avenida|fuente|fronton|gare|grand.?chambre|"
    r"chambre du conseil|pre (?:communal|d)|hangar|caserne|poste de \w+|combe)"
)
NUMBERED = (
    r"(?:cinema|kino|cine|screen|vault|"
    r"platz|halle|raum|saal|studios?|rooms?|labs?|seminar(?:io|raum| room)?|level|floor|stage|building|block|hs|lt|"
    r"horsaal|labo|portal|planta|zimmer|tent|gate|door|desk|counter|tor|schalter|porte|guichet|puerta|courts?|pitch(?:es)?|fields?|tables?|stand|pavilion|aula|sala|salle|portakabin|cabin|"
    r"mats?|tatamis?|rings?|pistes?|pistas?|platforms?|lanes?|stege?|gleis|bahn|felder|feld|quai|pier|berth|bay|booth|"
    r"kabine|zelt|carpa|buhne|escenario|arena|hangar|fire station)"
)
COMPASS = r"north|south|east|west|nord|sud|ost|est|ouest|norte|sur|este|oeste"
"""What stands behind the name of a room as a number does: `Ballroom East`."""
BEFORE_NAME = (
    r"(?:Kloster|Schloss|Villa|Burg|Stift|Gut|(?:\w+r|R)aum|(?:\w+s|S)aal|Zimmer) [A-ZÄÖÜ][\w-]+|"
    r"(?:Room|Studio|Ballroom) (?!Service|Acoustics|Climate|Music|Time|Party|Vis|Tour|Session|Work|Practice|Choir)"
    r"[A-Z][a-zà-ÿ]+"
)
"""What stands before the name of a place that no word tells from others: `Raum Linde`."""

NOT_OF_ROOM = "".join(
    f"(?<!{word} )" for word in ("room", "raum", "saal", "horsaal", "zimmer", "salle", "sala", "salon", "aula")
)
"""What does not stand before a day or a time, in small letters without accents: `Room 2.14` is neither."""
