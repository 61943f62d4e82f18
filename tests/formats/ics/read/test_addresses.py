"""Addresses under several names: plain lines are taken apart by a pattern, and say what reading them does."""

import pytest

from agendacli.formats.ics.read.addresses import names_by_address

_FOLDED = b"\nATTENDEE;CN=Some\n body:mailto:nobody@example.org"
"""A line that is not plain, of an address that has one name: with it all lines are read with care."""

TWO = {"a@example.org": "Ada Poe"}

SAID = {
    b"\nORGANIZER;CN=Ada Poe:mailto:a@example.org\nORGANIZER;CN=A. Poe:mailto:a@example.org\n": TWO,
    b"\r\nORGANIZER;CN=Ada Poe:mailto:a@example.org\r\nORGANIZER;CN=A. Poe:mailto:A@Example.org \r\n": TWO,
    b'\nATTENDEE;CN="A. Poe":mailto:a@example.org\nORGANIZER;CN=" Ada Poe ":MAILTO:a@example.org\n': TWO,
    b'\nATTENDEE;CN="Poe, Ada";ROLE=CHAIR:mailto:a@example.org\nATTENDEE;CN=Ada Poe:mailto:a@example.org\n': TWO,
    b'\nATTENDEE;ROLE=CHAIR;CN=Ada Poe;X-A="b;:":mailto:a@example.org\nATTENDEE:mailto:a@example.org\n': TWO,
    b"\nATTENDEE;CN=Ada Poe:mailto:a@example.org\nATTENDEE;CN=A. Poe;CN=B. Poe:mailto:a@example.org\n": TWO,
    b"\nattendee;CN=Ada Poe:mailto:a@example.org\nATTENDEE;CN=A. Poe:a@example.org\n": TWO,
    b"\nATTENDEE;CN=Ada ^'A^' Poe:mailto:a@example.org\nATTENDEE:mailto:a@example.org\n": {
        "a@example.org": 'Ada "A" Poe'
    },
    b"\nATTENDEE;CN=Zo\xc3\xa9 Poe:mailto:a@example.org\nATTENDEE:mailto:a@example.org\n": {"a@example.org": "Zoé Poe"},
    b"\nATTENDEE;CN=Zo\xe9 Poe:mailto:a@example.org\nATTENDEE:mailto:a@example.org\n": {"a@example.org": "Zoé Poe"},
    b"\nATTENDEE;CN=Ada Poe:mailto:a@example.org\nATTENDEE;CN=Ada Poe:mailto:a@example.org\n": {},
    b"\nSUMMARY:Nobody\n": {},
}


@pytest.mark.parametrize(("data", "names"), SAID.items())
def test_address_under_several_names_has_the_first_that_is_not_turned_round(data: bytes, names: dict[str, str]) -> None:
    assert names_by_address(data) == names


@pytest.mark.parametrize("data", SAID)
def test_plain_lines_say_what_reading_them_with_care_does(data: bytes) -> None:
    assert names_by_address(data + _FOLDED) == names_by_address(data)
