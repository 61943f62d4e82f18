import pytest
from htpy import a, b, p
from markupsafe import Markup

from agendacli.render.page.patterns import SLOT, Pattern, in_markup

HOSTILE = "<script>\"'&%s\0"


def test_pattern_is_what_htpy_makes_of_the_element_with_those_texts() -> None:
    link = Pattern(a(".more", href=SLOT, title="100 %")[b[SLOT], " – ", SLOT])
    markup = Markup("<i>x</i>")
    assert link(HOSTILE, HOSTILE, markup) == str(a(".more", href=HOSTILE, title="100 %")[b[HOSTILE], " – ", markup])


@pytest.mark.parametrize("texts", [(), ("one", "two")])
def test_pattern_wants_a_text_for_each_slot(texts: tuple[str, ...]) -> None:
    with pytest.raises(TypeError):
        Pattern(p[SLOT])(*texts)


def test_joined_texts_are_escaped_unless_they_are_markup() -> None:
    assert in_markup(("<", Markup("<b>"), "&")) == Markup("&lt;<b>&amp;")
    assert in_markup(("<", "b", "&"), ", ") == Markup("&lt;, b, &amp;")
