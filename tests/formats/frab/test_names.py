"""Ids as schedules have them, and back."""

import re

from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.frab.names import (
    acronym_of,
    event_number,
    guid_of,
    is_guid,
    programme_id_in,
    session_id_in,
    slug_of,
)

IDS = st.from_regex(r"[a-z0-9é会][a-z0-9é会._-]{0,12}", fullmatch=True)


@given(IDS, IDS)
def test_ids_are_found_again_in_valid_names(programme: str, session: str) -> None:
    acronym, slug = acronym_of(programme), slug_of(programme, session)
    assert re.fullmatch(r"[a-z0-9_]{4,}", acronym)
    assert re.fullmatch(r"[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]", slug)
    assert (programme_id_in(acronym), session_id_in(slug)) == (programme, session)


@given(st.text(), st.text())
def test_any_slug_is_read(acronym: str, slug: str) -> None:
    programme_id_in(acronym)
    session_id_in(slug)


def test_guid_stays_and_is_made_of_ids_else() -> None:
    guid = "5F049BA4-500a-5aa1-b04d-000000000001"
    assert guid_of(guid) == guid.lower()
    assert guid_of("tides/tea") == guid_of("tides/tea") != guid_of("tides/tea-2")
    assert is_guid(guid_of("tides/tea"))


def test_numbers_are_positive_and_none_stands_twice() -> None:
    taken: set[int] = set()
    first, second = event_number("a", taken), event_number("a", taken)
    assert first != second
    assert taken == {first, second}
    assert all(0 < each < 1 << 31 for each in taken)
