"""`agenda publish`: what the folder holds, what stays at home, what a second run leaves alone."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

TEA = """\
title: Tea & <i>talk</i>
zone: Europe/Vienna
place: Vienna
revision: 2026-03-01
days:
  2026-03-10:
    - 09:00-10:00: Green
      room: Hall
      categories: leaf
      speakers: Ann Poe
    - 09:30-11:00: Black
      room: Attic
    - 18:00-: Walk
    - 12:00-13:00: Board
      privacy: private
      room: Cellar
"""


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.yaml"
    path.write_text(TEA)
    return path


def publish(agenda: Agenda, tea: Path, *arguments: str) -> Result:
    result = agenda("-e", str(tea), "publish", "-o", str(tea.parent / "out"), *arguments)
    assert result.exit_code == 0, result.stderr
    return result


def contents(tea: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted((tea.parent / "out").iterdir())}


class Page(HTMLParser):
    """The texts of a page, and the elements that would load or run anything."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page(tea: Path) -> Page:
    return Page((tea.parent / "out" / "index.html").read_text())


def test_names_of_the_files_are_printed_and_what_goes_out_is_told(agenda: Agenda, tea: Path) -> None:
    result = publish(agenda, tea)
    assert result.stdout.split() == [
        "index.html",
        "agenda.json",
        "schedule.xml",
        "tea.ics",
        "room-hall.ics",
        "room-attic.ics",
        "category-leaf.ics",
    ]
    assert result.stderr == "agenda: publishing 3 sessions, 1 person; held back: 1 private session\n"


def test_second_run_writes_no_byte(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea, "--people-feeds", "--signs")
    before = {each: each.stat().st_mtime_ns for each in (tea.parent / "out").iterdir()}
    publish(agenda, tea, "--people-feeds", "--signs")
    assert {each: each.stat().st_mtime_ns for each in (tea.parent / "out").iterdir()} == before


def test_equal_input_gives_equal_output(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea)
    first = contents(tea)
    publish(agenda, tea, "--fresh")
    assert contents(tea) == first


def test_calendar_keeps_its_name_and_cancels_what_is_gone(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea, "--people-feeds")
    tea.write_text(
        TEA.replace("    - 09:00-10:00: Green\n      room: Hall\n      categories: leaf\n      speakers: Ann Poe\n", "")
    )
    publish(agenda, tea)
    found = contents(tea)
    assert set(found) == {
        *("agenda.json", "category-leaf.ics", "index.html", "person-ann-poe.ics", "room-attic.ics", "room-hall.ics"),
        *("schedule.xml", "tea.ics"),
    }
    for name in ("category-leaf.ics", "person-ann-poe.ics", "room-hall.ics", "tea.ics"):
        assert found[name].count(b"STATUS:CANCELLED") == 1, name
    assert b"Green" not in found["index.html"]
    assert b"NAME:leaf" in found["category-leaf.ics"]


def test_session_that_moves_to_another_room_is_not_cancelled_in_the_calendar_of_the_first(
    agenda: Agenda, tea: Path
) -> None:
    publish(agenda, tea)
    tea.write_text(TEA.replace("room: Hall", "room: Attic"))
    publish(agenda, tea)
    assert b"VEVENT" not in contents(tea)["room-hall.ics"]
    assert b"CANCELLED" not in contents(tea)["room-attic.ics"]


def test_session_that_becomes_private_is_gone_without_a_word(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea)
    tea.write_text(TEA.replace("      room: Attic\n", "      room: Attic\n      privacy: private\n"))
    publish(agenda, tea)
    found = contents(tea)
    assert [name for name, data in found.items() if b"Black" in data] == []
    assert [name for name, data in found.items() if name.endswith(".ics") and b"CANCELLED" in data] == []


def test_fresh_begins_anew(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea, "--people-feeds")
    tea.write_text(TEA.replace("Green", "White"))
    publish(agenda, tea, "--fresh")
    assert "person-ann-poe.ics" not in contents(tea)
    assert b"CANCELLED" not in contents(tea)["tea.ics"]


def test_nothing_is_written_where_a_calendar_that_is_there_cannot_be_read(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea)
    before = contents(tea)
    tea.write_text(TEA.replace("Green", "White"))
    with (tea.parent / "out" / "huge.ics").open("wb") as huge:
        huge.truncate(300 << 20)
    done = agenda("publish", "-e", str(tea), "-o", str(tea.parent / "out"), "--fresh")
    (tea.parent / "out" / "huge.ics").unlink()
    assert (done.exit_code, "which no programme is" in done.stderr) == (2, True)
    assert contents(tea) == before


def test_licence_of_the_programme_goes_where_a_format_has_a_place_for_it(agenda: Agenda, tea: Path) -> None:
    tea.write_text(f"license: CC BY 4.0\n{TEA}")
    publish(agenda, tea)
    found = contents(tea)
    assert b'"subjectOf":{"@type":"CreativeWork","license":"CC BY 4.0"}' in found["index.html"].replace(b'": ', b'":')
    assert b"<p>CC BY 4.0</p>" in found["index.html"]
    assert b"<license>CC BY 4.0</license>" in found["schedule.xml"]


@pytest.mark.parametrize("name", ["index.html", "agenda.json", "tea.ics", "schedule.xml"])
def test_foreign_file_is_not_written_over(agenda: Agenda, tea: Path, name: str) -> None:
    (tea.parent / "out").mkdir()
    (tea.parent / "out" / name).write_text("somebody's own")
    result = agenda("-e", str(tea), "publish", "-o", str(tea.parent / "out"))
    assert result.exit_code == 2
    assert "this tool did not write it" in result.stderr
    assert contents(tea) == {name: b"somebody's own"}


def test_nothing_is_published_of_faulty_input(agenda: Agenda, tea: Path) -> None:
    tea.write_text(f"{TEA}    - 25:00-: Late\n")
    result = agenda("-e", str(tea), "publish", "-o", str(tea.parent / "out"))
    assert result.exit_code == 2
    assert not (tea.parent / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name the folder to publish into: `-o FOLDER`"),
        (("-o", "out", "--lang", "xx"), "the page is written in en, fr, es, de, ru, zh, ar, not `xx`"),
        (("-o", "out", "--source", "ftp://example.org"), "is not an address of the web"),
    ],
)
def test_wrong_usage_is_refused(agenda: Agenda, tea: Path, arguments: tuple[str, ...], told: str) -> None:
    result = agenda("-e", str(tea), "publish", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_page_loads_nothing_and_runs_its_own_script_alone(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea, "--source", "https://example.org/tea")
    tags = page(tea).tags
    assert [
        tag for tag, given in tags if tag in {"img", "link", "iframe"} or given.get("src") or given.get("style")
    ] == []
    assert [given for tag, given in tags if any(name.startswith("on") for name in given)] == []
    [policy] = [given["content"] for tag, given in tags if given.get("http-equiv")]
    assert policy is not None
    assert re.fullmatch(
        r"default-src 'none'; style-src( 'sha256-[\w+/]{43}='){2}; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; "
        r"form-action 'none'",
        policy,
    )
    links = {given["href"] for tag, given in tags if tag == "a"}
    assert "webcal://example.org/tea/tea.ics" in links


def test_texts_of_strangers_are_text(agenda: Agenda, tea: Path) -> None:
    tea.write_text(
        TEA.replace(
            "      room: Attic\n",
            '      room: "</script><script>1</script>"\n      description: "<b>x"\n      url: "javascript:alert(1)"\n',
        )
    )
    publish(agenda, tea, "--signs")
    shown = page(tea)
    assert "Tea & <i>talk</i>" in shown.texts
    assert "</script><script>1</script>" in shown.texts
    assert {tag for tag, _ in shown.tags}.isdisjoint({"i"})
    assert not any((given.get("href") or "").startswith("javascript") for _, given in shown.tags)
    assert [tag for tag, _ in shown.tags].count(
        "script"
    ) == 3  # the data for search engines and for the page, and the script


def test_data_in_the_page_is_json(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea)
    text = (tea.parent / "out" / "index.html").read_text()
    [linked] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    [event] = json.loads(linked)
    assert event["name"] == "Tea & <i>talk</i>"
    assert [each["name"] for each in event["subEvent"]] == ["Green", "Black", "Walk"]
    assert event["subEvent"][0]["startDate"] == "2026-03-10T09:00+01:00"
    assert "endDate" not in event["subEvent"][2]


def test_what_changed_is_marked_and_what_is_gone_is_listed(agenda: Agenda, tea: Path) -> None:
    old = tea.with_name("old.yaml")
    old.write_text(TEA.replace("09:30-11:00: Black", "09:30-11:00: Blue").replace("18:00-", "17:00-"))
    publish(agenda, tea, "--since", str(old))
    shown = page(tea).texts
    assert "new" in shown
    assert any("17:00" in each for each in shown)
    assert "Blue" in shown


def test_an_older_file_of_the_same_name_is_compared_with(agenda: Agenda, tea: Path) -> None:
    old = tea.parent / "old" / "tea.yaml"
    old.parent.mkdir()
    old.write_text(TEA.replace("09:30-11:00: Black", "09:30-11:00: Blue"))
    publish(agenda, tea, "--since", str(old))
    assert "Blue" in page(tea).texts


def test_records_hold_the_sessions_and_nothing_private(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea)
    found = json.loads(contents(tea)["agenda.json"])
    assert [each["title"] for each in found["events"][0]["sessions"]] == ["Green", "Black", "Walk"]
    assert "file" not in found["events"][0]
    assert str(tea.parent).encode() not in b"".join(contents(tea).values())


def test_records_have_a_line_for_each_session_and_each_name_once(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea)
    text = contents(tea)["agenda.json"].decode()
    objects: list[list[str]] = []
    json.loads(text, object_pairs_hook=lambda pairs: objects.append([name for name, _ in pairs]))
    assert [each for each in objects if len(each) != len({*each})] == []
    assert [json.loads(line.rstrip(","))["title"] for line in text.split("\n") if '"start_time"' in line] == [
        "Green",
        "Black",
        "Walk",
    ]


PRIVATE = re.sub(r"(?m)^    - .*", r"\g<0>\n      privacy: private", TEA.replace("      privacy: private\n", ""))


@pytest.mark.parametrize(
    ("text", "arguments", "title"),
    [(TEA, ("--city", "Tokyo"), "Agenda"), (PRIVATE, (), "Tea & <i>talk</i>")],
    ids=["nothing selected", "all private"],
)
def test_page_of_which_nothing_is_left_has_a_title_alone(
    agenda: Agenda, tea: Path, text: str, arguments: tuple[str, ...], title: str
) -> None:
    tea.write_text(text)
    publish(agenda, tea, *arguments)
    assert [tag for tag, _ in page(tea).tags if tag in {"h1", "article"}] == ["h1"]
    assert title in page(tea).texts


def test_much_text_is_on_a_page_of_its_own(agenda: Agenda, tea: Path) -> None:
    tea.write_text(TEA.replace("      room: Attic\n", f"      room: Attic\n      description: {'long ' * 13_000}\n"))
    assert "details.html" in publish(agenda, tea).stdout.split()
    assert b"long long" not in contents(tea)["index.html"]
    assert b'href="details.html#tea/black"' in contents(tea)["index.html"]
    assert b'id="tea/black"' in contents(tea)["details.html"]


def test_signs_name_the_room_of_each_day_and_its_sessions(agenda: Agenda, tea: Path) -> None:
    publish(agenda, tea, "--signs")
    shown = Page((tea.parent / "out" / "signs.html").read_text()).texts
    assert shown[shown.index("Attic") :][:2] == ["Attic", "Tuesday, 10 March 2026"]
    assert "Board" not in shown
