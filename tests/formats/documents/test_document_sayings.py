"""Sentences that may say where several sessions are, of which no room is read, are left over."""

import pytest

from agendacli.formats.documents.drafting import read_as_draft
from agendacli.formats.documents.values.rooms.sayings import may_say_room
from agendacli.formats.documents.values.told import Asked


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kittiwake is ours all day",
        "Room booked: Larch",
        "Rooms: Larch throughout",
        "in the Priory, all day",
        "Conference room: Hawthorn",
        "Lecture hall: H4",
        "The hall is the Pavilion",
        "All of this in the vestry.",
        "Talks (Larch), coffee (foyer)",
        "Default room: Larch",
        "Every session below is in Larch.",
        "The rehearsals take place in the parish hall.",
        "Alles spielt sich im Pfarrheim ab.",
        "Tagungsraum ist Erlenbach.",
        "Ort (sofern nicht anders vermerkt): Erlenbach",
        "Die Vorträge hören wir im Erlenbach.",
        "Wo: in der Remise",
        "In der Remise.",
        "Salle retenue : Turing",
        "Tout a lieu en salle du conseil.",
        "La salle des fêtes nous accueille toute la journée.",
        "Les exposés sont donnés à Turing.",
        "Sala asignada: Goya",
        "La jornada se desarrolla en el paraninfo.",
        "Salvo indicación, todo en la biblioteca.",
        "Las charlas serán en Goya.",
    ],
)
def test_a_sentence_that_may_say_a_room(sentence: str) -> None:
    assert may_say_room(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "All talks are in English.",
        "Die Vorträge sind auf Deutsch.",
        "Les exposés sont en français.",
        "Slides of all talks are sent round afterwards.",
        "Registration for all workshops closes on Friday.",
        "Bring a pen and a coat.",
        "The pier is open.",
        "Rooms are cold, so bring a coat.",
        "Please register for all sessions at the Town Hall by Monday.",
        f"All of it is in Larch, {'and so on, ' * 20}",
    ],
)
def test_a_sentence_that_says_none(sentence: str) -> None:
    assert not may_say_room(sentence)


@pytest.mark.parametrize("at", ["", " (Foyer)", " (Foyer)\n10:30 Silt (Foyer)\n11:00 Sand (Foyer)\n12:00 Mud (Foyer)"])
def test_sentences_are_left_over_where_a_third_of_the_sessions_have_no_room(at: str) -> None:
    text = f"Coast days\n\nThe Kittiwake is ours all day\n\n6 March 2026\n\n9:00 Opening\n10:00 Tides{at}\n"
    left = [each.text for each in read_as_draft(text.encode(), "x.txt", Asked()).left if each.kind == "may say a room"]
    assert left == ([] if "Mud" in at else ["The Kittiwake is ours all day"])
