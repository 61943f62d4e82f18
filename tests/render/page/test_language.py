from datetime import date
from importlib.resources import files

import pytest

from agendacli.model.people import ROLES
from agendacli.model.programme import KINDS
from agendacli.render.page.language import LANGUAGE_CODES, language_of

USUAL = "session"  # which the page does not name


def test_languages_are_those_that_have_a_table() -> None:
    tables = files("agendacli.render.page").joinpath("words").iterdir()
    assert {each.name for each in tables} == {f"{each}.toml" for each in LANGUAGE_CODES}


def keys(table: object) -> object:
    return {name: keys(each) for name, each in table.items()} if isinstance(table, dict) else type(table)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_languages_have_the_same_words_and_places_for_values(code: str) -> None:
    english, words = language_of("en").words, language_of(code).words
    assert keys(words) == keys(english)
    assert {name for name, each in words.items() if isinstance(each, str) and not each.strip()} == set()
    places = {name: set(_places(each)) for name, each in english.items() if isinstance(each, str) and name not in DATES}
    assert {name: set(_places(words[name])) for name in places} == places


DATES = {"day", "date", "month"}


def _places(text: str) -> list[str]:
    return [each.partition("}")[0] for each in text.split("{")[1:]]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_languages_name_every_kind_and_role(code: str) -> None:
    words = language_of(code).words
    assert set(KINDS) - {USUAL} - words["kinds"].keys() == set()
    assert set(ROLES) - words["roles"].keys() == set()
    assert (len(words["weekdays"]), len(words["months"])) == (7, 12)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("en", "Tuesday, 5 September 2017"),
        ("fr", "Mardi 5 septembre 2017"),
        ("es", "Martes, 5 de septiembre de 2017"),
        ("de", "Dienstag, 5. September 2017"),
        ("ru", "Вторник, 5 сентября 2017 г."),  # noqa: RUF001 (it is Russian)
        ("zh", "2017年9月5日 星期二"),
        ("ar", "الثلاثاء، 5 سبتمبر 2017"),
    ],
)
def test_days_are_written_as_the_language_does(code: str, day: str) -> None:
    assert language_of(code).day(date(2017, 9, 5)) == day
