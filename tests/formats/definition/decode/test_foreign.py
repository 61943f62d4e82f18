"""YAML of other tools is told key by key: what its items would be here."""

import pytest

from agendacli.formats.table import read_definition
from agendacli.words.directory import Directory

TIME = "an item begins with its time: `- 10:15-13:00: Title`"
TALK = """\
  - title: Registration
    type: custom
    date: 2026-05-04
    start_time: "08:00"
    end_time: "09:00"
  - title: Talk
    date: 2026-05-05
"""
TOLD = [
    "2:5: items stand under their days, as in `2026-05-04:` and below it `- 08:00-09:00: Registration`",
    "2:5: `title` is not a key here; the title follows the time: `- 10:15-13:00: Title`",
    "3:5: `type` is not a key here; did you mean `kind`?",
    "4:5: `date` is not a key here; a day goes above its items: `2017-09-04:`",
    f"5:5: `start_time` is not a key here; {TIME}",
    f"6:5: `end_time` is not a key here; {TIME}",
]


def told(text: str) -> list[str]:
    found = read_definition(text.encode(), "x.yaml", Directory()).diagnostics
    return [f"{each.span.line}:{each.span.column}: {each.message}" for each in found]


@pytest.mark.parametrize("word", ["program", "schedule", "talks", "sessions", "events"])
def test_list_under_another_word_for_days(word: str) -> None:
    found = told(f"{word}:\n{TALK}")
    assert f"1:1: `{word}` is not a key here; did you mean `days`?" in found
    assert [each for each in found if not each.startswith("1:")] == TOLD


def test_list_under_days() -> None:
    assert told(f"days:\n{TALK}")[1:] == ["2:3: expected items under days such as `2017-09-04:`, not a list", *TOLD]


def test_list_by_itself_with_a_time_that_is_not_understood() -> None:
    assert told("- title: Opening\n  track: all\n  date: 2nd Oct\n  time: 11:30 IST\n  speaker: Someone\n") == [
        "1:1: expected a definition with `title:` and `days:`, not a list",
        "1:3: items stand under their days, as in `2026-05-04:` and below it `- 10:15-13:00: Opening`",
        "1:3: `title` is not a key here; the title follows the time: `- 10:15-13:00: Title`",
        "2:3: `track` is not a key here; did you mean `categories`?",
        "3:3: `date` is not a key here; a day goes above its items: `2017-09-04:`",
        f"4:3: `time` is not a key here; {TIME}",
    ]


def test_days_in_a_list_with_their_items() -> None:
    found = told("title: X\ndays:\n- date: 2026-05-04\n  sessions:\n  - name: Tea\n    begin: 9:00\n    room: Hall\n")
    assert found[1:] == [
        "3:3: items stand under their days, as in `2026-05-04:` and below it `- 10:15-13:00: Title`",
        "3:3: `date` is not a key here; a day goes above its items: `2017-09-04:`",
        "4:3: `sessions` is not a key here; did you mean `items`?",
        "5:5: items stand under their days, as in `2026-05-04:` and below it `- 9:00-: Tea`",
        "5:5: `name` is not a key here; the title follows the time: `- 10:15-13:00: Title`",
        f"6:5: `begin` is not a key here; {TIME}",
    ]


def test_a_list_of_texts_is_only_no_definition() -> None:
    assert told("- Tea\n- Talk\n") == ["1:1: expected a definition with `title:` and `days:`, not a list"]
