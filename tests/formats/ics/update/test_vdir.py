import pytest

from agendacli.formats.ics.items import Items
from agendacli.formats.ics.update.vdir import Vdir, read_vdir
from agendacli.model.asked import Refusal


def calendar_of(*uids: str, more: str = "") -> bytes:
    events = "".join(f"BEGIN:VEVENT\r\nUID:{each}\r\nEND:VEVENT\r\n" for each in uids)
    return f"BEGIN:VCALENDAR\r\n{more}{events}END:VCALENDAR\r\n".encode()


FILES = {
    "a.p@agendacli.ics": calendar_of("a.p@agendacli"),
    "moved.ics": calendar_of("b.p@agendacli", more="BEGIN:VTIMEZONE\r\nTZID:Own\r\nEND:VTIMEZONE\r\n"),
    "two.ics": calendar_of("c.p@agendacli", "d.p@agendacli"),
    "e.p@agendacli.ics": b"no calendar",
    "f.p@agendacli.ics": calendar_of("x@example.org"),
}


def test_vdir_holds_the_items_of_all_files() -> None:
    vdir = read_vdir(FILES)
    assert vdir.files == {
        "a.p@agendacli.ics": {"a.p@agendacli"},
        "moved.ics": {"b.p@agendacli"},
        "two.ics": {"c.p@agendacli", "d.p@agendacli"},
        "e.p@agendacli.ics": frozenset(),
        "f.p@agendacli.ics": {"x@example.org"},
    }
    assert [*vdir.items.by_uid] == ["a.p@agendacli", "b.p@agendacli", "c.p@agendacli", "d.p@agendacli", "x@example.org"]
    assert [*vdir.items.timezones] == ["Own"]


def test_vdir_of_no_files_is_empty() -> None:
    assert read_vdir({}) == Vdir({}, Items({}, {}))


def test_vdir_keeps_the_names_that_items_have() -> None:
    names = read_vdir(FILES).names_for(["a.p@agendacli", "b.p@agendacli", "new.p@agendacli"])
    assert names == {
        "a.p@agendacli": "a.p@agendacli.ics",
        "b.p@agendacli": "moved.ics",
        "new.p@agendacli": "new.p@agendacli.ics",
    }


@pytest.mark.parametrize(
    ("uid", "file"),
    [("c.p@agendacli", "two.ics"), ("e.p@agendacli", "e.p@agendacli.ics"), ("f.p@agendacli", "f.p@agendacli.ics")],
)
def test_vdir_does_not_overwrite_what_is_not_that_item(uid: str, file: str) -> None:
    expected = f"{file} holds something else than the item {uid}; move it out of the folder"
    assert read_vdir(FILES).names_for([uid]) == Refusal(expected)
