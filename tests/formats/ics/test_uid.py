"""UIDs: of at most 255 octets, the same as ever where they were no longer, and never two for one."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.ics.uid import older_uid, own_uid, uid, veiled
from agendacli.model.identity import programme_of
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Days

WHEN = Days(date(2026, 3, 9), date(2026, 3, 10), None)
IDS = st.text(st.sampled_from("abz.-%~é会議"), min_size=1, max_size=120)
OPENING = "人身取引及び移民の密入国に関する政府間作業部会の第七回会合の開会式"


def occurrence(session: str, programme: str = "p", own: str | None = None) -> Occurrence:
    it = Session(session, "T", WHEN, uid=own)
    return Occurrence(Programme(programme, "P", "p.yaml", sessions=(it,)), it, WHEN, date(2026, 3, 9))


@given(IDS, IDS)
def test_uid_has_at_most_255_octets_and_changes_only_where_it_was_longer(session: str, programme: str) -> None:
    found = occurrence(session, programme)
    pairs = ((uid(found), older_uid(found)), (own_uid(found), older_uid(found, is_apart=True)))
    for now, then in pairs:
        assert len(now) <= 255
        assert now.isascii()
        assert programme_of(now)
        assert now == then or len(then) > 255 or len(programme.encode()) > 59
    assert len(veiled(own_uid(found), found.programme)) <= 255


def test_uid_that_is_too_long_keeps_what_fits_of_the_id() -> None:
    found = uid(occurrence(OPENING))
    assert len(older_uid(occurrence(OPENING))) == 309
    assert len(found) <= 255
    assert found.startswith("%E4%BA%BA%E8%BA%AB%E5%8F%96")
    assert "~" in found


@given(st.text(st.sampled_from("会議é"), min_size=60, max_size=90), st.text(st.sampled_from("会議é"), max_size=3))
def test_uid_that_is_too_long_is_that_of_one_session(session: str, more: str) -> None:
    if more:
        assert uid(occurrence(session)) != uid(occurrence(session + more))


def test_uid_of_a_session_that_calendars_know_is_that() -> None:
    assert uid(occurrence("a", own="k3v9q@example.org")) == "k3v9q@example.org"


@pytest.mark.parametrize("same", [True, False])
def test_veiled_uid_tells_nothing_and_is_that_of_one_item(same: bool) -> None:  # noqa: FBT001 (a parameter)
    found = occurrence("doctor")
    other = replace(found, programme=replace(found.programme, id="p" if same else "q"))
    assert "doctor" not in veiled(uid(found), found.programme)
    assert (veiled(uid(found), found.programme) == veiled(uid(other), other.programme)) is same
    assert veiled(own_uid(found), found.programme).endswith("%2F20260309.p@agendacli")
