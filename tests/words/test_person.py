import pytest

from agendacli.words.ids import person_id, read_id, slug
from agendacli.words.person import PrintedPerson, parse_person, undeclared_id


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jo Doe", ("Jo Doe", None, None, True)),
        ("Ms. Jo Doe, Director, Institute of Bees", ("Jo Doe", "Ms.", "Director, Institute of Bees", True)),
        ("H.E. Mr. Jo  Doe,\n  Ambassador (tbc)", ("Jo Doe", "H.E. Mr.", "Ambassador", False)),
        ("H. E. Mr. Jo Doe (To be confirmed) ", ("Jo Doe", "H. E. Mr.", None, False)),
        ("Prof Dr Jo Doe", ("Jo Doe", "Prof Dr", None, True)),
        ("Judge Jo Doe", ("Jo Doe", "Judge", None, True)),
        ("Judge", ("Judge", None, None, True)),
        ("Mrs Doe", ("Doe", "Mrs", None, True)),
        ("Misty Doe", ("Misty Doe", None, None, True)),
        ("Jo Doe,", ("Jo Doe", None, None, True)),
        ("(tbc)", ("", None, None, False)),
        (", Director", ("", None, "Director", True)),
    ],
)
def test_parse_person_takes_the_printed_words_apart(text: str, parts: tuple[str, str | None, str | None, bool]) -> None:
    assert parse_person(text) == PrintedPerson(*parts)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("PANEL 1", "panel-1"),
        ("Lunch / Space for side events", "lunch-space-for-side-events"),
        ("Übersicht", "ubersicht"),
        ("Straße", "strasse"),
        ("Smørrebrød", "smorrebrod"),
        ("昼食", "昼食"),
        ("Обед и Ёлка: Й", "обед-и-ёлка-й"),
        ("दोपहर का भोजन", "दोपहर-का-भोजन"),
        ("\u0301Opening", "opening"),
        ("🎉 — ", "item"),
        ("tea in the \N{MATHEMATICAL SCRIPT CAPITAL N}garden", "tea-in-the-ngarden"),
        ("ꭰ", "ꭰ"),
        ("", "item"),
    ],
)
def test_slug_makes_an_id_of_a_text(text: str, id_: str) -> None:
    assert slug(text) == id_


def test_what_is_made_of_any_letter_is_an_id() -> None:
    letters = (chr(n) for n in range(0x20000) if not 0xD800 <= n < 0xE000)
    assert [each for each in letters if read_id(made := slug(f"a{each}b")) != made] == []


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Jo Doe", "jo-doe"),
        ("Gómez", "gómez"),
        ("Go\u0301mez", "gómez"),
        ("李 明", "李-明"),
        ("राम", "राम"),
        ("रिम", "रिम"),
        ("D. Ruiz", "d.-ruiz"),
        ("/", "item"),
    ],
)
def test_person_id_keeps_every_letter(name: str, id_: str) -> None:
    assert person_id(name) == id_


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("panel-1", "panel-1"),
        ("1.a_b", "1.a_b"),
        ("обед", "обед"),
        ("Go\u0301mez".lower(), "gómez"),
        ("दोपहर", "दोपहर"),
        ("Обед", None),
        ("昼 食", None),
        ("-panel", None),
        ("-食", None),
        ("食/1", None),
        ("Panel", None),
        ("", None),
    ],
)
def test_id_of_a_session_is_of_small_letters_of_any_script(text: str, id_: str | None) -> None:
    assert read_id(text) == id_


@pytest.mark.parametrize(
    ("name", "honorific", "id_"),
    [
        ("Xu", "Mr.", "mr-xu"),
        ("Xu", "H.E. Mrs", "ms-xu"),
        ("Xu", "Dr.", "xu"),
        ("Xu", None, "xu"),
        ("Lin Xu", "Ms.", "lin-xu"),
    ],
)
def test_single_name_is_told_apart_by_its_honorific(name: str, honorific: str | None, id_: str) -> None:
    assert undeclared_id(name, honorific) == id_
