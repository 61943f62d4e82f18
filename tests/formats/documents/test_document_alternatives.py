"""Alternatives that run in parallel in one slot: each is a session of its own."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "6 July 2026\n\n"
SHARED = "it shares the time of its slot"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Workshops, pick one:\n * Silt\n * Sand\n", ["Silt", "Sand"]),
        ("Breakouts (choose one)\nA) Silt and gauges\nB) Sand\nC) Mud\n", ["A) Silt and gauges", "B) Sand", "C) Mud"]),
        ("Workshops zur Auswahl\n1. Watt\n2. Marsch\n", ["Watt", "Marsch"]),
        ("Ateliers au choix\nAtelier 1. Sable\nAtelier 2. Vase\n", ["Atelier 1. Sable", "Atelier 2. Vase"]),
        ("Three options side by side\n(i) Silt\n(ii) Sand\n", ["(i) Silt", "(ii) Sand"]),
        ("Talleres a elegir\n- Barro\n- Arena\n", ["Barro", "Arena"]),
        ("Workshops\nWorkshop A: Silt\nWorkshop B: Sand\n", ["Workshop A: Silt", "Workshop B: Sand"]),
        ("Begrüßung\nGruppe 1 – Watt\nGruppe 2 – Marsch\n", ["Begrüßung", "Gruppe 1 – Watt", "Gruppe 2 – Marsch"]),
    ],
)
def test_each_alternative_is_a_session(sessions: Sessions, text: str, titles: list[str]) -> None:
    found = sessions(f"{DAY}10:00-11:00 {text}")
    assert [each.title.value for each in found] == titles
    assert {(each.start.value, each.end.value) for each in found} == {(600, 660)}
    assert all(SHARED in each.title.doubts for each in found if each.title.value != "Begrüßung")


def test_each_alternative_has_its_own_room_and_people(sessions: Sessions) -> None:
    text = "10:00 Workshops (parallel)\n * Silt - Library - with Ida Holm\n * Sand - Upper Room - with Dr Ben Lie\n"
    assert [
        (each.title.value, each.room and each.room.value, [who.name for who in each.people])
        for each in sessions(DAY + text)
    ] == [("Silt", "Library", ["Ida Holm"]), ("Sand", "Upper Room", ["Dr Ben Lie"])]


@pytest.mark.parametrize(
    "text",
    [
        "Parallel talks\n- Room A: TBA\n- Room B: TBA\n",
        "Charlas paralelas\n- Sala A: [Charla por definir]\n- Sala B: Barro\n",
        "Workshops in parallel\nAsk at the desk.\n",
        "Workshops: A. Silt and gauges, B. Sand and mud\n",
        "Afternoon in the field\n(i) Silt\n(ii) Sand\n",
        "Ateliers au choix : poterie ou tissage\n",
    ],
)
def test_what_cannot_be_parted_is_doubted(sessions: Sessions, text: str) -> None:
    (found,) = sessions(f"{DAY}10:00 {text}")
    assert "several may take place at this time" in found.title.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Council\n1. Apologies\n2. Budget\n",
        "Workshop\n- Bring a pen\n- Bring a friend\n",
        "Panel\nGroup 1: Ida\nGroup 1: Ben\n",
        "Teams\nGroup 1: Holm\nTrack 2: Lie\n",
    ],
)
def test_other_lists_are_no_alternatives(sessions: Sessions, text: str) -> None:
    assert len(sessions(f"{DAY}10:00 {text}")) == 1
