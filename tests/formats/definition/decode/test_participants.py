from collections.abc import Callable

import pytest

from agendacli.model.people import Participant, Person
from agendacli.model.programme import Programme
from agendacli.model.source import Citation, Variant
from agendacli.words.directory import Directory

Decode = Callable[..., tuple[Programme, list[str]]]
DOE = Person("doe", "Johanna Doe", "Ms.", ("Jo Doe",))
DIRECTORY = Directory((DOE, Person("shaw", "Mark Shaw")))
HEAD = "title: Bees\nzone: UTC\nsources: {web: {title: Web}}\ndays:\n  2026-03-10:\n"


def session(*lines: str) -> str:
    return "\n".join([f"{HEAD}    - 10:00-11:00: Bees", *(f"      {line}" for line in lines), ""])


def seats(programme: Programme) -> tuple[Participant, ...]:
    return programme.sessions[-1].participants


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        ("chair: Ms. Johanna Doe, Keeper", Participant("chair", "Ms. Johanna Doe, Keeper", DOE, "Keeper")),
        ("chairs: Jo Doe (tbc)", Participant("chair", "Jo Doe (tbc)", DOE, confirmed=False)),
        ("speakers: doe", Participant("speaker", "doe", DOE)),
        ("host: Mr. Max Roe", Participant("host", "Mr. Max Roe", Person("max-roe", "Max Roe", "Mr."))),
        ("expert: 李明", Participant("expert", "李明", Person("李明", "李明"))),
        ("speaker: {name: jinxx}", Participant("speaker", "jinxx", Person("jinxx", "jinxx"))),
        ("speaker: {name: Jo Doe, position: Keeper}", Participant("speaker", "Jo Doe", DOE, "Keeper")),
        ("expert: Shaw", Participant("expert", "Shaw", Person("shaw-undeclared", "Shaw"))),
        (
            "participant: the president",
            Participant("participant", "the president", Person("the-president", "the president")),
        ),
        (
            "speaker: {seat: United States, tbc: yes}",
            Participant("speaker", "United States", None, None, confirmed=False),
        ),
        (
            "speaker: {seat: A, position: B, from: web:3, elsewhere: {web:4: C}}",
            Participant(
                "speaker",
                "A",
                None,
                "B",
                confirmed=True,
                citations=(Citation("web", 3),),
                variants=(Variant(Citation("web", 4), "itself", "C"),),
            ),
        ),
        (
            "speaker: {person: 'Jo Doe, Keeper', tbc: yes, from: web}",
            Participant("speaker", "Jo Doe, Keeper", DOE, "Keeper", confirmed=False, citations=(Citation("web"),)),
        ),
        (
            "speaker: {person: 'Jo Doe, A (tbc)', position: B}",
            Participant("speaker", "Jo Doe, A (tbc)", DOE, "B", confirmed=False),
        ),
    ],
)
def test_seat_is_read(decode: Decode, line: str, seat: Participant) -> None:
    programme, told = decode(session(line), DIRECTORY)
    assert (seats(programme), told) == ((seat,), [])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("speakers: Ann Poe; Bea Roe", [("Ann Poe", None, 17), ("Bea Roe", None, 26)]),
        ("speakers: Ida Holm & Mr. Jon Lie, Club", [("Ida Holm", "Club", 17), ("Jon Lie", "Club", 28)]),
        ("speakers: [Al Roe and Jo Doe]", [("Al Roe", None, 18), ("Johanna Doe", None, 29)]),
        ('speakers: "Ann Poe\\nBea Roe (tbc)"', [("Ann Poe", None, 17), ("Bea Roe", None, 17)]),
        (
            "speaker: {person: Ann Poe | Bea Roe, position: Keeper}",
            [("Ann Poe", "Keeper", 25), ("Bea Roe", "Keeper", 35)],
        ),
        ("speaker: José Ortega y Gasset", [("José Ortega y Gasset", None, 16)]),
        ("speaker: Ms. Ann Poe, Chair of Bees; Member of Wasps", [("Ann Poe", "Chair of Bees; Member of Wasps", 16)]),
        ("speaker: Brandt, Nora", [("Brandt, Nora", None, 16)]),
        ("speaker: Sra. Ana Ruiz, Directora", [("Ana Ruiz", "Directora", 16)]),
    ],
)
def test_text_names_each_of_its_persons(decode: Decode, line: str, found: list[tuple[str, str | None, int]]) -> None:
    programme, told = decode(session(line), DIRECTORY)
    said = [(seat.name, seat.position, seat.span and seat.span.column) for seat in seats(programme)]
    assert (said, told) == (found, [])


@pytest.mark.parametrize("text", ["Representative of Kenya", "Various speakers", "Sekretariat", "Moderator"])
def test_words_that_name_no_one_are_a_seat(decode: Decode, text: str) -> None:
    programme, told = decode(session(f"speaker: {text}"), DIRECTORY)
    assert (seats(programme), told) == ((Participant("speaker", text),), [])


def test_namesake_at_another_institution_is_another_person(decode: Decode) -> None:
    vogel = Person("vogel", "Hans Vogel", others=("Hans Vogel, MIT",))
    programme, _ = decode(session("speakers: ['Hans Vogel, ETH', 'Hans Vogel, MIT']"), Directory((vogel,)))
    assert [seat.person and seat.person.id for seat in seats(programme)] == ["vogel", "hans-vogel-mit"]


def test_name_of_two_declared_persons_is_neither_for_certain(decode: Decode) -> None:
    one, other = Person("a", "Jo Doe", others=("b",)), Person("b", "Jo Doe")
    programme, told = decode(session("speakers: [Jo Doe, b]"), Directory((one, other)))
    assert ([seat.person and seat.person.id for seat in seats(programme)], told) == (["jo-doe", "b"], [])


def test_seats_stand_in_the_printed_order_of_roles_and_people(decode: Decode) -> None:
    programme, _ = decode(session("speakers: [Ann Aa, Ben Bb]", "chair: Cy Cc", "thematic expert: Di Dd"))
    found = [(seat.role, seat.name) for seat in seats(programme)]
    assert found == [("speaker", "Ann Aa"), ("speaker", "Ben Bb"), ("chair", "Cy Cc"), ("thematic expert", "Di Dd")]


KEYS = "`person`, `name`, `seat`, `position`, `tbc`, `from`, `elsewhere`"
CORRECT = "whom the programme names; correct it"
NOBODY = "missing-key: nobody is named; add `person: …`, or `seat: …` for a seat without a name"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("chair:", "7:13 wrong-type: expected a person, not nothing; write it, or delete the key"),
        ("chair: [[x]]", "7:15 wrong-type: expected a person, not a list"),
        ("chair: (tbc)", f"7:14 {NOBODY}"),
        ("chair: ', Keeper'", f"7:14 {NOBODY}"),
        ("chair: {position: Keeper}", f"7:14 {NOBODY}"),
        ("chair: {person: ', Keeper'}", f"7:23 {NOBODY}"),
        ("chair: {seat: }", "7:21 wrong-type: expected a text, not nothing; write it, or delete the key"),
        ("chair: {name: }", "7:21 wrong-type: expected a text, not nothing; write it, or delete the key"),
        (
            "chair: {name: Jo Doe, seat: A}",
            "7:35 duplicate-key: `name` and `seat` name one seat twice; keep one of them",
        ),
        ("chair: {weight: 3, seat: A}", f"7:15 unknown-key: `weight` is not a key here; there are {KEYS}"),
        (
            "chair: {person: Jo Doe, seat: A}",
            "7:37 duplicate-key: `person` and `seat` name one seat twice; keep one of them",
        ),
        ("chair: do", "7:14 unknown-person: `do` is not an id of a person; did you mean `doe`?"),
        (
            "chair: nobody",
            "7:14 unknown-person: `nobody` is not an id of a person; write the name, or declare the id in people.yaml",
        ),
        (
            "chair: {person: Jo Doe, from: webb:3}",
            "7:37 unknown-source: `webb` is not among the `sources`; did you mean `web`?",
        ),
        (
            "chair: The panelists",
            f"7:14 near-role: “The panelists” is taken as a name, and is nearly “the panellists”, {CORRECT}",
        ),
        ("elsewhere: {web:3: {rom: x}}", "7:27 unknown-key: `rom` is not a key here; did you mean `room`?"),
        (
            "elsewhere: {web:3: {weather: x}}",
            "7:27 unknown-key: `weather` is not a key here; write what is said as one text",
        ),
        (
            "chair: {person: Jo Doe, elsewhere: {web: {positon: x}}}",
            "7:49 unknown-key: `positon` is not a key here; did you mean `position`?",
        ),
        ("from: letter:3", "7:13 unknown-source: `letter` is not among the `sources`; declare it there"),
        ("elsewhere: {letter:3: x}", "7:19 unknown-source: `letter` is not among the `sources`; declare it there"),
    ],
)
def test_seat_that_cannot_be_read_is_told(decode: Decode, line: str, told: str) -> None:
    assert decode(session(line), DIRECTORY)[1] == [told]


@pytest.mark.parametrize("keys", ["{title: A, room: B, time: C, day: D}", "{dates: A, itself: B}", "A"])
def test_what_stands_elsewhere_may_be_of_any_key_of_the_same_thing(decode: Decode, keys: str) -> None:
    assert decode(session(f"elsewhere: {{web:3: {keys}}}"))[1] == []


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ("[Mr. Xu, Ms. Xu]", ["mr-xu", "ms-xu"]),
        ("[Mr. Xu, Ms. Xu, Xu]", ["mr-xu", "ms-xu", "xu"]),
        ("[Xu, Ms. Xu, Dr. Xu, Mrs. Xu]", ["ms-xu", "ms-xu", "ms-xu", "ms-xu"]),
        ("[Mr. Lin Xu, Ms. Lin Xu]", ["lin-xu", "lin-xu"]),
        ("[Mr. Xu, Dr. Ma, Ma]", ["mr-xu", "ma", "ma"]),
        ("[Mr. Xu, Xu, {seat: Xu}, Xu (tbc)]", ["mr-xu", "mr-xu", None, "mr-xu"]),
    ],
)
def test_mr_and_ms_of_one_surname_are_two_persons(decode: Decode, names: str, ids: list[str | None]) -> None:
    programme, told = decode(session(f"speakers: {names}"))
    assert [seat.person and seat.person.id for seat in seats(programme)] == ids
    assert told == []


def test_declared_surname_is_one_person_whatever_stands_before_it(decode: Decode) -> None:
    xu = Person("xu", "Xu")
    programme, _ = decode(session("speakers: [Mr. Xu, Ms. Xu]"), Directory((xu,)))
    assert [seat.person for seat in seats(programme)] == [xu, xu]


PANELS = """\
    - 10:00-11:00: "Panel 1: Bees"
      moderators:
        - Ms. Jo Doe, Keeper
        - {seat: Austria, tbc: yes}
    - 11:00-12:00: "Panel 2: Wasps"
      moderators: [Mr. Max Roe, Jo Doe]
    - 12:00-13:00: Summary
"""


def test_reference_gives_all_who_hold_the_role_once_in_order(decode: Decode) -> None:
    text = f"{HEAD}{PANELS}      speakers: {{person: The Moderators, from: web:3, elsewhere: {{web:4: nobody}}}}\n"
    programme, told = decode(text, DIRECTORY)
    cited, variants = (Citation("web", 3),), (Variant(Citation("web", 4), "itself", "nobody"),)
    assert told == []
    assert seats(programme) == (
        Participant("speaker", "The Moderators", DOE, "Keeper", confirmed=True, citations=cited, variants=variants),
        Participant("speaker", "Austria", None, None, confirmed=False, citations=cited, variants=variants),
        Participant(
            "speaker",
            "The Moderators",
            Person("max-roe", "Max Roe", "Mr."),
            None,
            confirmed=True,
            citations=cited,
            variants=variants,
        ),
    )


def test_reference_that_is_to_be_confirmed_makes_everyone_so(decode: Decode) -> None:
    programme, _ = decode(f"{HEAD}{PANELS}      speakers: {{person: the moderators, tbc: yes}}\n", DIRECTORY)
    assert [seat.confirmed for seat in seats(programme)] == [False, False, False]


def test_reference_to_people_of_the_programme_as_a_whole(decode: Decode) -> None:
    text = "title: Bees\nco-facilitators: [Ann Aa, Ben Bb]\nhost: the co-facilitators\ndays:\n  2026-03-10:\n"
    programme, told = decode(f"{text}    - all day: Bees\n      chairs: the co-facilitators\n")
    assert told == []
    assert [(seat.role, seat.name) for seat in seats(programme)] == [("chair", "Ann Aa"), ("chair", "Ben Bb")]
    roles = ["co-facilitator", "co-facilitator", "host", "host"]
    assert [seat.role for seat in programme.participants] == roles


def test_reference_to_one_holder_is_that_one(decode: Decode) -> None:
    programme, told = decode(session("chair: Jo Doe", "speaker: the chair"), DIRECTORY)
    assert ([seat.name for seat in seats(programme)], told) == (["Johanna Doe", "Johanna Doe"], [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("speakers: the chairs", "“the chairs” finds no chair in this programme; name the people"),
        ("speaker: the moderator", "“the moderator” could be any of 3 in this programme; name the person"),
    ],
)
def test_reference_that_finds_nobody_or_too_many_is_told(decode: Decode, line: str, told: str) -> None:
    programme, found = decode(f"{HEAD}{PANELS}      {line}\n", DIRECTORY)
    column = 7 + len(line.partition(" ")[0]) + 1
    assert (seats(programme), found) == ((), [f"13:{column} nobody-in-role: {told}"])


def of_many(people: int, references: int) -> str:
    named = "".join(f"  - Ann A{n}\n" for n in range(people))
    items = "".join(f"    - all day: Day\n      id: d{n}\n      speakers: the hosts\n" for n in range(references))
    return f"title: Bees\nhosts:\n{named}days:\n  2026-03-10:\n{items}    - all day: Tea\n      chair: the host\n"


def test_references_to_more_seats_than_a_programme_may_have_are_told_once(decode: Decode) -> None:
    programme, told = decode(of_many(400, 251), DIRECTORY)
    assert told == [
        "407:17 nobody-in-role: “the hosts” and all like it stand for 100,400 seats, more than 100,000; name the people"
    ]
    assert {each.participants for each in programme.sessions} == {()}


def test_references_to_as_many_seats_as_a_programme_may_have_are_read(decode: Decode) -> None:
    programme, told = decode(of_many(400, 250), DIRECTORY)
    assert [each.partition(";")[0] for each in told] == [
        "1156:14 nobody-in-role: “the host” could be any of 400 in this programme"
    ]
    assert sum(len(each.participants) for each in programme.sessions) == 100_000
