from collections import Counter

import pytest

from agendacli.formats.definition.json_schema import TABLES
from agendacli.formats.definition.key_synonyms import MEANINGS, meaning
from agendacli.words.near import plain

KEYS = {table.name: set(table.by_name) for table in TABLES}
ROWS = [(table, said, words.split()) for table, rows in MEANINGS.items() for said, words in rows.items()]


def test_every_table_of_the_format_has_everyday_words() -> None:
    assert set(MEANINGS) == set(KEYS)


def test_every_word_means_a_key_of_its_table_or_says_what_to_do() -> None:
    assert [(table, said) for table, said, _ in ROWS if said not in KEYS[table] and " " not in said] == []


def test_no_word_means_two_things_in_one_table() -> None:
    counted = Counter((table, word) for table, _, words in ROWS for word in words)
    assert [each for each, times in counted.items() if times > 1] == []


def test_no_word_is_a_key_itself() -> None:
    assert [(table, word) for table, _, words in ROWS for word in words if word in KEYS[table]] == []


def test_words_stand_as_they_are_looked_up() -> None:
    assert [word for _, _, words in ROWS for word in words if plain(word) != word] == []


@pytest.mark.parametrize("word", ["timezone", "time_zone", "Time Zone", "timeZone", "TZID", "X-WR-TIMEZONE"])
def test_meaning_of_a_word_in_any_spelling(word: str) -> None:
    assert meaning(word, "programme", KEYS["programme"]) == "zone"


def test_meaning_whose_key_is_there_already_is_none() -> None:
    assert meaning("timezone", "session", {"room"}) is None


def test_meaning_that_is_no_key_is_a_sentence() -> None:
    assert meaning("rrule", "session", ()) == "write it under a day that repeats: `every Tuesday from 2026-03-10:`"


def test_meaning_of_no_everyday_word_is_none() -> None:
    assert meaning("weather", "session", KEYS["session"]) is None
