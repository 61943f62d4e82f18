"""Content lines to components: heads, parameters, nesting, and what is made of lines that break the rules."""

import pytest

from agendacli.formats.ics.component import Component
from agendacli.formats.ics.oddities import Oddities
from agendacli.formats.ics.read import heads
from agendacli.formats.ics.read.assembly import read_components
from agendacli.model.diagnostic import in_order
from agendacli.model.findings import Findings


def components(*lines: str) -> tuple[list[Component], list[str]]:
    findings = Findings()
    oddities = Oddities("x.ics", findings)
    found = list(read_components("\r\n".join(lines).encode(), oddities))
    oddities.report()
    return found, [str(each).removeprefix("x.ics:") for each in in_order(findings.all)]


def entry(*lines: str) -> tuple[Component, list[str]]:
    """The one VEVENT that holds those lines, which begin with line 3."""
    found, told = components("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR")
    return found[0], told


def values(component: Component) -> list[tuple[str, str, int]]:
    return [(each.name, each.value, each.line) for every in component.properties.values() for each in every]


def outline(found: list[Component]) -> list[tuple[str, int, list[str]]]:
    return [(each.name, each.line, [part.name for part in each.parts]) for each in found]


def test_component_has_its_line_and_those_of_its_properties() -> None:
    found, told = entry("UID:a", "SUMMARY:b", " c", "DTSTART:d")
    assert (found.line, values(found), told) == (2, [("UID", "a", 3), ("SUMMARY", "bc", 4), ("DTSTART", "d", 6)], [])


def test_calendar_comes_after_its_parts_and_does_not_keep_them() -> None:
    found, _ = components("BEGIN:VCALENDAR", "METHOD:PUBLISH", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR")
    assert outline(found) == [("VEVENT", 3, []), ("VCALENDAR", 1, [])]
    assert found[0].parent is found[1]


def test_parts_of_a_component_are_kept_in_it() -> None:
    found, _ = components(
        "BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD", "END:STANDARD", "BEGIN:DAYLIGHT", "END:DAYLIGHT",
        "END:VTIMEZONE", "END:VCALENDAR",
    )  # fmt: skip
    assert outline(found) == [("VTIMEZONE", 2, ["STANDARD", "DAYLIGHT"]), ("VCALENDAR", 1, [])]


def test_names_are_taken_in_any_case() -> None:
    found, told = components("begin:vCalendar", "Begin:vEvent", "summary;Language=de:x", "End:vEvent", "end:vcalendar")
    assert outline(found) == [("VEVENT", 2, []), ("VCALENDAR", 1, [])]
    assert (found[0].every("SUMMARY")[0].parameters, told) == ({"LANGUAGE": "de"}, [])


def test_first_property_is_the_first_with_a_value() -> None:
    found, _ = entry("DTSTART:", "DTSTART:a", "DTSTART:b")
    first = found.first("DTSTART")
    assert first
    assert (first.value, found.first("UID"), len(found.every("DTSTART"))) == ("a", None, 3)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("DTSTART;TZID=Europe/Vienna", {"TZID": "Europe/Vienna"}),
        ('DTSTART;TZID="Europe/Vienna"', {"TZID": "Europe/Vienna"}),
        ('DTSTART;X-A="a:b;c";VALUE=DATE', {"X-A": "a:b;c", "VALUE": "DATE"}),
        ("DTSTART;;VALUE=DATE", {"VALUE": "DATE"}),
        ("DTSTART; tzid = x ", {"TZID": "x"}),
        ("DTSTART;X-A=a^nb^'c^'^^n^x", {"X-A": 'a\nb"c"^n^x'}),
        ("DTSTART;X-A", {"X-A": ""}),
    ],
)
def test_parameters_are_read(head: str, expected: dict[str, str]) -> None:
    for _ in range(2):  # the second time from what was remembered
        found, told = entry(f"{head}:20170904", f"{head}:20170905")
        assert [each.parameters for each in found.every("DTSTART")] == [expected, expected]
        assert ([each.value for each in found.every("DTSTART")], told) == (["20170904", "20170905"], [])


def test_heads_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "_REMEMBERED", 2)
    found, _ = entry(*(f"ATTENDEE;CN={n}:mailto:a" for n in range(5)))
    assert [each.parameters["CN"] for each in found.every("ATTENDEE")] == ["0", "1", "2", "3", "4"]


def test_head_may_be_folded() -> None:
    found, told = entry("DTSTART", " ;TZID=Europe/Vienna", " :20170904", "UID:a")
    assert ([(each.value, each.line) for each in found.every("DTSTART")], told) == ([("20170904", 3)], [])
    assert values(found)[1] == ("UID", "a", 6)


def test_misplaced_quotation_marks_are_left_out() -> None:
    found, told = entry('DTSTART;TZID="Europe/Vienna:20170904T101500"')
    met = found.every("DTSTART")[0]
    assert (met.parameters, met.value) == ({"TZID": "Europe/Vienna"}, "20170904T101500")
    assert told == [
        (
            "3:1: warning[ics-structure]: the quotation marks do not close where they should; "
            "the line was read without them"
        )
    ]


def test_quotation_marks_in_a_line_that_is_no_property_stay() -> None:
    found, told = entry("DESCRIPTION:a", '"b: c" d')
    assert (found.every("DESCRIPTION")[0].value, len(told)) == ('a\n"b: c" d', 1)
    assert values(entry("DESCRIPTION:a", '"b" c')[0]) == [("DESCRIPTION", 'a\n"b" c', 3)]


@pytest.mark.parametrize("line", ["more", "https://example.org", "Note: more", "a b;c:d", ";:"])
def test_raw_line_breaks_continue_a_text(line: str) -> None:
    found, told = entry("DESCRIPTION:first", line, "", "last", "UID:a")
    assert values(found) == [("DESCRIPTION", f"first\n{line}\nlast", 3), ("UID", "a", 7)]
    assert told == [
        "4:1: warning[ics-structure]: DESCRIPTION goes on here after a raw line break; the line was read as part of it"
    ]


@pytest.mark.parametrize("last", ["X-OTHER:b", "BEGIN:VALARM", "END:VEVENT", ""])
def test_broken_text_is_whole_whatever_follows(last: str) -> None:
    found, _ = components("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:a", "b", last)
    assert found[0].every("SUMMARY")[0].value == "a\nb"


def test_line_that_can_continue_nothing_is_told() -> None:
    assert entry("DTSTART:20170904", "more")[1] == [
        "4:1: warning[ics-structure]: “more” stands after DTSTART, which it cannot continue; it was left out"
    ]
    assert entry("more")[1] == [
        "3:1: warning[ics-structure]: “more” is not a content line, and continues no text; it was left out"
    ]
    assert entry("X-OTHER:a", "more", "BEGIN:VALARM", "more", "END:VALARM")[1] == [
        "4:1: warning[ics-structure]: “more” is not a content line, and continues no text; it was left out"
    ]


def test_lines_outside_of_components_are_told() -> None:
    told = "1:1: warning[ics-structure]: this is outside any component; it was left out"
    assert components("hello", "UID:a", "BEGIN:VCALENDAR", "END:VCALENDAR")[1] == [told]
    assert components("X-OTHER:a", "BEGIN:VCALENDAR", "END:VCALENDAR")[1] == []
    assert components("", "BEGIN:VCALENDAR", "END:VCALENDAR", "")[1] == []


def test_alarms_and_unknown_components_are_passed_over() -> None:
    found, told = entry(
        "BEGIN:VALARM", "UID:b", "END:VALARM", "BEGIN:X-A", "BEGIN:X-A", "UID:c", "BEGIN:X-B", "END:X-B", "END:X-A",
        "UID:d", "END:X-A", "UID:a",
    )  # fmt: skip
    assert (values(found), told) == ([("UID", "a", 14)], [])


def test_tasks_and_journals_are_told() -> None:
    found, told = components(
        "BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:a", "END:VTODO", "BEGIN:VTODO", "END:VTODO", "BEGIN:VJOURNAL",
        "END:VJOURNAL", "END:VCALENDAR",
    )  # fmt: skip
    assert (outline(found), told) == (
        [("VCALENDAR", 1, [])],
        [
            "2:1: warning[ics-skipped]: VTODO is not a session; it was left out",
            "7:1: warning[ics-skipped]: VJOURNAL is not a session; it was left out",
        ],
    )


def unclosed(line: int, name: str) -> str:
    return f"{line}:1: warning[ics-structure]: {name} is not closed by an END:{name} before this"


def test_what_is_open_at_the_end_is_closed() -> None:
    found, told = components("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a")
    assert (outline(found), told) == ([("VEVENT", 2, []), ("VCALENDAR", 1, [])], [unclosed(3, "VEVENT")])


def test_what_is_skipped_at_the_end_is_closed() -> None:
    assert components("BEGIN:VCALENDAR", "BEGIN:VTODO")[1][1] == unclosed(2, "VTODO")


def test_entry_that_is_not_closed_ends_where_the_next_begins() -> None:
    found, told = components(
        "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM", "BEGIN:VEVENT", "UID:b", "END:VEVENT", "END:VCALENDAR"
    )
    assert outline(found) == [("VEVENT", 2, ["VALARM"]), ("VEVENT", 4, []), ("VCALENDAR", 1, [])]
    assert told == [unclosed(4, "VALARM")]


def test_part_that_is_not_closed_ends_with_its_component() -> None:
    found, told = entry("BEGIN:PARTICIPANT", "SUMMARY:a")
    assert (outline([found]), told) == ([("VEVENT", 2, ["PARTICIPANT"])], [unclosed(5, "PARTICIPANT")])


def test_calendar_inside_a_calendar_begins_anew() -> None:
    found, told = components("BEGIN:VCALENDAR", "BEGIN:VCALENDAR", "END:VCALENDAR")
    assert (outline(found), told) == ([("VCALENDAR", 1, []), ("VCALENDAR", 2, [])], [unclosed(2, "VCALENDAR")])


def test_end_of_nothing_is_told() -> None:
    assert entry("END:VTODO")[1] == ["3:1: warning[ics-structure]: END:VTODO closes nothing that is open"]
    assert entry("BEGIN:VALARM", "END:VTODO", "END:VALARM", "END:")[1] == [
        "6:1: warning[ics-structure]: END: closes nothing that is open"
    ]


def test_entry_outside_of_a_calendar_is_handed_out() -> None:
    found, told = components("BEGIN:VEVENT", "UID:a", "END:VEVENT", "BEGIN:VEVENT", "END:VEVENT")
    assert (outline(found), told) == ([("VEVENT", 1, []), ("VEVENT", 4, [])], [])


def test_oddities_of_one_kind_are_one_diagnostic() -> None:
    findings = Findings()
    oddities = Oddities("x.ics", findings)
    list(read_components(b"a\nb\nc\n", oddities))
    oddities.report()
    (told,) = findings.all
    assert [(each.message, str(each.span)) for each in told.notes] == [
        ("2 more like it, the last in line 3", "x.ics:3:1")
    ]


def test_line_that_is_no_property_is_text_after_a_text_even_if_it_was_met_before() -> None:
    found, _ = entry("https://example.org/1", "DESCRIPTION:see", "https://example.org/2")
    assert [each.value for each in found.every("DESCRIPTION")] == ["see\nhttps://example.org/2"]


def test_name_alone_is_no_property_even_if_it_was_met_before() -> None:
    found, told = entry("SUMMARY:b", "DESCRIPTION:see the", "SUMMARY", "END:VEVENT", "BEGIN:VEVENT", "UID:a", "UID")
    assert [each.value for each in found.every("DESCRIPTION")] == ["see the\nSUMMARY"]
    assert told == [
        "5:1: warning[ics-structure]: DESCRIPTION goes on here after a raw line break; the line was read as part of it",
        "9:1: warning[ics-structure]: “UID” stands after UID, which it cannot continue; it was left out",
    ]
