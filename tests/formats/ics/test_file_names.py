import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendacli.formats.ics.file_names import file_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("panel-1.vienna-session@agendacli", "panel-1.vienna-session@agendacli.ics", id="a UID"),
        pytest.param("a", "a.ics", id="one letter"),
        pytest.param("Panel", "panel~d0d91173008b6f83.ics", id="capitals"),
        pytest.param("../../etc/passwd", "etc-passwd~3754d6cb3a38e118.ics", id="a path"),
        pytest.param(".hidden", "hidden~1692419006a88aab.ics", id="hidden"),
        pytest.param("a.", "a~5ab640fad553cbf9.ics", id="a dot at the end"),
        pytest.param("con", "con~1143da2bc54c495c.ics", id="a device"),
        pytest.param("com1.txt", "com1-txt~b707e3c635c25b57.ics", id="a device with an ending"),
        pytest.param("~", "item~7ace431cb61584cb.ics", id="nothing that can be shown"),
        pytest.param("", "item~e3b0c44298fc1c14.ics", id="nothing"),
        pytest.param("é" * 200, "item~df20b2aa6262e99e.ics", id="other letters"),
        pytest.param("a" * 200, f"{'a' * 40}~c2a908d98f5df987.ics", id="long"),
        pytest.param("\ud800", "item~91a681b998555fb4.ics", id="half a character"),
    ],
)
def test_file_name_is_safe(text: str, expected: str) -> None:
    assert file_name(text) == expected


@given(st.lists(st.text(max_size=150), unique=True, max_size=30))
def test_file_names_differ_even_where_case_does_not_count(texts: list[str]) -> None:
    names = [file_name(each) for each in texts]
    assert len({each.lower() for each in names}) == len(texts)
    assert [each for each in names if len(each.encode()) > 130 or not each[0].isalnum() or "/" in each] == []
