"""Rooms between a title and the people with their roles, whatever these rooms are called."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]

AMONG = "?in brackets, where others have their room"


def bare(lines: list[str]) -> list[str]:
    return [each.partition(" ?")[0].removeprefix("2026-01-17 ") for each in lines]


@pytest.mark.parametrize(
    ("day", "lines", "read_as"),
    [
        (
            "Saturday 17 January 2026",
            [
                "10:00 Spotting habits [Lead Wall] Speaker: Ida Holm",
                "11:00 Round table on safety [Boulder Cave] Host: Mei Castle",
                "12:00 Debate [Lead Wall] Panel: Ida Holm, Jonas Falk Chair: Mei Castle",
            ],
            [
                "10:00- Spotting habits @Lead Wall +Ida Holm (speaker)",
                "11:00- Round table on safety @Boulder Cave +Mei Castle (host)",
                "12:00- Debate @Lead Wall +Ida Holm (panellist) +Jonas Falk (panellist) +Mei Castle (chair)",
            ],
        ),
        (
            "Samstag, 17. Januar 2026",
            ["10.00 Fallen lernen (Höhle) Referentin: Ida Holm", "11.00 Wer sichert? (Nordwand) Podium: Jonas Falk"],
            [
                "10:00- Fallen lernen @Höhle +Ida Holm (speaker)",
                "11:00- Wer sichert? @Nordwand +Jonas Falk (panellist)",
            ],
        ),
        (
            "Samedi 17 janvier 2026",
            ["10h Tomber {Grotte} Intervenante : Ida Holm", "11h Accueil [Verrière] Présidence : Hélène Caron"],
            ["10:00- Tomber @Grotte +Ida Holm (speaker)", "11:00- Accueil @Verrière +Hélène Caron (chair)"],
        ),
        (
            "Sábado 17 de enero de 2026",
            ["10:00 Caer [Cueva Norte] Ponente: Ida Holm", "11:00 Taller [Rincón] - Imparte: Jonas Falk"],
            ["10:00- Caer @Cueva Norte +Ida Holm (speaker)", "11:00- Taller @Rincón +Jonas Falk (speaker)"],
        ),
    ],
)
def test_brackets_before_roles_are_rooms(shown: Shown, day: str, lines: list[str], read_as: list[str]) -> None:
    found = shown("\n".join((day, "", *lines)))
    assert bare(found) == read_as
    assert all(AMONG in each for each in found)


@pytest.mark.parametrize(
    "behind", ["(Beginners)", "(Keynote)", "(English)", "(Part 2)", "(for all)", "[BSC]", "(Ida Falk)", "(Beratung)"]
)
def test_other_brackets_before_roles_are_none(shown: Shown, behind: str) -> None:
    lines = [f"10:00 Spotting habits {behind} Speaker: Ida Holm", f"11:00 Falling {behind} Host: Mei Castle"]
    found = shown("\n".join(("Saturday 17 January 2026", "", *lines)))
    assert [each.partition(" @")[0] for each in found] == found


def test_one_such_bracket_ends_the_title_and_is_doubted(shown: Shown) -> None:
    text = "Saturday 17 January 2026\n\n10:00 Spotting habits [Boulder Cave] Speaker: Ida Holm\n11:00 Brew"
    assert shown(text)[0] == (
        "2026-01-17 10:00- Spotting habits [Boulder Cave] +Ida Holm (speaker) "
        "?`Boulder Cave` may be where it is, or who speaks"
    )


@pytest.mark.parametrize("sign", [" – ", " · ", ", "])
def test_a_name_that_recurs_before_roles_may_be_a_room(shown: Shown, sign: str) -> None:
    lines = [
        f"10:00 Spotting habits{sign}Lead Wall. Speaker: Ida Holm",
        f"11:00 Falling{sign}Lead Wall. Host: Mei Castle",
    ]
    assert shown("\n".join(("Saturday 17 January 2026", "", *lines))) == [
        "2026-01-17 10:00- Spotting habits @Lead Wall +Ida Holm (speaker) ?read from the end of the title",
        "2026-01-17 11:00- Falling @Lead Wall +Mei Castle (host) ?read from the end of the title",
    ]


def test_a_name_behind_people_in_square_brackets_may_be_a_room(shown: Shown) -> None:
    text = "Saturday 17 January 2026\n\n10:00 Spotting habits – Speaker: Ida Holm [Lead Wall]"
    assert shown(text)[0].endswith("?`Lead Wall` may be a room")


@pytest.mark.parametrize(("first", "second"), [("Kiln", "Kiln"), ("Kiln", "Room 2")])
def test_brackets_before_titles_are_rooms_if_one_is_known_or_recurs(shown: Shown, first: str, second: str) -> None:
    lines = [f"10:00 [{first}] Spotting habits", f"11:00 ({second}) Falling", "12:00 Brew"]
    assert bare(shown("\n".join(("Saturday 17 January 2026", "", *lines)))) == [
        f"10:00- Spotting habits @{first}",
        f"11:00- Falling @{second}",
        "12:00- Brew",
    ]


def test_other_brackets_before_titles_stay(shown: Shown) -> None:
    lines = ["10:00 [Kiln] Spotting habits", "11:00 [Workshop] Falling", "12:00 (Workshop) Clips"]
    assert shown("\n".join(("Saturday 17 January 2026", "", *lines)))[0] == (
        "2026-01-17 10:00- [Kiln] Spotting habits ?`Kiln` may be where it is"
    )
