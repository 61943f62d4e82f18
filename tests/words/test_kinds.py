"""What a title says of its kind, in four languages."""

import pytest

from agendacli.words.kinds import is_transparent, kind_in_title

TITLES = {
    "break": (
        *(
            "Coffee break",
            "Coffee/Tea Break",
            "Refreshment break",
            "Break",
            "Morning coffee break (Foyer)",
            "Tea and coffee",
        ),
        *("Kaffeepause", "Kaffee und Kuchen", "Pause", "Pause café", "Pausa para el café", "Descanso"),
    ),
    "lunch": (
        *("Lunch", "Lunch break", "Lunch / Space for side events", "Buffet lunch in the Foyer", "Mittagessen"),
        *("Mittagspause", "Déjeuner", "Pause déjeuner", "Almuerzo"),
    ),
    "registration": ("Registration", "Registration and coffee", "Anmeldung", "Accueil café", "Inscripción"),
    "keynote": ("Keynote: Counting", "Keynote", "Second keynote", "Hauptvortrag", "Conferencia magistral"),
    "workshop": ("Workshop on soil", "Atelier 2", "Taller"),
    "tutorial": ("Tutorial on tides",),
    "poster session": ("Poster session A", "Posters", "Postersession"),
    "reception": ("Welcome reception", "Empfang", "Recepción"),
    "dinner": ("Conference dinner", "Gala dinner", "Abendessen", "Dîner de gala", "Cena"),
    "social event": ("Social event", "Soirée"),
    "side event": ("Side-event: Harnessing the data revolution", "Nebenveranstaltung"),
    "opening": ("Opening keynote", "Eröffnung", "Ouverture", "Inauguración"),
    "closing": ("Closing remarks by the co-facilitators", "Abschluss"),
    "panel": ("Panel: the break of day", "Podiumsdiskussion", "Mesa redonda"),
    "session": (
        *(
            "How to take a break",
            "Breaking news",
            "Registration of voters",
            "Working lunch",
            "Lunchtime talk",
            "Coffee: a history",
            "Tea",
        ),
        *("Tea with the queen", "The dinner that changed physics for ever", "After lunch", "Bees in the city"),
    ),
}


@pytest.mark.parametrize(("title", "kind"), [(title, kind) for kind, titles in TITLES.items() for title in titles])
def test_kind_in_title(title: str, kind: str) -> None:
    assert kind_in_title(title) == kind


@pytest.mark.parametrize("kind", ["break", "coffee break", "pause café", "mittagessen", "registration", "deadline"])
def test_kind_that_takes_nobodys_time(kind: str) -> None:
    assert is_transparent(kind)


@pytest.mark.parametrize("kind", ["poster", "session", "dinner", "reception", "workshop", "registration of voters"])
def test_kind_that_takes_time(kind: str) -> None:
    assert not is_transparent(kind)
