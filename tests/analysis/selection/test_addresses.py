"""Addresses as users type them, and what they mean."""

import sys
from array import array
from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.analysis.selection.addresses import (
    Address,
    Target,
    addressed,
    find,
    find_all,
    labels_begun,
    missing,
    read_address,
)
from agendacli.model.asked import Refusal
from agendacli.model.lazy import MANY, LazySessions
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

WHEN = Timed(datetime.fromisoformat("2017-09-04T10:00"), datetime.fromisoformat("2017-09-04T11:00"), "Europe/Vienna")


def programme(id_: str, *sessions: str, revision: date | None = None, older: bool = False) -> Programme:
    items = tuple(Session(each, each, WHEN) for each in sessions)
    return Programme(id_, id_, f"{id_}.yaml", sessions=items, revision=revision, older=older)


VIENNA = programme("vienna-session", "opening", "panel-1", "panel-2", revision=date(2017, 10, 9))
DRAFT = programme("vienna-session", "opening", revision=date(2017, 8, 24), older=True)
COUNCIL = programme("security-council", "meeting")
STOCKTAKING = programme("stocktaking-meeting", "meeting")
CALENDAR = programme("stdin", "a%20b@host%2F1")
ALL = (DRAFT, VIENNA, COUNCIL, STOCKTAKING, CALENDAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vienna-session", Address("vienna-session")),
        (" vienna-session ", Address("vienna-session")),
        ("vienna-session@2017-08-24", Address("vienna-session", date(2017, 8, 24))),
        ("vienna-session@2017-08-24/opening", Address("vienna-session", date(2017, 8, 24), "opening")),
        ("stdin/a%20b@host%2F1", Address("stdin", None, "a%20b@host%2F1")),
        ("stdin/a b\u3000c", Address("stdin", None, "a%20b%E3%80%80c")),
        ("e/s/20170904T080000Z", Address("e", None, "s", "20170904T080000Z")),
        ("e/s/20170904", Address("e", None, "s", "20170904")),
    ],
)
def test_read_address(text: str, expected: Address) -> None:
    assert read_address(text) == expected


@pytest.mark.parametrize("text", ["", "/s", "e/", "e//20170904", "e/s/20170904/x", "@2017-08-24"])
def test_read_address_of_another_shape_is_refused(text: str) -> None:
    expected = Refusal(f"`{text}` is not an address: write `EVENT`, `EVENT/SESSION` or `EVENT/SESSION/OCCURRENCE`")
    assert read_address(text) == expected


def test_read_address_with_a_revision_that_is_no_date_is_refused() -> None:
    assert read_address("vienna-session@draft") == Refusal(
        "`draft` is not a revision: write its date after the `@`, like `vienna-session@2017-08-24`"
    )


def test_read_address_with_an_occurrence_that_is_no_time_is_refused() -> None:
    assert read_address("e/s/monday") == Refusal(
        "`monday` in `e/s/monday` is not an occurrence: write it like `20170904T080000Z`"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vienna-session", Target(VIENNA)),
        ("v", Target(VIENNA)),
        ("Vienna", Target(VIENNA)),
        ("vienna-session@2017-08-24", Target(DRAFT)),
        ("vienna@2017-10-09", Target(VIENNA)),
        ("vienna/panel-1", Target(VIENNA, VIENNA.sessions[1])),
        ("vienna@2017-08-24/opening", Target(DRAFT, DRAFT.sessions[0])),
        ("stdin/a b@host%2F1", Target(CALENDAR, CALENDAR.sessions[0])),
        ("sec/meeting/20171204", Target(COUNCIL, COUNCIL.sessions[0], "20171204")),
    ],
)
def test_find(text: str, expected: Target) -> None:
    assert find(text, ALL) == expected


def test_find_whole_id_that_begins_another() -> None:
    longer = programme("vienna-session-2")
    assert find("vienna-session", (longer, VIENNA)) == Target(VIENNA)


def test_find_older_revision_where_there_is_no_other() -> None:
    assert find("vienna", (DRAFT,)) == Target(DRAFT)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("s", "`s` could be `security-council`, `stocktaking-meeting` or `stdin`: write more of it"),
        ("viena-sesion", "no event is called `viena-sesion`; did you mean `vienna-session`?"),
        (
            "x",
            "no event is called `x`; there are `security-council`, `stdin`, `stocktaking-meeting` and `vienna-session`",
        ),
        ("vienna/panel", "`vienna-session` has no session `panel`; did you mean `panel-1` or `panel-2`?"),
        ("vienna/pannel-2", "`vienna-session` has no session `pannel-2`; did you mean `panel-2` or `panel-1`?"),
        ("sec/lunch", "`security-council` has no session `lunch`; there is only `meeting`"),
        (
            "vienna@2017-01-01",
            "`vienna-session` has no revision `2017-01-01`; did you mean `2017-10-09` or `2017-08-24`?",
        ),
        ("sec@2017-01-01", "`security-council` has no revision `2017-01-01`; there is none"),
        ("a/b/c/d", "`a/b/c/d` is not an address: write `EVENT`, `EVENT/SESSION` or `EVENT/SESSION/OCCURRENCE`"),
    ],
)
def test_find_nothing_names_near_matches(text: str, message: str) -> None:
    assert find(text, ALL) == Refusal(message)


def test_find_all_in_order_of_the_addresses() -> None:
    assert find_all(("sec", "vienna/opening", "vienna/panel-1"), ALL) == (
        Target(COUNCIL),
        Target(VIENNA, VIENNA.sessions[0]),
        Target(VIENNA, VIENNA.sessions[1]),
    )


def test_target_id_is_written_out() -> None:
    assert Target(COUNCIL, COUNCIL.sessions[0], "20171204").id == "security-council/meeting/20171204"


def occurrences(*programmes: Programme) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(each, session, session.when) for each in programmes for session in each.sessions)


def test_addressed_by_event_and_session() -> None:
    every = occurrences(*ALL)
    assert addressed(every, (Target(VIENNA, VIENNA.sessions[1]), Target(COUNCIL))) == (
        Occurrence(VIENNA, VIENNA.sessions[1], WHEN),
        Occurrence(COUNCIL, COUNCIL.sessions[0], WHEN),
    )


def test_addressed_revision_only() -> None:
    assert addressed(occurrences(*ALL), (Target(DRAFT),)) == occurrences(DRAFT)


def test_missing_occurrence_is_named() -> None:
    target = Target(COUNCIL, COUNCIL.sessions[0], "20171204")
    assert missing(occurrences(*ALL), (Target(VIENNA), target)) == (
        Refusal(
            "`security-council/meeting/20171204` is not an occurrence of its session; "
            "did you mean `security-council/meeting`?"
        ),
    )


def test_missing_nothing() -> None:
    assert missing(occurrences(*ALL), (Target(VIENNA), Target(COUNCIL, COUNCIL.sessions[0]))) == ()


def test_event_that_is_no_session_is_found_without_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guesses look at every id: of a large event they cost more than all else."""
    monkeypatch.setitem(sys.modules, "agendacli.words.guesses", None)
    assert find("vienna-session", (VIENNA,)) == Target(VIENNA)


def test_session_among_very_many_is_found_without_decoding_the_others() -> None:
    decoded: list[int] = []

    def decode(number: int) -> Session:
        decoded.append(number)
        return Session(f"s{number}", "Talk", WHEN)

    zeros = array("q", [0] * MANY)
    kept = LazySessions(zeros, zeros, decode).labels
    decoded.clear()
    large = replace(COUNCIL, sessions=LazySessions(zeros, zeros, decode, kept_labels=lambda: kept))
    target = find("security-council/s7", (large,))
    assert (isinstance(target, Target) and target.session and target.session.id, decoded) == ("s7", [7])
    decoded.clear()
    assert (list(labels_begun(large, "s99"))[:2], decoded) == ([("s99", "Talk"), ("s990", "Talk")], [])


def test_ids_that_begin_so_have_their_titles() -> None:
    assert list(labels_begun(VIENNA, "panel")) == [("panel-1", "panel-1"), ("panel-2", "panel-2")]
