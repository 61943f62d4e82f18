"""Sentences that say who leads a session, and titles that are sentences."""

from collections.abc import Callable

import pytest

from agendacli.formats.documents.values.people.named_in_titles import INSIDE
from agendacli.formats.documents.values.sentences import IN_SENTENCE
from agendacli.formats.documents.values.told import ToldSession

Sessions = Callable[..., tuple[ToldSession, ...]]
DAY = "6 July 2026\n\n"


@pytest.mark.parametrize(
    ("line", "who", "role"),
    [
        ("Health walk. Meet at the pier; Des Farrant leads. Stout shoes please.", "Des Farrant", "speaker"),
        ("Welcome and apologies. Colin Abbersley in the chair.", "Colin Abbersley", "chair"),
        ("Tour of the beds. Maud Fennimore guides us.", "Maud Fennimore", "speaker"),
        ("Führung durch den Garten. Es leitet Jost Anhalt.", "Jost Anhalt", "chair"),
        ("Versammlung. Den Vorsitz hat Horst Wedekamp.", "Horst Wedekamp", "chair"),
        ("Gespräch. Merle Osterkamp moderiert.", "Merle Osterkamp", "moderator"),
        ("Atelier greffes. Solène Kervadec anime.", "Solène Kervadec", "moderator"),
        ("Assemblée. Maël Quintin préside.", "Maël Quintin", "chair"),
        ("Taller de abonos. Dirige Vicente Pla.", "Vicente Pla", "speaker"),
        ("Asamblea. Preside Amparo Luján Ferri.", "Amparo Luján Ferri", "chair"),
    ],
)
def test_sentences_say_who_leads(line: str, who: str, role: str, sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 {line}\n")
    assert [(each.name, each.role) for each in found.people] == [(who, role)]


def test_who_is_read_from_a_sentence_is_doubted(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}10:00 Health walk. Des Farrant leads. Stout shoes please.\n")
    assert IN_SENTENCE in found.people[0].doubts


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("At 9.30 there will be a ploughman's lunch.", "ploughman's lunch"),
        ("At 9.30 we have a quiz for everyone.", "quiz for everyone"),
        ("At 9.30, to end with, cider and music.", "cider and music"),
        ("At 9.30 the judging starts.", "judging"),
        ("Um 9.30 Uhr gibt es eine Lesung.", "Lesung"),
        ("Um 9.30 Uhr, zum Abschluss, Kaffee und Kuchen.", "zum Abschluss, Kaffee und Kuchen"),
        ("À 9h30 il y a un goûter.", "goûter"),
        ("À 9h30 l’atelier commence.", "atelier"),
        ("A las 9:30 hay una paella popular.", "paella popular"),
        ("9:30 Hay Festival", "Hay Festival"),
        ("9:30 The Night Begins", "The Night Begins"),
    ],
)
def test_what_a_sentence_tells_is_the_title(line: str, title: str, sessions: Sessions) -> None:
    assert [each.title.value for each in sessions(DAY + line)] == [title]


@pytest.mark.parametrize(
    ("line", "title", "who", "role"),
    [
        ("14:00 Graham Otter leads a composting workshop", "composting workshop", "Graham Otter", "speaker"),
        ("14:00 Ida Holm leitet eine Führung im Garten", "Führung im Garten", "Ida Holm", "chair"),
        ("14:00 Ida Holm anime un atelier de greffes", "atelier de greffes", "Ida Holm", "moderator"),
        ("14:00 Vicente Pla imparte un taller", "taller", "Vicente Pla", "speaker"),
        ("14:00 Annual meeting, with Len Hathersage in the chair", "Annual meeting", "Len Hathersage", "chair"),
    ],
)
def test_who_gives_what_is_no_part_of_the_title(line: str, title: str, who: str, role: str, sessions: Sessions) -> None:
    (found,) = sessions(DAY + line)
    assert (found.title.value, [(each.name, each.role) for each in found.people]) == (title, [(who, role)])
    assert INSIDE in found.people[0].doubts


@pytest.mark.parametrize(
    "title",
    [
        "The Harbour Choir gives a concert",
        "Song leads the way",
        "Quiz, with tea and cake",
        "Quiz, with Old Bess in it",
        "Main Hall shows a film",
    ],
)
def test_others_are_whole(title: str, sessions: Sessions) -> None:
    assert [(each.title.value, each.people) for each in sessions(f"{DAY}14:00 {title}\n")] == [(title, ())]


def test_people_before_the_room_at_the_end_are_read(sessions: Sessions) -> None:
    (found,) = sessions(f"{DAY}14:00 Prize-giving by Councillor Yvonne Sparkes in the Memorial Hall.\n")
    assert (found.title.value, [each.name for each in found.people]) == ("Prize-giving", ["Yvonne Sparkes"])


def test_a_talk_that_is_quoted_behind_a_name_is_the_title_with_a_doubt(sessions: Sessions) -> None:
    (found,) = sessions(f'{DAY}At 11am we have a talk by Barnaby Rusk, "No-dig: five years".\n')
    assert (found.title.value, [each.name for each in found.people]) == ("No-dig: five years", ["Barnaby Rusk"])
    assert found.title.doubts
