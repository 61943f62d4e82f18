"""The bytes of each format as lines and tables."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from agendacli.formats.documents.page import Document, Line, PageRow
from agendacli.formats.documents.readers.any import read_document

COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def seen(document: Document) -> list[object]:
    """Lines as their number and text, rows as the texts of their cells; what goes on from above is `^`."""
    return [
        f"{each.line} {each.text}"
        if isinstance(each, Line)
        else [cell.text if begins else "^" for cell, begins in zip(each.cells, each.begins, strict=True)]
        for each in document.blocks
    ]


def test_html_lines_know_where_they_stand() -> None:
    page = "<h1>Title</h1>\n<p>one\n<b>two</b></p><!-- not\nthis --><script>nor this</script>\n<ul><li>three</li></ul>"
    assert seen(read_document(page.encode(), "x.html")) == ["1 Title", "2 one two", "5 three"]


def test_html_lines_know_where_they_end() -> None:
    page = "<p>one</p>\n<p>\ntwo\n<b>and\nthree</b>\n\n</p><table><tr><td>four\nand five</table>"
    found = read_document(page.encode(), "x.html")
    assert [(each.text, each.line, each.last) for each in found.lines] == [
        ("one", 1, 0),
        ("two and three", 3, 5),
        ("four and five", 7, 8),
    ]


def test_what_stands_below_in_an_item_is_no_other_item() -> None:
    page = "<ul><li><b>one</b><br>two<br>three</li><li>four</li></ul>"
    assert [each.is_bullet for each in read_document(page.encode(), "x.html").lines] == [True, False, False, True]


def test_html_struck_words_are_lost() -> None:
    found = read_document(b"<p>Lunch <del>at noon</del> at one</p>", "x.html")
    assert (seen(found), [each.text for each in found.lost]) == (["1 Lunch at one"], ["at noon"])


@pytest.mark.parametrize(
    "page",
    [
        "<p>Lunch <span style='text-decoration: line-through'>at noon</span> at one</p>",
        "<style>.old, .gone {text-decoration-line: line-through}</style><p>Lunch <i class='x old'>at noon</i> at one",
        "<style>p #cut {color: red; text-decoration: line-through}</style><p>Lunch <b id=cut>at noon</b> at one</p>",
        "<style>.off {display:none}</style><p>Lunch <i class=off>at 12.00</i> at one</p>",
        "<p>Lunch <i style='display: none'>at 12.00</i> at one</p>",
    ],
)
def test_html_what_styles_strike_or_hide_is_lost(page: str) -> None:
    found = read_document(page.encode(), "x.html")
    assert (seen(found)[-1], [each.text[:2] for each in found.lost]) == ("1 Lunch at one", ["at"])


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>Tea {% if x\n%}and{% endif %} cake", ["1 Tea and cake"]),
        ("<p style='text-decoration: line-through'>old<p>Tea", ["1 Tea"]),
        ("<ul><li style='text-decoration: line-through'>old<ul><li>older</ul><li>Tea</ul>", ["1 Tea"]),
    ],
    ids=["template", "next paragraph", "list in an item"],
)
def test_html_shows_what_is_not_struck(page: str, shown: list[str]) -> None:
    assert seen(read_document(page.encode(), "x.html")) == shown


def test_html_what_a_page_says_about_itself_is_apart() -> None:
    page = "<meta name=author content=Ida><meta property='og:title' content='Tea &amp; cake'><p>10:00 Tea"
    found = read_document(page.encode(), "x.html")
    assert ([each.text for each in found.about], seen(found)) == (["Tea & cake"], ["1 10:00 Tea"])


def test_html_struck_cells_leave_their_columns() -> None:
    page = "<style>td.x{text-decoration:line-through}</style><table><tr><td>a<td class=x>b<td>c</table>"
    found = read_document(page.encode(), "x.html")
    assert (seen(found), [each.text for each in found.lost]) == ([["a", "", "c"]], ["b"])


@pytest.mark.parametrize(
    "page",
    [
        "<style>.day {display:none}</style><p class=day>10:00 Tea</p><script>show('.day')</script>",
        "<style>@media print {.day {display:none}}</style><p class=day>10:00 Tea</p>",
        "<style>.menu .item p {text-decoration: line-through}</style><p>10:00 Tea</p>",
    ],
)
def test_html_what_may_be_shown_is_read(page: str) -> None:
    assert seen(read_document(page.encode(), "x.html")) == ["1 10:00 Tea"]


def test_html_cells_over_rows_and_columns() -> None:
    page = "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert seen(read_document(page.encode(), "x.html")) == [["a", "b", "^"], ["^", "c", "d"]]


def test_html_empty_rows_count() -> None:
    page = "<table><tr><td rowspan=3>a</td><td>b</td></tr><tr></tr><tr></tr><tr><td>c</td><td>d</td></tr></table>"
    assert seen(read_document(page.encode(), "x.html"))[-1] == ["c", "d"]


def test_a_bold_heading_is_a_line_of_its_own() -> None:
    found = read_document(b"<td><b>Opening segment</b> Welcoming remarks</td>", "x.html")
    assert seen(found) == ["1 Opening segment", "1 Welcoming remarks"]


def test_markdown() -> None:
    head = "---\ntitle: Days\n---\n# One\n\n- **10:00** Tea\n\n"
    text = f"{head}| a | b |\n|---|---|\n| c | d |\n<!-- | e | f |\n-->\n~~gone~~ here"
    found = read_document(text.encode(), "x.md")
    assert (found.title, seen(found)) == ("Days", ["4 One", "6 10:00 Tea", ["a", "b"], ["c", "d"], "13 here"])


def test_text_with_tabs_is_a_table() -> None:
    assert seen(read_document(b"Plan\n10:00\tTea\n\n11:00\tTalk\n", "x.txt")) == [
        "1 Plan",
        ["10:00", "Tea"],
        ["11:00", "Talk"],
    ]


def test_word(word: Callable[[str], bytes]) -> None:
    body = (
        "<w:p><w:r><w:t>Plan</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>10:00</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>Tea</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        "<w:tc><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>Talk</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    found = read_document(word(body), "x.docx")
    assert seen(found) == ["1 Plan", ["10:00", "Tea"], ["^", "Talk"]]
    assert [each.text for each in found.lost] == ["old", "no"]
    rows = [each for each in found.blocks if isinstance(each, PageRow)]
    assert rows[0].cells[0].rows == 2


def run(text: str, settings: str = "") -> str:
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>"


SDT, TDS = "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"  # around a content control
BOX = f"<w:txbxContent><w:p>{run('Tea')}</w:p></w:txbxContent>"
ALTERNATIVES = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<w:p>{run('10:00 ')}<w:hyperlink>{run('Tea')}</w:hyperlink></w:p>", ["1 10:00 Tea"]),
        (f"{SDT}<w:p>{run('Tea')}</w:p>{TDS}", ["1 Tea"]),
        (f"<w:p>{run('Tea ')}{run('draft ', '<w:vanish/>')}{run('and cake')}</w:p>", ["1 Tea and cake"]),
        (f"<w:p>{run('Tea')}<w:r><w:br/></w:r>{run('cake')}</w:p>", ["1 Tea", "1 cake"]),
        (f"<w:p>{run('10:00')}<w:r><w:noBreakHyphen/></w:r>{run('11:00 Tea')}</w:p>", ["1 10:00-11:00 Tea"]),
        (f"<w:p><w:r><w:tab/></w:r>{run('Tea')}</w:p>", ["1 Tea"]),
        (f"<w:p xmlns:mc='{COMPATIBLE}'><w:r>{ALTERNATIVES}</w:r></w:p>", ["2 Tea"]),
        (
            (f"<w:tbl><w:tblPr/>{SDT}<w:tr><w:trPr/><w:tc><w:p>{run('10:00')}</w:p></w:tc>"
            f"{SDT}<w:tc><w:p>{run('Tea')}</w:p></w:tc>{TDS}</w:tr>{TDS}</w:tbl>"),
            [["10:00", "Tea"]],
        ),
    ],
    ids=["link", "content control", "hidden", "break", "hyphen", "tab", "text box", "row in a control"],
)  # fmt: skip
def test_word_shows_what_stands_in_other_elements(word: Callable[[str], bytes], body: str, shown: list[object]) -> None:
    assert seen(read_document(word(body), "x.docx")) == shown


def test_word_row_that_is_deleted_is_lost(word: Callable[[str], bytes]) -> None:
    deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>11:00 Cake</w:t></w:r></w:p></w:tc></w:tr>"
    body = f"<w:tbl><w:tr><w:tc><w:p>{run('10:00 Tea')}</w:p></w:tc></w:tr>{deleted}</w:tbl>"
    found = read_document(word(body + "<w:p><w:del><w:r/></w:del></w:p>"), "x.docx")
    assert (seen(found), [each.text for each in found.lost]) == ([["10:00 Tea"]], ["11:00 Cake"])


def test_word_cells_hang_down_over_several_rows(word: Callable[[str], bytes]) -> None:
    rows = [
        f"<w:tr><w:tc><w:tcPr><w:vMerge{begin}/></w:tcPr><w:p>{run('10:00')}</w:p></w:tc>"
        f"<w:tc><w:p>{run(title)}</w:p></w:tc></w:tr>"
        for begin, title in ((" w:val='restart'", "Tea"), ("", "Cake"), ("", "Pie"), (" w:val='restart'", "Jam"))
    ]
    found = read_document(word(f"<w:tbl>{''.join(rows)}</w:tbl>"), "x.docx")
    assert seen(found) == [["10:00", "Tea"], ["^", "Cake"], ["^", "Pie"], ["10:00", "Jam"]]


def test_word_without_styles_is_read() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as parts:
        parts.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body><w:p>{run("Tea")}</w:p></w:body></w:document>'
        )
    assert seen(read_document(data.getvalue(), "x.docx")) == ["1 Tea"]


def test_word_styles_that_rest_on_each_other_strike_nothing(word: Callable[..., bytes]) -> None:
    styles = "".join(
        f"<w:style w:styleId='{one}'><w:name w:val='{one}'/><w:basedOn w:val='{other}'/></w:style>"
        for one, other in (("A", "B"), ("B", "A"))
    )
    found = read_document(word(f"<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr>{run('Tea')}</w:p>", styles), "x.docx")
    assert (seen(found), found.lost) == (["1 Tea"], ())


def test_word_part_without_end_is_not_read(word: Callable[[str], bytes]) -> None:
    data = word(f"<w:p>{run('Tea')}</w:p>")
    size = zipfile.ZipFile(BytesIO(data)).getinfo("word/document.xml").file_size
    claimed = data.replace(size.to_bytes(4, "little"), (70_000_000).to_bytes(4, "little"))
    assert read_document(claimed, "x.docx").unread == "the file is not a Word document, or it is damaged or encrypted"


def test_paragraphs_between_which_the_end_is_deleted_are_one(word: Callable[[str], bytes]) -> None:
    gone = "<w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>"
    body = f"<w:p>{gone}<w:r><w:t>Tea and </w:t></w:r></w:p><w:p><w:r><w:t>cake</w:t></w:r></w:p><w:p/>"
    assert seen(read_document(word(body), "x.docx")) == ["1 Tea and cake"]


def test_mail_shows_its_text_under_its_subject() -> None:
    mail = b"Subject: Plan\nContent-Type: text/plain\n\n10:00 Tea\n"
    found = read_document(mail, "x.eml")
    assert (found.title, seen(found)) == ("Plan", ["4 10:00 Tea"])


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0", b"\x00\x01\x02\x03" * 9])
def test_what_cannot_be_read_says_so(data: bytes) -> None:
    assert read_document(data, "x").unread


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<table><tr><td>", "<b>", "</td>", "|--", "**", "[a](", "~~", "<td rowspan=99>"]
)
def test_hostile_pages_end(piece: str) -> None:
    for name in ("x.html", "x.md", "x.txt"):
        assert isinstance(read_document((piece * 4000).encode(), name), Document)


HEAD = b"From: a@example.org\nSubject: Day\nContent-Type: text/plain; charset=utf-8\n\n"


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "iso-8859-15", "utf-8"])
@pytest.mark.parametrize(("dash", "coding"), [(b"=96", b"quoted-printable"), (b"\x96", b"8bit")])
def test_what_calls_itself_latin_holds_the_signs_of_windows(charset: str, dash: bytes, coding: bytes) -> None:
    head = b"Content-Type: text/plain; charset=%s\nContent-Transfer-Encoding: %s\n\n" % (charset.encode(), coding)
    found = read_document(b"%s9h00 %s 9h30 : Accueil\n" % (head, dash), "mail.eml").lines
    assert [each.text for each in found] == ["9h00 – 9h30 : Accueil"]


def test_lines_of_a_mail_in_latin_are_those_of_the_file() -> None:
    head = b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
    assert [each.line for each in read_document(b"%s9h00 Caf\xe9\n" % head, "mail.eml").lines] == [4]


@pytest.mark.parametrize("name", ["page.html", "letter.txt"])
def test_signs_of_windows_that_were_taken_for_latin_are_shown(name: str) -> None:
    assert [each.text for each in read_document("9.00 \x96 9.30 Tea".encode(), name).lines] == ["9.00 – 9.30 Tea"]


def test_mail_in_a_charset_that_is_none_is_told() -> None:
    mail = b"Subject: Plan\nContent-Type: text/plain; charset=klingon\n\n10:00 Tea \xff\n"
    assert read_document(mail, "x.eml").unread == "the message contains no text"


def test_mail_with_parts_in_a_part_that_has_none_is_told() -> None:
    part = b"--x\nContent-Type: multipart/related\n\n10:00 Tea\n--x--\n"
    mail = b"Content-Type: multipart/related; boundary=x\n\n" + part
    assert read_document(mail, "x.eml").unread == "the message contains no text"


def test_mail_with_nothing_but_a_picture_is_told() -> None:
    mail = b"Subject: Plan\nContent-Type: image/png\n\npicture\n"
    assert read_document(mail, "x.eml").unread == "the message contains no text"


def test_mail_what_it_quotes_is_apart() -> None:
    text = b"9:00 Tea\n10:00 Talk\n\nOn Mon, 2 Mar 2026, Ida Holm wrote:\n> 8:30 Tea\n"
    found = read_document(HEAD + text, "x.eml")
    assert (seen(found), [each.text for each in found.quoted]) == (
        ["5 9:00 Tea", "6 10:00 Talk"],
        ["On Mon, 2 Mar 2026, Ida Holm wrote:", "8:30 Tea"],
    )


def test_mail_that_only_passes_on_is_read_whole() -> None:
    found = read_document(HEAD + b"See below.\n\n> 9:00 Tea\n> 10:00 Talk\n", "x.eml")
    assert (seen(found), found.quoted) == (["5 See below.", "7 9:00 Tea", "8 10:00 Talk"], ())


STYLES = (
    "<w:style w:styleId='Gone'><w:name w:val='Gone'/><w:rPr><w:strike/></w:rPr></w:style>"
    "<w:style w:styleId='Below'><w:name w:val='Below'/><w:basedOn w:val='Gone'/></w:style>"
    "<w:style w:styleId='Twice'><w:name w:val='Twice'/><w:rPr><w:dstrike/></w:rPr></w:style>"
)


def test_word_what_styles_strike_is_lost(word: Callable[..., bytes]) -> None:
    body = (
        "<w:p><w:pPr><w:pStyle w:val='Below'/></w:pPr><w:r><w:t>old</w:t></w:r>"
        "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>kept</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:rStyle w:val='Twice'/></w:rPr><w:t>gone</w:t></w:r><w:r><w:t>Talk</w:t></w:r></w:p>"
    )
    found = read_document(word(body, STYLES), "x.docx")
    assert (seen(found), [each.text for each in found.lost]) == (["1 kept", "2 Talk"], ["old", "gone"])
