"""Lines below a title of several sentences, some of which are rooms or people and nothing else."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("below", "shown_as"),
    [
        ("Dr. Ida Holm, Coast Office. Library", "@Library +Dr. Ida Holm, Coast Office (speaker)"),
        ("Bring a paper, a printed one. Library", "@Library ~Bring a paper, a printed one"),
        (
            "Mit Petra Ahlers und Jonas Falk. Großer Saal. Höchstens 16 Personen.",
            "@Großer Saal +Petra Ahlers (speaker) +Jonas Falk (speaker) ~Höchstens 16 Personen.",
        ),
        (
            "Con Pilar Ruiz y Mario Soler. Sala de Lectura. Plazas limitadas (16).",
            "@Sala de Lectura +Pilar Ruiz (speaker) +Mario Soler (speaker) ~Plazas limitadas (16).",
        ),
        ("Capt. Ida Holm, Harbour Master. Gate 2.", "@Gate 2 +Capt. Ida Holm, Harbour Master (speaker)"),
        (
            "Led by Ida Holm. Bring charcoal! Schoolroom",
            "@Schoolroom +Ida Holm (speaker) ~Bring charcoal! ?`led by` is taken for speaker",
        ),
        ("Imparte Pilar Ruiz, soprano. Sala Mayor, aula 2.", "@Sala Mayor, aula 2 +Pilar Ruiz, soprano (speaker)"),
        ("Participan Ana Soler y Pilar Ruiz. Sala 2.", "@Sala 2 +Ana Soler (panellist) +Pilar Ruiz (panellist)"),
        (
            "Guidée par Luc Martin. Rendez-vous devant la loge.",
            "@loge +Luc Martin (speaker) ?`guidee par` is taken for speaker",
        ),
        (
            "Plenarvortrag von Prof. Dr. Jörn Adelmann (Universität Lindenau)",
            "+Prof. Dr. Jörn Adelmann, Universität Lindenau (speaker) ?named behind other words",
        ),
        ("Nothing is asked of you. Nobody pays. Enjoy", "~Nothing is asked of you. Nobody pays. Enjoy"),
    ],
)
def test_rooms_and_people_are_parted_from_other_sentences(shown: Shown, below: str, shown_as: str) -> None:
    assert shown(f"9 March 2026\n\n9:00 Bilan\n{below}\n") == [f"2026-03-09 09:00- Bilan {shown_as}"]


@pytest.mark.parametrize("top", ["5, 6 and 7 June 2026 · Lower Harding", "Lower Harding, 5-7 June 2026"])
def test_a_letter_is_not_written_on_several_days(shown: Shown, top: str) -> None:
    found = shown(f"{top}\n\nDear friends,\n\nFriday 5\n9:00 Tides\n\nSaturday 6\n9:00 Sand\n")
    assert [each[:10] for each in found] == ["2026-06-05", "2026-06-06"]
