"""Roles that their words leave to the session: `Leitung`, `animé par`, `Participants`."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.told import WHOLE_PART, ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "9 March 2026\n"


def roles(found: ToldSession) -> list[tuple[str, str, bool]]:
    return [(each.role, each.name, bool(each.doubts)) for each in found.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.00 Uhr Moorwanderung\nLeitung: Ida Holm", ("chair", True)),
        ("10.00 Uhr Mitgliederversammlung\nLeitung: Ida Holm", ("chair", False)),
        ("10 h 00 Visite du port\nAnimée par Ida Holm", ("moderator", True)),
        ("10 h 00 Atelier d’écriture\nAnimation : Ida Holm", ("moderator", True)),
        ("10 h 00 Échanges avec la salle\nAnimation : Ida Holm", ("moderator", False)),
        ("10:00 The numbers behind it\nFacilitator: Ida Holm", ("moderator", False)),
        ("10:00 Round table: tides\nParticipants: Ida Holm", ("panellist", False)),
        ("10:00 Closing worship\nLed by Canon Ida Holm", ("speaker", True)),
        ("10:00 Andacht\nGeleitet von Ida Holm", ("speaker", True)),
        ("10:00 Workshops Runde 1: Knoten\nLeitung: Ida Holm", ("chair", True)),
        ("10.00 Uhr Registerprobe Alt\nLeitung: Ida Holm", ("chair", False)),
        ("10.00 Uhr Abschlussrunde\nLeitung: Ida Holm", ("chair", False)),
        ("10.00 Uhr Vorträge der Teilnehmenden\nLeitung: Ida Holm", ("chair", False)),
        ("10.00 Uhr Wahl der Sprecherin\nLeitung: Ida Holm", ("chair", False)),
        ("10 h 00 Élection\nSous la présidence de Ida Holm", ("chair", False)),
        ("10:00 Comunicaciones\nDirigido por Ida Holm", ("chair", False)),
        ("10:00 Bilateral talks\nParticipants: Ida Holm", ("participant", False)),
    ],
)
def test_the_title_decides_what_who_leads_it_does(sessions: Sessions, text: str, expected: tuple[str, bool]) -> None:
    (found,) = sessions(DAY + text)
    assert roles(found) == [(expected[0], "Ida Holm", expected[1])]


def test_who_takes_part_where_somebody_moderates_is_on_the_panel(sessions: Sessions) -> None:
    (found,) = sessions(DAY + "10:00 Bilateral talks\nModerator: Ben Weber\nParticipants: Ida Holm")
    assert roles(found) == [("moderator", "Ben Weber", False), ("panellist", "Ida Holm", False)]


def test_who_leads_where_others_speak_is_in_the_chair(sessions: Sessions) -> None:
    (found,) = sessions(DAY + "10.00 Uhr Neues vom Deich\nLeitung: Ida Holm\nReferenten: Jon Lie, Ann Poe")
    assert roles(found) == [("chair", "Ida Holm", False), ("speaker", "Jon Lie", False), ("speaker", "Ann Poe", False)]


def test_who_leads_a_part_of_talks_is_in_the_chair(sessions: Sessions) -> None:
    text = "Session A: Coasts (Leitung: Ida Holm)\n10:00-10:30 News of the dyke\n10:30-11:00 News of the tide\n"
    found = [each for one in sessions(DAY + text) for each in one.people]
    assert [(each.role, each.doubts) for each in found] == [("chair", (WHOLE_PART,))] * 2


def test_gm_before_a_name_is_a_grandmaster(sessions: Sessions) -> None:
    (found,) = sessions(DAY + "10:00 Simultaneous display by GM Ida Holm")
    assert ("host", "Ida Holm") not in [each[:2] for each in roles(found)]


def test_company_in_a_sentence_of_its_own_is_no_chair(sessions: Sessions) -> None:
    (found,) = sessions(DAY + "10:00 Round table: tides\nChair: Ida Holm. With Nora Weiss and Ann Poe\n")
    assert roles(found)[0] == ("chair", "Ida Holm", False)
    assert [each[:2] for each in roles(found)[1:]] == [("panellist", "Nora Weiss"), ("panellist", "Ann Poe")]


@pytest.mark.parametrize("title", ["Stadtkapelle (Stufe B)", "Swimming (Group A)"])
def test_a_letter_is_no_family_name(sessions: Sessions, title: str) -> None:
    (found,) = sessions(f"{DAY}10:00 {title}\nLeader: Ida Holm\n")
    assert [each[:2] for each in roles(found)] == [("speaker", "Ida Holm")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Guide: Ida Holm", ("speaker", "Ida Holm", True)),
        ("Celebrant: Fr Ida Holm. We finish at noon.", ("speaker", "Fr Ida Holm", True)),
        ("Presenta: Ida Holm", ("speaker", "Ida Holm", True)),
        ("Speaker: Ida Holm", ("speaker", "Ida Holm", False)),
        ("Chair: Ida Holm", ("chair", "Ida Holm", False)),
    ],
)
def test_a_role_that_is_taken_for_another_is_doubted(
    sessions: Sessions, line: str, expected: tuple[str, str, bool]
) -> None:
    (found,) = sessions(f"{DAY}10:00 Tides of the north\n{line}\n")
    assert roles(found) == [expected]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("chair", ("chair", "", False)),
        ("convenor", ("speaker", "convenor", True)),
        ("President", ("speaker", "President", True)),
        ("Chair of TC 41", ("speaker", "Chair of TC 41", False)),
        ("Vorsitzende des Vereins", ("speaker", "Vorsitzende des Vereins", False)),
    ],
)
def test_an_office_behind_a_name_is_no_role(sessions: Sessions, behind: str, expected: tuple[str, str, bool]) -> None:
    (found,) = sessions(f"{DAY}10:00 Report of the group\nDr. Ida Holm ({behind})\n")
    assert [(each.role, each.position, bool(each.doubts)) for each in found.people] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "Guides: Ida Holm, Jonas Falk",
        "led by Ida Holm and Jonas Falk",
        "Geführt von Ida Holm und Jonas Falk",
        "Guidée par Ida Holm et Jonas Falk",
        "Guías: Ida Holm y Jonas Falk",
    ],
)
def test_all_who_guide_may_have_another_role(sessions: Sessions, line: str) -> None:
    (found,) = sessions(f"{DAY}10:00 Out to the dunes\n{line}\n")
    assert roles(found) == [("speaker", "Ida Holm", True), ("speaker", "Jonas Falk", True)]
