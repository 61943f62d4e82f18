"""Which of several dates is the day of a programme: that of what is announced, none of a deadline or others."""

from collections.abc import Callable
from datetime import date

import pytest

from agendacli.formats.documents.values.told import Asked, Told, ToldSession

BODY = "\n\n09:00–09:30 Opening\n\n09:30–10:30 Roots and rivers\n\n10:30–11:00 Coffee\n"
DAY = date(2026, 5, 4)

ANNOUNCED = [
    "The meeting takes place on 4 May 2026 in Graz. Please register before 3 April 2026.",
    "The workshop was held on Monday, May 4th, 2026 in Pune, next to LangMed (1–5 May). 31 submissions were received.",
    "The workshop took place on 4 May 2026, next to the Week of Sensing (2–7 May 2026).",
    "Registration closes on 17 April 2026.\n\nWe look forward to seeing you on 4 May 2026.",
    "Paper submission: 3 February 2026\n\nNotification: 2 March 2026\n\nCamera-ready: 1 April\n\nWorkshop: 4 May 2026",
    "The previous edition was held on 5 May 2025 in Linz; this one takes place on 4 May 2026.",
    "Last year's meeting took place on 5 May 2025.\n\nThis year we meet on 4 May 2026.",
    "The next meeting will be held on 9 November 2026. This one is on 4 May 2026.",
    "Last updated 3 April 2026\n\nThe seminar is on 4 May 2026.",
    "Last build 2 April 2026 at 18:05.\n\nThe workshop will be held on 4 May 2026.",
    "Early-bird fees until 1 March 2026, late fees from 2 March 2026.\n\nDate of the event: 4 May 2026",
    "Das Kolloquium fand am 4. Mai 2026 in Jena statt. Die Einreichungsfrist endete am 1. Februar 2026.",
    "Anmeldeschluss ist der 10. April 2026. Die Tagung findet am Montag, dem 4. Mai 2026, statt.",
    "Bitte melden Sie sich bis zum 10. April 2026 an.\n\nTermin: 4. Mai 2026",
    "Die nächste Sitzung ist am 9. November 2026; heute, am 4. Mai 2026, geht es um Deiche.",
    "La journée s'est tenue le 4 mai 2026 à Brest. Date limite d'inscription : 10 avril 2026.",
    "Les inscriptions sont ouvertes jusqu'au 10 avril 2026.\n\nLe colloque aura lieu le lundi 4 mai 2026.",
    "La prochaine réunion aura lieu le 9 novembre 2026.\n\nSéance du 4 mai 2026",
    "El plazo de inscripción termina el 10 de abril de 2026.\n\nLa jornada se celebró el 4 de mayo de 2026.",
    "La edición anterior tuvo lugar el 5 de mayo de 2025.\n\nEsta tendrá lugar el 4 de mayo de 2026.",
    "Posted on 3 April 2026 by the office\n\nJoin us on 4 May 2026 for a morning of talks.",
    "Abstracts due 1 March 2026. Join us for the symposium of 4 May 2026.",
    "Study day, 4 May 2026\n\nRegistration closes on 17 April 2026.",
    "Study day, 4 May 2026\n\nNext meeting: 9 November 2026",
    "Klausur am 4. Mai 2026\n\nAnmeldung bis 17. April 2026",
    "Klausur am 4. Mai 2026\n\nLetzte Sitzung: 9. November 2025",
    "Séance du 4 mai 2026\n\nClôture des inscriptions : 17 avril 2026",
    "Jornada del 4 de mayo de 2026\n\nInscripción abierta hasta el 17 de abril de 2026",
    "Friday, 4 May 2026 – Sarova Hall\n\nAGENDA (Rev. 3, circulated 6 March 2026)",
    "Monday, 4 May 2026\n\nTentative programme (as at 20.04.2026)",
    "Monday, 4 May 2026\n\nProgramme (approved by the Board on 2 February 2026)",
    "Monday, 4 May 2026\n\nProgramme as at 20 April 2026",
    "Monday, 4 May 2026\n\nProgramme, draft of 20 April 2026",
    "Monday, 4 May 2026\n\nRevision 2, 20 April 2026",
    "Montag, 4. Mai 2026\n\nTagesordnung (Entwurf vom 20.04.2026)",
    "Montag, 4. Mai 2026\n\nTagesordnung, versandt am 20. April 2026",
    "Lundi 4 mai 2026\n\nOrdre du jour (diffusé le 20 avril 2026)",
    "Lundi 4 mai 2026\n\nProgramme provisoire, état au 20 avril 2026",
    "Lunes 4 de mayo de 2026\n\nOrden del día (enviado el 20 de abril de 2026)",
    "Lunes 4 de mayo de 2026\n\nPrograma provisional a fecha de 20 de abril de 2026",
    "Newsletter 31 • 13 April 2026 • Week 5\n\nMonday 4 May 2026 at the park. Postponement day: Friday 8 May.",
    "Bulletin no. 4, 13 April 2026\n\nAthletics on Monday 4 May 2026, reserve day Friday 8 May 2026, for all.",
    "Rundbrief 3 vom 13. April 2026\n\nMontag, 4. Mai 2026, im Park",
    "Circular 014 del 13 de abril de 2026\n\nLunes 4 de mayo de 2026",
    "Monday, 4 May 2026\n\nProgramme (seen by all on 2 February 2026)",
    "Dakar, lundi 4 mai 2026 – Inscription avant le 6 février 2026 (gratuite).",
    "Séance du lundi 4 mai 2026\n\nConvocation postée par courrier 3 avril 2026",
    "San Salvador, lunes 4 de mayo de 2026\n\nSegunda nota 1 de abril de 2026",
    "OPEN DAY\n\nMonday 4 May 2026\n\nDear members,\n\nentries close on Friday\n26 April; the fee is USD 5.",
    "The running order for Monday 4 May 2026. If the road is closed we meet on 11 May instead.",
    "The running order for Monday 4 May 2026. Otherwise we meet on 11 May.",
    "Date: 4 May 2026\n\nPlace: Plant 3\n\nReply by: 21 April 2026",
    "Datum: 4. Mai 2026\n\nRückmeldung bis: 21. April 2026",
    "Programme (Monday, 4 May 2026)",
    "Programme (on 4 May 2026)",
    "Tagesordnung (am 4. Mai 2026)",
    "Open day on 4 May\n\nPlease book your place with the office by Friday 17 April 2026, before noon if you can.",
    "Monday, May 4, 2026\n\nTestimony must reach the\nPlanning Office by 5:00 p.m. on Tuesday, May 2\n(555-0142).",
    "Montag, 4. Mai 2026\n\nAnträge erbitten wir bis 12 Uhr am Samstag, 2. Mai\nan das Büro.",
]
"""What stands above a programme of 4 May 2026."""


@pytest.mark.parametrize("above", ANNOUNCED)
def test_a_day_is_that_for_which_a_programme_is_announced(
    above: str, sessions: Callable[..., tuple[ToldSession, ...]]
) -> None:
    assert [each.day.value for each in sessions(f"{above}{BODY}")] == [DAY] * 3


BELOW = [
    "OPEN DAY\n\nMonday 4 May 2026\n\nDear members,\n\nit runs so.|The AGM follows on Tuesday 12 May at 18:30.",
    "The workshop takes place on 4 May 2026.|Next meeting: 9 November 2026",
    "The workshop takes place on 4 May 2026.|Page last updated 2026-04-03, 14:20.",
    "Held on 4 May 2026|The next edition will take place on 3 May 2027.",
    "Sitzung vom 4. Mai 2026|Die nächste Sitzung findet am 9. November 2026 statt.",
    "Réunion du 4 mai 2026|Prochaine réunion : 9 novembre 2026",
    "Reunión del 4 de mayo de 2026|Próxima reunión: 9 de noviembre de 2026",
    "Some 85 people came to the workshop on 4 May 2026.|© 2026 CLINL. Last build 2 August 2026 at 18:05.",
    "Workshop of 4 May 2026|The proceedings will be published by 1 September 2026.",
    "4 May 2026|Photographs may be sent until 15 May 2026.",
]
"""What stands above and below a programme of 4 May 2026."""


@pytest.mark.parametrize("around", BELOW)
def test_a_day_below_a_programme_is_another(around: str, sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    above, below = around.split("|")
    assert [each.day.value for each in sessions(f"{above}{BODY}\n{below}\n")] == [DAY] * 3


@pytest.mark.parametrize(
    "front",
    [
        "event_date: 4 May 2026",
        "event_date: 2026-05-04",
        "start_date: 2026-05-04\nend_date: 2026-05-04",
        'when: "4 May 2026"',
        "date: 2026-03-03\nevent-date: 4 May 2026",
        "last_modified_at: 2026-06-02\nstartDate: 2026-05-04",
        "fecha: 4 de mayo de 2026",
        "termin: 4. Mai 2026",
    ],
)
def test_a_day_may_stand_in_the_front_matter(front: str, sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    text = f"---\ntitle: Gaps in networks\n{front}\n---\n\nPlease register [here](/r) before **3 April**.{BODY}"
    assert [(each.day.value, each.day.doubts) for each in sessions(text, "a.md")] == [(DAY, ())] * 3


def test_a_day_that_is_none_of_the_programme_is_doubted(sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    assert {each.day for each in sessions(f"Programme 2026\n\nPlease register before 3 April.{BODY}")} == {
        Told(date(2026, 4, 3), (), ("3 April 2026 seems to be of something else",))
    }


def test_one_of_several_days_is_doubted_unless_it_is_announced(
    sessions: Callable[..., tuple[ToldSession, ...]],
) -> None:
    above = "A morning of talks on dikes and polders for all who care, 4 May 2026. The dike was closed on 3 May 1932."
    reasons = "no day is printed above it", "the document names several days, 4 May 2026 first"
    assert {each.day for each in sessions(f"{above}{BODY}")} == {Told(DAY, (), reasons)}


def test_the_next_meeting_below_a_programme_is_doubted_as_its_day(
    sessions: Callable[..., tuple[ToldSession, ...]],
) -> None:
    text = f"Board of the harbour{BODY}\nThe next meeting is on 4 May 2026.\n"
    reasons = ("4 May 2026 seems to be of something else",)
    assert [(each.day.value, each.day.doubts) for each in sessions(text)] == [(DAY, reasons)] * 3


def test_a_day_before_the_one_above_it_is_doubted(sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    text = "4 May 2026\n\n09:00 Opening\n\n3 May 2026\n\n10:00 Closing\n\n5 May 2026\n\n10:00 Tour"
    assert [each.day.doubts for each in sessions(text)] == [(), ("it is before the day above it, 4 May 2026",), ()]


def test_a_day_beside_which_another_is_announced_is_doubted(sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    text = (
        "The sports take place on Monday, 4 May 2026, in the park beside our school, for all.\n\nMonday, 13 April 2026"
    )
    assert {each.day.doubts for each in sessions(f"{text}{BODY}")} == {("the document names 4 May 2026, too",)}


def test_a_day_that_only_the_file_says_of_itself_comes_last(sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    page = "<meta name=date content=2026-04-03><p>{}<ul><li>09:00 Opening</ul>"
    said, unsaid = (sessions(page.format(text), "a.html")[0].day for text in ("We are there on 4 May 2026.", "Welcome"))
    assert (said.value, unsaid.value) == (DAY, date(2026, 4, 3))
    assert unsaid.doubts


@pytest.mark.parametrize(
    "head",
    [
        "Boat day - Wednesday 9 December 2026, postponed to Wednesday 3 February 2027",
        "Bootstag, 9. Dezember 2026, verschoben auf 3. Februar 2027",
        "Journée des bateaux - mercredi 9 décembre 2026 reportée au mercredi 3 février 2027",
        "Jornada: 9 de diciembre de 2026, aplazada al 3 de febrero de 2027",
    ],
)
def test_a_day_that_was_moved_is_the_later_one(sessions: Callable[..., tuple[ToldSession, ...]], head: str) -> None:
    assert {each.day.value for each in sessions(f"{head}{BODY}")} == {date(2027, 2, 3)}


def test_the_year_stands_beside_the_title_of_a_page(sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    text = (
        '---\ntitle: "Winter school"\nsubtitle: "Graz, 1--3 February 2027"\n---\n\n### Monday, 1 Feb\n\n10:00 Boats\n'
    )
    assert [each.day.value for each in sessions(text, "x.md")] == [date(2027, 2, 1)]


@pytest.mark.parametrize(
    ("asked", "day", "doubts"),
    [
        (Asked(year=2026), "2026-03-09", ()),
        (Asked(year=2027), "2027-03-09", ("`Mon 9 March` is printed, but that day is a Tuesday",)),
        (Asked(first=date(2026, 3, 9)), "2026-03-09", ()),
        (Asked(first=date(2026, 3, 2)), "2026-03-09", ()),
        (Asked(first=date(2025, 12, 1)), "2026-03-09", ()),
        (Asked(first=date(2026, 5, 1)), "2026-03-09", ("1 May 2026 is given as the first day",)),
        (Asked(first=date(2027, 3, 9)), "2027-03-09", ("`Mon 9 March` is printed, but that day is a Tuesday",)),
    ],
)
def test_what_is_printed_and_does_not_fit_the_day_that_is_given_is_doubted(
    sessions: Callable[..., tuple[ToldSession, ...]], asked: Asked, day: str, doubts: tuple[str, ...]
) -> None:
    (found,) = sessions("Village Fair\n\nMon 9 March\n10:00 - 11:00 Opening\n", "letter.txt", asked)
    assert (str(found.day.value), found.day.doubts) == (day, doubts)


def test_a_day_after_the_end_of_the_year_follows_the_first(sessions: Callable[..., tuple[ToldSession, ...]]) -> None:
    text, asked = "Fair\n\n28 December\n10:00 Opening\n\n2 January\n10:00 Walk\n", Asked(first=date(2026, 12, 28))
    found = [each.day for each in sessions(text, "letter.txt", asked)]
    assert [(str(each.value), each.doubts) for each in found] == [("2026-12-28", ()), ("2027-01-02", ())]
