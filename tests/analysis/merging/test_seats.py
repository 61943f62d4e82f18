"""Who sits where after a merge: what theirs changed in a session's seats, and what mine has made of them by itself."""

from collections.abc import Callable

import pytest

from agendacli.analysis.changes.seats import seat_text
from agendacli.analysis.merging.three_way import merged
from agendacli.analysis.merging.values import MergeTerms
from agendacli.model.people import Participant
from agendacli.model.programme import Programme

Written = Callable[..., Programme]
Told = list[tuple[str, str, str]]

CASES = {
    "both put somebody else into a role": (
        "chair: Ms. Ada Prado",
        "chair: Mr. Ben Costa",
        "chair: Ms. Eva Luz",
        [("chair", "Ben Costa", "Eva Luz")],
    ),
    "both put the same one into it": ("chair: Ms. Ada Prado", "chair: Ms. Eva Luz", "chair: Ms. Eva Luz", []),
    "another role": (
        "speakers: [Ms. Ada Prado, Ms. Eva Luz]",
        "speakers: [Ms. Ada Prado, Ms. Eva Luz]",
        "speakers: [Ms. Eva Luz]\n      chair: Ms. Ada Prado",
        [("chair", "speaker Ada Prado", "chair Ada Prado")],
    ),
    "another role, which mine gave by itself": (
        "speakers: [Ms. Ada Prado, Ms. Eva Luz]",
        "speakers: [Ms. Eva Luz]\n      chair: Ms. Ada Prado",
        "speakers: [Ms. Eva Luz]\n      chair: Ms. Ada Prado",
        [],
    ),
    "another role, which mine gave besides": (
        "speakers: [Ms. Ada Prado, Ms. Eva Luz]",
        "speakers: [Ms. Ada Prado, Ms. Eva Luz]\n      chair: Ms. Ada Prado",
        "speakers: [Ms. Eva Luz]\n      chair: Ms. Ada Prado",
        [("speaker", "speaker Ada Prado", "")],
    ),
    "two other roles": (
        "speakers: [Ms. Ada Prado, Ms. Eva Luz]",
        "speakers: [Ms. Eva Luz]\n      host: Ms. Ada Prado",
        "speakers: [Ms. Eva Luz]\n      chair: Ms. Ada Prado",
        [("chair", "host", "Ada Prado")],
    ),
    "a seat that is filled": (
        "chair: {seat: Portugal, tbc: yes}",
        "chair: {seat: Portugal, tbc: yes}",
        "chair: Ms. Ada Prado",
        [("chair", "chair Portugal (tbc)", "chair Ada Prado")],
    ),
    "a seat that each filled with another": (
        "chair: {seat: Portugal, tbc: yes}",
        "chair: Mr. Ben Costa",
        "chair: Ms. Ada Prado",
        [("chair", "Ben Costa", "Ada Prado")],
    ),
    "a seat without a name that is gone": (
        "speakers: [{seat: Portugal, tbc: yes}, Ms. Eva Luz]",
        "speakers: [{seat: Portugal, tbc: yes}, Ms. Eva Luz]",
        "speakers: Ms. Eva Luz",
        [("speaker", "speaker Portugal (tbc)", "")],
    ),
    "another position": (
        "chair: Ms. Ada Prado, Dean",
        "chair: Ms. Ada Prado, Dean",
        "chair: Ms. Ada Prado, Rector",
        [("chair", "chair Ada Prado, Dean", "chair Ada Prado, Rector")],
    ),
    "another position, which mine has": (
        "chair: Ms. Ada Prado, Dean",
        "chair: Ms. Ada Prado, Rector",
        "chair: Ms. Ada Prado, Rector",
        [],
    ),
    "two other positions": (
        "chair: Ms. Ada Prado, Dean",
        "chair: Ms. Ada Prado",
        "chair: Ms. Ada Prado, Rector",
        [("chair", "Ada Prado", "Ada Prado, Rector")],
    ),
    "another position of somebody whom mine has no more": (
        "chair: Ms. Ada Prado, Dean\n      speakers: Ms. Eva Luz",
        "speakers: Ms. Eva Luz",
        "chair: Ms. Ada Prado, Rector\n      speakers: Ms. Eva Luz",
        [],
    ),
}


@pytest.mark.parametrize(("base", "mine", "theirs", "outcomes"), CASES.values(), ids=CASES)
def test_seats_of_mine_take_what_theirs_changed(
    written: Written, base: str, mine: str, theirs: str, outcomes: Told
) -> None:
    old, own, new = (
        written(f"  2026-03-09:\n    - 10:00-11:00: Opening\n      {each}\n") for each in (base, mine, theirs)
    )
    edits = merged(old, own, new, MergeTerms()).edits
    taken = [(seat.role, _words(seat.old), _words(seat.new)) for edit in edits for seat in edit.seats]
    assert taken + [(each.field, each.mine, each.theirs) for edit in edits for each in edit.disputes] == outcomes


def _words(seat: Participant | None) -> str:
    position = f", {seat.position}" if seat and seat.position else ""
    return f"{seat.role} {seat_text(seat)}{position}" if seat else ""
