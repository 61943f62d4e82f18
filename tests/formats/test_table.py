"""What a file is taken for whose name does not say it."""

import pytest

from agendacli.formats.table import is_calendar

CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\ufeff",
        "\n" * 500,
        " \t" * 500,
        "\ufeff\r\n\r\n",
        f"# {'a' * 500}\n",
        f"X-LONG:{'a' * 500}\r\n",
        "Subject: x\r\n\r\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_calendar_is_known_whatever_stands_before_it(before: str, encoding: str) -> None:
    assert is_calendar((before + CALENDAR).encode(encoding), "stdin")


def test_calendar_without_content_is_known_by_its_name() -> None:
    assert is_calendar(b"", "Own.ICS")


@pytest.mark.parametrize(
    "text", ["", "title: Tea\n", "title: Tea\ndescription: |\n  BEGIN:VCALENDAR\n", "title: BEGIN:VCALENDAR\n"]
)
def test_definition_is_no_calendar(text: str) -> None:
    assert not is_calendar(text.encode(), "tea.yaml")
