"""What may be one or two is told once, at its line, with the lines that settle it; and each of these does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from agendacli.analysis.doubts import Doubts
from agendacli.analysis.doubts.search import find_doubts
from agendacli.load.programmes import load
from agendacli.model.occurrence import Occurrence

Write = Callable[[str, str], Path]
HEAD = "title: Spring meeting\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n"


def definition(*items: str) -> str:
    """A session for each item, one an hour."""
    return HEAD + "".join(f"    - {9 + n:02}:00-{10 + n}:00: Item {n}\n      {item}\n" for n, item in enumerate(items))


def doubts(*paths: str) -> Doubts:
    loaded = load(paths)
    assert loaded.is_sound
    occurrences = [Occurrence(each, session, session.when) for each in loaded.programmes for session in each.sessions]
    return find_doubts(occurrences, loaded.people, loaded.gazetteer)


def told(found: Doubts) -> list[str]:
    return [
        f"{each.span.line}:{each.span.column} {each.code.name} {each.message.partition('; ')[0]}"
        for each in found.diagnostics
    ]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (
            ("speaker: Dr. Anna Müller", "speaker: Anna Mueller"),
            ["8:16 near-person “Anna Mueller” may be “Anna Müller”"],
        ),
        (("speaker: Weiss, Nora", "speaker: Nora Weiss"), ["8:16 near-person “Nora Weiss” may be “Weiss, Nora”"]),
        (("speaker: Weiss", "speaker: Weiss, Nora"), ["8:16 near-person “Weiss, Nora” may be “Weiss”"]),
        (("speaker: Weiss, Nora",), ["6:16 surname-first “Weiss, Nora” may be “Nora Weiss”"]),
        (("speakers: Nora Weiss, Paul Kern",), ["6:17 person-or-position “Paul Kern” may be another person"]),
        (
            ("speaker: Nora Weiss, Quendrim Oy", "chair: Quendrim Oy"),
            ["6:16 person-or-position “Quendrim Oy” may be another person"],
        ),
        (
            ("speakers: 'Nora Weiss, Dr. Quendrim Oy'",),
            ["6:17 person-or-position “Dr. Quendrim Oy” may be another person"],
        ),
        (
            ("speaker: Hans Vogel, ETH", "speaker: 'Hans Vogel, Chair, University of Graz'"),
            ["8:16 two-institutions “Hans Vogel” is of “ETH” and of “University of Graz”"],
        ),
        (("room: Plenary", "room: Plenary Room"), ["8:13 near-room “Plenary Room” may be “Plenary”"]),
        (
            ("room: Hall AB", "room: Hall A", "room: Hall B"),
            ["6:13 rooms-together “Hall AB” may be “Hall A” and “Hall B” together"],
        ),
        (
            ("room: Hall 1, Hall 2", "room: Hall 1", "room: Hall 2"),
            ["6:13 rooms-together “Hall 1, Hall 2” may be “Hall 1” and “Hall 2” together"],
        ),
        (("room: Hall 1+2", "room: Hall 1"), []),
    ],
)
def test_doubt_is_told_once_at_its_line(write: Write, items: tuple[str, ...], found: list[str]) -> None:
    write("meeting.yaml", definition(*items, *items))
    assert told(doubts("meeting.yaml")) == found


@pytest.mark.parametrize(
    "items",
    [
        ("speaker: Weiss, Nora", "speaker: Weiss, Peter", "speaker: Nora Vogel"),
        ("speakers: [Anna Müller, Anna Mueller]",),  # nobody is listed twice
        ("speaker: Nora Weiss, World Bank", "speaker: Nora Weiss, Chair"),
        ("speaker: Hans Vogel, ETH", "speaker: Hans Vogel, Professor, ETH Zürich", "speaker: Hans Vogel"),
        ("speaker: {person: Nora Weiss, position: Paul Kern}",),
        ("speaker: Representative of Kenya", "speaker: Representatives of Kenya"),
        ("room: Room 1", "room: Room 2", "room: room-1", "room: 'Room 1, Town Hall'"),
        ("room: Zoom", "room: Zoom meeting"),
        ("{room: Plenary, place: Graz}", "{room: Plenary Room, place: Linz}"),
    ],
)
def test_what_is_surely_one_or_surely_two_is_no_doubt(write: Write, items: tuple[str, ...]) -> None:
    lines = [each.strip("{}").replace(", ", "\n      ") if each[0] == "{" else each for each in items]
    settled = [
        each
        for each in doubts(str(write("meeting.yaml", definition(*lines)))).diagnostics
        if each.code.name not in {"surname-first", "unplaced-city"}
    ]
    assert settled == []


def test_rooms_of_near_names_that_are_both_declared_are_no_doubt(write: Write) -> None:
    write("places.yaml", "rooms: [Plenary, Plenary Room]\n")
    items = ("room: Plenary", "room: Plenary Room")
    assert doubts(str(write("meeting.yaml", definition(*items)))).diagnostics == ()


def test_rooms_that_differ_in_letters_or_are_parts_of_a_declared_one_are_no_doubt(write: Write) -> None:
    write("places.yaml", "rooms: [Hall B, {name: Ballroom AB, parts: [Ballroom A, Ballroom B]}]\n")
    items = ("room: Hall C", "room: Ballroom A", "room: Ballroom AB")
    assert doubts(str(write("meeting.yaml", definition(*items)))).diagnostics == ()


def settling(message: str) -> list[str]:
    """The two lines that a message shows."""
    found = re.search(r"write `(.+)` if .*, `(.+)` if ", message)
    return list(found.groups()) if found else []


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(
    ("items", "file"),
    [
        (("speaker: Anna Müller", "speaker: Anna Mueller"), "people.yaml"),
        (("speaker: Weiss, Nora", "speaker: Nora Weiss"), "people.yaml"),
        (("speaker: Hans Vogel, ETH", "speaker: Hans Vogel, MIT, Boston University"), "people.yaml"),
        (("room: Plenary", "room: Plenary Room"), "places.yaml"),
        (("room: Hall AB", "room: Hall A", "room: Hall B"), "places.yaml"),
        (("room: Hall 1, Hall 2", "room: Hall 1", "room: Hall 2"), "places.yaml"),
    ],
)
def test_either_line_that_is_shown_settles_the_doubt(
    write: Write, items: tuple[str, ...], file: str, number: int
) -> None:
    write("meeting.yaml", definition(*items))
    [found] = doubts("meeting.yaml").diagnostics
    write(file, f"{settling(found.message)[number]}\n")
    assert doubts("meeting.yaml") == Doubts()


@pytest.mark.parametrize("key", ["aliases", "not"])
def test_line_for_somebody_who_is_declared_settles_the_doubt(write: Write, key: str) -> None:
    write("people.yaml", "mueller:\n  name: Anna Müller\n  aliases: [A. M.]\n")
    write("meeting.yaml", definition("speaker: Anna Mueller"))
    [found] = doubts("meeting.yaml").diagnostics
    line = next(each for each in settling(found.message) if each.startswith(key))
    other = "" if key == "aliases" else "  aliases: [A. M.]\n"
    write("people.yaml", f"mueller:\n  name: Anna Müller\n{other}  {line}\n")
    assert doubts("meeting.yaml") == Doubts()


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("item", ["speaker: Nora Weiss, Paul Kern", "speaker: Weiss, Nora"])
def test_text_that_is_shown_settles_what_a_comma_means(write: Write, item: str, number: int) -> None:
    [found] = doubts(str(write("meeting.yaml", definition(item)))).diagnostics
    write("meeting.yaml", definition(f"speaker: {settling(found.message)[number]}"))
    assert doubts("meeting.yaml") == Doubts()


def test_doubt_between_two_files_is_told_where_the_second_stands(write: Write) -> None:
    write("a.yaml", definition("speaker: Anna Müller"))
    write("b.yaml", definition("speaker: Anna Mueller"))
    [found] = doubts("a.yaml", "b.yaml").diagnostics
    assert (str(found.span), [str(each.span) for each in found.notes]) == ("b.yaml:6:16", ["a.yaml:6:16"])


def test_name_of_two_declared_persons_may_be_either(write: Write) -> None:
    write("people.yaml", "a: {name: Jo Doe, not: [b]}\nb: {name: Jo Doe}\n")
    write("meeting.yaml", definition("speaker: Jo Doe", "speaker: a"))
    assert list(doubts("meeting.yaml").people) == [("a", "jo-doe"), ("b", "jo-doe")]
