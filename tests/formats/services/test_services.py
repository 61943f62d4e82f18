"""What the exports of all services have in common."""

import pytest

from agendacli.formats.given import Given
from agendacli.formats.json_values import text_of_json
from agendacli.formats.readers import READERS


@pytest.mark.parametrize("service", ["sessionize", "indico", "pretalx"])
def test_export_that_is_cut_off_is_told_at_its_place(service: str) -> None:
    said = READERS[service](Given(b'{"sessions": [', "plan.json"))
    assert said.programme is None
    told = "the file is not JSON from here on: expecting value"
    assert [str(each) for each in said.diagnostics] == [f"plan.json:1:15: error[schedule-syntax]: {told}"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"de": "Saal"}, "Saal"),
        ({"de": "Saal", "en": "Hall"}, "Hall"),
        ({"name": {"en": "Hall"}}, "Hall"),
        ({"id": 7}, ""),
    ],
)
def test_text_of_a_thing_in_several_languages(value: object, text: str) -> None:
    assert text_of_json(value) == text
