"""An item in the text of a definition: whole files before and after, and laws that hold for every layout."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.files.paths import bundled_folder
from agendacli.formats.definition.decode.programme import decode_programme
from agendacli.formats.definition.edit.grown import NewItem
from agendacli.formats.definition.edit.insert import Inserted, insert_item
from agendacli.formats.definition.yaml.reader import read_nodes
from agendacli.load.paths import definitions_in
from agendacli.model.asked import Refusal
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme
from agendacli.words.directory import Directory

FOLDER = Path(__file__).parent / "insert"
BY_HAND = Refusal("its days are laid out in a way that nothing can be added to; write the item by hand")
NOON = NewItem("2026-01-05", "12:00-13:00", "Noon")
PEOPLE = (("chair", "Ms. Jo Doe: Director"), ("speakers", ("Mr. A B, Cook", "Ms. C D")))

CASES = {
    "blank-first": (NewItem("2026-01-04", "10:00-11:00", "Sunday"), NOON),
    "compact": (
        NewItem("2026-01-05", "10:00-11:00", "Ten: tea", PEOPLE),
        NewItem("2026-01-05", "15:00-", "Three"),
        NewItem("2026-01-05", "08:00-08:30", "Eight"),
        NewItem("2026-01-06", "10:00-11:00", "Tuesday", PEOPLE),
        NewItem("2026-01-08", "10:00-11:00", "Thursday"),
    ),
    "spaced": (
        NewItem("2026-01-05", "10:00-11:00", "Ten", PEOPLE),
        NewItem("2026-01-05", "morning, before 09:00", "Dawn"),
        NewItem("2026-01-05", "hours unknown", "Whenever"),
        NewItem("2026-01-06", "10:00-11:00", "Tuesday"),
        NewItem("2026-01-04", "10:00-11:00", "Sunday"),
        NewItem("2 days after third", "10:00-11:00", "Friday"),
    ),
    "without-days": (NewItem("2026-01-06", "10:00-11:00", "Tuesday"),),
    "carriage-returns": (NewItem("2026-01-05", "10:00-11:00", "Ten"),),
    "byte-order-mark": (NewItem("2026-01-05", "10:00-11:00", "Ten", PEOPLE),),
    "document": (
        NewItem("2026-01-05", "10:00-11:00", "Ten"),
        NewItem("2026-01-08 to 2026-01-09", "hours unknown", "Walk"),
        NewItem("some day in 2026-02", "hours unknown", "Follow-up"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_insert_item_gives_the_file_after(case: str) -> None:
    data = (FOLDER / f"{case}.before.yaml").read_bytes()
    for item in CASES[case]:
        found = insert_item(data, item)
        assert isinstance(found, Inserted), item
        data = found.data
    after = FOLDER / f"{case}.after.yaml"
    if os.environ.get("UPDATE_GOLDEN"):
        after.write_bytes(data)
    assert data == after.read_bytes()


@pytest.mark.parametrize("file", definitions_in(bundled_folder()), ids=lambda file: file.stem)
def test_insert_item_into_every_bundled_event(file: Path) -> None:
    data = file.read_bytes()
    found = insert_item(data, NewItem("2017-09-04", "13:30-", "Tea"))
    assert isinstance(found, Inserted)
    assert [line for line in found.data.splitlines() if line not in data.splitlines()][-1] == b"    - 13:30-: Tea"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a list\n",
        "{title: Tea, days: {}}\n",
        "title: Tea\ndays: {}\n",
        "title: Tea\ndays: none\n",
        "title: Tea\ndays:\n  - a list\n",
        "title: Tea\ndays: {2026-01-05: []}\n",
        "title: Tea\ndays:\n  2026-01-05: [{10:00-11:00: Tea}]\n",
        "title: Tea\ndays:\n  2026-01-05: nothing\n",
        "title: Tea\ndays:\n  2026-01-05:\n    10:00-11:00: Tea\n",
        "? title\n: Tea\n",
        'title: Tea\ndays:\n  2026-01-05:\n    - 10:00-11:00: "Tea\n# at five"\n',
        "title: Tea\ndays: &all\n  2026-01-05: &day\n",
        "title: Tea\ndays:\n  2026-01-05:\n    - 10:00-11:00: [\n",
    ],
)
def test_insert_item_where_the_layout_leaves_no_place(text: str) -> None:
    assert insert_item(text.encode(), NOON) == BY_HAND


def test_insert_item_that_would_end_a_text_around_it() -> None:
    text = "title: Tea\ndays:\n  2026-01-05:\n    - 10:00-11:00: 'Tea\n# at five'\n"
    assert insert_item(text.encode(), NewItem("2026-01-05", "12:00-13:00", "It's noon")) == BY_HAND


def test_insert_item_into_what_is_no_text() -> None:
    assert insert_item(b"title: \xff\n", NOON) == BY_HAND


def test_insert_item_beside_items_that_are_none() -> None:
    found = insert_item(b"title: Tea\ndays:\n  2026-01-05:\n    - nonsense\n    - 13:00-14:00: Tea\n", NOON)
    assert found == Inserted(
        b"title: Tea\ndays:\n  2026-01-05:\n    - nonsense\n    - 12:00-13:00: Noon\n    - 13:00-14:00: Tea\n", 5
    )


def test_insert_item_on_the_night_when_the_clocks_go_back() -> None:
    text = "title: Tea\ndays:\n  2026-01-05:\n    - 02:30 second-03:30: Later\n"
    found = insert_item(text.encode(), NewItem("2026-01-05", "02:30 first-03:30", "Earlier"))
    assert isinstance(found, Inserted)
    assert found.data.decode().splitlines()[3:] == [
        "    - 02:30 first-03:30: Earlier",
        "    - 02:30 second-03:30: Later",
    ]


# Definitions in every layout that people write, with comments wherever one may stand.

DAYS = tuple(f"2026-01-{day:02}" for day in range(5, 12))
HOURS = st.integers(0, 22)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
COMMENTS = st.lists(st.sampled_from(["", "# a comment", "      # deeper: - 10:00", "        # deepest"]), max_size=2)


@st.composite
def definitions(draw: st.DrawFn) -> str:
    step, offset = draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from([2, 4]))
    blanks = draw(st.sampled_from([[], [""]]))
    dash, inside = " " * (2 + step), " " * (2 + step + offset)
    lines = ["# Tea.", "title: Tea", "zone: UTC", "", "days:  # all of them"]
    for day in sorted(draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=3))):
        lines += [*blanks, f"  {day}:"]
        for hour in sorted(draw(st.sets(HOURS, min_size=1, max_size=3))):
            lines += draw(COMMENTS)
            lines.append(f"{dash}{'-'.ljust(offset)}{hour:02}:00-{hour + 1:02}:00: Item {day} {hour}")
            lines += draw(st.sampled_from([[], [f"{inside}description: |", f"{inside}  # no comment"]]))
    lines += draw(COMMENTS)
    lines += draw(st.sampled_from([[], ["# The end."], ["", "notes: None."]]))
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


_PARTED = re.compile("[;|\uff1b\u3001\n\r\u2028\u2029]")


def person(position: str) -> str:
    """One person: what parts persons is left out."""
    return f"Ms. Jo Doe, {_PARTED.sub(',', position)}"


ITEMS = st.builds(
    NewItem,
    st.sampled_from(DAYS),
    st.builds("{:02}:30-23:30".format, HOURS),
    TEXTS,
    st.tuples(
        st.just(("id", "new")),
        st.tuples(st.just("description"), TEXTS),
        st.tuples(st.just("speakers"), st.lists(TEXTS.map(person), min_size=2, max_size=2).map(tuple)),
    ),
)


def programme(data: bytes) -> Programme:
    findings = Findings()
    node = read_nodes(data.decode().replace("\r\n", "\n"), "tea.yaml", findings)
    assert node
    found = decode_programme(node, "tea.yaml", Directory(), findings)
    assert found
    return found


@given(definitions(), ITEMS, st.sampled_from(["\n", "\r\n"]))
def test_insert_item_keeps_every_line_and_adds_its_own_together(text: str, item: NewItem, end: str) -> None:
    data = text.replace("\n", end).encode()
    found = insert_item(data, item)
    assert isinstance(found, Inserted)
    old, new = data.decode().split(end), found.data.decode().split(end)
    before = next((n for n, line in enumerate(old) if line != new[n]), len(old))
    assert old == new[:before] + new[before + len(new) - len(old) :]


@given(definitions(), ITEMS)
def test_insert_item_adds_one_session_and_changes_no_other(text: str, item: NewItem) -> None:
    found = insert_item(text.encode(), item)
    assert isinstance(found, Inserted)
    old, new = programme(text.encode()).sessions, programme(found.data).sessions
    added = next(each for each in new if each.id == "new")
    assert tuple(each for each in new if each is not added) == old
    assert (added.title, added.description, len(added.participants)) == (item.title.strip(), _said(item), 2)
    assert added.when_text == f"{item.day}, {item.time}"
    assert added.span
    assert added.span.line == found.line


@given(definitions(), ITEMS)
def test_insert_item_keeps_the_order_of_time(text: str, item: NewItem) -> None:
    found = insert_item(text.encode(), item)
    assert isinstance(found, Inserted)
    words = [each.when_text or "" for each in programme(found.data).sessions]
    assert words == sorted(words)


def _said(item: NewItem) -> str:
    return str(dict(item.fields)["description"]).strip()
