"""Org, as Emacs reads it: headings, properties, timestamps; no text means anything in it."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.writers import WRITERS
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.when import Days, Timed, When

Decode = Callable[..., tuple[Programme, list[str]]]

TEA = """\
title: Tea
license: CC0
zone: Europe/Vienna
place: {city: Vienna}
categories: [hot drinks]
days:
  2026-03-09:
    - {9:00-: Open, id: open, room: Hall A, kind: panel, chair: Ann Poe (tbc), notes: [Come.], url: "https://a.org"}
    - 10:00-12:00: Seas
      id: seas
      items:
        - {10:00-10:30: Fish, id: fish}
    - {20:00-02:00 +1: Ball, id: ball, status: cancelled}
    - {before 18:00: Posters, id: posters, status: tentative}
  2026-03-10 to 2026-03-11:
    - {hours unknown: Trip, id: trip}
  some day in 2026-04:
    - {hours unknown: Later, id: later}
"""


TWICE = "every Tuesday from 2026-05-05 to 2026-05-12"


def org(programme: Programme, zone: str | None = None) -> str:
    found = WRITERS["org"](ToExport((programme,), expand((programme,)), zone=zone))
    assert isinstance(found, Exported)
    return found.data.decode()


def test_a_programme(decode: Decode) -> None:
    lines = org(decode(TEA)[0]).splitlines()
    assert lines[:8] == [
        "#+TITLE: Tea",
        "#+TODO: TODO TENTATIVE | DONE CANCELLED",
        "* Tea :hot_drinks:",
        ":PROPERTIES:",
        ":ID: meeting",
        ":LOCATION: Vienna",
        ":TIMEZONE: Europe/Vienna",
        ":LICENSE: CC0",
    ]
    drawers = re.compile(r"^:(?:PROPERTIES|END|ID|LOCATION|URL).*")
    assert [each for each in lines[9:] if not drawers.match(each)] == [
        "** TENTATIVE Posters :poster_session:",
        "  <2026-03-09 Mon> before 18:00",
        "** Open :panel:",
        "  <2026-03-09 Mon 09:00>",
        "  - chair :: Ann Poe (to be confirmed)",
        "  Come.",
        "** Seas",
        "  <2026-03-09 Mon 10:00-12:00>",
        "*** Fish",
        "  <2026-03-09 Mon 10:00-10:30>",
        "** CANCELLED Ball",
        "  [2026-03-09 Mon 20:00]--[2026-03-10 Tue 02:00]",
        "** Trip",
        "  <2026-03-10 Tue>--<2026-03-11 Wed>",
        "** Later",
        "  some day in April 2026",
    ]
    assert ":ID: meeting/open" in lines
    assert ":URL: https://a.org" in lines
    assert ":LOCATION: Hall A, Vienna" in lines


@pytest.mark.parametrize(
    ("day", "stamps"),
    [
        ("every Tuesday from 2026-05-05", ["<2026-05-05 Tue 09:00-10:00 +1w>"]),
        ("every day from 2026-05-05", ["<2026-05-05 Tue 09:00-10:00 +1d>"]),
        (TWICE, ["<2026-05-05 Tue 09:00-10:00>", "<2026-05-12 Tue 09:00-10:00>"]),
    ],
)
def test_what_repeats(decode: Decode, day: str, stamps: list[str]) -> None:
    """Org has repeaters for equal steps without an end; else each time stands there."""
    said = f"title: Tea\nzone: Europe/Vienna\ndays:\n  {day}:\n    - 9:00-10:00: Tea\n"
    assert re.findall(r"<[^>]+>", org(decode(said)[0])) == stamps


def test_a_repeater_is_not_moved_to_other_clocks(decode: Decode) -> None:
    said = f"title: Tea\nzone: Europe/Vienna\ndays:\n  {TWICE}:\n    - 9:00-10:00: Tea\n"
    found = re.findall(r"<[^>]+>", org(decode(said)[0], "Asia/Tokyo"))
    assert found == ["<2026-05-05 Tue 16:00-17:00>", "<2026-05-12 Tue 16:00-17:00>"]


HOSTILE = ["* a", "** TODO x", "CANCELLED x", "[#A] x", "x :tag:", "<2020-01-01 Wed>", ":END:", "#+begin_src", "\0",
           "TODO x", "a\nb", "| a |", "%%(diary)", "", " ", "<%%(f)>", "\u2028* b", "[2020-01-01 Wed]",
           "[[elisp:(f)][a]]", "src_sh{f}", "call_f()", "{{{m}}}", "[fn:1]", "<<a>>", "shell:f"]  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=12)
START = datetime(2026, 3, 9, 10)  # noqa: DTZ001
WHENS: list[When] = [Timed(START, None, "UTC"), Days(date(2026, 3, 9), date(2026, 3, 10), None)]


@st.composite
def sessions(draw: st.DrawFn, id_: str) -> Session:
    return Session(
        id_,
        draw(TEXTS),
        draw(st.sampled_from(WHENS)),
        kind=draw(TEXTS),
        status=draw(st.sampled_from([*Status])),
        room=draw(st.none() | TEXTS),
        description=draw(st.none() | TEXTS),
        url=draw(st.none() | TEXTS),
        notes=tuple(draw(st.lists(TEXTS, max_size=2))),
        categories=tuple(draw(st.lists(TEXTS, max_size=2))),
        participants=tuple(Participant(draw(TEXTS), draw(TEXTS)) for _ in range(draw(st.integers(0, 2)))),
    )


@given(title=TEXTS, count=st.integers(0, 3), data=st.data())
def test_no_text_is_a_heading_a_drawer_a_timestamp_a_link_or_code(title: str, count: int, data: st.DataObject) -> None:
    own = Programme(
        "x", title, "x.yaml", zone="UTC", sessions=tuple(data.draw(sessions(f"s{n}")) for n in range(count))
    )
    text = org(own)
    lines = text.split("\n")
    assert sum(each.startswith("*") for each in lines) == count + 1
    assert (lines.count(":PROPERTIES:"), lines.count(":END:")) == (count + 1, count + 1)
    assert len(re.findall(r"[<\[]\d{4}-\d\d-\d\d", text)) == count
    assert not re.search(r"\[\[|<<|\{\{|\[fn:|elisp:|shell:|src_\w+{|call_\w+\(", text)
    keywords = [each.split(" ")[1] for each in lines if re.match(r"\*+ (?:TENTATIVE|CANCELLED|TODO|DONE) ", each)]
    assert len(keywords) == sum(each.status is not Status.CONFIRMED for each in own.sessions)
