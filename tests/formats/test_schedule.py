"""A schedule as text: what its lines mean, and what stays as it was."""

from agendacli.formats.schedule import HEAD, Picked, Schedule, covered, is_within, read_schedule, with_ids, without_ids
from agendacli.model.span import Span

TEXT = (
    "# spring\nvienna-session/panel-1\t2017-09-04\tPanel 1 #1\n\n  high-level-meeting # all of it\n#crime-commission\n"
)


def ids(schedule: Schedule) -> list[str]:
    return [each.id for each in schedule.picked]


def test_schedule_has_the_first_field_of_each_line() -> None:
    assert read_schedule(TEXT, "s.txt").picked == (
        Picked("vienna-session/panel-1", Span("s.txt", 2, 1, 22)),
        Picked("high-level-meeting", Span("s.txt", 4, 3, 18)),
    )


def test_schedule_keeps_its_text() -> None:
    assert read_schedule(TEXT, "s.txt").text == TEXT


def test_id_may_hold_a_number_sign() -> None:
    assert ids(read_schedule("me/a#b@host # tea\n", "s.txt")) == ["me/a#b@host"]


def test_mark_at_the_beginning_is_no_part_of_an_id() -> None:
    assert ids(read_schedule("\ufeffa\r\nb", "s.txt")) == ["a", "b"]


def test_ids_are_added_at_the_end() -> None:
    assert with_ids(read_schedule(TEXT, "s.txt"), ["a/b", "c"]).text == f"{TEXT}a/b\nc\n"


def test_ids_are_added_after_a_line_without_end() -> None:
    assert with_ids(read_schedule("a", "s.txt"), ["b"]).text == "a\nb\n"


def test_line_ends_are_those_of_the_file() -> None:
    assert with_ids(read_schedule("a\r\nb", "s.txt"), ["c"]).text == "a\r\nb\r\nc\r\n"


def test_new_schedule_says_what_it_is() -> None:
    assert with_ids(Schedule("s.txt"), ["a"]).text == f"{HEAD}a\n"


def test_ids_are_taken_out_with_what_lies_in_them() -> None:
    schedule = read_schedule("# mine\na\na/b # x\nab\na/b/20170904\n\n", "s.txt")
    assert without_ids(schedule, ["a"]).text == "# mine\nab\n\n"
    assert without_ids(schedule, ["a/b"]).text == "# mine\na\nab\n\n"


def test_id_is_covered_by_itself_its_session_or_its_event() -> None:
    schedule = read_schedule("a\nb/c\n", "s.txt")
    assert [covered(schedule, each) for each in ("a", "a/x/y", "b/c/d", "b", "b/x")] == ["a", "a", "b/c", None, None]


def test_nothing_lies_within_nothing() -> None:
    assert not is_within("", {""})
