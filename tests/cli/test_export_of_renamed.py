"""`agenda export --since` and `--vdir`: what was renamed stays the entry that people have."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]
Write = Callable[[str, str], Path]

FORUM = """\
title: Water Forum
zone: Africa/Dakar
days:
  2026-03-21:
    - 10:00-11:00: Opening
    - 11:00-12:00: Panel on wells
"""
WEEK = """\
title: Reading week
zone: Europe/Lisbon
days:
"""
MEETING = "  {}:\n    - 10:00-12:00: Meeting\n      chair: Ms. Ada Prado\n"


@pytest.fixture
def since(agenda: Agenda, write: Write) -> Callable[..., Result]:
    """`since(old, new)`: export the old definition, then the new one `--since` that, into `new.ics`."""

    def export(old: str, new: str, name: str = "forum.yaml", later: str = "forum.yaml") -> Result:
        write(name, old)
        agenda("export", "-q", "-e", name, "-o", "old.ics")
        write(later, new)
        return agenda("export", "-e", later, "--since", "old.ics", "-o", "new.ics")

    return export


def items(file: str = "new.ics") -> list[tuple[str, ...]]:
    """UID, SEQUENCE, STATUS, title and start of each item."""
    text = Path(file).read_text()
    found = []
    for item in re.findall(r"BEGIN:VEVENT.*?END:VEVENT", text, re.DOTALL):
        values = (re.search(rf"^{name}[^:\n]*:(.*)$", item, re.MULTILINE) for name in NAMES)
        found.append(tuple(each[1].strip() if each else "" for each in values))
    return found


NAMES = ("UID", "SEQUENCE", "STATUS", "SUMMARY", "DTSTART")


def test_a_session_with_another_title_keeps_its_uid(since: Callable[..., Result], agenda: Agenda) -> None:
    result = since(FORUM, FORUM.replace("Panel on wells", "Panel on deep wells"))
    assert items() == [
        ("opening.forum@agendacli", "0", "CONFIRMED", "Opening", "20260321T100000"),
        ("panel-on-wells.forum@agendacli", "1", "CONFIRMED", "Panel on deep wells", "20260321T110000"),
    ]
    assert result.stderr.splitlines()[0] == (
        "agenda: `forum/panel-on-deep-wells` keeps the entry of `forum/panel-on-wells`; "
        "write `id: panel-on-wells` there to have it so"
    )
    agenda("export", "-q", "-e", "forum.yaml", "--since", "new.ics", "-o", "again.ics")
    assert Path("again.ics").read_bytes() == Path("new.ics").read_bytes()


def test_meetings_that_are_numbered_keep_their_entries_when_one_is_put_before_them(
    since: Callable[..., Result],
) -> None:
    old = WEEK + MEETING.format("2026-03-09") + MEETING.format("2026-03-10")
    since(old, WEEK + MEETING.format("2026-03-08") + old.removeprefix(WEEK), "week.yaml", "week.yaml")
    assert [(uid, sequence, start) for uid, sequence, _, _, start in items()] == [
        ("meeting-3.week@agendacli", "0", "20260308T100000"),
        ("meeting.week@agendacli", "0", "20260309T100000"),
        ("meeting-2.week@agendacli", "0", "20260310T100000"),
    ]


def test_a_session_that_is_no_more_is_cancelled_and_another_one_is_new(since: Callable[..., Result]) -> None:
    since(FORUM, FORUM.replace("11:00-12:00: Panel on wells", "15:00-16:00: Dinner"))
    assert [each[:3] for each in items()] == [
        ("opening.forum@agendacli", "0", "CONFIRMED"),
        ("dinner.forum@agendacli", "0", "CONFIRMED"),
        ("panel-on-wells.forum@agendacli", "1", "CANCELLED"),
    ]


def test_a_file_with_another_name_is_refused_until_its_id_says_which_event_it_is(
    since: Callable[..., Result], agenda: Agenda, write: Write
) -> None:
    result = since(FORUM, FORUM.replace("11:00-", "11:15-"), later="forum_v3_FINAL.yaml")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "agenda: the items there are those of `forum`, which `forum-v3-final` seems to be under another name: "
            "write "
            "`id: forum` into forum_v3_FINAL.yaml to bring them up to date, or `id: forum-v3-final` if it is another\n"
        ),
    )
    write("forum_v3_FINAL.yaml", f"id: forum\n{FORUM.replace('11:00-12', '11:15-12')}")
    assert agenda("export", "-e", "forum_v3_FINAL.yaml", "--since", "old.ics", "-o", "new.ics").exit_code == 0
    assert [each[:2] for each in items()] == [("opening.forum@agendacli", "0"), ("panel-on-wells.forum@agendacli", "1")]


def test_another_event_may_be_added_to_a_calendar(since: Callable[..., Result]) -> None:
    other = "title: Dinner\nzone: Africa/Dakar\ndays:\n  2026-04-01:\n    - 19:00-20:00: Dinner\n"
    assert since(FORUM, other, later="dinner.yaml").exit_code == 0


def test_a_folder_of_items_is_kept_in_the_same_way(agenda: Agenda, write: Write) -> None:
    write("forum.yaml", FORUM)
    agenda("export", "-q", "-e", "forum.yaml", "--vdir", "items")
    write("forum.yaml", FORUM.replace("Panel on wells", "Panel on deep wells"))
    agenda("export", "-q", "-e", "forum.yaml", "--vdir", "items")
    assert sorted(each.name for each in Path("items").iterdir()) == [
        "opening.forum@agendacli.ics",
        "panel-on-wells.forum@agendacli.ics",
    ]


def test_the_first_of_several_with_a_number_may_go_and_come_back(agenda: Agenda, write: Write) -> None:
    lunch = "  {}:\n    - 12:00-13:00: Lunch\n"
    both = FORUM + lunch.format("2026-03-22") + lunch.format("2026-03-23")
    for text in (both, FORUM + lunch.format("2026-03-23"), FORUM + lunch.format("2026-03-23"), both):
        write("forum.yaml", text)
        since = ("--since", "new.ics") if Path("new.ics").exists() else ()
        agenda("export", "-q", "-e", "forum.yaml", *since, "-o", "new.ics", "--force")
        assert agenda("diff", "-q", "new.ics", "forum.yaml").stdout == ""
    lunches = {uid: (sequence, status, start) for uid, sequence, status, _, start in items() if "lunch" in uid}
    assert lunches == {
        "lunch.forum@agendacli": ("2", "CONFIRMED", "20260322T120000"),
        "lunch-2.forum@agendacli": ("0", "CONFIRMED", "20260323T120000"),
    }


def test_what_changed_is_told_in_the_words_of_diff(since: Callable[..., Result]) -> None:
    new = FORUM.replace(
        "Panel on wells", "Panel on deep wells\n      id: panel-on-wells\n      room: Hall\n      url: x:y"
    )
    new = new.replace("10:00-11:00: Opening", "10:30-11:30: Opening\n      chair: Ms. Ada Prado")
    assert since(FORUM, new).stderr.splitlines()[1:] == [
        "agenda: changed forum/opening (Opening): moved from 10:00–11:00 to 10:30–11:30 (30 min later); text",
        (
            "agenda: changed forum/panel-on-wells (Panel on deep wells): "
            "now called “Panel on deep wells”, not “Panel on wells”; place; address"
        ),
    ]
