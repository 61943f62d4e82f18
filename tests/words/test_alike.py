import pytest

from agendacli.words.alike import alike_names, alike_rooms, name_pairs, room_pairs, same_letters

NAMES = [
    ("Anna Müller", "Anna Mueller"),
    ("José Núñez", "Jose Nunez"),
    ("LI Na", "Na Li"),
    ("Brandt, Nora", "Nora Brandt"),
    ("Jürg Lauber", "J. Lauber"),
    ("Adam Wójcik", "Adam Wojcik"),
    ("Anne T. Gallagher", "Anne Gallagher"),
    ("Johanna Doe", "Johana Doe"),
    ("Thomas Meyer", "Thomas Meyre"),
    ("Søren Bjørk", "Soeren Bjoerk"),
    ("Müller, A.", "Anna Müller"),
    ("Seán O'Neill", "Sean ONeill"),
    ("Jan Van den Berg", "Jan Vandenberg"),
    ("Ana García López", "Ana Garcia"),
]
OTHER_NAMES = [
    ("A. Weber", "B. Weber"),
    ("Jan Lauber", "Jürg Lauber"),
    ("Presenter Number1", "Presenter Number2"),
    ("Daniel Weber", "Daniela Weber"),
    ("Mark Shaw", "Marc Shaw"),
    ("Weber", "Weaver"),
    ("Xu", "Xú Li"),
    ("John Doe", "Johanna Doe"),
    ("Jo Doe III", "Jo Doe IV"),
]
ROOMS = [
    ("Plenary", "Plenary Room"),
    ("Saal Berlin", "Berlin"),
    ("Salón Azul", "Salon Azul"),
    ("Auditorium", "Auditorum"),
    ("M2", "Room M2"),
]
OTHER_ROOMS = [
    ("Room 1", "Room 2"),
    ("Room A", "Room B"),
    ("Hall 1", "Room 1"),
    ("Ballroom A", "Ballroom AB"),
    ("K.1.105", "K.1.106"),
    ("Hall", "Room"),
]


@pytest.mark.parametrize(("one", "other"), NAMES)
def test_names_of_one_person_perhaps_are_alike(one: str, other: str) -> None:
    assert (alike_names(one, other), alike_names(other, one)) == (True, True)
    assert list(name_pairs([one, "Somebody Else", other])) == [(one, other)]


@pytest.mark.parametrize(("one", "other"), OTHER_NAMES)
def test_names_of_two_persons_are_not_alike(one: str, other: str) -> None:
    assert (alike_names(one, other), list(name_pairs([one, other]))) == (False, [])


@pytest.mark.parametrize(("one", "other"), ROOMS)
def test_names_of_one_room_perhaps_are_alike(one: str, other: str) -> None:
    assert (alike_rooms(one, other), alike_rooms(other, one)) == (True, True)
    assert list(room_pairs([one, "Cellar", other])) == [(one, other)]


@pytest.mark.parametrize(("one", "other"), OTHER_ROOMS)
def test_names_of_two_rooms_are_not_alike(one: str, other: str) -> None:
    assert (alike_rooms(one, other), list(room_pairs([one, other]))) == (False, [])


def test_pairs_of_many_names_are_all_that_a_look_at_every_two_finds() -> None:
    names = [each for pair in (*NAMES, *OTHER_NAMES) for each in pair]
    every = [
        (one, other) for n, one in enumerate(dict.fromkeys(names)) for other in list(dict.fromkeys(names))[n + 1 :]
    ]
    assert list(name_pairs(names)) == [pair for pair in every if alike_names(*pair)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ballroom A", "Ballroom AB", False),
        ("Hall B", "Hall C", False),
        ("Gren Room", "Green Room", True),
        ("Room B 2", "Rooms B 2", True),
    ],
)
def test_words_of_few_letters_tell_rooms_apart(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert same_letters(one, other) == same
