"""Mails in HTML: what they quote is apart, and French dates in March are dates."""

import pytest

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked

HEAD = (
    "From: a@b.example\nSubject: Dates\nDate: Thu, 25 Feb 2027 08:30:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
)
BODY = (
    "<html><body>\n<ul>\n<li><b>Lundi 8 mars, 18h00&ndash;19h15</b>&nbsp;: bureau</li>\n"
    "<li><b>Mardi 16 mars, 17h45</b>&nbsp;: conseil</li>\n</ul>\n"
    "<p>Le 20 févr. 2027 à 21:15, Ida a écrit&nbsp;:<br>&gt; le bureau sera le lundi 8 mars à 19h30</p>\n"
    "</body></html>\n"
)


def test_a_mail_in_html_quotes_an_earlier_one() -> None:
    found, _ = sessions_of(read_document((HEAD + BODY).encode(), "mail.eml"), Asked())
    assert [(str(each.day.value), each.start.value, each.title.value) for each in found] == [
        ("2027-03-08", 18 * 60, "bureau"),
        ("2027-03-16", 17 * 60 + 45, "conseil"),
    ]


def test_mars_behind_a_number_is_a_month() -> None:
    assert [(each.day, each.month) for each in days_in("Lundi 8 mars, 18h")] == [(8, 3)]
    assert not any(each.is_dated for each in days_in("what mars 5 of them"))


OWN = "<p>Monday 9 March 2026</p><p>10:00 - 11:00 Opening</p><p>11:00 - 12:00 Walk</p>"
EARLIER = "<p>Monday 9 March 2026</p><p>09:00 - 10:00 Welcome</p>"


def seen(lines: tuple[Line, ...]) -> list[str]:
    return [f"{each.line} {each.text}" for each in lines]


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote>On 1 March Tom wrote:{EARLIER}</blockquote>",
        f'<blockquote type="cite">{EARLIER}</blockquote>',
        f'<div class="gmail_quote"><div>Am 1. März schrieb Tom:</div>{EARLIER}</div>',
        f"<p>El 1 de marzo de 2026, Tom escribió:</p><blockquote>{EARLIER}</blockquote>",
        f"<hr><p><b>From:</b> Tom<br><b>Sent:</b> Monday<br><b>To:</b> Ida</p>{EARLIER}",
        f"<div><b>Von:</b> Tom<br><b>Gesendet:</b> Montag<br></div>{EARLIER}",
        f"<p>De&nbsp;: Tom<br>Envoyé&nbsp;: lundi</p>{EARLIER}",
    ],
)
def test_a_mail_whose_html_is_one_line_quotes_an_earlier_one(quote: str) -> None:
    found = read_document(f"{HEAD}<html><body>{OWN}{quote}</body></html>\n".encode(), "mail.eml")
    assert seen(found.lines)[:3] == ["8 Monday 9 March 2026", "9 10:00 - 11:00 Opening", "10 11:00 - 12:00 Walk"]
    assert "09:00 - 10:00 Welcome" not in [each.text for each in found.lines]
    assert found.quoted[-1].text == "09:00 - 10:00 Welcome"


def test_the_head_of_an_earlier_mail_in_plain_text_begins_what_is_quoted() -> None:
    text = "9:00 Tea\n10:00 Talk\n\nFrom: Tom\nSent: Monday, 2 March 2026 09:15\nTo: Ida\n\n8:30 Coffee\n"
    found = read_document(f"{HEAD.replace('text/html', 'text/plain')}{text}".encode(), "mail.eml")
    assert seen(found.lines) == ["8 9:00 Tea", "9 10:00 Talk"]


def test_who_a_talk_is_from_begins_no_quote() -> None:
    text = "9:00 Tea\nFrom: the bakery\n10:00 Talk\nFrom: Ida Holm\n11:00 Walk\n"
    found = read_document(f"{HEAD.replace('text/html', 'text/plain')}{text}".encode(), "mail.eml")
    assert len(found.lines) == 5


def test_paragraphs_and_rows_of_a_mail_on_one_line_are_cited_apart() -> None:
    table = "<table><tr><td>9:00</td><td>Opening</td></tr><tr><td>10:00</td><td>Walk</td></tr></table>"
    found = read_document(f"{HEAD}<html><h1>Fair</h1><p>9 March 2026</p>{table}</html>\n".encode(), "mail.eml").lines
    assert seen(found) == ["8 Fair", "9 9 March 2026", "10 9:00", "10 Opening", "11 10:00", "11 Walk"]


def test_lines_of_a_mail_are_those_of_its_file_where_it_has_several() -> None:
    page = "<h1>Fair</h1>\n<p>9 March 2026</p>\n<p>9:00 Opening<br>Ida Holm<br>Room 1</p>\n<p>10:00 Walk</p>\n"
    found = read_document(f"{HEAD}{page}".encode(), "mail.eml").lines
    assert [each.line for each in found] == [8, 9, 10, 10, 10, 11]
