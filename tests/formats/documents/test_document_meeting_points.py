"""Where something is, on a line below its title: churches, car parks, meeting points, places that a page marks."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


@pytest.mark.parametrize(
    "place",
    [
        "St Botolph's",
        "St. Anne’s",
        "All Saints, Upper Harding",
        "St Michael and All Angels",
        "SS Peter & Paul",
        "St Mary's church hall",
        "Barrow Hill car park",
        "Old Mill beer garden",
        "Pfarrkirche St. Kilian",
        "Sportplatz am Bach",
        "Neumarkter Marktbrunnen",
        "Église Saint-Sulpice",
        "Terrasse au bord du lac",
        "Iglesia de San Pedro",
        "Explanada junto al río",
        "Basilica of Constantine",
        "Kirche Altenhof",
        "Schloss Bruchsal",
        "School orchard",
        "Balcón del Ayuntamiento",
    ],
)
def test_place_below_a_title_is_its_room(shown: Shown, place: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 Vespers\n{place}\n") == [f"2026-03-09 09:00- Vespers @{place}"]


@pytest.mark.parametrize("text", ["War memorial", "Walk in the car park", "the car park"])
def test_words_that_name_no_place_stay_below_a_title(shown: Shown, text: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 Vespers\n{text}\n") == [f"2026-03-09 09:00- Vespers ~{text}"]


@pytest.mark.parametrize(
    ("below", "shown_as"),
    [
        ("Treffpunkt: Museumskasse", "@Museumskasse"),
        (
            "Treffpunkt: Parkplatz am Schützenhaus. Bitte pünktlich, wir warten höchstens\nzehn Minuten.",
            "@Parkplatz am Schützenhaus ~Bitte pünktlich, wir warten höchstens ~zehn Minuten.",
        ),
        ("Meeting point: Gate 2", "@Gate 2"),
        ("Point de rencontre : devant la mairie", "@devant la mairie"),
        ("Punto de encuentro: Plaza Mayor", "@Plaza Mayor"),
        ("Lugar: ermita de San Roque.", "@ermita de San Roque"),
        ("Treffpunkt am Hauptportal", "@Hauptportal"),
        ("Meet outside the gate.", "@gate"),
        ("Rendez-vous à la grille d'honneur", "@grille d'honneur"),
        ("Salida desde la plaza de España.", "@plaza de España"),
        ("Meet and greet for all", "~Meet and greet for all"),
        (
            "On the top field. Led by Mr Adrian Coyle.",
            "@top field +Mr Adrian Coyle (speaker) ?`led by` is taken for speaker",
        ),
        ("Im Pfarrgarten", "@Pfarrgarten"),
        ("Dans la salle 3", "@salle 3"),
        ("At home", "~At home"),
        ("Treffpunkt: 13:15 Uhr an der Schule", "~Treffpunkt: 13:15 Uhr an der Schule"),
    ],
)
def test_place_behind_a_word_for_a_meeting_point_is_the_room(shown: Shown, below: str, shown_as: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 Walk\n{below}\n") == [f"2026-03-09 09:00- Walk {shown_as}"]


@pytest.mark.parametrize(
    ("below", "shown_as"),
    [
        ("Salle des Hêtres. Intervenante : Mme Claire Vautrin", "@Salle des Hêtres +Mme Claire Vautrin (speaker)"),
        ("Salle 3. Présidente de séance : Mme Nadia Benhaddou", "@Salle 3 +Mme Nadia Benhaddou (chair)"),
        ("Salón de actos. Modera: Dña. Teresa Ibarrola", "@Salón de actos +Dña. Teresa Ibarrola (moderator)"),
        ("Raum 3 | Referentin: Ida Holm", "@Raum 3 +Ida Holm (speaker)"),
        ("Room 7. Bring a pen.", "@Room 7 ~Bring a pen."),
        ("Haus 1. Stock links", "~Haus 1. Stock links"),
        ("A cargo de D. Fermín Olaizola. Salón de actos.", "@Salón de actos +D. Fermín Olaizola (speaker)"),
        ("Aula 2. Profesora: Irene Bastida", "@Aula 2 +Irene Bastida (speaker)"),
        ("Ein Abend für alle. Elisa Tamarit", "+Elisa Tamarit (speaker) ~Ein Abend für alle"),
        ("Village hall. Bring a pen.", "@Village hall ~Bring a pen."),
    ],
)
def test_line_with_a_room_among_other_things_is_parted(shown: Shown, below: str, shown_as: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 Bilan\n{below}\n") == [f"2026-03-09 09:00- Bilan {shown_as}"]


@pytest.mark.parametrize(
    ("title", "shown_as"),
    [
        ("Boat trip to Bernkastel, meet at the Zurlauben pier", "Boat trip to Bernkastel @Zurlauben pier"),
        ("Campus tour: meet outside the Students' Union", "Campus tour @Students' Union"),
        ("Tour of the mill (meet at Reception)", "Tour of the mill @Reception"),
        ("Balade botanique (départ : serre tropicale)", "Balade botanique @serre tropicale"),
        ("Atelier enfants, sous le kiosque", "Atelier enfants @kiosque"),
        ("Stadtspaziergang; Treffpunkt: Linde", "Stadtspaziergang @Linde"),
        (
            "Visite des caves, rendez-vous à la grille d'honneur, avec Hortense Maillard",
            "Visite des caves @grille d'honneur +Hortense Maillard (speaker)",
        ),
    ],
)
def test_meeting_point_behind_a_title_is_the_room_with_a_doubt(shown: Shown, title: str, shown_as: str) -> None:
    doubt = "?read from the end of the title"
    assert shown(f"9 March 2026\n\n9:00 {title}\n") == [f"2026-03-09 09:00- {shown_as} {doubt}"]


@pytest.mark.parametrize("title", ["Meet at the gate", "Treffen am Brunnen", "Tour (meet at 9.15)"])
def test_title_that_is_a_meeting_stays_one(shown: Shown, title: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 {title}\n")[0].startswith(f"2026-03-09 09:00- {title}")


def test_company_below_a_title_is_no_part_of_a_name(shown: Shown) -> None:
    people = " ".join(f"+{each} (panellist)" for each in ("Pierre Lemoine", "Awa Traoré"))
    read = shown("9 March 2026\n\n9:00 Table ronde : labourer\nAvec Pierre Lemoine et Awa Traoré\n")
    assert read == [f"2026-03-09 09:00- Table ronde : labourer {people}"]


def test_name_that_begins_with_an_initial_is_no_position_of_who_is_named_before(shown: Shown) -> None:
    line = "Intervienen: Dña. Rosario Peñalver, D. Anselmo Quiroga"
    people = "+Dña. Rosario Peñalver (speaker) +D. Anselmo Quiroga (speaker)"
    assert shown(f"9 March 2026\n\n9:00 Mesa\n{line}\n") == [f"2026-03-09 09:00- Mesa {people}"]


def test_name_behind_an_office_is_no_position_of_who_is_named_before(shown: Shown) -> None:
    line = "Prof. Dr. Renate Eichler (Direktorin), Staatssekretär Ole Brix"
    people = "+Prof. Dr. Renate Eichler, Direktorin (speaker) +Ole Brix, Staatssekretär (speaker)"
    assert shown(f"9 March 2026\n\n9:00 Begrüßung\n{line}\n") == [f"2026-03-09 09:00- Begrüßung {people}"]


@pytest.mark.parametrize("line", ["Werke von Clara Schumann", "Works by Clara Schumann", "Obras de Clara Schumann"])
def test_composers_take_part_in_nothing(shown: Shown, line: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 Konzert\n{line}\n")[0].startswith(f"2026-03-09 09:00- Konzert ~{line}")


@pytest.mark.parametrize(("first", "same"), [("Aula", "idem"), ("Main Hall", "Same room"), ("Saal 1", "ebd.")])
def test_word_for_the_same_room_is_the_room_above(shown: Shown, first: str, same: str) -> None:
    rows = (("Time", "Title", "Room"), ("9:00", "Tides", first), ("10:00", "Sand", same), ("11:00", "Silt", "Lab 7"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    assert shown(f"<p>9 March 2026<table>{cells}</table>", "x.html") == [
        f"2026-03-09 09:00- Tides @{first}",
        f"2026-03-09 10:00- Sand @{first}",
        "2026-03-09 11:00- Silt @Lab 7",
    ]


def test_word_for_the_same_room_says_nothing_without_a_room_above(shown: Shown) -> None:
    assert shown("9 March 2026\n\n9:00 Tides\nLieu : idem\n") == ["2026-03-09 09:00- Tides @idem"]


def test_date_with_a_church_has_its_title_below(shown: Shown) -> None:
    text = "Sa, 15.08.2026, 17 Uhr, Kirche Altenhof\nLieder am Abend\n\nSo, 16.08.2026, 18 Uhr, Saal 2\nTänze\n"
    assert shown(text) == [
        "2026-08-15 17:00- Lieder am Abend @Kirche Altenhof",
        "2026-08-16 18:00- Tänze @Saal 2",
    ]


def test_one_who_is_named_with_and_without_honorific_is_named_once(shown: Shown) -> None:
    lines = "9:00 Staffing\nSpeaker: Mrs Jill Farrow\nJill Farrow, Town Clerk\n"
    assert shown(f"9 March 2026\n\n{lines}") == ["2026-03-09 09:00- Staffing +Mrs Jill Farrow (speaker)"]


def test_room_in_a_title_is_doubted_however_often_it_stands_there(shown: Shown) -> None:
    meals = [f"2026-03-09 {hour}:00- {meal} @canteen" for hour, meal in ((12, "Lunch"), (18, "Dinner"))]
    read = shown("9 March 2026\n\n12:00 Lunch in the canteen\n18:00 Dinner in the canteen\n")
    assert read == [f"{each} ?where it is may be a part of it ?named inside of the title" for each in meals]


def test_people_below_a_room_are_read_as_those_below_a_title(shown: Shown) -> None:
    read = shown("9 March 2026\n\n9:00 Visitantes\nSala de juntas\nAinhoa Rwesta, Xantxi Palomar\n")
    people = "+Ainhoa Rwesta (speaker) +Xantxi Palomar (speaker)"
    assert [each.split(" ?")[0] for each in read] == [f"2026-03-09 09:00- Visitantes @Sala de juntas {people}"]


def test_room_in_the_column_of_people_is_a_room(shown: Shown) -> None:
    rows = (
        ("Zeit", "Thema", "Wer", "Wo"),
        ("9:00", "Zapfen", "Ida Holm", "Werkstatt 2"),
        ("10:00", "Freies Sägen", "Werkstatt 1", ""),
        ("11:00", "Ende", "alle Gäste", ""),
    )
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    assert [each.split(" ?")[0] for each in shown(f"<p>9 March 2026<table>{cells}</table>", "x.html")] == [
        "2026-03-09 09:00- Zapfen @Werkstatt 2 +Ida Holm (speaker)",
        "2026-03-09 10:00- Freies Sägen @Werkstatt 1",
        "2026-03-09 11:00- Ende ~alle Gäste",
    ]


def test_room_in_a_title_is_a_part_of_it_beside_a_column_of_rooms(shown: Shown) -> None:
    rows = "<tr><th>Time<th>Title<th>Room<tr><td>9:00<td>Talk<td>Aula<tr><td>12:00<td colspan=2>Lunch in the canteen"
    assert shown(f"<p>9 March 2026<table>{rows}</table>", "x.html") == [
        "2026-03-09 09:00- Talk @Aula",
        "2026-03-09 12:00- Lunch in the canteen ?`canteen` in it may be its room",
    ]


@pytest.mark.parametrize(
    ("page", "shown_as"),
    [
        ("<b>Talk</b> <span class='event-location'>Galley</span>", "Talk @Galley"),
        ("<b>Talk</b> <span class='event-location'>Galley</span> Bring a pen.", "Talk @Galley ~Bring a pen."),
        ("<b>Talk</b><p class='room'>Room: 7</p>", "Talk @Room 7"),
        ("<b>Talk</b><p class='loc'>\n<i class='fa fa-map-marker'></i> Galley</p>", "Talk @Galley"),
        ("<b>Talk</b><div><i class='bi bi-geo-alt'></i> Galley</div>", "Talk @Galley"),
        ("<b>Talk</b><div class='location'></div><p>Bring a pen.</p>", "Talk ~Bring a pen."),
        ("<b>Songs</b><p class='where'>Doors open at 8:30</p>", "Songs ~Doors open at 8:30"),
        ("<b>Talk on <span class='place'>Galleys</span></b>", "Talk on Galleys"),
        ("<b>Talk</b><table class='room'><tr><td>Galley</table>", "Talk"),
    ],
)
def test_place_that_a_page_calls_one_or_marks_with_a_pin_is_the_room(shown: Shown, page: str, shown_as: str) -> None:
    read = shown(f"<h2>9 March 2026</h2><div>9:00 {page}</div>", "x.html")
    assert read == [f"2026-03-09 09:00- {shown_as}"]
