import pytest

from agendacli.formats.ics.items import Entry
from agendacli.formats.ics.update.content import as_written, content


def entry(*lines: str) -> Entry:
    return Entry.of("\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")).encode())


def alarm(*lines: str) -> tuple[str, ...]:
    return "BEGIN:VALARM", *lines, "END:VALARM"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["SUMMARY:A"], ["summary:A "], id="case of a name, blanks"),
        pytest.param(["DTSTART;TZID=A/B:x"], ['DTSTART;VALUE=DATE-TIME;TZID="A/B":x'], id="quotation marks"),
        pytest.param(["SUMMARY:A"], ["SUMMARY;LANGUAGE=de:A"], id="other parameters"),
        pytest.param([r"SUMMARY:a\, b\nc"], [r"SUMMARY:a, b\Nc"], id="escapes"),
        pytest.param([r"CATEGORIES:a\,b,c"], ["CATEGORIES:c", r"CATEGORIES:a\,b"], id="lists in several lines"),
        pytest.param(["EXDATE:1,2"], ["EXDATE:2", "EXDATE:1"], id="dates in several lines"),
        pytest.param(["RRULE:FREQ=DAILY;COUNT=2"], ["RRULE:count=2;freq=daily;"], id="order of a rule"),
        pytest.param(["GEO:48.200000;16.400000"], ["GEO:48.2;16.4"], id="digits"),
        pytest.param(["STATUS:CONFIRMED"], ["STATUS:confirmed", "DTSTAMP:x"], id="case of a word"),
        pytest.param(
            alarm("ACTION:DISPLAY", "TRIGGER:-PT5M"),
            alarm("TRIGGER;VALUE=DURATION:-PT5M", "ACTION:display", "X-NO:x"),
            id="alarms",
        ),
    ],
)
def test_same_content_in_another_form_is_the_same(one: list[str], other: list[str]) -> None:
    assert content(entry(*one)) == content(entry(*other))
    assert as_written(entry(*one)) != as_written(entry(*other))


def test_order_of_lines_and_what_is_no_content_make_no_difference() -> None:
    assert as_written(entry("SUMMARY:A", "URL:b:c")) == as_written(entry("X-NO:x", "URL:b:c", "SUMMARY:A"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["SUMMARY:A"], ["SUMMARY:a"], id="text"),
        pytest.param(["SUMMARY:A"], [], id="nothing"),
        pytest.param([r"SUMMARY:a\nb"], ["SUMMARY:a b"], id="line break"),
        pytest.param(["DTSTART;TZID=A/B:x"], ["DTSTART:x"], id="zone"),
        pytest.param(["DTSTART:20260101"], ["DTSTART;VALUE=DATE:20260101"], id="day"),
        pytest.param(["GEO:48.2;16.4"], ["GEO:somewhere"], id="place"),
        pytest.param(["SUMMARY:A"], ["SUMMARY"], id="no content line"),
        pytest.param(alarm("TRIGGER:-PT5M"), alarm("TRIGGER:-PT6M"), id="alarm"),
    ],
)
def test_other_content_is_another(one: list[str], other: list[str]) -> None:
    assert content(entry(*one)) != content(entry(*other))
