"""People of whom the sentences below a title tell, and groups, which are no people."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.tokens.groups import is_group
from agendacli.formats.documents.values.sentences import IN_SENTENCE
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Ida Holm will take us through it. No coffee near the piano.", ["Ida Holm"]),
        ("The potter Ida Holm shows how it is done", ["Ida Holm"]),
        ("The Lord Provost, Martin Weir, sounds the horn.", ["Martin Weir"]),
        ("First the psalm, then the hymn. Martin Weir conducts.", ["Martin Weir"]),
        ("The slides are by Ida Holm and Martin Weir, as ever", ["Ida Holm", "Martin Weir"]),
        (
            "Only needed: Ida Holm (soprano) and Martin Weir (baritone), with Ruth Weir at the organ.",
            ["Ida Holm", "Martin Weir", "Ruth Weir"],
        ),
        ("The poet Ida de la Holm Weir reads", ["Ida de la Holm Weir"]),
        ("Kämmerer Martin Ahlers erklärt, wohin das Geld geht", ["Martin Ahlers"]),
        ("Es spricht Frau Petra Ahlers.", ["Frau Petra Ahlers"]),
        ("Bilder und Geschichten von Petra Ahlers, dazu gibt es Tee.", ["Petra Ahlers"]),
        ("Célébrant : père Luc Martin. À l'orgue : Marie Savary.", ["Luc Martin", "Marie Savary"]),
        (
            "Lecture par la comédienne Marie Savary, accompagnée au violoncelle par Louis Martin",
            ["Marie Savary", "Louis Martin"],
        ),
        ("Nos acompaña el viticultor Pedro Soler, de la casa", ["Pedro Soler"]),
        ("Ida Holm and Ruth Weir will be on hand.", ["Ida Holm", "Ruth Weir"]),
        ("Canon Ida Holm has been director here since 2019. She will ask\nsome odd things.", ["Ida Holm"]),
    ],
)
def test_who_does_something_in_a_sentence_takes_part_with_a_doubt(
    sessions: Sessions, below: str, names: list[str]
) -> None:
    people = sessions(f"9 March 2026\n\n9:00 Bilan\n{below}\n")[0].people
    assert [each.name for each in people] == names
    assert all(each.doubts for each in people)


@pytest.mark.parametrize(
    "below",
    [
        "Questions: Ida Holm, at the desk all day",
        "Anmeldung bei Petra Ahlers bis zum 3. März",
        "An evening in memory of Ida Holm, who founded the choir",
        "It plays songs by Ida Holm and others all night",
        "Nobody knows what Ida Holm thinks of it",
        "By Ida Holm or Martin Weir, and " + "much else, " * 30,
        "; ".join(f"by {name} Weir, as it is" for name in ("Ida", "Ben", "Anna", "Peter", "Ruth", "Martin", "Paul")),
    ],
)
def test_who_is_asked_thanked_or_only_spoken_of_takes_none(sessions: Sessions, below: str) -> None:
    assert not sessions(f"9 March 2026\n\n9:00 Bilan\n{below}\n")[0].people


def test_who_has_a_role_is_not_told_of_again(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n\n9:00 Bilan\nChair: Ida Holm\nIda Holm will speak, too, and Ben Weir sings\n")
    assert [(each.name, each.role, IN_SENTENCE in each.doubts) for each in found[0].people] == [
        ("Ida Holm", "chair", False)
    ]


@pytest.mark.parametrize(
    "name", ["Trio Okonjo", "Kammerchor St. Georg", "Harbour Brass Band", "Cuarteto Soler", "Murnbacher Bote"]
)
def test_groups_are_no_people(sessions: Sessions, name: str) -> None:
    table = f"| Time | What | Who |\n|---|---|---|\n| 9:00 | Opening | Ida Holm |\n| 10:00 | Songs | {name} |\n"
    assert is_group(name)
    assert is_group("Falkenriether Tanzlmusi")
    assert [[each.name for each in one.people] for one in sessions(f"9 March 2026\n\n{table}", "x.md")] == [
        ["Ida Holm"],
        [],
    ]


def test_who_has_an_honorific_is_no_group() -> None:
    assert not is_group("Dr. Ida Chor")
    assert not is_group("Ida Holm")


@pytest.mark.parametrize("name", ["GM Ida Holm", "WIM Ida Holm", "Det. (ret.) Ida Holm", "Gen. Ida Holm"])
def test_ranks_before_names(sessions: Sessions, name: str) -> None:
    found = sessions(f"9 March 2026\n\n9:00 Simultaneous display\n{name}\n")
    assert [(each.name, each.role) for each in found[0].people] == [(name, "speaker")]


@pytest.mark.parametrize("word", ["Guided by", "Menée par", "Geleitet von", "Guiada por", "Dirige"])
def test_who_guides_has_it(sessions: Sessions, word: str) -> None:
    found = sessions(f"9 March 2026\n\n9:00 Bilan\n{word} Ida Holm\n")
    assert [(each.name, each.role) for each in found[0].people] == [("Ida Holm", "speaker")]


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("with architect Desta Wolde", ["Desta Wolde"]),
        ("avec la céramiste Graça Meneses. Dès six ans.", ["Graça Meneses"]),
        ("Ein Rundgang mit Sendetechniker Hauke Lüers", ["Hauke Lüers"]),
        ("with architect Stone Quartet", []),
    ],
)
def test_names_that_are_not_known_stand_behind_callings(sessions: Sessions, below: str, names: list[str]) -> None:
    assert [each.name for each in sessions(f"9 March 2026\n\n9:00 Bilan\n{below}\n")[0].people] == names


def test_an_office_with_a_capital_letter_stands_before_a_name_in_a_title(sessions: Sessions) -> None:
    found = sessions("9 March 2026\n\n9:00 Eröffnung durch den Vorsitzenden Petra Falk, Marktplatz\n")
    assert [each.name for each in found[0].people] == ["Petra Falk"]


def test_who_stands_behind_somebody_in_a_role_is_not_shown_to_be_a_person(sessions: Sessions) -> None:
    (found,) = sessions("9 March 2026\n\n10:00 Podium\nModeration: Ida Holm, Elbufer Rundblick\n")
    assert [(each.name, bool(each.doubts)) for each in found.people] == [
        ("Ida Holm", False),
        ("Elbufer Rundblick", True),
    ]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Modérateur : père Jean Roux", "père"),
        ("Modera: la alcaldesa Ana Roux", "la alcaldesa"),
        ("Chair: sister Jane Roux", "sister"),
    ],
)
def test_an_office_before_a_known_name_may_be_in_small_letters(sessions: Sessions, line: str, office: str) -> None:
    (found,) = sessions(f"9 March 2026\n10:00 Tides\n{line}\n")
    assert [(each.name.rpartition(" ")[2], each.position) for each in found.people] == [("Roux", office)]
