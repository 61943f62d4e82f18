import pytest

from agendacli.formats.html_text import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param(
            "<p>Now in <b>M3</b></p><p>Bring tea &amp; cake</p>", "Now in M3\n\nBring tea & cake", id="paragraphs"
        ),
        pytest.param("a<br>b<br/>c", "a\nb\nc", id="lines"),
        pytest.param("<ul><li>a</li><li>b</ul>", "- a\n- b", id="list"),
        pytest.param("<head><title>x</title></head><style>p {}</style><div>y</div>", "y", id="what is not shown"),
        pytest.param("a<!-- <b>no</b> -->b<!--c-->d", "abd", id="comments"),
        pytest.param("plain\ntext", "plain text", id="no tags"),
        pytest.param("1 < 2", "1 < 2", id="no tag"),
        pytest.param("<script>", "", id="not closed"),
    ],
)
def test_text_of_html_is_what_people_see(html: str, text: str) -> None:
    assert text_of_html(html) == text


@pytest.mark.parametrize("part", ["<", "<!--", "&", "<![CDATA[", "<p ", "<p a='", "<script>", "<?", "</", "-->"])
@pytest.mark.timeout(20)
def test_text_of_hostile_html_is_found_at_once(part: str) -> None:
    text_of_html(part * 100_000)
