import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.model.identity import address_of, id_of, programme_of, session_of, uid_in


@pytest.mark.parametrize(
    ("uid", "programme", "session"),
    [
        ("panel-1.vienna-session@agendacli", "vienna-session", "panel-1"),
        ("caf%C3%A9.f%C3%AAte@agendacli", "f%C3%AAte", "café"),
        ("k3v9q@example.org", "", "k3v9q@example"),
        ("k3v9q", "", "k3v9q"),
    ],
)
def test_uid_of_ours_names_programme_and_session(uid: str, programme: str, session: str) -> None:
    assert (programme_of(uid), session_of(uid)) == (programme, session)


@pytest.mark.parametrize(
    ("uid", "address"),
    [("panel-1.vienna-session@agendacli", "fête/panel-1"), ("k3v9q@example.org", "fête/k3v9q@example.org")],
)
def test_address_of_a_uid_in_an_event(uid: str, address: str) -> None:
    assert address_of(uid, "f%C3%AAte") == address


@given(st.text(st.characters(codec="utf-8", exclude_characters="%"), min_size=1))
def test_id_made_of_a_uid_has_no_slash_and_gives_the_uid_back(uid: str) -> None:
    ascii_blanks = "".join(" " if each.isspace() and not each.isascii() else each for each in uid)
    made = id_of(ascii_blanks)
    assert "/" not in made
    assert not any(each.isspace() for each in made)
    assert uid_in(made) == ascii_blanks
