"""Names behind the dash of a title: people, no part of it; a town behind them is where they are from."""

import pytest
from tests.formats.documents.conftest import Shown

HEAD = "Saturday, 14 March 2026\n\n09:00-09:30 Old maps — Paul Kern, University of Bergen\n"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("The tides — Ida Holm, Oslo", "The tides +Ida Holm, Oslo (speaker)"),
        ("The tides - Ida Holm (Lisbon)", "The tides +Ida Holm, Lisbon (speaker)"),
        ("The tides -- Ida Holm, Office, City of Oslo", "The tides +Ida Holm, Office, City of Oslo (speaker)"),
        ("The tides (20 min) – Ida Holm", "The tides +Ida Holm (speaker)"),
        ("The tides (a film) – Ida Holm", "The tides (a film) +Ida Holm (speaker)"),
        (
            "The tides — Ida Holm and Paul Kern, Kiel",
            "The tides +Ida Holm (speaker) +Paul Kern, Kiel (speaker) ?`Kiel` behind the name may be somebody else",
        ),
        ("The tides – Dr. Ida Holm (Oslo) & Paul Kern", "The tides +Dr. Ida Holm, Oslo (speaker) +Paul Kern (speaker)"),
        ("Films - Ida Holm", "Films +Ida Holm (speaker) ?who gives it may be a part of it"),
        ("The tides – Zurvano Holtz", "The tides – Zurvano Holtz ?reads as if it named a person"),
        ("Lighthouses – a history", "Lighthouses – a history"),
    ],
)  # fmt: skip
def test_who_stands_behind_the_dash_of_a_title_is_no_part_of_it(line: str, read: str, shown: Shown) -> None:
    text = f"{HEAD}09:30-10:00 {line}\n10:00-10:30 New maps — Nora Weiss, Lisbon\n"
    assert shown(text)[1] == f"2026-03-14 09:30-10:00 {read}"
