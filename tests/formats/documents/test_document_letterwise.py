"""A text letter for letter: what is found in it stands at the same place in the line as it is written."""

from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.documents.tokens.letterwise import letterwise, unaccented
from agendacli.formats.documents.tokens.rooms import room_at_end


def test_letters_lose_their_accents_and_signs_become_plain() -> None:
    assert letterwise("Café – Über\u00a0UNS") == "cafe - uber uns"
    assert unaccented("Café – Über\u00a0UNS") == "Cafe - Uber UNS"


@given(st.text())
def test_a_text_stays_as_long_as_it_is(text: str) -> None:
    assert (len(letterwise(text)), len(unaccented(text))) == (len(text), len(text))


def test_a_room_behind_a_capital_that_has_no_single_capital_is_cut_where_it_begins() -> None:
    assert room_at_end("GROẞE PROBE, Main Foyer") == ("GROẞE PROBE", "Main Foyer")
