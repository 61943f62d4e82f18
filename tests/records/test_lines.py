from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.records.lines import PLAIN_FIELDS, diagnostic_lines, plain_lines

PANEL: dict[str, object] = {
    "id": "vienna-session/panel-1",
    "title": "Panel\t1:\nSmuggling \x1b[31m",
    "start": "2017-09-04T10:15:00+02:00",
    "end": None,
    "room": "Plenary Room",
    "transparent": False,
    "people": [{"id": "sanchez", "name": "Ana Sánchez", "role": "chair", "confirmed": True}],
}
CONFLICT: dict[str, object] = {
    "kind": "overlap",
    "certainty": "certain",
    "sessions": ["a/b", "c/d"],
    "start": "2017-09-27T15:00:00-04:00",
    "end": "2017-09-27T16:30:00-04:00",
    "message": "both at once",
}
DIAGNOSTIC: dict[str, object] = {
    "severity": "error",
    "code": "unknown-key",
    "message": "unknown key 'tittle';\nwrite 'title'",
    "file": "my events/\x1bvienna.yaml",
    "line": 3,
    "column": 5,
    "notes": [],
}


def test_an_occurrence_is_one_line_of_six_fields() -> None:
    assert list(plain_lines([PANEL], PLAIN_FIELDS["occurrence"])) == [
        "vienna-session/panel-1\t2017-09-04T10:15:00+02:00\t\tPlenary Room\tPanel 1: Smuggling ␛[31m\t"
    ]


def test_a_conflict_has_its_two_sessions_in_two_fields() -> None:
    assert list(plain_lines([CONFLICT], PLAIN_FIELDS["conflict"])) == [
        "certain\toverlap\ta/b\tc/d\t2017-09-27T15:00:00-04:00\t2017-09-27T16:30:00-04:00\tboth at once"
    ]


def test_any_fields_may_be_chosen() -> None:
    assert list(plain_lines([PANEL], ["people", "transparent", "people.0.id", "shoe"])) == [
        "Ana Sánchez (chair)\tfalse\tsanchez\t"
    ]


def test_one_line_a_record_in_their_order() -> None:
    assert list(plain_lines([PANEL, CONFLICT, PANEL], ["start"])) == [
        "2017-09-04T10:15:00+02:00",
        "2017-09-27T15:00:00-04:00",
        "2017-09-04T10:15:00+02:00",
    ]


def test_nothing_is_cut() -> None:
    assert list(plain_lines([{"title": "long " * 200 + "end"}], ["title"])) == ["long " * 200 + "end"]


def test_a_diagnostic_is_printed_as_compilers_do() -> None:
    assert list(diagnostic_lines([DIAGNOSTIC])) == [
        "my events/␛vienna.yaml:3:5: error[unknown-key]: unknown key 'tittle'; write 'title'"
    ]


def test_a_diagnostic_of_a_workbook_names_its_page_and_cell() -> None:
    found = diagnostic_lines([{**DIAGNOSTIC, "file": "x.xlsx", "sheet": "Rows", "line": 7, "column": 2}])
    assert list(found) == ["x.xlsx:Rows!B7: error[unknown-key]: unknown key 'tittle'; write 'title'"]


def test_no_records_are_no_lines() -> None:
    assert (list(plain_lines([], ["id"])), list(diagnostic_lines([]))) == ([], [])


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec=None)), st.text())
def test_any_text_stays_in_its_field(title: str, room: str) -> None:
    (line,) = plain_lines([{"title": title, "room": room}], ["title", "room"])

    assert (line.count("\t"), len(line.splitlines())) == (1, 1)
